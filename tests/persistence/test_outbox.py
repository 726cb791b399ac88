"""Letters wait for their turn, are one process's at a time, and leave nothing behind."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, select

from facilitation.staff import StaffRole
from persistence import tables
from persistence.colleagues import Colleague, Colleagues
from persistence.engine import writing
from persistence.outbox import KEPT_MS, LEASE_MS, WAITS_MS, Letter, Outbox, Queue, post

NOW = 1_800_000_000_000
HOUR = 3_600_000


def letter(address: str = "claire@ville.test", until: int = NOW + 24 * HOUR, only_colleagues: bool = False) -> Letter:
    return Letter(
        address=address,
        subject="Votre code",
        text="123456",
        html="<p>123456</p>",
        language="fr",
        until=until,
        only_colleagues=only_colleagues,
    )


def written(engine: Engine, *letters: Letter) -> Outbox:
    with writing(engine) as connection:
        for each in letters:
            post(connection, each, NOW)
    return Outbox(engine)


def rows(engine: Engine) -> list[tuple[object, ...]]:
    mail = tables.mail.c
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(select(mail.address, mail.text, mail.failed_at))]


def test_a_letter_is_taken_by_one_process_and_again_when_that_one_has_died(engine: Engine) -> None:
    outbox = written(engine, letter())
    (taken,) = outbox.take(NOW)
    assert taken.letter == letter()
    assert outbox.take(NOW + LEASE_MS - 1) == []
    assert [again.id for again in outbox.take(NOW + LEASE_MS)] == [taken.id]


def test_a_letter_that_was_sent_leaves_nothing(engine: Engine) -> None:
    outbox = written(engine, letter())
    (taken,) = outbox.take(NOW)
    outbox.sent(taken.id)
    assert rows(engine) == []


def test_what_could_not_be_sent_is_tried_less_and_less_often(engine: Engine) -> None:
    outbox, now = written(engine, letter()), NOW
    for wait in (*WAITS_MS, WAITS_MS[-1]):
        (taken,) = outbox.take(now)
        outbox.put_off(taken, now)
        assert outbox.take(now + wait - 1) == []
        now += wait
    assert outbox.queue() == Queue(waiting=1, failing=1, given_up=0, oldest_at=NOW)


def test_a_letter_that_would_come_too_late_is_given_up_and_forgotten(engine: Engine) -> None:
    outbox = written(engine, letter(until=NOW + WAITS_MS[0]))
    (taken,) = outbox.take(NOW)
    outbox.put_off(taken, NOW)
    assert rows(engine) == [("", "", NOW)]
    assert outbox.queue() == Queue(waiting=0, failing=0, given_up=1, oldest_at=None)
    outbox.take(NOW + KEPT_MS)
    assert rows(engine) == []


def test_what_nobody_took_in_time_is_given_up(engine: Engine) -> None:
    outbox = written(engine, letter(until=NOW + HOUR))
    assert outbox.take(NOW + HOUR) == []
    assert outbox.queue().given_up == 1


@pytest.mark.parametrize(("address", "is_sent"), [("claire@ville.test", True), ("sam@ville.test", False)])
def test_what_is_for_colleagues_only_goes_to_nobody_else(engine: Engine, address: str, is_sent: bool) -> None:
    def invitation(colleague: Colleague) -> Letter:
        return letter(colleague.email)

    Colleagues(engine).invite("claire@ville.test", "Claire", StaffRole.ORGANIZER, NOW, NOW + HOUR, invitation)
    outbox = written(engine, letter(address, only_colleagues=True))
    codes = [taken for taken in outbox.take(NOW) if taken.letter.only_colleagues]
    assert len(codes) == is_sent
    assert len(rows(engine)) == 1 + is_sent

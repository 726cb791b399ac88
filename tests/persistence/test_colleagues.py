"""Colleagues: invited, joined, given another role, shut out; and their sessions with them."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from facilitation.staff import StaffRole
from persistence.acts import KEPT_MS, Acts
from persistence.colleagues import Colleague, Colleagues, StudioSession
from persistence.outbox import Letter
from rooms.refusal import Refused

NOW = 1_800_000_000_000
UNTIL = NOW + 1_000
ADMINISTRATOR, ORGANIZER = StaffRole.ADMINISTRATOR, StaffRole.ORGANIZER
ISSUER = "https://agora.test"


def letter(colleague: Colleague) -> Letter:
    return Letter(address=colleague.email, subject="", text="", html="", language="fr", until=UNTIL)


def invited(colleagues: Colleagues, name: str, role: StaffRole = ORGANIZER) -> Colleague:
    return colleagues.invite(f"{name.lower()}@ville.test", name, role, NOW, UNTIL, letter)


def joined(colleagues: Colleagues, name: str, role: StaffRole = ORGANIZER) -> Colleague:
    colleague = invited(colleagues, name, role)
    colleague = colleagues.accept(colleague.id, colleague.invitation or "", NOW)
    colleagues.begin(StudioSession(f"session-{name}", colleague.id, NOW, UNTIL))
    return colleague


def code_of(refused: pytest.ExceptionInfo[Refused]) -> str:
    return refused.value.code


def test_an_invitation_is_accepted_once(engine: Engine) -> None:
    colleagues = Colleagues(engine)
    claire = invited(colleagues, "Claire")
    assert colleagues.accept(claire.id, claire.invitation or "", NOW + 1).joined_at == NOW + 1
    with pytest.raises(Refused) as refused:
        colleagues.accept(claire.id, claire.invitation or "", NOW + 2)
    assert code_of(refused) == "link_revoked"


def test_an_invitation_expires_and_the_next_one_replaces_it(engine: Engine) -> None:
    colleagues = Colleagues(engine)
    first, second = invited(colleagues, "Claire"), invited(colleagues, "Claire")
    assert first.id == second.id
    for mark, now, code in ((first.invitation, NOW, "link_revoked"), (second.invitation, UNTIL, "link_expired")):
        with pytest.raises(Refused) as refused:
            colleagues.accept(first.id, mark or "", now)
        assert code_of(refused) == code


def test_who_has_joined_is_not_invited_again(engine: Engine) -> None:
    colleagues = Colleagues(engine)
    joined(colleagues, "Claire")
    with pytest.raises(Refused) as refused:
        invited(colleagues, "Claire")
    assert code_of(refused) == "already_colleague"


@pytest.mark.parametrize("ending", ["role", "revoke"])
def test_sessions_end_with_a_role_and_with_access(engine: Engine, ending: str) -> None:
    colleagues = Colleagues(engine)
    joined(colleagues, "Awa", ADMINISTRATOR)
    claire = joined(colleagues, "Claire")
    if ending == "role":
        colleagues.set_role(claire.id, StaffRole.FACILITATOR)
    else:
        colleagues.revoke(claire.id, NOW)
    assert colleagues.of_session("session-Claire", NOW) is None
    assert colleagues.of_session("session-Awa", NOW) is not None


def test_whoever_is_shut_out_while_they_sign_in_stays_out(engine: Engine) -> None:
    colleagues = Colleagues(engine)
    claire = joined(colleagues, "Claire")
    gone = colleagues.revoke(claire.id, NOW)
    colleagues.begin(StudioSession("late", claire.id, NOW, UNTIL))
    assert colleagues.of_session("late", NOW) is None
    # Asked once more, where what goes with it had failed.
    assert colleagues.revoke(claire.id, NOW + 1) == gone


def test_a_session_ends_by_itself(engine: Engine) -> None:
    colleagues = Colleagues(engine)
    joined(colleagues, "Claire")
    assert colleagues.of_session("session-Claire", UNTIL - 1) is not None
    assert colleagues.of_session("session-Claire", UNTIL) is None


def test_the_last_administrator_stays(engine: Engine) -> None:
    colleagues = Colleagues(engine)
    awa = joined(colleagues, "Awa", ADMINISTRATOR)
    invited(colleagues, "Sam", ADMINISTRATOR)
    with pytest.raises(Refused, match="last_administrator"):
        colleagues.revoke(awa.id, NOW)
    with pytest.raises(Refused, match="last_administrator"):
        colleagues.set_role(awa.id, ORGANIZER)
    joined(colleagues, "Claire", ADMINISTRATOR)
    assert colleagues.revoke(awa.id, NOW).revoked_at == NOW


def test_whoever_was_shut_out_comes_back_by_a_new_invitation_only(engine: Engine) -> None:
    colleagues = Colleagues(engine)
    claire = joined(colleagues, "Claire")
    colleagues.revoke(claire.id, NOW)
    with pytest.raises(Refused) as refused:
        colleagues.arrive("claire@ville.test", NOW)
    assert code_of(refused) == "not_invited"
    assert joined(colleagues, "Claire").id == claire.id


def test_a_provider_vouches_by_its_own_name_for_somebody(engine: Engine) -> None:
    colleagues = Colleagues(engine)
    claire = invited(colleagues, "Claire")
    assert colleagues.vouched(ISSUER, "17", "claire@ville.test", NOW).id == claire.id
    assert colleagues.vouched(ISSUER, "17", "another@ville.test", NOW).id == claire.id
    with pytest.raises(Refused) as refused:
        colleagues.vouched(ISSUER, "18", "claire@ville.test", NOW)
    assert code_of(refused) == "not_invited"


def test_an_unchecked_address_brings_nobody_in(engine: Engine) -> None:
    colleagues = Colleagues(engine)
    invited(colleagues, "Claire")
    with pytest.raises(Refused) as refused:
        colleagues.vouched(ISSUER, "17", None, NOW)
    assert code_of(refused) == "not_invited"


def test_acts_and_who_was_shut_out_are_forgotten_in_time(engine: Engine) -> None:
    colleagues, acts = Colleagues(engine), Acts(engine)
    claire = joined(colleagues, "Claire")
    colleagues.revoke(claire.id, NOW)
    acts.add(NOW, claire.id, "process.publish", "p1")
    acts.add(NOW + 1, claire.id, "process.withdraw", "p1")
    acts.forget(NOW + KEPT_MS)
    assert [act.act for act in acts.latest(10)] == ["process.withdraw"]
    assert colleagues.all() == []

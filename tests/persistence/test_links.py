"""Links into a workshop, their codes, and the secret that signs them."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from persistence.engine import open_engine
from persistence.journal import Unwritable
from persistence.links import CODE_LENGTH, Link, Links
from persistence.secret import secret
from rooms.chance import ALPHABET
from rooms.ids import WorkshopId
from rooms.permissions import Role
from tests.persistence.scribe import START, WORKSHOP


def link(id: str, role: Role = Role.PARTICIPANT, at: int = START) -> Link:
    return Link(id=id, workshop=WORKSHOP, role=role, label="À la porte", created_at=at, expires_at=START + 1_000)


def test_a_link_is_found_as_it_was_made(engine: Engine) -> None:
    links = Links(engine)
    made = links.create(link("l1", Role.FACILITATOR))
    assert made == link("l1", Role.FACILITATOR)
    assert links.find("l1") == made
    assert links.find("l2") is None


def test_a_code_is_found_however_it_is_typed(engine: Engine) -> None:
    links = Links(engine)
    made = links.create(link("l1"), with_code=True)
    assert made.code is not None
    assert len(made.code) == CODE_LENGTH
    assert set(made.code) <= set(ALPHABET)
    typed = made.code.lower().replace("0", "o").replace("1", "l")
    assert links.find_by_code(f" {typed[:3]}-{typed[3:]} ") == made
    assert links.find_by_code("") is None


def test_codes_are_never_shared(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    links = Links(engine)
    drawn = iter(["AAAAAA", "AAAAAA", "BBBBBB"])
    monkeypatch.setattr("persistence.links.draw_code", lambda: next(drawn))
    assert [links.create(link(id), with_code=True).code for id in ("l1", "l2")] == ["AAAAAA", "BBBBBB"]


def test_an_id_is_never_shared(engine: Engine) -> None:
    links = Links(engine)
    links.create(link("l1"))
    with pytest.raises(Unwritable):
        links.create(link("l1"))
    with pytest.raises(Unwritable):
        links.create(link("l1"), with_code=True)


def test_links_of_a_workshop_come_oldest_first(engine: Engine) -> None:
    links = Links(engine)
    links.create(link("l1", at=START + 1))
    links.create(link("l2"))
    links.create(Link("l3", WorkshopId("w2"), Role.VIEWER, "", START))
    assert [found.id for found in links.of(WORKSHOP)] == ["l2", "l1"]


def test_a_revoked_link_stays_and_says_since_when(engine: Engine) -> None:
    links = Links(engine)
    made = links.create(link("l1"), with_code=True)
    assert links.revoke("l1", START + 5)
    assert links.revoke("l1", START + 9)
    assert not links.revoke("l2", START + 9)
    found = links.find_by_code(made.code or "")
    assert found is not None
    assert found.revoked_at == START + 5
    assert links.of(WORKSHOP) == [found]


def test_uses_are_counted(engine: Engine) -> None:
    links = Links(engine)
    links.create(link("l1"))
    links.count_use("l1")
    links.count_use("l1")
    found = links.find("l1")
    assert found is not None
    assert found.uses == 2


def test_the_secret_is_made_once_for_all_processes(engine: Engine, database_url: str) -> None:
    elsewhere = open_engine(database_url)
    made = secret(engine)
    assert len(bytes.fromhex(made)) == 32
    assert secret(elsewhere) == made
    elsewhere.dispose()

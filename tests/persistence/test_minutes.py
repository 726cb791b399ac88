"""What was read, worded or printed meanwhile is not kept as if it had been now."""

from __future__ import annotations

import msgspec
import pytest
from sqlalchemy import Engine

from facilitation.minutes import Wording
from facilitation.minutes.document import Document
from facilitation.minutes.versions import VersionState, approve, reopen, reword
from persistence.failures import Rewritten
from persistence.journal import Journal
from persistence.minutes import Facts, Minutes
from persistence.overview import Workshops
from rooms.entity import Forget
from rooms.refusal import Refused
from tests.persistence.test_archive import WORKSHOP, keep
from tests.persistence.test_archive_minutes import FILES, add, approved, forgetting, version
from tests.sample import BEGAN_AT, closed


@pytest.fixture
def kept(engine: Engine) -> Minutes:
    keep(engine, closed())
    return Minutes(engine)


def read(engine: Engine) -> Facts:
    head, epoch = Journal(engine).head(WORKSHOP)
    return Facts(Document("T", "fr", "hier", "Ana Andrade", ()), head, epoch)


def test_what_was_approved_anew_while_it_was_printed_is_not_published(engine: Engine, kept: Minutes) -> None:
    printed = approved(engine)
    kept.change(WORKSHOP, 1, lambda v, _: reopen(v))
    kept.change(WORKSHOP, 1, lambda v, _: reword(v, Wording(summary="Autrement"), v.edition))
    again = kept.change(WORKSHOP, 1, lambda v, _: approve(v, [], v.document, BEGAN_AT))
    with pytest.raises(Refused, match="edited_meanwhile"):
        kept.publish(printed, FILES, BEGAN_AT)
    assert kept.files(WORKSHOP, 1) == []
    assert kept.publish(again, FILES, BEGAN_AT).state is VersionState.PUBLISHED


def test_another_version_with_its_number_is_not_published_for_it(engine: Engine, kept: Minutes) -> None:
    printed = approved(engine)
    kept.change(WORKSHOP, 1, lambda v, _: reopen(v))
    kept.discard(WORKSHOP, 1)
    other = add(engine, msgspec.structs.replace(version(), wording=Wording(summary="Autrement")))
    again = kept.change(WORKSHOP, 1, lambda v, _: approve(v, [], v.document, BEGAN_AT))
    assert (other.number, again.edition) == (printed.number, printed.edition)
    with pytest.raises(Refused, match="edited_meanwhile"):
        kept.publish(printed, FILES, BEGAN_AT)


def test_what_was_forgotten_while_it_was_printed_is_not_published(engine: Engine, kept: Minutes) -> None:
    printed = approved(engine)
    forgetting(engine, Forget(epoch="other", authors=("ana",)))
    with pytest.raises(Refused, match="not_approved"):
        kept.publish(printed, FILES, BEGAN_AT)
    forgetting(engine, Forget(epoch="another", drafts=True))
    with pytest.raises(Refused, match="unknown"):
        kept.publish(printed, FILES, BEGAN_AT)


def test_what_was_forgotten_while_facts_were_read_does_not_come_back(engine: Engine, kept: Minutes) -> None:
    before, facts = add(engine, version()), read(engine)
    forgetting(engine, Forget(epoch="other", authors=("ana",)))
    with pytest.raises(Rewritten):
        kept.refresh(before, facts, BEGAN_AT)
    (emptied,) = kept.versions(WORKSHOP)
    assert (emptied.document.lead, emptied.document.parts) == ("", ())
    kept.discard(WORKSHOP, 1)
    with pytest.raises(Rewritten):
        kept.add(before, facts.epoch)
    assert kept.versions(WORKSHOP) == []
    assert kept.refresh(add(engine, version()), read(engine), BEGAN_AT).document.lead == "Ana Andrade"


def test_facts_with_names_are_not_those_of_a_version_made_anew_without(engine: Engine, kept: Minutes) -> None:
    before, facts = add(engine, version(names=True)), read(engine)
    kept.discard(WORKSHOP, 1)
    add(engine, version(names=False))
    with pytest.raises(Refused, match="edited_meanwhile"):
        kept.refresh(before, facts, BEGAN_AT)


def test_nothing_is_kept_of_a_workshop_that_was_deleted_meanwhile(engine: Engine, kept: Minutes) -> None:
    facts = read(engine)
    Workshops(engine).drop(WORKSHOP)
    with pytest.raises(Refused, match="unknown"):
        kept.add(version(), facts.epoch)
    assert kept.versions(WORKSHOP) == []

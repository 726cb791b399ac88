"""Processes keep their phases in order, and nobody overwrites what they have not read."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from msgspec.structs import replace
from sqlalchemy import Engine

from facilitation.contribution import Contribution, Source, Tally
from facilitation.process import Face, Phase, PhaseFace, Process
from persistence.processes import Processes, Whole
from rooms.activities.question import CountingRule, Way
from rooms.ids import ContributionId, PhaseId, ProcessId, WorkshopId
from rooms.refusal import Refused

ID = ProcessId("p1")


def phase(id: str) -> Phase:
    return Phase(id=PhaseId(id), process=ID, face=PhaseFace(title=id, method="information"))


def whole(*phases: str, id: ProcessId = ID, slug: str = "place") -> Whole:
    face = Face(title="La place", slug=slug)
    return Whole(Process(id=id, face=face, created_at=1), tuple(phase(name) for name in phases))


def said(id: str, of: str) -> Contribution:
    return Contribution(id=ContributionId(id), phase=PhaseId(of), text=f"« {id} »", at=1)


@pytest.fixture
def processes(engine: Engine) -> Processes:
    return Processes(engine)


def test_a_process_is_read_as_it_was_written(processes: Processes) -> None:
    written = processes.create(whole("b", "a"))
    assert processes.find(ID) == processes.by_slug("place") == processes.with_phase(PhaseId("a")) == written
    assert processes.all() == [written]


def test_a_change_counts_and_one_from_an_older_reading_is_refused(processes: Processes) -> None:
    processes.create(whole("a"))
    after = processes.change(ID, 1, lambda before: Whole(before.process, (phase("b"), *before.phases)))
    assert (after.process.version, [one.id for one in processes.find(ID).phases]) == (2, ["b", "a"])
    with pytest.raises(Refused, match="changed_meanwhile"):
        processes.change(ID, 1, lambda before: Whole(before.process))
    assert processes.find(ID) == after


def test_a_change_that_is_refused_leaves_everything(processes: Processes) -> None:
    written = processes.create(whole("a"))

    def refuse(before: Whole) -> Whole:
        raise Refused("not_published")

    with pytest.raises(Refused, match="not_published"):
        processes.change(ID, None, refuse)
    assert processes.find(ID) == written


def test_two_processes_have_two_addresses(processes: Processes) -> None:
    processes.create(whole())
    processes.create(whole(id=ProcessId("p2"), slug="budget"))
    with pytest.raises(Refused, match="slug_taken"):
        processes.create(whole(id=ProcessId("p3")))

    def renamed(before: Whole) -> Whole:
        face = msgspec.structs.replace(before.process.face, slug="budget")
        return Whole(msgspec.structs.replace(before.process, face=face))

    with pytest.raises(Refused, match="slug_taken"):
        processes.change(ID, None, renamed)


def test_what_a_phase_gathered_goes_with_it(processes: Processes) -> None:
    processes.create(whole("a", "b"))
    processes.keep([said("1", "a"), said("2", "b")])
    processes.change(ID, None, lambda before: Whole(before.process, (phase("b"),)))
    assert processes.counts() == {PhaseId("b"): 1}
    processes.drop(ID)
    assert processes.counts() == {}
    assert processes.all() == []


def test_the_same_contribution_again_replaces(processes: Processes) -> None:
    processes.create(whole("a"))
    processes.keep([said("1", "a")])
    again = msgspec.structs.replace(said("1", "a"), text="Autre chose")
    processes.keep([again])
    assert processes.contributions([PhaseId("a")]) == [again]


def tally(id: str, of: str, **more: Any) -> Tally:
    fields = {"options": ("Oui",), "counts": (7,), "voters": 7, "way": Way.NAMED, "rule": CountingRule.VOTES, **more}
    return Tally(id=id, phase=PhaseId(of), question="Planter ?", at=1, **fields)


def test_collecting_again_leaves_what_the_workshop_gives_now_and_what_came_from_elsewhere(processes: Processes) -> None:
    processes.create(whole("a", "b"))
    here, there = WorkshopId("w_1"), WorkshopId("wx1")
    text = replace(said("1", "a"), sources=(Source(workshop=here),))
    reopened = replace(said("2", "a"), sources=text.sources)
    typed = replace(said("3", "a"), text="Vu à l’atelier w_1")
    elsewhere = replace(said("4", "a"), sources=(Source(workshop=there),))
    processes.keep([typed, elsewhere])
    processes.collect(PhaseId("a"), here, [text, reopened], [tally("5", "a", sources=text.sources)])
    again = tally("6", "a", sources=text.sources)
    processes.collect(PhaseId("a"), here, [text], [again])
    assert processes.contributions([PhaseId("a")]) == [text, typed, elsewhere]
    assert processes.tallies([PhaseId("a")]) == [again]
    processes.collect(PhaseId("a"), here, [], [])
    assert (processes.counts(), processes.tally_counts()) == ({PhaseId("a"): 2}, {})


def test_a_result_is_taken_back(processes: Processes) -> None:
    processes.create(whole("a"))
    processes.collect(PhaseId("a"), WorkshopId("w"), [], [tally("1", "a"), tally("2", "a")])
    processes.drop_tally(PhaseId("a"), "1")
    assert [one.id for one in processes.tallies([PhaseId("a")])] == ["2"]
    with pytest.raises(Refused, match="unknown"):
        processes.drop_tally(PhaseId("a"), "1")


def test_nothing_is_kept_for_a_phase_there_is_not(processes: Processes) -> None:
    with pytest.raises(Refused, match="unknown"):
        processes.keep([said("1", "nowhere")])

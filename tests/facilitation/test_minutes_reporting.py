"""Minutes of a report out: who presented when, the common text with its sources and dissent, what was voted on."""

from __future__ import annotations

import pytest

from facilitation.minutes import Document
from facilitation.minutes.document import Bullets, Part, Section, Sources, Table
from rooms.activities.conclusion import Conclusion
from rooms.activities.poll import Poll
from rooms.activities.statement import Statement
from tests.facilitation.test_minutes import all_of, everything, minutes, paragraphs, section
from tests.sample import HOSTILE, Story, closed, held


@pytest.fixture(scope="module")
def story() -> Story:
    return closed()


def reported(document: Document) -> Section:
    return section(document, "Mise en commun", "Plénière", "# x")


def statement(document: Document) -> Section:
    return section(reported(document), "statement 1")


def anchors(parts: tuple[Part, ...]) -> set[str]:
    return {part.key for part in all_of(Section, parts)}


def test_rooms_stand_in_the_order_they_presented_and_it_is_said_why_one_brought_nothing(story: Story) -> None:
    table = next(all_of(Table, reported(minutes(story)).parts))
    assert table.head == ("column-room", "column-began", "column-ended", "column-conclusion")
    assert table.rows == (
        ("Mobilités", "time 2026-05-21T17:20+02:00", "time 2026-05-21T17:20+02:00", "standing-frozen"),
        ("Végétal", "", "", "turn-skipped turn-empty 0"),
    )


def test_whoever_presented_earlier_stands_first_whatever_was_planned() -> None:
    story = held()
    story.start("Mise en commun")
    cell, late = story.cell("Mise en commun", "Plénière"), story.room("Végétal")
    story.do("farid", "report_out.arrange", activity=cell, rooms=[late])
    story.do("farid", "report_out.present", activity=cell, room=late, seen=None)
    table = next(all_of(Table, reported(minutes(story)).parts))
    assert [row[0] for row in table.rows] == ["Mobilités", "Végétal"]
    assert table.rows[1][2:] == ("running", "turn-empty 0")


def test_a_report_out_leads_to_the_conclusions_that_were_presented(story: Story) -> None:
    document = minutes(story)
    links = next(all_of(Sources, reported(document).parts))
    assert [source.text for source in links.items] == ["Mobilités"]
    assert {source.anchor for source in links.items} <= anchors(document.parts)


def test_a_statement_has_its_state_its_stands_in_numbers_and_by_name_and_its_sources(story: Story) -> None:
    document = minutes(story)
    told = statement(document)
    assert paragraphs(told) == [
        f"Des bancs {HOSTILE}",
        "standing-adopted reported 2026-05-21T17:20+02:00",
        "stands 1 1 0",
    ]
    (by_name,) = all_of(Bullets, told.parts)
    assert by_name.items == ("stand-for Mobilités", "stand-against Végétal")
    (sources,) = all_of(Sources, told.parts)
    (source,) = sources.items
    assert source.text == "source Mobilités field-agreed Des bancs"
    assert source.anchor in anchors(section(document, "Vote", "Mobilités").parts)


def test_those_who_do_not_agree_are_heard_beside_what_was_adopted(story: Story) -> None:
    document = minutes(story)
    assert paragraphs(section(statement(document), "field-minority")) == [f"Pas de bancs {HOSTILE}"]
    assert paragraphs(section(document, "decisions", "Adopter ?", "field-minority")) == [f"Pas de bancs {HOSTILE}"]


def test_the_vote_on_a_statement_stands_with_it_and_nowhere_else(story: Story) -> None:
    document = minutes(story)
    assert paragraphs(section(statement(document), "Adopter ?")) == [
        "way-named choices 1 rule-votes required 0.5 abstains",
        "turnout 1 4",
        "outcome-adopted",
    ]
    assert everything(document).count("turnout 1 4") == 1


def test_a_decision_says_what_was_decided_and_leads_to_it(story: Story) -> None:
    document = minutes(story)
    decided = section(document, "decisions", "Adopter ?")
    assert paragraphs(decided) == [f"Des bancs {HOSTILE}", "outcome-adopted"]
    (sources,) = all_of(Sources, decided.parts)
    assert {source.anchor for source in sources.items} <= anchors(document.parts)


def test_a_text_changed_after_the_vote_is_not_given_as_what_was_decided() -> None:
    story = held()
    adopted = next(story.state.all(Statement))
    story.do("olga", "statement.freeze", statement=adopted.id, frozen=False)
    story.do("olga", "statement.edit", statement=adopted.id, text="Tout autre chose")
    document = minutes(story)
    assert paragraphs(section(document, "decisions", "Adopter ?")) == ["outcome-adopted", "text-changed"]
    assert paragraphs(statement(document))[:2] == ["Tout autre chose", "statement-drafting"]


def test_the_vote_on_a_conclusion_is_told_where_it_was_held_and_in_short_with_the_conclusion() -> None:
    story = held()
    story.start("Mise en commun")
    cell = story.cell("Mise en commun", "Plénière")
    conclusion = next(found for found in story.state.all(Conclusion) if found.texts)
    asked = {"text": "La garder ?", "options": ["Pour", "Contre", "Rien"], "quorum": 20, "way": "secret"}
    story.do("olga", "conclusion.put_to_vote", conclusion=conclusion.id, activity=cell, **asked)
    (poll,) = (poll for poll in story.state.all(Poll) if poll.about == conclusion.id)
    story.do("ana", "ballot.cast", poll=poll.id, choices=["2"])
    story.do("olga", "poll.close", poll=poll.id)
    story.do("olga", "poll.publish", poll=poll.id)
    document = minutes(story)
    here = section(reported(document), "Mobilités", "La garder ?")
    assert paragraphs(here) == [
        "way-secret choices 1 rule-votes quorum 0.2 required 0.5 abstains",
        "turnout 1 4",
        "outcome-rejected",
    ]
    room = section(document, "Vote", "Mobilités")
    ways = "way-secret choices 1 rule-votes quorum 0.2 required 0.5 abstains"
    assert f"voted Mise en commun {ways} turnout 1 4 outcome-rejected" in paragraphs(room)
    assert any(text.startswith("standing-rejected conclusion-people 2 reported") for text in paragraphs(room))
    assert next(all_of(Table, reported(document).parts)).rows[0][3] == "standing-rejected"
    assert section(document, "decisions", "La garder ?")

"""Minutes say everything that happened in the open, and nothing that was kept hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import msgspec
import pytest

from facilitation.minutes import Document, build
from facilitation.minutes.document import (
    Bullets,
    Chart,
    Figures,
    Paragraph,
    Part,
    Pile,
    Quote,
    Section,
    Sources,
    Table,
)
from facilitation.minutes.history import tell
from rooms.activities.adoption import Standing
from rooms.activities.board import Note
from rooms.activities.conclusion import Citation, Conclusion
from rooms.activities.poll import Poll
from rooms.ids import CitationId, FieldId, RoomId
from tests.sample import HOSTILE, MINUTE, Story, closed, crowded, founded, held


def spoken(id: str, /, **args: Any) -> str:
    """Words that show which message is said of what, in no language."""
    shown = (value.isoformat(timespec="minutes") if isinstance(value, datetime) else value for value in args.values())
    return " ".join(map(str, (id.removeprefix("minutes-"), *shown)))


def minutes(story: Story, named: bool = True) -> Document:
    return build(story.state, story.journal, spoken, "fr", named)


def everything(document: Document) -> str:
    """All of its words. Ids are drawn, and may look like anything."""
    return re.sub(r'"(?:key|anchor)":"[^"]*"', "", msgspec.json.encode(document).decode())


def section(parts: Document | Section, *titles: str) -> Section:
    for title in titles:
        parts = next(part for part in parts.parts if isinstance(part, Section) and part.title.startswith(title))
    assert isinstance(parts, Section)
    return parts


def paragraphs(part: Section) -> list[str]:
    return [inner.text for inner in part.parts if isinstance(inner, Paragraph)]


def all_of(kind: type[Part], parts: tuple[Part, ...]) -> Iterator[Any]:
    for part in parts:
        if isinstance(part, kind):
            yield part
        if isinstance(part, Section):
            yield from all_of(kind, part.parts)


@pytest.fixture(scope="module")
def story() -> Story:
    return closed()


def test_they_bear_the_title_and_the_dates_of_the_workshop_in_its_time_zone(story: Story) -> None:
    document = minutes(story)
    assert document.title == "Réinventer la place du marché"
    assert document.date == "date 2026-05-21T16:40+02:00 2026-05-21T17:30+02:00 Europe/Paris"


def test_a_workshop_that_has_not_begun_says_so() -> None:
    assert minutes(founded()).date == "not-held"


def test_a_workshop_that_goes_on_says_so() -> None:
    assert minutes(held()).date.startswith("date-running 2026-05-21T16:40+02:00")


def test_the_agenda_sets_what_was_planned_beside_what_was_done(story: Story) -> None:
    (table,) = all_of(Table, section(minutes(story), "agenda").parts)
    assert table.rows[0] == (
        "Accueil",
        "Plénière",
        "duration 20",
        "time 2026-05-21T16:40+02:00",
        "duration 10",
        "drift -10 -10",
    )
    assert table.rows[1][1] == "Plénière, in-groups 2"
    assert table.rows[-1] == ("Jamais", "Plénière", "duration 10", "not-run", "", "")


def test_a_step_one_comes_back_to_has_a_row_for_each_time() -> None:
    story = held()
    story.start("Vote")
    story.wait(3)
    story.start("Débat")
    (table,) = all_of(Table, section(minutes(story), "agenda").parts)
    assert [row[2:] for row in table.rows if row[0] == "Vote"] == [
        ("duration 10", "time 2026-05-21T17:10+02:00", "duration 10", "drift +0 -10"),
        ("", "time 2026-05-21T17:40+02:00", "duration 13", "drift +13 +3"),
    ]


def test_a_released_room_has_rows_of_its_own() -> None:
    story = founded()
    group = story.room("Mobilités")
    story.start("Idées")
    story.do("olga", "person.move", person="ana", room=group)
    story.do("olga", "room.release", rooms=[group], last=story.step("Vote"))
    story.wait(4)
    story.do("olga", "room.advance", room=group, step=story.step("Vote"), seen=story.step("Idées"))
    story.wait(2)
    story.do("olga", "room.recall", rooms=[group])
    (table,) = all_of(Table, section(minutes(story), "agenda").parts)
    assert [(row[0], *row[2:]) for row in table.rows if row[1] == "Mobilités"] == [
        ("Idées", "", "time 2026-05-21T16:40+02:00", "duration 4", ""),
        ("Vote", "duration 10", "time 2026-05-21T16:44+02:00", "duration 2", ""),
    ]
    (table,) = all_of(Table, section(minutes(story), "attendance").parts)
    assert ("Vote", "Mobilités", "number 1") in table.rows


def test_what_was_changed_under_way_is_measured_by_what_was_planned_before() -> None:
    story = founded()
    story.start("Accueil")
    step = story.step("Idées")
    story.do("olga", "agenda.shorten", steps=[{"step": step, "minutes": 6, "seen": 10}])
    story.start("Idées")
    story.start("Débat")
    (table,) = all_of(Table, section(minutes(story), "agenda").parts)
    assert [row[2::3] for row in table.rows[:2]] == [("duration 20", "drift -10 -10"), ("duration 10", "drift +0 -10")]


def test_presence_counts_citizens_by_step_and_room_also_where_nobody_was(story: Story) -> None:
    (table,) = all_of(Table, section(minutes(story), "attendance").parts)
    assert ("Idées", "Mobilités", "number 2") in table.rows
    assert ("Idées", "Végétal", "number 0") in table.rows
    assert ("Débat", "Plénière", "number 2") in table.rows


def test_those_who_joined_those_present_staff_and_viewers_are_counted_apart(story: Story) -> None:
    assert paragraphs(section(minutes(story), "attendance")) == ["people 4 3 2 1", "known 1"]


def test_whoever_writes_is_present_though_their_connection_was_counted_as_gone() -> None:
    story = held()
    story.do("bilal", "message.send", text="Je suis là")
    assert "bilal" in tell(story.journal).runs[-1].present[RoomId(story.room("Plénière"))]


def test_people_who_left_before_a_step_are_not_present_in_it(story: Story) -> None:
    present = tell(story.journal).runs[-1].present
    assert {person for people in present.values() for person in people} == {"ana", "chloe", "farid", "olga", "vera"}


def test_a_run_ends_when_the_workshop_closes(story: Story) -> None:
    run = tell(story.journal).runs[-1]
    assert run.ended_at == story.now
    assert run.began_at == story.now - 10 * MINUTE


def test_names_are_of_staff_and_participants_only(story: Story) -> None:
    text = everything(minutes(story))
    assert "Olga Organise" in text
    assert "Bilal Bensaïd" in text
    assert "Vera Visite" not in text


def test_without_names_nobody_is_named(story: Story) -> None:
    text = everything(minutes(story, named=False))
    for name in ("Olga", "Farid", "Andrade", "Bilal", "Chloé", "Vera", "Absent", "olga", "bilal", "anon-"):
        assert name not in text


def test_groups_show_who_sat_in_them_after_everybody_has_come_back(story: Story) -> None:
    mobility = section(minutes(story), "groups", "Mobilités")
    assert paragraphs(mobility) == ["Venir sans voiture", "group-people 2"]
    assert [bullets.items for bullets in all_of(Bullets, mobility.parts)] == [("Ana <b>Andrade</b>", "Bilal Bensaïd")]
    assert paragraphs(section(minutes(story), "groups", "Végétal")) == ["group-people 0"]


def test_a_room_where_nothing_was_written_and_nobody_was_is_not_left_out(story: Story) -> None:
    room = section(minutes(story), "Idées", "Végétal")
    assert paragraphs(room) == ["present 0"]
    assert paragraphs(section(room, "Que changer ?")) == ["no-note"]


def test_notes_stand_in_their_columns_and_stacks_with_authors_dots_and_comments(story: Story) -> None:
    column = section(minutes(story), "Idées", "Mobilités", "Que changer ?", "Pour")
    pile, alone = column.parts
    assert isinstance(pile, Pile)
    assert isinstance(alone, Quote)
    assert pile.title.startswith("Pile # x")
    assert [quote.by for quote in pile.quotes] == ["Ana <b>Andrade</b>", "Bilal Bensaïd"]
    assert [reply.text for reply in pile.quotes[0].replies] == [f"Oui {HOSTILE}"]
    assert (alone.text, alone.details) == ("ساحة للجميع", ("dots 2",))


def test_a_withdrawn_note_is_gone(story: Story) -> None:
    assert "Retiré" not in everything(minutes(story))


def test_an_anonymous_board_names_nobody(story: Story) -> None:
    board = section(minutes(story), "Idées", "Plénière", "En confiance")
    (note,) = all_of(Quote, board.parts)
    assert (note.text, note.by) == ("Sans dire qui je suis", "")
    assert "anonymous" in paragraphs(board)[0]


def test_notes_never_revealed_are_counted_and_not_shown(story: Story) -> None:
    assert paragraphs(section(minutes(story), "Caché", "Plénière", "Secrets")) == ["not-revealed 1"]
    assert "Ceci reste caché" not in everything(minutes(story))


def test_dots_are_not_given_while_people_still_place_them() -> None:
    story = held()
    board = story.cell("Idées", "Mobilités")
    story.do("olga", "board.vote", activity=board, voting="open")
    part = section(minutes(story), "Idées", "Mobilités", "Que changer ?")
    assert "dots-open" in paragraphs(part)[0]
    assert all(not quote.details for quote in all_of(Quote, part.parts))


def test_a_published_poll_gives_way_turnout_and_result_in_words_and_numbers(story: Story) -> None:
    poll = section(minutes(story), "Vote", "Plénière", "Où garer ?")
    assert paragraphs(poll) == ["way-named choices 1 rule-votes", "turnout 3 4"]
    (chart,) = all_of(Chart, poll.parts)
    assert chart.table.rows[0][:2] == ("Sur la place", "number 2")
    assert chart.table.rows[0][3] == "Ana <b>Andrade</b>, Chloé Charpin"
    assert chart.shares == (2 / 3, 1 / 3, 0.0)


def test_who_answered_what_is_left_out_without_names(story: Story) -> None:
    (chart,) = all_of(Chart, section(minutes(story, named=False), "Vote", "Plénière", "Où garer ?").parts)
    assert {len(row) for row in (chart.table.head, *chart.table.rows)} == {3}


def test_a_result_kept_back_gives_no_count(story: Story) -> None:
    poll = section(minutes(story), "Vote", "Plénière", "À main levée")
    assert "not-published" in paragraphs(poll)
    assert not list(all_of(Chart, poll.parts))
    assert "77" not in everything(minutes(story))
    assert "82" not in everything(minutes(story))


def test_a_question_never_put_is_counted_only(story: Story) -> None:
    assert "polls-unput 1" in paragraphs(section(minutes(story), "Vote", "Plénière"))
    assert "Jamais posée" not in everything(minutes(story))


def test_announcements_are_told_and_other_messages_are_not(story: Story) -> None:
    (said,) = section(minutes(story), "announcements").parts
    assert said == Quote(f"Bienvenue {HOSTILE}", by="Olga Organise", details=("time 2026-05-21T16:40+02:00",))
    text = everything(minutes(story))
    assert "secret de" not in text
    assert "chers voisins" not in text
    assert "messages 3" in paragraphs(section(minutes(story), "Débat", "Plénière", "Qu'en dire ?"))


def test_messages_are_quoted_that_were_marked_for_it(story: Story) -> None:
    (quote,) = section(minutes(story), "Débat", "Plénière", "Qu'en dire ?", "marked").parts
    assert isinstance(quote, Quote)
    assert (quote.text, quote.by) == (f"À retenir {HOSTILE}", "Ana <b>Andrade</b>")
    assert everything(minutes(story)).count("À retenir") == 1


def test_messages_marked_where_nothing_was_planned_are_quoted_all_the_same() -> None:
    story = held()
    said = story.do("farid", "message.send", text="Dans le groupe", room=story.room("Végétal")).put[0]
    story.do("farid", "message.mark", message=said.id)
    (quote,) = section(minutes(story), "marked").parts
    assert everything(minutes(story)).count("Dans le groupe") == 1
    assert isinstance(quote, Quote)
    assert quote.text == "Dans le groupe"


def test_an_erased_person_has_no_name_left(story: Story) -> None:
    erased = closed()
    ana = erased.state.get("ana")
    assert ana is not None
    erased.state.put(msgspec.structs.replace(ana, name=""))
    text = everything(minutes(erased))
    assert "Andrade" not in text
    assert '"erased"' in text


def test_the_figures_are_those_of_what_came_out(story: Story) -> None:
    figures = next(part for part in minutes(story).parts if isinstance(part, Figures))
    assert [number for number, _ in figures.items] == ["number 3", "number 2", "number 5", "number 2"]


def test_the_same_workshop_gives_the_same_minutes(story: Story) -> None:
    assert everything(minutes(story)) == everything(minutes(closed()))


def test_the_time_to_speak_is_shared_by_room_and_without_a_name(story: Story) -> None:
    public = section(minutes(story, named=False), "speech")
    (table,) = all_of(Table, public.parts)
    assert table.head == tuple(f"column-{name}" for name in ("room", "spoken", "speakers", "half", "evenness"))
    assert table.rows == (
        ("Plénière", "spoken 17", "number 4", "speech-few", "speech-few"),
        ("Mobilités", "spoken 1", "number 2", "speech-few", "speech-few"),
    )
    assert paragraphs(public) == ["speech-measured"]


def test_the_time_of_five_is_told_by_halves_and_as_a_balance() -> None:
    public = section(minutes(crowded(), named=False), "speech")
    (table,) = all_of(Table, public.parts)
    assert table.rows[0] == ("Plénière", "spoken 19", "number 6", "share-about 0.7", "number 68")
    assert paragraphs(public) == ["speech-measured", "speech-unmeasured 1"]


def test_staff_read_who_spoke_how_long(story: Story) -> None:
    _, table, _ = all_of(Table, section(minutes(story), "speech").parts)
    assert table.rows == (
        ("Plénière", "Olga Organise", "spoken 13", "share-about 0.76"),
        ("Plénière", "Ana <b>Andrade</b>", "spoken 2", "share-about 0.1"),
        ("Plénière", "Bilal Bensaïd", "spoken 2", "share-about 0.1"),
        ("Plénière", "Chloé Charpin", "spoken 1", "share-about 0.04"),
        ("Mobilités", "Ana <b>Andrade</b>", "spoken 0", "share-about 0.90625"),
        ("Mobilités", "Bilal Bensaïd", "spoken 0", "share-about 0.09375"),
    )


def test_turns_to_speak_are_told_by_room_and_to_staff_by_person(story: Story) -> None:
    for named in (True, False):
        (rooms,) = all_of(Bullets, section(minutes(story, named), "speech").parts)
        assert rooms.items == ("turns Plénière 2 spoken 3 1 0 1 least_spoken",)
    *_, table = all_of(Table, section(minutes(story), "speech").parts)
    assert table.rows == (
        ("Plénière", "Ana <b>Andrade</b>", "number 1", "spoken 3"),
        ("Plénière", "Chloé Charpin", "number 1", "spoken 0"),
    )


def test_what_staff_say_backstage_is_not_in_the_minutes(story: Story) -> None:
    for named in (True, False):
        assert "Coulisses" not in everything(Document("", "", "", "", (section(minutes(story, named), "speech"),)))


def test_where_nobody_was_heard_nothing_is_said_of_it() -> None:
    assert [part.title for part in minutes(founded()).parts if isinstance(part, Section)] == [
        "agenda",
        "attendance",
        "groups",
        "announcements",
        "retention",
    ]


# -- conclusions and polls of other kinds -------------------------------------------------------------------------


def concluded() -> Story:
    """Two fields of the groups' conclusion recorded, one quoting a note."""
    story = held()
    story.do("olga", "step.add", title="Conclure", groups={"kind": "conclusion"})
    story.start("Conclure")
    place = story.room("Mobilités")
    here = story.cell("Conclure", "Mobilités")
    conclusion = next(found for found in story.state.under(here, Conclusion))
    note = next(note for note in story.state.all(Note) if note.room == place)
    texts = {"agreed": "**Oui** \\*vraiment\\* [@c1]\n\n- un\n- deux", "questions": "Et *après* ?"}
    recorded = {"texts": texts, "recorded_at": story.now, "people": 2, "state": Standing.ADOPTED}
    story.state.put(msgspec.structs.replace(conclusion, **recorded))
    story.state.put(
        Citation(
            id=CitationId("c1"),
            room=RoomId(place),
            conclusion=conclusion.id,
            field=FieldId("agreed"),
            note=note.id,
            text=note.text,
            author=note.author,
        )
    )
    return story


def test_a_conclusion_has_its_fields_its_state_and_what_it_rests_on() -> None:
    document = minutes(concluded())
    room = section(document, "Conclure", "Mobilités")
    assert "standing-adopted conclusion-people 2" in paragraphs(room)
    agreed = section(room, "field-agreed")
    assert paragraphs(agreed) == ["Oui *vraiment*"]
    (bullets,) = all_of(Bullets, agreed.parts)
    assert bullets.items == ("un", "deux")
    (sources,) = all_of(Sources, agreed.parts)
    (source,) = sources.items
    assert source.anchor in {quote.anchor for quote in all_of(Quote, section(document, "Idées").parts)} | {
        quote.anchor for pile in all_of(Pile, section(document, "Idées").parts) for quote in pile.quotes
    }
    assert paragraphs(section(document, "questions", "Mobilités")) == ["Et après ?"]


def test_a_conclusion_never_settled_is_not_reproduced() -> None:
    room = section(minutes(concluded()), "Conclure", "Végétal")
    assert "conclusion-none" in paragraphs(room)


def published(**question: Any) -> Document:
    """A poll in plenary that Ana, Bilal and Chloé have answered."""
    story = held()
    cell = story.cell("Débat", "Plénière")
    answers = question.pop("answers")
    story.do("olga", "poll.add", activity=cell, question={"text": "Alors ?", **question})
    poll = next(poll for poll in story.state.under(cell, Poll) if poll.question == "Alors ?")
    story.do("olga", "poll.open", poll=poll.id)
    for who, answer in zip(("ana", "bilal", "chloe"), answers, strict=True):
        story.do(who, "ballot.cast", poll=poll.id, **answer)
    story.do("olga", "poll.close", poll=poll.id)
    story.do("olga", "poll.publish", poll=poll.id)
    return minutes(story)


def chart(document: Document) -> Chart:
    (found,) = all_of(Chart, section(document, "Débat", "Plénière", "Qu'en dire ?", "Alors ?").parts)
    assert isinstance(found, Chart)
    return found


def test_a_ranking_is_told_in_points_with_its_rule() -> None:
    answers = [{"choices": ["1", "2"]}, {"choices": ["1", "2"]}, {"choices": ["2", "1"]}]
    document = published(kind="ranking", options=["Bancs", "Arbres"], answers=answers)
    assert chart(document).table.rows == (
        ("Bancs", "number 2", "number 2", "number 2 · number 1"),
        ("Arbres", "number 1", "number 1", "number 1 · number 2"),
    )
    assert chart(document).shares == (1.0, 0.5)
    poll = section(document, "Débat", "Plénière", "Qu'en dire ?", "Alors ?")
    assert "rule-borda" in paragraphs(poll)[0]


def test_scores_are_told_by_mean_and_median() -> None:
    answers = [{"scores": {"1": 5, "2": 1}}, {"scores": {"1": 4, "2": 1}}, {"scores": {"1": 3, "2": 4}}]
    found = chart(published(kind="score", options=["Bancs", "Arbres"], answers=answers))
    assert [row[:4] for row in found.table.rows] == [
        ("Bancs", "mean 4.0", "mean 4.0", "number 3"),
        ("Arbres", "mean 2.0", "mean 1.0", "number 3"),
    ]
    assert found.table.head[4] == "column-scores 1 5"
    assert found.table.rows[1][4] == "number 2 · number 0 · number 0 · number 1 · number 0"
    assert found.shares == (0.75, 0.25)


def test_a_secret_vote_names_nobody_and_says_what_was_required_and_decided() -> None:
    answers = [{"choices": ["1"]}, {"choices": ["1"]}, {"choices": ["2"]}]
    document = published(options=["Pour", "Contre"], way="secret", required=60, answers=answers)
    assert len(chart(document).table.head) == 3
    poll = section(document, "Débat", "Plénière", "Qu'en dire ?", "Alors ?")
    assert "required 0.6" in paragraphs(poll)[0]
    assert "outcome-adopted" in paragraphs(poll)
    assert Quote("Alors ?", details=("outcome-adopted",)) in section(document, "decisions").parts


def test_minutes_say_to_what_people_consented_and_how_long_data_is_kept() -> None:
    kept = section(minutes(held(), named=False), "retention")
    (consents,) = all_of(Bullets, kept.parts)
    assert consents.items == ("consent-media", "consent-anonymous", "consent-secret", "consent-unnamed")
    (table,) = all_of(Table, kept.parts)
    assert ("data-identity", "days 365") in table.rows
    assert ("data-texts", "kept") in table.rows

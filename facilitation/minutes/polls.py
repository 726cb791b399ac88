"""A poll as minutes tell it: how it was asked and counted, who took part, the result as bars over a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from facilitation.minutes.document import Bullets, Chart, Paragraph, Part, Section, Table
from facilitation.minutes.matter import Matter
from rooms.activities.adoption import Adoptable
from rooms.activities.poll import Ballot, Poll, PollState
from rooms.activities.question import QuestionKind, Way
from rooms.activities.tally import Option
from rooms.activity import Activity
from rooms.agenda import Room, Step
from rooms.ids import AuthorId

Column = tuple[str, list[str]]


def polls(matter: Matter, activity: Activity, texts: Iterable[Adoptable] = ()) -> Iterator[Part]:
    """But those about these texts, which stand with them."""
    about = {text.id for text in texts}
    found = [poll for poll in matter.state.under(activity.id, Poll) if poll.about not in about]
    put = _put(found)
    for poll in put:
        yield _section(matter, poll)
    if len(found) > len(put):
        yield Paragraph(matter.words("minutes-polls-unput", count=len(found) - len(put)), soft=True)


def votes(matter: Matter, text: Adoptable, here: Activity) -> Iterator[Part]:
    """Each time it was put to the vote: whole if that was here, in a paragraph if it was in another activity."""
    for poll in _put(poll for poll in matter.state.all(Poll) if poll.about == text.id):
        if poll.activity == here.id:
            yield _section(matter, poll)
        else:
            yield Paragraph(" ".join(_in_short(matter, poll)))


def _put(found: Iterable[Poll]) -> list[Poll]:
    """Those that people were asked, in time."""
    put = (poll for poll in found if poll.state is not PollState.CREATED)
    return sorted(put, key=lambda poll: (poll.opened_at or 0, poll.id))


def _section(matter: Matter, poll: Poll) -> Section:
    return Section(poll.question, tuple(told(matter, poll)), key=f"poll-{poll.id}")


def _in_short(matter: Matter, poll: Poll) -> Iterator[str]:
    activity = matter.state.maybe(Activity, poll.activity)
    step = matter.state.maybe(Step, activity.step) if activity is not None else None
    yield matter.words("minutes-voted", step=step.title if step is not None else "")
    yield from _asked(matter, poll)
    if poll.state is not PollState.PUBLISHED:
        yield matter.words("minutes-not-published")
        return
    yield _turnout(matter, poll)
    if poll.outcome is not None:
        yield matter.words(f"minutes-outcome-{poll.outcome.value}")


def _turnout(matter: Matter, poll: Poll) -> str:
    return matter.words("minutes-turnout", turnout=poll.turnout, present=poll.present or 0)


def told(matter: Matter, poll: Poll) -> Iterator[Part]:
    """Of a result kept back, only how it was asked."""
    words = matter.words
    yield Paragraph(" ".join(_asked(matter, poll)), soft=True)
    if poll.state is not PollState.PUBLISHED:
        yield Paragraph(words("minutes-not-published"))
        if poll.question_kind is not QuestionKind.WORDS and poll.options:
            yield Bullets(tuple(option.text for option in poll.options))
        return
    yield Paragraph(_turnout(matter, poll))
    if poll.outcome is not None:
        yield Paragraph(words(f"minutes-outcome-{poll.outcome.value}"))
    if poll.options:
        yield _result(matter, poll)
    if poll.more:
        yield Paragraph(words("minutes-words-more", count=poll.more), soft=True)
    if rooms := tuple(_by_room(matter, poll)):
        yield Section(words("minutes-by-room"), rooms)


def _asked(matter: Matter, poll: Poll) -> Iterator[str]:
    words = matter.words
    yield words(f"minutes-way-{poll.way.value}")
    match poll.question_kind:
        case QuestionKind.CHOICE:
            yield words("minutes-choices", most=poll.most)
        case QuestionKind.SCORE:
            yield words("minutes-scale", lowest=poll.lowest, highest=poll.highest)
        case QuestionKind.WORDS:
            yield words("minutes-words", most=poll.most)
    yield words(f"minutes-rule-{poll.rule.value}")
    if poll.everywhere:
        yield words("minutes-everywhere")
    if poll.quorum:
        yield words("minutes-quorum", share=poll.quorum / 100)
    if poll.required:
        yield words("minutes-required", share=poll.required / 100)
    if poll.abstains:
        yield words("minutes-abstains")


def _result(matter: Matter, poll: Poll) -> Chart:
    """Shares are of the people who answered, so those of a multiple choice may sum to more than one."""
    options, turnout = poll.options, poll.turnout
    match poll.question_kind:
        case QuestionKind.RANKING:
            most = max((option.points or 0 for option in options), default=0) or 1
            shares = tuple((option.points or 0) / most for option in options)
            columns = [_numbers(matter, "points", [option.points for option in options])]
            columns.append(_numbers(matter, "first", [option.votes for option in options]))
            columns.append(_spread(matter, matter.words("minutes-column-ranks", last=len(options)), options))
            values = [matter.words("minutes-points", count=option.points or 0) for option in options]
        case QuestionKind.SCORE:
            span = max(poll.highest - poll.lowest, 1)
            shares = tuple(max(((option.mean or poll.lowest) - poll.lowest) / span, 0.0) for option in options)
            means = [matter.words("minutes-mean", mean=option.mean or 0.0) for option in options]
            columns = [(matter.words("minutes-column-mean"), means)]
            medians = [matter.words("minutes-mean", mean=option.median or 0.0) for option in options]
            columns.append((matter.words("minutes-column-median"), medians))
            columns.append(_numbers(matter, "votes", [option.votes for option in options]))
            scale = matter.words("minutes-column-scores", lowest=poll.lowest, highest=poll.highest)
            columns.append(_spread(matter, scale, options))
            values = means
        case _:
            shares = tuple((option.votes or 0) / turnout if turnout else 0.0 for option in options)
            percents = [matter.words("minutes-share", share=share) for share in shares]
            columns = [_numbers(matter, "votes", [option.votes for option in options])]
            columns.append((matter.words("minutes-column-share"), percents))
            values = [
                matter.words("minutes-bar", count=option.votes or 0, share=percent)
                for option, percent in zip(options, percents, strict=True)
            ]
    numbers = tuple(range(1, len(columns) + 1))
    if matter.named and poll.way is Way.NAMED and poll.question_kind is QuestionKind.CHOICE:
        voters = [", ".join(_voters(matter, poll, option)) for option in options]
        columns.append((matter.words("minutes-column-who"), voters))
    return Chart(_table(matter, options, columns, numbers), shares, tuple(values))


def _table(matter: Matter, options: Sequence[Option], columns: list[Column], numbers: tuple[int, ...]) -> Table:
    head = (matter.words("minutes-column-answer"), *(title for title, _ in columns))
    rows = zip((option.text for option in options), *(cells for _, cells in columns), strict=True)
    return Table(head, tuple(rows), numbers)


def _numbers(matter: Matter, column: str, counts: list[int | None]) -> Column:
    cells = [matter.words("minutes-number", count=count or 0) for count in counts]
    return matter.words(f"minutes-column-{column}"), cells


def _spread(matter: Matter, title: str, options: Sequence[Option]) -> Column:
    """How many gave it each rank, or each score."""
    counts = ([matter.words("minutes-number", count=many) for many in option.spread or ()] for option in options)
    return title, [" · ".join(those) for those in counts]


def _by_room(matter: Matter, poll: Poll) -> Iterator[Part]:
    """Never of fewer than five people: it would tell who answered what."""
    words = matter.words
    for result in poll.shown_by_room():
        room = matter.state.maybe(Room, result.room)
        name = room.name if room is not None else ""
        said = words("minutes-room-turnout", room=name, turnout=result.turnout)
        if not result.options:
            yield Paragraph(f"{said} {words('minutes-room-few')}", soft=True)
            continue
        votes = [_numbers(matter, "votes", [option.votes for option in result.options])]
        yield Paragraph(said, soft=True)
        yield _table(matter, result.options, votes, (1,))


def _voters(matter: Matter, poll: Poll, option: Option) -> list[str]:
    ballots = matter.state.under(poll.id, Ballot)
    return sorted(matter.author(AuthorId(ballot.participant)) for ballot in ballots if option.id in ballot.choices)

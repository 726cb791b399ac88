"""Counting rules: what people answered, made into the result. The order of the answers changes nothing."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from statistics import median

from msgspec import Struct
from msgspec.structs import replace

from rooms.activities.question import QuestionKind
from rooms.ids import OptionId, RoomId

FEWEST = 5
"""Of fewer people no part of a result is shown: it would tell who answered what."""
WORDS_SHOWN = 200


class Answer(Struct, frozen=True, kw_only=True):
    """One person's: options chosen (in a ranking the preferred first), scores by option, or words."""

    choices: tuple[OptionId, ...] = ()
    scores: dict[OptionId, int] = {}
    words: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.choices or self.scores or self.words)


class Option(Struct, frozen=True, kw_only=True):
    """Numbers are None until the result may be seen.

    `votes` counts those who chose it (in a ranking: put it first; in scores: gave it one). `spread` counts ranks from
    the first to the last, or scores from the lowest to the highest.
    """

    id: OptionId
    text: str
    votes: int | None = None
    points: int | None = None
    mean: float | None = None
    median: float | None = None
    spread: tuple[int, ...] | None = None


class RoomResult(Struct, frozen=True, kw_only=True):
    """`options` is empty where it would tell who answered what."""

    room: RoomId
    turnout: int
    options: tuple[Option, ...] = ()


class Outcome(StrEnum):
    ADOPTED = "adopted"
    REJECTED = "rejected"
    NO_QUORUM = "no_quorum"


class Scale(Struct, frozen=True, kw_only=True):
    lowest: int
    highest: int


# -- the rules ----------------------------------------------------------------------------------------------------


def votes(options: Sequence[Option], answers: Iterable[Answer]) -> tuple[Option, ...]:
    """Each option has as many votes as people chose it."""
    chosen = Counter(choice for answer in answers for choice in answer.choices)
    return tuple(replace(option, votes=chosen[option.id]) for option in options)


def borda(options: Sequence[Option], answers: Iterable[Answer]) -> tuple[Option, ...]:
    """Of n options the first of a ballot gets n - 1 points, the second n - 2, and so on; one left out gets none.

    Jean-Charles de Borda, "Mémoire sur les élections au scrutin", Histoire de l'Académie royale des sciences, 1781.
    """
    ranks = {option.id: [0] * len(options) for option in options}
    for answer in answers:
        for rank, choice in enumerate(answer.choices):
            ranks[choice][rank] += 1
    last = len(options) - 1
    return tuple(
        replace(
            option,
            votes=ranks[option.id][0],
            points=sum(people * (last - rank) for rank, people in enumerate(ranks[option.id])),
            spread=tuple(ranks[option.id]),
        )
        for option in options
    )


def scores(options: Sequence[Option], answers: Iterable[Answer], scale: Scale) -> tuple[Option, ...]:
    """Mean and median of the scores an option was given; who gave it none does not count for it.

    Michel Balinski, Rida Laraki, "Majority Judgment", MIT Press, 2010, on why the median is read beside the mean: few
    extreme scores do not move it.
    """
    given: dict[OptionId, list[int]] = defaultdict(list)
    for answer in answers:
        for option, score in answer.scores.items():
            given[option].append(score)
    return tuple(_scored(option, given[option.id], scale) for option in options)


def _scored(option: Option, given: list[int], scale: Scale) -> Option:
    return replace(
        option,
        votes=len(given),
        mean=round(sum(given) / len(given), 2) if given else None,
        median=float(median(given)) if given else None,
        spread=tuple(given.count(score) for score in range(scale.lowest, scale.highest + 1)),
    )


def words(answers: Iterable[Answer]) -> tuple[Option, ...]:
    """Words that differ only in case, accents or spaces are one, in the spelling most people used; most given first."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for answer in answers:
        for word in answer.words:
            spellings[folded(word)][word] += 1
    groups = [(min(spelt, key=lambda word: (-spelt[word], word)), spelt.total()) for spelt in spellings.values()]
    groups.sort(key=lambda group: (-group[1], folded(group[0]), group[0]))
    return tuple(Option(id=OptionId(str(i)), text=text, votes=many) for i, (text, many) in enumerate(groups, 1))


def folded(word: str) -> str:
    """Without case, accents, vowel marks, the Arabic tatweel and the spaces around."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(c for c in apart if unicodedata.category(c) != "Mn" and c != "\u0640")
    return " ".join(bare.casefold().split())


def counted(
    kind: QuestionKind, options: Sequence[Option], answers: Iterable[Answer], scale: Scale
) -> tuple[Option, ...]:
    match kind:
        case QuestionKind.CHOICE:
            return votes(options, answers)
        case QuestionKind.RANKING:
            return borda(options, answers)
        case QuestionKind.SCORE:
            return scores(options, answers, scale)
        case QuestionKind.WORDS:
            return words(answers)


# -- what it comes to ---------------------------------------------------------------------------------------------


def outcome(
    options: Sequence[Option], abstains: bool, quorum: int, required: int, turnout: int, present: int
) -> Outcome | None:
    """Adopted when enough people answered, and the first option has its share and more votes than any other.

    Abstentions count for the quorum, not for the share.
    """
    if turnout * 100 < quorum * present:
        return Outcome.NO_QUORUM
    if not required:
        return None
    first, *others = [option.votes or 0 for option in (options[:-1] if abstains else options)]
    expressed = first + sum(others)
    has_share = expressed > 0 and first * 100 >= required * expressed
    return Outcome.ADOPTED if has_share and first > max(others) else Outcome.REJECTED


def shown_by_room(rooms: Sequence[RoomResult]) -> tuple[RoomResult, ...]:
    """Without what fewer than five people answered, also where it could be worked out from the total and the rest."""
    by_turnout = sorted(rooms, key=lambda result: result.turnout)
    hidden: list[RoomResult] = [result for result in by_turnout if result.turnout < FEWEST]
    left_over = sum(result.turnout for result in hidden)
    if 0 < left_over < FEWEST:
        hidden = by_turnout[: len(hidden) + 1]
    ids = {result.room for result in hidden}
    return tuple(replace(result, options=()) if result.room in ids else result for result in rooms)


def by_room(
    given: Iterable[tuple[RoomId, Answer]], count: Callable[[Iterable[Answer]], tuple[Option, ...]]
) -> tuple[RoomResult, ...]:
    answers: dict[RoomId, list[Answer]] = defaultdict(list)
    for room, answer in given:
        answers[room].append(answer)
    return tuple(
        RoomResult(room=room, turnout=len(answers[room]), options=count(answers[room])) for room in sorted(answers)
    )


def together(options: Sequence[Option], rooms: Iterable[RoomResult]) -> tuple[Option, ...]:
    """The votes of several rooms, counted in each by hand."""
    total = Counter[OptionId]()
    for result in rooms:
        total.update({option.id: option.votes or 0 for option in result.options})
    return tuple(replace(option, votes=total[option.id]) for option in options)

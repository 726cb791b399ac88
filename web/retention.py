"""For how long a workshop keeps what, in words: what people are told before they come in, and after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from fluent.runtime.types import fluent_date

from facilitation.retention import end_of, purge_id
from rooms.agenda import Workshop
from rooms.retention import Data, Purge
from rooms.state import State
from web.languages import Texts


@dataclass(frozen=True, slots=True)
class Promise:
    """`until` says when it goes, or went."""

    data: Data
    what: str
    until: str
    is_gone: bool


def promises(state: State, texts: Texts) -> list[Promise]:
    """One for each kind of data, in the order in which people ask."""
    (workshop,) = state.all(Workshop)
    return [
        Promise(data, texts(f"retention-{data.value}"), _until(state, workshop, data, texts), is_done(state, data))
        for data in Data
    ]


def is_done(state: State, data: Data) -> bool:
    return state.maybe(Purge, purge_id(data)) is not None


def _until(state: State, workshop: Workshop, data: Data, texts: Texts) -> str:
    if purge := state.maybe(Purge, purge_id(data)):
        return texts("retention-done", at=day(purge.at, workshop))
    days = workshop.retention.days(data)
    if days is None:
        return texts("retention-kept")
    ends_at = end_of(workshop, data)
    if ends_at is None:
        return texts("retention-days", days=days)
    return texts("retention-until", at=day(ends_at, workshop))


def day(at: int, workshop: Workshop) -> object:
    """A moment as Fluent takes it, at the workshop's own time."""
    return fluent_date(datetime.fromtimestamp(at / 1000, UTC).astimezone(ZoneInfo(workshop.time_zone)))

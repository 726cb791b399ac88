"""Processes and workshops for people's calendars (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from facilitation.methods import Meeting
from facilitation.process import Phase, Process


def calendar(process: Process, url: str, phases: Iterable[Phase], meetings: Iterable[Meeting]) -> bytes:
    """Phases as whole days, meetings at their hour. The same event again has the same uid, so that it is replaced."""
    feed = Calendar()
    feed.add("prodid", "-//Palabre//Palabre//FR")
    feed.add("version", "2.0")
    feed.add("x-wr-calname", process.face.title)
    for phase in phases:
        if phase.face.starts_at is not None and phase.face.ends_at is not None:
            feed.add_component(_days(process, phase, url))
    for meeting in meetings:
        event = _event(process, f"meeting-{meeting.id}", meeting.title, url)
        event.add("dtstart", _utc(meeting.starts_at))
        event.add("dtend", _utc(meeting.ends_at))
        feed.add_component(event)
    return bytes(feed.to_ical())


def _days(process: Process, phase: Phase, url: str) -> Event:
    zone = ZoneInfo(process.face.time_zone)
    event = _event(process, f"phase-{phase.id}", f"{process.face.title}: {phase.face.title}", url)
    event.add("dtstart", _utc(phase.face.starts_at or 0).astimezone(zone).date())
    # The day after the last one, as the standard has it.
    event.add("dtend", _utc((phase.face.ends_at or 0) - 1).astimezone(zone).date() + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event


def _event(process: Process, id: str, title: str, url: str) -> Event:
    event = Event()
    event.add("uid", f"{id}@{url.split('/')[2]}")
    event.add("dtstamp", _utc(process.published_at or process.created_at))
    event.add("sequence", process.version)
    event.add("summary", title)
    event.add("url", url)
    return event


def _utc(at: int) -> datetime:
    return datetime.fromtimestamp(at / 1000, UTC)

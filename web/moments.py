"""Dates as people say them, in their language and at the process's own time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date
from fluent.runtime.types import fluent_date

from web.languages import Texts


@dataclass(frozen=True, slots=True)
class Moments:
    """Times are epoch milliseconds."""

    texts: Texts
    zone: str

    def local(self, at: int) -> datetime:
        return datetime.fromtimestamp(at / 1000, UTC).astimezone(ZoneInfo(self.zone))

    def fluent(self, at: int) -> Any:
        """As a text of the catalogues takes it."""
        return fluent_date(self.local(at))

    def iso(self, at: int) -> str:
        return self.local(at).isoformat()

    def day(self, at: int) -> str:
        """12 mars 2026"""
        return str(format_date(self.local(at), "long", self.texts.language))

    def number(self, at: int) -> str:
        return str(self.local(at).day)

    def month(self, at: int) -> str:
        return str(format_date(self.local(at), "MMM", self.texts.language))

    def hour(self, at: int) -> str:
        return self.texts("public-hour", at=self.fluent(at))

    def moment(self, at: int) -> str:
        return self.texts("public-moment", day=self._weekday(at), hour=self.hour(at))

    def span(self, start: int, end: int) -> str:
        """From one day to another; the year is said once. An end at midnight is the day before."""
        first, last = self.local(start).date(), self.local(end - 1).date()
        if first == last:
            return self._said(last, "long")
        shape = "d MMMM" if first.year == last.year else "long"
        return self.texts("public-span", first=self._said(first, shape), last=self._said(last, "long"))

    def _weekday(self, at: int) -> str:
        return self._said(self.local(at).date(), "EEEE d MMMM")

    def _said(self, day: date, shape: str) -> str:
        return str(format_date(day, shape, self.texts.language))

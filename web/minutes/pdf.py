"""Minutes as a PDF for screen readers and archives: tagged, PDF/UA-1 and PDF/A-2a. typst stops at what is not."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import typst

from facilitation.minutes.document import Chart, Document, Part, Pile, Quote, Section, Sources, every, targets
from web.languages import Texts
from web.minutes.fonts import FOLDER, UNPRINTABLE, printable

HERE = Path(__file__).parent
STANDARDS = ["ua-1", "a-2a"]
LINES_KEPT = 12
"""A quote longer than this may run over the end of a page."""
CHART_PPI = 220


def pdf(document: Document, words: Texts, made_at: datetime) -> bytes:
    data = data_of(document, words, made_at)
    (file,) = compiled("page.typ", data, format="pdf", pdf_standards=STANDARDS, timestamp=made_at)
    return file


def data_of(document: Document, words: Texts, made_at: datetime) -> dict[str, Any]:
    """What the template is given, of characters that can be printed."""
    anchors = targets(document.parts)
    data = {
        **_plain(document),
        "parts": [_part(part, anchors, words) for part in document.parts],
        "date-said": document.date,
        "date": _date(made_at),
        "rtl": words.direction == "rtl",
        "words": {
            "minutes": words("minutes-title"),
            "summary": words("minutes-summary"),
            "note": words("minutes-note"),
            "amendments": words("minutes-amendments"),
            "checksum": words("minutes-checksum"),
            "unprintable": words("minutes-unprintable", sign=UNPRINTABLE),
        },
    }
    safe: dict[str, Any] = _printable(data)
    # A PDF needs a title, whatever the workshop's is made of.
    safe["title"] = safe["title"].strip() or safe["words"]["minutes"]
    safe["unprintable"] = UNPRINTABLE in str({**safe, "words": ()})
    return safe


def charts(document: Document, words: Texts) -> list[bytes]:
    """The bars of each chart as a PNG, in their order."""
    found = [_plain(part) for part in every(document.parts) if isinstance(part, Chart)]
    if not found:
        return []
    data = {"title": document.title, "language": words.language, "rtl": words.direction == "rtl", "charts": found}
    return compiled("chart.typ", _printable(data), format="png", ppi=CHART_PPI)


@cache
def fonts() -> typst.Fonts:
    """Those of the folder and no others, opened once."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)])


def compiled(template: str, data: dict[str, Any], **how: Any) -> list[bytes]:
    """The words go in as data: no typst source is ever made of them."""
    made = typst.compile(
        str(HERE / template),
        root=str(HERE),
        font_paths=fonts(),
        sys_inputs={"data": msgspec.json.encode(data).decode()},
        **how,
    )
    return list(made) if isinstance(made, list) else [made]


def _part(part: Part, anchors: set[str], words: Texts) -> dict[str, Any]:
    """Links lead to what these minutes have; a link to nowhere would not compile."""
    plain = _plain(part)
    match part:
        case Section():
            plain["label"] = part.key if part.key in anchors else None
            plain["parts"] = [_part(inner, anchors, words) for inner in part.parts]
            plain["amendments"] = [_part(quote, anchors, words) for quote in part.amendments]
        case Quote():
            plain["label"] = part.anchor if part.anchor in anchors else None
            plain["breakable"] = part.text.count("\n") > LINES_KEPT or len(part.text) > 100 * LINES_KEPT
        case Pile():
            plain["quotes"] = [_part(quote, anchors, words) for quote in part.quotes]
        case Chart():
            plain["alt"] = words("minutes-chart-alt")
        case Sources():
            for item in plain["items"]:
                item["label"] = item["anchor"] if item["anchor"] in anchors else None
    return plain


def _plain(value: Document | Part) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(value)
    return plain


def _printable(value: Any) -> Any:
    match value:
        case str():
            return printable(value)
        case list() | tuple():
            return [_printable(item) for item in value]
        case dict():
            return {key: _printable(item) for key, item in value.items()}
    return value


def _date(at: datetime) -> dict[str, int]:
    utc = at.astimezone(UTC)
    return {name: getattr(utc, name) for name in ("year", "month", "day", "hour", "minute", "second")}

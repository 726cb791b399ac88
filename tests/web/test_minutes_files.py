"""PDF, Word and OpenDocument: what people type is text there too, and a screen reader finds its way."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import pytest
import typst
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitation.minutes import Document
from tests.sample import HOSTILE
from tests.web.test_minutes_writers import CATALOGUES, hostile, minutes
from web.languages import LANGUAGES
from web.minutes.fonts import UNPRINTABLE, covered, printable
from web.minutes.opendocument import opendocument
from web.minutes.pdf import HERE, STANDARDS, charts, compiled, data_of, fonts, pdf
from web.minutes.word import word

AT = datetime(2026, 5, 26, 9, tzinfo=UTC)
FEW = settings(deadline=None, max_examples=12, suppress_health_check=list(HealthCheck))
ANYTHING = st.text(max_size=40) | st.text(
    alphabet="ab \n\\#$*_`<>@[]{}()=+-~/\"'&;%|^1\u2028\ufffe\uffff\U0001f333漢سم", max_size=40
)
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
SVG = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"


def as_pdf(document: Document) -> bytes:
    return pdf(document, CATALOGUES[document.language], AT)


def as_word(document: Document) -> Any:
    words = CATALOGUES[document.language]
    return docx.Document(io.BytesIO(word(document, words, AT, charts(document, words))))


def as_opendocument(document: Document) -> dict[str, ElementTree.Element]:
    words = CATALOGUES[document.language]
    file = opendocument(document, words, AT, charts(document, words))
    with ZipFile(io.BytesIO(file)) as unpacked:
        assert unpacked.namelist()[0] == "mimetype"
        return {name: ElementTree.fromstring(unpacked.read(name)) for name in ("content.xml", "styles.xml", "meta.xml")}


def quoted(document: Document) -> str:
    """What the typesetter makes of all quotes."""
    data = json.dumps(data_of(document, CATALOGUES[document.language], AT))
    found: str = typst.query(
        str(HERE / "page.typ"),
        "quote",
        root=str(HERE),
        font_paths=fonts(),
        sys_inputs={"data": data},
    )
    return found


# -- PDF ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_passes_the_checks_of_accessibility_and_of_archives(language: str) -> None:
    file = as_pdf(minutes(language))
    assert file.startswith(b"%PDF-1.7")
    assert b"pdfuaid:part" in file
    assert b"pdfaid:part" in file
    assert f"/Lang ({language})".encode() in file or f"/Lang({language})".encode() in file


def test_the_typesetter_stops_at_what_is_not_accessible() -> None:
    """The check is its own, and is on: here at a document without a title."""
    data = {**data_of(minutes("fr"), CATALOGUES["fr"], AT), "title": ""}
    with pytest.raises(typst.TypstError, match="PDF/UA-1 error"):
        compiled("page.typ", data, format="pdf", pdf_standards=STANDARDS, timestamp=AT)


def test_what_people_type_is_text_for_the_typesetter() -> None:
    assert json.dumps('#eval("1") $x$ *a* @b <c>', ensure_ascii=False)[1:-1] in quoted(
        hostile('#eval("1") $x$ *a* @b <c>')
    )


@FEW
@given(ANYTHING)
def test_no_text_keeps_a_pdf_from_being_made(text: str) -> None:
    assert as_pdf(hostile(text, "ar")).startswith(b"%PDF")


def test_what_no_font_has_is_shown_as_missing() -> None:
    assert printable("Bonjour 漢 🌳 ⵣ سلام\u0007") == f"Bonjour {UNPRINTABLE} 🌳 ⵣ سلام"
    assert {"é", "œ", "ء", "ﷺ", "ⵣ", UNPRINTABLE} <= covered()


@pytest.mark.parametrize(
    ("text", "mark"),
    [("\u2068مع\u2069، \u20681\u2069", "\u2067"), ("\u2068Un\u2069, \u20682\u2069", "\u2066"), ("مع", "\u2068")],
)
def test_a_sentence_all_of_parts_is_written_in_the_direction_of_its_letters(text: str, mark: str) -> None:
    assert f"{mark}{text}" in quoted(hostile(text))


# -- Word ---------------------------------------------------------------------------------------------------------


def test_word_shows_what_was_typed() -> None:
    shown = [block.text for block in as_word(minutes("fr")).paragraphs]
    assert HOSTILE in shown
    assert any(text.startswith(f"{HOSTILE}") for text in shown)


def test_word_has_headings_header_rows_and_words_for_pictures() -> None:
    sheet = as_word(minutes("fr"))
    assert [block.text for block in sheet.paragraphs if block.style.name == "Heading 1"][:2] == ["Déroulé", "Présence"]
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in sheet.tables)
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for table in sheet.tables for row in table.rows)
    pictures = {picture._inline.docPr.get("descr") for picture in sheet.inline_shapes}
    assert pictures == {CATALOGUES["fr"]("minutes-chart-alt")}
    (language,) = sheet.styles.element.iter(qn("w:lang"))
    assert language.get(qn("w:val")) == "fr"


def test_word_is_written_from_right_to_left_in_arabic() -> None:
    sheet = as_word(minutes("ar"))
    assert sheet.sections[0]._sectPr.find(qn("w:bidi")) is not None
    assert all(table._tbl.tblPr.find(qn("w:bidiVisual")) is not None for table in sheet.tables)
    heading = next(block for block in sheet.paragraphs if block.style.name == "Heading 1")
    assert heading._p.pPr.find(qn("w:bidi")) is not None
    assert heading.runs[0].font.rtl


def test_word_leads_from_a_source_to_its_quote() -> None:
    body = as_word(hostile("a")).element.body
    anchors = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    names = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert len(names) == 2, "a quote and a section"
    assert set(anchors) == set(names)


@FEW
@given(ANYTHING)
def test_no_text_becomes_markup_in_word(text: str) -> None:
    body, plain = as_word(hostile(text)).element.body, as_word(hostile("a")).element.body
    assert {element.tag for element in body.iter()} <= {element.tag for element in plain.iter()} | OF_WRITING


OF_WRITING = {qn(tag) for tag in ("w:br", "w:bidi", "w:rtl", "w:jc", "w:rPr", "w:tab", "w:noBreakHyphen", "w:cr")}


# -- OpenDocument -------------------------------------------------------------------------------------------------


def test_an_opendocument_shows_what_was_typed() -> None:
    content = as_opendocument(minutes("fr"))["content.xml"]
    assert "".join(content.itertext()).count('<script>alert("1")</script>') >= 10


def test_an_opendocument_has_headings_header_rows_and_words_for_pictures() -> None:
    parts = as_opendocument(minutes("fr"))
    content = parts["content.xml"]
    levels = [int(heading.get(f"{{{TEXT}}}outline-level", "")) for heading in content.iter(f"{{{TEXT}}}h")]
    assert levels[0] == 1
    tables = list(content.iter(f"{{{TABLE}}}table"))
    assert len(tables) == len(list(content.iter(f"{{{TABLE}}}table-header-rows")))
    assert {said.text for said in content.iter(f"{{{SVG}}}desc")} == {CATALOGUES["fr"]("minutes-chart-alt")}
    assert "".join(parts["meta.xml"].itertext()).count("Réinventer") == 1


def test_an_opendocument_is_written_from_right_to_left_in_arabic() -> None:
    parts = as_opendocument(minutes("ar"))
    (page,) = parts["styles.xml"].iter(f"{{{STYLE}}}page-layout-properties")
    assert page.get(f"{{{STYLE}}}writing-mode") == "rl-tb"
    heading = next(parts["content.xml"].iter(f"{{{TEXT}}}h"))
    assert heading.get(f"{{{TEXT}}}style-name", "").endswith("-rtl")


@FEW
@given(ANYTHING)
def test_no_text_becomes_markup_in_an_opendocument(text: str) -> None:
    content, plain = as_opendocument(hostile(text))["content.xml"], as_opendocument(hostile("a"))["content.xml"]
    more = {f"{{{TEXT}}}line-break"}
    assert {element.tag for element in content.iter()} <= {element.tag for element in plain.iter()} | more

"""Whatever people type is text in every format and language."""

from __future__ import annotations

import itertools
import re
from html.parser import HTMLParser

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from facilitation.minutes import Document, build
from facilitation.minutes.document import (
    Bullets,
    Chart,
    Figures,
    Paragraph,
    Pile,
    Quote,
    Section,
    Source,
    Sources,
    Table,
)
from tests.house.tree import ROOT
from tests.sample import HOSTILE, closed
from web.languages import LANGUAGES, Catalogues
from web.minutes.html import html
from web.minutes.markdown import markdown
from web.minutes.writers import LOCALES

CATALOGUES = Catalogues(LOCALES, "minutes", "order")
STORY = closed()
ISOLATES = re.compile("[\u2066-\u2069]")


def minutes(language: str, named: bool = True) -> Document:
    return build(STORY.state, STORY.journal, CATALOGUES[language], language, named)


class Tags(HTMLParser):
    """Which tags and attributes a browser would make of a page, and which text it would show."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.extend((name, value or "") for name, value in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def hostile(text: str, language: str = "fr") -> Document:
    """The text in every place of the tree where a text can stand."""
    note = Quote(text, by=text, details=(text,), replies=(Quote(text, by=text),))
    table = Table((text, text), ((text, text),), numbers=(1,))
    parts = (
        Paragraph(text),
        Figures(((text, text),)),
        Bullets((text,)),
        table,
        Chart(table, (0.5,), (text,)),
        note,
        Pile(text, (note, note)),
        Sources(text, (Source(text, "note-1"), Source(text, "b"), Source(text))),
        Section(text, (Paragraph(text, soft=True), note), key="a", note=text, amendments=(note,)),
    )
    anchored = msgspec.structs.replace(note, anchor="note-1")
    return Document(
        title=text,
        language=language,
        date=text,
        lead=text,
        parts=(Section(text, parts, key="b"), *parts, anchored),
        summary=text,
        made=text,
        standing=text,
        checksum=text,
    )


def rendered(document: Document) -> Tags:
    """As a CommonMark reader with tables shows it."""
    return Tags(MarkdownIt("commonmark").enable("table").render(markdown(document, CATALOGUES["fr"])))


OURS = {"h1", "h2", "h3", "h4", "p", "br", "ul", "li", "strong", "em", "table", "thead", "tbody", "tr", "th", "td"}
OURS |= {"blockquote", "hr"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_html_typed_by_people_makes_no_tag(language: str) -> None:
    page = Tags(html(minutes(language), CATALOGUES[language]))
    assert "script" not in page.tags
    assert "b" in page.tags, "the figures are ours"
    assert page.text.count('<script>alert("1")</script>') >= 10
    assert "Ana <b>Andrade</b>" in page.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_stands_alone_in_its_language_and_direction(language: str) -> None:
    page = html(minutes(language), CATALOGUES[language])
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in page
    assert [value for name, value in Tags(page).attributes if name in ("src", "srcset", "action")] == []
    assert all(value.startswith("#") for name, value in Tags(page).attributes if name == "href")
    assert "url(" not in page
    assert "@import" not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_skip_no_level(language: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", html(minutes(language), CATALOGUES[language]))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("named", [True, False])
def test_every_word_comes_from_the_catalogue_of_the_language(language: str, named: bool) -> None:
    words = CATALOGUES[language]
    page = Tags(html(minutes(language, named), words)).text
    assert "minutes-" not in page
    assert words("minutes-agenda") in page
    assert words("minutes-not-published") in page


def test_markdown_typed_by_people_stays_text() -> None:
    shown = rendered(minutes("fr"))
    assert shown.tags <= OURS | {"h5", "h6"}
    assert HOSTILE in shown.text


def test_a_note_shows_its_lines_as_they_were_typed() -> None:
    shown = rendered(minutes("fr")).text
    assert "deuxième paragraphe\n- et une liste" in shown


def test_marks_of_direction_are_kept_only_where_two_directions_meet() -> None:
    assert ISOLATES.search(markdown(minutes("fr"), CATALOGUES["fr"])), "an Arabic note stands among French words"
    assert not ISOLATES.search(markdown(hostile("é"), CATALOGUES["fr"]))


MARKUP = st.text(alphabet="ab \n\t\\`*_[](){}<>&#|~^$=+-.!:;'\"/0189é\u2028@", max_size=40)


@settings(deadline=None)
@given(MARKUP)
def test_no_text_becomes_markup_in_markdown(text: str) -> None:
    shown = rendered(hostile(text))
    plain = rendered(hostile("a"))
    assert shown.tags <= plain.tags | {"br"}
    assert {name for name, _ in shown.attributes} <= {"style"}, "tables align their numbers"
    for word in text.split():
        assert word in shown.text


@settings(deadline=None)
@given(MARKUP)
def test_no_text_becomes_markup_in_html(text: str) -> None:
    shown = Tags(html(hostile(text), CATALOGUES["fr"]))
    plain = Tags(html(hostile("a"), CATALOGUES["fr"]))
    assert shown.tags <= plain.tags
    assert {name for name, _ in shown.attributes} <= {name for name, _ in plain.attributes}
    for word in text.split():
        assert word in shown.text


TOKEN = re.compile(r"(--[\w-]+):\s*([^;]+);")


def first_tokens(css: str) -> dict[str, str]:
    """Those of the light theme, which stands first."""
    tokens: dict[str, str] = {}
    for name, value in TOKEN.findall(css):
        tokens.setdefault(name, " ".join(value.split()))
    return tokens


def test_the_page_has_the_colours_and_spaces_of_the_house() -> None:
    house = first_tokens((ROOT / "web" / "ui" / "src" / "style" / "tokens.css").read_text())
    page = first_tokens((ROOT / "web" / "minutes" / "page.css").read_text())
    shared = page.keys() & house.keys()
    assert len(shared) > 40
    assert {name: page[name] for name in shared} == {name: house[name] for name in shared}

"""Words are written as Markdown and read back the same, whatever signs people type; HTML shows them as text."""

from __future__ import annotations

from random import Random

import pytest

from rooms.documents.document import Chunk
from rooms.documents.words import Line, Span, html, lines, markdown, plain, read

MARKS = [None, {"bold": True}, {"italic": True}, {"bold": True, "italic": True}]
LETTERS = "ab é🎉ه*_`\\[]<>#|~&-+=.)(12@!'\"  "


def test_lines_lists_marks_and_quotations_are_written_and_read() -> None:
    said = [
        Line((Span("Un ", False), Span("banc", bold=True), Span(" et "), Span("", citation="abc-1"))),
        Line((Span("premier"),), "bullet"),
        Line((Span("second", italic=True),), "bullet"),
        Line((Span("d’abord"),), "ordered"),
        Line((Span("très", bold=True, italic=True),)),
    ]
    text = "Un **banc** et [@abc-1]\n\n- premier\n- *second*\n\n1. d’abord\n\n***très***"
    assert markdown(said) == text
    assert read(text) == said


@pytest.mark.parametrize(
    "typed",
    ["# titre", "- tiret", "1. un", "12) douze", "+ plus", "= égal", "> cité", "* étoile", "[@x]", "a\\b", "---"],
)
def test_what_looks_like_markdown_is_a_paragraph_that_says_so(typed: str) -> None:
    said = lines([(typed, None)])
    assert read(markdown(said)) == said == [Line((Span(typed),))]


@pytest.mark.parametrize("seed", range(20))
def test_whatever_is_typed_comes_back(seed: int) -> None:
    said = lines(anything(Random(seed)))
    assert read(markdown(said)) == said
    assert markdown(read(markdown(said))) == markdown(said)


def anything(dice: Random) -> list[Chunk]:
    chunks: list[Chunk] = []
    for _ in range(dice.randint(1, 12)):
        words = "".join(dice.choices(LETTERS, k=dice.randint(1, 8)))
        match dice.randrange(5):
            case 0:
                chunks.append(({"citation": f"c-{dice.randrange(9)}"}, None))
            case 1:
                chunks.append(("\n", dice.choice((None, {"list": "bullet"}, {"list": "ordered"}))))
            case _:
                chunks.append((words, dice.choice(MARKS)))
    return chunks


def test_html_is_escaped_and_quotes_what_is_there() -> None:
    said = lines(
        [
            ("<b>&\n", {"list": "bullet"}),
            ("gras", {"bold": True}),
            ({"citation": "one"}, None),
            ({"citation": "two"}, None),
        ]
    )
    assert html(said, {"one": "<i>"}) == (
        '<ul><li dir="auto">&lt;b&gt;&amp;</li></ul><p dir="auto"><strong>gras</strong><q>&lt;i&gt;</q></p>'
    )


def test_plain_words_number_what_is_in_order_and_leave_out_what_says_nothing() -> None:
    said = read("*Ici*\n\n1. un\n1. [@gone]\n1. deux\n\n- [@one]")
    assert plain(said, {"one": "Un\nbanc"}) == "Ici\n\n1. un\n2. deux\n\n- “Un banc”"


def test_empty_lines_and_spaces_at_the_ends_say_nothing() -> None:
    assert lines([("\n  \n", None), ("  un  ", {"bold": True}), ("\n\n", None)]) == [Line((Span("un", bold=True),))]
    assert markdown([]) == html([], {}) == plain([], {}) == ""

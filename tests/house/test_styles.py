"""Styles name sides by the direction of the text, never left and right: Arabic reads the other way."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import places, sources

SIDES = r"(?:left|right|top|bottom)"
PHYSICAL_NAME = re.compile(rf"{SIDES}|(?:margin|padding|border|inset|scroll-margin|scroll-padding)-{SIDES}(?:-.*)?")
PHYSICAL_VALUE = re.compile(r"(?<![\w.#-])(?:left|right)(?![\w-])")
# Only the declarations: a selector such as `a:hover` ends with a brace.
DECLARATION = re.compile(r"(?<![\w-])([a-z-]+)\s*:\s*([^;{}]*)(?=[;}])")
STYLE_BLOCK = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
STYLE_ATTRIBUTE = re.compile(r"""\bstyle=(?:"([^"]*)"|'([^']*)')""")
STYLE_DIRECTIVE = re.compile(r"\bstyle:([a-z-]+)")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def physical_sides(name: str, text: str) -> dict[int, str]:
    """By line, what a style sheet, a component or a template says in left and right."""
    return {text.count("\n", 0, at) + 1: what for at, what in _found(name, text)}


def _found(name: str, text: str) -> Iterator[tuple[int, str]]:
    if name.endswith(".css"):
        yield from _declared(text, 0)
        return
    for block in STYLE_BLOCK.finditer(text):
        yield from _declared(block[1], block.start(1))
    for attribute in STYLE_ATTRIBUTE.finditer(text):
        yield from _declared(f"{attribute[1] or attribute[2] or ''};", attribute.start())
    for directive in STYLE_DIRECTIVE.finditer(text):
        if PHYSICAL_NAME.fullmatch(directive[1]):
            yield directive.start(), directive[0]


def _declared(css: str, offset: int) -> Iterator[tuple[int, str]]:
    blanked = COMMENT.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), css)
    for declaration in DECLARATION.finditer(blanked):
        name, value = declaration.groups()
        if not name.startswith("--") and (PHYSICAL_NAME.fullmatch(name) or PHYSICAL_VALUE.search(value)):
            yield offset + declaration.start(), declaration[0].strip()


def styled() -> list[Path]:
    return [*sources(".css", ".svelte", ".html", under="web")]


def test_styles_name_no_physical_side() -> None:
    assert any(path.suffix == ".svelte" for path in styled()), "web/ui has no components yet"
    assert [place for path in styled() for place in places(path, physical_sides(path.name, path.read_text()))] == []


@pytest.mark.parametrize(
    "css",
    [
        "a { margin-left: 1rem }",
        "a { inset-block: 0; right: 0; }",
        "a { border-top-left-radius: 1px; }",
        "a { text-align: left; }",
        "a { background: linear-gradient(to right, red, blue); }",
        "a {\n  top: 0;\n}",
    ],
)
def test_a_physical_side_is_found(css: str) -> None:
    assert physical_sides("x.css", css)
    assert physical_sides("x.svelte", f"<p>left: right;</p>\n<style>\n{css}\n</style>")


@pytest.mark.parametrize("tag", ['<p style="left: 0">', "<p style='float: right'>", "<p style:margin-left={x}>"])
def test_a_physical_side_is_found_in_a_tag(tag: str) -> None:
    assert physical_sides("x.svelte", tag)


@pytest.mark.parametrize(
    "css",
    [
        "a { margin-inline: 1rem; inset-block-start: 0 }",
        ".left, a:hover .right { color: red }",
        "/* left: 0; */ a { animation: slide-left 1s }",
        "a { padding-inline: max(1rem, env(safe-area-inset-left)); }",
        "@media (prefers-reduced-motion: reduce) { a { transition: none } }",
    ],
)
def test_logical_sides_pass(css: str) -> None:
    assert physical_sides("x.css", css) == {}

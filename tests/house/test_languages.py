"""Every language says everything, from the same arguments."""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from tests.house.tree import ROOT
from web.languages import Catalogues

LOCALES = ROOT / "web" / "locales"
ORIGINAL = "fr"
LANGUAGES = ["fr", "en", "ar"]


class Arguments(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 (Fluent's name)
        self.names.add(node.id.name)


@cache
def entries(language: str) -> list[ast.EntryType]:
    files = sorted([*LOCALES.glob(f"{language}.ftl"), *LOCALES.glob(f"{language}/**/*.ftl")])
    assert files, f"web/locales has no {language}.ftl"
    return [entry for file in files for entry in FluentParser().parse(file.read_text()).body]


def patterns(language: str) -> Iterator[tuple[str, ast.Pattern]]:
    """Each text by its key: `note`, `note.placeholder`, `-brand`."""
    for entry in entries(language):
        if isinstance(entry, ast.Message | ast.Term):
            key = f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name
            if entry.value is not None:
                yield key, entry.value
            for attribute in entry.attributes:
                yield f"{key}.{attribute.id.name}", attribute.value


def arguments(pattern: ast.Pattern) -> set[str]:
    found = Arguments()
    found.visit(pattern)
    return found.names


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_parses_and_stands_once(language: str) -> None:
    assert [entry.content for entry in entries(language) if isinstance(entry, ast.Junk)] == []
    keys = [key for key, _ in patterns(language)]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything_from_the_same_arguments(language: str) -> None:
    original = {key: arguments(pattern) for key, pattern in patterns(ORIGINAL)}
    assert {key: arguments(pattern) for key, pattern in patterns(language)} == original


@pytest.mark.parametrize(("language", "people", "points"), [("fr", "personne", "point"), ("en", "person", "point")])
def test_one_is_counted_in_the_singular(language: str, people: str, points: str) -> None:
    say = Catalogues(LOCALES, "activities", "polls")[language]
    assert re.search(rf"\b{people}\b", say("poll-turnout", turnout=0, people=1))
    assert re.search(rf"\b{points}\b", say("result-points", points=1, first=0))


def test_no_french_sign_begins_or_ends_a_line_alone() -> None:
    """« » and : ; ? ! are kept to their word by a space that does not break."""
    files = sorted((LOCALES / "fr").rglob("*.ftl"))
    lines = [line for file in files for line in file.read_text().splitlines() if not line.startswith("#")]
    assert [line for line in lines if re.search("« | [»:;?!]", line)] == []


def test_no_language_is_forgotten() -> None:
    assert {path.relative_to(LOCALES).parts[0].removesuffix(".ftl") for path in LOCALES.rglob("*.ftl")} == set(
        LANGUAGES
    )

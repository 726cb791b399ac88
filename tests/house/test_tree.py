"""What no file of the tree may hold: unfinished work, someone's machine, another site's address in a page."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from tests.house.tree import ROOT, places, sources

TEXTS = (".py", ".ts", ".js", ".svelte", ".css", ".html", ".ftl", ".md", ".toml", ".json", ".ini", ".mako")
PAGES = (".ts", ".js", ".svelte", ".css", ".html")

# An issue's number makes a note for later an honest one.
UNFINISHED = re.compile(r"\b(?:T[O]DO|F[I]XME|X[X]X|Not[I]mplementedError)\b(?!\s*\(#\d+\))")
HOMES = re.compile(r"(?<![\w.])/(?:home|Users|root)/\w+")
# In quotes, url() or an attribute without quotes: an address that is loaded, not one that a comment cites.
ADDRESS = re.compile(r"""["'`(=]\s*(?:https?:)?//([\w.-]+\.\w+)""")
NAMESPACES = {"www.w3.org"}


def lines(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, str]]:
    for found in pattern.finditer(text):
        yield text.count("\n", 0, found.start()) + 1, found[0]


def machine_paths(text: str) -> Iterator[tuple[int, str]]:
    yield from lines(HOMES, text)
    yield from lines(re.compile(rf"(?<![\w.]){re.escape(str(ROOT))}\b"), text)


def foreign_addresses(text: str) -> Iterator[tuple[int, str]]:
    for line, found in lines(ADDRESS, text):
        if found.rpartition("//")[2] not in NAMESPACES:
            yield line, found


def in_tree(find: Callable[[str], Iterator[tuple[int, str]]], paths: Iterable[Path]) -> list[str]:
    return [place for path in paths for place in places(path, dict(find(path.read_text())))]


def test_nothing_is_left_for_later_without_an_issue() -> None:
    assert in_tree(lambda text: lines(UNFINISHED, text), sources(*TEXTS)) == []


def test_no_file_knows_a_machine() -> None:
    assert in_tree(machine_paths, sources(*TEXTS)) == []


def test_no_page_asks_another_site() -> None:
    assert in_tree(foreign_addresses, sources(*PAGES, under="web")) == []


def test_built_styles_load_nothing_from_elsewhere() -> None:
    built = sorted((ROOT / "web" / "static").rglob("*.css"))
    assert built
    assert in_tree(foreign_addresses, built) == []


def test_the_lock_file_serves_every_platform_and_no_private_registry() -> None:
    """npm forgets other platforms' binaries when it updates over an existing node_modules (npm/cli#4828)."""
    packages = json.loads((ROOT / "web" / "ui" / "package-lock.json").read_text())["packages"]
    for platform in ["linux-x64-gnu", "linux-x64-musl", "linux-arm64-gnu", "darwin-arm64", "win32-x64-msvc"]:
        assert f"node_modules/@rolldown/binding-{platform}" in packages
    hosts = {re.sub(r"^https?://([^/]+)/.*", r"\1", p["resolved"]) for p in packages.values() if "resolved" in p}
    assert hosts <= {"registry.npmjs.org"}


@pytest.mark.parametrize("text", ["# todo: later".upper(), "// fixme (soon)".upper(), "xxx".upper()])
def test_unfinished_work_is_found(text: str) -> None:
    assert list(lines(UNFINISHED, text))


def test_unfinished_work_with_an_issue_passes() -> None:
    assert not list(lines(UNFINISHED, "todo".upper() + " (#12): say it in Tifinagh"))


def test_a_machine_s_path_is_found() -> None:
    assert list(machine_paths(f"see {ROOT}/web"))
    assert list(machine_paths("in /HOME/ana/palabre".lower()))


@pytest.mark.parametrize(
    "text", ['<script src="https://cdn.example/x.js">', "url(//fonts.example/a.woff2)", "src=//a.example/b"]
)
def test_a_foreign_address_is_found(text: str) -> None:
    assert list(foreign_addresses(text))


@pytest.mark.parametrize(
    "text", ["// https://bugs.example/1 says why", 'xmlns="http://www.w3.org/2000/svg"', "a // b.c"]
)
def test_a_cited_address_passes(text: str) -> None:
    assert not list(foreign_addresses(text))

"""Imports point down, and the domain reads no clock and does no I/O."""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator

import pytest

from tests.house.tree import ROOT, places, sources

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
# What import contracts cannot see: these hide in modules that the domain may import, or in no module at all.
IMPURE = {"now", "utcnow", "today", "open", "print", "input", "eval", "exec", "__import__"}


def impure_calls(source: str) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)) if name in IMPURE:
                yield node.lineno, f"{name}()"


def test_imports_keep_their_contracts() -> None:
    """In a process of its own: called from here it would switch off the loggers that other tests listen to."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("layer", ["rooms", "facilitation"])
def test_the_domain_reads_no_clock_and_does_no_io(layer: str) -> None:
    modules = list(sources(".py", under=layer))
    assert modules
    assert [place for path in modules for place in places(path, dict(impure_calls(path.read_text())))] == []


@pytest.mark.parametrize("source", ["datetime.now(UTC)", "date.today()", "datetime.datetime.utcnow()", "open('x')"])
def test_a_clock_or_a_file_in_the_domain_is_found(source: str) -> None:
    assert list(impure_calls(f"def rule():\n    return {source}\n"))


def test_every_package_is_shipped_and_under_contract() -> None:
    here = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests", "bench"}
    assert here == set(PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"])
    assert here == set(PROJECT["tool"]["importlinter"]["root_packages"])

"""What is pure in the pages' code, tested where it is written: web/ui/tests, run by Node."""

import subprocess
from pathlib import Path

import pytest

from hatch_build import Pages, find_node
from tests.house.tree import ROOT

FILES = sorted((ROOT / "web" / "ui" / "tests").glob("*.test.ts"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All at once: what they share is built once, and starting the tools takes longer than building."""
    folder = tmp_path_factory.mktemp("built")
    Pages(ROOT).run("rolldown", *map(str, FILES), "--dir", str(folder), "--format", "esm", "--platform", "node")
    return folder


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name.removesuffix(".test.ts"))
def test_it_does_what_its_tests_say(file: Path, built: Path) -> None:
    node = find_node()
    assert node is not None
    # Tests run wherever they are loaded: with --test, Node would start another Node for them.
    run = subprocess.run([node.folder / "node", built / f"{file.stem}.js"], capture_output=True, text=True)
    assert run.returncode == 0, run.stdout

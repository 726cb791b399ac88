"""What is pure in the pages' code, tested where it is written: web/ui/tests, run by Node."""

import subprocess
from pathlib import Path

import pytest

from hatch_build import Pages, find_node
from tests.house.tree import ROOT

FILES = sorted((ROOT / "web" / "ui" / "tests").glob("*.test.ts"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name.removesuffix(".test.ts"))
def test_it_does_what_its_tests_say(file: Path, tmp_path: Path) -> None:
    node = find_node()
    assert node is not None
    Pages(ROOT).run("rolldown", str(file), "--dir", str(tmp_path), "--format", "esm", "--platform", "node")
    built = tmp_path / f"{file.stem}.js"
    run = subprocess.run([node.folder / "node", "--test", built], capture_output=True, text=True)
    assert run.returncode == 0, run.stdout

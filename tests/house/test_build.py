"""The pages are built when they changed, and travel in what is installed."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from hatch_build import Pages, is_recent
from tests.house.tree import ROOT


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    """Sources and what was built from them."""
    pages = Pages(tmp_path)
    for file in (pages.ui / "package.json", pages.ui / "src" / "room.ts", pages.locales / "fr.ftl", pages.manifest):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("{}")
    pages.stamp.write_text(pages.digest())
    return pages


def test_pages_are_built_once(pages: Pages) -> None:
    assert not pages.are_due()


@pytest.mark.parametrize("changed", ["ui/src/room.ts", "ui/src/new.ts", "ui/package.json", "locales/fr.ftl"])
def test_pages_are_due_when_a_source_changed(pages: Pages, changed: str) -> None:
    (pages.ui.parent / changed).write_text("changed")
    assert pages.are_due()


def test_pages_are_due_when_a_source_moved(pages: Pages) -> None:
    (pages.ui / "src" / "room.ts").rename(pages.ui / "room.ts")
    assert pages.are_due()


def test_pages_are_due_when_the_manifest_is_gone(pages: Pages) -> None:
    pages.manifest.unlink()
    assert pages.are_due()


def test_installed_packages_are_no_source(pages: Pages) -> None:
    (pages.ui / "node_modules").mkdir()
    (pages.ui / "node_modules" / "x.js").write_text("x")
    assert not pages.are_due()


def test_a_server_may_be_installed_without_its_pages(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    pages.manifest.unlink()
    monkeypatch.setenv("SKIP_WEB_BUILD", "1")
    assert not pages.are_due()


@pytest.mark.parametrize("version", ["v20.19.0", "v20.20.2", "v22.12.0", "v24.11.1"])
def test_a_recent_node_is_used(version: str) -> None:
    assert is_recent(version)


@pytest.mark.parametrize("version", ["v18.20.4", "v20.18.3", "v21.7.3", "v22.11.0", "", "nonsense"])
def test_an_old_node_is_not_used(version: str) -> None:
    assert not is_recent(version)


def test_a_wheel_carries_the_pages_and_nothing_but_the_packages(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    names = ZipFile(next(tmp_path.glob("*.whl"))).namelist()
    folders = {name.split("/")[0] for name in names if ".dist-info" not in name}
    assert folders == {"rooms", "facilitation", "media", "persistence", "realtime", "web"}
    assert "web/static/.vite/manifest.json" in names
    assert any(name.startswith("web/locales/fr") for name in names)
    assert not any(name.startswith("web/ui/") for name in names)

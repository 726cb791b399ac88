"""Methods come from whatever is installed."""

from pathlib import Path

import pytest

from web.methods import installed

PACKAGE = """
from msgspec import Struct
from facilitation.methods import Method

class Settings(Struct, frozen=True):
    threshold: int = 100

PETITION = Method(key="petition", settings=Settings, names={"fr": "Pétition"}, gives=("idea",))
"""


def put_in(folder: Path, name: str) -> None:
    """A package as pip leaves it, whose entry point has this name."""
    (folder / "palabre_petition.py").write_text(PACKAGE, "utf-8")
    facts = folder / "palabre_petition-1.dist-info"
    facts.mkdir()
    (facts / "METADATA").write_text("Metadata-Version: 2.1\nName: palabre-petition\nVersion: 1\n")
    (facts / "entry_points.txt").write_text(f"[palabre.methods]\n{name} = palabre_petition:PETITION\n")


def test_another_s_method_stands_beside_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_in(tmp_path, "petition")
    monkeypatch.syspath_prepend(tmp_path)
    methods = installed()
    assert set(methods.known) == {"information", "workshop", "petition"}
    assert methods["petition"].read({}).threshold == 100


def test_an_entry_point_of_another_name_than_its_method_is_a_mistake(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_in(tmp_path, "voting")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(TypeError, match="no method of that name"):
        installed()

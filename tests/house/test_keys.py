"""Each key of the desk does one thing, whatever waits there."""

import re

from tests.house.tree import ROOT

KEY = re.compile(r'keyTest: key\("(.)"\)')
UI = ROOT / "web" / "ui" / "src"


def test_no_key_of_the_desk_means_two_things() -> None:
    """The microphone's key holds there as well."""
    files = [UI / "desk" / "actions.ts", UI / "media" / "switches.ts"]
    keys = [key for file in files for key in KEY.findall(file.read_text())]
    assert len(keys) > 20
    assert len(keys) == len(set(keys)), sorted(key for key in set(keys) if keys.count(key) > 1)

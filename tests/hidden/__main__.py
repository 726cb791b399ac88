"""`python -m tests.hidden [NUMBER…]`: the product leaks in each of these ways, one after the other; is it seen?"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

from tests.hidden.broken import LEAKS
from tests.hidden.leaking import LEAK

HERE = Path(__file__).parent
PYTEST = [
    sys.executable,
    "-m",
    "pytest",
    "-qx",
    "--show-capture=no",
    "-p",
    "no:cacheprovider",
    "-p",
    "tests.hidden.leaking",
    str(HERE),
]


def main() -> None:
    words = argparse.ArgumentParser(prog="python -m tests.hidden")
    words.add_argument("numbers", nargs="*", type=int, help=f"which (0 to {len(LEAKS) - 1})")
    numbers = words.parse_args().numbers or range(len(LEAKS))
    seen = [number for number in numbers if is_seen(number)]
    print(f"{len(seen)} of {len(numbers)} leaks are seen")
    sys.exit(len(seen) < len(numbers))


def is_seen(number: int) -> bool:
    """By a test that failed for what it asserts, not because the server did not even come up."""
    leak, tests = LEAKS[number]
    run = subprocess.run([*PYTEST, "-k", tests], env=os.environ | {LEAK: str(number)}, capture_output=True, text=True)
    failed = re.search(r"^FAILED \S+::(\S+)", run.stdout, re.M)
    is_asserted = re.search(r"AssertionError|^E +assert |DID NOT RAISE", run.stdout, re.M)
    found = failed[1] if failed and is_asserted else f"NOT SEEN\n{run.stdout[-2000:]}{run.stderr[-2000:]}"
    print(f"{leak.__name__}: {found}", flush=True)
    return failed is not None and is_asserted is not None


if __name__ == "__main__":
    main()

"""An hour of agenda in five minutes with sixty robots and two browsers: `python -m tests.rehearsal`."""

from __future__ import annotations

import argparse
import os
import sys

import pytest


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--robots", type=int, default=60)
    words.add_argument("--minutes", type=float, default=5)
    told = words.parse_args()
    os.environ["PALABRE_TEST_ROBOTS"] = str(told.robots)
    os.environ["PALABRE_TEST_MINUTES"] = str(told.minutes)
    sys.exit(pytest.main(["-q", "--log-cli-level=INFO", "tests/e2e/test_rehearsal.py"]))


if __name__ == "__main__":
    main()

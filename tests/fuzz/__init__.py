"""Hostile inputs: a few in every test run, ten thousand of each kind by `make fuzz`."""

import os

COUNT = int(os.environ.get("FUZZ") or 300)

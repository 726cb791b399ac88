"""Writes the minutes that a job on standard input asks for, and says on standard output how far it is."""

import os
import sys

import msgspec

from web.minutes.job import Job, Progress
from web.minutes.writers import write

NICE = 10
"""Those who are in a workshop come first."""


def tell(progress: Progress) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(progress) + b"\n")
    sys.stdout.buffer.flush()


os.nice(NICE)
write(msgspec.json.decode(sys.stdin.buffer.read(), type=Job), tell)

"""Writes the minutes that a job on standard input asks for to standard output."""

import sys

import msgspec

from web.minutes import Job, write

sys.stdout.buffer.write(write(msgspec.json.decode(sys.stdin.buffer.read(), type=Job)))

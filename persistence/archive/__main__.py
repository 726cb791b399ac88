"""Makes the archive that a job on standard input asks for: packing would hold up a server's loop."""

import sys

import msgspec

from persistence.archive import Job, run

run(msgspec.json.decode(sys.stdin.buffer.read(), type=Job))

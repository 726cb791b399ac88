"""Makes or reads the archive that a job on standard input asks for: it would hold up a server's loop."""

import os
import sys

import msgspec

from persistence.archive import ImportJob, Job, run, run_import

# Those who are in a workshop come first.
os.nice(5)
job = msgspec.json.decode(sys.stdin.buffer.read(), type=Job | ImportJob)
if isinstance(job, Job):
    run(job)
else:
    sys.stdout.buffer.write(msgspec.json.encode(run_import(job)))

"""Serves the sample workshop while Vite builds the pages again at each change."""

import os
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent


def main(arguments: list[str]) -> int:
    # A session of its own, so that npm and what it started end with us.
    watch = subprocess.Popen(
        [sys.executable, ROOT / "hatch_build.py", "vite", "build", "--watch"], start_new_session=True
    )
    try:
        return subprocess.run([BIN / "palabre", "serve", "--demo", *arguments]).returncode
    except KeyboardInterrupt:
        return 0
    finally:
        os.killpg(watch.pid, signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

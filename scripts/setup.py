"""Makes this checkout ready to serve or to test; does nothing, quickly, when it already is.

`setup.py serve`: a virtual environment in .venv, the project in it, its pages built.
`setup.py check`: also the tools that check and test.
`setup.py test`: also Chromium, Firefox, PostgreSQL, Redis, nginx and a TURN server.

Runs with the machine's own Python, before anything is installed: standard library only.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed"

# What the tests need beside Python: the programs any of which will do, and the Debian package that has one.
SERVICES = {
    "chromium-headless-shell": ["chromium-headless-shell", "google-chrome"],
    "firefox-esr": ["firefox-esr", "firefox"],
    "coturn": ["turnserver"],
    "nginx-light": ["nginx"],
    "postgresql": ["initdb"],
    "redis-server": ["redis-server", "valkey-server"],
}


def main(purpose: str) -> None:
    if sys.version_info < (3, 11):  # noqa: UP036 (an older Python is exactly who must read this)
        sys.exit(f"Palabre needs Python 3.11 or later; this is {sys.version.split()[0]}. Try: make PYTHON=python3.12 …")
    if purpose == "test":
        install_services()
    make_venv()
    install_project("" if purpose == "serve" else "test")
    build_pages()


def install_services() -> None:
    missing = [package for package, programs in SERVICES.items() if not any(map(find, programs))]
    if missing:
        apt_install(missing, "the tests")


def find(program: str) -> str | None:
    """Debian keeps PostgreSQL's programs off PATH, and some people /usr/sbin."""
    if program == "chromium-headless-shell" and os.environ.get("CHROMIUM"):
        return os.environ["CHROMIUM"]
    homes = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return shutil.which(program, path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", *map(str, homes)]))


def make_venv() -> None:
    # pip comes last, so that a half-made environment is made again.
    if PYTHON.exists() and (VENV / "bin" / "pip").exists():
        return
    # Debian's Python has neither until its -venv package is installed.
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        apt_install([f"python3.{sys.version_info.minor}-venv"], "a virtual environment")
    say("making .venv")
    run([sys.executable, "-m", "venv", "--clear", str(VENV)])


def install_project(extra: str) -> None:
    """Into .venv, editable. What was once installed for the tests stays."""
    sources = digest(ROOT / "pyproject.toml", ROOT / "hatch_build.py")
    stamp = STAMP.read_text().split() if STAMP.exists() else []
    extra = "test" if "test" in stamp else extra
    if stamp == [sources, *extra.split()]:
        return
    say("installing Palabre" + (" and the tools of its tests" if extra else ""))
    # Not at the top: an older Python must get as far as our message.
    import tomllib

    # What builds the project stands in .venv too: pages are built again from there, without pip.
    pip(*tomllib.loads((ROOT / "pyproject.toml").read_text())["build-system"]["requires"])
    if wheel := ask("import hatch_build as b; print('' if b.node_on_path() else b.NODE_WHEEL)"):
        pip(wheel)
    pip("--no-build-isolation", "--editable", f"{ROOT}[{extra}]" if extra else str(ROOT))
    STAMP.write_text(f"{sources} {extra}")


def build_pages() -> None:
    run([str(PYTHON), str(ROOT / "hatch_build.py")])


def ask(code: str) -> str:
    answer = subprocess.run([PYTHON, "-c", code], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return answer.stdout.strip()


def pip(*arguments: str) -> None:
    # The pages are built next, and speak for themselves: pip would wrap their errors in forty lines of its own.
    run([str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check", *arguments], SKIP_WEB_BUILD="1")


def apt_install(packages: list[str], who: str) -> None:
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        sys.exit(f"Missing for {who}: {names} (Debian's names). Install it with your system's package manager.")
    if os.geteuid() != 0:
        sys.exit(f"Missing for {who}: {names}. Install it with: sudo apt-get install {names}")
    say(f"installing {names} with apt")
    run(["apt-get", "-qq", "update"])
    install = ["apt-get", "-qq", "install", "--no-install-recommends", *packages]
    run(install, quiet=True, DEBIAN_FRONTEND="noninteractive")


def run(command: list[str], quiet: bool = False, **env: str) -> None:
    stdout = subprocess.DEVNULL if quiet else None
    if subprocess.run(command, cwd=ROOT, env=os.environ | env, stdout=stdout).returncode:
        sys.exit(f"setup: this failed, see above: {' '.join(command)}")


def say(what: str) -> None:
    print(f"setup: {what}", flush=True)


def digest(*paths: Path) -> str:
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in paths)).hexdigest()


if __name__ == "__main__":
    main(sys.argv[1])

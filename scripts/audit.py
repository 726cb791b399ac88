"""Asks whether what is shipped is known to be weak: our Python packages at OSV, those of the pages at npm's registry.

Fails for a weakness that is known. Where nobody answers it says so and goes on: being off line is no fault.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))
from hatch_build import QUIET, find_node

ROOT = Path(__file__).parent.parent
PATIENCE_S = 30
UNANSWERED = "audit: nobody answers for the {}; not looked up"


def main() -> None:
    weak = [*weak_in_python(), *weak_in_pages()]
    for line in weak:
        print(f"audit: {line}")
    sys.exit(1 if weak else 0)


def shipped(name: str = "palabre", known: frozenset[str] = frozenset()) -> frozenset[str]:
    """Names of all that is installed because of us, without what only tests need."""
    try:
        needs = distribution(name).requires or []
    except PackageNotFoundError:
        return known
    for need in needs:
        other = re.split(r"[\s\[<>=!~;(]", need, maxsplit=1)[0].lower().replace("_", "-")
        if "extra ==" not in need and other not in known:
            known = shipped(other, known | {other})
    return known


def installed() -> Iterator[str]:
    for name in sorted(shipped()):
        try:
            yield f"{name}=={distribution(name).version}"
        except PackageNotFoundError:
            continue


def weak_in_python() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "shipped.txt"
        listed.write_text("\n".join(installed()))
        words = ["-r", str(listed), "--no-deps", "--disable-pip", "--vulnerability-service", "osv", "--format", "json"]
        said = asked([sys.executable, "-m", "pip_audit", *words, "--progress-spinner", "off", "--timeout", "5"])
    if said is None:
        print(UNANSWERED.format("Python packages"))
        return
    for each in said["dependencies"]:
        for weakness in each.get("vulns", []):
            yield f"{each['name']} {each['version']}: {weakness['id']}, mended in {weakness['fix_versions']}"


def weak_in_pages() -> Iterator[str]:
    node = find_node()
    said = asked([*node.npm, "audit", "--omit=dev", "--json"], path=str(node.folder)) if node else None
    if said is None or "vulnerabilities" not in said:
        print(UNANSWERED.format("packages of the pages"))
        return
    for name, weakness in said["vulnerabilities"].items():
        yield f"{name} {weakness.get('range', '')}: {weakness.get('severity', '')}"


def asked(command: list[str], path: str = "") -> dict[str, Any] | None:
    """The JSON of what it says, or None where it says none in time."""
    env = os.environ | QUIET | {"npm_config_audit": "true", "PATH": os.pathsep.join([path, os.environ.get("PATH", "")])}
    try:
        done = subprocess.run(
            command, cwd=ROOT / "web" / "ui", env=env, capture_output=True, text=True, timeout=PATIENCE_S
        )
        said = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, OSError, json.JSONDecodeError):
        return None
    return said if isinstance(said, dict) else None


if __name__ == "__main__":
    main()

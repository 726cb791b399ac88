"""Debian's nginx before the web processes of a test, with the site that `palabre nginx` writes."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cluster.processes import free_port
from web.proxy import site

AROUND = """
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
{user}
events {{ worker_connections 4096; }}
http {{
    include /etc/nginx/mime.types;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    scgi_temp_path {folder}/scgi;
    uwsgi_temp_path {folder}/uwsgi;
    include {folder}/site;
}}
"""
HASHED = "    hash $palabre_workshop consistent;\n"
UP_S = 20.0


@contextmanager
def nginx(
    folder: Path, ports: Sequence[int], certificate: Path | None = None, spread: bool = False, port: int = 0
) -> Iterator[str]:
    """The address by which people come. `spread`: in turn to each process, whatever their workshop. Blocking."""
    port = port or free_port()
    pem = str(certificate or "")
    written = site(f"{'https' if pem else 'http'}://localhost", ports, port, pem, pem)
    assert HASHED in written
    # Nothing of the machine's own is touched; people are not sent from port 80, which may not be ours.
    written = written.replace("/var/log/nginx/palabre.log", f"{folder}/error.log")
    written = written.replace("    listen 80;\n    listen [::]:80;\n", f"    listen {free_port()};\n")
    (folder / "site").write_text(written.replace(HASHED, "") if spread else written)
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder, user=user))
    command = [find_nginx(), "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "start.log")]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        wait_for(port, process, folder)
        yield f"{'https' if pem else 'http'}://localhost:{port}"
    finally:
        process.terminate()
        process.wait()


def wait_for(port: int, process: subprocess.Popen[bytes], folder: Path) -> None:
    until = time.monotonic() + UP_S
    while time.monotonic() < until:
        assert process.poll() is None, (folder / "start.log").read_text()
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    pytest.fail("nginx does not listen", pytrace=False)


def find_nginx() -> str:
    found = shutil.which("nginx", path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin"]))
    if found is None:
        pytest.fail("The tests need nginx: sudo apt-get install nginx-light, or make test as root.", pytrace=False)
    return found

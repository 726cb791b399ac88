"""The `palabre` command, as people type it."""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from web.settings import BadSetting, Settings

PALABRE = [sys.executable, "-c", "from web.cli import main; main()"]


def environment(data: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PALABRE_") and name != "PORT"}
    return {**kept, "PALABRE_DATA": str(data), "PALABRE_MEDIA": "off", "PYTHONUNBUFFERED": "1"}


def palabre(data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PALABRE, *words], env=environment(data), capture_output=True, text=True, timeout=60)


@contextmanager
def taken_port() -> Iterator[int]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_port_in_use_is_one_clear_line(tmp_path: Path) -> None:
    with taken_port() as port:
        done = palabre(tmp_path, "serve", "--port", str(port))
    assert done.returncode == 1
    assert done.stderr == f"palabre: Port {port} of 127.0.0.1 is in use. Stop what uses it, or add --port {port + 1}\n"
    assert done.stdout == ""


def test_a_server_with_the_sample_is_ready_to_join_and_stops_when_asked(tmp_path: Path) -> None:
    serving = subprocess.Popen(
        [*PALABRE, "serve", "--demo", "--port", "0"],
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert serving.stdout is not None
        said = [serving.stdout.readline() for _ in range(7)]
        address = said[0].rpartition(" ")[2].strip()
        links = {line.split()[0]: line.split()[1] for line in said[3:]}
        assert list(links) == ["organizer", "facilitator", "participant", "viewer"]
        with urlopen(links["participant"]) as page:
            assert "Réinventer la place du marché" in page.read().decode()
        with urlopen(f"{address}/healthz") as answer:
            assert answer.status == 200
    finally:
        serving.send_signal(signal.SIGTERM)
        said_at_the_end = serving.communicate(timeout=20)
    assert said_at_the_end[1] == ""
    assert links["participant"].rpartition("/")[2] not in said_at_the_end[1]


def test_the_sample_is_made_once_however_long_ago(tmp_path: Path) -> None:
    first, again = palabre(tmp_path, "demo"), palabre(tmp_path, "demo")
    assert first.returncode == again.returncode == 0
    assert first.stdout == again.stdout
    assert first.stdout.count("/j/") == 4
    with closing(sqlite3.connect(tmp_path / "palabre.sqlite3")) as database, database:
        database.execute("DELETE FROM command")  # as happens a day later
    later = palabre(tmp_path, "demo")
    assert later.returncode == 0
    assert later.stdout == first.stdout


def test_a_workshop_of_ones_own(tmp_path: Path) -> None:
    opened = palabre(tmp_path, "new", "Notre quartier", "--language", "en")
    assert "Notre quartier" in opened.stdout
    assert opened.stdout.count("/j/") == 4
    link = palabre(tmp_path, "link")
    assert link.stdout.startswith("http://localhost:8000/j/")
    assert link.stdout.strip() not in opened.stdout
    minutes = palabre(tmp_path, "minutes")
    assert minutes.stdout.startswith("# Notre quartier")


def test_a_workshop_goes_from_one_installation_to_another(tmp_path: Path) -> None:
    archive = tmp_path / "workshop.zip"
    palabre(tmp_path / "one", "new", "Notre quartier")
    assert palabre(tmp_path / "one", "archive", "export", str(archive)).returncode == 0
    assert " is here." in palabre(tmp_path / "other", "archive", "import", str(archive)).stdout
    assert palabre(tmp_path / "other", "minutes").stdout.startswith("# Notre quartier")
    again = palabre(tmp_path / "other", "archive", "import", str(archive))
    assert again.returncode == 1
    assert again.stderr.startswith("palabre: nothing was imported: it is here already")


def test_what_is_no_archive_is_one_clear_line(tmp_path: Path) -> None:
    archive = tmp_path / "workshop.zip"
    archive.write_bytes(b"PK\x03\x04 not really")
    done = palabre(tmp_path / "data", "archive", "import", str(archive))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("palabre: nothing was imported: ")


def test_of_several_workshops_one_is_named(tmp_path: Path) -> None:
    for title in ("Un", "Deux"):
        palabre(tmp_path, "new", title)
    done = palabre(tmp_path, "link")
    assert done.returncode == 1
    assert "which workshop?" in done.stderr
    assert "Deux" in done.stderr


@pytest.mark.parametrize(
    ("name", "value"), [("PORT", "eighty"), ("PORT", "70000"), ("PALABRE_URL", "palabre.example.org")]
)
def test_a_setting_that_cannot_be_meant_is_named(name: str, value: str) -> None:
    with pytest.raises(BadSetting, match=name):
        Settings.read({name: value})


def test_settings_work_without_being_set() -> None:
    settings = Settings.read({})
    assert settings.url == "http://localhost:8000"
    assert settings.database == f"sqlite:///{Path('data').resolve()}/palabre.sqlite3"


def test_robots_who_find_nobody_fail(tmp_path: Path) -> None:
    done = palabre(tmp_path, "robots", "2", "http://127.0.0.1:1/j/nowhere", "--talk", "--faces", "1")
    assert done.returncode == 1
    assert done.stdout.startswith("Recording voices and faces.\n0 of 2 robots are in.\n")
    assert "not joined  no_answer 2\n" in done.stdout
    assert done.stderr == ""


def test_a_server_loads_no_codecs() -> None:
    loaded = "import sys, web.cli; print(sorted({'av', 'aiortc', 'media.synthetic'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, timeout=60)
    assert done.stdout == "[]\n", done.stderr


def test_a_colleague_is_invited_from_the_command_line(tmp_path: Path) -> None:
    done = palabre(tmp_path, "invite", "Claire@ville.test", "--name", "Claire")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("http://localhost:8000/studio/invited-")
    with closing(sqlite3.connect(tmp_path / "palabre.sqlite3")) as database:
        assert database.execute("SELECT email, role FROM colleague").fetchall() == [
            ("claire@ville.test", "administrator")
        ]
        assert database.execute("SELECT address FROM mail").fetchall() == [("claire@ville.test",)]
    assert palabre(tmp_path, "invite", "claire", "--name", "Claire").stderr == "palabre: refused, email_invalid\n"

"""A line of the log says what happened, under which id, and nothing that anybody said."""

from __future__ import annotations

import io
import json
import logging
import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest

from realtime.gateway import Gateway
from realtime.incidents import REQUEST, about, mark
from rooms.ids import CommandId
from rooms.permissions import Role
from tests.web.site import Site
from web.logs import Form, Lines
from web.requests import request_id

NAME = "Séraphine Canari"


def line(form: Form, message: str, *args: Any, name: str = "web.any", **extra: Any) -> str:
    error = extra.pop("error", None)
    raised = (type(error), error, error.__traceback__) if error else None
    record = logging.LogRecord(name, logging.WARNING, "", 0, message, args, raised)
    record.__dict__.update(extra)
    return Lines(form).format(record)


class Written:
    def __init__(self) -> None:
        self._stream = io.StringIO()
        self.handler = logging.StreamHandler(self._stream)
        self.handler.setFormatter(Lines(Form.JSON))

    @property
    def text(self) -> str:
        return self._stream.getvalue()

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(one) for one in self.text.splitlines()]


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[Written]:
    """All that is written at the lowest level."""
    found = Written()
    loggers = [logging.getLogger(name) for name in ("web", "realtime")]
    for logger in loggers:
        logger.addHandler(found.handler)
        monkeypatch.setattr(logger, "level", logging.DEBUG)
        logger.manager._clear_cache()  # type: ignore[attr-defined]
    yield found
    for logger in loggers:
        logger.removeHandler(found.handler)
        logger.manager._clear_cache()  # type: ignore[attr-defined]


def test_an_event_is_one_line_whatever_stands_in_it() -> None:
    hostile = 'a "quoted"\nlevel=error event=forged'
    for form in Form:
        assert "\n" not in line(form, "%s", hostile)
    assert json.loads(line(Form.JSON, "%s", hostile))["event"] == hostile
    assert line(Form.LOGFMT, "%s", hostile).endswith(r'event="a \"quoted\"\nlevel=error event=forged"')


def test_facts_stand_beside_the_words() -> None:
    told = json.loads(line(Form.JSON, "command", **about(type="note.write", command="")))
    assert (told["level"], told["from"], told["event"], told["type"]) == ("warning", "web.any", "command", "note.write")
    assert "command" not in told
    assert " event=command type=note.write" in line(Form.LOGFMT, "command", **about(type="note.write"))


def test_what_an_exception_says_is_not_logged_but_where_it_was_raised_is() -> None:
    try:
        try:
            raise ValueError(NAME)
        except ValueError as error:
            raise KeyError(NAME) from error
    except KeyError as error:
        told = json.loads(line(Form.JSON, "failed", error=error))
    assert told["error"] == "KeyError < ValueError"
    assert "test_logs.py" in told["where"]
    assert NAME not in str(told)


def test_what_a_machine_lacks_is_said() -> None:
    full, locked = OSError(28, "No space left on device"), sqlite3.OperationalError("database is locked")
    assert json.loads(line(Form.JSON, "failed", error=full))["error"] == "OSError (No space left on device)"
    assert json.loads(line(Form.JSON, "failed", error=locked))["error"] == "OperationalError (database is locked)"


def test_of_a_library_only_the_first_line_is_kept() -> None:
    message = f"Task exception was never retrieved\nfuture: <Task exception=ValueError('{NAME}')>"
    said = line(Form.JSON, message, name="asyncio")
    assert json.loads(said)["event"] == "Task exception was never retrieved"


@pytest.mark.parametrize("said", ["abcd-EF_12", "a" * 64])
def test_a_proxy_s_id_is_kept(said: str) -> None:
    assert request_id(said) == said


@pytest.mark.parametrize("said", ["", "short", "a" * 65, "a b c d e f", "abcdefgh\n", "é" * 10])
def test_what_is_no_id_is_replaced(said: str) -> None:
    assert request_id(said) != said


def test_a_command_s_mark_does_not_give_its_id_away() -> None:
    id = CommandId("0123456789abcdef")
    assert mark(id) == mark(id)
    assert id not in mark(id)
    assert len(mark(id)) == 12


async def test_a_request_is_logged_by_its_route_and_answered_with_its_id(site: Site, written: Written) -> None:
    token = site.token(Role.PARTICIPANT)
    answer = await site.http.get(f"/j/{token}", headers={"X-Request-ID": "from-the-proxy-1"})
    assert answer.headers["X-Request-ID"] == "from-the-proxy-1"
    (told,) = [one for one in written.lines if one["event"] == "request"]
    assert (told["method"], told["route"], told["status"]) == ("GET", "/j/{token}", 200)
    assert told["request"] == "from-the-proxy-1"
    assert token not in written.text
    assert REQUEST.get() == ""


async def test_a_fault_of_ours_is_found_in_the_log_by_the_code_one_is_told(
    site: Site, written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Gateway, "open", None)
    answer = await site.http.post("/api/join", json={"token": site.token(Role.PARTICIPANT), "name": NAME})
    code = answer.json()["refused"]["details"]["id"]
    (told,) = [one for one in written.lines if one.get("incident") == code]
    assert told["request"] == answer.headers["X-Request-ID"]
    assert told["error"] == "TypeError"
    assert NAME not in written.text


async def test_commands_are_logged_by_type_and_answer(site: Site, written: Written) -> None:
    await site.join(name=NAME)
    (told,) = [one for one in written.lines if one["event"] == "command" and one["type"] == "participant.join"]
    assert told["answer"] == "accepted"
    assert told["workshop"] == "w1"
    assert told["command"]
    assert NAME not in written.text

"""What an organizer uploads is checked by its bytes, and opened by those who are shown it."""

import errno
import os

import pytest

from facilitation.agenda import AddStep, StartStep
from rooms.activities.info import File, InfoPlan
from rooms.agenda import Step
from rooms.deciding import SYSTEM
from rooms.ids import FileId
from rooms.permissions import Role
from tests.web.pictures import PNG, picture
from tests.web.site import WORKSHOP, Site, refusal
from web.files import FILE_MAX, media_type_of

KINDS = [
    (PNG, "image/png"),
    (picture("JPEG"), "image/jpeg"),
    (picture("GIF"), "image/gif"),
    (picture("WEBP"), "image/webp"),
    (b"%PDF-1.7\n", "application/pdf"),
]


async def upload(site: Site, headers: dict[str, str], body: bytes, name: str = "plan.png") -> FileId:
    answer = await site.http.post("/api/files", files={"file": (name, body)}, headers=headers)
    assert answer.status_code == 201, answer.text
    return FileId(answer.json()["file"])


async def show(site: Site, file: FileId) -> None:
    plan = InfoPlan(title="Le plan", file=file, media_type="image/png", alt="Un plan")
    await site.house.gateway.do(WORKSHOP, SYSTEM, AddStep(title="Voir", plenary=plan))
    (step,) = site.state.all(Step)
    await site.house.gateway.do(WORKSHOP, SYSTEM, StartStep(step=step.id, seen=None))


@pytest.mark.parametrize(("body", "media_type"), KINDS)
async def test_a_file_is_what_its_bytes_say(site: Site, body: bytes, media_type: str) -> None:
    headers = await site.session(Role.ORGANIZER)
    file = await upload(site, headers, body, "page.html")
    answer = await site.http.get(f"/api/files/{file}", headers=headers)
    assert media_type_of(answer.content) == media_type
    assert answer.headers["content-type"] == media_type
    assert answer.headers["content-disposition"].startswith("inline")
    assert answer.headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("body", [b"<svg xmlns='x'/>", b"<html>", b"MZ", b"", b"RIFF\x00\x00\x00\x00WAVE"])
async def test_other_kinds_are_refused(site: Site, body: bytes) -> None:
    headers = await site.session(Role.ORGANIZER)
    answer = await site.http.post("/api/files", files={"file": ("plan.png", body, "image/png")}, headers=headers)
    assert refusal(answer) == (422, "file_kind")
    assert list(site.state.all(File)) == []


async def test_a_file_too_large_is_refused(site: Site) -> None:
    headers = await site.session(Role.ORGANIZER)
    body = PNG + bytes(FILE_MAX)
    answer = await site.http.post("/api/files", files={"file": ("plan.png", body)}, headers=headers)
    assert refusal(answer) == (413, "too_large")


async def test_a_file_for_which_there_is_no_room_is_put_off(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    headers = await site.session(Role.ORGANIZER)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        answer = await site.http.post("/api/files", files={"file": ("plan.png", PNG)}, headers=headers)
    assert refusal(answer) == (503, "busy")
    assert not any(site.house.settings.files.iterdir())
    await upload(site, headers, PNG)


async def test_a_form_without_a_file_is_refused(site: Site) -> None:
    headers = await site.session(Role.ORGANIZER)
    assert refusal(await site.http.post("/api/files", data={"file": "x"}, headers=headers)) == (422, "file_missing")


@pytest.mark.parametrize("role", [Role.VIEWER, Role.PARTICIPANT])
async def test_citizens_upload_nothing(site: Site, role: Role) -> None:
    answer = await site.http.post("/api/files", files={"file": ("plan.png", PNG)}, headers=await site.session(role))
    assert refusal(answer) == (403, "not_allowed")


@pytest.mark.parametrize("role", [Role.VIEWER, Role.PARTICIPANT])
async def test_citizens_open_a_file_once_it_is_shown_to_them(site: Site, role: Role) -> None:
    file = await upload(site, await site.session(Role.ORGANIZER), PNG)
    headers = await site.session(role)
    assert refusal(await site.http.get(f"/api/files/{file}", headers=headers)) == (404, "unknown")
    await show(site, file)
    assert (await site.http.get(f"/api/files/{file}", headers=headers)).content == PNG


async def test_a_file_is_opened_with_a_session_only(site: Site) -> None:
    file = await upload(site, await site.session(Role.ORGANIZER), PNG)
    await show(site, file)
    assert refusal(await site.http.get(f"/api/files/{file}")) == (401, "session_unknown")


async def test_a_file_unchanged_is_not_sent_again(site: Site) -> None:
    headers = await site.session(Role.ORGANIZER)
    file = await upload(site, headers, PNG)
    etag = (await site.http.get(f"/api/files/{file}", headers=headers)).headers["etag"]
    answer = await site.http.get(f"/api/files/{file}", headers={**headers, "if-none-match": etag})
    assert (answer.status_code, answer.content) == (304, b"")


async def test_the_same_bytes_are_kept_once(site: Site) -> None:
    headers = await site.session(Role.ORGANIZER)
    files = {await upload(site, headers, PNG, name) for name in ("a.png", "b.png")}
    assert len(files) == 2
    assert len(list(site.house.settings.files.iterdir())) == 1


async def test_names_of_files_are_one_safe_line(site: Site) -> None:
    headers = await site.session(Role.ORGANIZER)
    file = await upload(site, headers, PNG, "plan é.png")
    answer = await site.http.get(f"/api/files/{file}", headers=headers)
    assert answer.headers["content-disposition"] == "inline; filename*=UTF-8''plan%20%C3%A9.png"

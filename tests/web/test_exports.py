"""Staff take the minutes home, organizers the whole workshop."""

import io
from zipfile import ZipFile

import pytest

from rooms.permissions import Role
from tests.web.site import Site, refusal


async def test_organizers_download_the_archive_and_nothing_stays_on_the_disk(site: Site) -> None:
    await site.join(name="Jeanne Morel")
    before = set(site.house.settings.data.iterdir())
    answer = await site.http.get("/api/archive", headers=await site.session(Role.ORGANIZER))
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == 'attachment; filename="w1.zip"'
    assert "Jeanne Morel" in whole(answer.content)
    assert set(site.house.settings.data.iterdir()) == before


async def test_the_public_archive_names_nobody(site: Site) -> None:
    await site.join(name="Jeanne Morel")
    answer = await site.http.get("/api/archive?public=1", headers=await site.session(Role.ORGANIZER))
    assert answer.headers["content-disposition"] == 'attachment; filename="w1-public.zip"'
    assert "Jeanne" not in whole(answer.content)


def whole(archive: bytes) -> str:
    with ZipFile(io.BytesIO(archive)) as unpacked:
        assert "datapackage.json" in unpacked.namelist()
        return "".join(unpacked.read(name).decode() for name in unpacked.namelist())


@pytest.mark.parametrize("role", [Role.VIEWER, Role.PARTICIPANT, Role.FACILITATOR])
async def test_the_archive_is_the_organizers(site: Site, role: Role) -> None:
    assert refusal(await site.http.get("/api/archive", headers=await site.session(role))) == (403, "not_allowed")


FORMATS = {
    "pdf": b"%PDF-1.7",
    "docx": b"PK",
    "odt": b"PK",
    "html": b"<!doctype html>",
    "md": "# Réinventer".encode(),
    "json": '{"title":"Réinventer'.encode(),
}


@pytest.mark.parametrize(("format", "begins"), FORMATS.items())
async def test_staff_read_the_minutes(site: Site, format: str, begins: bytes) -> None:
    answer = await site.http.get(f"/api/minutes.{format}", headers=await site.session(Role.FACILITATOR))
    assert answer.status_code == 200
    assert answer.content.startswith(begins)
    assert answer.headers["content-disposition"] == f'inline; filename="minutes-w1.{format}"'


@pytest.mark.parametrize("role", [Role.VIEWER, Role.PARTICIPANT])
async def test_citizens_read_no_minutes_here(site: Site, role: Role) -> None:
    assert refusal(await site.http.get("/api/minutes.md", headers=await site.session(role))) == (403, "not_allowed")


async def test_minutes_come_in_the_language_asked_for(site: Site) -> None:
    headers = await site.session(Role.ORGANIZER)
    french = await site.http.get("/api/minutes.html", headers=headers)
    arabic = await site.http.get("/api/minutes.html?lang=ar", headers=headers)
    assert '<html lang="fr"' in french.text
    assert 'lang="ar"' in arabic.text

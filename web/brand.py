"""How the organization shows itself: name, logo, colour. Kept in the database, so that all processes say the same."""

from __future__ import annotations

import asyncio
import hashlib
import logging

import msgspec
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from persistence.journal import Busy
from persistence.studio import Kept
from rooms.refusal import Refused
from rooms.text import line_or_nothing
from web.answers import json
from web.bodies import decoded
from web.files import FileStore, media_type_of, uploaded
from web.pictures import Pictures
from web.studio.doors import StudioDoors
from web.studio.messages import BrandingShown, EditBranding
from web.theme import DEFAULT, nearest, palette, style_sheet

LOOK_S = 5.0
KEY = "branding"
LOGO_MAX = 512 * 1024
PICTURES = ("image/png", "image/jpeg", "image/webp", "image/gif")
log = logging.getLogger(__name__)


class Branding(Struct, frozen=True, kw_only=True):
    """`logo` is the SHA-256 of its bytes."""

    name: str = ""
    colour: str = DEFAULT
    logo: str | None = None
    media_type: str = ""


class Brand:
    """What is set now, as far as this process has heard. `name` is the organization's in the settings."""

    def __init__(self, kept: Kept, name: str) -> None:
        self._kept = kept
        self._name = name
        self.set = Branding()
        self.sheet = ""

    @property
    def name(self) -> str:
        return self.set.name or self._name

    @property
    def logo(self) -> str | None:
        """Its address: another one when it is another picture."""
        return f"/logo?{self.set.logo[:12]}" if self.set.logo else None

    @property
    def mark(self) -> str:
        return hashlib.sha256(self.sheet.encode()).hexdigest()[:12]

    def read(self) -> None:
        """Blocking."""
        text = self._kept.read()
        self._take(msgspec.json.decode(text, type=Branding) if text else Branding())

    def write(self, branding: Branding) -> None:
        """Blocking."""
        self._kept.write(msgspec.json.encode(branding).decode())
        self._take(branding)

    def _take(self, branding: Branding) -> None:
        self.set, self.sheet = branding, style_sheet(branding.colour)

    async def run(self) -> None:
        """Hears what other processes have set."""
        while True:
            await asyncio.sleep(LOOK_S)
            try:
                await asyncio.to_thread(self.read)
            except Busy:
                log.warning("the database does not answer")


class BrandDesk:
    def __init__(self, doors: StudioDoors, brand: Brand, store: FileStore, pictures: Pictures) -> None:
        self._doors = doors
        self._brand = brand
        self._store = store
        self._pictures = pictures

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/api/studio/branding", self.get, methods=["GET"]),
            Route("/api/studio/branding", self.edit, methods=["PUT"]),
            Route("/api/studio/logo", self.add_logo, methods=["POST"]),
            Route("/api/studio/logo", self.drop_logo, methods=["DELETE"]),
            Route("/theme.css", self.sheet),
            Route("/logo", self.logo),
        ]

    async def get(self, request: Request) -> Response:
        await self._doors.staff(request)
        return self._shown()

    async def edit(self, request: Request) -> Response:
        """Raises Refused("colour_unreadable", nearest=…) where some text could not be read on it."""
        await self._doors.staff(request)
        wish = await decoded(request, EditBranding)
        colour = wish.colour.lower()
        if colour != DEFAULT and not palette(colour).is_readable:
            raise Refused("colour_unreadable", nearest=nearest(colour))
        return await self._write(
            msgspec.structs.replace(self._brand.set, name=line_or_nothing(wish.name), colour=colour)
        )

    async def add_logo(self, request: Request) -> Response:
        await self._doors.staff(request)
        _, body = await uploaded(request)
        media_type = media_type_of(body[:16])
        if media_type not in PICTURES:
            raise Refused("file_kind", kinds=["png", "jpeg", "webp", "gif"])
        if len(body) > LOGO_MAX:
            raise Refused("too_large", most=LOGO_MAX)
        sha256 = await asyncio.to_thread(self._store.keep, await self._pictures.clean(body, media_type))
        return await self._write(msgspec.structs.replace(self._brand.set, logo=sha256, media_type=media_type))

    async def drop_logo(self, request: Request) -> Response:
        await self._doors.staff(request)
        return await self._write(msgspec.structs.replace(self._brand.set, logo=None, media_type=""))

    async def _write(self, branding: Branding) -> Response:
        await asyncio.to_thread(self._brand.write, branding)
        return self._shown()

    def _shown(self) -> Response:
        branding = self._brand.set
        action = palette(branding.colour).action
        return json(BrandingShown(name=self._brand.name, colour=branding.colour, action=action, logo=self._brand.logo))

    # -- what everybody gets --------------------------------------------------------------------------------------

    async def sheet(self, request: Request) -> Response:
        """Its address says its content, so it is asked for once."""
        is_current = request.url.query == self._brand.mark
        headers = {"Cache-Control": "public, max-age=31536000, immutable" if is_current else "no-cache"}
        return Response(self._brand.sheet, headers=headers, media_type="text/css")

    async def logo(self, request: Request) -> Response:
        sha256 = self._brand.set.logo
        if sha256 is None:
            raise Refused("unknown", kind="file")
        etag = f'"{sha256}"'
        headers = {"Cache-Control": "public, max-age=86400", "ETag": etag}
        if request.headers.get("if-none-match") == etag:
            return Response(status_code=304, headers=headers)
        try:
            body = await asyncio.to_thread(self._store.path(sha256).read_bytes)
        except FileNotFoundError as error:
            raise Refused("file_lost") from error
        return Response(body, headers=headers, media_type=self._brand.set.media_type)

"""Pages as the server renders them: in the language asked for, in the colours of the organization."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from rooms.agenda import Workshop
from rooms.refusal import Refused
from web.answers import spoken, status_of
from web.brand import Brand
from web.front import Front
from web.languages import LANGUAGES, Catalogues, Texts, chosen

TEMPLATES = Path(__file__).parent / "templates"
ISOLATES = dict.fromkeys((0x2068, 0x2069))
SHUT = (
    "link_unknown",
    "link_expired",
    "link_revoked",
    "workshop_closed",
    "workshop_full",
    "doors_locked",
    "turned_away",
    "removed",
    "banned",
    "identity_erased",
    "sign_in_over",
    "sign_in_failed",
    "sign_in_weak",
    "provider_unreachable",
    "too_many_attempts",
    "too_fast",
    "busy",
)
WITH_CODE = ("link_unknown", "link_expired", "link_revoked", "workshop_closed", "too_many_attempts")


class Paper:
    """Renders templates in the language asked for."""

    def __init__(
        self, catalogues: Catalogues, front: Front, brand: Brand, packages: Iterable[str] = (), may_poll: bool = False
    ) -> None:
        """`packages` bring templates of their own: `package:name.html`."""
        self._catalogues = catalogues
        self._front = front
        theirs = {package: jinja2.PackageLoader(package) for package in packages}
        self._templates = jinja2.Environment(
            loader=jinja2.ChoiceLoader([jinja2.FileSystemLoader(TEMPLATES), jinja2.PrefixLoader(theirs, ":")]),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=jinja2.StrictUndefined,
        )
        self._templates.filters["plain"] = plain
        self._templates.globals.update(brand=brand, languages=LANGUAGES, may_poll=may_poll)

    def texts(self, request: Request, language: str | None = None) -> Texts:
        return self._catalogues[chosen(request.query_params, request.headers.get("accept-language", ""), language)]

    def page(
        self, request: Request, template: str, /, status: int = 200, language: str | None = None, **values: Any
    ) -> Response:
        """`language` is the workshop's, where the page is a workshop's."""
        texts = self.texts(request, language)
        html = self._templates.get_template(f"{template}.html").render(
            {"t": texts, "front": self._front.entry(values.get("entry", "page")), **values}
        )
        headers = {"Content-Language": texts.language, "Vary": "Accept-Language"}
        return Response(html, status, headers, "text/html")

    def refused(
        self, request: Request, refused: Refused, workshop: Workshop | None = None, minutes: str | None = None
    ) -> Response:
        """Why a door is shut, and what to do. `minutes` are what is read of a workshop that is over."""
        if refused.code not in SHUT:
            return self.fault(request, refused)
        return self.page(
            request,
            "refused",
            status_of(refused.code),
            workshop.language if workshop else None,
            code=refused.code,
            reason=refused.details.get("reason"),
            said=refused.details.get("words"),
            details=spoken(refused.details, workshop.time_zone if workshop else "UTC"),
            with_code=refused.code in WITH_CODE,
            minutes=minutes,
            mine=f"/w/{workshop.id}/mine" if workshop and refused.code == "workshop_closed" else None,
            code_error=None,
            typed=None,
        )

    def fault(self, request: Request, refused: Refused) -> Response:
        """What is neither a door nor a form: no such page, a fault of ours, too busy."""
        match refused.code:
            case "busy":
                return self.refused(request, refused)
            case "internal":
                return self.page(request, "fault", 500, message="fault", id=refused.details["id"])
        return self.page(request, "fault", 404, message="missing", id=None)


def plain(title: Markup) -> Markup:
    """Without the marks by which Fluent keeps directions apart: where there is no markup they show as boxes."""
    return Markup(title.translate(ISOLATES))

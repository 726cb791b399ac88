"""Letters as people read them: in their language, as text and as a page that fetches nothing."""

from __future__ import annotations

from dataclasses import replace

import jinja2

from persistence.outbox import Letter
from web.brand import Brand
from web.languages import Catalogues, Texts
from web.paper import ISOLATES, TEMPLATES

HOUR_MS = 3_600_000


class Letters:
    def __init__(self, catalogues: Catalogues, brand: Brand) -> None:
        self._catalogues = catalogues
        self._brand = brand
        self._templates = jinja2.Environment(
            loader=jinja2.FileSystemLoader(TEMPLATES),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=jinja2.StrictUndefined,
        )

    def code(self, address: str, code: str, minutes: int, language: str, until: int) -> Letter:
        """Only colleagues are sent one, whoever asks."""
        t = self._catalogues[language]
        told = (
            t("letter-code-text", organization=self._brand.name),
            t("letter-code-minutes", minutes=minutes),
            t("letter-code-not-you"),
        )
        return self._letter(address, t("letter-code-subject", organization=self._brand.name), t, told, until, code=code)

    def door(self, address: str, workshop: str, code: str, minutes: int, language: str, until: int) -> Letter:
        """To whoever comes into a workshop that asks for an address."""
        t = self._catalogues[language]
        told = (
            t("letter-door-text", workshop=workshop),
            t("letter-code-minutes", minutes=minutes),
            t("letter-door-not-you"),
        )
        subject = t("letter-door-subject", workshop=workshop)
        return replace(self._letter(address, subject, t, told, until, code=code), only_colleagues=False)

    def invitation(self, address: str, name: str, role: str, url: str, days: int, language: str, until: int) -> Letter:
        t = self._catalogues[language]
        told = (
            t("letter-invitation-hello", name=name),
            t("letter-invitation-text", organization=self._brand.name, role=role),
            t("letter-invitation-days", days=days),
        )
        subject = t("letter-invitation-subject", organization=self._brand.name)
        return self._letter(address, subject, t, told, until, url=url)

    def _letter(
        self, address: str, subject: str, t: Texts, told: tuple[str, ...], until: int, code: str = "", url: str = ""
    ) -> Letter:
        first, *rest = told
        parts = [first, *([code] if code else []), *([url] if url else []), *rest, self._brand.name]
        html = self._templates.get_template("letter.html").render(
            t=t, brand=self._brand, subject=subject, first=first, rest=rest, code=code, url=url
        )
        return Letter(
            address=address,
            subject=plain(subject),
            text=plain("\n\n".join(parts)) + "\n",
            html=plain(html),
            language=t.language,
            until=until,
            only_colleagues=bool(code),
        )


def plain(text: str) -> str:
    """Without the marks by which Fluent keeps directions apart: programs for mail show them as boxes."""
    return text.translate(ISOLATES)

"""Which language a page speaks, and its texts from the Fluent catalogues."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

LANGUAGES = {"fr": "Français", "en": "English", "ar": "العربية"}
DEFAULT = "fr"
RIGHT_TO_LEFT = {"ar"}
WRITTEN_AS = {"ar": "ar-KM"}
"""Whose numbers, days and hours: Arabic with a clock of 24 hours, as the browser's pages write it."""


class Texts:
    """One language's messages: `texts("join-title", name=…)`. What a language lacks is said in the default one."""

    def __init__(self, language: str, bundles: list[FluentBundle]) -> None:
        self.language = language
        self.direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
        self._bundles = bundles

    def __call__(self, message: str, /, **values: Any) -> str:
        """Raises KeyError for a message in no catalogue."""
        for bundle in self._bundles:
            if bundle.has_message(message):
                pattern = bundle.get_message(message).value
                if pattern is not None:
                    return str(bundle.format_pattern(pattern, values)[0])
        raise KeyError(message)


class Catalogues:
    """The named catalogues of every language, read once."""

    def __init__(self, folder: Path, *names: str) -> None:
        bundles = {language: bundle_of(folder / language, language, names) for language in LANGUAGES}
        self._texts = {
            language: Texts(language, [bundle, bundles[DEFAULT]] if language != DEFAULT else [bundle])
            for language, bundle in bundles.items()
        }

    def __getitem__(self, language: str) -> Texts:
        return self._texts[known(language) or DEFAULT]


def bundle_of(folder: Path, language: str, names: tuple[str, ...]) -> FluentBundle:
    bundle = FluentBundle([WRITTEN_AS.get(language, language)])
    for name in names:
        bundle.add_resource(resource(folder / f"{name}.ftl"))
    return bundle


@cache
def resource(catalogue: Path) -> ast.Resource:
    """Read once in a process, whoever asks: it takes longer than all else a server does before it listens."""
    return FluentResource(catalogue.read_text("utf-8"))


def chosen(query: Mapping[str, str], accepted: str, workshop: str | None = None) -> str:
    """?lang= before what the browser accepts, before the workshop's language."""
    wishes = [query.get("lang", ""), *in_order(accepted), workshop or ""]
    return next((language for wish in wishes if (language := known(wish))), DEFAULT)


def known(tag: str) -> str | None:
    """The language of ours that a tag such as fr-CA means."""
    language = tag.strip().lower().split("-")[0]
    return language if language in LANGUAGES else None


def in_order(accepted: str) -> list[str]:
    """The tags of an Accept-Language header, the preferred first (RFC 9110, 12.5.4)."""
    weighted = []
    for part in accepted.split(","):
        tag, _, parameter = part.partition(";")
        weighted.append((weight(parameter), tag.strip()))
    return [tag for weight, tag in sorted(weighted, key=lambda pair: -pair[0]) if weight > 0]


def weight(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    try:
        return float(value) if name == "q" else 1.0
    except ValueError:
        return 0.0

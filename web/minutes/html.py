"""Minutes as one HTML file that needs nothing else: read on screen, kept, printed."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from facilitation.minutes.document import Document, Section, anchors
from facilitation.minutes.versions import Version
from persistence.minutes import Filed
from rooms.ids import WorkshopId
from web.languages import Texts
from web.minutes.job import Format

HERE = Path(__file__).parent
# Also stated in the page itself: were a text ever to become markup, it could still load and run nothing.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
)

pages = Environment(
    loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
pages.tests["kind"] = lambda part, name: type(part).__name__ == name


def html(document: Document, words: Texts) -> str:
    return pages.get_template("page.html").render(
        document=document,
        anchors=anchors(document.parts),
        contents=[(number, part.title) for number, part in enumerate(document.parts) if isinstance(part, Section)],
        direction=words.direction,
        policy=CONTENT_SECURITY_POLICY,
        style=(HERE / "page.css").read_text("utf-8"),
        words=words,
    )


# Comments of ours in the page, in whose places a published one gets what is known of it since. No text can forge one:
# what people type is escaped.
NOTICE, DOWNLOADS, PROOF = "<!-- notice -->", "<!-- downloads -->", "<!-- proof -->"


def around(
    words: Texts, workshop: WorkshopId, version: Version, versions: list[Version], files: list[Filed]
) -> dict[str, str]:
    """What stands around published minutes, by its place. `versions` are the public ones, latest first."""
    order = list(Format)
    module = pages.get_template("around.html").make_module(
        {
            "words": words,
            "workshop": workshop,
            "version": version,
            "versions": versions,
            "latest": versions[0].number,
            "files": sorted(files, key=lambda file: order.index(Format(file.format))),
        }
    )
    return {mark: str(getattr(module, name)()) for mark, name in PLACES.items()}


PLACES = {NOTICE: "notice", DOWNLOADS: "downloads", PROOF: "proof"}

"""What rooms remarked on one another's work, told where that work is; and where each of them went."""

from __future__ import annotations

from collections.abc import Iterator

from facilitation.minutes.conclusions import title_of
from facilitation.minutes.document import Paragraph, Part, Quote, Section
from facilitation.minutes.matter import Matter
from rooms.activities.board import Note
from rooms.activities.conclusion import Conclusion
from rooms.activities.gallery import Gallery
from rooms.activities.remark import Remark
from rooms.activity import Activity
from rooms.agenda import Room
from rooms.ids import RoomId


def walk(matter: Matter, gallery: Gallery) -> Iterator[Part]:
    """As far as it got: a route is planned when its step begins."""
    visited = (matter.state.maybe(Activity, id) for id in gallery.route)
    names = [_name(matter, activity.room) for activity in visited if activity is not None]
    if not names:
        yield Paragraph(matter.words("minutes-visited-none"), soft=True)
        return
    yield Paragraph(matter.words("minutes-visited", rooms=", ".join(names)))
    if gallery.plan.anonymous:
        yield Paragraph(matter.words("minutes-anonymous"), soft=True)
    written = sum(remark.is_shown for remark in matter.state.all(Remark) if remark.activity == gallery.id)
    yield Paragraph(matter.words("minutes-remarks-written", count=written), soft=True)


def remarks(matter: Matter, about: str) -> Iterator[Part]:
    """On a conclusion or a board, in the order in which they were written."""
    shown = (remark for remark in matter.state.under(about, Remark) if remark.is_shown)
    found = sorted(shown, key=lambda remark: (remark.at, remark.id))
    if found:
        yield Section(matter.words("minutes-remarks"), tuple(_remark(matter, remark) for remark in found))


def _remark(matter: Matter, remark: Remark) -> Quote:
    return Quote(
        remark.text,
        by="" if remark.anonymous else matter.author(remark.author),
        details=tuple(_known(matter, remark)),
    )


def _known(matter: Matter, remark: Remark) -> Iterator[str]:
    """What kind it is, from which room, and what of the whole it is about."""
    yield matter.words(f"minutes-stance-{remark.stance.value}")
    yield matter.words("minutes-remark-by", room=_name(matter, remark.by))
    conclusion = matter.state.maybe(Conclusion, remark.about)
    for field in conclusion.fields if conclusion is not None else ():
        if field.id == remark.field:
            yield matter.words("minutes-remark-about", what=title_of(matter, field))
    if (note := matter.state.maybe(Note, remark.note)) is not None and note.is_shown:
        yield matter.words("minutes-remark-about", what=" ".join(note.text.split()))


def _name(matter: Matter, id: RoomId) -> str:
    room = matter.state.maybe(Room, id)
    return room.name if room is not None else ""

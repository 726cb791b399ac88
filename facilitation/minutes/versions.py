"""A version of the minutes, from the journal to the public: who may change what of it, and when."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum

import msgspec
from msgspec import Struct

from facilitation.minutes.document import Document
from facilitation.minutes.editing import Wording, checksum, encoded, sections
from rooms.ids import ParticipantId, WorkshopId
from rooms.refusal import Refused
from rooms.text import prose, prose_or_nothing

DAY_MS = 24 * 60 * 60 * 1000
AMENDING_MOST_DAYS = 90
AMENDMENTS_EACH, AMENDMENTS_ALL = 20, 500


class VersionState(StrEnum):
    GENERATED = "generated"
    EDITED = "edited"
    AMENDABLE = "amendable"  # until a date, by those who were there
    APPROVED = "approved"
    PUBLISHED = "published"
    SUPERSEDED = "superseded"  # by a later published one; still read


DRAFT = (VersionState.GENERATED, VersionState.EDITED, VersionState.AMENDABLE)
PUBLIC = (VersionState.PUBLISHED, VersionState.SUPERSEDED)
READ_BY_ATTENDEES = (VersionState.AMENDABLE, VersionState.APPROVED, *PUBLIC)


class Version(Struct, frozen=True, kw_only=True):
    """`document` holds the facts as of change `head`; `wording` is the organizers'. Once approved, `final` is both.

    `names`: people appear under theirs. `edition` counts its changes, so that two people do not overwrite each other.
    """

    workshop: WorkshopId
    number: int
    state: VersionState = VersionState.GENERATED
    edition: int = 0
    language: str
    names: bool
    head: int
    made_at: int
    document: Document
    wording: Wording = Wording()
    final: Document | None = None
    checksum: str = ""
    opened_at: int | None = None
    amend_until: int | None = None
    approved_at: int | None = None
    published_at: int | None = None
    superseded_at: int | None = None

    @property
    def is_draft(self) -> bool:
        return self.state in DRAFT

    @property
    def is_public(self) -> bool:
        return self.state in PUBLIC

    def is_amendable(self, now: int) -> bool:
        return self.state is VersionState.AMENDABLE and self.amend_until is not None and now < self.amend_until


class AmendmentState(StrEnum):
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REFUSED = "refused"


class Amendment(Struct, frozen=True, kw_only=True):
    """What somebody who was there asks to have added to a section. `author` is None once they are erased."""

    id: str
    version: int
    section: str
    text: str
    author: ParticipantId | None
    at: int
    state: AmendmentState = AmendmentState.PROPOSED
    reason: str = ""
    decided_at: int | None = None


# -- organizers ---------------------------------------------------------------------------------------------------


def next_number(versions: Collection[Version]) -> int:
    """Raises Refused("minutes_in_hand") while another one is not published."""
    for version in versions:
        if not version.is_public:
            raise Refused("minutes_in_hand", number=version.number)
    return max((version.number for version in versions), default=0) + 1


def reword(version: Version, wording: Wording, seen: int) -> Version:
    _require_draft(version)
    if seen != version.edition:
        raise Refused("edited_meanwhile")
    known = {section.key for section in sections(version.document.parts)}
    if foreign := set(wording.notes) - known:
        raise Refused("unknown", kind="section", id=min(foreign))
    notes = {key: text for key, note in wording.notes.items() if (text := prose_or_nothing(note))}
    kept = Wording(prose_or_nothing(wording.lead), prose_or_nothing(wording.summary), notes)
    state = VersionState.EDITED if version.state is VersionState.GENERATED else version.state
    return _changed(version, wording=kept, state=state)


def refresh(version: Version, document: Document, head: int, now: int) -> Version:
    """The facts as they are now; words stay where their sections are still there."""
    _require_draft(version)
    return _changed(version, document=document, head=head, made_at=now)


def open_for_amendments(version: Version, until: int, now: int) -> Version:
    """Or give more time: a date once told is never brought forward."""
    _require_draft(version)
    earliest = max(now, version.amend_until or 0)
    if not earliest < until <= now + AMENDING_MOST_DAYS * DAY_MS:
        raise Refused("too_late", at=until)
    opened_at = version.opened_at if version.opened_at is not None else now
    return _changed(version, state=VersionState.AMENDABLE, opened_at=opened_at, amend_until=until)


def approve(version: Version, amendments: Iterable[Amendment], final: Document, now: int) -> Version:
    """`final` is the document with its words and accepted amendments; nothing of it changes any more."""
    _require_draft(version)
    if version.head == 0:
        raise Refused("minutes_empty")
    if version.is_amendable(now):
        raise Refused("amending_open", at=version.amend_until)
    if undecided := sum(1 for amendment in amendments if amendment.state is AmendmentState.PROPOSED):
        raise Refused("amendments_undecided", count=undecided)
    found = checksum(encoded(final))
    return _changed(version, state=VersionState.APPROVED, approved_at=now, final=final, checksum=found)


def reopen(version: Version) -> Version:
    """What was approved by mistake; not once it is public."""
    if version.state is not VersionState.APPROVED:
        raise Refused("not_approved")
    state = VersionState.EDITED if version.opened_at is None else VersionState.AMENDABLE
    return _changed(version, state=state, approved_at=None, final=None, checksum="")


def publish(version: Version, now: int) -> Version:
    if version.state is not VersionState.APPROVED:
        raise Refused("not_approved")
    return _changed(version, state=VersionState.PUBLISHED, published_at=now)


def supersede(version: Version, now: int) -> Version:
    return _changed(version, state=VersionState.SUPERSEDED, superseded_at=now)


def emptied(version: Version) -> Version:
    """Without its facts, which are to be made again; what was approved of them is not approved any more."""
    bare = msgspec.structs.replace(version.document, lead="", parts=())
    state = version.state
    if state is VersionState.APPROVED:
        state = VersionState.EDITED if version.opened_at is None else VersionState.AMENDABLE
    return _changed(version, document=bare, head=0, state=state, final=None, checksum="", approved_at=None)


def require_unopened(version: Version) -> None:
    """What attendees have been shown is not thrown away. Raises Refused."""
    _require_draft(version)
    if version.opened_at is not None:
        raise Refused("minutes_opened")


# -- attendees ----------------------------------------------------------------------------------------------------


def propose(
    version: Version, amendments: Collection[Amendment], section: str, text: str, by: ParticipantId, id: str, now: int
) -> Amendment:
    if not version.is_amendable(now):
        raise Refused("amending_closed")
    if section not in {each.key for each in sections(version.document.parts)}:
        raise Refused("unknown", kind="section")
    own = sum(1 for amendment in amendments if amendment.author == by)
    if own >= AMENDMENTS_EACH or len(amendments) >= AMENDMENTS_ALL:
        raise Refused("too_many_amendments", most=AMENDMENTS_EACH)
    return Amendment(id=id, version=version.number, section=section, text=prose(text), author=by, at=now)


def require_withdrawable(version: Version, amendment: Amendment, by: ParticipantId, now: int) -> None:
    if amendment.author != by:
        raise Refused("not_yours", kind="text")
    if not version.is_amendable(now):
        raise Refused("amending_closed")


def settle(version: Version, amendment: Amendment, accepted: bool, reason: str, now: int) -> Amendment:
    """Organizers accept it, or refuse it and say why; they may think again until they approve."""
    _require_draft(version)
    said = prose_or_nothing(reason)
    if not accepted and not said:
        raise Refused("empty")
    state = AmendmentState.ACCEPTED if accepted else AmendmentState.REFUSED
    return msgspec.structs.replace(amendment, state=state, reason=said, decided_at=now)


def _require_draft(version: Version) -> None:
    if not version.is_draft:
        raise Refused("minutes_approved")


def _changed(version: Version, **fields: object) -> Version:
    return msgspec.structs.replace(version, edition=version.edition + 1, **fields)

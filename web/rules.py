"""What the operating rules tell: the parts of their page, and the numbers of the program that stand in them."""

from __future__ import annotations

from facilitation.groups import GROUPS_MAX
from facilitation.people import PEOPLE_MAX
from rooms.activities.board import NOTES_MAX
from rooms.activities.tally import FEWEST, WORDS_SHOWN
from rooms.text import MESSAGE_MAX, NOTE_MAX

SHOWN_AT_ONCE = 200
"""Contributions on one page; the rest are counted."""
FACES = {"faces_phone": 4, "faces": 12}
"""At most at once, as `web/ui/src/media/peer.ts` asks for them."""
NUMBERS = {
    "note": NOTE_MAX,
    "message": MESSAGE_MAX,
    "notes": NOTES_MAX,
    "people": PEOPLE_MAX,
    "groups": GROUPS_MAX,
    "fewest": FEWEST,
    "contributions": SHOWN_AT_ONCE,
    "words": WORDS_SHOWN,
    **FACES,
}
PARTS = {
    "order": ("notes", "options", "results", "rooms", "processes", "machine"),
    "groups": ("choice", "draw", "blind", "late"),
    "counts": ("people", "dots", "choice", "ranking", "scores", "words", "outcome", "hands", "final"),
    "hidden": ("notes", "votes", "few", "anonymous"),
    "staff": ("reads", "listens", "moderates", "kept", "sets"),
    "moderation": ("report", "hidden", "pending", "out", "ban"),
    "voices": ("loudest", "time"),
    "limits": ("text", "people", "here"),
}
OF_VOICES = ("voices", "listens")
"""Told only where voices are carried."""


def parts(has_media: bool) -> dict[str, tuple[str, ...]]:
    """The rules by part, in their order."""
    return {
        part: tuple(rule for rule in rules if has_media or rule not in OF_VOICES)
        for part, rules in PARTS.items()
        if has_media or part not in OF_VOICES
    }

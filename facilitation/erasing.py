"""Forgetting a person who asks for it: their name at once, their words too if they wish."""

from __future__ import annotations

from collections.abc import Iterator

from facilitation.drawing import forget_rows
from facilitation.leading import resign
from facilitation.releasing import gone
from facilitation.rotating import host_no_more
from rooms.agenda import Room
from rooms.anonymity import authors
from rooms.command import Command
from rooms.deciding import Deciding
from rooms.entity import Entity
from rooms.floor import withdraw
from rooms.ids import ParticipantId
from rooms.moderation import Moderation
from rooms.people import Knock, Participant, knock_id
from rooms.permissions import Permission
from rooms.registration import forget_answers


class ErasePerson(Command, frozen=True, tag="person.erase"):
    """Oneself, at any time, also once the workshop is closed; an organizer anybody who asks.

    With `texts` what they wrote goes too, in history as well: places and counts stay. What they wrote anonymously is
    found as long as its key exists.
    """

    person: ParticipantId
    texts: bool = False

    def decide(self, on: Deciding) -> None:
        person = on.participant(self.person)
        # Oneself also after having been put out; once erased there is nothing left to ask for.
        if on.by.id != person.id or person.erased_at is not None:
            on.require(Permission.ORGANIZE)
        names = tuple(authors(person.id, on)) if self.texts else ()
        for entity in list(words_of(on, names)):
            on.put(entity.erased())
        forget_rows(on, person.id)
        forget_answers(on, person.id)
        erase(on, person)
        if on.touched():
            on.forget(authors=names, people=(person.id,))


def words_of(on: Deciding, names: tuple[str, ...]) -> Iterator[Entity]:
    """What somebody has written under these names, as far as it still says something."""
    for entity in on:
        if entity.TEXTS and entity.writer() in names and entity.erased() != entity:
            yield entity


def erase(on: Deciding, person: Participant) -> None:
    withdraw(on, person)
    gone(on, person)
    host_no_more(on, person.id)
    if person.is_counted:
        room = on.find(Room, person.room)
        on.change(room, people=room.people - 1)
    resign(on, person.id)
    if on.maybe(Knock, knock_id(person.id)) is not None:
        on.drop(knock_id(person.id))
    erased_at = person.erased_at or on.now
    on.change(on.participant(person.id), name="", email="", interprets="", removed_words="", erased_at=erased_at)
    for act in [act for act in on.all(Moderation) if act.about == person.id]:
        on.change(act, words="")

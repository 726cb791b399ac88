"""What citizens show who they are for, and who they turn out to be: one identity, one participant."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from rooms.agenda import Workshop
from rooms.command import Command, SystemCommand
from rooms.deciding import Deciding
from rooms.identity import Action, Identified, Identity, identified_id
from rooms.ids import ParticipantId
from rooms.people import Participant
from rooms.permissions import Permission, Role
from rooms.refusal import Refused
from rooms.state import State

Actions = Annotated[tuple[Action, ...], Meta(min_length=1, max_length=10)]


class AskIdentity(Command, frozen=True, tag="workshop.identity"):
    """Of citizens from now on: of whoever comes in, or of whoever writes or votes, also of those who are in."""

    identity: Identity
    actions: Actions = (Action.ENTER,)

    def decide(self, on: Deciding) -> None:
        on.require(Permission.ORGANIZE)
        if on.workshop.closed_at is not None:
            raise Refused("workshop_closed", at=on.workshop.closed_at)
        actions = tuple(action for action in Action if action in self.actions)
        on.change(on.workshop, identity=self.identity, identity_for=actions)


class Identify(SystemCommand, frozen=True, tag="person.identify"):
    """A participant has shown who they are. `mark` is what their identity is known by in this workshop."""

    person: ParticipantId
    mark: str
    way: Identity

    def decide(self, on: Deciding) -> None:
        person = on.participant(self.person)
        if person.erased_at is not None:
            raise Refused("unknown", kind="participant")
        person.require_in()
        other = person_of(on, self.mark)
        if other is not None and other.id != person.id:
            raise Refused("identity_erased" if other.erased_at is not None else "identity_taken")
        known(on, person, self.mark, self.way)


def known(on: Deciding, person: Participant, mark: str, way: Identity) -> None:
    if on.maybe(Identified, identified_id(mark)) is None:
        on.put(Identified(id=identified_id(mark), person=person.id, way=way, at=on.now))
    on.change(person, known_by=way)


def person_of(state: State, mark: str) -> Participant | None:
    """Who has shown this identity before."""
    identified = state.maybe(Identified, identified_id(mark))
    return state.maybe(Participant, identified.person) if identified else None


def must_show(workshop: Workshop, person: Participant, action: Action) -> bool:
    """Whether they have yet to show who they are before they do this. Staff are known already."""
    if workshop.identity is Identity.NONE or person.role is not Role.PARTICIPANT:
        return False
    return action in workshop.identity_for and person.known_by is not workshop.identity

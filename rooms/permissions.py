"""Who may do what in a workshop, by role. Whether it may be done now is each activity's rule."""

from enum import StrEnum


class Role(StrEnum):
    VIEWER = "viewer"
    PARTICIPANT = "participant"
    FACILITATOR = "facilitator"
    ORGANIZER = "organizer"

    @property
    def is_staff(self) -> bool:
        return self in (Role.FACILITATOR, Role.ORGANIZER)


class Permission(StrEnum):
    WRITE = "write"  # notes, comments, messages
    VOTE = "vote"  # dots, ballots
    STEER = "steer"  # steps, rooms, groups, activities, polls
    MODERATE = "moderate"  # others' texts and names
    ORGANIZE = "organize"  # the workshop itself, exports


CITIZEN = frozenset({Permission.WRITE, Permission.VOTE})
STAFF = frozenset({Permission.WRITE, Permission.STEER, Permission.MODERATE})
ALLOWED: dict[Role, frozenset[Permission]] = {
    Role.VIEWER: frozenset(),
    Role.PARTICIPANT: CITIZEN,
    Role.FACILITATOR: STAFF,
    Role.ORGANIZER: STAFF | {Permission.ORGANIZE},
}

"""People of the organization: who of them may do what in the studio."""

from __future__ import annotations

from enum import StrEnum

from rooms.refusal import Refused


class StaffRole(StrEnum):
    """In the order of rank. Facilitators look, and facilitate workshops; organizers write processes and workshops;
    administrators also say who is who."""

    FACILITATOR = "facilitator"
    ORGANIZER = "organizer"
    ADMINISTRATOR = "administrator"

    def require(self, least: StaffRole) -> None:
        """Raises Refused("not_allowed")."""
        ranks = list(StaffRole)
        if ranks.index(self) < ranks.index(least):
            raise Refused("not_allowed", permission=least.value)

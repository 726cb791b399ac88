"""Minutes: what was done, said and decided in a workshop, as one small tree that any writer can print."""

from facilitation.minutes.document import Document
from facilitation.minutes.editing import Wording, checksum, edited, encoded
from facilitation.minutes.history import Change
from facilitation.minutes.writing import build

__all__ = ["Change", "Document", "Wording", "build", "checksum", "edited", "encoded"]

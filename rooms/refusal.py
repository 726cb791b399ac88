"""A refusal is an answer a person can act on: a stable code and details; the client owns the wording."""

from typing import Any


class Refused(Exception):
    """Raised where a rule is broken, caught once by `decide`.

    `code` is one word or a few joined by underscores, documented in docs/protocol.md; `details` are plain values
    (numbers, strings, lists of them) that the client may put in its sentence.
    """

    def __init__(self, code: str, **details: Any) -> None:
        super().__init__(code)
        self.code = code
        self.details = details

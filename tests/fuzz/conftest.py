"""A world full of things to ask about."""

from tests.hidden.conftest import world

__all__ = ["world"]

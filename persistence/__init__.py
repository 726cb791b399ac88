"""What survives a power cut: tables, journal, links, archive."""

from persistence.migrations import migrate

__all__ = ["migrate"]

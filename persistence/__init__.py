"""What survives a power cut: tables, journal, archive."""

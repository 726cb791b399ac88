"""One file per activity: its entities, its commands, its rules."""

"""What moves a workshop along: the one decide, agenda and clock, groups, minutes; no I/O."""

"""Tests of what survives a power cut, on SQLite and on PostgreSQL."""

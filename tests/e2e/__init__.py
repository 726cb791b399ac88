"""Promises to citizens, kept in a real browser."""

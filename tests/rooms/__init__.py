"""Rooms: what a workshop is made of."""

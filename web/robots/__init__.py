"""Scripted participants over the real protocol: for a rehearsal, for a look at a full room, for load."""

from web.robots.coming import NotJoined, address_and_token, join
from web.robots.plan import Plan, read_texts
from web.robots.robot import run
from web.robots.summary import Summary

__all__ = ["NotJoined", "Plan", "Summary", "address_and_token", "join", "read_texts", "run"]

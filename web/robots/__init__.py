"""Scripted participants over the real protocol: for a rehearsal, for a look at a full room, for load."""

from web.robots.asking import Failed
from web.robots.coming import NotJoined, address_and_token, join
from web.robots.plan import Plan, read_texts
from web.robots.robot import run
from web.robots.story import play
from web.robots.summary import Summary

__all__ = ["Failed", "NotJoined", "Plan", "Summary", "address_and_token", "join", "play", "read_texts", "run"]

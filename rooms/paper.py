"""The colours of post-its and groups. Each has a name and a pattern on screen, never colour alone."""

from enum import StrEnum


class Paper(StrEnum):
    STRAW = "straw"
    LINDEN = "linden"
    SKY = "sky"
    PEACH = "peach"
    LILAC = "lilac"
    CHALK = "chalk"

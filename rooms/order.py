"""Places in a row as short texts: between any two there is room for a third, so a move changes one thing only."""

from fractional_indexing import generate_key_between


def key_between(before: str | None, after: str | None) -> str:
    """A key after the one and before the other; None is either end. Compared byte by byte."""
    key: str = generate_key_between(before, after)
    return key

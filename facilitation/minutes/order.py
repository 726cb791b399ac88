"""How order was kept, in numbers: what was done, for which reasons, and what nobody reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from facilitation.minutes.document import Paragraph, Part, Table
from facilitation.minutes.matter import Matter
from rooms.moderation import Act, Display, Flag, Moderation, Reason, Written


def order(matter: Matter) -> Iterator[Part]:
    """Nothing where there was nothing to do. Neither whose words nor whose acts they were is told."""
    state, words = matter.state, matter.words
    acts = Counter((act.act, act.reason) for act in state.all(Moderation))
    reports = sum(1 for _ in state.all(Flag))
    unread = Counter(text.moderation for text in state if isinstance(text, Written))
    if not (acts or reports or unread[Display.PENDING]):
        return
    hidden, pending = unread[Display.HIDDEN], unread[Display.PENDING]
    yield Paragraph(words("minutes-order-lead", reports=reports, hidden=hidden, pending=pending), soft=True)
    if acts:
        head = tuple(words(f"minutes-column-{name}") for name in ("act", "reason", "count"))
        yield Table(head, tuple(_row(matter, *found, acts[found]) for found in in_order(acts)), numbers=(2,))


def in_order(acts: Counter[tuple[Act, Reason | None]]) -> list[tuple[Act, Reason | None]]:
    """As the lists of acts and of reasons are."""
    kinds, reasons = list(Act), [None, *Reason]
    return sorted(acts, key=lambda found: (kinds.index(found[0]), reasons.index(found[1])))


def _row(matter: Matter, act: Act, reason: Reason | None, count: int) -> tuple[str, ...]:
    words = matter.words
    why = words(f"reason-{reason.value}") if reason is not None else ""
    return words(f"order-act-{act.value}"), why, words("minutes-number", count=count)

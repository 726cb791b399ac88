"""What a browser holds: records by id, exactly as the bytes that came. It knows nothing of ours but frames."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from rooms.entity import Entity

encode = msgspec.json.Encoder().encode


class Label(msgspec.Struct):
    id: str


class Sent(msgspec.Struct):
    """What a `frame` and a `mine` have in common."""

    put: list[msgspec.Raw] = []
    drop: list[str] = []


LABEL = msgspec.json.Decoder(Label)
SENT = msgspec.json.Decoder(Sent)
RECORDS = msgspec.json.Decoder(list[msgspec.Raw])
Records = dict[str, bytes]


class Page(Records):
    """Records by id. Fed with real bytes or with those of `frame_of`, it must come to the same."""

    def snapshot(self, *parts: bytes) -> None:
        """Forget all and begin with these JSON arrays of records."""
        self.clear()
        for part in parts:
            self._put(RECORDS.decode(part))

    def frame(self, body: bytes) -> None:
        """Take in the JSON of a `frame` or of a `mine`."""
        sent = SENT.decode(body)
        self._put(sent.put)
        for id in sent.drop:
            self.pop(id, None)

    def _put(self, raws: Iterable[msgspec.Raw]) -> None:
        for raw in raws:
            body = bytes(raw)
            self[LABEL.decode(body).id] = body


def fresh(entities: Iterable[Entity]) -> Page:
    """The page of somebody who comes in now."""
    return Page((entity.id, encode(entity)) for entity in entities)


def frame_of(put: Iterable[Entity], drop: Iterable[str]) -> bytes:
    return encode({"put": list(put), "drop": list(drop)})

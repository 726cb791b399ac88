"""The baseline in Python: what one writes first with aiortc. Every listener has an encoder of their own.

`python -m bench.media.relay` reads offers from its standard input, a line of JSON each, and answers each with a line.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections import defaultdict

from aiortc import MediaStreamTrack, RTCConfiguration, RTCPeerConnection, RTCSessionDescription
from aiortc.contrib.media import MediaRelay

relay = MediaRelay()
tracks: defaultdict[str, list[MediaStreamTrack]] = defaultdict(list)
"""What each speaker sends."""
connections: list[RTCPeerConnection] = []


async def answer(offer: str, name: str, heard: list[str]) -> str:
    connection = RTCPeerConnection(RTCConfiguration(iceServers=[]))
    connections.append(connection)
    connection.on("track", tracks[name].append)
    await connection.setRemoteDescription(RTCSessionDescription(offer, "offer"))
    for other in heard:
        for track in tracks[other]:
            connection.addTrack(relay.subscribe(track))
    await connection.setLocalDescription(await connection.createAnswer())
    return connection.localDescription.sdp


async def serve() -> None:
    reader = asyncio.StreamReader(limit=1 << 20)
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        asked = json.loads(line)
        sdp = await answer(asked["sdp"], asked["name"], asked["heard"])
        print(json.dumps({"sdp": sdp}), flush=True)


if __name__ == "__main__":
    asyncio.run(serve())

"""Uploaded pictures, drawn anew: where and by what they were taken, and what else hides in a file, stays outside."""

from __future__ import annotations

import asyncio
import sys
from contextlib import suppress

from rooms.refusal import Refused

KINDS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/gif": "GIF", "image/webp": "WEBP"}
TAKES_S = 20.0


async def clean(body: bytes, media_type: str) -> bytes:
    """A picture by a process of its own, which may fail of what it is given; a PDF as it is.

    Raises Refused("file_damaged") for what no picture can be made of.
    """
    if media_type not in KINDS:
        return body
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "web.redrawing", KINDS[media_type]),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        drawn, _ = await asyncio.wait_for(process.communicate(body), TAKES_S)
    except BaseException as error:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
        if isinstance(error, TimeoutError):
            raise Refused("file_damaged") from error
        raise
    if process.returncode != 0 or not drawn:
        raise Refused("file_damaged")
    return drawn

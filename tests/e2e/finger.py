"""A finger on the glass, for what is moved by pressing and holding."""

from __future__ import annotations

from playwright.async_api import CDPSession, Locator, Page, expect

Point = tuple[float, float]


async def at(target: Locator, down: float = 0.5) -> Point:
    """A point on what is meant, so far down from its top."""
    box = await target.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] * down


class Finger:
    """One finger on the glass, as Chromium feels it."""

    def __init__(self, session: CDPSession) -> None:
        self.session = session

    async def touch(self, kind: str, *points: Point) -> None:
        touches = [{"x": x, "y": y} for x, y in points]
        await self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    async def hold(self, point: Point, lifted: Locator) -> None:
        """Until what is under it has been lifted."""
        await self.touch("touchStart", point)
        await expect(lifted).to_be_visible()

    async def slide(self, start: Point, end: Point, steps: int = 6) -> None:
        for step in range(1, steps + 1):
            share = step / steps
            await self.touch(
                "touchMove", (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
            )

    async def lift(self) -> None:
        await self.touch("touchEnd")


async def finger_on(page: Page) -> Finger:
    return Finger(await page.context.new_cdp_session(page))

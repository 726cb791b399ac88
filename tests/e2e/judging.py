"""What can be judged about any page as it stands: its accessibility, and whether it fits its screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page

NARROW_PX = (320, 390)
AXE = Axe()
RULES: dict[str, Any] = {
    "resultTypes": ["violations"],
    "preload": False,
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
}
WITHOUT_COLOURS: dict[str, Any] = RULES | {"rules": {"color-contrast": {"enabled": False}}}
CONTRAST: dict[str, Any] = {
    "resultTypes": ["violations"],
    "preload": False,
    "runOnly": {"type": "rule", "values": ["color-contrast"]},
}
OVERFLOW = """() => {
  const page = document.scrollingElement;
  const end = innerWidth + 1;
  const spills = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && (box.right > end || box.left < -1) && !element.closest("[inert]");
  };
  if (page.scrollWidth <= page.clientWidth) return [];
  const found = [...document.querySelectorAll("body *")].filter(spills).slice(0, 5);
  return found.map((each) => each.outerHTML.slice(0, 120));
}"""


AT_REST = """() => {
  const ends = (animation) => animation.effect?.getComputedTiming().iterations !== Infinity;
  return !document.getAnimations().some((each) => each.playState === "running" && ends(each));
}"""


async def barriers(page: Page, options: dict[str, Any] = RULES, within: str = "html") -> list[str]:
    """What axe finds, in one line each. What is still arriving is half seen, so it is waited for."""
    await page.wait_for_function(AT_REST)
    if await page.evaluate("() => !window.axe"):
        await page.evaluate(AXE.axe_script)
    found = await page.evaluate(
        "([within, options]) => axe.run(within, options).then(({ violations }) => violations)", [within, options]
    )
    return [
        f"{violation['id']}: {node['html'][:160]} ({' '.join(node.get('failureSummary', '').split())[:300]})"
        for violation in found
        for node in violation["nodes"]
    ]


@dataclass
class Findings:
    """What judging pages one after the other has brought. `in_the_dark`: their dark colours too. `in_colour`: theirs
    at all, which are the same in all languages."""

    in_the_dark: bool = True
    in_colour: bool = True
    barriers: list[str] = field(default_factory=list)
    overflowing: list[str] = field(default_factory=list)

    async def judge(self, where: str, page: Page, within: str = "html") -> None:
        """With `within`, only what lies there: a dialog before a page that was judged."""
        before = page.viewport_size
        assert before is not None
        # As tall as all there is: what only lies under a bar until one scrolls is not out of reach.
        tall = await page.evaluate("Math.max(innerHeight, document.documentElement.scrollHeight + 200)")
        await page.set_viewport_size({"width": before["width"], "height": tall})
        rules = RULES if self.in_colour else WITHOUT_COLOURS
        self.barriers += [f"{where}: {each}" for each in await barriers(page, rules, within)]
        if self.in_the_dark:
            # Without motion, colours change at once.
            await page.emulate_media(color_scheme="dark", reduced_motion="reduce")
            self.barriers += [f"{where}, dark: {each}" for each in await barriers(page, CONTRAST, within)]
            await page.emulate_media(color_scheme="light", reduced_motion="reduce")
        if before["width"] <= max(NARROW_PX):
            for width_px in NARROW_PX:
                self.overflowing += [f"{where}: {each}" for each in await overflowing(page, width_px)]
        await page.set_viewport_size(before)


async def overflowing(page: Page, width_px: int) -> list[str]:
    """What makes a page of this width scroll sideways."""
    await page.set_viewport_size({"width": width_px, "height": 844})
    found: list[str] = await page.evaluate(OVERFLOW)
    return [f"{width_px} px: {each}" for each in found]

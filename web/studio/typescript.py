"""Print the studio's types for the browser: `python -m web.studio.typescript`."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import inspect as look

from realtime.typescript import Printer, blocks
from web.studio import messages

FILE = Path(__file__).parents[1] / "ui/src/studio/api.ts"
HEAD = "// Printed by `python -m web.studio.typescript` from the Python types. Do not edit.\n"
SENT: tuple[type, ...] = (
    messages.OpenStudio,
    messages.AskCode,
    messages.GiveCode,
    messages.AskProvider,
    messages.ComeFromProvider,
    messages.InviteColleague,
    messages.ChangeRole,
    messages.NewStudioLink,
    messages.NewProcess,
    messages.EditProcess,
    messages.Seen,
    messages.NewPhase,
    messages.EditPhase,
    messages.MovePhase,
    messages.GiveContributions,
    messages.SeedBoard,
    messages.NewWorkshop,
    messages.DuplicateWorkshop,
    messages.EnterWorkshop,
    messages.SaveAgenda,
    messages.RenameAgenda,
    messages.EditBranding,
)
TOLD: tuple[type, ...] = (
    messages.StudioSession,
    messages.SignInWays,
    messages.CodeAsked,
    messages.ProviderAsked,
    messages.SessionEnded,
    messages.ColleaguesShown,
    messages.LogShown,
    messages.StatusShown,
    messages.StudioLinksShown,
    messages.Studio,
    messages.ProcessShown,
    messages.Gone,
    messages.ContributionsShown,
    messages.Seeded,
    messages.WorkshopsShown,
    messages.LibraryShown,
    messages.BrandingShown,
)


def printed() -> str:
    """The whole file. What the wire has too is taken from there."""
    told, sent = Printer(), Printer(SENT)
    for kind in TOLD:
        told.name(look.type_info(kind), draft=False)
    for kind in SENT:
        sent.name(look.type_info(kind), draft=True)
    for name, block in sent.blocks.items():
        told.block(name, block)
    wire = blocks()
    own = [block for name, block in told.blocks.items() if wire.get(name) != block]
    used = set(re.findall(r"\w+", re.sub(r"/\*.*?\*/", "", "".join(own), flags=re.DOTALL)))
    taken = ", ".join(sorted(name for name in used & wire.keys() if wire[name] == told.blocks.get(name, wire[name])))
    return "\n".join([HEAD, f'import type {{ {taken} }} from "../protocol";\n', *own])


def main() -> None:
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(printed())


if __name__ == "__main__":
    main()

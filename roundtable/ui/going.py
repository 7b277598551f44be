"""Going from any screen to a place in the synthesis: a part of the paper, or a takeaway."""

from pathlib import Path
from typing import Protocol, cast

from textual.app import App

from roundtable.errors import RoundtableError
from roundtable.i18n import told
from roundtable.ui.screens.synthesis import SynthesisScreen


class Opens(Protocol):
    """A program that can open the synthesis of a session."""

    async def open_synthesis(self, uid: str, *, path: Path | None = None) -> None:
        """Open it."""


async def go_to(app: App[object], uid: str, path: Path, place: str) -> None:
    """Go to the synthesis of a session, and there to a part or a takeaway (its id): pages over it are left.

    Where the synthesis is not open, it is opened.
    """
    below = [one for one in app.screen_stack if isinstance(one, SynthesisScreen) and one.session.uid == uid]
    try:
        while below and app.screen is not below[-1]:
            await app.screen.dismiss()
        if not below:
            await cast("Opens", app).open_synthesis(uid, path=path)
    except RoundtableError as error:
        app.notify(told(error), severity="warning", markup=False)
        return
    if isinstance(app.screen, SynthesisScreen):
        app.screen.go_to_place(place)

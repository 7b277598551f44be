"""The program on the screen: its looks, its storage, and the screen to begin with."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.command import CommandPalette, Provider
from textual.filter import LineFilter, Monochrome, NoColor

from roundtable.errors import RoundtableError
from roundtable.i18n import _, told
from roundtable.storage.journal import utc_now
from roundtable.storage.worker import StorageWorker
from roundtable.ui.desk import Desk
from roundtable.ui.palette import ProgramCommands
from roundtable.ui.themes import DARK, LIGHT, THEMES
from roundtable.ui.widgets.plain import ControlStripper


class RoundtableApp(App[None]):
    """Begins with the live table of a session (its uid), or with the start screen.

    `now` is the clock that times are taken from.
    """

    TITLE = "roundtable"
    CSS_PATH: ClassVar = [
        "styles/base.tcss",
        "styles/live.tcss",
        "styles/feed.tcss",
        "styles/dialogs.tcss",
        "styles/start.tcss",
    ]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {ProgramCommands}
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        path: Path,
        *,
        session: str | None = None,
        writing: bool = False,
        now: Callable[[], datetime] = utc_now,
        light: bool = False,
    ) -> None:
        super().__init__()
        self.path = path
        self.now = now
        self._session = session
        self._writing = writing
        self._stores: dict[Path, StorageWorker] = {}
        self._stripper = ControlStripper()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = LIGHT if light else DARK
        # Where surfaces cannot be told apart by colour, what is marked is shown the other way round.
        self.set_class(
            self.no_color or self.console.color_system in {None, "standard", "windows"}, "-few-colours"
        )

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Let no control character through; and no colour means none, not greys."""
        found = [NoColor() if isinstance(one, Monochrome) else one for one in super().get_line_filters()]
        return [*found, self._stripper]

    async def on_mount(self) -> None:
        """Open the first screen."""
        if self._session is None:
            from roundtable.ui.screens.start import StartScreen

            self.push_screen(StartScreen(self), lambda _left: self.exit())
        else:
            await self.open_table(self._session, writing=self._writing, leaving=self.exit)

    async def open_table(
        self, uid: str, *, writing: bool, path: Path | None = None, leaving: Callable[[], None] | None = None
    ) -> None:
        """Open the live table of a session, in this file or another; `leaving` is called when it is left."""
        from roundtable.ui.screens.live import LiveScreen

        try:
            desk = Desk(await self.storage(path), uid)
            held = await desk.read()
        except RoundtableError as error:
            self.exit(return_code=error.exit_code, message=told(error))
            return
        self.push_screen(
            LiveScreen(desk, held, self.now, writing=writing), lambda _left: leaving and leaving()
        )

    async def storage(self, path: Path | None = None) -> StorageWorker:
        """Give the storage thread of a file, opened when it is first needed. Raises what opening raises."""
        path = path or self.path
        if path not in self._stores:
            self._stores[path] = await StorageWorker.open(path, self.now)
        return self._stores[path]

    async def on_unmount(self) -> None:
        """Close what was opened."""
        for store in self._stores.values():
            await store.close()

    def action_change_look(self) -> None:
        """Change between dark and light."""
        self.theme = DARK if self.theme == LIGHT else LIGHT

    def action_command_palette(self) -> None:
        """Open the palette."""
        if self.screen.id != "--command-palette":
            self.push_screen(CommandPalette(placeholder=_("Search for a command …"), id="--command-palette"))

    def action_help_quit(self) -> None:
        """Say how the program is left."""
        self.notify(_("Ctrl+Q leaves the program; everything is saved."), markup=False)

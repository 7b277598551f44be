"""An app that follows the user's settings: its look, its keys, its language; and takes what AltGr gives for text."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from textual import events
from textual.app import App
from textual.filter import LineFilter, Monochrome, NoColor

from roundtable import i18n
from roundtable.config import AUTO, Settings, read_settings, write_setting
from roundtable.errors import RoundtableError
from roundtable.i18n import told
from roundtable.ui.commands import COMMANDS
from roundtable.ui.keys import key_map, use_keys
from roundtable.ui.themes import DARK, LIGHT, PLAIN, THEMES
from roundtable.ui.widgets.plain import ControlStripper

LOOKS = {"dark": DARK, "light": LIGHT, "plain": PLAIN}
FEW_COLOURS = {None, "standard", "windows"}  # what Rich calls terminals with sixteen colours, or none
TOLD = 12  # seconds that a problem with the settings stays
ALTGR = {  # what AltGr gives on the keyboards of our users, as Textual calls it
    "at": "@",
    "number_sign": "#",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "backslash": "\\",
    "vertical_line": "|",
    "grave_accent": "`",
    "tilde": "~",
    "circumflex_accent": "^",
    "euro_sign": "€",
}


class SettledApp(App[None]):
    """Takes the settings that it is given, or reads those of the user; `light` is the look where they name none."""

    def __init__(self, settings: Settings | None = None, *, light: bool = False) -> None:
        super().__init__()
        self.settings = settings or read_settings()
        self._stripper = ControlStripper()
        self._usual = LIGHT if light else DARK
        self._few_colours = self.console.color_system in FEW_COLOURS
        for theme in THEMES:
            self.register_theme(theme)
        self.use_look()
        keys, self._wrong_keys = key_map(COMMANDS, self.settings.keys)
        use_keys(keys)
        if keys:
            self.set_keymap(keys)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Let no control character through; and no colour means none, not greys."""
        found = [NoColor() if isinstance(one, Monochrome) else one for one in super().get_line_filters()]
        return [*found, self._stripper]

    def use_look(self) -> None:
        """Take the look that the settings name, else the one that the terminal can show."""
        usual = PLAIN if self._few_colours and not self.no_color else self._usual
        self.theme = LOOKS.get(self.settings.theme, usual)
        # Where surfaces cannot be told apart by colour, what is marked is shown the other way round.
        self.set_class(self.no_color or self._few_colours or self.theme == PLAIN, "-few-colours")

    def tell_what_is_wrong(self) -> None:
        """Say what in the settings does not hold."""
        for error in (*self.settings.problems, *self._wrong_keys)[:2]:
            self.notify(told(error), severity="warning", timeout=TOLD, markup=False)

    async def change_setting(self, name: str, value: str | None) -> None:
        """Change a setting (None: as usual again) from here on, and write it; what goes wrong is told."""
        try:
            await asyncio.to_thread(write_setting, name, value)
        except RoundtableError as error:
            self.notify(told(error), severity="warning", timeout=TOLD, markup=False)
        table, _dot, command = name.rpartition(".")
        if table:
            kept = {one: key for one, key in self.settings.keys.items() if one != command}
            self._settle(replace(self.settings, keys=kept if value is None else {**kept, command: value}))
        elif name == "bell":
            self._settle(replace(self.settings, bell=value == "on"))
        elif name == "theme":
            self._settle(replace(self.settings, theme=value or AUTO))
        else:
            i18n.use(value if value and value != AUTO else i18n.system_language())
            self._settle(replace(self.settings, language=value or AUTO))

    def _settle(self, settings: Settings) -> None:
        self.settings = settings
        self.use_look()
        keys, self._wrong_keys = key_map(COMMANDS, settings.keys)
        use_keys(keys)
        self.set_keymap(keys)
        for screen in self.screen_stack:
            for widget in screen.walk_children():
                widget.refresh(layout=True)

    async def action_change_look(self) -> None:
        """Change between dark and light, and remember it."""
        await self.change_setting("theme", "dark" if self.theme == LIGHT else "light")

    def action_settings(self) -> None:
        """Open the settings."""
        from roundtable.ui.screens.settings import SettingsScreen

        if not isinstance(self.screen, SettingsScreen):
            self.push_screen(SettingsScreen(self))


def as_text(event: events.Event) -> events.Event:
    """Give a key as the text that it is, where a terminal tells of AltGr as of Ctrl and Alt with that character.

    Terminals on Windows do so where the newer keyboard protocol is on.
    """
    if not isinstance(event, events.Key) or event.character is not None:
        return event
    *held, key = event.key.split("+")
    if {"alt", "ctrl"} <= set(held) and key == "e":
        key = "euro_sign"  # on all of them
    return events.Key(key, ALTGR[key]) if "alt" in held and key in ALTGR else event

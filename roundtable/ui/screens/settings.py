"""The settings: language, look, bell, and the key of every command; what is chosen here holds at once."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from roundtable.config import CHOICES, settings_path
from roundtable.errors import RoundtableError
from roundtable.i18n import N_, _, told
from roundtable.ui.commands import COMMANDS, Command, Group
from roundtable.ui.keys import (
    all_keys_shown,
    key_map,
    key_shown,
    keys_of_command,
    refuse,
    spelled,
    taken,
    with_key,
)
from roundtable.ui.palette import ViewCommands
from roundtable.ui.screens.table_view import keys_of
from roundtable.ui.widgets.footer import BRIEFLY, LONGER, key_pairs
from roundtable.ui.widgets.lines import hanging
from roundtable.ui.widgets.too_small import LEAST_HEIGHT, LEAST_WIDTH, TooSmall

if TYPE_CHECKING:
    from textual.timer import Timer

    from roundtable.ui.settled_app import SettledApp

NAMES = {
    "language": N_("language"),
    "theme": N_("look"),
    "bell": N_("bell at the end of a topic"),
    "least": N_("a sector is told from"),
}
VALUES = {
    ("language", "auto"): N_("as the system has it"),
    ("language", "nl"): "Nederlands",
    ("language", "fr"): "français",
    ("language", "en"): "English",
    ("theme", "auto"): N_("as the terminal can show it"),
    ("theme", "dark"): N_("dark"),
    ("theme", "light"): N_("light"),
    ("theme", "plain"): N_("sixteen colours, those of the terminal"),
    ("bell", "on"): N_("on"),
    ("bell", "off"): N_("off"),
    ("least", "2"): N_("2 people on"),
    ("least", "3"): N_("3 people on"),
    ("least", "4"): N_("4 people on"),
    ("least", "5"): N_("5 people on"),
}
NAME_COLUMNS, KEY_COLUMNS = 28, 12
BESIDE = 6  # columns that the rows leave free: their margins, and the scroll bar


class SettingsScreen(Screen[None]):
    """One row a setting: Enter changes it; of a command, it asks for the new key."""

    commands: ClassVar[tuple[Command, ...]] = (
        Command("setting_change", "enter", N_("change"), N_("Change what is marked"), action="change"),
        Command("setting_usual", "r", N_("as it was"), N_("Have it as it was at first"), action="usual"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys_of(commands),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
    ]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {ViewCommands}
    HORIZONTAL_BREAKPOINTS = [(0, "-too-narrow"), (LEAST_WIDTH, "-narrow")]
    VERTICAL_BREAKPOINTS = [(0, "-too-low"), (LEAST_HEIGHT, "-short")]
    _silence: "Timer | None" = None

    def __init__(self, program: "SettledApp") -> None:
        super().__init__()
        self._program = program
        self._asked: Command | None = None  # whose new key is waited for

    def compose(self) -> ComposeResult:
        """Put the rows between the heading and the keys."""
        yield Static(id="heading", markup=False)
        yield OptionList(id="settings", compact=True, markup=False)
        yield Static(id="view-keys", markup=False)
        yield TooSmall()

    def on_mount(self) -> None:
        """Show what holds now."""
        self.add_class("view")
        self._show()

    def on_resize(self) -> None:
        """Fill the rows anew at another width."""
        self._show()

    async def take_key(self, event: events.Event) -> bool:
        """Take the key that was asked for; all others go where keys go."""
        if not isinstance(event, events.Key):
            return self._asked is not None
        if self._asked is None:
            return False
        command, self._asked = self._asked, None
        if event.key == "escape":
            self._show_keys()
        else:
            await self._give(command, event)
        return True

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Change the setting that was chosen."""
        event.stop()
        self.action_change()

    # What keys ask for

    def action_change(self) -> None:
        """Go to the next value of what is marked; of a command, ask for the new key."""
        name = self._marked()
        if name in CHOICES:
            values = CHOICES[name]
            now = values.index(self._program.settings.value(name))
            self.run_worker(self._set(name, values[(now + 1) % len(values)]))
        elif name:
            self._ask(next(one for one in COMMANDS if one.name == name))

    def action_usual(self) -> None:
        """Have what is marked as it was at first."""
        if name := self._marked():
            self.run_worker(self._set(name if name in CHOICES else f"keys.{name}", None))

    def action_move(self, by: int) -> None:
        """Mark another."""
        rows = self.query_one(OptionList)
        if by > 0:
            rows.action_cursor_down()
        else:
            rows.action_cursor_up()

    def action_help(self) -> None:
        """Show all keys."""
        from roundtable.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()

    # What is shown

    def _ask(self, command: Command) -> None:
        self._asked = command
        asked = _("Press the new key for “{command}”.").format(command=_(command.title))
        self._say(Content.assemble((asked, "bold $accent"), "  ", ("Esc", "$dim"), " ", _("leave it")))

    async def _give(self, command: Command, event: events.Key) -> None:
        """Give a command the key that was pressed, or say why not."""
        key = event.character if event.character and event.is_printable else event.key
        try:
            refuse(spelled(key))
        except RoundtableError as error:
            self._tell(told(error))
            return
        found, _wrong = key_map(COMMANDS, self._program.settings.keys)
        if has := taken(COMMANDS, found, command.name, spelled(key)):
            other = _(next(one.title for one in COMMANDS if one.name == has))
            sentence = _("{key} is the key of “{command}”; give that one another key first.")
            self._tell(sentence.format(key=key_shown(spelled(key)), command=other))
        else:
            usual = with_key(command, key) == command.key
            await self._set(f"keys.{command.name}", None if usual else key)

    async def _set(self, name: str, value: str | None) -> None:
        await self._program.change_setting(name, value)
        self._show()

    def _marked(self) -> str | None:
        rows = self.query_one(OptionList)
        return rows.get_option_at_index(rows.highlighted).id if rows.highlighted is not None else None

    def _show(self) -> None:
        heading = Content.assemble((_("SETTINGS"), "bold $accent"), "  ", (str(settings_path()), "$dim"))
        self.query_one("#heading", Static).update(heading)
        rows = self.query_one(OptionList)
        kept = rows.highlighted
        rows.set_options(self._rows())
        rows.highlighted = kept or 0
        if self._asked is None:
            self._show_keys()

    def _rows(self) -> Iterator[Option]:
        width = self.size.width - BESIDE
        for name, shown in NAMES.items():
            value = self._program.settings.value(name)
            yield Option(_row(_(shown), Content(_(VALUES[name, value])), NAME_COLUMNS, width), id=name)
        for group in Group:
            yield Option("", disabled=True)
            yield Option(Content.assemble((_(group.value), "bold $dim")), disabled=True)
            for command in COMMANDS:
                if command.group is group:
                    yield Option(_key_row(command, width), id=command.name)

    def _tell(self, sentence: str) -> None:
        self._say(Content.assemble((sentence, "$warning")))
        self._silence = self.set_timer(LONGER if len(sentence) > LEAST_WIDTH else BRIEFLY, self._show_keys)

    def _show_keys(self) -> None:
        pairs = [(one.shown, _(one.label)) for one in self.commands]
        self._say(key_pairs([*pairs, ("?", _("help")), ("Esc", _("back"))]))

    def _say(self, shown: Content) -> None:
        if self._silence:
            self._silence.stop()
            self._silence = None
        self.query_one("#view-keys", Static).update(shown)


def _row(first: str, rest: Content, columns: int, width: int, style: str = "") -> Content:
    head = Content.styled(first, style)
    head = head.pad_right(max(1, columns - head.cell_length))
    return Content("\n").join(hanging(rest, head, width))


def _key_row(command: Command, width: int) -> Content:
    now = keys_of_command(command)
    shown = Content.assemble(_(command.title))
    if now != command.key:
        before = _("was {key}").format(key=all_keys_shown(command.key)) if command.key else _("had none")
        shown = Content.assemble(shown, (f"  ({before})", "$dim"))
    return _row(all_keys_shown(now) or "–", shown, KEY_COLUMNS, width, "bold $accent" if now else "$dim")

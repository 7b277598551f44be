"""All keys, and how a line is typed; what belongs to the way in which the screen is held comes first."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widget import Widget

from roundtable.i18n import N_, _
from roundtable.ui.commands import COMMANDS, WRITING_KEYS, Command, Group
from roundtable.ui.keys import key_shown
from roundtable.ui.widgets.footer import Mode
from roundtable.ui.widgets.lines import hanging

KEY_COLUMNS = 10
LINE_COLUMNS = 26
LINES = (
    (N_("els: we stopped counting"), N_("Els said it; any beginning of a name that fits one person")),
    (N_("ret: …"), N_("a sector, nobody named")),
    (N_("we stopped counting"), N_("whoever spoke in your line before, on this topic")),
    (N_(": no, never"), N_("the speaker before that one")),
    (N_("els, nadia: agreed"), N_("Els speaks, Nadia supports")),
    (N_('els: "we stopped"'), N_("a quote, word for word")),
    (N_("els: who still counts?"), N_("a question")),
    (N_("els: ! pay for results"), N_("a proposal")),
    (N_("els: - not with us"), N_("opposes what was said last; + supports it")),
    (N_("+ ret, npo"), N_("marks of support for it; - of opposition")),
    (N_("19:42 els: …"), N_("said at that time")),
    (N_("… =onboarding"), N_("a theme")),
    (N_("… !!   … ??"), N_("star it; check it later")),
    (N_("all: …  somebody: …  mod: …"), N_("the whole table, nobody in particular, the moderator")),
)


# What the footer has no room for.
WRITING_MORE = {
    "enter": N_("keep the line"),
    "tab": N_("complete a name; on an empty line: choose the speaker by a letter"),
    "up": N_("correct the last line; behind - or + : mean what was said before it"),
    "ctrl+z": N_("take back the last thing done here"),
    "escape": N_("steer: letters act"),
    "ctrl+t": N_("put the line under the topic of now"),
    "ctrl+p": N_("find any command by its words"),
}
MOVES = (
    ("↑ ↓  j k", N_("one up, one down")),
    ("PgUp PgDn", N_("a page up, a page down")),
    ("Home End", N_("to the first, to the newest")),
)
Rows = Sequence[tuple[str, str]]


class HelpScreen(ModalScreen[None]):
    """A page to read; any of the usual keys leaves it. It begins with the screen that it lies over."""

    HORIZONTAL_BREAKPOINTS = [(0, "-whole"), (96, "-inset")]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,enter,question_mark,f1", "leave", show=False)]

    def compose(self) -> ComposeResult:
        """Put the page into something that scrolls."""
        below = next((one for one in reversed(self.app.screen_stack) if one is not self), None)
        writes = getattr(below, "mode", None) in {Mode.WRITING, Mode.CORRECTING}
        with VerticalScroll(classes="dialog help"):
            yield Page(writes=writes, view=getattr(below, "commands", ()), signs=getattr(below, "signs", ()))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()


class Page(Widget):
    """The page itself, which wraps what is said of a key behind it.

    `view` are the commands of the page below it, `signs` what stands on that beside words.
    """

    def __init__(self, *, writes: bool, view: Sequence[Command], signs: Rows = ()) -> None:
        super().__init__()
        self._writes, self._view, self._signs = writes, view, signs

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 — Textual's signature
        """Take a line for each line."""
        return len(self._lines(width)) if width else 0

    def render(self) -> Content:
        """Give the page."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        steering: list[Callable[[int], list[Content]]] = [_steering]
        writing: list[Callable[[int], list[Content]]] = [_line, _writing]
        parts = [*writing, *steering] if self._writes else [*steering, *reversed(writing)]
        pages = [part(width) for part in parts]
        if self._signs:
            rows = [(sign, _(told)) for sign, told in self._signs]
            pages.insert(0, _part(_("SIGNS"), rows, KEY_COLUMNS, width))
        if self._view:
            pages.insert(0, _of_view(self._view, width))
        lines = [line for page in pages for line in [*page, Content()]]
        return lines[:-1]


def _of_view(commands: Sequence[Command], width: int) -> list[Content]:
    rows = [(one.shown, _(one.title)) for one in commands if one.key]
    return _part(_("ON THIS PAGE"), [*rows, *_moves(), ("Esc  q", _("go back"))], KEY_COLUMNS, width)


def _steering(width: int) -> list[Content]:
    lines = [Content.assemble((_("STEERING: letters act"), "bold $star"))]
    for group in Group:
        rows = [(one.shown, _(one.title)) for one in COMMANDS if one.group is group and one.key]
        if group is Group.SAID:
            rows += _moves()
        lines += [Content(), *_part(_(group.value), rows, KEY_COLUMNS, width)] if rows else []
    return lines


def _moves() -> list[tuple[str, str]]:
    return [(keys, _(told)) for keys, told in MOVES]


def _writing(width: int) -> list[Content]:
    rows = [(key_shown(key), _(WRITING_MORE.get(key, label))) for key, label in WRITING_KEYS]
    return _part(_("WRITING"), rows, KEY_COLUMNS, width)


def _line(width: int) -> list[Content]:
    return _part(_("THE LINE"), [(_(line), _(meaning)) for line, meaning in LINES], LINE_COLUMNS, width)


def _part(title: str, rows: Rows, columns: int, width: int) -> list[Content]:
    lines = [Content.assemble((title, "bold $dim"))]
    for key, told in rows:
        shown = Content.assemble((key, "bold $accent"), " " * max(1, columns + 1 - cell_len(key)))
        lines += hanging(Content(told), shown, width)
    return lines

"""All keys, and how a line is typed."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widget import Widget

from roundtable.i18n import N_, _
from roundtable.ui.commands import COMMANDS, WRITING_KEYS, key_shown
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


class HelpScreen(ModalScreen[None]):
    """A page to read; any of the usual keys leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,enter,question_mark,f1", "leave", show=False)]

    def compose(self) -> ComposeResult:
        """Put the page into something that scrolls."""
        with VerticalScroll(classes="dialog help"):
            yield Page()

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()


class Page(Widget):
    """The page itself, which wraps what is said of a key behind it."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 — Textual's signature
        """Take a line for each line."""
        return len(_page(width)) if width else 0

    def render(self) -> Content:
        """Give the page."""
        return Content("\n").join(_page(self.content_size.width))


def _page(width: int) -> list[Content]:
    steering = [(key_shown(one.key), _(one.title)) for one in COMMANDS if one.key]
    writing = [(key_shown(key), _(label)) for key, label in WRITING_KEYS]
    lines = [(_(line), _(meaning)) for line, meaning in LINES]
    return [
        *_part(_("STEERING"), [*steering, ("↑ ↓  j k", _("move in what was said"))], KEY_COLUMNS, width),
        Content(),
        *_part(_("WRITING"), writing, KEY_COLUMNS, width),
        Content(),
        *_part(_("THE LINE"), lines, LINE_COLUMNS, width),
    ]


def _part(title: str, rows: list[tuple[str, str]], columns: int, width: int) -> list[Content]:
    lines = [Content.assemble((title, "bold $dim"))]
    for key, told in rows:
        lines += hanging(Content(told), Content.assemble((key.ljust(columns), "bold $accent"), " "), width)
    return lines

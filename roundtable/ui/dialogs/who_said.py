"""Who said a line that fits nobody, or several: answered with one key, over the line area, the feed in sight."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo
from enum import Enum
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from roundtable.domain.contributions import Contribution, Voice
from roundtable.domain.session import Session
from roundtable.i18n import _
from roundtable.services.corrections import Correction
from roundtable.ui.widgets.footer import key_pairs
from roundtable.ui.widgets.letters import Lettered, in_rows, letters_told
from roundtable.ui.widgets.lines import clock_of


class Asked(Enum):
    """What is wanted instead of an answer."""

    SKIP = "skip"
    NEW = "new"
    NAMES = "names"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A line of nobody's among those that are `left`; `nearest` is the participant (id) to propose."""

    said: Contribution
    nearest: str | None
    left: int


class WhoSaid(ModalScreen[Correction | Asked]):
    """A question at the bottom of the screen that one key answers; left with nothing, all stays as it is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "nearest", show=False),
        Binding("space", "ask('skip')", show=False),
        Binding("plus", "ask('new')", show=False),
        Binding("minus", "nobody", show=False),
        Binding("tab", "ask('names')", show=False),
        Binding("ctrl+z", "ask('back')", show=False),
        Binding("escape", "leave", show=False),
    ]

    def __init__(
        self,
        session: Session,
        doubt: Doubt,
        people: Sequence[Lettered],
        sectors: Sequence[Lettered],
        zone: tzinfo,
    ) -> None:
        super().__init__()
        self._session = session
        self._doubt = doubt
        self._people = people
        self._lettered = (*people, *sectors)
        self._zone = zone

    def compose(self) -> ComposeResult:
        """Show the line, whom it may be from, and the keys."""
        yield Static(id="who-said", markup=False)

    def on_mount(self) -> None:
        """Show all, in the width that there is."""
        self._show()

    def on_resize(self) -> None:
        """Show all, in the width that there is now."""
        self._show()

    def _show(self) -> None:
        width = self.size.width - 2
        keys = key_pairs(self._keys())
        keys = (
            keys
            if keys.cell_length <= width
            else in_rows([key_pairs([pair]) for pair in self._keys()], width)
        )
        rows = [self._heading(), self._line(), letters_told(self._lettered, width), keys]
        self.query_one("#who-said", Static).update(Content("\n").join(rows))

    def _heading(self) -> Content:
        said = self._doubt.said
        title = next((one.title for one in self._session.topics if one.id == said.topic), "")
        at = clock_of(said.at, self._zone) if said.at else ""
        left = _("{count} left").format(count=self._doubt.left)
        told = " · ".join(part for part in (left, at, title) if part)
        return Content.assemble((_("WHO SAID THIS?"), "bold $warning"), "  ", (told, "$dim"))

    def _line(self) -> Content:
        return Content.assemble((f"“{self._doubt.said.typed}”", "bold"))

    def _keys(self) -> list[tuple[str, str]]:
        near = self._session.shown.get(self._doubt.nearest or "")
        return [
            *([("Enter", near)] if near else []),
            (_("letter"), _("somebody else")),
            (_("Space"), _("skip")),
            ("+", _("new person")),
            ("-", _("nobody in particular")),
            ("Tab", _("all names")),
            ("Ctrl+Z", _("undo")),
            ("Esc", _("leave")),
        ]

    def on_key(self, event: events.Key) -> None:
        """Take whom a letter stands for."""
        found = next((one for one in self._lettered if one.letter == event.character), None)
        if found:
            event.stop()
            event.prevent_default()
            self.dismiss(_correction(found))

    def action_nearest(self) -> None:
        """Take whom is proposed."""
        if self._doubt.nearest:
            self.dismiss(Correction(participant=self._doubt.nearest))

    def action_nobody(self) -> None:
        """Say that nobody in particular said it."""
        self.dismiss(Correction(participant=""))

    def action_ask(self, what: str) -> None:
        """Want something else than an answer."""
        self.dismiss(Asked(what))

    def action_leave(self) -> None:
        """Leave all as it is."""
        self.dismiss(None)


def _correction(one: Lettered) -> Correction:
    if one.speaker.voice is Voice.SECTOR:
        return Correction(sector=one.name)
    return Correction(participant=one.speaker.participant)

"""Choosing what kind of thing was said, or how it stands to what was said before, by one letter."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from roundtable.domain.contributions import Contribution
from roundtable.i18n import N_, _
from roundtable.services.corrections import Correction
from roundtable.ui.dialogs.dialog import Dialog
from roundtable.ui.undone import shortened

# Signs are those of the capture line; letters for who does not think of them.
KINDS = (
    ("p", "p", "point", N_("a point")),
    ("q", "q,quotation_mark", "quote", N_("a quote, word for word")),
    ("?", "question_mark", "question", N_("a question")),
    ("!", "exclamation_mark", "proposal", N_("a proposal")),
)
STANCES = (
    ("+", "plus", "supports", N_("supports what was said before")),
    ("-", "minus", "opposes", N_("opposes what was said before")),
    ("n", "n", "", N_("neither supports nor opposes")),
)


class KindChoice(Dialog[Correction]):
    """A dialog that takes a contribution and is left with the kind or the stance that it is to have."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(keys, f"kind('{kind}')", show=False) for _key, keys, kind, _told in KINDS),
        *(Binding(keys, f"stance('{stance}')", show=False) for _key, keys, stance, _told in STANCES),
    ]

    def __init__(self, said: Contribution) -> None:
        question = _("What is “{text}”?").format(text=shortened(said.text))
        super().__init__(question, _("a letter or sign chooses   Esc leave"))
        self._said = said

    def inside(self) -> Iterable[Widget]:
        """Show the kinds with their letters, what it is now marked."""
        kinds = [(key, told, self._said.kind == kind) for key, _keys, kind, told in KINDS]
        stances = [(key, told, (self._said.stance or "") == stance) for key, _keys, stance, told in STANCES]
        for number, rows in enumerate((kinds, stances)):
            if number:
                yield Static()
            for key, told, now in rows:
                mark = ("● ", "$accent") if now else "  "
                yield Static(Content.assemble(mark, (f"{key}  ", "bold $accent"), _(told)))

    def action_kind(self, kind: str) -> None:
        """Give the kind."""
        self.dismiss(Correction(kind=kind))

    def action_stance(self, stance: str) -> None:
        """Give the stance."""
        self.dismiss(Correction(stance=stance))

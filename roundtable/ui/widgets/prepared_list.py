"""The rows of an evening that is prepared, one of which is marked."""

from collections.abc import Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from roundtable.domain.awkward import Awkward, nicknames
from roundtable.domain.session import Session
from roundtable.ui.widgets.preparation import Row, Source, rows_of

EDGES = 4  # columns beside the rows


class PreparedList(OptionList):
    """The facts of the evening and its people; the mark stays on what it is on, whatever comes and goes around it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
    ]

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, compact=True, markup=False)
        self.rows: list[Row] = []
        self.awkward: Mapping[str, Awkward] = {}  # by person: why a name is hard to type

    def show(self, session: Session, source: Source) -> None:
        """Show a session, and the agenda that it is prepared from."""
        marked, place = self.marked, self.highlighted or 0
        self.awkward = nicknames(session)
        self.rows = rows_of(session, source, self.awkward, max(20, self.size.width - EDGES))
        self.set_options([Option(row.shown, disabled=not row.key) for row in self.rows])
        keys = [row.key for row in self.rows]
        self.highlighted = keys.index(marked) if marked in keys and marked else min(place, len(keys) - 1)

    @property
    def marked(self) -> str:
        """What is marked: a person's id, or the name of a fact."""
        place = self.highlighted
        return self.rows[place].key if place is not None and place < len(self.rows) else ""

    def mark(self, key: str) -> None:
        """Mark a row, where there is one of that key."""
        keys = [row.key for row in self.rows]
        if key in keys:
            self.highlighted = keys.index(key)

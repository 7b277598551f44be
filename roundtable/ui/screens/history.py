"""The history of a contribution, as a page."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from roundtable.domain.contributions import Contribution
from roundtable.i18n import _
from roundtable.services.history import Happening, history_of
from roundtable.services.sessions import zone_of
from roundtable.ui.at_table import AtTable
from roundtable.ui.history_told import happened
from roundtable.ui.screens.table_view import TableView, keys_of
from roundtable.ui.widgets.lines import hanging

WHERE_COLUMNS = 18


class HistoryView(TableView):
    """Lists who changed what of a contribution, and when; it grows while others change more."""

    AUTO_FOCUS = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [*keys_of(())]

    def __init__(self, at: AtTable, said: Contribution) -> None:
        super().__init__(at)
        self._said = said
        self._happened: Sequence[Happening] = ()

    def heading(self) -> Content:
        """Say whose history it is."""
        now = self.session.of(Contribution).get(self._said.id, self._said)
        return Content.styled(_("History of “{text}”").format(text=now.text), "bold")

    def inside(self) -> Iterable[Widget]:
        """Give a list that scrolls."""
        with VerticalScroll(id="history"):
            yield Static(id="happened", markup=False)

    def watch_session(self) -> None:
        """Read the history anew."""
        super().watch_session()
        if self.is_mounted:
            self.run_worker(self._read(), exclusive=True, group="reading")

    def on_mount(self) -> None:
        """Read the history."""
        self.run_worker(self._read(), exclusive=True, group="reading")

    def on_resize(self) -> None:
        """Wrap it anew."""
        self._show()

    async def _read(self) -> None:
        found = await self.perform(history_of, self._said.id)
        if found is not None:
            self._happened = found
            self._show()

    def _show(self) -> None:
        width = max(20, self.size.width - 6)
        lines = [line for one in self._happened for line in self._lines(one, width)]
        self.query_one("#happened", Static).update(Content("\n").join(lines))

    def _lines(self, one: Happening, width: int) -> Iterable[Content]:
        """Give when, who, and what; what follows the first line stands under it."""
        at = one.at.astimezone(zone_of(self.session)).strftime("%H:%M:%S")
        where = _("here") if one.here else _("another terminal")
        for number, told in enumerate(happened(self.session, one)):
            left = f"{at}  {where:<{WHERE_COLUMNS}}" if number == 0 else " " * (10 + WHERE_COLUMNS)
            yield from hanging(Content(told), Content.assemble((left, "$dim")), width)

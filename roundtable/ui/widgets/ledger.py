"""The ledger of takeaways in a column: titles, who stands behind them, what is missing; and the marked one in full."""

from collections.abc import Iterable

from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from roundtable.domain.contributions import Takeaway
from roundtable.domain.counting import standing_behind
from roundtable.domain.session import Session
from roundtable.domain.takeaways import evidence, flagged
from roundtable.i18n import _
from roundtable.services.backing import backing_line, dissent_told, gaps_told, support_told
from roundtable.ui.widgets.lines import hanging

NUMBER = 4  # columns


class Ledger(OptionList, can_focus=True):
    """The takeaways in their order; one is marked, on which commands act."""

    class Marked(Message):
        """Another takeaway is marked."""

    class Opened(Message):
        """The marked takeaway was opened."""

    session: reactive[Session | None] = reactive(None, always_update=True)

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, compact=True, markup=False)
        self._key = ""

    @property
    def marked(self) -> Takeaway | None:
        """The takeaway that is marked; none before there is any."""
        those = self.session.takeaways if self.session else ()
        return next((one for one in those if one.id == self._key), None)

    def mark(self, key: str) -> None:
        """Mark a takeaway (its id)."""
        self._key = key
        self._show()

    def watch_session(self) -> None:
        """Show the ledger anew; the mark stays on its takeaway, or goes to the one in its place."""
        self._show()

    def on_resize(self) -> None:
        """Wrap the titles anew."""
        self._show()

    def _show(self) -> None:
        if self.session is None or not self.is_mounted:
            return
        those = self.session.takeaways
        ids = [one.id for one in those]
        place = ids.index(self._key) if self._key in ids else min(self.highlighted or 0, len(ids) - 1)
        width = max(20, self.size.width - 1)
        with self.prevent(OptionList.OptionHighlighted):
            self.set_options(
                Option(Content("\n").join(_row(self.session, one, number, width)))
                for number, one in enumerate(those, 1)
            )
            self.highlighted = place if those else None
        self._key = ids[place] if those else ""
        self.post_message(self.Marked())

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Mark what is highlighted."""
        event.stop()
        if self.session and event.option_index < len(self.session.takeaways):
            self._key = self.session.takeaways[event.option_index].id
            self.post_message(self.Marked())

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open what is marked."""
        event.stop()
        self.post_message(self.Opened())


def _row(session: Session, one: Takeaway, number: int, width: int) -> list[Content]:
    """Give the lines of a takeaway: its title with who stands behind it at the right, then what is amiss."""
    title = " ".join(one.called.split())
    told, *against = [part.replace(", ", " · ") for part in support_told(session, one)]
    behind = Content.assemble((told, "$dim"), *((f" · {part}", "$warning") for part in against))
    lines = hanging(Content(title), Content.assemble((f"{number:>2}  ", "$dim")), width)
    gap = width - lines[-1].cell_length - behind.cell_length
    if gap > 1:
        lines[-1] = Content.assemble(lines[-1], " " * gap, behind)
    else:
        lines.append(_right(behind, width))
    amiss = " · ".join(_amiss(session, one))
    return [*lines, _right(Content.assemble((amiss, "$warning")), width)] if amiss else lines


def _right(line: Content, width: int) -> Content:
    return Content.assemble(" " * max(NUMBER, width - line.cell_length), line)


def _amiss(session: Session, one: Takeaway) -> Iterable[str]:
    """Say what a takeaway still wants: words, something to rest on, a look, somebody more."""
    if not one.worded or not one.title:
        yield _("not worded yet")
    if not evidence(session, one):
        yield _("rests on nothing")
    elif standing_behind(session, one).agreed == 1:
        yield _("one person")
    if flagged(session, one):
        yield _("look again")


class TakeawayRead(Widget):
    """The marked takeaway in full, or what the ledger still lacks where none is marked."""

    session: reactive[Session | None] = reactive(None, layout=True, always_update=True)
    key: reactive[str] = reactive("", layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 — Textual's signature
        """Take a line for each line."""
        return len(self._lines(width)) if width else 0

    def render(self) -> Content:
        """Give the lines."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        if self.session is None or width <= 0:
            return []
        if not self.session.takeaways:
            told = _("No takeaways yet: t drafts one from the chosen statements, s suggests some.")
            return hanging(Content.assemble((told, "$dim")), Content(), width)
        lines = [
            line
            for told in gaps_told(self.session)
            for line in hanging(Content.assemble((told, "$dim")), Content(), width)
        ]
        one = next((one for one in self.session.takeaways if one.id == self.key), None)
        if one is None:
            return lines
        lines += [Content()] if lines else []
        if one.title:
            lines += hanging(Content.assemble((one.title, "bold")), Content(), width)
        for part in one.text.split("\n"):
            lines += hanging(Content(part), Content(), width) if part.strip() else []
        lines += hanging(Content.assemble((backing_line(self.session, one), "$dim")), Content(), width)
        for told in dissent_told(self.session, one):
            lines += hanging(Content(told), Content.assemble(("− ", "bold $error")), width)
        return lines

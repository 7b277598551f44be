"""The lines of the statements as they are painted: headings, statements below them, their signs."""

from collections.abc import Mapping
from datetime import UTC
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.reactive import Reactive, reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from roundtable.domain.contributions import Contribution
from roundtable.domain.gathering import Gathered, Sieve
from roundtable.domain.session import Session
from roundtable.i18n import _
from roundtable.ui.gathered_told import gathered_told, stands_behind
from roundtable.ui.widgets.feed_painting import SECTOR_COLOURS, fitted, sign_style
from roundtable.ui.widgets.feed_rows import left_of
from roundtable.ui.widgets.statement_rows import SHORT, SIGN, Row, StatementRows, heading_key

STYLES = frozenset(
    {
        *(
            f"statements--{name}"
            for name in (
                "heading",
                "count",
                "backing",
                "name",
                "quote",
                "quote-mark",
                "unplaced",
                "star",
                "tag",
                "wording",
                "supports",
                "opposes",
                "question",
                "cursor",
                "chosen",
                "empty",
            )
        ),
        *(f"statements--sector-{place}" for place in range(1, SECTOR_COLOURS + 1)),
    }
)


class StatementLines(ScrollView):
    """Paints the rows that are seen.

    `positions` gives for a statement (its id) the takeaways that rest on it, `against` those that it speaks against;
    `written` are those that stand in prose, `chosen` those on which commands act together.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {*STYLES}

    session: reactive[Session | None] = reactive(None, layout=False, always_update=True)
    sieve: reactive[Sieve] = reactive(Sieve(), layout=False)
    positions: reactive[Mapping[str, tuple[int, ...]]] = reactive({}, layout=False)
    against: reactive[Mapping[str, tuple[int, ...]]] = reactive({}, layout=False)
    written: reactive[frozenset[str]] = reactive(frozenset(), layout=False)
    cursor: reactive[str] = reactive("", layout=False)
    chosen: reactive[tuple[str, ...]] = reactive((), layout=False)
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows = StatementRows()
        self._groups: list[Gathered] = []
        self._folded: set[str] = set()
        self._backing: dict[str, str] = {}  # what stands behind a heading, as long as the same lies below it

    def render_line(self, y: int) -> Strip:
        """Give one line of what is seen."""
        line, width = y + self.scroll_offset.y, self.size.width
        place = self._rows.at(line)
        if self.session is None or place is None:
            told = self._empty() if y == 0 and not self._rows.rows else ""
            return Strip([Segment(told, self._style("empty"))]).adjust_cell_length(width, self.rich_style)
        row = self._rows.rows[place]
        under = row.key == self.cursor and (self.has_focus or row.said is not None)
        base = self._style("cursor") if under else self.rich_style
        part = line - self._rows.span(place)[0]
        if row.said is None:
            segments = self._heading(self.session, row, width, base)
        else:
            segments = self._statement(self.session, row.said, part, base)
        return Strip(segments).adjust_cell_length(width, base)

    def _empty(self) -> str:
        if self.sieve.query or self.sieve.unused or self.sieve.filter != Sieve().filter:
            return _("Nothing fits. Esc shows all again.")
        return _("Nothing was said here yet.")

    def _heading(self, session: Session, row: Row, width: int, base: Style) -> list[Segment]:
        group = row.group
        fold = "▸ " if heading_key(group) in self._folded else "▾ "
        backing = self._stands_behind(session, group)
        count = f" {len(group.said)}"
        room = width - cell_len(fold) - cell_len(count) - cell_len(backing) - 2
        title = fitted(gathered_told(group), max(8, room))
        used = cell_len(fold) + cell_len(title) + cell_len(count)
        return [
            Segment(fold, base + self._over("heading")),
            Segment(title, base + self._over("heading")),
            Segment(count, base + self._over("count")),
            Segment(" " * max(1, width - used - cell_len(backing) - 1), base),
            Segment(backing, base + self._over("backing")),
        ]

    def _stands_behind(self, session: Session, group: Gathered) -> str:
        key = heading_key(group)
        if key not in self._backing:
            self._backing[key] = stands_behind(session, group)
        return self._backing[key]

    def _statement(self, session: Session, said: Contribution, part: int, base: Style) -> list[Segment]:
        columns, lines = self._rows.columns, self._rows.lines(said)
        text = set_cell_size(lines[part], columns.width)
        spoken = part < self._rows.spoken(said)
        style = base + (self._words(said) if spoken else self._over("wording"))
        segments = [Segment(text, style)]
        if part == 0:
            left, sign = left_of(session, said, UTC), said.sign
            sector = self._style(f"sector-{(left.sector - 1) % SECTOR_COLOURS + 1}") if left.sector else base
            if not said.placed:
                sector = self._style("unplaced")
            chosen = "● " if said.id in self.chosen else "  "
            return [
                Segment(chosen, base + self._over("chosen")),
                Segment(set_cell_size(left.short, SHORT), base + Style(color=sector.color, bold=True)),
                Segment(
                    set_cell_size(fitted(left.name, columns.name - 1), columns.name) if columns.name else "",
                    base + self._over("name"),
                ),
                Segment(set_cell_size(sign, SIGN), base + self._sign(sign)),
                *segments,
                *self._tags(session, said, base),
            ]
        return [Segment(" " * columns.text, base), *segments]

    def _words(self, said: Contribution) -> Style:
        if not said.placed:
            return self._over("unplaced")
        return self._over("quote") if said.sign == "“" else Style()

    def _sign(self, sign: str) -> Style:
        return self._over(sign_style(sign)) if sign else Style()

    def _tags(self, session: Session, said: Contribution, base: Style) -> list[Segment]:
        """Say of a statement what was marked, that others make the same point, and where it is used."""
        tags = [(" ★", "star")] if said.starred else []
        tags += [(" ??", "unplaced")] if said.check else []
        tags += [(" " + _("parked"), "count")] if said.parked else []
        tags += [(" ≡", "tag")] if session.groups.of.get(said.id) else []
        tags += [(f" T{position}", "tag") for position in self.positions.get(said.id, ())]
        tags += [(f" −T{position}", "opposes") for position in self.against.get(said.id, ())]
        tags += [(" ¶", "tag")] if said.id in self.written else []
        return [Segment(told, base + self._over(style)) for told, style in tags]

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"statements--{name}")

    def _over(self, name: str) -> Style:
        """Give a component's style without its background, to lay over another."""
        style = self.get_component_rich_style(f"statements--{name}", partial=True)
        return Style(color=style.color, bold=style.bold, italic=style.italic)

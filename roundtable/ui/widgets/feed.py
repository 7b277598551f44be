"""The feed: what was said, newest last, ten thousand rows without a pause."""

from bisect import bisect_right
from datetime import tzinfo
from typing import ClassVar
from zoneinfo import ZoneInfo

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from roundtable.domain.contributions import Contribution
from roundtable.domain.session import Session
from roundtable.i18n import _
from roundtable.ui.messages import ContributionChosen, CursorMoved
from roundtable.ui.widgets.feed_rows import Row, Rows, left_of

SECTOR_COLOURS = 5
DOUBLE = 2  # clicks


class Feed(ScrollView, can_focus=True):
    """Contributions of the whole evening under their topics' titles.

    `cursor` is the id of the contribution under the cursor; None while the feed follows what comes.
    New rows never move what is being read.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "feed--heading",
        "feed--time",
        "feed--name",
        "feed--quote",
        "feed--quote-mark",
        "feed--unplaced",
        "feed--star",
        "feed--tail",
        "feed--supports",
        "feed--opposes",
        "feed--question",
        "feed--cursor",
        "feed--empty",
        *(f"feed--sector-{place}" for place in range(1, SECTOR_COLOURS + 1)),
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "cursor_up", show=False),
        Binding("down,j", "cursor_down", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
        Binding("home", "home", show=False),
        Binding("end", "end", show=False),
    ]

    DEFAULT_CSS = """
    Feed { overflow-x: hidden; overflow-y: auto; scrollbar-gutter: stable; scrollbar-size-vertical: 1; }
    """

    session: reactive[Session | None] = reactive(None, layout=False, always_update=True)
    cursor: reactive[str | None] = reactive(None)

    def __init__(self, *, zone: tzinfo | None = None, id: str | None = None) -> None:
        super().__init__(id=id)
        self.zone: tzinfo = zone or ZoneInfo("UTC")
        self._rows = Rows()
        self._strips: LRUCache[tuple[object, ...], Strip] = LRUCache(2048)

    # State

    def watch_session(self) -> None:
        """Lay out the new state; stay at the end where the feed was, else where one reads."""
        if self.session is None or not self.size.width:
            return
        at_end = self.cursor is None and self.is_vertical_scroll_end
        held = self._top_row()
        was_seen = self._cursor_is_seen()
        self._lay_out()
        if self.cursor is not None and self._rows.place_of(self.cursor) is None:
            self.cursor = None
        if at_end:
            self._to_end()
        elif held:
            self._hold(*held)
            if was_seen and not self._cursor_is_seen():  # its row grew by what was just done to it
                self._show_cursor()
        self.refresh()

    def _lay_out(self) -> None:
        if self.session is None:
            return
        width = self.scrollable_content_region.width
        self._rows.lay_out(self.session, width, self.zone)
        self.virtual_size = Size(width, self._rows.height)

    def _top_row(self) -> tuple[str, int] | None:
        """Give the contribution at the top of what is seen, and how many of its lines are above."""
        place = bisect_right(self._rows.ends, self.scroll_offset.y)
        if place >= len(self._rows.rows):
            return None
        return self._rows.rows[place].key, self.scroll_offset.y - self._rows.span(place)[0]

    def _hold(self, key: str, above: int) -> None:
        place = self._rows.place_of(key)
        if place is not None:
            self.scroll_to(y=self._rows.span(place)[0] + above, animate=False, immediate=True)

    def on_resize(self, event: events.Resize) -> None:
        """Lay out anew at another width."""
        event.stop()
        self._strips.clear()
        at_end = self.cursor is None
        self._lay_out()
        if at_end:
            self._to_end()
        elif self.cursor:
            self._show_cursor()

    def _to_end(self) -> None:
        # By force, and telling the bar: both would wait for the frame in which the bar first shows.
        self.scroll_end(animate=False, immediate=True, force=True)
        self.vertical_scrollbar.position = self.scroll_y

    def notify_style_update(self) -> None:
        """Forget strips that were made with other colours."""
        super().notify_style_update()
        self._strips.clear()

    def watch_cursor(self) -> None:
        """Say where the cursor is."""
        self.refresh()
        self.post_message(CursorMoved(self.cursor))

    # Moving about

    def _contributions(self) -> list[int]:
        return [place for place, row in enumerate(self._rows.rows) if row.said]

    def _step(self, by: int) -> None:
        places = self._contributions()
        if not places:
            return
        here = self._rows.place_of(self.cursor)
        if here is None:
            target = places[-1] if by < 0 else None
        else:
            index = places.index(here) + by
            target = None if index >= len(places) else places[max(0, index)]
        row = self._rows.rows[target] if target is not None else None
        self.cursor = row.said.id if row and row.said else None
        self._show_cursor()

    def _cursor_is_seen(self) -> bool:
        place = self._rows.place_of(self.cursor) if self.cursor else None
        if place is None:
            return False
        first, behind = self._rows.span(place)
        top = self.scroll_offset.y
        return top <= first and behind <= top + self.size.height

    def _show_cursor(self) -> None:
        place = self._rows.place_of(self.cursor)
        if place is None:
            self._to_end()
            return
        first, behind = self._rows.span(place)
        self.scroll_to_region(Region(0, first, 1, behind - first), animate=False, force=True)

    def action_cursor_up(self) -> None:
        """Go to the contribution before."""
        self._step(-1)

    def action_cursor_down(self) -> None:
        """Go to the contribution after; behind the last, follow what comes."""
        self._step(1)

    def action_page_up(self) -> None:
        """Go a page up."""
        self._step(-max(1, self.size.height // 2))

    def action_page_down(self) -> None:
        """Go a page down."""
        self._step(max(1, self.size.height // 2))

    def action_home(self) -> None:
        """Go to the first contribution."""
        if places := self._contributions():
            first = self._rows.rows[places[0]].said
            self.cursor = first.id if first else None
            self._show_cursor()

    def action_end(self) -> None:
        """Follow what comes."""
        self.cursor = None
        self._show_cursor()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; a double click opens."""
        event.stop()
        place = bisect_right(self._rows.ends, event.y + self.scroll_offset.y)
        row = self._rows.rows[place] if place < len(self._rows.rows) else None
        if row is None or row.said is None:
            return
        self.cursor = row.said.id
        if event.chain == DOUBLE:
            self.post_message(ContributionChosen(row.said.id))

    # Painting

    def render_line(self, y: int) -> Strip:
        """Give one line of what is seen."""
        width = self.size.width
        line = y + self.scroll_offset.y
        place = bisect_right(self._rows.ends, line)
        if place >= len(self._rows.rows):
            return self._beyond(y, width)
        row = self._rows.rows[place]
        under = row.said is not None and row.said.id == self.cursor
        part = line - self._rows.span(place)[0]
        key = (row.said or row.title, row.tail, part, under, width, self._rows.generation)
        if key not in self._strips:
            self._strips[key] = self._strip(row, part, width, under=under)
        return self._strips[key]

    def _beyond(self, y: int, width: int) -> Strip:
        if y == 0 and not self._rows.rows:
            told = _("Nothing said yet. What is typed below appears here.")
            style = self._style("feed--empty")
            return Strip([Segment(told, style)]).adjust_cell_length(width, self.rich_style)
        return Strip.blank(width, self.rich_style)

    def _strip(self, row: Row, part: int, width: int, *, under: bool) -> Strip:
        base = self._style("feed--cursor") if under else self.rich_style
        if row.said is None:
            segments = [Segment(row.lines[part], self._style("feed--heading"))]
        else:
            last = part == len(row.lines) - 1
            segments = [
                *self._left(row.said, base, first=part == 0),
                *self._text(row.said, row.lines[part], base, tail=row.tail if last else ""),
            ]
        return Strip(segments).adjust_cell_length(width, base)

    def _left(self, said: Contribution, base: Style, *, first: bool) -> list[Segment]:
        columns = self._rows.columns
        if not first or self.session is None:
            return [Segment(" " * columns.text, base)]
        left, sign = left_of(self.session, said, self.zone), said.sign
        sector = self._sector_style(left.sector) if said.placed else self._style("feed--unplaced")
        name = set_cell_size(_shortened(left.name, columns.name - 1), columns.name)
        return [
            Segment(set_cell_size(left.time, columns.time), base + self._over("feed--time")),
            Segment(name, base + self._over("feed--name")),
            Segment(set_cell_size(left.short, 5), base + Style(color=sector.color, bold=True)),
            Segment(set_cell_size(sign, 2), base + self._sign_style(sign)),
        ]

    def _text(self, said: Contribution, text: str, base: Style, *, tail: str) -> list[Segment]:
        if tail:
            told = self._text(said, text.removesuffix(tail), base, tail="")
            return [*told, Segment(tail, base + self._over("feed--tail"))]
        style = base
        if not said.placed:
            style = base + self._over("feed--unplaced")
        elif said.sign == "“":
            style = base + self._over("feed--quote")
        if said.starred and "\u00a0★" in text:
            before, star, after = text.rpartition("★")
            return [
                Segment(before, style),
                Segment(star, base + self._over("feed--star")),
                Segment(after, style),
            ]
        return [Segment(text, style)]

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(name)

    def _over(self, name: str) -> Style:
        """Give a component's style without its background, to lay over another."""
        style = self.get_component_rich_style(name, partial=True)
        return Style(color=style.color, bold=style.bold, italic=style.italic, dim=style.dim)

    def _sector_style(self, place: int) -> Style:
        return self._style(f"feed--sector-{(place - 1) % SECTOR_COLOURS + 1}") if place else self.rich_style

    def _sign_style(self, sign: str) -> Style:
        names = {"+": "supports", "−": "opposes", "“": "quote-mark"}
        return self._over(f"feed--{names.get(sign, 'question')}") if sign else Style()


def _shortened(text: str, cells: int) -> str:
    return text if cell_len(text) <= cells else set_cell_size(text, cells - 1).rstrip() + "…"

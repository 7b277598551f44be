"""How a row of the feed is painted: its columns, and the styles that stand in them."""

from collections.abc import Callable
from datetime import datetime, tzinfo

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from roundtable.domain.contributions import Contribution
from roundtable.domain.session import Session
from roundtable.ui.widgets.feed_rows import Columns, left_of

SECTOR_COLOURS = 5
STYLES = frozenset(
    {
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
        "feed--mark",
        "feed--below",
        *(f"feed--sector-{place}" for place in range(1, SECTOR_COLOURS + 1)),
    }
)


class Painter:
    """Paints lines of rows in the styles of a widget."""

    def __init__(self, widget: Widget, zone: tzinfo) -> None:
        self._widget = widget
        self._zone = zone
        self._style: Callable[[str], Style] = widget.get_component_rich_style

    def sentence(self, told: str, width: int) -> Strip:
        """Give a line that is said in the place of rows."""
        return Strip([Segment(told, self._style("feed--empty"))]).adjust_cell_length(width, self._plain)

    def blank(self, width: int) -> Strip:
        """Give an empty line."""
        return Strip.blank(width, self._plain)

    def heading(self, title: str, width: int, at: datetime | None = None) -> Strip:
        """Give a topic's title, with the time at the right edge where there is one to tell."""
        time = at.astimezone(self._zone).strftime("%H:%M") if at else ""
        room = width - cell_len(time) - 2 if time else width
        shown = Segment(fitted(title, room) if time else title, self._style("feed--heading"))
        if not time:
            return Strip([shown]).adjust_cell_length(width, self._plain)
        left = Strip([shown]).adjust_cell_length(width - cell_len(time) - 1, self._plain)
        right = [Segment(time, self._plain + self._over("feed--time")), Segment(" ", self._plain)]
        return Strip([*left, *right]).adjust_cell_length(width, self._plain)

    def mark(self, told: str, width: int) -> Strip:
        """Give the line before what is unread."""
        rule = f"─── {told} "
        return Strip([Segment(rule + "─" * max(0, width - cell_len(rule)), self._style("feed--mark"))]).crop(
            0, width
        )

    def over(self, strip: Strip, told: str, width: int) -> Strip:
        """Give a line with something said over its right end."""
        sentence = f" {told} "
        room = max(0, width - cell_len(sentence))
        return Strip([*strip.crop(0, room), Segment(sentence, self._style("feed--below"))], width)

    def line(
        self,
        session: Session,
        columns: Columns,
        said: Contribution,
        text: str,
        width: int,
        *,
        first: bool,
        tail: str,
        under: bool,
    ) -> Strip:
        """Give one line of a contribution, its `first` or a further one, `under` the cursor or not."""
        base = self._style("feed--cursor") if under else self._plain
        left = self._left(session, columns, said, base) if first else [Segment(" " * columns.text, base)]
        segments = [*left, *self._text(said, text, base, tail=tail)]
        return Strip(segments).adjust_cell_length(width, base)

    @property
    def _plain(self) -> Style:
        return self._widget.rich_style

    def _left(self, session: Session, columns: Columns, said: Contribution, base: Style) -> list[Segment]:
        left, sign = left_of(session, said, self._zone), said.sign
        sector = self._sector_style(left.sector) if said.placed else self._style("feed--unplaced")
        name = set_cell_size(fitted(left.name, columns.name - 1), columns.name)
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

    def _over(self, name: str) -> Style:
        """Give a component's style without its background, to lay over another."""
        style = self._widget.get_component_rich_style(name, partial=True)
        return Style(color=style.color, bold=style.bold, italic=style.italic, dim=style.dim)

    def _sector_style(self, place: int) -> Style:
        return self._style(f"feed--sector-{(place - 1) % SECTOR_COLOURS + 1}") if place else self._plain

    def _sign_style(self, sign: str) -> Style:
        return self._over(f"feed--{sign_style(sign)}") if sign else Style()


def sign_style(sign: str) -> str:
    """Give the name of the style in which the sign of a stance or a kind stands."""
    return {"+": "supports", "−": "opposes", "“": "quote-mark"}.get(sign, "question")


def fitted(text: str, cells: int) -> str:
    """Give a text in a number of columns at most, cut where it is longer."""
    return text if cell_len(text) <= cells else set_cell_size(text, max(0, cells - 1)).rstrip() + "…"

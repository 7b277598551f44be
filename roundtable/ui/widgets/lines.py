"""Lines that fill a width: what is cut, what is padded, what stands at the right."""

from datetime import datetime, tzinfo

from textual.content import Content
from textual.widget import Widget


class Grown(Widget):
    """A widget whose height follows from what it shows: only where that changes is the screen laid out anew."""

    def show_anew(self) -> None:
        """Paint anew, and take more lines or fewer where they are needed."""
        size = self.content_size
        wanted = self.get_content_height(self.container_size, self.screen.size, size.width)
        self.refresh(layout=wanted != size.height)


def spread(left: Content, right: Content, width: int) -> Content:
    """Put one text at the left and one at the right of a line; the left one gives way."""
    room = max(0, width - right.cell_length - 1) if right else width
    return Content.assemble(left.truncate(room, ellipsis=True, pad=True), " " if right else "", right)


def hanging(text: Content, first: Content, width: int) -> list[Content]:
    """Wrap a text behind a mark; the lines after the first stand under the text."""
    indent = first.cell_length
    lines = [line.rstrip() for line in text.wrap(max(8, width - indent))]
    return [Content.assemble(first if place == 0 else " " * indent, line) for place, line in enumerate(lines)]


def clock_of(instant: datetime, zone: tzinfo) -> str:
    """Give an instant as hours and minutes."""
    return instant.astimezone(zone).strftime("%H:%M")


def minutes_and_seconds(seconds: int) -> str:
    """Give a length of time as 05:48; its sign is left out."""
    minutes, rest = divmod(abs(seconds), 60)
    return f"{minutes:02d}:{rest:02d}"

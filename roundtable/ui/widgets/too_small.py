"""What is shown instead of everything else while the terminal is too small."""

from textual.content import Content
from textual.widget import Widget

from roundtable.i18n import _

LEAST_WIDTH, LEAST_HEIGHT = 80, 24


class TooSmall(Widget):
    """A sentence that asks for more room; it lies over a screen, which keeps what was typed."""

    def render(self) -> Content:
        """Give the sentence, with the size that there is."""
        size = self.app.size
        asked = _("More room, please: {width} × {height} at least, and this is {now_width} × {now_height}.")
        return Content(
            asked.format(width=LEAST_WIDTH, height=LEAST_HEIGHT, now_width=size.width, now_height=size.height)
        )

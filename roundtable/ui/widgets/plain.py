"""The backstop behind every widget: no control character reaches the terminal."""

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

# C0, DEL, C1, bidirectional controls, line and paragraph separators.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class ControlStripper(LineFilter):
    """Show a replacement mark where a control character would have gone to the terminal."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 — the interface of a line filter
        """Give the segments without control characters; widths stay as they are."""
        return [
            Segment(_CONTROL.sub("\ufffd", segment.text), segment.style, segment.control)
            if segment.control is None and _CONTROL.search(segment.text)
            else segment
            for segment in segments
        ]

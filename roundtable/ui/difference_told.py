"""The words of a difference that came back from Word on a screen: old above new, what differs marked."""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from textual.content import Content

from roundtable.report.aligning import Stretch
from roundtable.report.comparing import Difference, How
from roundtable.ui.widgets.lines import hanging

SIGNS = {How.CHANGED: "~", How.MOVED: "↕", How.DELETED: "−", How.INSERTED: "+"}
BEFORE = 20  # characters before the first words that differ


def row_of(one: Difference) -> Content:
    """Give a difference in a line: its sign, and its words from shortly before what differs in them."""
    old, new = one.marked
    shown = new or old
    before = "".join(stretch.text for stretch in takewhile(lambda stretch: not stretch.differs, shown))
    words = _marked(shown, "bold $accent", alone=not (old and new))
    place = before.rfind(" ", 0, max(0, len(before) - BEFORE)) + 1 if len(before) < len(words.plain) else 0
    cut = Content.assemble("… ", words[place:]) if place else words
    return Content.assemble((f"{SIGNS[one.how]} ", "$dim"), cut)


def words_of(one: Difference, width: int) -> Iterator[Content]:
    """Give the words of a paragraph, old above new."""
    old, new = one.marked
    if one.how is How.MOVED and one.made is None:
        yield from hanging(Content(one.old), Content("  "), width)
        return
    if old:
        yield from hanging(
            _marked(old, "$error underline", alone=not new), Content.styled("− ", "bold $error"), width
        )
    if old and new:
        yield Content()
    if new:
        yield from hanging(
            _marked(new, "bold $accent underline", alone=not old), Content.styled("+ ", "bold $accent"), width
        )


def _marked(words: Iterable[Stretch], style: str, *, alone: bool) -> Content:
    return Content.assemble(
        *((one.text.replace("\n", " "), style if one.differs and not alone else "") for one in words)
    )

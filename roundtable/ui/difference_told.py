"""The words of a difference that came back from Word on a screen: old above new, what differs marked."""

from collections.abc import Iterable, Iterator

from textual.content import Content

from roundtable.report.aligning import Stretch
from roundtable.report.comparing import Difference, How
from roundtable.ui.widgets.lines import hanging


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

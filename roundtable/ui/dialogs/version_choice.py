"""Choosing between versions of a part that two people wrote at once."""

import difflib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from roundtable.i18n import _
from roundtable.services.prose import Version
from roundtable.ui.dialogs.choice import Choice, Offer


class VersionChoice(Choice[str]):
    """A dialog that is left with the text that is to stand; what differs is shown below the choice."""

    def __init__(self, title: str, versions: Sequence[Version], shown: Callable[[str], str]) -> None:
        self._versions = [replace(one, text=shown(one.text)) for one in versions]
        pairs = zip(versions, self._versions, strict=True)
        offers = [
            _offer(one.text, _("this one: {who}").format(who=_who(one)), seen.text) for one, seen in pairs
        ]
        both = "\n\n".join(one.text for one in versions if one.text.strip())
        offers.append(_offer(both, _("all, one after the other, to be mended"), ""))
        super().__init__(
            _("“{title}” was written by two at once. Which is to stand?").format(title=title), offers
        )

    def inside(self) -> Iterable[Widget]:
        """Give the choice, and below it what differs."""
        yield from super().inside()
        with VerticalScroll(can_focus=False):
            yield Static(_differences(self._versions), markup=False)


def _who(one: Version) -> str:
    return _("written here") if one.mine else _("written in another terminal")


def _offer(value: str, told: str, text: str) -> Offer[str]:
    beginning = " ".join(text.split())[:60]
    return Offer(
        value, Content.assemble((told, "bold"), (f"  {beginning}" if beginning else "", "$dim")), told
    )


def _differences(versions: Sequence[Version]) -> Content:
    """Give the lines in which the first two versions differ."""
    first, second, *_others = versions
    lines = difflib.ndiff(first.text.splitlines(), second.text.splitlines())
    styles = {"- ": ("1 ", "$sector-3"), "+ ": ("2 ", "$sector-1")}
    shown = [
        Content.assemble((styles[line[:2]][0], f"bold {styles[line[:2]][1]}"), line[2:])
        for line in lines
        if line[:2] in styles and line[2:].strip()
    ]
    return Content("\n").join(shown)

"""Choosing a theme, or naming a new one."""

from collections import Counter
from collections.abc import Container

from textual.content import Content

from roundtable.domain.session import Session
from roundtable.domain.text import folded
from roundtable.i18n import _
from roundtable.ui.dialogs.choice import Choice, Offer
from roundtable.ui.undone import shortened

SHOWN = 56  # characters of a name


class ThemeChoice(Choice[str]):
    """A dialog that is left with the name of a theme; what is typed is offered as that of a new one, unless not `new`.

    The most borne stands first; those `without` (ids) are not offered.
    """

    def __init__(
        self, session: Session, question: str, *, without: Container[str] = (), new: bool = True
    ) -> None:
        counts = Counter(theme for said in session.contributions for theme in said.themes)
        themes = [theme for theme in session.themes if theme.id not in without]
        self._new = new
        offers = [
            Offer(theme.name, _shown(theme.name, counts[theme.id]), theme.name)
            for theme in sorted(themes, key=lambda theme: -counts[theme.id])
        ]
        super().__init__(question, offers)
        if new:
            self._keys = _("↑ ↓ or type, a new name too   Enter choose   Esc leave")

    def looked_for(self, typed: str) -> str:
        """Look for the name alone where it is typed as in a line (`=onboarding`)."""
        return folded(_name(typed))

    def besides(self, typed: str) -> list[Offer[str]]:
        """Offer what was typed as the name of a new theme, unless a theme is called so."""
        name = _name(typed)
        known = any(folded(offer.value) == folded(name) for offer in self._offers)
        if not self._new or not name or known:
            return []
        told = _("new theme: {name}").format(name=shortened(name, SHOWN))
        return [Offer(name, Content.assemble(("    +  ", "$dim"), told), name)]


def _name(typed: str) -> str:
    return typed.lstrip().lstrip("=#")


def _shown(name: str, count: int) -> Content:
    return Content.assemble((f"{count:>5}  ", "$dim"), (shortened(name, SHOWN), "bold"))

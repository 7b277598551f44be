"""Deciding which statements make the same point, of those that may."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static

from roundtable.domain.session import Session
from roundtable.i18n import _
from roundtable.ui.dialogs.contribution_choice import offer_of
from roundtable.ui.dialogs.several import BlankChooses, Several


class NothingTyped(BlankChooses):
    """A line that leaves every letter to what it does."""

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002 — Textual's signature
        """Leave every key to the dialog."""
        return False


class SamePointChoice(Several[str]):
    """A dialog that is left with the ids of those that make the same point; where `apart`, of those that do not.

    With `about` they are compared with that statement, and the marked one is meant where none is chosen. Else they are
    compared with each other: two at least must be chosen to be joined, and where none is, all are kept apart.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "refuse", show=False),
    ]
    line: ClassVar[type[Input]] = NothingTyped

    def __init__(
        self, session: Session, question: str, those: Sequence[str], *, about: str | None = None
    ) -> None:
        super().__init__(question, [offer_of(session, session.contribution(key)) for key in those])
        self._about = about
        self.apart = False

    def _tell(self) -> None:
        self._keys = _("Space choose   Enter the same point   n not the same   Esc decide later")

    def inside(self) -> Iterable[Widget]:
        """Give the list; there is nothing to look for in it."""
        for widget in super().inside():
            if isinstance(widget, Input):
                widget.display = False
            yield widget

    def action_refuse(self) -> None:
        """Say that those that are chosen do not make the same point."""
        self.apart = True
        place = self.query_one(OptionList).highlighted
        if self._about is None:
            self.dismiss(self.values)
        elif place is not None:
            self.give(place)

    def give(self, place: int) -> None:
        """Leave with what makes the same point, once it is said."""
        if self._about is None and len(self.values) < len("ab"):
            self.query_one(".dialog--keys", Static).update(
                _("Choose two or more with Space, then Enter; n: none is the same")
            )
        else:
            super().give(place)

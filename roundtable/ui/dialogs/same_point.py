"""Deciding which statements make the same point, of those that may."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from roundtable.domain.session import Session
from roundtable.i18n import _
from roundtable.ui.dialogs.contribution_choice import offer_of
from roundtable.ui.dialogs.several import Several

Decision = tuple[bool, tuple[str, ...]]


class SamePointChoice(Several[str]):
    """A dialog that is left with the ids of those that are the same point; `n` says of the marked that they are not.

    What was said of them stands in `apart` once it is left with `n`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("n", "refuse", show=False)]

    def __init__(
        self, session: Session, question: str, those: tuple[str, ...], marked: tuple[str, ...]
    ) -> None:
        super().__init__(
            question,
            [offer_of(session, session.contribution(key)) for key in those],
            marked,
            _("Space mark   Enter the same point   n not the same   Esc decide later"),
        )
        self.apart = False

    def action_refuse(self) -> None:
        """Say that those that are marked do not make the same point."""
        self.apart = True
        self.dismiss(self.chosen or None)

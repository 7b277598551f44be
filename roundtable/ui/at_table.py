"""What a command may use of the screen that it acts on."""

from collections.abc import Callable
from datetime import datetime
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from textual.screen import ModalScreen, Screen

from roundtable.domain.contributions import Contribution
from roundtable.domain.session import Session
from roundtable.storage.journal import Journal

P = ParamSpec("P")
T = TypeVar("T")


class AtTable(Protocol):
    """A screen at which a session is held."""

    @property
    def held(self) -> Session:
        """The session as it is shown."""

    @property
    def chosen(self) -> Contribution | None:
        """The contribution under the cursor, else the newest; none before anything was said."""

    def point_at(self, contribution: str) -> None:
        """Put the cursor on a contribution (its id), where it can be seen; with "" follow what comes."""

    def moment(self) -> datetime:
        """Give the present instant."""

    async def perform(
        self, act: Callable[Concatenate[Journal, str, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T | None:
        """Let a service act on the session; what goes wrong is told, and then nothing is given."""

    async def ask(self, dialog: ModalScreen[T]) -> T | None:
        """Show a dialog and give what it was answered with; nothing where it was left."""

    async def show(self, view: Screen[None]) -> None:
        """Open a page over the table; returns when it is left."""

    def tell(self, sentence: str, *, warning: bool = False) -> None:
        """Say something in passing."""

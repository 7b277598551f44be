"""A screen that is typed into from the first key on."""

from collections import deque
from typing import Any, Protocol, TypeVar, cast

from textual import events
from textual.screen import Screen

T = TypeVar("T")


class PassesOn(Protocol):
    """A program that can let an event go its usual way."""

    async def pass_on(self, event: events.Event) -> None:
        """Let an event go its usual way."""


class Settling(Screen[T]):
    """Holds the keys that come before it has been laid out and something has the focus; then they are for that."""

    def __init__(self, *held: Any) -> None:  # noqa: ANN401 — for the screen that this is mixed into
        super().__init__(*held)
        self._early: deque[events.Event] = deque()
        self._settled = False

    def on_mount(self) -> None:
        """Settle once all stands."""
        self.call_after_refresh(self._settle)

    async def take_key(self, event: events.Key | events.Paste) -> bool:
        """Hold a key that came early; tell whether it was one."""
        if self._settled:
            return False
        self._early.append(event)
        return True

    async def _settle(self) -> None:
        program = cast("PassesOn", self.app)
        while self._early and self.app.screen is self:
            await program.pass_on(self._early.popleft())
        self._settled = True

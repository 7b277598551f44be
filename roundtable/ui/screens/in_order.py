"""A screen that acts on keys strictly one after the other."""

from collections import deque
from collections.abc import Coroutine
from typing import Any

from textual import events
from textual.screen import Screen

Input = events.Key | events.Paste
ALT = "alt+"


class InOrder(Screen[None]):
    """Takes every key from the app itself, in the order in which they come.

    Textual looks up what a key is bound to only after it bubbled to the app, while letters behind it are inserted
    at once, and a key belongs to what had the focus when it came, not when its turn comes. So a burst, or a program
    that stalled for a moment, would mix up letters, Enter and Esc, and what is typed for a dialog that is about to
    open would act as commands. Here a key that has to be waited for (`waits`) holds back those behind it.
    """

    def __init__(self, *held: Any) -> None:  # noqa: ANN401 — for the screen that this is mixed into
        super().__init__(*held)
        self._ahead: deque[Input] = deque()
        self._acts = False
        self._at_work = 0  # things that are being done, of which keys have to wait for the end

    @property
    def waits(self) -> bool:
        """Whether keys are held back: until what was asked for is done, or has opened something that asks."""
        return self._at_work > 0 and self.app.screen is self

    def work(self, doing: Coroutine[None, None, None]) -> None:
        """Do something that takes its time; keys wait for it."""
        self._at_work += 1
        self.run_worker(self._worked(doing), group="commands")

    async def _worked(self, doing: Coroutine[None, None, None]) -> None:
        try:
            await doing
        finally:
            self._at_work -= 1
        await self.go_on()

    async def take_key(self, event: Input) -> bool:
        """Act on a key once it is its turn; tell whether it is a concern of this screen."""
        if isinstance(event, events.Key) and self._first_of_all(event.key):
            return False
        self._ahead += _apart(event)
        await self.go_on()
        return True

    async def go_on(self) -> None:
        """Act on the keys that came, until one has to be waited for."""
        if self._acts:  # whoever does so goes on to the last
            return
        self._acts = True
        try:
            while self._ahead and not self.waits:
                await self._take_turn(self._ahead.popleft())
        finally:
            self._acts = False

    async def on_screen_suspend(self) -> None:
        """Let the keys that were held back go to what was opened."""
        await self.go_on()

    def _first_of_all(self, key: str) -> bool:
        """Tell whether a key is one that Textual does before all others, such as leaving the program."""
        found = self.active_bindings.get(key) if len(key) > 1 else None
        return found is not None and found.binding.priority

    async def _take_turn(self, event: Input) -> None:
        if not self.app.screen_stack or self.app.screen is not self:
            self.app.post_message(event)  # a dialog came up meanwhile, for which it was meant
        else:
            await self._act_on(event)

    async def _act_on(self, event: Input) -> None:
        """Act on a key whose turn it is."""
        if isinstance(event, events.Key):
            await self._run(event.key)

    async def _run(self, key: str) -> None:
        """Run what a key is bound to here; where what has the focus has no use for it now, what the screen has."""
        found = self.active_bindings.get(key)
        if found is None or await self.app.run_action(found.binding.action, found.node) or found.node is self:
            return
        for own in self._bindings.key_to_bindings.get(key, ()):
            await self.app.run_action(own.action, self)


def _apart(event: Input) -> tuple[Input, ...]:
    """Give Esc and a letter that were struck so fast that the terminal sent them as Alt with that letter."""
    if isinstance(event, events.Key) and event.key.startswith(ALT) and event.is_printable:
        return (events.Key("escape", "\x1b"), events.Key(event.key.removeprefix(ALT), event.character))
    return (event,)

"""A session screen that tells typing from steering."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from textual import events

from roundtable.i18n import _
from roundtable.ui.desk import Desk, Held
from roundtable.ui.screens.in_order import InOrder, Input
from roundtable.ui.screens.session_screen import SessionScreen

if TYPE_CHECKING:
    from textual.timer import Timer

PATIENCE = 0.25  # seconds in which a second letter makes typing of the first
MOVEMENT = frozenset("jk,;")  # letters that act at once, as nothing comes of them


class KeyedScreen(InOrder, SessionScreen):
    """Letters are typed while it is written in; while it is steered they act, unless typing seems to be meant."""

    def __init__(self, desk: Desk, held: Held, moment: Callable[[], datetime]) -> None:
        super().__init__(desk, held, moment)
        self.patience = PATIENCE
        self._letter: events.Key | None = None  # struck while steering; not known yet whether it is typing
        self._passed: list[tuple[float, str]] = []  # movement letters just before it, with their times
        self._silent: Timer | None = None

    @property
    def writing(self) -> bool:
        """Whether letters are typed."""
        return False

    def acts_at_once(self, key: str) -> bool:  # noqa: ARG002 — for screens that have such keys
        """Tell whether a letter acts at once while steering, because what is typed behind it is for what it opens."""
        return False

    @property
    def undecided(self) -> bool:
        """Whether a letter may still become typing, or keys are held back."""
        return self._letter is not None or bool(self._ahead)

    def type(self, text: str) -> None:
        """Put letters into the line, going over to writing first."""

    def paste(self, event: events.Paste) -> None:
        """Put what was pasted into the line, going over to writing first."""

    async def _act_on(self, event: Input) -> None:
        if isinstance(event, events.Paste):
            await self._let_act()
            self.paste(event)
        elif self.writing:
            await self._write(event)
        elif event.is_printable:
            await self._steer(event)
        elif not await self._held_back(event):
            await self._run(event.key)

    async def _held_back(self, event: events.Key) -> bool:
        """Let the letter before a key act; tell whether the key has to wait until that is done."""
        acted = self._letter is not None
        await self._let_act()
        if acted and self.waits:
            self._ahead.appendleft(event)
            return True
        return False

    async def _write(self, event: events.Key) -> None:
        if event.is_printable and event.character:
            self.type(event.character)
        else:
            self.type("")  # the terminal may be in the background, and nothing have the focus
            await self._run(event.key)

    async def _steer(self, event: events.Key) -> None:
        """Let a letter wait a moment: a different one right behind it makes typing of both."""
        if self._letter and self._makes_typing(self._letter, event):
            self._take_for_typing(event)
            return
        again = self._letter is not None
        if await self._held_back(event):
            return
        if self.acts_at_once(event.key):
            await self._run(event.key)
        elif event.character in MOVEMENT:
            self._passed = [] if again else [*self._passed[-2:], (event.time, event.character)]
            await self._run(event.key)
        else:
            self._letter = event
            self._silent = self.set_timer(self.patience, self._fall_silent_letter)

    def _makes_typing(self, letter: events.Key, behind: events.Key) -> bool:
        if not self._means(letter):
            return True
        # A number behind a letter is for what the letter opens: minutes, a topic.
        character = behind.character or ""
        return letter.key != behind.key and character not in MOVEMENT and not character.isdigit()

    def _means(self, event: events.Key) -> bool:
        return event.key in self.active_bindings

    def _take_for_typing(self, event: events.Key) -> None:
        first, before = self._letter, ""
        behind = first.time if first else event.time
        for time, letter in reversed(self._passed):
            if behind - time > self.patience:
                break
            before, behind = letter + before, time
        self._forget_letter()
        self._passed = []
        letters = (first.character or "" if first else "") + (event.character or "")
        self.type(before + letters)
        self.tell(_("Taken for typing: it is in the line."))

    async def _fall_silent_letter(self) -> None:
        await self._let_act()
        await self.go_on()

    async def _let_act(self) -> None:
        """Let the letter that waits act."""
        letter = self._letter
        self._forget_letter()
        if letter:
            await self._run(letter.key)

    def _forget_letter(self) -> None:
        self._letter = None
        if self._silent:
            self._silent.stop()
            self._silent = None

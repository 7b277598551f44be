"""A screen that acts on keys in their order, and leaves those to a line or a text in which they are typed."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.widgets import Input as TextualInput
from textual.widgets import TextArea

from roundtable.ui.screens.in_order import ALT, InOrder, Input

if TYPE_CHECKING:
    from roundtable.ui.screens.settling import PassesOn


class BesideTyping(InOrder):
    """Leaves keys to a line or a text that is typed into, and those that it has no use for to whoever has."""

    ours_while_typing: ClassVar[frozenset[str]] = frozenset()  # keys that leave what is typed into

    async def take_key(self, event: Input) -> bool:
        """Act on a key once it is its turn; one for a line that is typed into goes its usual way."""
        if not self.waits and not self._ahead and not self._is_ours(event):
            return False
        return await super().take_key(event)

    async def _act_on(self, event: Input) -> None:
        if self._is_ours(event):
            await super()._act_on(event)
        else:  # what was waited for has put the cursor into a text
            await cast("PassesOn", self.app).pass_on(event)

    def _is_ours(self, event: Input) -> bool:
        if not isinstance(event, events.Key):
            return False
        if isinstance(self.focused, TextualInput | TextArea):
            # Esc and a letter that were struck so fast that they came as Alt with that letter.
            struck = "escape" if event.key.startswith(ALT) and event.is_printable else event.key
            return struck in self.ours_while_typing
        return event.key in self.active_bindings

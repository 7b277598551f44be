"""A screen that acts on keys in their order, and leaves those to a line or a text in which they are typed."""

from textual import events
from textual.widgets import Input as TextualInput
from textual.widgets import TextArea

from roundtable.ui.screens.in_order import InOrder, Input


class BesideTyping(InOrder):
    """Leaves keys to a line or a text that is typed into, and those that it has no use for to whoever has."""

    async def take_key(self, event: Input) -> bool:
        """Act on a key once it is its turn; one for a line that is typed into goes its usual way."""
        if not self.waits and not self._ahead and not self._is_ours(event):
            return False
        return await super().take_key(event)

    def _is_ours(self, event: Input) -> bool:
        typed_into = isinstance(self.focused, TextualInput | TextArea)
        return not typed_into and isinstance(event, events.Key) and event.key in self.active_bindings

"""Which keys of a preparation are for the list, and which for the line in which people are added."""

from textual import events

from roundtable.ui.screens.keyed_screen import KeyedScreen
from roundtable.ui.widgets.person_line import PersonLine
from roundtable.ui.widgets.prepared_list import PreparedList


class PreparationKeys(KeyedScreen):
    """A screen with a list, in which letters act, and a line for people, in which they are typed.

    Names begin with capitals: one that is no command begins a line, and one that is waits whether letters follow.
    """

    @property
    def prepared(self) -> PreparedList:
        """The list."""
        return self.query_one(PreparedList)

    @property
    def adding(self) -> PersonLine:
        """The line in which people are added."""
        return self.query_one("#adding", PersonLine)

    @property
    def writing(self) -> bool:
        """Whether letters are for the line in which people are added."""
        return isinstance(self.focused, PersonLine)

    @property
    def waits(self) -> bool:
        """Whether keys are held back: until what was asked for is done, or asks; what is typed goes on meanwhile."""
        return super().waits and not self.writing

    def acts_at_once(self, key: str) -> bool:
        """Tell that a small letter in the list is never the beginning of a line."""
        return not key.isupper()

    async def _steer(self, event: events.Key) -> None:
        letter = event.character or ""
        if self._letter is None and letter.isalpha() and not self._means(event):
            self.type(letter)
        else:
            await super()._steer(event)

    def type(self, text: str) -> None:
        """Put letters into the line for people."""
        self.set_focus(self.adding)
        self.adding.put_in(text)

    def paste(self, event: events.Paste) -> None:
        """Take a paste into the list as one into the line."""
        self.set_focus(self.adding)
        self.adding.take_paste(event.text)

"""What is not saved yet: a line that is being typed, or could not be stored, with what was typed behind it."""

from textual import events

from roundtable.i18n import _
from roundtable.storage.journal import Journal
from roundtable.ui import messages
from roundtable.ui.screens.in_order import Input
from roundtable.ui.screens.line_screen import LineScreen
from roundtable.ui.typed_ahead import typed_ahead

DRAFT_RESTS = 0.4  # seconds after a keystroke until the unfinished line is kept


class UnsavedScreen(LineScreen):
    """A screen that remembers its line while it is unfinished, and holds keys back while one is not safe."""

    _draft: str | None = None  # None: what stands in the line is kept
    _left: str = ""  # a line that could not be saved, and those behind it
    _typed: str = ""  # what stands in the line, as it was told last
    _pasted: tuple[tuple[str, ...], ...] = ()  # what was pasted, and is not kept yet
    _begun: bool = False  # the line that was left unfinished is back

    async def on_mount(self) -> None:
        """Put the line back that was left unfinished."""
        self.line.typed.cursor_blink = False
        # Before the line is read: who comes at the same moment takes it for one of a terminal that is gone.
        await self.be_seen()
        found = await self.remember(Journal.line_draft) or await self._orphan()
        lines = (found or "").split("\n")
        if len(lines) > 1:
            self.post_message(messages.LinesPasted(tuple(lines), left=True))
        elif found and not self.line.typed.value:
            self.line.restore(found, anew=True)
        self._begun = True
        await self.go_on()

    async def _orphan(self) -> str | None:
        """Take over the line that was left unfinished in a terminal that is gone."""
        others = await self.look_round()
        if others is None:  # it may be the line of somebody who is there
            return None
        found = await self.remember(Journal.adopt_line_draft, {one.writer for one in others})
        if found:
            self.tell(_("This line was left unfinished in a terminal that is gone."))
        return found

    async def on_unmount(self) -> None:
        """Keep the unfinished line, and what was typed behind one that could not be saved."""
        if self._left or self._pasted:
            self._draft = self._unsaved(self._left or self._typed)
        await self._keep_draft()

    @property
    def waits(self) -> bool:
        """Whether keys are held back: until a finished line is safe."""
        return super().waits or not self._begun or self.line.waits or self.line.stuck

    async def take_key(self, event: Input) -> bool:
        """Act on a key once it is its turn; where a line could not be saved, all but Esc and Enter stand behind it."""
        if not (self._begun and self.line.stuck):
            return await super().take_key(event)
        if isinstance(event, events.Key):
            if self._first_of_all(event.key):
                return False
            edits = not event.is_printable and not self._ahead
            if event.key != "enter" and (not self.writing or edits or event.key == "escape"):
                await self._act_on(event)
                await self.go_on()
                return True
            if event.key == "enter":
                return self._again(event)
        self._ahead.append(event)
        self.show_behind()
        return True

    def show_behind(self) -> None:
        """Show what was typed behind a line that could not be saved, and keep it with that line."""
        behind = typed_ahead(self._ahead)
        self.line.behind = " ⏎ ".join(behind)
        self._left = "\n".join([self.line.typed.value, *behind])
        self._keep_soon(self._left)

    def _again(self, event: events.Key) -> bool:
        """Try once more to save the line; an Enter ends what was typed behind it as well."""
        if self._ahead:
            self._ahead.append(event)
        self.line.take_focus()
        self.line.finish()
        return True

    def on_draft_changed(self, message: messages.DraftChanged) -> None:
        """Keep the unfinished line soon, so that it survives a crash."""
        message.stop()
        self._left = ""
        self._keep_soon(message.text)

    def hold(self, lines: tuple[str, ...]) -> None:
        """Keep pasted lines with the unfinished one, until they are let go."""
        self._pasted = (*self._pasted, lines)
        self._keep_soon(self._left or self.line.typed.value)

    async def let_go(self, lines: tuple[str, ...]) -> None:
        """Keep pasted lines no longer: they are contributions now, or stand in the line."""
        rest = list(self._pasted)
        rest.remove(lines)
        self._pasted = tuple(rest)
        self._draft = self._unsaved(self._left or self.line.typed.value)
        await self._keep_draft()

    def _unsaved(self, line: str) -> str:
        # What puts a contribution right is no draft of a new one.
        alone = [line] if line and not self.correcting else []
        return "\n".join([*alone, *(one for lines in self._pasted for one in lines)])

    def hold_line(self) -> None:
        """Take note of the line as it stands; for when the program ends before the last letter was told."""
        if self._begun:
            self._keep_soon(self._left or self.line.typed.value)

    def _keep_soon(self, line: str) -> None:
        self._typed = line
        rests, self._draft = self._draft is None, self._unsaved(line)
        if rests:
            self.set_timer(DRAFT_RESTS, self._keep_draft)

    async def _keep_draft(self) -> None:
        draft, self._draft = self._draft, None
        if draft is not None and (self._pasted or not self.correcting):
            await self.remember(Journal.keep_line_draft, draft)

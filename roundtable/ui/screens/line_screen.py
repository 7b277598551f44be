"""A screen with a capture line: keys go into it when it has the focus, and it is remembered while unfinished."""

from textual import events
from textual.reactive import var

from roundtable.domain.naming import Speaker
from roundtable.i18n import _
from roundtable.services.recording import carried
from roundtable.storage.journal import Journal
from roundtable.ui import messages
from roundtable.ui.desk import Held
from roundtable.ui.screens.keyed_screen import Input, KeyedScreen
from roundtable.ui.typed_ahead import typed_ahead
from roundtable.ui.widgets.capture_line import CaptureLine
from roundtable.ui.widgets.footer import Mode

DRAFT_RESTS = 0.4  # seconds after a keystroke until the unfinished line is kept


class LineScreen(KeyedScreen):
    """A session screen that is held in two ways: writing (the capture line has the focus) and steering."""

    topic: var[str | None] = var(None)
    carry: var[Speaker | None] = var(None)
    before: var[Speaker | None] = var(None)
    mode: var[Mode] = var(Mode.STEERING)
    correcting: var[str | None] = var(None)
    _draft: str | None = None  # None: what stands in the line is kept
    _left: str = ""  # a line that could not be saved, and those behind it
    _writes: bool = False
    _begun: bool = False  # the line that was left unfinished is back

    @property
    def line(self) -> CaptureLine:
        """The capture line."""
        return self.query_one(CaptureLine)

    async def on_mount(self) -> None:
        """Put the line back that was left unfinished."""
        self.line.typed.cursor_blink = False
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
        live = {one.writer for one in await self.desk.others()}
        found = await self.remember(Journal.adopt_line_draft, live)
        if found:
            self.tell(_("This line was left unfinished in a terminal that is gone."))
        return found

    async def on_unmount(self) -> None:
        """Keep the unfinished line, and what was typed behind one that could not be saved."""
        self._draft = self._left or self._draft
        await self._keep_draft()

    def take(self, held: Held) -> None:
        """Show a new state, and with whom a line without a name goes on."""
        self.topic = held.session.current.id if held.session.current else None
        self.carry, self.before = carried(held.session, held.own, self.topic)
        super().take(held)

    def on_descendant_focus(self) -> None:
        """Know in which of the two ways the screen is held."""
        self._show_mode()

    def watch_correcting(self) -> None:
        """Show whether the line puts something right."""
        self._show_mode()

    def _show_mode(self) -> None:
        correcting = Mode.CORRECTING if self.correcting else Mode.WRITING
        self.mode = correcting if self.writing else Mode.STEERING

    # Keys, in their order

    @property
    def writing(self) -> bool:
        """Whether letters are typed; while the terminal is in the background, as it was before."""
        return self._writes

    def watch_focused(self) -> None:
        """Know in which of the two ways the screen is held, from the very key on that changed it."""
        if self.focused is not None:
            self._writes = self.line in self.focused.ancestors_with_self

    @property
    def waits(self) -> bool:
        """Whether keys are held back: until a finished line is safe."""
        return not self._begun or self.line.waits or self.line.stuck

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

    def type(self, text: str) -> None:
        """Put letters into the line, going over to writing first."""
        if self.focused is None or not self.writing:
            self.line.take_focus()
        if text:
            self.line.insert(text)

    def paste(self, event: events.Paste) -> None:
        """Put what was pasted into the line, going over to writing first."""
        self.line.take_focus()
        self.line.paste(event.text)

    def on_draft_changed(self, message: messages.DraftChanged) -> None:
        """Keep the unfinished line soon, so that it survives a crash."""
        message.stop()
        self._left = ""
        self._keep_soon(message.text)

    def _keep_soon(self, text: str) -> None:
        rests, self._draft = self._draft is None, text
        if rests:
            self.set_timer(DRAFT_RESTS, self._keep_draft)

    async def _keep_draft(self) -> None:
        draft, self._draft = self._draft, None
        # What puts a contribution right is no draft of a new one.
        if draft is not None and not self.correcting:
            await self.remember(Journal.keep_line_draft, draft)

"""A screen with a capture line: what is typed is kept, put right, pasted, and remembered while it is unfinished."""

from textual import events
from textual.reactive import var

from roundtable.domain.contributions import Contribution
from roundtable.domain.naming import Speaker
from roundtable.i18n import _, ngettext
from roundtable.services import recording
from roundtable.services.recording import Recorded, carried
from roundtable.storage.journal import Journal
from roundtable.ui import messages
from roundtable.ui.desk import Held
from roundtable.ui.screens.keyed_screen import Input, KeyedScreen
from roundtable.ui.undone import shortened
from roundtable.ui.widgets.capture_line import CaptureLine
from roundtable.ui.widgets.footer import Mode

DRAFT_RESTS = 0.4  # seconds after a keystroke until the unfinished line is kept


class WritingScreen(KeyedScreen):
    """A session screen that is held in two ways: writing (the capture line has the focus) and steering."""

    topic: var[str | None] = var(None)
    carry: var[Speaker | None] = var(None)
    before: var[Speaker | None] = var(None)
    mode: var[Mode] = var(Mode.STEERING)
    correcting: var[str | None] = var(None)
    _draft: str | None = None  # None: what stands in the line is kept
    _writes: bool = False
    _begun: bool = False  # the line that was left unfinished is back

    @property
    def line(self) -> CaptureLine:
        """The capture line."""
        return self.query_one(CaptureLine)

    async def on_mount(self) -> None:
        """Put the line back that was left unfinished."""
        self.line.typed.cursor_blink = False
        found = await self.remember(Journal.line_draft)
        if found and not self.line.typed.value:
            self.line.restore(found)
        self._begun = True
        await self.go_on()

    async def on_unmount(self) -> None:
        """Keep the unfinished line."""
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
        return True

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

    async def on_contribution_made(self, message: messages.ContributionMade) -> None:
        """Keep a finished line."""
        message.stop()
        self.run_worker(self._finish(message), group="recording")

    async def _finish(self, made: messages.ContributionMade) -> None:
        """Keep a line; it is cleared once it is safe, and stays where that failed. Then the keys behind it act."""
        recorded = await self._kept(made)
        if recorded is None:
            self.line.failed()
            return
        self._settle(recorded)
        await self.go_on()

    def _settle(self, recorded: Recorded) -> None:
        if recorded.draft.empty or (self.correcting and recorded.contribution is None):
            self.line.released()
            self.tell(_("Nothing is said in this line yet."))
            return
        self.correcting = None
        self.line.saved()
        if recorded.marked and recorded.contribution is None:
            self.tell(_("Marked: “{text}”").format(text=shortened(recorded.marked.text)))

    async def _kept(self, made: messages.ContributionMade) -> Recorded | None:
        if self.correcting:
            from roundtable.services.retyping import retype

            return await self.perform(retype, self.correcting, made.line)
        return await self.perform(recording.record, made.line, at=made.begun, topic=made.topic)

    def action_take_back(self) -> None:
        """Take the last line made here back into the capture line; only an empty one, so that nothing is lost."""
        if self.line.typed.value:
            return
        those = self.session.of(Contribution)
        last = next((those[key] for key in self.own if key in those and not those[key].withdrawn), None)
        if last is None:
            self.tell(_("Nothing was written here yet."))
        else:
            self.correcting = last.id
            self.line.restore(last.typed)

    def leave_correction(self) -> bool:
        """Let the line that is being put right be as it was; tell whether there was one."""
        if self.correcting is None:
            return False
        self.correcting = None
        self.line.restore("")
        return True

    def on_lines_pasted(self, message: messages.LinesPasted) -> None:
        """Keep several pasted lines, after a look at them."""
        message.stop()
        self.run_worker(self._paste(message.lines), group="pasting")

    async def _paste(self, lines: tuple[str, ...]) -> None:
        from roundtable.ui.dialogs.paste_look import PasteLook

        chosen = await self.ask(PasteLook(self.session, lines, self.carry, self.before))
        if chosen and len(chosen) == 1:
            self.line.restore(chosen[0])
        elif chosen:
            kept = await self.perform(_record_all, chosen)
            if kept is not None:
                sentence = ngettext("{count} contribution kept.", "{count} contributions kept.", kept)
                self.tell(sentence.format(count=kept))

    def on_draft_changed(self, message: messages.DraftChanged) -> None:
        """Keep the unfinished line soon, so that it survives a crash."""
        message.stop()
        rests, self._draft = self._draft is None, message.text
        if rests:
            self.set_timer(DRAFT_RESTS, self._keep_draft)

    async def _keep_draft(self) -> None:
        draft, self._draft = self._draft, None
        # What puts a contribution right is no draft of a new one.
        if draft is not None and not self.correcting:
            await self.remember(Journal.keep_line_draft, draft)


def _record_all(journal: Journal, uid: str, lines: tuple[str, ...]) -> int:
    """Record lines one by one, and give how many contributions they made."""
    return sum(recording.record(journal, uid, line).contribution is not None for line in lines)

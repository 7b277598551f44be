"""A session screen on which prose is drafted, statements are put into it, or it is handed to an editor."""

import asyncio

from textual.app import SuspendNotSupported

from roundtable.domain.contributions import Contribution, Kind
from roundtable.domain.references import Shown
from roundtable.errors import RoundtableError
from roundtable.i18n import _, told
from roundtable.report.referring import paraphrase_of, quote_of
from roundtable.services import prose
from roundtable.services.disclosing import disclosure_of
from roundtable.services.publishing import draft_part
from roundtable.ui.dialogs.confirm import Confirm
from roundtable.ui.editor import Edited, edited
from roundtable.ui.screens.prose_screen import ProseScreen
from roundtable.ui.suspended import elsewhere

LONG = 1.0  # seconds after which it is said that something is under way


class DraftingScreen(ProseScreen):
    """Fills the pane of a part: with a first draft, with statements, with what an editor made of it."""

    def action_first_draft(self) -> None:
        """Draft the part from what was said."""
        self.work(self._first_draft())

    async def _first_draft(self) -> None:
        pane = self.pane_of_prose
        if pane.text.strip() and not await self.ask(
            Confirm(
                _("Put a first draft in the place of what stands there?"),
                _("replaces it"),
                _("Ctrl+Z in the text brings it back."),
            )
        ):
            return
        saying = asyncio.get_running_loop().call_later(LONG, self.tell, _("The draft is being written …"))
        drafted = await asyncio.to_thread(draft_part, self.session, self.part)
        saying.cancel()
        pane.replace_all(prose.as_shown(self.session, drafted.markdown.strip()), drafted=True)
        pane.looks = drafted.remarks
        self.tell(_("First draft. V, once you have read it."))
        if not self._ahead:  # keys that were struck meanwhile were meant for where they were struck
            await self.go_to_prose()

    async def go_to_prose(self) -> None:
        """Let keys go to the prose."""
        self.pane_of_prose.area.focus()

    def insert(self, those: tuple[Contribution, ...], *, verbatim: bool) -> bool:
        """Put statements into the prose at the cursor, each with its reference: quotes as quotes, else as sentences.

        With `verbatim` all of them are quoted. All go in or none; where one may not yet, that is told.
        """
        quoted = [verbatim or said.kind is Kind.QUOTE for said in those]
        rule = disclosure_of(self.session)
        try:
            texts = [
                (quote_of if quote else paraphrase_of)(rule, said)
                for said, quote in zip(those, quoted, strict=True)
            ]
        except RoundtableError as error:
            self.tell(told(error), warning=True)
            return False
        for text in texts:
            self.pane_of_prose.insert(prose.as_shown(self.session, text))
        if any(quote and said.kind is not Kind.QUOTE for said, quote in zip(those, quoted, strict=True)):
            told_ = _("This was not taken down word for word: ask before it is printed as a quote.")
            self.tell(told_, warning=True)
        self.show_prose_heading()
        return True

    def prose_loaded(self) -> None:
        """Tell of a draft that nobody looked at what wants a look."""
        written = self.session.prose(self.part)
        if written and written.drafted:
            self.run_worker(self._tell_what_wants_a_look(self.part), exclusive=True, group="looks")

    async def _tell_what_wants_a_look(self, part: str) -> None:
        drafted = await asyncio.to_thread(draft_part, self.session, part)
        written = self.session.prose(part)
        if part == self.part and written and written.drafted:
            self.pane_of_prose.looks = drafted.remarks

    async def _looked(self) -> None:
        after = await self.perform(prose.looked, self.part) if await self.save_prose() else None
        if after:
            self.tell(_("Looked at: “{title}”").format(title=self.title_of(self.part)))
            self.pane_of_prose.looks = ()
            self.show_prose_heading()

    def action_looked_at_draft(self) -> None:
        """Say that somebody looked at the draft of the part."""
        self.work(self._looked())

    def action_edit_elsewhere(self) -> None:
        """Write the part in the user's own editor."""
        self.work(self._edit_elsewhere())

    async def _edit_elsewhere(self) -> None:
        async with self.turn:  # nothing else is loaded while somebody writes elsewhere
            done = await self._edited(self.pane_of_prose.text)
            if done is None or not self._take_over(done):
                return
        if await self.save_prose():
            done.kept()

    async def _edited(self, text: str) -> Edited | None:
        try:
            return await elsewhere(self.app, edited, text)
        except SuspendNotSupported:
            self.tell(_("No editor can be opened here."), warning=True)
        except RoundtableError as error:
            self.tell(told(error), warning=True)
        return None

    def _take_over(self, done: Edited) -> bool:
        """Put what came from the editor in the place of what was given to it; tell whether it is something new."""
        pane, text = self.pane_of_prose, done.text.rstrip("\n")
        if text == pane.text.rstrip("\n"):
            self.tell(_("Nothing was changed in the editor."))
        elif not text.strip():
            self.tell(_("The editor gave back nothing; the text stays as it was."), warning=True)
        else:
            pane.replace_all(Shown(text))
            self.tell(_("Taken over from the editor."))
            return True
        done.kept()
        return False

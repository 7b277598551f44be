"""What becomes of the lines that are typed: they are kept, and put right."""

from roundtable.domain.contributions import Contribution
from roundtable.i18n import _
from roundtable.services import recording
from roundtable.services.recording import Recorded
from roundtable.ui import messages
from roundtable.ui.screens.pasting_screen import PastingScreen
from roundtable.ui.undone import shortened


class WritingScreen(PastingScreen):
    """A screen on which lines are kept, put right and pasted."""

    _taken_up: Contribution | None = None  # what is being put right, as it was when its line was taken up

    async def on_contribution_made(self, message: messages.ContributionMade) -> None:
        """Keep a finished line."""
        message.stop()
        self.run_worker(self._finish(message), group="recording")

    async def _finish(self, made: messages.ContributionMade) -> None:
        """Keep a line; it is cleared once it is safe, and stays where that failed. Then the keys behind it act."""
        recorded = await self._kept(made)
        if recorded is None:
            self.line.failed()
            if self.undecided:
                self.show_behind()
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
        if recorded.overtaken:
            told = _("Kept. Somebody else had changed it meanwhile: Ctrl+Z brings theirs back.")
            self.tell(told, warning=True)
        if recorded.marked and recorded.contribution is None:
            self.tell(_("Marked: “{text}”").format(text=shortened(recorded.marked.text)))

    async def _kept(self, made: messages.ContributionMade) -> Recorded | None:
        if self.correcting:
            from roundtable.services.retyping import retype

            return await self.perform(retype, self.correcting, made.line, made.answers, seen=self._taken_up)
        return await self.perform(
            recording.record,
            made.line,
            at=made.begun,
            topic=made.topic,
            answers=made.answers,
            newcomer=made.newcomer,
        )

    def on_last_wanted(self, message: messages.LastWanted) -> None:
        """Take the last line made here back into the capture line, to be put right."""
        message.stop()
        those = self.session.of(Contribution)
        last = next((those[key] for key in self.own if key in those and not those[key].withdrawn), None)
        if last is None:
            self.tell(_("Nothing was written here yet."))
        else:
            self.correcting, self._taken_up = last.id, last
            self.line.restore(last.typed, anew=True)

    def on_line_emptied(self, message: messages.LineEmptied) -> None:
        """Let what was being put right be as it was, once nothing of it stands in the line."""
        message.stop()
        self.correcting = None

    def leave_correction(self) -> bool:
        """Let go of the letters above the line, or of what is being put right; tell whether there was either."""
        if self.line.leave_letters():
            return True
        if self.correcting is None:
            return False
        self.correcting = None
        self.line.restore("", anew=True)
        return True

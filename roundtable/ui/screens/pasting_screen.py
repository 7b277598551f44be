"""What becomes of lines that are pasted: they are looked at, kept in one act, and lost in no case."""

from roundtable.i18n import _, ngettext
from roundtable.ui import messages
from roundtable.ui.screens.unsaved_screen import UnsavedScreen

MANY = 200  # lines that take a moment to be kept


class PastingScreen(UnsavedScreen):
    """A screen on which lines are pasted."""

    def on_lines_pasted(self, message: messages.LinesPasted) -> None:
        """Keep several pasted lines, after a look at them."""
        message.stop()
        # At once: what is pasted outlives the program, also while another dialog is still up.
        self.hold(message.lines)
        self.run_worker(self._paste(message.lines, left=message.left), group="pasting")

    async def _paste(self, lines: tuple[str, ...], *, left: bool) -> None:
        """Look at lines and keep them; where they cannot be kept, they are shown again, to be tried once more."""
        from roundtable.ui.dialogs.paste_look import PasteLook

        while True:
            chosen = await self.ask_in_turn(
                PasteLook(self.session, lines, self.own, self.moment(), left=left)
            )
            if chosen is None or len(chosen) == 1:
                if chosen or left:
                    before = self.line.typed.value
                    self.line.restore(" ".join([before, *lines] if before else lines))
                break
            if await self._keep(chosen):
                break
            left = True
        await self.let_go(lines)

    async def _keep(self, lines: tuple[str, ...]) -> bool:
        from roundtable.services.pasting import record_lines

        if len(lines) > MANY:
            self.tell(_("Keeping {count} lines …").format(count=len(lines)))
        kept = await self.perform(record_lines, lines)
        if kept is None:
            return False
        sentence = ngettext("{count} contribution kept.", "{count} contributions kept.", kept)
        self.tell(sentence.format(count=kept))
        return True

"""Typing what a show of hands came to."""

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from roundtable.domain.contributions import Takeaway
from roundtable.domain.hands import Hands, too_many, understand_hands
from roundtable.domain.session import Session
from roundtable.errors import RoundtableError
from roundtable.i18n import _
from roundtable.i18n import told as told_error
from roundtable.services.backing import too_many_told
from roundtable.ui.dialogs.dialog import Dialog
from roundtable.ui.undone import shortened

EXAMPLES = 3  # sectors that the example names


class HandsCount(Dialog[str]):
    """A dialog that is left with a show of hands as it was typed; what is none stays, and says why."""

    def __init__(self, session: Session, takeaway: Takeaway) -> None:
        question = _("Who stands behind it? “{text}”").format(text=shortened(takeaway.called))
        super().__init__(question, _("Enter keep   Esc leave"))
        self._session = session

    def inside(self) -> Iterable[Widget]:
        """Ask for the numbers, and show how they are understood."""
        asked = Input(compact=True)
        asked.cursor_blink = False
        yield asked
        yield Static(self._examples(), id="hands-read", markup=False)

    def _examples(self) -> Content:
        shorts = [sector.short.lower() for sector in self._session.sectors[:EXAMPLES]]
        by_sector = ", ".join(f"{short} {number}" for short, number in zip(shorts, (3, 2, 0), strict=False))
        examples = [_("8     for the whole table"), _("8-2   with two against")]
        if by_sector:
            examples.append(_("{example}   by sector").format(example=by_sector))
        return Content.assemble(("\n".join(examples), "$dim"))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show how it is understood so far."""
        event.stop()
        self.query_one("#hands-read", Static).update(self._read(event.value))

    def _read(self, typed: str) -> Content:
        try:
            hands = understand_hands(self._session, typed)
        except RoundtableError:
            return self._examples()  # half a number is no mistake yet
        lines = [Content(self._told(hands))]
        lines += [
            Content.assemble((too_many_told(one), "$warning")) for one in too_many(self._session, hands)
        ]
        return Content("\n").join(lines)

    def _told(self, hands: Hands) -> str:
        names = {sector.id: sector.name or sector.short for sector in self._session.sectors}
        parts = []
        for key, (agree, oppose, passed) in hands.counts.items():
            who = names.get(key or "", "") if key else _("the table")
            told = [_("{count} for it").format(count=agree)]
            told += [_("{count} against").format(count=oppose)] if oppose else []
            told += [_("{count} would not say").format(count=passed)] if passed else []
            parts.append(f"{who}: {', '.join(told)}")
        return "\n".join(parts)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give what was typed, where it is a show of hands."""
        event.stop()
        if not event.value.strip():
            self.dismiss(None)
            return
        try:
            understand_hands(self._session, event.value)
        except RoundtableError as error:
            warning = Content.assemble((told_error(error), "$warning"))
            self.query_one("#hands-read", Static).update(warning)
        else:
            self.dismiss(event.value)

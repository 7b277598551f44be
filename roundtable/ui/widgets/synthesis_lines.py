"""The lines around the panes of the synthesis: what it is about, what is shown, what is chosen, which keys act."""

from datetime import tzinfo

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from roundtable.domain.clock import Schedule
from roundtable.domain.contributions import Theme
from roundtable.domain.disclosure import Form, own_form
from roundtable.domain.gathering import Sieve
from roundtable.domain.session import Session
from roundtable.i18n import N_, _, ngettext
from roundtable.ui.screens.synthesis_commands import COMMANDS
from roundtable.ui.widgets.filter_told import filter_told
from roundtable.ui.widgets.footer import Saving, Told, fitting_pairs, key_pairs
from roundtable.ui.widgets.header import brief
from roundtable.ui.widgets.lines import spread
from roundtable.ui.widgets.paper import state_told

FORMS = {
    Form.TABLE: N_("of the table"),
    Form.SECTOR: N_("by sector"),
    Form.NAMED: N_("by name"),
    Form.NONE: N_("of nobody"),
}
LEAST_TITLE = 24  # columns


class SynthesisHeading(Widget):
    """The session's title, how much of what was said is used, how the paper tells it, and the clock of a live table."""

    session: reactive[Session | None] = reactive(None, always_update=True)
    times: reactive[Schedule | None] = reactive(None, repaint=False)
    used: reactive[int] = reactive(0)
    to_settle: reactive[int | None] = reactive(None)  # what makes the paper a draft; None: not looked at yet

    def __init__(self, *, zone: tzinfo) -> None:
        super().__init__()
        self.zone = zone
        self._clock = Content()

    def watch_times(self) -> None:
        """Paint anew where the clock tells something else, not with every second."""
        clock = brief(self.times, self.zone, self.size.width // 3) if self.times else Content()
        if clock != self._clock:
            self._clock = clock
            self.refresh()

    def render(self) -> Content:
        """Give the line."""
        if self.session is None:
            return Content()
        details, count = self.session.details, len(self.session.contributions)
        said = ngettext("{count} contribution", "{count} contributions", count).format(count=count)
        used = ngettext("{count} used", "{count} used", self.used).format(count=self.used)
        facts = Content.assemble((_("synthesis"), "$accent"), (f" · {said} · {used}", "$dim"))
        told = Content.assemble((_("attribution"), "$dim"), " ", _(FORMS[own_form(self.session)]))
        width = self.content_size.width
        right = Content("   ").join(part for part in (told, self._draft(), self._clock) if part)
        room = width - right.cell_length - facts.cell_length - 5
        if room < LEAST_TITLE:
            right = self._clock or self._draft()
            room = width - right.cell_length - facts.cell_length - 5
        title = Content.assemble((details.title, "bold")).truncate(max(8, room), ellipsis=True)
        return spread(Content.assemble(title, "  ", facts), right, width)

    def _draft(self) -> Content:
        """Say what still makes the paper a draft."""
        return Content() if self.to_settle is None else state_told(self.to_settle)


class SieveLine(Widget):
    """Which part is shown, and what of its statements."""

    session: reactive[Session | None] = reactive(None, always_update=True)
    title: reactive[str] = reactive("")
    sieve: reactive[Sieve] = reactive(Sieve())
    count: reactive[int] = reactive(0)

    def render(self) -> Content:
        """Give the line."""
        if self.session is None:
            return Content()
        width = self.content_size.width
        shown = self._shown(self.session)
        count = ngettext("{count} statement", "{count} statements", self.count).format(count=self.count)
        right = Content.assemble((f"{shown}  " if shown else "", "$star"), (count, "$dim"))
        left = Content.assemble(("‹ ", "$dim"), (self.title, "bold $accent"), (" ›", "$dim"))
        return spread(left, right, width)

    def _shown(self, session: Session) -> str:
        """Say what is asked of statements to be shown."""
        theme = session.of(Theme).get(self.sieve.filter.theme or "")
        parts = [
            filter_told(session, self.sieve.filter),
            f"={theme.name}" if theme else "",
            _("unused") if self.sieve.unused else "",
            f"“{self.sieve.query}”" if self.sieve.query else "",
        ]
        return ", ".join(part for part in parts if part)


class ChosenLine(Widget):
    """What can be done with the statements that are chosen; nothing while none is."""

    count: reactive[int] = reactive(0, layout=True)

    def render(self) -> Content:
        """Give the line."""
        if not self.count:
            return Content()
        told = ngettext("{count} chosen", "{count} chosen", self.count).format(count=self.count)
        keys = {one.name: one.shown for one in COMMANDS}
        pairs = [
            (keys["draw"], _("takeaway from these")),
            (keys["evidence"], _("add to the marked one")),
            (keys["dissent"], _("dissent")),
            (keys["same_point"], _("same point")),
            (keys["tag"], _("theme")),
            (keys["insert"], _("into the prose")),
        ]
        width = self.content_size.width - len(told) - 3
        return Content.assemble((told, "bold"), "   ", fitting_pairs(pairs, [], width))


PANES = {"statements": N_("STATEMENTS"), "takeaways": N_("TAKEAWAYS"), "prose": N_("PROSE")}
# What the bottom line tells of each pane, what is needed most often first.
_FIRST = {
    "statements": "pane suggest part_after first_draft wording tag sift preview export undo".split(),
    "takeaways": "pane reword suggest merge split_off drop preview export undo".split(),
}


class PaneLine(Widget):
    """The bottom line: where the keys go, which act there, and whether all is saved; for a while, what is told."""

    pane: reactive[str] = reactive("statements")
    saving: reactive[Saving] = reactive(Saving.SAVED)
    told: reactive[Told | None] = reactive(None)
    unsaved: reactive[bool] = reactive(
        False
    )  # whether something stands in the prose that is not in the session yet

    def render(self) -> Content:
        """Give the line."""
        states = {
            Saving.SAVED: (_("saved"), "$accent"),
            Saving.UNDER_WAY: (_("saving …"), "$dim"),
            Saving.FAILED: (_("NOT SAVED"), "bold $error"),
        }
        mode = Content.assemble((_(PANES[self.pane]), "bold $accent"))
        saved = Content.assemble(states[self.saving])
        if self.unsaved and self.saving is Saving.SAVED:
            saved = Content.assemble((_("not saved yet"), "$warning"))
        width = self.content_size.width
        if self.told:
            colour = "$warning" if self.told.warning else "$text"
            return spread(Content.assemble(mode, "  ", (self.told.sentence, colour)), saved, width)
        room = width - mode.cell_length - saved.cell_length - 4
        return spread(Content.assemble(mode, "  ", self._keys(room)), saved, width)

    def _keys(self, room: int) -> Content:
        if self.pane == "prose":
            return key_pairs([("Esc", _("save, back to the statements")), ("Ctrl+P", _("commands"))])
        known = {one.name: one for one in COMMANDS}
        choose = [(_("Space"), _("choose"))] if self.pane == "statements" else []
        pairs = [(known[name].shown, _(known[name].label or known[name].title)) for name in _FIRST[self.pane]]
        return fitting_pairs([*choose, *pairs], [("?", _("help")), ("q", _("leave"))], room)

"""What the preparation screen shows: the evening and its people, the agenda beside them, the line for people below."""

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.command import Provider
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from roundtable.domain.people import Participant
from roundtable.i18n import N_, _
from roundtable.ui.commands import Command
from roundtable.ui.desk import Desk, Held
from roundtable.ui.palette import ViewCommands
from roundtable.ui.pending_desk import PendingDesk
from roundtable.ui.screens.preparation_keys import PreparationKeys
from roundtable.ui.screens.table_view import keys_of
from roundtable.ui.widgets import preparation
from roundtable.ui.widgets.footer import key_pairs
from roundtable.ui.widgets.lines import spread
from roundtable.ui.widgets.person_line import PersonLine
from roundtable.ui.widgets.person_read import person_read, person_told
from roundtable.ui.widgets.preparation import Source
from roundtable.ui.widgets.prepared_list import PreparedList
from roundtable.ui.widgets.too_small import LEAST_HEIGHT, LEAST_WIDTH, TooSmall

ACTS = (
    Command("prepare_begin", "b", N_("begin"), N_("Begin the evening: open the live table"), action="begin"),
    Command("prepare_edit", "e", N_("edit"), N_("Edit what is marked; elsewhere, the agenda"), action="edit"),
    Command("prepare_add", "a", N_("add"), N_("Add people one by one"), action="add"),
    Command(
        "prepare_file", "f", N_("file"), N_("Add the people of a file (XLSX or CSV)"), action="people_file"
    ),
    Command("prepare_remove", "x", N_("remove"), N_("Take somebody off the list"), action="remove"),
    Command(
        "prepare_nickname",
        "n",
        "",
        N_("Take the nickname that is proposed for who is marked"),
        action="nickname",
    ),
    Command(
        "prepare_nicknames",
        "N",
        N_("nicknames"),
        N_("Take all nicknames that are proposed"),
        action="nicknames",
    ),
    Command("prepare_undo", "u,ctrl+z", N_("undo"), N_("Take back the last thing done here"), action="undo"),
    Command("prepare_agenda", "E", N_("agenda"), N_("Open the agenda in your editor"), action="edit_agenda"),
    Command(
        "prepare_rehearse",
        "R",
        N_("rehearse"),
        N_("Rehearse: open a copy with nothing said yet, that does not count"),
        action="rehearse",
    ),
    Command("prepare_keep", "s", N_("keep"), N_("Keep it as prepared, and go back"), action="keep"),
)


class PreparationPage(PreparationKeys):
    """A page on a session that has not begun, and the moves on it; letters act at once."""

    commands: ClassVar[tuple[Command, ...]] = ACTS
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {ViewCommands}
    HORIZONTAL_BREAKPOINTS = [(0, "-too-narrow"), (LEAST_WIDTH, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-too-low"), (LEAST_HEIGHT, "-short"), (30, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys_of(ACTS),
    ]

    def __init__(self, desk: Desk, held: Held, moment: Callable[[], datetime], source: Source) -> None:
        super().__init__(desk, held, moment)
        self.source = source

    def compose(self) -> ComposeResult:
        """Put the list beside the agenda, and the line for people below both."""
        yield Static(id="heading", markup=False)
        with Horizontal(id="preparation"):
            yield PreparedList(id="prepared")
            with VerticalScroll(id="plan", can_focus=False):
                yield Static(id="plan-text", markup=False)
        yield Static(id="about", markup=False)
        yield PersonLine(placeholder=_("name, sector, organisation, role"), id="adding")
        yield Static(id="view-keys", markup=False)
        yield TooSmall()

    async def on_mount(self) -> None:
        """Mark what begins the evening; what the screens of all sessions do is done as well."""
        self.set_focus(self.prepared)

    # What is shown

    @property
    def made(self) -> bool:
        """Whether the session is in the file."""
        return not isinstance(self.desk, PendingDesk) or self.desk.kept

    def watch_session(self) -> None:
        """Show the evening anew."""
        self._show()

    def on_resize(self) -> None:
        """Fill the rows anew at another width."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        if not self.is_mounted:
            return
        self.prepared.show(self.session, self.source)
        panel = self.query_one("#plan")
        plan = preparation.plan_of(self.session, self.source.problems, max(16, panel.size.width - 3))
        self.query_one("#plan-text", Static).update(plan)
        self._show_heading()
        self._show_about()

    def _show_heading(self) -> None:
        kept = _("prepared · {slug}").format(slug=self.session.details.slug)
        state = Content.assemble(
            (kept if self.made else _("nothing is kept yet"), "$accent" if self.made else "$dim")
        )
        title = Content.assemble((_("PREPARE"), "bold $accent"), "  ", (self.session.details.title, "bold"))
        self.query_one("#heading", Static).update(spread(title, state, max(10, self.size.width - 2)))

    def watch_told(self) -> None:
        """Say something in passing, or show the keys."""
        self._show_keys()

    def _show_keys(self) -> None:
        if not self.is_mounted:
            return
        line = self.query_one("#view-keys", Static)
        if self.told:
            line.update(Content.assemble((self.told.sentence, "$warning" if self.told.warning else "$text")))
        elif self.writing:
            pairs = [
                ("Enter", _("add")),
                ("Esc", _("back to the list")),
                (_("paste"), _("a table or a file")),
            ]
            line.update(key_pairs(pairs))
        else:
            labelled = [
                one
                for one in self.commands
                if one.label and (one.action != "nicknames" or self.prepared.awkward)
            ]
            pairs = [(one.shown, _(one.label)) for one in labelled]
            last = [("?", _("help")), ("q", _("back"))]
            while len(pairs) > 1 and key_pairs([*pairs, *last]).cell_length > self.size.width - 2:
                pairs.pop()
            line.update(key_pairs([*pairs, *last]))

    def _show_about(self) -> None:
        """Say how the line is understood, or more of who is marked."""
        line = self.adding.value
        person = self.session.of(Participant).get(self.prepared.marked)
        about = Content()
        if self.writing and line.strip():
            about = person_read(self.session, line)
        elif person and not self.writing:
            about = person_told(person, self.prepared.awkward.get(person.id))
        elif self.prepared.marked == preparation.AGENDA and self.source.path:
            about = Content.assemble((str(self.source.path), "$dim"))
        self.query_one("#about", Static).update(about)
        self._show_keys()

    def on_descendant_focus(self) -> None:
        """Show the keys of where one is."""
        self.call_after_refresh(self._show_about)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say more of what is marked."""
        event.stop()
        self._show_about()

    def action_help(self) -> None:
        """Show all keys."""
        from roundtable.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

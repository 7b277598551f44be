"""Searching what was said, at this table and at all others in the file."""

from collections.abc import Iterable, Sequence
from typing import ClassVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from roundtable.domain.finding import spots
from roundtable.i18n import N_, _, ngettext
from roundtable.storage.journal import Journal
from roundtable.storage.search import Hit
from roundtable.ui.at_table import AtTable
from roundtable.ui.commands import Command
from roundtable.ui.screens.settling import Settling
from roundtable.ui.screens.table_view import TableView, keys_of
from roundtable.ui.widgets.lines import hanging

MOST = 100  # hits that are shown
BESIDE = 7  # columns that the rows leave free: their margins, the cursor's, and the scroll bar
LONGEST_LINE = 110  # columns; what is wider is hard to read


class SearchView(Settling[None], TableView):
    """Finds with every key; it is left with the contribution (its id) to go to, if one was chosen: `picked`.

    Of what is typed while a search is under way only the newest is looked for.
    """

    AUTO_FOCUS = "#query"
    commands: ClassVar[tuple[Command, ...]] = (
        Command("pick", "enter", N_("go to it"), N_("Go to what is marked"), action="pick"),
        Command(
            "reach", "tab", N_("this table or all"), N_("Search this table, or all of them"), action="reach"
        ),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys_of(commands),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "move(-8)", show=False),
        Binding("pagedown", "move(8)", show=False),
    ]

    help_key = "F1"  # a question mark is looked for
    everywhere: var[bool] = var(False)

    def __init__(self, at: AtTable) -> None:
        super().__init__(at)
        self.picked: str | None = None
        self._hits: Sequence[Hit] = ()
        self._wanted: tuple[str, bool] = ("", False)
        self._shown: tuple[str, bool] = ("", False)
        self._looks = False

    async def take_key(self, event: events.Key | events.Paste) -> bool:
        """Hold what is typed before the line stands; then letters are for it."""
        return await Settling.take_key(self, event) or await TableView.take_key(self, event)

    def heading(self) -> Content:
        """Say where it is looked, and how much was found."""
        where = _("Search all tables") if self.everywhere else _("Search this table")
        count = len(self._hits)
        told = ngettext("{count} found", "{count} found", count).format(count=count)
        if count == MOST:
            told = _("the newest {count}").format(count=count)
        return Content.assemble(
            (where.upper(), "bold $accent"), (f"  {told}" if self._shown[0].strip() else "", "$dim")
        )

    def inside(self) -> Iterable[Widget]:
        """Give the line to type in, and what is found."""
        line = Input(
            id="query", compact=True, select_on_focus=False, placeholder=_("a word, or its beginning")
        )
        line.cursor_blink = False
        yield line
        yield Static(id="nothing", markup=False)
        hits = OptionList(id="hits", compact=True, markup=False)
        hits.can_focus = False
        yield hits

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look for what stands in the line now."""
        event.stop()
        self._look()

    def watch_everywhere(self) -> None:
        """Look elsewhere."""
        if self.is_mounted:
            self._look()
            self.show_heading()

    def _look(self) -> None:
        self._wanted = (self.query_one("#query", Input).value, self.everywhere)
        if not self._looks:
            self._looks = True
            self.run_worker(self._look_on(), group="looking")

    async def _look_on(self) -> None:
        """Look for the newest until it is what is shown."""
        try:
            while self._shown != self._wanted:
                wanted = self._wanted
                hits = await self.perform(_found, *wanted)
                self._hits, self._shown = hits or (), wanted
                self._show()
        finally:
            self._looks = False

    def _show(self) -> None:
        query, everywhere = self._shown
        told = ""
        if query.strip() and not self._hits:
            told = _("Nothing was said with these words.")
            told += "" if everywhere else " " + _("Tab looks at all tables.")
        self.query_one("#nothing", Static).update(told)
        hits = self.query_one("#hits", OptionList)
        hits.set_options(self._options(query, everywhere=everywhere))
        hits.highlighted = 0 if self._hits else None
        self.show_heading()

    def _options(self, query: str, *, everywhere: bool) -> Iterable[Option]:
        """Give a row a hit; where several tables are searched, each begins with a line that names it."""
        width, before = max(20, min(LONGEST_LINE, self.size.width - BESIDE)), ""
        for hit in self._hits:
            named = everywhere and hit.session != before
            sign = " · " + _("rehearsal") if hit.rehearsal else ""
            title = (
                [Content.assemble((hit.title or hit.slug, "$accent"), (sign, "$warning"))] if named else []
            )
            yield Option(Content("\n").join([*title, *_lines(hit, query, width, dated=everywhere)]))
            before = hit.session

    def on_resize(self) -> None:
        """Wrap what was found anew."""
        if self._hits:
            self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to what is marked."""
        event.stop()
        self.action_pick()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to what was clicked."""
        event.stop()
        self.query_one("#hits", OptionList).highlighted = event.option_index
        self.action_pick()

    def action_pick(self) -> None:
        """Go to what is marked, or say at which table it was said."""
        place = self.query_one("#hits", OptionList).highlighted
        if place is None or place >= len(self._hits):
            return
        hit = self._hits[place]
        if hit.session == self.session.uid:
            self.picked = hit.id
            self.dismiss()
        else:
            told = _("Said at “{title}”. To open it: roundtable run {slug}")
            self.tell(told.format(title=hit.title, slug=hit.slug))

    def action_reach(self) -> None:
        """Search all tables, or this one alone."""
        self.everywhere = not self.everywhere

    def action_move(self, by: int) -> None:
        """Mark another."""
        hits = self.query_one("#hits", OptionList)
        if self._hits:
            hits.highlighted = max(0, min(len(self._hits) - 1, (hits.highlighted or 0) + by))


def _found(journal: Journal, uid: str, query: str, everywhere: bool) -> list[Hit]:  # noqa: FBT001 — handed on by place
    return journal.find(query, None if everywhere else uid, MOST)


def _lines(hit: Hit, query: str, width: int, *, dated: bool) -> Iterable[Content]:
    """Give a hit with the words that were looked for marked in it."""
    text = Content(hit.text)
    for first, behind in spots(hit.text, query):
        text = text.stylize("bold underline $accent", first, behind)
    at = hit.at.astimezone(_zone(hit.zone)) if hit.at else None
    time = at.strftime("%d/%m %H:%M" if dated else "%H:%M") if at else ""
    who = " ".join(part for part in (hit.who, hit.short) if part)
    said = Content.assemble((who, "bold"), "  " if who else "", text)
    return hanging(said, Content.assemble((f"{time}  ", "$dim")), width)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")

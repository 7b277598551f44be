"""Who was heard on this topic, by sector, who was not yet, and whom to ask next."""

from datetime import UTC, datetime

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from roundtable.domain.balance import AskNext, SectorHeard, Tally
from roundtable.domain.session import Session
from roundtable.i18n import _
from roundtable.ui.themes import sector_colour

MINUTE = 60  # seconds
WIDEST_BAR = 12  # columns
WIDEST_NAME = 8
COUNTED_AT_ONCE = 1000  # contributions
LATER = 0.5  # seconds after which more of them are counted, so that no line waits for it


class Balance(Widget):
    """A row a sector; those not heard yet share one line where there is no room."""

    session: reactive[Session | None] = reactive(None, always_update=True, layout=True)
    now: reactive[datetime] = reactive(datetime.min.replace(tzinfo=UTC), repaint=False)
    _heard: tuple[SectorHeard, ...] = ()
    _next: AskNext | None = None
    _counted: datetime | None = None
    _waits = False

    def watch_session(self) -> None:
        """Count anew; over thousands of contributions not with each of them, but soon after."""
        if self.session is None or len(self.session.contributions) <= COUNTED_AT_ONCE:
            self._count()
        elif not self._waits:
            self._waits = True
            self.set_timer(LATER, self._count)

    def watch_now(self) -> None:
        """Count anew every minute, since silence lasts."""
        if self._counted is None or (self.now - self._counted).total_seconds() >= MINUTE:
            self._count()

    def _count(self) -> None:
        self._waits = False
        if self.session is None:
            return
        topic = self.session.current.id if self.session.current else None
        tally = Tally(self.session, self.now)
        self._heard, following = tally.sectors(topic), tally.ask_next(topic, self.now)
        self._next = None if self.session.details.closed else following
        self._counted = self.now
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 — Textual's signature
        """Take a line a sector, the heading, and whom to ask."""
        return len(self._heard) + 1 + len(self._asking(width)) + (1 if self._next else 0)

    def render(self) -> Content:
        """Give the panel."""
        size = self.content_size
        title = _("HEARD ON THIS TOPIC") if self.session and self.session.current else _("HEARD")
        asking = self._asking(size.width)
        rows = self._rows(size.width, size.height - 1 - len(asking))
        gap = [Content()] if size.height - 1 - len(asking) - len(rows) > 0 else []
        return Content("\n").join([Content.assemble((title, "bold $dim")), *rows, *gap, *asking])

    def _rows(self, width: int, room: int) -> list[Content]:
        shorts = min(WIDEST_NAME, max((cell_len(one.sector.short) for one in self._heard), default=0))
        most = max((one.contributions for one in self._heard), default=0)
        bar = min(WIDEST_BAR, max(3, width - shorts - 6))
        rows: list[Content] = []
        silent: list[Content] = []
        for place, one in enumerate(self._heard):
            short = Content.assemble((one.sector.short, f"bold {sector_colour(place)}"))
            padded = short.truncate(shorts, ellipsis=True, pad=True)
            if one.contributions:
                full = max(1, round(bar * one.contributions / most))
                rows.append(
                    Content.assemble(
                        padded,
                        " ",
                        ("━" * full, sector_colour(place)),
                        ("─" * (bar - full), "$dim"),
                        f" {one.contributions}",
                    )
                )
            else:
                silent.append(short)
                rows.append(Content.assemble(padded, " ", (_("not heard yet"), "$warning")))
        if len(rows) <= room or not silent:
            return rows[:room]
        loud = [row for row, one in zip(rows, self._heard, strict=True) if one.contributions]
        told = Content.assemble((_("not heard yet"), "$warning"), " ", Content(" ").join(silent))
        together = told.wrap(width)
        return [*loud[: max(1, room - len(together))], *together][:room]

    def _asking(self, width: int) -> list[Content]:
        """Give whom to ask next, and how long they have been silent."""
        if self._next is None or self.session is None or not width:
            return []
        one, sector = self._next.participant, self._next.sector
        places = {known.id: place for place, known in enumerate(self.session.sectors)}
        who = Content.assemble(
            (_("ask next"), "$dim"), "  ", (self.session.shown.get(one.id, one.name), "bold")
        )
        if sector:
            who = Content.assemble(who, " ", (sector.short, sector_colour(places[sector.id])))
        silence = self._next.silence_seconds
        told = (
            _("not heard yet tonight")
            if silence is None
            else _("{minutes} min").format(minutes=silence // MINUTE)
        )
        line = Content.assemble(who, (" · ", "$dim"), (told, "$dim"))
        return [line] if line.cell_length <= width else [who, Content.assemble((f"  {told}", "$dim"))]

"""The top line: which session, how late it is, when it will end, the time of day."""

from datetime import UTC, datetime, tzinfo

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from roundtable.domain.clock import Schedule, State
from roundtable.domain.session import Session
from roundtable.i18n import _
from roundtable.ui.widgets.lines import clock_of, spread
from roundtable.ui.widgets.topic_clock import urgency

MINUTE = 60  # seconds
LEAST_TITLE = 20  # columns that the title keeps while there is something else to leave out


class Header(Widget):
    """One line; where it is narrow, the plan gives way first, then the end."""

    session: reactive[Session | None] = reactive(None, always_update=True)
    times: reactive[Schedule | None] = reactive(None, repaint=False)
    now: reactive[datetime] = reactive(datetime.min.replace(tzinfo=UTC), repaint=False)

    def __init__(self, *, zone: tzinfo) -> None:
        super().__init__()
        self.zone = zone

    def watch_times(self, before: Schedule | None, after: Schedule | None) -> None:
        """Paint anew where something else is told, not with every second."""
        if before is None or after is None or self._told(before) != self._told(after):
            self.refresh()

    def _told(self, times: Schedule) -> tuple[object, ...]:
        ends = (clock_of(one, self.zone) for one in (times.ends_at, times.planned_end))
        return (_state(times), *ends)

    def watch_now(self, before: datetime, after: datetime) -> None:
        """Paint anew with every minute."""
        if (before.hour, before.minute) != (after.hour, after.minute):
            self.refresh()

    def render(self) -> Content:
        """Give the line."""
        if self.session is None or self.times is None:
            return Content()
        details = self.session.details
        width = self.content_size.width
        left = Content.assemble((details.title, "bold"))
        if details.rehearsal:  # told in front, where it is never cut off
            left = Content.assemble((_("rehearsal"), "bold $warning"), "  ", left)
        beside = _("sample, invented") if details.invented else details.place
        right = self._fitting(self.times, width - min(left.cell_length, LEAST_TITLE) - 2)
        if beside and left.cell_length + len(beside) + right.cell_length + 5 <= width:
            left = Content.assemble(left, "  ", (beside, "$dim"))
        return spread(left, right, width)

    def _fitting(self, times: Schedule, room: int) -> Content:
        """Give what stands at the right, as much of it as there is room for."""
        state = Content.assemble(_state(times))
        clock = Content.assemble((clock_of(self.now, self.zone), "bold"))
        ends = Content.assemble((_("ends"), "$dim"), " ", clock_of(times.ends_at, self.zone))
        planned = Content.assemble(
            (_("planned {time}").format(time=clock_of(times.planned_end, self.zone)), "$dim")
        )
        whole = Content.assemble(ends, " ", planned)
        if times.state is State.CLOSED:
            whole = ends = Content.assemble((_("ended"), "$dim"), " ", clock_of(times.ends_at, self.zone))
        wide = [state, whole, clock]
        for parts in (wide, [state, ends, clock], [state, clock]):
            line = Content("   ").join(part for part in parts if part)
            if line.cell_length <= room:
                return line
        return clock


def _state(times: Schedule) -> tuple[str, str]:
    match times.state:
        case State.PREPARED:
            return _("not begun"), "$dim"
        case State.CLOSED:
            return _("closed"), "bold $warning"
    late = round(times.late_seconds / MINUTE)
    told, style = _("on time"), "$dim"
    if late > 0:
        told, style = _("{minutes} min late").format(minutes=late), "$warning"
    elif late < 0:
        told = _("{minutes} min early").format(minutes=-late)
    if times.state is State.PAUSED:
        return _("paused") + f" · {told}", "bold $warning"
    return told, style


def brief(times: Schedule, zone: tzinfo, room: int) -> Content:
    """Give for a page over the table what is left of the topic, how late the table is, when it ends: what fits."""
    if times.state not in {State.RUNNING, State.PAUSED}:
        return Content()
    parts = [Content.assemble(_state(times))]
    if times.current:
        on = next(one for one in times.topics if one.topic.id == times.current.id)
        colour, sign = urgency(on.left_seconds, on.planned_seconds)
        pattern = _("{minutes} min over") if on.left_seconds < 0 else _("{minutes} min left")
        left = sign + pattern.format(minutes=round(abs(on.left_seconds) / MINUTE))
        parts.insert(0, Content.assemble((left, f"bold {colour}")))
    ends = Content.assemble((_("ends"), "$dim"), " ", clock_of(times.ends_at, zone))
    for those in ([*parts, ends], parts, parts[:1]):
        line = Content("   ").join(those)
        if line.cell_length <= room:
            return line
    return Content()

"""The agenda: each topic with the minutes it took or may take, what was parked and what is unclear.

Where the table is late enough for a new split, it shows quietly what each topic would get, and the key that takes it.
"""

from collections.abc import Mapping
from datetime import UTC, datetime

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive

from roundtable.domain.clock import Schedule, TopicState, TopicTime
from roundtable.domain.session import Session
from roundtable.domain.splitting import proposal
from roundtable.i18n import _
from roundtable.ui.commands import key_of
from roundtable.ui.widgets.counting import COUNTED_AT_ONCE, LATER
from roundtable.ui.widgets.lines import Grown, spread

MINUTE = 60  # seconds
MARKS = {
    TopicState.DONE: "✓",
    TopicState.CURRENT: "▌",
    TopicState.WAITING: " ",
    TopicState.SKIPPED: "–",
}
HELD = "="  # before the minutes of a topic that no new split touches
LEAST_ROWS = 5
BALANCE_SHARE = 0.55  # of the height that the sectors below may take; their style sheet says the same


class AgendaPanel(Grown):
    """The topics in order; where there is no room for all, those around the current one."""

    session: reactive[Session | None] = reactive(None, always_update=True, repaint=False)
    times: reactive[Schedule | None] = reactive(None, repaint=False)
    now: reactive[datetime] = reactive(datetime.min.replace(tzinfo=UTC), repaint=False)
    proposed: reactive[Mapping[str, int]] = reactive[Mapping[str, int]](dict)
    _parked = _unclear = 0
    _agenda: object = None
    _counts = False  # soon

    def watch_session(self) -> None:
        """Show an agenda that changed; count what was parked, and what is unclear; see whether to propose a split."""
        agenda = (self.session.topics, self.session.sectors) if self.session else None
        if agenda != self._agenda:
            self._agenda = agenda
            self.show_anew()
        if self.session is None or len(self.session.contributions) <= COUNTED_AT_ONCE:
            self._count()
        elif not self._counts:
            self._counts = True
            self.set_timer(LATER, self._count)
        self._propose()

    def _count(self) -> None:
        self._counts = False
        those = self.session.contributions if self.session else ()
        counted = sum(said.parked for said in those), sum(not said.placed for said in those)
        if counted != (self._parked, self._unclear):
            self._parked, self._unclear = counted
            self.refresh()

    def watch_times(self, before: Schedule | None, after: Schedule | None) -> None:
        """Paint anew with a minute or a topic, not with every second."""
        if _shown(before) != _shown(after):
            self.refresh()
        self._propose()

    def _propose(self) -> None:
        # Not from `times`, which may be those of another state of the session: they come one after the other.
        self.proposed = proposal(self.session, self.now) if self.session else {}

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 — Textual's signature
        """Take what the topics need, and leave the sectors below their rows."""
        if self.session is None:
            return 0
        below = min(len(self.session.sectors) + 4, round(BALANCE_SHARE * container.height))
        return max(LEAST_ROWS, min(len(self.session.topics) + 3, container.height - below))

    def render(self) -> Content:
        """Give the panel."""
        if self.session is None or self.times is None:
            return Content()
        size = self.content_size
        counts = _counts(self._parked, self._unclear)
        overs = [self._over(one) for one in self.times.topics]
        over_columns = max((len(over) + 1 for over, _style in overs if over), default=0)
        rows = [
            self._row(one, size.width, over_columns) for one in _around(self.times.topics, size.height - 3)
        ]
        spare = size.height - 2 - len(rows)
        between = [Content()] if spare > 0 else []
        return Content("\n").join([self._heading(size.width), *rows, *between, counts])

    def _heading(self, width: int) -> Content:
        heading = Content.assemble((_("AGENDA"), "bold $dim"))
        if not self.proposed:
            return heading
        key = key_of("split")
        return spread(
            heading, Content.assemble((key, "bold $accent"), (" " + _("new split"), "$accent")), width
        )

    def _over(self, one: TopicTime) -> tuple[str, str]:
        """Give what stands behind the minutes, and how: those over, or those that a new split would give."""
        over = _minutes(one)[1]
        proposed = self.proposed.get(one.topic.id)
        if over or proposed in {None, round(one.planned_seconds / MINUTE)}:
            return over, "bold $warning"
        return f"→{proposed}", "$accent"

    def _row(self, one: TopicTime, width: int, over_columns: int) -> Content:
        taken, _plus = _minutes(one)
        over, colour = self._over(one)
        numbers = max((len(topic.number) for topic in self.session.topics), default=0) if self.session else 0
        style = {
            TopicState.CURRENT: "bold $accent on $raised",
            TopicState.DONE: "$dim",
            TopicState.SKIPPED: "$dim strike",
        }.get(one.state, "" if one.topic.chapter else "$dim")
        left = f"{MARKS[one.state]} {one.topic.number.rjust(numbers)} {one.topic.title}"
        columns = max(3, len(taken))
        title = Content(left).truncate(width - columns - over_columns - 1, ellipsis=True, pad=True)
        told = Content.assemble(title, " ", taken.rjust(columns)).stylize(style)
        behind = " on $raised" if one.state is TopicState.CURRENT else ""
        return Content.assemble(told, (over.rjust(over_columns), colour + behind))


def _shown(times: Schedule | None) -> list[object]:
    return [(one.topic, one.state, _minutes(one)) for one in times.topics] if times else []


def _minutes(one: TopicTime) -> tuple[str, str]:
    """Give the minutes taken or allotted, and how many over."""
    planned = round(one.planned_seconds / MINUTE)
    taken = round(one.elapsed_seconds / MINUTE)
    allotted = f"{HELD if one.topic.fixed else ''}{planned}"
    match one.state:
        case TopicState.WAITING | TopicState.SKIPPED:
            return allotted, ""
        case TopicState.CURRENT:
            taken = one.elapsed_seconds // MINUTE
            return f"{taken}/{allotted}", f"+{taken - planned}" if taken > planned else ""
        case TopicState.DONE:
            return str(taken), f"+{taken - planned}" if taken > planned else ""


def _around(topics: tuple[TopicTime, ...], room: int) -> tuple[TopicTime, ...]:
    """Give as many topics as there is room for, the current one with one before it among them."""
    if len(topics) <= room:
        return topics
    current = next((place for place, one in enumerate(topics) if one.state is TopicState.CURRENT), 0)
    first = max(0, min(current - 1, len(topics) - room))
    return topics[first : first + room]


def _counts(parked: int, unclear: int) -> Content:
    told = [
        Content.assemble((_("parked"), "$dim"), f" {parked}") if parked else Content(),
        Content.assemble((_("who?"), "bold $error"), f" {unclear}") if unclear else Content(),
    ]
    return Content.assemble("  ", Content("   ").join(one for one in told if one))

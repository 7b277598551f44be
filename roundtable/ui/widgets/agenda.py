"""The agenda: each topic with the minutes it took or may take, what was parked and what is unclear."""

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from roundtable.domain.clock import Schedule, TopicState, TopicTime
from roundtable.domain.session import Session
from roundtable.i18n import _

MINUTE = 60  # seconds
MARKS = {
    TopicState.DONE: "✓",
    TopicState.CURRENT: "▌",
    TopicState.WAITING: " ",
    TopicState.SKIPPED: "–",
}
LEAST_ROWS = 5
BALANCE_SHARE = 0.55  # of the height that the sectors below may take; their style sheet says the same


class AgendaPanel(Widget):
    """The topics in order; where there is no room for all, those around the current one."""

    session: reactive[Session | None] = reactive(None, always_update=True, layout=True)
    times: reactive[Schedule | None] = reactive(None, repaint=False)
    _parked = _unclear = 0

    def watch_session(self) -> None:
        """Count what was parked, and what is unclear."""
        those = self.session.contributions if self.session else ()
        self._parked = sum(said.parked for said in those)
        self._unclear = sum(not said.placed for said in those)

    def watch_times(self, before: Schedule | None, after: Schedule | None) -> None:
        """Paint anew with a minute or a topic, not with every second."""
        if _shown(before) != _shown(after):
            self.refresh()

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
        overs = max(len(_minutes(one)[1]) for one in self.times.topics) if self.times.topics else 0
        over_columns = overs + 2 if overs else 0
        rows = [
            self._row(one, size.width, over_columns) for one in _around(self.times.topics, size.height - 3)
        ]
        spare = size.height - 2 - len(rows)
        between = [Content()] if spare > 0 else []
        return Content("\n").join([Content.assemble((_("AGENDA"), "bold $dim")), *rows, *between, counts])

    def _row(self, one: TopicTime, width: int, over_columns: int) -> Content:
        taken, over = _minutes(one)
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
        return Content.assemble(
            told,
            (
                over.rjust(over_columns),
                "bold $warning" if one.state is not TopicState.CURRENT else "bold $warning on $raised",
            ),
        )


def _shown(times: Schedule | None) -> list[object]:
    return [(one.topic, one.state, _minutes(one)) for one in times.topics] if times else []


def _minutes(one: TopicTime) -> tuple[str, str]:
    """Give the minutes taken or allotted, and how many over."""
    planned = round(one.planned_seconds / MINUTE)
    taken = round(one.elapsed_seconds / MINUTE)
    match one.state:
        case TopicState.WAITING | TopicState.SKIPPED:
            return str(planned), ""
        case TopicState.CURRENT:
            taken = one.elapsed_seconds // MINUTE
            return f"{taken}/{planned}", f"+{taken - planned}" if taken > planned else ""
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

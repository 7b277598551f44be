"""The topic that the table is at: its title, how much time is left, and a bar of what was taken."""

from dataclasses import dataclass

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from roundtable.domain.clock import Schedule, State, TopicState, TopicTime
from roundtable.domain.session import Session
from roundtable.i18n import _
from roundtable.ui.commands import key_of
from roundtable.ui.widgets.lines import minutes_and_seconds, spread

MINUTE = 60  # seconds
SOON = 0.20  # of the topic's time left
NEARLY = 0.05


class TopicClock(Widget):
    """Two lines; near the end they change colour, and a sign says the same without colour."""

    @dataclass
    class NearlyOver(Message):
        """A fifth of a topic's time is left: so many minutes; said once."""

        title: str
        minutes: int

    @dataclass
    class TimeUp(Message):
        """A topic has had its time; said once, and again where it was given more since."""

        title: str

    session: reactive[Session | None] = reactive(None, always_update=True)
    times: reactive[Schedule | None] = reactive(None)
    _warned: tuple[str, int] | None = None  # of a topic with so many seconds
    _told: tuple[str, int] | None = None

    def watch_times(self, before: Schedule | None, after: Schedule | None) -> None:
        """Say once that a topic is nearly over, and once that it is: as it happens, not when one comes to it late."""
        now, was = _current(after), _current(before)
        if now is None or was is None or was.topic.id != now.topic.id:
            return
        if not (after and after.state is State.RUNNING) or now.planned_seconds != was.planned_seconds:
            return
        this = now.topic.id, now.planned_seconds
        if was.left_seconds > 0 >= now.left_seconds and self._told != this:
            self._told = this
            self.post_message(self.TimeUp(now.topic.title))
        elif now.left_seconds > 0 and not _is_soon(was) and _is_soon(now) and self._warned != this:
            self._warned = this
            self.post_message(self.NearlyOver(now.topic.title, max(1, round(now.left_seconds / MINUTE))))

    def render(self) -> Content:
        """Give the title, what is left, and the bar."""
        if self.session is None or self.times is None:
            return Content()
        width = self.content_size.width
        on = _current(self.times)
        if on is None:
            return Content.assemble(
                spread(Content.assemble((self._idle(), "bold")), Content(), width),
                "\n",
                _bar(0, width, "$accent"),
            )
        colour, sign = urgency(on.left_seconds, on.planned_seconds)
        number = Content.assemble((on.topic.number, "bold $accent"), "  ") if on.topic.number else Content()
        title = Content.assemble(number, (on.topic.title, "bold"))
        pattern = _("{time} over") if on.left_seconds < 0 else _("{time} left")
        left = sign + pattern.format(time=minutes_and_seconds(on.left_seconds))
        if self.times.state is State.PAUSED:
            left = _("paused") + f" · {left}"
        taken = min(1.0, on.elapsed_seconds / on.planned_seconds) if on.planned_seconds else 1.0
        return Content.assemble(
            spread(title, Content.assemble((left, f"bold {colour}")), width),
            "\n",
            _bar(taken, width, colour or "$accent"),
        )

    def _idle(self) -> str:
        if self.times and self.times.state is State.CLOSED:
            return _("The evening is closed.")
        return _("Not begun. {key} in steering starts the first topic.").format(key=key_of("next"))


def _current(times: Schedule | None) -> TopicTime | None:
    topics = times.topics if times else ()
    return next((one for one in topics if one.state is TopicState.CURRENT), None)


def _is_soon(one: TopicTime) -> bool:
    return one.left_seconds <= SOON * one.planned_seconds


def urgency(left_seconds: int, planned_seconds: int) -> tuple[str, str]:
    """Give the colour (empty: none of its own) and the sign for what is left of a topic."""
    if left_seconds < 0:
        return "$error", "▲ "
    if left_seconds <= NEARLY * planned_seconds:
        return "$error", "!! "
    if left_seconds <= SOON * planned_seconds:
        return "$warning", "! "
    return "", ""


def _bar(taken: float, width: int, colour: str) -> Content:
    full = round(taken * width)
    return Content.assemble(("━" * full, colour), ("─" * (width - full), "$dim"))

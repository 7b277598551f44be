"""Choosing a topic."""

from collections.abc import Sequence

from textual.content import Content

from roundtable.domain.agenda import Topic
from roundtable.ui.dialogs.choice import Choice, Offer
from roundtable.ui.widgets.agenda import HELD


class TopicChoice(Choice[str]):
    """A dialog that is left with the id of a topic; unless another is `proposed`, the one behind the current is."""

    def __init__(
        self, topics: Sequence[Topic], current: Topic | None, question: str, *, proposed: Topic | None = None
    ) -> None:
        first = (topics.index(current) if current in topics else -1) + 1
        if proposed in topics:
            first = topics.index(proposed)
        width = max((len(topic.number) for topic in topics), default=0)
        offers = [Offer(topic.id, _shown(topic, width, current), _searched(topic)) for topic in topics]
        super().__init__(question, offers, min(first, len(topics) - 1))


def _shown(topic: Topic, width: int, current: Topic | None) -> Content:
    return Content.assemble(
        (topic.number.rjust(width), "$accent"),
        "  ",
        (topic.title, "bold" if topic == current else ""),
        (f"  {HELD}" if topic.fixed else "", "bold $accent"),
    )


def _searched(topic: Topic) -> str:
    return f"{topic.number} {topic.title}".strip()

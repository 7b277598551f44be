"""Choosing a topic."""

from collections.abc import Sequence

from textual.content import Content

from roundtable.domain.agenda import Topic
from roundtable.ui.dialogs.choice import Choice, Offer


class TopicChoice(Choice[str]):
    """A dialog that is left with the id of a topic; the one behind the current is proposed."""

    def __init__(self, topics: Sequence[Topic], current: Topic | None, question: str) -> None:
        here = topics.index(current) if current in topics else -1
        width = max((len(topic.number) for topic in topics), default=0)
        offers = [
            Offer(
                topic.id,
                Content.assemble(
                    (topic.number.rjust(width), "$accent"),
                    "  ",
                    (topic.title, "bold" if topic == current else ""),
                ),
                f"{topic.number} {topic.title}".strip(),
            )
            for topic in topics
        ]
        super().__init__(question, offers, min(here + 1, len(topics) - 1))

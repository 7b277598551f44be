"""The white paper: composed once, as a document that every format renders."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from roundtable.domain.agenda import Topic
from roundtable.domain.disclosure import Disclosure, Form, own_form
from roundtable.domain.records import write_instant
from roundtable.domain.session import Session
from roundtable.report.appendix import appendix
from roundtable.report.approving import unapproved
from roundtable.report.document import OUR_ACCENT, Block, Cover, Document, Part, PartKind
from roundtable.report.drafting import Draft, draft_chapter
from roundtable.report.edition import Edition, on_cover
from roundtable.report.making import Making
from roundtable.report.obstacles import (
    CHAPTER,
    CONTESTED,
    NAME_WRITTEN,
    NO_CHAPTER,
    REHEARSAL,
    UNASKED,
    Obstacle,
    gathered,
    obstacle,
)
from roundtable.report.parts import about, conclusion, introduction, made_introduction, written_part
from roundtable.report.remarks import remarks
from roundtable.report.takeaway_part import takeaways

Suggestions = Mapping[str, tuple[str, ...]]
Groups = Mapping[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class Choices:
    """How a paper is wanted; without an attribution, the session's own, else by sector.

    `least` is how many people of a sector are told by it at least; `final` leaves out topics where nothing was said.
    `replaces` is the edition that went out before this one, which is a revised one.
    """

    attribution: Form | None = None
    appendix: bool = False
    final: bool = False
    least: int = 2
    replaces: Edition | None = None


@dataclass(frozen=True, slots=True)
class DraftedPart:
    """What the tool would write for a part, and what is to be said beside it."""

    blocks: tuple[Block, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Composition:
    """A paper, and what there is to say about it.

    `draft_reasons` is empty for a final paper; `replaced` are names inside statements that were told neutrally;
    `drafts` the drafted chapters by topic id; `empty` the chapters where nothing was said; `disclosure` what decided
    of whom it tells. `mark` is that of what it says but for the edition that it `replaces` (the id of an export), where
    somebody looked.
    """

    document: Document
    disclosure: Disclosure
    draft_reasons: tuple[Obstacle, ...] = ()
    replaced: tuple[str, ...] = ()
    drafts: Mapping[str, Draft] = field(default_factory=dict)
    empty: tuple[Topic, ...] = ()
    parts: Mapping[str, DraftedPart] = field(default_factory=dict)
    mark: str = ""
    replaces: str | None = None

    def part(self, key: str) -> DraftedPart:
        """Give what the tool wrote for `introduction`, a topic's id or `conclusion`; nothing where a person wrote."""
        return self.parts.get(key, DraftedPart())


def compose(
    session: Session,
    choices: Choices,
    suggestions: Suggestions,
    groups: Groups | None = None,
    *,
    contested: Collection[str] = (),
    telling: Suggestions | None = None,
) -> Composition:
    """Compose the paper of a session; `suggestions`, `groups` and `telling` are ids of contributions by topic.

    `contested` are the parts (ids) of whose prose several versions wait for a choice.
    """
    disclosure = Disclosure.of(session, choices.attribution or own_form(session), choices.least)
    making = Making(disclosure, suggestions, groups or {}, telling or {})
    opening = introduction(making)
    chapters = _Chapters(making)
    closing, endings = conclusion(making, chapters.count + 1)
    rest = [part for part in (closing, takeaways(making), about(making, choices.replaces)) if part]
    rest += appendix(making) if choices.appendix else []
    if len(chapters.empty) == chapters.count:
        making.obstacles.append(obstacle(NO_CHAPTER))
    making.obstacles += _contested(making, contested)
    making.obstacles += [obstacle(REHEARSAL)] if making.session.details.rehearsal else []
    making.obstacles += [obstacle(UNASKED, name=one.name) for one in disclosure.unasked]
    making.obstacles += unapproved(disclosure, (opening, *chapters.parts(final=False), *rest))
    parts = (opening, *chapters.parts(final=choices.final or not making.obstacles), *rest)
    return Composition(
        _document(making, parts, on_cover(making, choices.replaces)),
        disclosure,
        gathered(making.obstacles),
        tuple(dict.fromkeys(making.replaced)),
        chapters.drafts,
        chapters.empty,
        _drafted_parts(making, chapters.drafts, endings),
    )


def _contested(making: Making, parts: Collection[str]) -> list[Obstacle]:
    """Tell the parts that several people wrote at once, in the order of the paper."""
    titles = {
        "introduction": ("introduction", making.book.pgettext("report", "Introduction")),
        **{one.id: (making.session.topic_name(one), one.title) for one in making.session.topics},
        "conclusion": ("conclusion", making.book.pgettext("report", "Conclusion")),
    }
    return [
        obstacle(CONTESTED, part=name, title=title) for key, (name, title) in titles.items() if key in parts
    ]


class _Chapters:
    """A chapter a topic: what was written for it, else a draft."""

    def __init__(self, making: Making) -> None:
        self.drafts: dict[str, Draft] = {}
        self._making = making
        self._topics = [one for one in making.session.topics if one.chapter and not one.conclusion]
        self._parts = [self._chapter(topic, place) for place, topic in enumerate(self._topics, 1)]

    @property
    def count(self) -> int:
        """How many topics count as a chapter."""
        return len(self._topics)

    @property
    def empty(self) -> tuple[Topic, ...]:
        """The topics where nothing was said and nothing was written."""
        session = self._making.session
        return tuple(one for one in self._topics if one.id in self.drafts and not session.on_topic(one.id))

    def parts(self, *, final: bool) -> list[Part]:
        """Give the chapters; a final paper leaves out the empty ones, and counts those that are left."""
        left_out = {one.id for one in self.empty} if final else set()
        pairs = zip(self._topics, self._parts, strict=True)
        kept = [part for topic, part in pairs if topic.id not in left_out]
        if not left_out and any(part.number for part in kept):
            return kept
        return [replace(part, number=str(place)) for place, part in enumerate(kept, 1)]

    def _chapter(self, topic: Topic, place: int) -> Part:
        making = self._making
        making.report_written(topic.title, topic.id, NAME_WRITTEN, title=topic.title)
        if making.session.prose(topic.id):
            return written_part(making, PartKind.CHAPTER, topic.id, topic.title, topic.number)
        groups = making.groups.get(topic.id, ())
        telling = making.telling.get(topic.id, ())
        draft = draft_chapter(making.session, topic, making.disclosure, place, groups, telling=telling)
        self.drafts[topic.id] = draft
        making.report(draft.replaced, draft.undecided)
        if making.session.on_topic(topic.id):
            making.obstacles.append(
                obstacle(CHAPTER, title=topic.title, part=making.session.topic_name(topic))
            )
        return Part(
            PartKind.CHAPTER, making.title(topic), draft.blocks, topic.number, drafted=True, key=topic.id
        )


def _document(making: Making, parts: tuple[Part, ...], edition: str = "") -> Document:
    book, details = making.book, making.session.details
    when_and_where = ", ".join(filter(None, (details.place, making.long_date(details.date))))
    invented = book.pgettext("report", "An invented evening") if details.invented else ""
    cover = Cover(
        details.title,
        details.subtitle,
        book.pgettext("report", "White paper · roundtable"),
        book.pgettext("report", "Draft") if making.obstacles else "",
        tuple(filter(None, (when_and_where, details.organiser, edition, invented))),
        details.logo,
    )
    return Document(
        details.language,
        cover,
        parts,
        author=details.organiser,
        created=write_instant(details.closed or details.start) or details.date,
        contents_title=book.pgettext("report", "Contents"),
        page_label=book.pgettext("report", "{page} of {pages}"),
        accent=details.accent or OUR_ACCENT,
    )


def _drafted_parts(
    making: Making, drafts: Mapping[str, Draft], endings: tuple[Draft, ...]
) -> dict[str, DraftedPart]:
    """Give what the tool wrote, part by part, with what is to be said beside it."""
    session = making.session
    made = {key: DraftedPart(draft.blocks, remarks(session, draft)) for key, draft in drafts.items()}
    if not session.prose("introduction"):
        title = making.book.pgettext("report", "Introduction")
        made["introduction"] = DraftedPart(made_introduction(making, title, to_keep=True))
    if endings:
        blocks = tuple(block for draft in endings for block in draft.blocks)
        made["conclusion"] = DraftedPart(
            blocks, tuple(one for each in endings for one in remarks(session, each))
        )
    return made

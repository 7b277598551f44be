"""The paper comes back from Word: what is different in it, shown a paragraph at a time, and taken as is wanted."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from roundtable.agendas.decoding import read_bytes
from roundtable.domain.changes import Edit
from roundtable.domain.contributions import Prose, Takeaway
from roundtable.domain.records import changed
from roundtable.domain.session import Session
from roundtable.domain.text import shortened
from roundtable.errors import ChangedMeanwhile, OtherPaper
from roundtable.i18n import _
from roundtable.report.comparing import Comparison, Difference, Own, compare
from roundtable.report.document import Part, PartKind
from roundtable.report.docx.reading import ReadPart, read_docx
from roundtable.report.markdown import write_prose
from roundtable.report.referring import Referring
from roundtable.report.rewriting import owned, rewritten
from roundtable.services import takeaways_back
from roundtable.services.as_exported import AsExported, as_exported
from roundtable.services.bases import base_of
from roundtable.services.matching import match, told
from roundtable.services.prose import edits_of, part_id
from roundtable.services.takeaways_back import SHOWN
from roundtable.storage.journal import Journal

MEGABYTES = 50  # the most that a file may hold
TAKEAWAYS = "takeaways"


@dataclass(frozen=True, slots=True)
class PartDifference:
    """What came back otherwise in a part, or in a takeaway: its key or id, its title, and its paragraphs that differ.

    `drafted` says that the tool wrote the part, and taking a paragraph makes it prose; `text` is what it is here now,
    `kept` what of that somebody kept (None: nothing), `base` the stamp of that.
    """

    key: str
    title: str
    comparison: Comparison
    text: str
    kept: str | None = None
    base: str | None = None
    drafted: bool = False
    takeaway: bool = False

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The paragraphs that differ, in their order."""
        return self.comparison.differences


@dataclass(frozen=True, slots=True)
class ComingBack:
    """What a Word file brings: the parts that differ, and sentences on what is not taken."""

    parts: tuple[PartDifference, ...]
    told: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many paragraphs differ."""
        return sum(len(part.differences) for part in self.parts)


Chosen = Mapping[str, Collection[int]]
"""The differences that are wanted, by their places, for each part or takeaway (its key)."""


def differences(journal: Journal, uid: str, path: Path) -> ComingBack:
    """Compare a Word file with the paper that it was made from. Raises OtherPaper, and what reading a file raises."""
    came = read_docx(read_bytes(path, MEGABYTES), path)
    session = journal.session(uid)
    exported = as_exported(journal, uid, came)
    found = match(exported.paper.parts, came.parts)
    if found.unknown:  # the appendix, it may be
        exported = exported.with_appendix()
        found = match(exported.paper.parts, came.parts)
    parts = exported.composition.document.parts
    if not any(parts[place].key or parts[place].kind is PartKind.TAKEAWAYS for place in found.pairs):
        raise OtherPaper(file=path, title=session.details.title)
    comparing = _Comparing(journal, uid, exported)
    made: list[PartDifference] = []
    for place, other in sorted(found.pairs.items()):
        ours, theirs = exported.paper.parts[place], came.parts[other]
        if parts[place].kind is PartKind.TAKEAWAYS and session.takeaways:
            made += comparing.takeaways(ours, theirs)
        elif parts[place].key:
            made.append(comparing.part(parts[place], ours, theirs))
        elif [one.words for one in ours.pieces] != [one.words for one in theirs.pieces]:
            comparing.told.append(
                _("“{title}” is made anew at every export: what differs in it was not taken over.").format(
                    title=parts[place].title
                )
            )
    sentences = told(parts, exported.paper.parts, came, found)
    return ComingBack(tuple(one for one in made if one.differences), (*sentences, *comparing.told))


class _Comparing:
    """A paper that came back while its parts are compared; `told` are sentences on what is not taken."""

    def __init__(self, journal: Journal, uid: str, exported: AsExported) -> None:
        self.told: list[str] = []
        self._journal, self._uid = journal, uid
        self._then = exported
        self._now = exported.in_session(journal.session(uid))

    def part(self, part: Part, exported: ReadPart, came: ReadPart) -> PartDifference:
        """Compare a part that has prose, or might."""
        then = _owned(self._then, part)
        now = then if self._now is self._then else _owned(self._now, part)
        comparison = compare(exported.pieces, then[1], now[1], came.pieces)
        for words in comparison.made_anew:
            sentence = _(
                "“{words}” (in “{title}”) is added anew at every export: what became of it was not taken over."
            )
            self.told.append(sentence.format(words=shortened(words, SHOWN), title=part.title))
        written = self._now.session.prose(part.key)
        kept = written.text if written else None
        return PartDifference(
            part.key,
            part.title,
            comparison,
            now[0],
            kept,
            base_of(self._journal, self._uid, Prose.KIND, part.key, seen=kept),
            drafted=written is None or written.drafted,
        )

    def takeaways(self, exported: ReadPart, came: ReadPart) -> Iterator[PartDifference]:
        """Compare the takeaways one by one."""
        then, now = self._then.session.of(Takeaway), self._now.session.of(Takeaway)
        points = takeaways_back.Points.of(exported, came)
        self.told += points.told()
        for key, (before, after) in points.pairs.items():
            one = now.get(key)
            if one is not None and not one.withdrawn:
                comparison = compare(
                    before,
                    takeaways_back.owned(then[key], before),
                    takeaways_back.owned(one, before),
                    after,
                )
                base = base_of(self._journal, self._uid, Takeaway.KIND, key, seen=one.text)
                text = takeaways_back.text_of(one)
                yield PartDifference(key, one.called, comparison, text, text, base, takeaway=True)


def _owned(exported: AsExported, part: Part) -> tuple[str, tuple[Own, ...]]:
    """Give the text of a part, the draft where nobody wrote any, and its paragraphs."""
    written = exported.session.prose(part.key)
    draft = exported.composition.part(part.key).blocks
    text = written.text if written else write_prose(draft).strip() if draft else ""
    return text, owned(text, Referring(exported.disclosure, part.key, part.title))


def only(session: Session, back: ComingBack, parts: Collection[str]) -> ComingBack:
    """Give what came back of some parts only, `takeaways` for these; of all where none is named. Raises NoSuchPart."""
    if not parts:
        return back
    keys = {part_id(session, name) for name in parts if name != TAKEAWAYS}
    kept = [one for one in back.parts if (TAKEAWAYS in parts if one.takeaway else one.key in keys)]
    return replace(back, parts=tuple(kept))


def everything(back: ComingBack) -> dict[str, frozenset[int]]:
    """Give all differences."""
    return {part.key: frozenset(range(len(part.differences))) for part in back.parts}


def uncontested(back: ComingBack) -> dict[str, frozenset[int]]:
    """Give all differences but those in paragraphs that were changed here as well."""
    return {
        part.key: frozenset(place for place, one in enumerate(part.differences) if not one.contested)
        for part in back.parts
    }


def take(journal: Journal, uid: str, back: ComingBack, chosen: Chosen) -> Session:
    """Take the chosen differences into prose and takeaways, all in one act. Raises ChangedMeanwhile."""

    def decide(session: Session) -> list[Edit]:
        wanted = [(part, chosen.get(part.key, ())) for part in back.parts]
        return [
            edit
            for part, places in wanted
            if places
            for edit in (_takeaway_edits if part.takeaway else _prose_edits)(session, part, places)
        ]

    return journal.append(uid, decide).session


def _prose_edits(session: Session, part: PartDifference, places: Collection[int]) -> list[Edit]:
    written = session.prose(part.key)
    if (written.text if written else None) != part.kept:
        raise ChangedMeanwhile(title=part.title)
    text = rewritten(part.text, part.comparison.now, part.comparison.taken(places))
    return edits_of(session, part.key, text, part.base)


def _takeaway_edits(session: Session, part: PartDifference, places: Collection[int]) -> list[Edit]:
    old = session.of(Takeaway)[part.key]
    if old.withdrawn or takeaways_back.text_of(old) != part.kept:
        raise ChangedMeanwhile(title=part.title)
    new = takeaways_back.with_words(old, part.comparison.taken(places))
    edit = changed(old, new, part.base if new.text != old.text else None)
    return [edit] if edit.fields else []

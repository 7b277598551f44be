"""The paper as it was when a Word file was made of it: found among the exports by what still stands in the file."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from roundtable.domain.changes import Change, fold
from roundtable.domain.contributions import Export
from roundtable.domain.disclosure import Disclosure, Form, own_form
from roundtable.domain.records import read_record
from roundtable.domain.session import RECORDS, Session
from roundtable.report.docx.reading import ReadPaper, read_docx
from roundtable.report.formats import Format
from roundtable.report.white_paper import Composition
from roundtable.services.publishing import Wanted, composed
from roundtable.storage.journal import Journal

_MOST_LOOKED_AT = 5  # exports, the newest first


@dataclass(frozen=True, slots=True)
class AsExported:
    """A session as it was, its paper by a form of attribution, and how that reads in Word."""

    session: Session
    form: Form
    composition: Composition
    paper: ReadPaper

    @classmethod
    def of(cls, session: Session, form: Form, *, appendix: bool = False) -> "AsExported":
        """Compose the paper of a session as it would be exported to Word, and read it back."""
        composition = composed(session, Wanted(attribution=form, appendix=appendix))
        content = Format.DOCX.render(composition.document)
        return cls(session, form, composition, read_docx(content, Path()))

    @property
    def disclosure(self) -> Disclosure:
        """Who may be told how."""
        return self.composition.disclosure

    @property
    def size(self) -> int:
        """How many paragraphs it has."""
        return sum(len(part.pieces) for part in self.paper.parts)

    def in_session(self, session: Session) -> "AsExported":
        """Give the paper as it would be composed of another state of the session; how it went out stays."""
        if session is self.session:
            return self
        return replace(self, session=session, composition=composed(session, Wanted(attribution=self.form)))

    def with_appendix(self) -> "AsExported":
        """Give the same paper with its appendix."""
        return AsExported.of(self.session, self.form, appendix=True)

    def standing(self, came: ReadPaper) -> int:
        """Count the paragraphs that stand unchanged in a file that came back."""
        return sum((_keys(self.paper) & _keys(came)).values())


def _keys(paper: ReadPaper) -> Counter[object]:
    return Counter(piece.key for part in paper.parts for piece in part.pieces)


def as_exported(journal: Journal, uid: str, came: ReadPaper) -> AsExported:
    """Give the paper from which a file was most likely made; of equally likely ones, the latest."""
    found: list[tuple[int, AsExported]] = []
    for one in _candidates(journal, uid):
        found.append((one.standing(came), one))
        if found[-1][0] == one.size:
            break  # nothing of it was touched
    return max(found, key=lambda known: known[0])[1]


def _candidates(journal: Journal, uid: str) -> Iterator[AsExported]:
    """Give the papers that went out last, as they were then; the paper of now where none did."""
    session = journal.session(uid)
    changes = [one for one in journal.history(uid) if one.kind != Export.KIND]
    papers = [one for one in session.of(Export).values() if one.format != Format.MARKDOWN and _form(one)]
    papers.sort(key=lambda one: one.stamp, reverse=True)
    newest = max((one.stamp for one in changes), default="")
    states = [
        (max((one.stamp for one in changes if one.stamp <= paper.stamp), default=""), _form(paper))
        for paper in papers
    ]
    for before, form in list(dict.fromkeys(states))[:_MOST_LOOKED_AT] or [(newest, None)]:
        then = session if before == newest else session_at(uid, changes, before)
        yield AsExported.of(then, form or own_form(session))


def _form(one: Export) -> Form | None:
    return Form(one.attribution) if one.attribution in set(Form) else None


def session_at(uid: str, changes: Iterable[Change], stamp: str) -> Session:
    """Give a session as it was once the change with this stamp had been made."""
    folded = fold(one for one in changes if one.stamp <= stamp)
    known = [
        read_record(RECORDS[kind], record, one.first, one.fields)
        for (kind, record), one in folded.items()
        if kind in RECORDS
    ]
    return Session(uid).having(known)

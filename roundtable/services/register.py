"""The register of papers: which were written, to whom they went, and which later one is a revised edition."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from roundtable.domain.changes import Edit
from roundtable.domain.contributions import Export
from roundtable.domain.disclosure import BySector
from roundtable.domain.records import changed
from roundtable.domain.session import Session
from roundtable.domain.stamps import new_id
from roundtable.domain.text import clean
from roundtable.errors import NoSuchPaper, RecipientMissing
from roundtable.report.edition import Edition, figures_of
from roundtable.report.white_paper import Composition
from roundtable.services.sessions import zone_of
from roundtable.storage.journal import Journal

_LEAST_HASH = 6  # hex digits by which a paper is known


@dataclass(frozen=True, slots=True)
class Listed:
    """A paper of the register with its number, 1 for the first; `paths` are where it still lies on this machine."""

    number: int
    export: Export
    paths: tuple[Path, ...] = ()


def papers_of(session: Session) -> tuple[Export, ...]:
    """Give the papers that were written, the first first."""
    there = [one for one in session.of(Export).values() if not one.withdrawn]
    return tuple(sorted(there, key=lambda one: (one.at.timestamp() if one.at else 0.0, one.stamp, one.id)))


def register_of(journal: Journal, uid: str) -> tuple[Listed, ...]:
    """Give the register of a session, with where its papers lie as far as we wrote them here and left them so."""
    lying: dict[str, list[Path]] = {}
    for one in journal.papers(uid):
        if _hash(one.path) == one.sha256:
            lying.setdefault(one.sha256, []).append(one.path)
    papers = enumerate(papers_of(journal.session(uid)), 1)
    return tuple(Listed(number, one, tuple(lying.get(one.sha256, ()))) for number, one in papers)


def paper_named(journal: Journal, session: Session, name: str) -> Export:
    """Find a paper by its number in the register, by a file as we wrote it, or by its hash. Raises NoSuchPaper.

    A file that was edited since is known by where it lies.
    """
    papers, wanted = papers_of(session), name.strip()
    if wanted.isdecimal() and 1 <= int(wanted) <= len(papers):
        return papers[int(wanted) - 1]
    path = Path(wanted)
    lies_here = journal.paper(path)
    digests = {_hash(path), lies_here.sha256 if lies_here else ""} - {""}
    known = [one for one in papers if one.sha256 in digests]
    if not known and len(wanted) >= _LEAST_HASH:
        known = [one for one in papers if one.sha256.startswith(wanted.lower())]
    if not known or len({one.sha256 for one in known}) > 1:
        raise NoSuchPaper(name=name)
    return known[-1]


def _hash(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except (OSError, ValueError):
        return ""


def sent(journal: Journal, uid: str, name: str, to: str, day: str) -> Session:
    """Keep to whom a paper went, on a day (ISO 8601). Raises NoSuchPaper, RecipientMissing."""
    whom = clean(to).strip()
    if not whom:
        raise RecipientMissing

    def decide(session: Session) -> list[Edit]:
        one = paper_named(journal, session, name)
        return [changed(one, replace(one, sent={**one.sent, new_id(): f"{day} {whom}"}))]

    return journal.append(uid, decide).session


# Revised editions.


def replaced_by(session: Session, paper: str) -> Export | None:
    """Give the final paper that went out, of which one that says this (a mark) is a revised edition; if it is one.

    What went out last is no revised edition of itself: written once more, it replaces what it replaced then.
    """
    papers = papers_of(session)
    out = [one for one in papers if one.sent and one.paper and not one.draft]
    if not out:
        return None
    if out[-1].paper != paper:
        return out[-1]
    return next((one for one in papers if one.id == out[-1].replaces), None)


def edition_of(session: Session, export: Export) -> Edition:
    """Give the edition that a paper was, for the one that replaces it."""
    day = export.at.astimezone(zone_of(session)).date().isoformat() if export.at else ""
    return Edition(day, export.people, export.sectors, export.statements)


def as_registered(composition: Composition) -> Export:
    """Give what the register keeps of a paper, but for its file: of how many and of whom it tells."""
    disclosure, figures = composition.disclosure, figures_of(composition.disclosure)
    told = {one.id: disclosure.who_speaks(one) for one in disclosure.present}
    return Export(
        id="",
        paper=composition.mark,
        replaces=composition.replaces,
        people=figures.people,
        sectors=figures.sectors,
        statements=figures.statements,
        named=frozenset(one.id for one in disclosure.named),
        by_sector=frozenset(key for key, who in told.items() if isinstance(who, BySector)),
    )

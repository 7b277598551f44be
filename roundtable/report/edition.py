"""A revised edition: what it says of the one that it replaces, and what changed in its figures."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from roundtable.domain.disclosure import Disclosure
from roundtable.report.document import Document
from roundtable.report.making import Making


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition that went out: its date (ISO 8601), and how many people, sectors and statements it told of."""

    date: str
    people: int = 0
    sectors: int = 0
    statements: int = 0


def mark_of(document: Document) -> str:
    """Give a mark (SHA-256) of all that a paper says, the same in whatever format it is written."""
    return hashlib.sha256(repr(document).encode("utf-8", "surrogatepass")).hexdigest()


def figures_of(disclosure: Disclosure) -> Edition:
    """Give the figures of the edition that is made now, which has no date yet."""
    said = disclosure.session.contributions
    return Edition("", len(disclosure.present), len(disclosure.listed_sectors), len(said))


def on_cover(making: Making, replaced: Edition | None) -> str:
    """Give the words on the cover of a revised edition; nothing where it replaces none."""
    return making.book.pgettext("report", "Revised edition") if replaced else ""


def edition_told(making: Making, replaced: Edition) -> str:
    """Say which edition this one replaces, and which figures changed."""
    sentence = making.book.pgettext("report", "This edition replaces that of {date}.")
    changed = "; ".join(_changed(making, replaced))
    if not changed:
        return sentence.format(date=making.long_date(replaced.date))
    since = making.book.pgettext("report", "What changed in its figures: {changes}.")
    return f"{sentence.format(date=making.long_date(replaced.date))} {since.format(changes=changed)}"


def _changed(making: Making, replaced: Edition) -> Iterator[str]:
    book, now = making.book, figures_of(making.disclosure)
    figures = (
        (book.pgettext("report", "people {before} → {after}"), replaced.people, now.people),
        (book.pgettext("report", "sectors {before} → {after}"), replaced.sectors, now.sectors),
        (book.pgettext("report", "statements {before} → {after}"), replaced.statements, now.statements),
    )
    for words, before, after in figures:
        if before and after and before != after:
            yield words.format(before=before, after=after)

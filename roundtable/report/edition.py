"""A revised edition: what it says of the one that it replaces, and what changed in its figures."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from roundtable.domain.disclosure import Disclosure
from roundtable.report.document import Document
from roundtable.report.making import Making
from roundtable.report.telling import in_digits, joined


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
    return Edition("", disclosure.sat, len(disclosure.listed_sectors), len(said))


def on_cover(making: Making, replaced: Edition | None) -> str:
    """Give the words on the cover of a revised edition; nothing where it replaces none."""
    return making.book.pgettext("report", "Revised edition") if replaced else ""


def edition_told(making: Making, replaced: Edition) -> str:
    """Say which edition this one replaces, and which figures changed."""
    sentence = making.book.pgettext("report", "This edition replaces that of {date}.")
    changed = joined(tuple(_changed(making, replaced)), making.language)
    if not changed:
        return sentence.format(date=making.long_date(replaced.date))
    since = making.book.pgettext("report", "Its figures have changed: {changes}.")
    return f"{sentence.format(date=making.long_date(replaced.date))} {since.format(changes=changed)}"


def _changed(making: Making, replaced: Edition) -> Iterator[str]:
    book, now = making.book, figures_of(making.disclosure)
    people = book.npgettext(
        "report", "{after} person instead of {before}", "{after} people instead of {before}", now.people
    )
    sectors = book.npgettext(
        "report", "{after} sector instead of {before}", "{after} sectors instead of {before}", now.sectors
    )
    statements = book.npgettext(
        "report",
        "{after} statement instead of {before}",
        "{after} statements instead of {before}",
        now.statements,
    )
    figures = (
        (people, replaced.people, now.people),
        (sectors, replaced.sectors, now.sectors),
        (statements, replaced.statements, now.statements),
    )
    for words, before, after in figures:
        if before and after and before != after:
            told = {"before": in_digits(before, making.language), "after": in_digits(after, making.language)}
            yield words.format(**told)

"""How speakers, sectors and small numbers are told in running text, in the language of the session."""

import re
from collections.abc import Sequence
from functools import cache

from roundtable.domain.disclosure import ByName, BySector, OfNobody, OfTable, Told
from roundtable.domain.mentions import NeutralWords
from roundtable.domain.people import Sector
from roundtable.i18n import catalogue

_SOMEBODY = re.compile(r"^(iemand|quelqu['’]une?|somebody|someone)\s+", re.IGNORECASE)


def speaker(told: Told, language: str) -> str:
    """Give the words for a speaker, as in the middle of a sentence."""
    book = catalogue(language)
    match told:
        case ByName(participant):
            return participant.name
        case BySector(sector):
            general = book.pgettext("report", "somebody from the {sector} sector")
            return sector.told.strip() or general.format(sector=in_a_sentence(sector_name(sector)))
        case OfTable():
            return book.pgettext("report", "the table")
        case OfNobody():
            return book.pgettext("report", "somebody at the table")


def origin(sector: Sector, language: str) -> str:
    """Give where somebody from a sector comes from: *from logistics*."""
    told = _SOMEBODY.sub("", sector.told.strip())
    if told and told != sector.told.strip():
        return told
    general = catalogue(language).pgettext("report", "somebody from the {sector} sector")
    return _SOMEBODY.sub("", general).format(sector=in_a_sentence(sector_name(sector)))


def origins(sectors: Sequence[Sector], language: str) -> str:
    """Give where people from several sectors come from, joined."""
    return joined([origin(sector, language) for sector in sectors], language)


def sector_name(sector: Sector) -> str:
    """Give what a sector is called."""
    return sector.name or sector.short


def in_a_sentence(name: str) -> str:
    """Give a name without its capital where that is only the one of a label: not HR, e-Health, Lib., Group A.

    A capital further on, or a full stop, makes it a name of its own.
    """
    first, _, others = name.partition(" ")
    plain = first[1:].replace("-", "").islower() and others == others.lower() and "." not in name
    return name[:1].lower() + name[1:] if plain else name


def joined(parts: Sequence[str], language: str) -> str:
    """Join parts as in a sentence: a, b and c."""
    if len(parts) < len("ab"):
        return "".join(parts)
    template = catalogue(language).pgettext("report", "{first} and {last}")
    return template.format(first=", ".join(parts[:-1]), last=parts[-1])


def number(count: int, language: str) -> str:
    """Give a number in words up to twelve, then in digits as the language groups them."""
    words = catalogue(language).pgettext(
        "report", "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\neleven\ntwelve"
    )
    named = words.split("\n")
    if 0 < count <= len(named):
        return named[count - 1]
    return in_digits(count, language)


def in_digits(count: int, language: str) -> str:
    """Give a number in digits, as the language groups them."""
    from babel.core import UnknownLocaleError
    from babel.numbers import format_decimal

    try:
        return format_decimal(count, locale=language)
    except (UnknownLocaleError, ValueError):
        return str(count)


@cache
def neutral_words(language: str) -> NeutralWords:
    """Give what stands in the place of a name inside a statement."""
    book = catalogue(language)
    return NeutralWords(
        person=book.pgettext("report", "somebody at the table"),
        of_person=book.pgettext("report", "somebody’s"),
        organisation=book.pgettext("report", "an organisation at the table"),
        of_organisation=book.pgettext("report", "an organisation’s"),
        address=book.pgettext("report", "an address"),
        two_people=book.pgettext("report", "two people at the table"),
    )

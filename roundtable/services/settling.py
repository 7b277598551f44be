"""What stands between a draft and a final paper, as a screen settles it: by kind, each with what it is about."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from roundtable.domain.disclosure import Form
from roundtable.domain.session import Session
from roundtable.i18n import N_, _, catalogue
from roundtable.report import obstacles as known
from roundtable.report.obstacles import Obstacle
from roundtable.services.disclosing import disclosure_of

INTRODUCTION, CONCLUSION = "introduction", "conclusion"


class Kind(StrEnum):
    """What kind of thing is to be settled, in the order in which it is shown; its value is its heading."""

    NAMES = N_("Names inside what was said and written")
    UNASKED = N_("Not asked how they may be told")
    QUOTES = N_("Quotes that wait for approval")
    CHAPTERS = N_("Drafted by the tool, and not looked at")
    TAKEAWAYS = N_("Takeaways to word")
    CONTESTED = N_("Written by several people at once")
    PROSE = N_("References and quotes in the prose")
    PAPER = N_("The paper as a whole")


@dataclass(frozen=True, slots=True)
class ToSettle:
    """One thing to settle, in a sentence; `about` is the id of the part, statement, takeaway or person it is about.

    `name` is a name that is to be decided on, `obstacle` what it comes from, where that is known.
    """

    kind: Kind
    told: str
    about: str = ""
    name: str = ""
    obstacle: Obstacle | None = None


# What a screen says of it: no command to type, and nothing that the heading says.
_SHORT = {
    known.NAME: (Kind.NAMES, N_("“{name}” in {numbers}")),
    known.NAME_WRITTEN: (Kind.NAMES, N_("“{name}” in what was written for “{title}”")),
    known.NAME_IN_TAKEAWAY: (Kind.NAMES, N_("“{name}” in takeaway {position}")),
    known.QUOTE_UNASKED: (Kind.QUOTES, N_("Nobody has been asked yet about {numbers}.")),
    known.QUOTE_ASKED: (Kind.QUOTES, N_("No answer yet about {numbers}.")),
    known.QUOTE_LAPSED: (
        Kind.QUOTES,
        N_("Changed since somebody was asked, in words or in how it is told: {numbers}."),
    ),
    known.QUOTE_OF_NOBODY: (
        Kind.QUOTES,
        N_("Of no single person: record who approved {numbers} for the others."),
    ),
    known.QUOTE_REFUSED: (
        Kind.PROSE,
        N_("“{title}” prints what somebody does not want printed, in {numbers}."),
    ),
    known.QUOTE_CHANGED: (Kind.PROSE, known.QUOTE_CHANGED),
    known.CHAPTER: (Kind.CHAPTERS, "{title}"),
    known.CONTESTED: (Kind.CONTESTED, "{title}"),
    known.SUGGESTED: (Kind.TAKEAWAYS, known.SUGGESTED),
    known.UNWORDED: (Kind.TAKEAWAYS, N_("Takeaway {position} is still worded as it was said.")),
    known.UNTITLED: (Kind.TAKEAWAYS, N_("Takeaway {position} has no title yet.")),
    known.GONE: (
        Kind.PROSE,
        N_("“{title}” refers to statement {number}, which was withdrawn: “{words}”."),
    ),
    known.LOST: (Kind.PROSE, N_("“{title}” refers to a statement that is gone: “{words}”.")),
    known.UNPLACED: (
        Kind.PROSE,
        N_("“{title}” refers to statement {number}, and it is not clear yet who said it."),
    ),
    known.TO_CHECK: (Kind.PROSE, N_("“{title}” refers to statement {number}, which is still to be checked.")),
    known.MISQUOTED: (Kind.PROSE, known.MISQUOTED),
    known.STRAY: (Kind.PROSE, N_("“{title}” has a mark that leads to no statement: {mark}.")),
    known.UNSUPPORTED: (
        Kind.PROSE,
        N_("“{title}” says that others agreed with statement {number}, and that is not recorded any more."),
    ),
}


def to_settle(session: Session, form: Form, obstacles: Iterable[Obstacle]) -> tuple[ToSettle, ...]:
    """Give what is to be settled, kind by kind; people who were not asked one by one."""
    found = [one for each in obstacles for one in _of(session, form, each)]
    order = list(Kind)
    return tuple(sorted(found, key=lambda one: order.index(one.kind)))


def _of(session: Session, form: Form, one: Obstacle) -> Iterator[ToSettle]:
    if one.template == known.UNASKED:
        for person in disclosure_of(session, form).unasked:
            yield ToSettle(Kind.UNASKED, person.name, person.id)
        return
    kind, sentence = _SHORT.get(one.template, (Kind.PAPER, one.template))
    name = str(one.places.get("name", "")) if kind is Kind.NAMES else ""
    yield ToSettle(kind, _(sentence).format(**one.places), _about(session, one), name, one)


def _about(session: Session, one: Obstacle) -> str:
    """Give the id of the statement, takeaway or part that an obstacle is about; empty where it is the whole paper."""
    places = one.places
    if one.template == known.NO_INTRODUCTION:
        return INTRODUCTION
    if "title" in places:
        return _part(session, str(places["title"]))
    if numbers := re.findall(r"\d+", str(places.get("numbers", ""))):
        said = {number: key for key, number in session.numbers.items()}
        return said.get(int(numbers[0]), "")
    if "position" in places:
        place = int(str(places["position"])) - 1
        return session.takeaways[place].id if place < len(session.takeaways) else ""
    return ""


def _part(session: Session, title: str) -> str:
    topic = next((one for one in session.topics if one.title == title), None)
    if topic:
        return CONCLUSION if topic.conclusion else topic.id
    book = catalogue(session.details.language)
    ends = {
        book.pgettext("report", "Introduction"): INTRODUCTION,
        book.pgettext("report", "Conclusion"): CONCLUSION,
    }
    return ends.get(title, "")

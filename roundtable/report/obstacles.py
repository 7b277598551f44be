"""What makes a paper a draft: told in the language of the interface, not in the paper's."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from roundtable.i18n import N_, _, ngettext

CHAPTER = N_(
    "“{title}” was drafted by the tool, and nobody has looked at it yet. "
    "Read it: roundtable prose draft {part} --keep; then say so: roundtable prose looked {part}"
)
SHOWN = 12  # names or numbers that one sentence lists
NO_INTRODUCTION = N_("There is no introduction: neither prose nor an opening in the agenda.")
NO_CHAPTER = N_("No chapter has anything in it: nothing was recorded on any topic, and nothing was written.")
SUGGESTED = N_("No takeaway was drawn yet: the paper shows suggestions.")
UNWORDED = N_("Takeaway {position} is still worded as a statement.")
UNTITLED = N_(
    "Takeaway {position} has no title yet. Give it one: roundtable takeaway edit {position} --title TEXT"
)
NAME = N_(
    "The name “{name}” in {numbers} is told neutrally as long as nobody decides. "
    "Decide: roundtable names neutral NAME, or names keep NAME; "
    "or word it without: roundtable contributions edit NUMBER --wording TEXT"
)
NAME_WRITTEN = N_(
    "The name “{name}” stands in what was written for “{title}”, and it is not decided what happens to it. "
    "Decide: roundtable names neutral NAME, or names keep NAME"
)
NAME_IN_TAKEAWAY = N_(
    "The name “{name}” stands in takeaway {position}, and it is not decided what happens to it. "
    "Decide: roundtable names neutral NAME, or names keep NAME"
)
GONE = N_(
    "“{title}” refers to statement {number}, which was withdrawn: “{words}”. "
    "Take the reference out, or bring the statement back: roundtable contributions restore {number}"
)
LOST = N_("“{title}” refers to a statement that is gone: “{words}”. Take the reference out.")
UNPLACED = N_(
    "“{title}” refers to statement {number}, and it is not clear yet who said it. "
    "Put that right: roundtable contributions edit {number} --participant NAME"
)
TO_CHECK = N_(
    "“{title}” refers to statement {number}, which is still to be checked. "
    "Type its line anew without ??, or take the reference out."
)
MISQUOTED = N_("“{title}” quotes statement {number}, where these words do not stand: “{words}”.")
STRAY = N_(
    "“{title}” has a mark that leads to no statement: {mark}. Take it out, or insert the statement anew."
)
UNSUPPORTED = N_(
    "“{title}” says that others agreed with statement {number}, and that is not recorded any more. "
    "Take the sentence out, or record who agreed."
)
CONTESTED = N_(
    "“{title}” was written by several people at once. Choose a version: roundtable prose versions {part}"
)
REHEARSAL = N_("It was a rehearsal, which does not count.")
QUOTE_UNASKED = N_(
    "Nobody has been asked yet whether these quotes may be printed: {numbers}. "
    "Write the sheets for those who said them: roundtable approvals sheet --all"
)
QUOTE_ASKED = N_(
    "These quotes wait for an answer: {numbers}. Record it: roundtable approvals record NUMBER approved"
)
QUOTE_LAPSED = N_(
    "These quotes have changed since somebody was asked, in their words or in how they are told: {numbers}. "
    "Ask again: roundtable approvals sheet --all"
)
QUOTE_OF_NOBODY = N_(
    "These quotes are of no single person who could be asked: {numbers}. "
    "Record who approved them for the others: roundtable approvals record NUMBER approved --by WHO"
)
QUOTE_REFUSED = N_(
    "“{title}” prints what somebody does not want printed, in {numbers}. "
    "Take it out there; only if they have changed their mind, record that: roundtable approvals record NUMBER approved"
)
QUOTE_CHANGED = N_(
    "“{title}” quotes statement {number}, which was approved in other words. Put these there: “{words}”."
)
UNASKED = N_("Not asked how they may be told: {name}. Record it: roundtable people consent NAME FORM")


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Something that stands between a draft and a final paper: a template and what fills its places."""

    template: str
    places: Mapping[str, object] = field(default_factory=dict)

    def told(self) -> str:
        """Give its sentence in the language of the interface."""
        return _(self.template).format(**self.places)


def told_briefly(obstacles: Iterable[Obstacle]) -> tuple[str, ...]:
    """Give the sentences of obstacles; of names that are not decided on the first ones, and how many more there are."""
    told, names = [], 0
    for one in obstacles:
        names += one.template in _OF_NAMES
        if one.template not in _OF_NAMES or names <= SHOWN:
            told.append(one.told())
    if (more := names - SHOWN) > 0:
        sentence = ngettext(
            "… and {count} more name: roundtable names list",
            "… and {count} more names: roundtable names list",
            more,
        )
        told.append(sentence.format(count=more))
    return tuple(told)


def gathered(obstacles: Iterable[Obstacle]) -> tuple[Obstacle, ...]:
    """Give obstacles with those of a kind made one: people who were not asked, statements with one name."""
    found: dict[tuple[str, object], list[Obstacle]] = {}
    for one in obstacles:
        what: object = {UNASKED: "", NAME: one.places.get("name")}.get(one.template, len(found))
        what = one.places.get("title", "") if one.template in _BY_NUMBERS else what
        found.setdefault((one.template, what), []).append(one)
    return tuple(_together(those) for those in found.values())


_OF_NAMES = {NAME, NAME_WRITTEN, NAME_IN_TAKEAWAY}
_BY_NUMBERS = {QUOTE_UNASKED, QUOTE_ASKED, QUOTE_LAPSED, QUOTE_OF_NOBODY, QUOTE_REFUSED}


def _together(those: list[Obstacle]) -> Obstacle:
    first = those[0]
    if first.template in _BY_NUMBERS:
        return obstacle(
            first.template, **{**first.places, "numbers": listed(one.places["numbers"] for one in those)}
        )
    if first.template == UNASKED:
        return obstacle(UNASKED, name=listed(one.places["name"] for one in those))
    if first.template == NAME:
        return obstacle(
            NAME, name=first.places["name"], numbers=listed(one.places["numbers"] for one in those)
        )
    return first


def listed(those: Iterable[object]) -> str:
    """Give names or numbers in a list, of very many the first and how many more there are."""
    told = [str(one) for one in dict.fromkeys(those)]
    return ", ".join(told[:SHOWN]) + (f" … (+{len(told) - SHOWN})" if len(told) > SHOWN else "")


def obstacle(template: str, **places: object) -> Obstacle:
    """Make an obstacle."""
    return Obstacle(template, places)

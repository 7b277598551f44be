"""The fixed phrases of a drafted chapter, in the language of the session, and which variant comes when.

The letters are those of the functions: C opens a chapter, B one that comes from a single sector; H opens a paragraph
with a theme, A adds one more thing; D disagrees, T tells who speaks, T1 that the same person goes on, S says who
agreed (D0, T0, Q0, S0 where nobody may be told); Q tells who asks in the middle of the talk; E goes before fragments;
Y and Ys before proposals, U, U1 (with nothing before it) and Us before questions; Z stands where nothing was said, Z1
where nothing of it is ready. Variants stand one a line; "-" is no phrase at all.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache

from roundtable.i18n import catalogue

SILENT = "-"
# How far neighbouring chapters start from each other.
_STEP = 5


@cache
def phrases(language: str) -> Mapping[str, tuple[str, ...]]:
    """Give the variants of every function in a language; English where there are none."""
    book = catalogue(language)
    found = {
        "C": book.pgettext("drafting C", "-\nOn the agenda: {question}\nHere is what the table said."),
        "B": book.pgettext("drafting B", "What follows comes {sectors}."),
        "H": book.pgettext(
            "drafting H",
            "Another theme: {theme}.\nThe talk also turned to {theme}.\nThere was also talk of {theme}.",
        ),
        "A": book.pgettext(
            "drafting A",
            "There was more to say.\nAlso heard:\nThat was not all.\nThis was said, too:\nOne more point:\n"
            "This came up as well:\nA further thought:\nIt did not stop there.",
        ),
        "D": book.pgettext(
            "drafting D",
            "{speaker} saw it differently:\n{speaker} did not agree:\n{speaker} took another view:\n"
            "{speaker} disputed that:",
        ),
        "D0": book.pgettext(
            "drafting D0",
            "Not everybody saw it that way:\nThat was disputed:\nThere was another view, too:",
        ),
        "S": book.pgettext(
            "drafting S", "Support came {sectors}.\nAgreement came {sectors}.\nOthers, {sectors}, agreed."
        ),
        "S0": book.pgettext(
            "drafting S0",
            "That found support on more than one side.\nMore than one side of the table agreed.",
        ),
        "T": book.pgettext(
            "drafting T",
            "{speaker} said:\n{speaker} put it this way:\nAs {speaker} put it:\n{speaker} observed:\n"
            "{speaker} explained:\n{speaker} remarked:\n{speaker} noted:\n{speaker} had this to say:",
        ),
        "T1": book.pgettext(
            "drafting T1", "The same speaker added:\nThe same voice went on:\nAlso from that speaker:"
        ),
        "T0": book.pgettext(
            "drafting T0",
            "One voice at the table:\nHeard at the table:\nSomebody at the table put it this way:\n"
            "This, too, was heard at the table:\nOne contribution put it like this:\n"
            "Somebody at the table said:",
        ),
        "Q": book.pgettext("drafting Q", "{speaker} asked:"),
        "Q0": book.pgettext("drafting Q0", "A question at the table:"),
        "E": book.pgettext("drafting E", "In a few words:\nBriefly put:"),
        "Y": book.pgettext(
            "drafting Y", "One proposal was made:\nOne proposal reached the table:\nThere was one proposal:"
        ),
        "Ys": book.pgettext("drafting Ys", "The proposals:"),
        "U": book.pgettext(
            "drafting U", "One question was asked:\nA question came up as well:\nThere was also a question:"
        ),
        "U1": book.pgettext("drafting U1", "One question was asked:"),
        "Us": book.pgettext("drafting Us", "The questions:"),
        "Z": book.pgettext("drafting Z", "Nothing was recorded on this point."),
        "Z1": book.pgettext(
            "drafting Z1", "Nothing that was recorded on this point is ready for this text yet."
        ),
    }
    return {function: tuple(variants.split("\n")) for function, variants in found.items()}


class Variety:
    """The variants of one chapter: each comes before one returns, neighbouring chapters start elsewhere."""

    def __init__(self, uid: str, chapter: int, language: str) -> None:
        self._uid = uid
        self._chapter = chapter
        self._phrases = phrases(language)
        self._used: defaultdict[str, int] = defaultdict(int)
        self._round: defaultdict[str, set[int]] = defaultdict(set)

    def take(self, function: str, fits: Callable[[str], bool] = lambda _: True) -> str:
        """Give the next variant of a function among those that fit; where none does, the next of all.

        Without a condition it is number `(h + 5·chapter + used) mod n`, `h` the first byte of SHA-256 of the session's
        uid and the function's letter.
        """
        variants = self._phrases[function]
        count = len(variants)
        start = first_byte(self._uid + function) + _STEP * self._chapter + self._used[function]
        turns = [(start + step) % count for step in range(count)]
        eligible = [turn for turn in turns if fits(variants[turn])] or turns
        done = self._round[function]
        if not set(eligible) - done:
            done -= set(eligible)
        turn = next(turn for turn in eligible if turn not in done)
        done.add(turn)
        self._used[function] += 1
        return variants[turn]


def first_byte(text: str) -> int:
    """Give the first byte of the SHA-256 of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[0]


def ends_open(phrase: str) -> bool:
    """Say whether a phrase ends in a colon, so that anything may follow it."""
    return phrase.endswith(":")

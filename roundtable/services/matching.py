"""Which part of a file that came back is which of ours: by its bookmark, else its heading, else its text."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from roundtable.domain.text import folded
from roundtable.i18n import _, ngettext
from roundtable.report.document import Part, PartKind
from roundtable.report.docx.reading import ReadPaper, ReadPart

_NUMBER = re.compile(r"[0-9]+[.)]? +")


@dataclass(frozen=True, slots=True)
class Matched:
    """The parts of a file (their places) by ours; `unknown` are those that are none, `moved` ours that moved."""

    pairs: dict[int, int]
    unknown: tuple[int, ...]
    moved: frozenset[int]


def match(exported: Sequence[ReadPart], came: Sequence[ReadPart]) -> Matched:
    """Match the parts of a file with those that were exported."""
    pairs: dict[int, int] = {}
    for alike in (_by_bookmark, _by_heading):
        for place, part in enumerate(exported):
            left = [other for other in range(len(came)) if other not in pairs.values()]
            found = next((other for other in left if alike(part, came[other])), None)
            if place not in pairs and found is not None:
                pairs[place] = found
    _match_by_text(pairs, exported, came)
    unknown = tuple(other for other in range(len(came)) if other not in pairs.values())
    return Matched(pairs, unknown, frozenset(pairs) - _in_order(pairs))


def _by_bookmark(part: ReadPart, other: ReadPart) -> bool:
    return bool(part.key) and part.key == other.key


def _by_heading(part: ReadPart, other: ReadPart) -> bool:
    return called(part.title) == called(other.title)


def called(title: str) -> str:
    """Give a title for comparing, without a number before it."""
    return " ".join(folded(_NUMBER.sub("", title, count=1)).split())


def _match_by_text(pairs: dict[int, int], exported: Sequence[ReadPart], came: Sequence[ReadPart]) -> None:
    """Match what is left by the paragraphs that both have; of equally likely ones, the first."""
    for place, part in enumerate(exported):
        left = [other for other in range(len(came)) if other not in pairs.values()]
        known = {piece.key for piece in part.pieces}
        shared = {other: sum(piece.key in known for piece in came[other].pieces) for other in left}
        likeliest = max(left, key=lambda other: shared[other], default=None)
        if place not in pairs and likeliest is not None and shared[likeliest]:
            pairs[place] = likeliest


def _in_order(pairs: dict[int, int]) -> set[int]:
    """Give the most parts that stand in the order of before: the others moved."""
    ends: list[int] = []
    runs: list[tuple[int, ...]] = []
    for one, other in sorted(pairs.items()):
        at = bisect_left(ends, other)
        run = (*(runs[at - 1] if at else ()), one)
        ends[at : at + 1], runs[at : at + 1] = [other], [run]
    return set(runs[-1]) if runs else set()


def told(parts: Sequence[Part], exported: Sequence[ReadPart], came: ReadPaper, found: Matched) -> list[str]:
    """Say what is not taken over: titles, the order of chapters, chapters that are gone or new."""
    sentences = []
    for place, part in enumerate(parts):
        if place not in found.pairs:
            if part.key or part.kind is PartKind.TAKEAWAYS:
                missing = _("“{title}” is not in the file; it stays as it is here.")
                sentences.append(missing.format(title=part.title))
            continue
        title = came.parts[found.pairs[place]].title
        if called(title) != called(exported[place].title):
            renamed = _("“{title}” is called “{other}” in the file; its title here stays.")
            sentences.append(renamed.format(title=part.title, other=title))
        if place in found.moved:
            elsewhere = _("“{title}” stands elsewhere in the file; the order here, the agenda’s, stays.")
            sentences.append(elsewhere.format(title=part.title))
    for place in found.unknown:
        unknown = _(
            "“{title}” is no chapter of this paper, and was not taken over. Put its text under a chapter of the paper, "
            "or add a topic of that title and write it there."
        )
        sentences.append(unknown.format(title=came.parts[place].title))
    return [*sentences, *_counted(came)]


def _counted(came: ReadPaper) -> list[str]:
    """Say how much of what Word knows besides text was left."""
    kinds = (
        (
            came.tracked,
            ngettext(
                "{count} tracked change: read as accepted.",
                "{count} tracked changes: read as accepted.",
                came.tracked,
            ),
        ),
        (
            came.remarks,
            ngettext(
                "{count} comment was not taken over.", "{count} comments were not taken over.", came.remarks
            ),
        ),
        (
            came.footnotes,
            ngettext(
                "{count} footnote was not taken over.",
                "{count} footnotes were not taken over.",
                came.footnotes,
            ),
        ),
        (
            came.boxes,
            ngettext(
                "{count} text box was not taken over.", "{count} text boxes were not taken over.", came.boxes
            ),
        ),
        (
            came.pictures,
            ngettext(
                "{count} picture was not taken over.", "{count} pictures were not taken over.", came.pictures
            ),
        ),
    )
    return [sentence.format(count=count) for count, sentence in kinds if count]

"""What of a piece of a file gives somebody away, by the rule that its paper follows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from roundtable.domain.disclosure import Disclosure
from roundtable.domain.mentions import Kept, Mention
from roundtable.domain.ordinary_words import ordinary_words
from roundtable.domain.text import folded
from roundtable.report.scanning.allowed import Allowed
from roundtable.report.scanning.computer import known_here, paths_in
from roundtable.report.scanning.pieces import Piece, Role, one_line, seen
from roundtable.report.scanning.withdrawn import Withdrawn

_AROUND = 30  # characters that are shown on each side
_LONGEST = 100  # characters of what is told of a comment
_SHORTEST_RAW = 4  # letters of a name that is no accident among bytes
_ENCODED = re.compile("%[0-9A-Fa-f]{2}")
# The mark of a note behind a name (Els1); in names of files and bookmarks, words that grew together (ElsPeeters2).
_MARKED = re.compile(r"\d(?<=[^\W\d_]{2}\d)")
_GROWN_TOGETHER = re.compile(r"(?<=[^\W\d_]{2})(?=\d)|(?<=\d)(?=[^\W\d_]{2})|(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
_OPENS = re.compile(r"""(?:\A|[.!?…:|•–—][”»"')\]]?\s+)[\s“„«"'‘(\[#>*-]*\Z""")


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Something that gives somebody away in one place; `known_by` is the same wherever it is the same."""

    what: str
    known_by: str
    text: str
    where: str
    sure: bool


class Judge:
    """Judges pieces of a file by who may be told how."""

    def __init__(self, disclosure: Disclosure) -> None:
        self._disclosure = disclosure
        details = disclosure.session.details
        self._allowed = Allowed(disclosure)
        self._withdrawn = Withdrawn(disclosure.session)
        self._makers = {folded(one) for one in ("", details.organiser, details.publisher, details.contact)}
        self._ordinary = ordinary_words(details.language)
        self._harmless: set[str] = set()  # texts in which nothing was found: headers, values of attributes

    def judged(self, piece: Piece) -> Iterator[Suspicion]:
        """Give what a piece gives away."""
        if piece.role in {Role.REMARK, Role.CHANGE, Role.HIDDEN} and (told := one_line(piece.text)):
            yield Suspicion(piece.role, told, _cut(told), piece.where, piece.sure)
        if piece.role is Role.AUTHOR and folded(piece.text.strip()) not in self._makers:
            told = one_line(piece.text)
            yield Suspicion(Role.AUTHOR, folded(told), _cut(told), piece.where, piece.sure)
        for reading in dict.fromkeys(self._readings(piece)):
            if reading not in self._harmless:
                found = list(self._given_away(reading, piece))
                if not found:
                    self._harmless.add(reading)
                yield from found

    def _readings(self, piece: Piece) -> Iterator[str]:
        for text in (piece.text, *piece.readings):
            yield (read := seen(text))
            if _ENCODED.search(text):
                yield seen(unquote(text))
            text_alone = piece.role is Role.TEXT
            parted = _MARKED.sub(r" \g<0>", read) if text_alone else _GROWN_TOGETHER.sub(" ", read)
            if parted != read:
                yield parted

    def _given_away(self, text: str, piece: Piece) -> Iterator[Suspicion]:
        for mention in self._disclosure.names_in(text):
            if not self._may_stand(mention, text, piece.role):
                around = _around(text, mention.start, mention.end)
                sure = self._sure(mention, text, piece.role)
                yield Suspicion(mention.what, mention.key, around, piece.where, sure)
        for start, end in paths_in(text):
            # What somebody said about a path is theirs to say.
            sure = piece.role is not Role.TEXT or not self._said(text[start:end])
            yield Suspicion("path", text[start:end], _around(text, start, end), piece.where, sure)
        if piece.role is not Role.TEXT and self._here:
            for found in self._here.finditer(text):
                # A login that is a first name alone (jan) may be another Jan.
                sure = piece.role in {Role.AUTHOR, Role.RAW} or not found[0].isalpha()
                around = _around(text, *found.span())
                yield Suspicion("computer", folded(found[0]), around, piece.where, sure)
        for found_again in self._withdrawn.in_text(text):
            yield Suspicion(
                "withdrawn", found_again.known_by, _cut(found_again.text), piece.where, found_again.sure
            )

    def _may_stand(self, mention: Mention, text: str, role: Role) -> bool:
        """Say whether a name stands there by right: its bearer agreed, or somebody decided to print it so."""
        if mention.kept is Kept.AGREED:
            return True
        return self._allowed.own(mention, text) or (
            role is Role.TEXT and self._allowed.kept_here(mention, text)
        )

    def _sure(self, mention: Mention, text: str, role: Role) -> bool:
        if role is Role.RAW and len(mention.name) < _SHORTEST_RAW:
            return False
        if role is not Role.TEXT:
            return mention.sure
        if mention.key in self._allowed.kept_somewhere:
            return False
        # An ordinary word has a capital where a sentence begins, name or not.
        opens = mention.key in self._ordinary and bool(_OPENS.search(text[: mention.start]))
        return mention.sure and not opens

    def _said(self, words: str) -> bool:
        return any(
            words in text
            for one in self._disclosure.session.contributions
            for text in (one.text, one.wording)
        )

    @cached_property
    def _here(self) -> re.Pattern[str] | None:
        """What names this computer and who works at it, but for words that the session uses itself."""
        names = [name for name in known_here() if folded(name) not in self._allowed.own_words]
        if not names:
            return None
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)


def _around(text: str, start: int, end: int) -> str:
    """Give words with a bit around them, as far as their line goes."""
    before, behind = text[:start].rpartition("\n")[2], text[end:].partition("\n")[0]
    opening = "… " if len(before) > _AROUND else ""
    closing = " …" if len(behind) > _AROUND else ""
    around = one_line(before[-_AROUND:] + text[start:end] + behind[:_AROUND])
    return f"{opening}{around}{closing}"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"

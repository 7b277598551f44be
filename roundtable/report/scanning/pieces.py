"""What stands in a file, piece by piece, each with where it stands and who gets to see it."""

import base64
import binascii
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from roundtable.errors import FileEndless

# What nobody sees, and what would part a name in two: soft hyphens, zero-width and direction marks, selectors, tags.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]"
)
MEGABYTE = 1024 * 1024
MOST_UNPACKED = 200  # megabytes of all that is packed in a file
_DEEPEST = 5  # files in files
# A file in the place of its address.
_ADDRESSED = re.compile(r"\s*data:[^,]*;base64,(.*)", re.DOTALL | re.IGNORECASE)
_PACKED = re.compile(r"\s*([A-Za-z0-9+/=\s]+)")
_LONG = 500  # characters without a blank, which are no words


class Role(StrEnum):
    """What a piece is to whoever is sent the file."""

    TEXT = "text"  # what a reader sees
    BEHIND = "behind"  # what only a program shows: properties, alternative texts, targets of links
    RAW = "raw"  # letters out of what is no text: the properties of a picture
    AUTHOR = "author"  # who made the file, or changed something in it
    REMARK = "comment"
    CHANGE = "change"  # a tracked change
    HIDDEN = "hidden"  # text that is marked as not to be shown


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand somewhere in a file; `readings` are other ways in which they may be read.

    `sure` is false where it is doubtful that they have their role.
    """

    text: str
    where: str
    role: Role = Role.TEXT
    readings: tuple[str, ...] = ()
    sure: bool = True


@dataclass(slots=True)
class Room:
    """How much of what is packed in a file may still be unpacked, so that a small one cannot fill the memory."""

    file: str
    left: int = MOST_UNPACKED * MEGABYTE
    depth: int = 0

    def take(self, size: int) -> None:
        """Use so many bytes. Raises FileEndless."""
        self.left -= size
        if self.left < 0:
            raise FileEndless(file=self.file, megabytes=MOST_UNPACKED)

    def enter(self) -> None:
        """Go into a file in a file. Raises FileEndless."""
        self.depth += 1
        if self.depth > _DEEPEST:
            raise FileEndless(file=self.file, megabytes=MOST_UNPACKED)

    def leave(self) -> None:
        """Come out of it again."""
        self.depth -= 1


def inside(part: str, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Give pieces of a part of a file with the part's name before where they stand."""
    for one in pieces:  # not `replace`: there are as many as paragraphs
        where = f"{part}, {one.where}" if part and one.where else part or one.where
        yield Piece(one.text, where, one.role, one.readings, one.sure)


def seen(text: str) -> str:
    """Give a text as a reader sees it: without what has no width, its accents on their letters."""
    return text if text.isascii() else unicodedata.normalize("NFC", _UNSEEN.sub("", text))


def one_line(text: str) -> str:
    """Give a text with single blanks."""
    return " ".join(text.split())


def unpacked(text: str) -> bytes:
    """Give the file that is written as text (base64), where it is one; else nothing."""
    found = _ADDRESSED.match(text) or (
        _PACKED.fullmatch(text) if len(text) > _LONG and " " not in text else None
    )
    try:
        return base64.b64decode("".join(found[1].split())) if found else b""
    except (binascii.Error, ValueError):
        return b""

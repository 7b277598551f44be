"""HTML: text by block, attributes, remarks, what is marked as not shown, files in the place of addresses."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from roundtable.i18n import _
from roundtable.report.scanning.kinds import pieces_of
from roundtable.report.scanning.pieces import Piece, Role, Room, inside, one_line, unpacked

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code dfn del em font i ins kbd mark q rp rt ruby s samp small span strike "
    "strong sub sup tspan tt u var wbr".split()
)
_ALONE = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_RAISED = frozenset({"br", "sub", "sup"})  # part words: the mark of a note is no part of the name before it
_UNREAD = frozenset({"script", "style", "template"})
_LOOKS = frozenset(
    "class style d points transform viewbox fill stroke type rel lang xmlns font-family width height".split()
)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|(?:font-size|opacity)\s*:\s*0(?![.\d])")
_LETTER = re.compile(r"[^\W\d_]")
_WORDS_OF_STYLE = re.compile(r"/\*.*?\*/|content\s*:[^;}]*", re.DOTALL)


def web_pieces(text: str, room: Room) -> Iterator[Piece]:
    """Read HTML as a browser would, and beside it."""
    reader = _Reader(room)
    reader.feed(text)
    reader.close()
    reader.end_block()
    return iter(reader.found)


class _Reader(HTMLParser):
    """Collects the pieces of a page."""

    def __init__(self, room: Room) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Piece] = []
        self._room = room
        self._open: list[tuple[str, bool]] = []  # tags, and whether what is in them is hidden
        self._block: list[str] = []
        self._line = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        known = {name: value or "" for name, value in attrs}
        hides = "hidden" in known or bool(_HIDING.search(known.get("style", "").lower()))
        if tag not in _INLINE or hides:
            self.end_block()
        if tag in _RAISED:
            self._block.append(" ")
        if tag not in _ALONE:
            self._open.append((tag, hides or self._hidden))
        self._attributes(tag, known)

    def handle_endtag(self, tag: str) -> None:
        """End an element, and those in it that nobody ended."""
        if tag not in _INLINE or (self._open and self._open[-1] == (tag, True)):
            self.end_block()
        if any(name == tag for name, _hides in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, words: str) -> None:
        """Read text."""
        if self._open and self._open[-1][0] in _UNREAD:
            kind = self._open[-1][0]
            texts = _WORDS_OF_STYLE.findall(words) if kind == "style" else [words]
            self.found += [Piece(one_line(text), self._where(), Role.BEHIND) for text in texts]
            return
        if not self._block:
            self._line = self.getpos()[0]
        self._block.append(words)

    def handle_comment(self, text: str) -> None:
        """Read a remark."""
        self.found.append(Piece(one_line(text), self._where(), Role.REMARK))

    def handle_pi(self, text: str) -> None:
        """Read an instruction to some program."""
        self.found.append(Piece(one_line(text), self._where(), Role.BEHIND))

    def unknown_decl(self, text: str) -> None:
        """Read a section that HTML does not know, and browsers do not show."""
        self.found.append(Piece(one_line(text), self._where(), Role.BEHIND))

    def end_block(self) -> None:
        """End the words that are read in one go."""
        words = one_line("".join(self._block))
        self._block.clear()
        if words:
            where = _("line {number}").format(number=self._line)
            self.found.append(Piece(words, where))
            if self._hidden:
                self.found.append(Piece(words, where, Role.HIDDEN))

    @property
    def _hidden(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def _where(self) -> str:
        return _("line {number}").format(number=self.getpos()[0])

    def _attributes(self, tag: str, known: dict[str, str]) -> None:
        where = self._where()
        if tag == "meta" and known.get("name", "").lower() in {"author", "creator", "dc.creator"}:
            self.found.append(Piece(known.pop("content", ""), where, Role.AUTHOR))
        if tag == "meta" and known.get("name", "").lower() == "generator":
            return
        for name, value in known.items():
            if packed := unpacked(value):
                self.found += inside(where, pieces_of(packed, name, self._room))
            elif name not in _LOOKS and _LETTER.search(value):
                self.found.append(Piece(value, f"{where}, {name}", Role.BEHIND))

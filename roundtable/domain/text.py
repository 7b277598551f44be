"""Cleaning of everything that people type or files bring, before it is kept."""

import re
import unicodedata

# C0, DEL and C1 controls, bidirectional controls, line and paragraph separators, surrogates, interlinear marks, BOM.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb]"
)
_BREAKS = re.compile("\r\n?|\x0b|\x0c|\x85|\u2028|\u2029")
_SPACES = re.compile(r"[\t\n ]+")


def clean(text: str) -> str:
    """Give a line as it is kept: one line, no control or bidirectional characters, NFC, single spaces."""
    return _SPACES.sub(" ", clean_prose(text)).strip(" ")


def clean_prose(text: str) -> str:
    """Give prose as it is kept: as `clean`, but newlines, tabs and spaces stay."""
    unbroken = _UNWANTED.sub("", _BREAKS.sub("\n", text))
    return unicodedata.normalize("NFC", unbroken)


def shortened(text: str, length: int) -> str:
    """Give the beginning of a text, of so many characters at most."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def folded(text: str) -> str:
    """Give a text for comparing: without case and accents, typographic apostrophes made plain."""
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFKD", text.replace("’", "'").casefold())
    return "".join(mark for mark in apart if not unicodedata.combining(mark))

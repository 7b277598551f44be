"""From a statement to a sentence: capital, full stop, quotation marks, abbreviations; nothing is reworded."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from roundtable.domain.contributions import QUOTED
from roundtable.report.word_lists import WordLists

NARROW = "\u202f"  # the narrow no-break space of French typography
_MARKS = {"fr": (f"«{NARROW}", f"{NARROW}»")}
_WHOLE = re.compile('^[“„«"][\u00a0\u202f ]*([^“”„«»"]+?)[\u00a0\u202f ]*[”“»"]?[.]?$')
_LOOSE_END = re.compile(r"[\s,;:\-–—]+$")
_ASKED = re.compile(r"[\s\u00a0\u202f]*\?[?\s\u00a0\u202f]*$")
_CLITIC = re.compile(r"^(['’‘](?:s|t|n|k|r|m)[\s-]+)(\w)(.*)$", re.IGNORECASE | re.DOTALL)
_OPENING = "“„«\"'‘(\u00a0\u202f "
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<![\w'])'(?=[stnkrm]\b)")
# A colon only where a space stood before it: 18:30 is an hour.
_FRENCH = re.compile("(?:(?<=[\\w»)])[ \u00a0]?(?=[?!;])|(?<=[\\w»)])[ ](?=:))([?!;:])(?=[?!\\s»]|$)")
_FRAGMENT_WORDS = 6
_SMALL = re.compile(r"(?<!\w)[a-zß-ÿ][\w]*")
_FIRST = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]*(?!\w)")
_SEVERAL = re.compile(r"[.!?…][”»\"]?\s")


def quoted(inner: str, language: str) -> str:
    """Put the quotation marks of a language around words."""
    opening, closing = _MARKS.get(language, ("“", "”"))
    return f"{opening}{inner}{closing}"


def whole_quote(text: str) -> str | None:
    """Give what stands between the marks of a text that is one quotation from mark to mark, or to its end."""
    found = _WHOLE.match(text.strip())
    return found[1].strip() if found else None


def typographic(text: str, language: str) -> str:
    """Give a text with the quotation marks of a language around what it quotes; the words stay as they are."""
    return QUOTED.sub(lambda found: quoted(found[1].strip(), language), text)


def set_in_type(text: str, language: str) -> str:
    """Give a text with the apostrophes of print, in French also with the spaces of print before `? ! ; :`."""
    text = _APOSTROPHE.sub("’", text)
    return _FRENCH.sub(_spaced, text) if language == "fr" else text


def _spaced(found: re.Match[str]) -> str:
    space = "\u00a0" if found[1] == ":" else NARROW
    return f"{space}{found[1]}"


@dataclass(frozen=True, slots=True)
class WrittenOut:
    """A text with its abbreviations written out; `changes` are those that were (short, long), each once."""

    text: str
    changes: tuple[tuple[str, str], ...] = ()

    def told(self) -> str:
        """Give what was changed, for people: "wn → werknemers, tw → telewerk"."""
        return ", ".join(f"{short} → {long}" for short, long in self.changes)


def written_out(text: str, abbreviations: Mapping[str, str]) -> WrittenOut:
    """Write abbreviations out: whole words, same case, not inside quotation marks; say which were."""
    if not abbreviations:
        return WrittenOut(text)
    longest_first = sorted(abbreviations, key=len, reverse=True)
    known = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    found: dict[str, str] = {}

    def long(one: re.Match[str]) -> str:
        found[one[0]] = abbreviations[one[0]]
        return found[one[0]]

    made, done = "", 0
    for quote in QUOTED.finditer(text):
        made += known.sub(long, text[done : quote.start()]) + quote[0]
        done = quote.end()
    made += known.sub(long, text[done:])
    return WrittenOut(made, tuple(found.items()))


def spelled_out(text: str, abbreviations: Mapping[str, str]) -> str:
    """Write abbreviations out, as `written_out` does."""
    return written_out(text, abbreviations).text


def capital(text: str, language: str) -> str:
    """Give a text a capital at its start: IJs, ’s Morgens, Eén, Être; iPad stays."""
    start = len(text) - len(text.lstrip(_OPENING))
    if language == "nl" and (found := _CLITIC.match(text)):
        return f"{found[1]}{found[2].upper()}{found[3]}"
    first = re.match(r"\w*", text[start:])
    word = first[0] if first else ""
    if any(letter.isupper() for letter in word[1:]):
        return text
    if language == "nl" and word[:2] == "ij":
        return f"{text[:start]}IJ{text[start + 2 :]}"
    if language == "nl" and word == "één":
        return f"{text[:start]}Eén{text[start + 3 :]}"
    return f"{text[:start]}{text[start : start + 1].upper()}{text[start + 1 :]}"


def small_words(texts: Iterable[str], lists: WordLists) -> frozenset[str]:
    """Give the words that need no capital by themselves: those written small in these texts, and usual ones."""
    if not lists.usual:  # of its language nothing is known: there, nouns may have theirs
        return frozenset()
    return frozenset(word for text in texts for word in _SMALL.findall(text)) | lists.usual | lists.subjects


def uncapitalised(text: str, small: Collection[str]) -> str:
    """Take the capital from a single sentence that only had it as its first word, for its place behind a colon."""
    first = _FIRST.match(text)
    if not first or _SEVERAL.search(text) or first[0] == "I":
        return text
    word = first[0].lower()
    return word + text[first.end() :] if word in small else text


def ended(text: str, language: str, *, question: bool = False) -> str:
    """Give a text its end: one question mark to a question, otherwise a full stop where there is no end yet."""
    text = _LOOSE_END.sub("", text.strip())
    if question or _ASKED.search(text):
        return _ASKED.sub("", text) + (f"{NARROW}?" if language == "fr" else "?")
    inside = text.rstrip("”»\"')’\u00a0\u202f ")
    ends = text.endswith((".", "!", "…")) or (inside != text and inside.endswith((".", "!", "?", "…")))
    return text if ends else f"{text}."


def sentence(
    text: str, language: str, *, verbatim: bool = False, question: bool = False, bare: bool = True
) -> str:
    """Make a sentence of a statement; a `bare` one opens with a capital, one behind a colon stays as typed.

    A `verbatim` statement, and one that is a quotation as a whole, stands in quotation marks, with its capital and end.
    """
    inner = whole_quote(text) or (text if verbatim and not QUOTED.search(text) else None)
    if inner is not None:
        return quoted(capital(ended(inner, language, question=question), language), language)
    made = ended(typographic(_LOOSE_END.sub("", text.strip()), language), language, question=question)
    return capital(made, language) if bare else made


def fragment_of(text: str) -> str:
    """Give a fragment as it stands among others: without an end."""
    return _LOOSE_END.sub("", text.strip()).removesuffix(".")


def is_fragment(words: Sequence[str], lists: WordLists) -> bool:
    """Say whether these words are no whole sentence: only a few, no subject pronoun, no verb that we know."""
    return (
        len(words) <= _FRAGMENT_WORDS and lists.verbs.isdisjoint(words) and lists.subjects.isdisjoint(words)
    )


def without_but(text: str, lists: WordLists) -> str:
    """Drop a *maar*, *mais* or *but* at the start, which the phrase before it says already."""
    found = re.match(r"(\w+)[,\s]\s*(?=\S)", text)
    return text[found.end() :] if found and found[1].casefold() in lists.but else text

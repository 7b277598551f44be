"""Plain words written so that any reader of Markdown gives them back, with no more backslashes than that takes."""

import re
from dataclasses import dataclass

# What may mean something wherever it stands: backslashes, backticks, brackets of links and attributes, tags,
# character references, emoji (`:smile:`); `*` and `_`, which the words around them decide about. Last, the mark after
# `http` or `www`, where the address is followed by what {risk} says: readers that find addresses by themselves would
# keep backslashes in them.
_ANYWHERE = r"""
      [\\`\[{{~^$\]|] | \*+ | _+
    | < (?= [A-Za-z/!?])
    | & (?= \#?\w+;)
    | : (?= 100: | 1234: | (?!\d+:) [\w+-]+: )
    | (?: (?<=http) | (?<=https) | (?<=ftp) ) : (?= //\S {risk} )
    | (?<=www) \. (?= \S {risk} )
"""
_RISK = r"\S* (?: [\\`\[{~^$*] | <(?=[A-Za-z/!?]) | &(?=\#?\w+;) | (?<![^\W_])_ | _(?![^\W_]) | [^\S\ ]+$ )"
_PLAIN = re.compile(_ANYWHERE.format(risk=_RISK), re.VERBOSE | re.IGNORECASE)
# Beside emphasis any address would go on into the marks behind it.
_AMONG_LOOKS = re.compile(_ANYWHERE.format(risk=""), re.VERBOSE | re.IGNORECASE)
# Marks that only mean something in pairs: strikeout and subscript, superscript, formulas.
_PAIRED = "~^$"
# What makes a line another thing than a paragraph: the start of a list, heading, quotation, table, definition or
# division, and a line of nothing but rules. For a list, it is the mark after the number that is escaped.
_LINE_START = re.compile(
    r"""
      (?P<number> \(? (?: \d+ | [^\W\d_A-Z] | [ivxlcdm]+ | [IVXLCDM]{2,} | \# | @[\w-]* ) ) (?= [.)] (?:\s|$) )
    | (?P<letter> \(? [A-Z] ) (?= \) (?:\s|$) | \.$ )
    | (?= \#+ (?:\s|$) | [-+*] (?:\s|$) | [>|:~] | [-=+] [-=+:|\ ]* $ )
    """,
    re.VERBOSE,
)
_CLOSING_HASHES = re.compile(r"#+$")
_EDGE = re.compile(r"^[^\S ]+|[^\S ]+$")


def paired(text: str) -> frozenset[str]:
    """Give the marks that mean something in pairs and stand in a text more than once."""
    return frozenset(mark for mark in _PAIRED if text.count(mark) > 1)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What decides about a mark besides the words beside it.

    `pairs` are the paired marks that stand in the block more than once; `looks` says that it has emphasis, `linked`
    that the words are those of a link, `cell` that they are in a table.
    """

    pairs: frozenset[str]
    looks: bool = False
    linked: bool = False
    cell: bool = False


def escaped(text: str, around: Surroundings) -> str:
    """Write words so that nothing in them is markup; the edges of `text` count as if markup stood beside them."""

    def mark(found: re.Match[str]) -> str:
        marks = found.group()
        match marks[0]:
            case "*" | "_":
                before, after = text[: found.start()][-1:], text[found.end() :][:1]
                idle = _idle(marks, before, after) and not (around.looks and marks[0] == "*")
                return marks if idle else "".join("\\" + one for one in marks)
            case "~" | "^" | "$":
                return "\\" + marks if marks in around.pairs else marks
            case "]":
                return "\\]" if around.linked else marks
            case "|":
                return "\\|" if around.cell else marks
            case _:
                return "\\" + marks

    return (_AMONG_LOOKS if around.looks else _PLAIN).sub(mark, text)


def line(written: str) -> str:
    """Give an escaped line so that it stays a line of a paragraph; spaces at its edges that are no blanks stay."""
    kept = edges(written)
    if found := _LINE_START.match(kept):
        return f"{kept[: found.end()]}\\{kept[found.end() :]}"
    return kept


def title(written: str) -> str:
    """Give an escaped line so that it stays what a heading says."""
    return _CLOSING_HASHES.sub(lambda found: "\\#" * len(found.group()), edges(written))


def edges(written: str) -> str:
    """Give an escaped line without blanks at its edges; other spaces there (a no-break space) stay, as references."""
    return _EDGE.sub(_referenced, written.strip(" "))


def _referenced(spaces: re.Match[str]) -> str:
    return "".join(f"&#{ord(space)};" for space in spaces.group())


def _idle(marks: str, before: str, after: str) -> bool:
    """Whether these can open or close nothing: one `*` between spaces, one `_` inside a word."""
    if marks == "*":
        return before.isspace() and after.isspace()
    return marks == "_" and before.isalnum() and after.isalnum()

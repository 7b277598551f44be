"""Inlines laid flat: stretches of words that look alike, as renderers without nesting want them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from roundtable.domain.references import Tells
from roundtable.report.document import Break, Code, Emphasis, Inline, Link, Reference, Strong, Text


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look; `text` is a newline alone for a break."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    target: str = ""
    language: str = ""
    contribution: str = ""
    tells: Tells = Tells.WORDS

    @property
    def breaks(self) -> bool:
        """Whether it is a line break and no words."""
        return self.text == "\n"

    def like(self, other: "Run") -> bool:
        """Say whether both are words of the same look, that may be one."""
        # Most differ in the first that is asked.
        return self.strong is other.strong and not (self.breaks or other.breaks) and self.look == other.look

    @property
    def look(self) -> tuple[bool | str, ...]:
        """Give all but the words."""
        known = self.target, self.language, self.contribution, self.tells
        return self.strong, self.emphasis, self.code, *known


_PLAIN, _STRONG = Run(""), Run("", strong=True)


def flat(inlines: tuple[Inline, ...]) -> list[Run]:
    """Lay inlines flat; neighbours that look alike become one run."""
    if len(inlines) == 1 and isinstance(only := inlines[0], Text):  # as nearly all are
        return [Run(_one_line(only.text), language=only.language)] if only.text else []
    return merged(_runs(inlines, _PLAIN))


def merged(runs: Iterable[Run]) -> list[Run]:
    """Make neighbours that look alike one run, and leave out those without words."""
    kept: list[Run] = []
    for run in runs:
        if kept and run.text and kept[-1].like(run):
            kept[-1] = replace(run, text=kept[-1].text + run.text)
        elif run.text:
            kept.append(run)
    return kept


def _runs(inlines: tuple[Inline, ...], look: Run) -> Iterator[Run]:
    for inline in inlines:
        match inline:
            case Text():
                yield _worded(look, inline.text, inline.language)
            case Code():
                yield replace(look, text=_one_line(inline.text), code=True)
            case Break():
                yield replace(look, text="\n")
            case Emphasis():
                yield from _runs(inline.inlines, replace(look, emphasis=True))
            case Strong():
                yield from _runs(inline.inlines, _STRONG if look == _PLAIN else replace(look, strong=True))
            case Link():
                yield from _runs(inline.inlines, replace(look, target=inline.target))
            case Reference():
                resting = replace(look, contribution=inline.contribution, tells=inline.tells)
                yield from _runs(inline.inlines, resting)


def _worded(look: Run, text: str, language: str) -> Run:
    """Give words in a look; made anew and not replaced, which would take three times as long for most of a paper."""
    return Run(
        _one_line(text),
        look.strong,
        look.emphasis,
        look.code,
        look.target,
        language,
        look.contribution,
        look.tells,
    )


def _one_line(text: str) -> str:
    return text.replace("\n", " ").replace("\t", " ")

"""What is wrong or doubtful in a file: where, what it is, and how to put it right."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from roundtable.i18n import _


class Severity(StrEnum):
    """An error is something that was not understood; a warning, something that was, but should be looked at."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with named places, translated at the moment it is shown."""

    template: str
    places: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        return _(self.template).format(**dict(self.places))


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong or doubtful; `line` counts from 1."""

    source: str
    line: int
    severity: Severity
    what: Said
    mend: Said

    def __str__(self) -> str:
        return f"{PurePath(self.source)}:{self.line}: {self.what} {self.mend}"


class Findings:
    """Collects the problems of one file while it is read."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._found: list[Problem] = []

    def error(self, line: int, what: str, mend: str, **places: object) -> None:
        """Report something that was not understood; both templates are filled from the same places."""
        self._add(Severity.ERROR, line, what, mend, places)

    def warning(self, line: int, what: str, mend: str, **places: object) -> None:
        """Report something that was understood, but should be looked at."""
        self._add(Severity.WARNING, line, what, mend, places)

    def _add(self, severity: Severity, line: int, what: str, mend: str, places: dict[str, object]) -> None:
        filled = tuple(places.items())
        self._found.append(Problem(self.source, line, severity, Said(what, filled), Said(mend, filled)))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that was reported, from the top of the file to its end."""
        return tuple(sorted(self._found, key=lambda problem: problem.line))

"""The plain command of the export, let run in a process of its own: what it is doing, what it wrote, what it said."""

import asyncio
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from roundtable.errors import ExportFailed
from roundtable.i18n import current
from roundtable.report.scan import Found
from roundtable.services.apart import all_of, ended, started
from roundtable.services.checking import Checked, read_checked
from roundtable.services.scanning import FoundIn

_DOING = re.compile(r"… (\d+)/(\d+) (.*)")
PATIENCE = 3.0  # seconds in which an export that was interrupted takes away what is half written
EXPOSES = 3  # exit code: stopped because something would have exposed somebody


@dataclass(frozen=True, slots=True)
class Doing:
    """What an export is doing: the step, of how many."""

    step: int = 0
    steps: int = 0
    what: str = ""


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A file that was written; `instead_of` is the path that was left alone because somebody had edited it."""

    path: Path
    draft: bool
    size: int
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an export ended: its exit code, the files, the names told neutrally, what the files give away, what it said.

    What is `found` is told in a line, with the file; where it is sure, that keeps the paper from being written.
    """

    code: int
    files: tuple[PaperFile, ...] = ()
    replaced: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    said: str = ""

    @property
    def exposes(self) -> bool:
        """Whether nothing was written because somebody would have been exposed."""
        return self.code == EXPOSES


async def written_apart(
    file: Path, slug: str, words: Iterable[str], doing: Callable[[Doing], None]
) -> Outcome:
    """Write the paper of a session, and say what is being done; where nobody waits any longer, nothing is left half.

    Raises ExportFailed.
    """
    code, out, said = await _run(file, ("export", slug, *words, "--progress", "--json"), doing)
    if code not in {0, EXPOSES}:
        return Outcome(code, said=said)
    try:
        done = json.loads(out)
    except ValueError:
        raise ExportFailed(reason=out.strip() or said) from None
    found = dict.fromkeys(FoundIn(Path(one.pop("file")), Found(**one)).told() for one in done["found"])
    return Outcome(code, _files(done["files"]), tuple(done["replaced"]), tuple(found), said)


def _files(found: Iterable[Mapping[str, Any]]) -> tuple[PaperFile, ...]:
    return tuple(
        PaperFile(Path(one["path"]).absolute(), one["draft"], one["bytes"], one.get("instead_of") or "")
        for one in found
    )


async def checked_apart(file: Path, slug: str, words: Iterable[str]) -> Checked:
    """Give what is to be settled and looked at. Raises ExportFailed."""
    code, out, said = await _run(file, ("export", slug, *words, "--check", "--json"), lambda _doing: None)
    if code:
        raise ExportFailed(reason=said)
    return read_checked(json.loads(out))


async def _run(file: Path, words: Sequence[str], doing: Callable[[Doing], None]) -> tuple[int, str, str]:
    """Give the exit code, standard output, and what was said on standard error besides what is being done."""
    try:
        process = await started("roundtable", "--lang", current(), "--db", str(file), *words)
    except OSError as error:
        raise ExportFailed(reason=error.strerror or error) from None
    try:
        out, said = await asyncio.gather(all_of(process.stdout), _followed(process.stderr, doing))
        return await process.wait(), out.decode("utf-8", "replace"), said
    finally:
        await ended(process, PATIENCE)


async def _followed(pipe: asyncio.StreamReader | None, doing: Callable[[Doing], None]) -> str:
    """Tell what is being done, and give what else was said."""
    said, rest, now = [], b"", Doing()
    while pipe and (some := await pipe.read(65536)):
        *lines, rest = (rest + some).split(b"\n")  # of any length, which `readline` does not take
        for line in (one.decode("utf-8", "replace").rstrip() for one in lines):
            if found := _DOING.fullmatch(line):
                now = Doing(int(found[1]), int(found[2]), found[3])
                doing(now)
            elif line.endswith("…"):  # what takes long is said besides
                doing(replace(now, what=line))
            else:
                said.append(line)
    return "\n".join([*said, rest.decode("utf-8", "replace")]).strip()

"""What would go with an erasure, in lines for people."""

from collections.abc import Iterator, Sequence

from roundtable.domain.contributions import Contribution, Prose, Takeaway
from roundtable.domain.records import Record
from roundtable.domain.session import Session
from roundtable.domain.text import shortened
from roundtable.i18n import _, ngettext
from roundtable.services.erasing import Foreseen
from roundtable.services.prose import part_title

SHOWN = 12  # statements, or texts, that are shown one by one
_LETTERS = 60  # of a text


def foreseen_lines(found: Foreseen) -> Iterator[str]:
    """Give what would go in a session as lines, those of a list indented."""
    session = found.session
    names = ", ".join(one.name for one in found.people)
    yield " · ".join(part for part in (session.details.title, session.details.slug, names) if part)
    yield _("What would go: {counts}").format(counts=", ".join(_counts(found)))
    if found.traces:
        yield _("It stands in what others said or wrote as well:")
        yield from _some([_trace(session, one) for one in found.traces])
    if found.resting:
        yield _("This answers it or rests on it, in words of its own; look whether it tells too much:")
        yield from _some([_trace(session, one) for one in found.resting])
    if found.untouched:
        yield _("This stays as it is; change it yourself where it tells too much:")
        yield from _some([f"“{_brief(text)}”" for text in found.untouched])
    if found.papers:
        yield _("Files of yours that hold it, or may:")
        yield from (f"  {paper.path}" for paper in found.papers)
    if found.backups:
        yield _("Backups, in which it goes as well:")
        yield from (f"  {path}" for path in found.backups)
    yield _("What was said:")
    yield from _some([f"{session.numbers[said.id]:>4}  {_brief(said.text)}" for said in found.statements])


def _some(lines: Sequence[str]) -> Iterator[str]:
    """Give lines indented, and of very many how many more there are."""
    yield from (f"  {line}" for line in lines[:SHOWN])
    if (more := len(lines) - SHOWN) > 0:
        yield "  " + ngettext("{count} more", "{count} more", more).format(count=more)


def _counts(found: Foreseen) -> Iterator[str]:
    said, votes, turns, approvals = len(found.statements), found.supports, found.turns, found.approvals
    yield ngettext("{count} contribution", "{count} contributions", said).format(count=said)
    if votes:
        yield ngettext("{count} vote", "{count} votes", votes).format(count=votes)
    if turns:
        yield ngettext("{count} turn on the floor", "{count} turns on the floor", turns).format(count=turns)
    if approvals:
        yield ngettext("{count} approval", "{count} approvals", approvals).format(count=approvals)


def _trace(session: Session, one: Record) -> str:
    match one:
        case Contribution():
            return f"{session.numbers[one.id]:>4}  {_brief(one.text)}"
        case Takeaway():
            return _("takeaway {what}").format(what=f"“{_brief(one.called)}”")
        case Prose():
            return _("prose of “{title}”").format(title=part_title(session, one.id))
    return _("theme “{name}”").format(name=getattr(one, "name", ""))


def _brief(text: str) -> str:
    return shortened(" ".join(text.split()), _LETTERS)

"""What the start screen offers, and the rows in which it is shown."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from textual.content import Content

from roundtable.agendas.reader import Reading
from roundtable.i18n import _, ngettext
from roundtable.services.retention import overdue
from roundtable.storage.journal import SessionSummary

MINUTE = 60  # seconds
LEAST_TITLE = 20  # columns


@dataclass(frozen=True, slots=True)
class SampleOffer:
    """The sample evening."""


@dataclass(frozen=True, slots=True)
class AgendaOffer:
    """An agenda to start an evening from."""

    path: Path
    reading: Reading


Offer = SessionSummary | AgendaOffer | SampleOffer


def offer_row(offer: Offer, width: int) -> Content:
    """Give the row of an offer, for a width in cells."""
    match offer:
        case SessionSummary():
            return _session_row(offer, width)
        case AgendaOffer():
            return _agenda_row(offer, width)
        case SampleOffer():
            return Content.assemble("  ", _("The sample evening, half-way; nothing of yours is touched"))


def _session_row(one: SessionSummary, width: int) -> Content:
    mark, state = ("▶", Content.assemble((_("running"), "$accent")))
    if one.details.closed:
        mark, state = "✓", Content.assemble((_("closed"), "$dim"))
    elif not one.started:
        mark, state = " ", Content.assemble((_("prepared"), "$warning"))
    said = ngettext("{count} contribution", "{count} contributions", one.contributions)
    told = said.format(count=one.contributions)
    title = _("rehearsal") + f" · {one.details.title}" if one.details.rehearsal else one.details.title
    if overdue(one.details, date.today()):  # noqa: DTZ011 — by the calendar on the wall
        state = Content.assemble((_("erase names"), "$warning"))
    return _row(f"{mark} {title}", [state, Content(one.details.date), Content(told)], width)


def _agenda_row(one: AgendaOffer, width: int) -> Content:
    agenda = one.reading.agenda
    minutes = _("{minutes} min").format(minutes=round(agenda.planned_seconds / MINUTE))
    doubts = len(one.reading.problems)
    problems = ngettext("{count} problem", "{count} problems", doubts).format(count=doubts) if doubts else ""
    told = [
        Content.assemble((agenda.language, "$dim")),
        Content(minutes),
        Content.assemble((problems, "$warning")),
    ]
    return _row(f"  {agenda.title}", told, width)


def _row(title: str, columns: list[Content], width: int) -> Content:
    widths = (12, 11, 18)
    room = max(LEAST_TITLE, width - sum(widths) - 2)
    cells = [cell.truncate(size, ellipsis=True, pad=True) for cell, size in zip(columns, widths, strict=True)]
    return Content.assemble(Content(title).truncate(room, ellipsis=True, pad=True), "  ", *cells)

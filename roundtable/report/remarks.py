"""What is said beside a draft, never in the paper; in the language of the interface."""

from collections.abc import Iterable, Iterator

from roundtable.domain.session import Session
from roundtable.i18n import N_, _, ngettext
from roundtable.report.drafting import Draft
from roundtable.report.looks import Why

_LOOKS = {
    Why.FOLLOWS: N_("These stand behind the statement that they answer or lean on: {places}."),
    Why.LOOSE: N_("These answer or lean on something that does not stand before them: {places}."),
    Why.WE: N_("These say “I” or “we”, and belong to their speaker: {places}."),
    Why.LANGUAGE: N_("These are in another language: {places}."),
    Why.LONG: N_("These are long: {places}."),
    Why.NAME: N_("These names were told neutrally, and nobody decided on them: {places}."),
    Why.PROPER_NAME: N_("Perhaps names or places that identify somebody (a guess): {places}."),
    Why.FIGURE: N_("Figures that may identify somebody: {places}."),
    Why.SUPERLATIVE: N_("Superlatives that may identify somebody (a guess): {places}."),
}


def remarks(session: Session, draft: Draft) -> tuple[str, ...]:
    """Say how many statements a draft holds, what was not done with them, and which places want a look."""
    held = ngettext(
        "{used} of {total} statement stands in this draft.",
        "{used} of {total} statements stand in this draft.",
        draft.total,
    ).format(used=len(draft.used), total=draft.total)
    return (
        held,
        _("Nothing was summed up or checked."),
        _("A bare sentence reads as the view of the table, even where one person said it."),
        *_waiting(session, draft),
        *_written_out(session, draft),
        *_looks(session, draft),
    )


def _written_out(session: Session, draft: Draft) -> Iterator[str]:
    """Say in one sentence which abbreviations were written out, and where: "wn → werknemers (12, 15)"."""
    changes = [
        f"{short} → {long} ({', '.join(_numbers(session, where))})"
        for (short, long), where in draft.written_out.items()
    ]
    if changes:
        yield _("Written out: {changes}.").format(changes=", ".join(changes))


def _waiting(session: Session, draft: Draft) -> Iterator[str]:
    if draft.waiting:
        told = _("Quotes that nobody has approved yet, and that only a draft prints: {places}.")
        yield told.format(places=", ".join(_numbers(session, draft.waiting)))


def _numbers(session: Session, contributions: Iterable[str]) -> list[str]:
    return [str(session.numbers.get(one, "?")) for one in contributions]


def _looks(session: Session, draft: Draft) -> Iterator[str]:
    for why, template in _LOOKS.items():
        found = [
            f"{session.numbers.get(one.contribution, '?')}" + (f" “{one.words}”" if one.words else "")
            for one in draft.looks
            if one.why is why
        ]
        if found:
            yield _(template).format(places=", ".join(found))

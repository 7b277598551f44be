"""Erasing for good what was said, or a person, as commands of the synthesis: what would go is shown first."""

from collections.abc import Sequence

from textual.content import Content

from roundtable.domain.erasures import Extent
from roundtable.errors import ErasedButRead
from roundtable.i18n import _, ngettext, told
from roundtable.services.copies import catch_up, delete
from roundtable.services.erasing import (
    Foreseen,
    Way,
    erase_person,
    erase_statements,
    foresee_person,
    foresee_statements,
)
from roundtable.services.foreseen_told import foreseen_lines
from roundtable.storage.journal import Journal
from roundtable.storage.own import Paper
from roundtable.ui.at_synthesis import AtSynthesis, acted_on
from roundtable.ui.dialogs.choice import Choice, Offer
from roundtable.ui.dialogs.confirm import Confirm
from roundtable.ui.dialogs.for_good import ForGood
from roundtable.ui.dialogs.person_choice import PersonChoice


async def statements(at: AtSynthesis) -> None:
    """Erase the chosen statements: nothing is left of their words."""
    those = acted_on(at)
    found = await at.perform(foresee_statements, those) if those and await at.save_prose() else None
    if found is None:
        return
    numbers = " ".join(str(at.held.numbers[said.id]) for said in found.statements)
    question = _("Erase what was said, for good?")
    if await at.ask(ForGood(question, foreseen_lines(found), numbers)):
        at.tell(_("Erasing …"))
        if await at.perform(erase_statements, those):
            at.statements.chosen = ()
            sentence = ngettext(
                "Erased: contribution {numbers}.", "Erased: contributions {numbers}.", len(found.statements)
            )
            await _finish(at, found, sentence.format(numbers=numbers))


async def person(at: AtSynthesis) -> None:
    """Erase a person: with their words, or only who said them."""
    key = await at.ask(PersonChoice(at.held, at.held.participants, _("Erase whom?")))
    one = next((one for one in at.held.participants if one.id == key), None)
    if one is None:
        return
    extent = await at.ask(_how_much(one.name))
    if extent is None or not await at.save_prose():
        return
    found = await at.perform(foresee_person, (one,), extent)
    if found is None:
        return
    question = _("Erase {name}, for good?").format(name=one.name)
    if await at.ask(ForGood(question, foreseen_lines(found), one.name)):
        at.tell(_("Erasing …"))
        if await at.perform(erase_person, (one,), Way(extent)):
            await _finish(at, found, _("Erased: {what}.").format(what=one.name))


def _how_much(name: str) -> Choice[Extent]:
    link, words = _("Only who said it; the words stay, told of nobody"), _("With all that they said")
    offers = [Offer(Extent.LINK, Content(link), link), Offer(Extent.WORDS, Content(words), words)]
    return Choice(_("How much of {name}?").format(name=name), offers)


async def _finish(at: AtSynthesis, found: Foreseen, done: str) -> None:
    """Offer to delete the papers, erase in the backups as well, and say what may still hold it."""
    papers = found.papers
    kept = [str(paper.path) for paper in papers]
    if papers:
        asked = Confirm(_("Delete the papers that hold it?"), _("deletes them"), "\n".join(kept))
        if await at.ask(asked):
            kept = []
    left = await at.perform(_go_on, () if kept else papers)
    if left is None:
        return
    if kept:
        left.append(_("Papers still hold it: {files}").format(files=", ".join(kept)))
    at.tell(" ".join([done, *left]), warning=bool(left))


def _go_on(journal: Journal, _uid: str, papers: Sequence[Paper]) -> list[str]:
    """Erase in backups, delete papers, and give what is still to be done, in sentences."""
    unreached = [str(path) for path in catch_up(journal)]
    edited = [str(path) for path in delete(journal, papers).left]
    sentences = [told(ErasedButRead(file=journal.path))] if journal.unscrubbed else []
    if unreached:
        sentences.append(_("Backups that could not be reached: {files}").format(files=", ".join(unreached)))
    if edited:
        sentences.append(_("Left, as they have been edited since: {files}").format(files=", ".join(edited)))
    return sentences

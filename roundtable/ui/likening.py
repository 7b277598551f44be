"""What makes the same point: joined, parted and looked through, as commands of the synthesis."""

from collections.abc import Sequence

from roundtable.i18n import _, ngettext
from roundtable.services import likeness, suggesting
from roundtable.ui.at_synthesis import AtSynthesis
from roundtable.ui.concluding import looked_for
from roundtable.ui.dialogs.same_point import SamePointChoice
from roundtable.ui.undone import shortened


async def same_point(at: AtSynthesis) -> None:
    """Join the chosen statements, as making the same point."""
    those = at.statements.chosen
    if len(those) < len("ab"):
        at.tell(_("Choose two statements or more with Space; or a shows what may be the same."))
        return
    await _join(at, those)


async def _join(at: AtSynthesis, those: Sequence[str]) -> None:
    after = await at.perform(likeness.join, those)
    if after:
        at.statements.chosen = ()
        at.statements.go_to(those[0])
        count = len(
            after.groups.of.get(those[0], those)
        )  # with those that were joined with one of them before
        told_ = ngettext("{count} statement, one point.", "{count} statements, one point.", count)
        at.tell(told_.format(count=count))


async def part(at: AtSynthesis) -> None:
    """Part the statement from its group."""
    said = at.statements.marked
    if said is None or said.id not in at.held.groups.of:
        at.tell(_("This statement is in no group."))
    elif await at.perform(likeness.part, said.id):
        at.tell(_("On its own again: “{text}”").format(text=shortened(said.text)))


async def alike(at: AtSynthesis) -> None:
    """Show what may make the same point as the marked statement, and let somebody decide."""
    said = at.statements.marked
    if said is None:
        at.tell(_("Mark a statement first."))
        return
    found = await looked_for(at, suggesting.alike_apart(at.held, said.id))
    if found is None:
        return
    if not found:
        at.tell(_("Nothing else reads like it."))
        return
    question = _("Possibly the same point as “{text}”, by its words alone").format(text=shortened(said.text))
    dialog = SamePointChoice(at.held, question, found, about=said.id)
    wanted = await at.ask(dialog)
    if not wanted:
        return
    if not dialog.apart:
        await _join(at, (said.id, *wanted))
    elif await at.perform(likeness.keep_apart, said.id, wanted):
        at.tell(_("Not the same; it is not proposed again."))


async def proposed(at: AtSynthesis) -> None:
    """Look through the groups of the topic that may make the same point; where all is shown, of topic after topic."""
    found = await looked_for(at, _groups(at))
    if found is None:
        return
    if not found:
        at.tell(_("No more groups to propose here."))
        return
    for number, those in enumerate(found, 1):
        question = _("Possibly the same point, by their words alone ({number} of {count})")
        dialog = SamePointChoice(at.held, question.format(number=number, count=len(found)), those)
        wanted = await at.ask(dialog)
        if wanted is None:
            return
        if not dialog.apart:
            await _join(at, wanted)
        elif len(wanted) == 1:  # that one is not the same as the others
            await at.perform(likeness.keep_apart, wanted[0], [key for key in those if key not in wanted])
        else:
            await at.perform(likeness.keep_all_apart, wanted or those)


async def _groups(at: AtSynthesis) -> tuple[tuple[str, ...], ...]:
    topics = [at.topic] if at.topic else [None, *(one.id for one in at.held.topics)]
    return tuple([group for topic in topics for group in await suggesting.groups_apart(at.held, topic)])

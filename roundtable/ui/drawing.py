"""Takeaways drawn from statements, worded, joined and parted, as commands of the synthesis."""

from collections.abc import Collection, Sequence

from textual.content import Content

from roundtable.domain import takeaways as drawn
from roundtable.domain.contributions import Contribution, Stance, Takeaway
from roundtable.domain.session import Session
from roundtable.i18n import _, ngettext
from roundtable.services import ledger, suggesting
from roundtable.services.bases import text_and_base
from roundtable.ui.at_synthesis import AtSynthesis, acted_on
from roundtable.ui.at_table import AtTable
from roundtable.ui.concluding import looked_for, worded
from roundtable.ui.dialogs.choice import Choice, Offer
from roundtable.ui.dialogs.contribution_choice import offer_of
from roundtable.ui.dialogs.several import Several
from roundtable.ui.dialogs.takeaway_form import TakeawayForm
from roundtable.ui.undone import shortened

SUGGESTED = 10  # statements that are offered at once


async def draw(at: AtSynthesis) -> None:
    """Draft a takeaway from the chosen statements."""
    if those := acted_on(at):
        await _draw(at, [those])


async def _draw(at: AtSynthesis, groups: Sequence[Sequence[str]]) -> None:
    made = None
    for those in groups:
        rests_on, against = _sides(at.held, those)
        made = await at.perform(ledger.add_takeaway, evidence=rests_on, dissent=against)
    if made is None:
        return
    at.statements.chosen = ()
    at.mark(made.id)
    count = len(groups)
    sentence = ngettext(
        "{count} takeaway drafted. r words it.", "{count} takeaways drafted. r words one.", count
    )
    at.tell(sentence.format(count=count))


def _sides(
    session: Session, those: Sequence[str], known: Collection[str] = ()
) -> tuple[list[str], list[str]]:
    """Part statements (ids) from those that oppose one of them, or one that is `known`: these are dissent."""
    said = [session.contribution(key) for key in those]
    against = {
        one.id
        for one in said
        if one.stance is Stance.OPPOSES and (one.answers in those or one.answers in known)
    }
    rests_on = [key for key in those if key not in against]
    return (rests_on, [key for key in those if key in against]) if rests_on or known else (list(those), [])


async def suggest(at: AtSynthesis) -> None:
    """Suggest statements that speak for many, and draft a takeaway from each that is wanted."""
    found = await looked_for(at, suggesting.suggest_apart(at.held, at.topic, SUGGESTED))
    if found is None:
        return
    if not found:
        at.tell(_("Too little was said to suggest anything more. n writes a takeaway."), warning=True)
        return
    offers = [offer_of(at.held, said) for said in found]
    wanted = await at.ask(Several(_("Which of these speak for the table? Each becomes a takeaway."), offers))
    if wanted:
        await _draw(at, [[key] for key in wanted])


async def new(at: AtSynthesis) -> None:
    """Write a takeaway that rests on nothing yet."""
    words = await at.ask(TakeawayForm("", "", ()))
    made = await at.perform(ledger.add_takeaway, words[1], title=words[0]) if words else None
    if made:
        at.mark(made.id)
        at.tell(_("Kept. It rests on nothing yet: choose statements, and e adds them."))


async def reword(at: AtSynthesis) -> None:
    """Word the takeaway: a title and two or three sentences, with what it rests on beside."""
    if one := _takeaway(at):
        await word(at, one)


async def word(at: AtTable, one: Takeaway) -> None:
    """Word a takeaway."""
    seen = await at.perform(text_and_base, Takeaway.KIND, one.id)
    if seen is None:
        return
    old, base = seen
    rests_on = [_told(at, at.held.contribution(key)) for key in drawn.evidence(at.held, one)]
    words = await at.ask(TakeawayForm(one.title, old, rests_on, worded=one.worded))
    if words is None or words == (one.title, old):
        return
    overtaken = await at.perform(worded, one.id, ((one.title, old), words), base)
    if overtaken is None:
        return
    if overtaken:
        at.tell(_("Kept. Somebody else had worded it meanwhile: u brings theirs back."), warning=True)
    else:
        at.tell(_("Worded: “{text}”").format(text=shortened(words[0] or words[1])))


def _told(at: AtTable, said: Contribution) -> Content:
    """Give a statement to be read beside what is written."""
    sector = at.held.sector_of(said)
    who = at.held.shown.get(said.participant or "", "")
    left = " ".join(part for part in (sector.short if sector else "", who) if part)
    return Content.assemble((f"{left}  " if left else "", "bold $dim"), said.wording or said.text)


async def evidence(at: AtSynthesis) -> None:
    """Let the takeaway rest on the chosen statements as well; if it rests on all of them, no longer."""
    one, those = _takeaway(at), acted_on(at)
    if one is None or not those:
        return
    away = all(key in one.evidence for key in those)
    rests_on, against = ([], []) if away else _sides(at.held, those, one.evidence)
    taken = those if away else ()
    after = await at.perform(ledger.edit_takeaway, one.id, evidence=rests_on, without=taken)
    if against and after:
        after = await at.perform(ledger.dissent, one.id, against)
    if after:
        at.statements.chosen = ()
        title = shortened(one.called)
        sentence = (
            _("It rests on that no longer: “{text}”") if away else _("It rests on that as well: “{text}”")
        )
        at.tell(sentence.format(text=title))


async def dissent(at: AtSynthesis) -> None:
    """Put the chosen statements beside the takeaway as speaking against it."""
    one, those = _takeaway(at), acted_on(at)
    after = await at.perform(ledger.dissent, one.id, those) if one and those else None
    if one and after:
        at.statements.chosen = ()
        at.tell(_("Kept as dissent from “{text}”").format(text=shortened(one.called)))


async def merge(at: AtSynthesis) -> None:
    """Make one takeaway of the marked one and others; it keeps its title."""
    one = _takeaway(at)
    others = [each for each in at.held.takeaways if one and each.id != one.id]
    if one is None:
        return
    if not others:
        at.tell(_("There is no other takeaway."))
        return
    offers = [Offer(each.id, Content(each.called), each.title) for each in others]
    question = _("Which become one with “{text}”?").format(text=shortened(one.called))
    wanted = await at.ask(Several(question, offers))
    after = await at.perform(ledger.merge_takeaways, [one.id, *wanted]) if wanted else None
    if after:
        at.mark(one.id)
        at.tell(_("Made one: “{text}”. r words it anew.").format(text=shortened(one.called)))


async def split(at: AtSynthesis) -> None:
    """Let a part of what the takeaway rests on become a takeaway of its own."""
    one = _takeaway(at)
    if one is None:
        return
    those = drawn.evidence(at.held, one)
    if len(those) < len("ab"):
        at.tell(_("It rests on too little to be split."))
        return
    offers = [offer_of(at.held, at.held.contribution(key)) for key in those]
    chosen = [key for key in at.statements.chosen if key in those]
    wanted = await at.ask(Several(_("Which of these become a takeaway of their own?"), offers, chosen))
    made = await at.perform(ledger.split_takeaway, one.id, wanted) if wanted else None
    if made:
        at.mark(made.id)
        at.tell(_("Split off: “{text}”. r words it.").format(text=shortened(made.text)))


async def review(at: AtSynthesis) -> None:
    """Say that the takeaway was looked at since what it rests on was changed."""
    one = _takeaway(at)
    after = await at.perform(ledger.review_takeaway, one.id) if one else None
    if one and after:
        at.tell(_("Looked at: “{text}”").format(text=shortened(one.called)))


async def bring_back(at: AtSynthesis) -> None:
    """Bring back a takeaway that was dropped."""
    gone = drawn.dropped(at.held)
    if not gone:
        at.tell(_("No takeaway was dropped."))
        return
    offers = [Offer(one.id, Content(one.called), one.title + one.text) for one in gone]
    key = await at.ask(Choice(_("Bring back which takeaway?"), offers))
    after = await at.perform(ledger.restore_takeaway, key) if key else None
    if key and after:
        at.mark(key)
        one = after.takeaway(key)
        at.tell(_("Back again: “{text}”").format(text=shortened(one.called)))


def _takeaway(at: AtSynthesis) -> Takeaway | None:
    if at.marked is None:
        at.tell(_("No takeaways yet: t drafts one from the chosen statements, s suggests some."))
    return at.marked

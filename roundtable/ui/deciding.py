"""What is done about one thing that is in the way of a final paper, or that may give somebody away."""

import asyncio
from collections.abc import Iterable
from typing import Protocol

from textual.content import Content

from roundtable.domain.contributions import Choice, Contribution
from roundtable.domain.disclosure import Form
from roundtable.domain.people import Consent, Participant
from roundtable.i18n import N_, _
from roundtable.report import obstacles as known
from roundtable.report.telling import neutral_words
from roundtable.services import names, people, prose
from roundtable.services.disclosing import disclosure_of
from roundtable.services.publishing import Wanted, composed, draft_part
from roundtable.services.settling import INTRODUCTION, Kind, ToSettle
from roundtable.ui import approving, closing, drawing, synthesizing
from roundtable.ui.at_table import AtTable
from roundtable.ui.dialogs.lettered import Lettered, LetteredChoice
from roundtable.ui.dialogs.read import Read
from roundtable.ui.widgets.paper import part_lines

CONSENTS = (
    ("n", Consent.NAMED, N_("by name")),
    ("s", Consent.SECTOR, N_("only as somebody from the sector")),
    ("o", Consent.NONE, N_("not at all: told of nobody")),
)
SHOWN = 12  # statements that are shown with a name


class AtExport(AtTable, Protocol):
    """The page from which a paper goes out."""

    @property
    def form(self) -> Form:
        """How the paper tells who said something."""

    def go_to(self, place: str) -> None:
        """Leave the page for a part or a takeaway (its id) in the synthesis."""


async def settle(at: AtExport, one: ToSettle) -> None:
    """Do what is to be done about one thing that is in the way."""
    match one.kind:
        case Kind.NAMES:
            await decide_name(at, one.name, one)
        case Kind.UNASKED:
            await record_consent(at, one.about)
        case Kind.CHAPTERS:
            await read_chapter(at, one.about)
        case Kind.TAKEAWAYS:
            await _word(at, one.about)
        case Kind.QUOTES:
            await approving.approvals(at)
        case Kind.CONTESTED | Kind.PROSE:
            at.go_to(one.about)
        case Kind.PAPER:
            await _whole_paper(at, one)


async def _whole_paper(at: AtExport, one: ToSettle) -> None:
    template = one.obstacle.template if one.obstacle else ""
    if template == known.REHEARSAL:
        await closing.count_it(at)
    elif template in {known.NO_INTRODUCTION, known.NO_CHAPTER}:
        at.go_to(one.about or INTRODUCTION)
    else:
        at.tell(one.told)


# Names


async def decide_name(at: AtExport, name: str, one: ToSettle | None = None) -> None:
    """Decide what happens to a name, everywhere it stands: told neutrally, kept, or worded anew."""
    form, held = at.form, at.held
    inside = await asyncio.to_thread(names.names_inside, held, form)
    keys = disclosure_of(held, form).keys_of(name)
    places = tuple(dict.fromkeys(each.place for each in inside if each.key in keys))
    said = [held.contribution(key) for key in places if key in held.of(Contribution)]
    written = one.about if one and one.obstacle and one.obstacle.template != known.NAME else ""
    offers = [
        Lettered(Choice.KEEP, _("keep it, wherever it stands"), "k"),
        Lettered(Choice.WORD, _("word it anew, without the name"), "w"),
    ]
    if not written:
        offers.insert(0, Lettered(Choice.NEUTRAL, _("tell it neutrally, wherever it stands"), "n"))
    question = _("What happens to “{name}”?").format(name=name)
    choice = await at.ask(LetteredChoice(question, offers, _with_name(at, name, said)))
    if choice is Choice.WORD and written:
        await _word(at, written)
    elif choice is Choice.WORD and said:
        await synthesizing.word(at, said[0])
    elif choice is not None and choice is not Choice.WORD:
        told = {
            Choice.NEUTRAL: _("“{name}” is told neutrally from now on."),
            Choice.KEEP: _("“{name}” is kept from now on."),
        }
        if await at.perform(names.decide_name, name, choice):
            at.tell(told[choice].format(name=name))


async def _word(at: AtExport, place: str) -> None:
    """Word a takeaway (its id), or go to a part."""
    takeaway = next((one for one in at.held.takeaways if one.id == place), None)
    if takeaway:
        await drawing.word(at, takeaway)
    else:
        at.go_to(place)


def _with_name(at: AtExport, name: str, said: Iterable[Contribution]) -> Content | None:
    """Show the statements in which a name stands, each as it would be told neutrally below it."""
    disclosure, words = disclosure_of(at.held, at.form), neutral_words(at.held.details.language)
    lines = []
    for one in list(said)[:SHOWN]:
        text = one.wording or one.text
        number = f"{at.held.numbers[one.id]:>4}  "
        shown = Content(text)
        start = text.find(name)
        if start >= 0:
            shown = shown.stylize("bold $warning", start, start + len(name))
        lines.append(Content.assemble((number, "$dim"), shown))
        neutral = disclosure.neutral(text, words, (one.id,)).text
        if neutral != text:
            lines.append(Content.assemble(("   n  ", "$dim"), (neutral, "$dim")))
    return Content("\n").join(lines) if lines else None


# People, chapters, what may identify somebody


async def record_consent(at: AtTable, person: str) -> None:
    """Record how somebody (their id) agreed to be told."""
    one = at.held.of(Participant)[person]
    question = _("How may {name} be told in the paper?").format(name=one.name)
    offers = [Lettered(form, _(told), key, now=one.consent is form) for key, form, told in CONSENTS]
    form = await at.ask(LetteredChoice(question, offers))
    after = None if form is None else await at.perform(people.consent, one.id, form)
    if after:
        told = next(_(told) for _key, each, told in CONSENTS if each is form)
        at.tell(f"{one.name}: {told}")


async def read_chapter(at: AtExport, part: str) -> None:
    """Show what the tool drafted for a part, to say that it was looked at, or to go there and write."""
    wanted = Wanted(attribution=at.form)
    document = (await asyncio.to_thread(composed, at.held, wanted)).document
    found = next((one for one in document.parts if one.key == part), None)
    if found is None:
        at.go_to(part)
        return
    keys = _("v it is good as it is   g go there and write   Esc leave")
    question = _("Drafted by the tool: read it through.")
    answer = await at.ask(Read(question, keys, lambda width: part_lines(found, width), "vg"))
    if answer == "g":
        at.go_to(part)
    elif answer == "v":
        await _looked_at(at, part)


async def _looked_at(at: AtExport, part: str) -> None:
    """Say that a draft was looked at; one that nobody kept yet is kept as it was read."""
    if at.held.prose(part):
        after = await at.perform(prose.looked, part)
    else:
        drafted = await asyncio.to_thread(draft_part, at.held, part)
        after = await at.perform(prose.set_prose, part, drafted.markdown)
    if after:
        at.tell(_("Looked at: “{title}”").format(title=prose.part_title(after, part)))


async def look_at(at: AtExport, contribution: str, part: str) -> None:
    """Word a statement anew that may identify somebody, or go to the part where the words stand."""
    if contribution:
        await synthesizing.word(at, at.held.contribution(contribution))
    else:
        at.go_to(part)

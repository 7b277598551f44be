"""Statements worded, given a theme and looked for, and the paper previewed, as commands of the synthesis."""

from dataclasses import replace

from textual.content import Content

from roundtable.domain.contributions import Contribution
from roundtable.domain.gathering import Sieve
from roundtable.i18n import _, ngettext
from roundtable.report.wording import written_out
from roundtable.services import corrections, themes
from roundtable.services.bases import text_and_base
from roundtable.services.corrections import Correction
from roundtable.ui.at_synthesis import AtSynthesis, acted_on
from roundtable.ui.at_table import AtTable
from roundtable.ui.dialogs.one_line import OneLine
from roundtable.ui.dialogs.print_wording import PrintWording
from roundtable.ui.dialogs.sieve_choice import SieveChoice
from roundtable.ui.undone import shortened


async def word_for_print(at: AtSynthesis) -> None:
    """Give the statement a wording for the paper; what was typed stays."""
    said = at.statements.marked
    if said is None:
        at.tell(_("Mark a statement first."))
    else:
        await word(at, said)


async def word(at: AtTable, said: Contribution) -> None:
    """Give a statement a wording for the paper."""
    seen = await at.perform(text_and_base, Contribution.KIND, said.id, "wording")
    if seen is None:
        return
    abbreviations = at.held.details.abbreviations

    def written(text: str) -> str:
        changed = written_out(text, abbreviations)
        return _("written out: {changes}").format(changes=changed.told()) if changed.changes else ""

    proposed_ = said.wording or written_out(said.text, abbreviations).text
    wording = await at.ask(PrintWording(_told_as_typed(said), proposed_, written))
    if wording is None or wording == said.wording:
        return
    if await at.perform(corrections.correct, said.id, Correction(wording=wording, base=seen[1])):
        at.tell(
            _("To be printed as: “{text}”").format(text=shortened(wording))
            if wording
            else _("To be printed as it was said.")
        )


def _told_as_typed(said: Contribution) -> Content:
    return Content.assemble((_("said: "), "$dim"), said.text)


async def tag(at: AtSynthesis) -> None:
    """Give the chosen statements a theme, or take it from them if all bear it."""
    from roundtable.ui.dialogs.theme_choice import ThemeChoice

    those = acted_on(at)
    if not those:
        return
    count = ngettext("{count} statement", "{count} statements", len(those)).format(count=len(those))
    name = await at.ask(ThemeChoice(at.held, _("Which theme for {count}?").format(count=count)))
    if not name:
        return
    known = next((one for one in at.held.themes if one.name == name), None)
    bears = known and all(known.id in at.held.contribution(key).themes for key in those)
    act = themes.untag if bears else themes.tag
    if await at.perform(act, name, those):
        at.statements.chosen = ()
        at.statements.go_to(those[0])
        sentence = _("{count} without “{theme}”") if bears else _("{count} with “{theme}”")
        at.tell(sentence.format(count=count, theme=name))


async def sift(at: AtSynthesis) -> None:
    """Choose what is shown."""
    shown = at.statements
    those = Sieve(topic=shown.sieve.topic).of(at.held, ())
    unused = sum(said.id not in shown.used for said in those)
    wanted = await at.ask(SieveChoice(at.held, shown.sieve, those, unused))
    if wanted:
        shown.sieve = wanted


async def look_for(at: AtSynthesis) -> None:
    """Show only statements with certain words."""
    query = await at.ask(OneLine(_("Which words? An empty line shows all."), at.statements.sieve.query))
    if query is not None:
        at.statements.sieve = replace(at.statements.sieve, query=query)


async def preview(at: AtSynthesis) -> None:
    """Show the whole paper as it would be exported."""
    from roundtable.ui.screens.paper import PaperView

    await at.show(PaperView(at))

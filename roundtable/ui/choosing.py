"""How a paper is wanted, asked one choice at a time."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

from textual.content import Content

from roundtable.domain.disclosure import Form, own_form
from roundtable.domain.session import Session
from roundtable.i18n import _
from roundtable.report.formats import Format
from roundtable.services.export_choices import ExportChoices
from roundtable.services.forms_told import alone_told, folded_told, form_told
from roundtable.ui.at_table import AtTable
from roundtable.ui.dialogs.choice import Choice, Offer
from roundtable.ui.dialogs.path_choice import PathChoice
from roundtable.ui.dialogs.several import Several
from roundtable.ui.widgets.export_rows import FORMS, format_offer
from roundtable.ui.widgets.lines import hanging

WIDTH = 64  # columns of what is offered

Chosen = Awaitable[ExportChoices | None]


async def chosen_anew(at: AtTable, choices: ExportChoices, name: str) -> ExportChoices | None:
    """Ask for one choice, by its name, and give all of them; nothing where the dialog was left."""
    asked: dict[str, Callable[[AtTable, ExportChoices], Chosen]] = {
        "formats": _formats,
        "attribution": _attribution,
        "appendix": _appendix,
        "output": _output,
        "template": _template,
        "paginate": _paginate,
    }
    return await asked[name](at, choices)


async def _formats(at: AtTable, choices: ExportChoices) -> ExportChoices | None:
    offers = [Offer(one, format_offer(one), one.value) for one in Format]
    found = await at.ask(Several(_("In which formats?"), offers, choices.formats))
    return replace(choices, formats=found) if found else None


async def _attribution(at: AtTable, choices: ExportChoices) -> ExportChoices | None:
    own, forms = own_form(at.held), list(Form)
    offers = [Offer(one, _form_offer(at.held, one, own), _(FORMS[one])) for one in forms]
    first = forms.index(choices.attribution or own)
    found = await at.ask(Choice(_("How does the paper say who said what?"), offers, first))
    if found is None:
        return None
    return replace(choices, attribution=None if found is own else found)


def _form_offer(session: Session, form: Form, own: Form) -> Content:
    name = Content.assemble(
        (_(FORMS[form]), "bold"), (_("  as the session has it") if form is own else "", "$dim")
    )
    told = [form_told(session, form), folded_told(session, form), alone_told(session, form)]
    below = [line for one in told if one for line in hanging(Content(one), Content("   "), WIDTH)]
    return Content("\n").join([name, *(line.stylize("$dim") for line in below)])


async def _appendix(_at: AtTable, choices: ExportChoices) -> ExportChoices | None:
    return replace(choices, appendix=not choices.appendix)


async def _template(at: AtTable, choices: ExportChoices) -> ExportChoices | None:
    told = _("Your house’s own DOCX: its styles, page, header and footer. An empty line: ours.")
    found = await at.ask(PathChoice(_("Which Word template?"), told, choices.template, {".docx"}))
    return None if found is None else replace(choices, template=found)


async def _paginate(_at: AtTable, choices: ExportChoices) -> ExportChoices | None:
    return replace(choices, paginate=not choices.paginate)


async def _output(at: AtTable, choices: ExportChoices) -> ExportChoices | None:
    told = _(
        "A folder, or a path to which the endings are added. An empty line: into ./exports, by its own name."
    )
    found = await at.ask(PathChoice(_("Where to?"), told, choices.output))
    if found and found.endswith("/") and not await asyncio.to_thread(_made, Path(found)):
        at.tell(_("There can be no such folder: {path}").format(path=found), warning=True)
        return None
    return None if found is None else replace(choices, output=found)


def _made(folder: Path) -> bool:
    """Make a folder that is not there yet; tell whether it is there now."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return True

"""Showing what was said on the stage, as commands of the live table."""

from roundtable.domain.contributions import Takeaway
from roundtable.domain.staging import Shown, on_stage
from roundtable.i18n import _
from roundtable.services import staging
from roundtable.ui.at_table import AtTable
from roundtable.ui.commands import key_of
from roundtable.ui.undone import shortened


async def show_or_hide(at: AtTable) -> None:
    """Show the contribution on the stage, or hide it."""
    said = at.chosen
    if said is None:
        at.tell(_("Nothing was said yet."))
        return
    await put(at, said)


async def put(at: AtTable, shown: Shown) -> None:
    """Show a contribution or a takeaway on the stage, or hide it where it is shown; say which."""
    seen = on_stage(at.held, at.moment())
    wanted = seen is None or seen.id != shown.id
    after = await at.perform(staging.show_or_hide, shown.id, wanted=wanted)
    if after is None:
        return
    text, now = shortened(shown.text), on_stage(after, at.moment())
    if not wanted and now:
        sentence, text = _("Nothing done: the stage shows “{text}” by now."), shortened(now.text)
    elif now is None:
        sentence = _("Hidden: the stage shows the topic and the time.")
    elif isinstance(shown, Takeaway):
        sentence = _("On the stage: “{text}” ({key} hides it)")
    else:
        sentence = _("On the stage for a moment: “{text}” ({key} hides it)")
    at.tell(sentence.format(text=text, key=key_of("stage")))

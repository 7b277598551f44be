"""Themes as commands: opened from the live table, given to a contribution, renamed, merged, split, dropped."""

from typing import Protocol

from roundtable.domain.contributions import Theme
from roundtable.domain.themes import borne, theme_name, themes_called
from roundtable.errors import ThemeUnnamed
from roundtable.i18n import _, ngettext
from roundtable.services import themes as service
from roundtable.ui.at_table import AtTable
from roundtable.ui.dialogs.theme_choice import ThemeChoice
from roundtable.ui.undone import shortened

SHOWN = 24  # characters of a name, so that what is told fits into 80 columns


class AtThemes(AtTable, Protocol):
    """The page of themes."""

    @property
    def theme(self) -> Theme | None:
        """The theme that is marked; none where the row is of what bears none."""

    def mark(self, key: str) -> None:
        """Mark a theme (its id)."""


async def themes(at: AtTable) -> None:
    """Open the themes."""
    from roundtable.ui.screens.themes import ThemesView

    await at.show(ThemesView(at))


async def tag(at: AtTable) -> None:
    """Give the contribution that is chosen a theme."""
    said = at.chosen
    if said is None:
        at.tell(_("Nothing is marked that could bear a theme."))
        return
    question = _("Which theme does “{text}” bear?").format(text=shortened(said.text))
    name = await at.ask(ThemeChoice(at.held, question, without=said.themes))
    after = await at.perform(service.tag, name, [said.id]) if name else None
    if name and after:
        at.tell(_("It bears “{name}” now.").format(name=shortened(theme_name(name), SHOWN)))


async def take_out(at: AtThemes) -> None:
    """Take the theme away from the contribution that is marked."""
    theme, said = at.theme, at.chosen
    if theme is None or said is None:
        at.tell(_("Enter goes to the contributions of a theme; there one is taken out of it."))
        return
    if await at.perform(service.untag, theme.id, [said.id]):
        sentence = _("No longer of “{name}”: “{text}”")
        at.tell(sentence.format(name=shortened(theme.name, SHOWN), text=shortened(said.text, SHOWN)))


async def rename(at: AtThemes) -> None:
    """Give the theme another name."""
    from roundtable.ui.dialogs.one_line import OneLine

    theme = _marked(at)
    if theme is None:
        return

    def understood(typed: str) -> tuple[str, bool]:
        try:
            wanted = theme_name(typed)
        except ThemeUnnamed:
            return _("A theme needs a name."), False
        there = [one for one in themes_called(at.held, wanted) if one.id != theme.id]
        return (
            (_("“{name}” is there already: the two become one.").format(name=there[0].name), True)
            if there
            else ("", True)
        )

    typed = await at.ask(OneLine(_("What is the theme called?"), theme.name, understood))
    after = await at.perform(service.rename_theme, theme.id, typed) if typed else None
    if not typed or not after:
        return
    if any(one.id == theme.id for one in after.themes):
        at.tell(_("Renamed: it is called “{name}” now.").format(name=shortened(theme_name(typed), SHOWN)))
        return
    into = themes_called(after, theme_name(typed))[0]
    _went(at, theme, into)


async def merge(at: AtThemes) -> None:
    """Let the theme go into another."""
    theme = _marked(at)
    if theme is None:
        return
    if len(at.held.themes) == 1:
        at.tell(_("There is no other theme to merge it with."))
        return
    question = _("Into which theme does “{name}” go?").format(name=shortened(theme.name))
    name = await at.ask(ThemeChoice(at.held, question, without={theme.id}, new=False))
    if not name:
        return
    after = await at.perform(service.merge_themes, [name, theme.id])
    if after:
        _went(at, theme, themes_called(after, name)[0])


def _went(at: AtThemes, theme: Theme, into: Theme) -> None:
    at.mark(into.id)
    sentence = _("“{theme}” went into “{other}” (u: back)")
    at.tell(sentence.format(theme=shortened(theme.name, SHOWN), other=shortened(into.name, SHOWN)))


async def split(at: AtThemes) -> None:
    """Let some contributions bear another theme instead."""
    from roundtable.ui.dialogs.contribution_choice import offer_of
    from roundtable.ui.dialogs.several import Several

    theme = _marked(at)
    if theme is None:
        return
    those = [at.held.contribution(key) for key in borne(at.held, theme).contributions]
    if not those:
        at.tell(_("Nothing bears this theme."))
        return
    offers = [offer_of(at.held, said) for said in those]
    ids = await at.ask(Several(_("Which of these are about something else?"), offers))
    if not ids:
        return
    question = ngettext(
        "Which theme does it bear instead?", "Which theme do these {count} bear instead?", len(ids)
    ).format(count=len(ids))
    name = await at.ask(ThemeChoice(at.held, question, without={theme.id}))
    after = await at.perform(service.split_theme, theme.id, name, ids) if name else None
    if name and after:
        sentence = ngettext(
            "Split off: {count} contribution bears “{name}” now (u: back)",
            "Split off: {count} contributions bear “{name}” now (u: back)",
            len(ids),
        )
        at.tell(sentence.format(count=len(ids), name=shortened(theme_name(name), SHOWN)))


async def drop(at: AtThemes) -> None:
    """Take the theme away, also from all that bears it."""
    theme = _marked(at)
    if theme is None:
        return
    count = len(borne(at.held, theme).contributions)
    if await at.perform(service.drop_theme, theme.id):
        sentence = ngettext(
            "Dropped: “{name}”, from {count} contribution (u: back)",
            "Dropped: “{name}”, from {count} contributions (u: back)",
            count,
        )
        at.tell(sentence.format(name=shortened(theme.name, SHOWN), count=count))


def _marked(at: AtThemes) -> Theme | None:
    if at.theme is None:
        at.tell(_("No theme is marked here."))
    return at.theme

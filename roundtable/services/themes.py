"""Themes that grow from what is typed (`=onboarding`): given to many contributions at once, renamed, merged, split.

A theme is found by its name, a beginning that is its own, or its id. What is done here holds for what was said, also
for what was withdrawn and may come back; it makes no rule for later lines. So a line that ends in `=training` finds
the theme of that name while there is one; once it was renamed, merged or dropped, such a line makes a new theme, which
can be merged again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from roundtable.domain.changes import Edit
from roundtable.domain.contributions import Contribution, Theme
from roundtable.domain.records import changed, created, order_between
from roundtable.domain.session import Session
from roundtable.domain.stamps import new_id
from roundtable.domain.themes import theme_name, theme_named, themes_called
from roundtable.errors import NotOfTheme, OneThemeAlone, ThemeItself
from roundtable.storage.journal import Journal


def tag(journal: Journal, uid: str, name: str, numbers: Sequence[str]) -> Session:
    """Give contributions (numbers or ids) a theme, all or none; one of that name is made where there is none.

    A beginning of a name is not enough here: it may be the name of a new theme. Where two themes are called so, it is
    the first. Raises NoSuchContribution, ThemeUnnamed.
    """

    def decide(session: Session) -> list[Edit]:
        those = _meant(session, numbers)
        if not those:
            return []
        theme, made = _called(session, name)
        return [*made, *_bearing(those, give={theme.id})]

    return journal.append(uid, decide).session


def untag(journal: Journal, uid: str, theme: str, numbers: Sequence[str]) -> Session:
    """Take a theme away from contributions, all or none; the theme stays, also with nothing left that bears it.

    Raises NoSuchTheme, SeveralThemes, NoSuchContribution.
    """

    def decide(session: Session) -> list[Edit]:
        return _bearing(_meant(session, numbers), take={theme_named(session, theme).id})

    return journal.append(uid, decide).session


def rename_theme(journal: Journal, uid: str, theme: str, name: str) -> Session:
    """Give a theme another name; where that is another theme's, the two become one, which is spelled as that one was.

    Raises NoSuchTheme, SeveralThemes, ThemeUnnamed.
    """

    def decide(session: Session) -> list[Edit]:
        old = theme_named(session, theme)
        wanted = theme_name(name)
        there = [one for one in themes_called(session, wanted) if one.id != old.id]
        if there:
            return _merged(session, [there[0], old])
        return _differing(old, replace(old, name=wanted))

    return journal.append(uid, decide).session


def merge_themes(journal: Journal, uid: str, themes: Sequence[str]) -> Session:
    """Make one theme of several: what bears any of them bears the first, and the others are gone.

    A name that two themes have means both, so it is enough alone. Raises NoSuchTheme, SeveralThemes, OneThemeAlone.
    """

    def decide(session: Session) -> list[Edit]:
        found = [
            one for name in themes for one in themes_called(session, name) or [theme_named(session, name)]
        ]
        return _merged(session, list({one.id: one for one in found}.values()))

    return journal.append(uid, decide).session


def split_theme(journal: Journal, uid: str, theme: str, name: str, numbers: Sequence[str]) -> Session:
    """Let contributions bear another theme instead, all or none; one of that name is made where there is none.

    Raises NoSuchTheme, SeveralThemes, ThemeUnnamed, ThemeItself, NoSuchContribution, NotOfTheme.
    """

    def decide(session: Session) -> list[Edit]:
        old = theme_named(session, theme)
        those = _meant(session, numbers)
        for said in those:
            if old.id not in said.themes:
                raise NotOfTheme(number=session.numbers[said.id], theme=old.name, id=old.id)
        if not those:
            return []
        new, made = _called(session, name)
        if new.id == old.id:
            raise ThemeItself(name=old.name)
        return [*made, *_bearing(those, give={new.id}, take={old.id})]

    return journal.append(uid, decide).session


def drop_theme(journal: Journal, uid: str, theme: str) -> Session:
    """Take a theme away, also from all that bears it; one `undo` brings all of it back.

    Raises NoSuchTheme, SeveralThemes.
    """

    def decide(session: Session) -> list[Edit]:
        old = theme_named(session, theme)
        return [*_bearing(session.everything_said, take={old.id}), *_differing(old, _gone(old))]

    return journal.append(uid, decide).session


def _merged(session: Session, themes: Sequence[Theme]) -> list[Edit]:
    if len(themes) < 2:  # noqa: PLR2004 — one alone
        raise OneThemeAlone
    kept, *others = themes
    taken = {one.id for one in others}
    those = [said for said in session.everything_said if said.themes & taken]
    gone = [edit for one in others for edit in _differing(one, _gone(one))]
    return [*_bearing(those, give={kept.id}, take=taken), *_standing(kept), *gone]


def _meant(session: Session, numbers: Iterable[str]) -> list[Contribution]:
    return list({said.id: said for said in map(session.contribution, numbers)}.values())


def _called(session: Session, name: str) -> tuple[Theme, list[Edit]]:
    """Give the theme of a name, and what makes it, or brings it back where only what bears it kept it in sight."""
    wanted = theme_name(name)
    if known := themes_called(session, name) or themes_called(session, wanted):
        return known[0], _standing(known[0])
    last = session.themes[-1].order if session.themes else ""
    made = Theme(id=new_id(), name=wanted, order=order_between(last, ""))
    return made, [created(made)]


def _standing(theme: Theme) -> list[Edit]:
    return _differing(theme, replace(theme, withdrawn=False))


def _gone(theme: Theme) -> Theme:
    return replace(theme, withdrawn=True)


def _differing(old: Theme, new: Theme) -> list[Edit]:
    edit = changed(old, new)
    return [edit] if edit.fields else []


def _bearing(
    those: Iterable[Contribution], *, give: Iterable[str] = (), take: Iterable[str] = ()
) -> list[Edit]:
    """Say which themes contributions bear that did not, and no longer bear that did."""
    anew = [(said, replace(said, themes=said.themes.difference(take).union(give))) for said in those]
    return [changed(said, new) for said, new in anew if said.themes != new.themes]

"""The command palette: every command of a screen, found by its words, by others for them, or by its letters."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from roundtable.domain.session import Session
from roundtable.i18n import N_, _
from roundtable.ui.commands import COMMANDS, Command
from roundtable.ui.looked_for import Fit, fit_by_letters, fit_by_words
from roundtable.ui.palette_words import ALSO
from roundtable.ui.screens.session_screen import SessionScreen

PROGRAM = (
    ("settings", N_("Settings: language, look, bell and keys")),
    ("change_look", N_("Change between dark and light")),
    ("quit", N_("Leave the program; everything is saved")),
)
BEHIND = 20.0  # so many times less a topic counts than a command that fits as well


def _open(session: Session) -> bool:
    return not session.details.closed


# What is offered only while it makes sense; everything else always.
SENSIBLE: Mapping[str, Callable[[Session], bool]] = {
    "close": _open,
    "reopen": lambda session: bool(session.details.closed),
    "count_it": lambda session: session.details.rehearsal,
    **dict.fromkeys(("pause", "skip", "split", "split_last_first"), _open),
    **dict.fromkeys(("floor_ask", "floor_next", "floor_done", "floor_give", "floor_drop"), _open),
}


@dataclass(frozen=True, slots=True)
class Offered:
    """One thing to do: its sentence, its key, its action, and by what other words it is looked for.

    What is `behind` comes after all commands, and is found by its words only.
    """

    sentence: str
    key: str
    action: str
    also: str = ""
    behind: bool = False


class LastHit(DiscoveryHit):
    """What is offered behind all else; providers are asked at once, and whose hits come first is chance."""

    @property
    def score(self) -> float:
        """The place among what is offered, the highest first."""
        return -1.0


class Commands(Provider):
    """Offers what can be done; sentences are shown as they are, never read as markup."""

    hit: type[DiscoveryHit] = DiscoveryHit

    def offered(self) -> Iterable[Offered]:
        """Give what can be done, in its order."""
        return ()

    @property
    def by_letters(self) -> bool:
        """Whether something may be found by letters where nothing is by its words."""
        return True

    async def discover(self) -> Hits:
        """Offer everything."""
        for one in self.offered():
            yield self.hit(
                _shown(Content(one.sentence), one.key), partial(self._run, one.action), text=one.sentence
            )

    async def search(self, query: str) -> Hits:
        """Offer what fits what was typed: by words, and by letters only where no words fit."""
        those = list(self.offered())
        fits = [(one, _fit(query, one)) for one in those]
        if self.by_letters and not any(fit for _one, fit in fits):
            fits = [(one, fit_by_letters(query, one.sentence)) for one in those if not one.behind]
        for one, fit in fits:
            if fit:
                shown = Content(one.sentence)
                for place in fit.places:
                    shown = shown.stylize("bold $accent", place, place + 1)
                act = partial(self._run, one.action)
                yield Hit(fit.score, _shown(shown, one.key), act, text=one.sentence)

    async def _run(self, action: str) -> None:
        await self.screen.run_action(action)


class TableCommands(Commands):
    """The commands of the live table, and its topics to go to."""

    def offered(self) -> Iterable[Offered]:
        """Give the commands in their order, then the topics."""
        session = self.screen.session if isinstance(self.screen, SessionScreen) else None
        yield from _commands(COMMANDS, session)
        for topic in session.topics if session else ():
            title = f"{topic.number} {topic.title}".strip()
            told = _("Go to: {title}").format(title=title)
            yield Offered(told, "", f"go_to('{topic.id}')", title, behind=True)


class ViewCommands(Commands):
    """The commands of a page over the table."""

    def offered(self) -> Iterable[Offered]:
        """Give the commands in their order."""
        commands: tuple[Command, ...] = getattr(self.screen, "commands", ())
        session = getattr(self.screen, "session", None)
        return _commands(commands, session if isinstance(session, Session) else None)


class ProgramCommands(Commands):
    """What can be done on every screen."""

    hit = LastHit

    @property
    def by_letters(self) -> bool:
        """Whether the screen has no commands of its own, of which one may fit by its words."""
        return not self.screen.COMMANDS

    def offered(self) -> Iterable[Offered]:
        """Give the commands of the program."""
        for action, sentence in PROGRAM:
            if action == "settings" and isinstance(self.screen, SessionScreen):
                continue  # among the commands of the table, with its key
            yield Offered(_(sentence), "", f"app.{action}", _also(action))


def _commands(commands: Iterable[Command], session: Session | None) -> Iterable[Offered]:
    """Give those commands that make sense now."""
    for one in commands:
        sensible = SENSIBLE.get(one.name)
        if session is None or sensible is None or sensible(session):
            action = one.action or f"command('{one.name}')"
            yield Offered(_(one.title), one.shown, action, _also(one.name))


def _also(name: str) -> str:
    """Give the other words for a command, those of the language first and then the English ones."""
    words = ALSO.get(name, "")
    told = _(words) if words else ""
    return told if told == words else f"{told} {words}"


def _fit(query: str, one: Offered) -> Fit:
    if not one.behind:
        return fit_by_words(query, one.sentence, one.also)
    fit = fit_by_words(query, "", one.also)  # of a topic only its title counts, not “go to”
    return Fit(fit.score / BEHIND)


def _shown(sentence: Content, key: str) -> Content:
    return Content.assemble(sentence, (f"  {key}" if key else "", "$dim"))

"""The command palette: every command of a screen, found by any letters of its sentence."""

from collections.abc import Iterable
from functools import partial
from unicodedata import normalize

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from roundtable.i18n import N_, _
from roundtable.ui.commands import COMMANDS, Command
from roundtable.ui.screens.session_screen import SessionScreen

PROGRAM = (
    ("settings", N_("Settings: language, look, bell and keys")),
    ("change_look", N_("Change between dark and light")),
    ("quit", N_("Leave the program; everything is saved")),
)


class LastHit(DiscoveryHit):
    """What is offered behind all else; providers are asked at once, and whose hits come first is chance."""

    @property
    def score(self) -> float:
        """The place among what is offered, the highest first."""
        return -1.0


class Commands(Provider):
    """Offers pairs of a sentence and an action; sentences are shown as they are, never read as markup."""

    hit: type[DiscoveryHit] = DiscoveryHit

    def offered(self) -> Iterable[tuple[str, str, str]]:
        """Give sentence, key and action of each command."""
        return ()

    async def discover(self) -> Hits:
        """Offer everything."""
        for sentence, key, action in self.offered():
            yield self.hit(_shown(Content(sentence), key), partial(self._run, action), text=sentence)

    async def search(self, query: str) -> Hits:
        """Offer what fits what was typed."""
        query = _plain(query)
        matcher = self.matcher(query)
        for sentence, key, action in self.offered():
            score, places = matcher.fuzzy_search.match(query, _plain(sentence))
            if score > 0:
                shown = Content(sentence)
                for place in places:
                    shown = shown.stylize("bold $accent", place, place + 1)
                yield Hit(score, _shown(shown, key), partial(self._run, action), text=sentence)

    async def _run(self, action: str) -> None:
        await self.screen.run_action(action)


class TableCommands(Commands):
    """The commands of the live table, and its topics to go to."""

    def offered(self) -> Iterable[tuple[str, str, str]]:
        """Give the commands in their order, then the topics."""
        for command in COMMANDS:
            yield _(command.title), command.shown, command.action or f"command('{command.name}')"
        topics = self.screen.session.topics if isinstance(self.screen, SessionScreen) else ()
        for topic in topics:
            title = f"{topic.number} {topic.title}".strip()
            yield _("Go to: {title}").format(title=title), "", f"go_to('{topic.id}')"


class ViewCommands(Commands):
    """The commands of a page over the table."""

    def offered(self) -> Iterable[tuple[str, str, str]]:
        """Give the commands in their order."""
        commands: tuple[Command, ...] = getattr(self.screen, "commands", ())
        for command in commands:
            yield _(command.title), command.shown, command.action or f"command('{command.name}')"


class ProgramCommands(Commands):
    """What can be done on every screen."""

    hit = LastHit

    def offered(self) -> Iterable[tuple[str, str, str]]:
        """Give the commands of the program."""
        for action, sentence in PROGRAM:
            if action == "settings" and isinstance(self.screen, SessionScreen):
                continue  # among the commands of the table, with its key
            yield _(sentence), "", f"app.{action}"


def _shown(sentence: Content, key: str) -> Content:
    return Content.assemble(sentence, (f"  {key}" if key else "", "$dim"))


def _plain(text: str) -> str:
    """Give a text without accents, letter for letter, so that places in it stay what they are."""
    apart = (normalize("NFD", letter)[:1] for letter in normalize("NFC", text))
    return "".join(apart)

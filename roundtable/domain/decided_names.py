"""Names of participants inside what was said and written, with what was decided on each in one paper."""

from collections.abc import Iterable
from functools import cached_property

from roundtable.domain.contributions import Choice, Contribution, Decision
from roundtable.domain.mentions import Kept, Mention, Names, Neutral, NeutralWords, What, told_neutrally
from roundtable.domain.session import Session


class DecidedNames:
    """The names in texts, judged for a paper in which those who `agreed` (ids) are named."""

    def __init__(self, session: Session, agreed: frozenset[str]) -> None:
        self._session = session
        self._agreed = agreed
        self._names = Names(session.participants, session.details.language)

    def inside(self, text: str, contributions: Iterable[str]) -> tuple[Mention, ...]:
        """Find the names inside a text, with what was decided on them for these contributions (ids)."""
        deciding = tuple(contributions)
        return tuple(self._decided(mention, deciding) for mention in self._names.find(text))

    def neutral(self, text: str, words: NeutralWords, contributions: Iterable[str]) -> Neutral:
        """Put neutral words in the place of names that may not stand in the paper."""
        deciding = tuple(contributions)
        return told_neutrally(text, lambda written: self.inside(written, deciding), words)

    def keys_of(self, name: str) -> frozenset[str]:
        """Give the keys by which decisions on a name are found, however it is spelled."""
        return frozenset(self._names.keys(name))

    def _decided(self, mention: Mention, contributions: tuple[str, ...]) -> Mention:
        choices = [self._decisions.get((one, mention.key)) for one in contributions]
        if Choice.NEUTRAL in choices:
            return mention.kept_because(Kept.NOT)
        if Choice.KEEP in choices:
            return mention.kept_because(Kept.DECIDED)
        if self._is_agreed(mention):
            return mention.kept_because(Kept.AGREED)
        if not mention.sure:
            return mention.kept_because(Kept.UNSURE)
        worded = any(self._worded_without(one, mention.key) for one in contributions)
        return mention.kept_because(Kept.NOT if worded else Kept.UNDECIDED)

    def _is_agreed(self, mention: Mention) -> bool:
        """Say whether everybody whose name this may be agreed to be named."""
        return mention.what is not What.ADDRESS and all(one in self._agreed for one in mention.participants)

    def _worded_without(self, contribution: str, key: str) -> bool:
        """Say whether a person worded a statement anew, and left a name out."""
        said = self._session.of(Contribution).get(contribution)
        return bool(said and said.wording) and key not in self._keys_in_wording(contribution)

    def _keys_in_wording(self, contribution: str) -> frozenset[str]:
        wording = self._session.of(Contribution)[contribution].wording
        return frozenset(mention.key for mention in self._names.find(wording))

    @cached_property
    def _decisions(self) -> dict[tuple[str, str], Choice]:
        found = self._session.of(Decision).values()
        known = sorted((one for one in found if not one.withdrawn), key=lambda one: (one.stamp, one.id))
        return {
            (one.contribution or "", key): one.choice for one in known for key in self._names.keys(one.name)
        }

"""Taking what was erased out of all that was said and written, as far as it is known here."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from roundtable.domain.agenda import Topic
from roundtable.domain.approvals import Answer, Approval
from roundtable.domain.changes import Change, Key, fold
from roundtable.domain.contributions import Contribution, Decision, Export, Prose, Support, Takeaway
from roundtable.domain.erasures import REMARKS, TEXTS, Erasure, Erasures, all_gone, erased_person, stripped
from roundtable.domain.mentions import Kept, Mention, Names, NeutralWords, told_neutrally
from roundtable.domain.people import Participant, Sector
from roundtable.domain.references import Tells, references
from roundtable.domain.session import Details

LEFT_OUT = "[…]"  # what stands in the place of words that were erased
_FEWEST = 3  # words that are looked for elsewhere, so that a mere yes is erased nowhere else
_WORD = re.compile(r"[^\W_]+")
_SENTENCE = re.compile(r"[.!?…;:]+\s+")
_SAID = frozenset({"text", "typed"})  # of what people write, what was said at the table
# Titles and names that the organiser gave are told, and left.
_LEFT = frozenset({Details.KIND, Sector.KIND, Topic.KIND, Participant.KIND, Erasure.KIND, Export.KIND})
# What is more than about one contribution or person, and so is not emptied with it.
_ON_ITS_OWN = frozenset(
    {Contribution.KIND, Participant.KIND, Support.KIND, Prose.KIND, Takeaway.KIND, Erasure.KIND}
)


class Eraser:
    """Takes what was erased out of the changes of a session, also out of what others said and wrote.

    `emptied` are the records that were about nothing else.
    """

    def __init__(self, changes: Iterable[Change], erasures: Erasures, language: str) -> None:
        known = tuple(changes)
        people = [one for one in erasures.values() if one.kind == Participant.KIND]
        told = {one.id for one in people if one.instead}
        self._erasures = erasures
        self._phrases = _Phrases(_said(known, erasures))
        self._names = Names(_called(known, {one.id for one in people}), language)
        self._mentions = Names(_called(known, told), language)
        self._instead = _neutral_words(people)
        self._refusals = _refusals(known)
        self.emptied = frozenset(self._belongings(known))

    def _belongings(self, changes: Iterable[Change]) -> Iterator[Key]:
        """Give the records that are about nothing but what was erased: turns, decisions on names, approvals."""
        return (one.key for one in changes if one.kind not in _ON_ITS_OWN and self._is_about_erased(one))

    def _is_about_erased(self, change: Change) -> bool:
        fields = change.fields
        if change.key not in self._refusals and erased_person(fields.get("participant"), self._erasures):
            return True
        # An approval bears the id of the contribution itself.
        about = (change.record, fields.get("contribution"))
        if any(isinstance(one, str) and all_gone(self._erasures, Contribution.KIND, one) for one in about):
            return True
        name = fields.get("name")
        return change.kind == Decision.KIND and isinstance(name, str) and self.neutral(name) != name

    def rewritten(self, change: Change) -> Change:
        """Give a change without what was erased."""
        if change.key in self.emptied:
            return replace(change, fields={"withdrawn": True} if change.fields.get("withdrawn") else {})
        found = stripped(change, self._erasures)
        fields = dict(found.fields)
        for name in [name for name in fields if _is_written(change.kind, name)]:
            if isinstance(text := fields[name], str):
                # What somebody else said is theirs, also where the words are the same.
                said = change.kind == Contribution.KIND and name in _SAID
                fields[name] = self.neutral(text) if said else self.text(text)
        typed, text = found.fields.get("typed"), fields.get("text")
        if isinstance(typed, str) and isinstance(text, str) and self.names(typed):
            fields["typed"] = text  # the line began with whom it names
        return replace(found, fields=fields) if fields != dict(found.fields) else found

    def names(self, text: str) -> bool:
        """Say whether a text names somebody who was erased."""
        return any(mention.sure for mention in self._names.find(text))

    def text(self, text: str) -> str:
        """Give what somebody wrote without erased words and names."""
        for cited in reversed([*references(text)]):
            gone = all_gone(self._erasures, Contribution.KIND, cited.contribution)
            if gone and cited.tells is Tells.WORDS:
                text = text[: cited.start] + LEFT_OUT + text[cited.end :]
        return self.neutral(self._phrases.left_out_of(text))

    def neutral(self, text: str) -> str:
        """Give a text with neutral words in the place of the names of the erased."""
        return told_neutrally(text, self._found, self._instead).text

    def _found(self, text: str) -> list[Mention]:
        return [
            mention.kept_because(Kept.NOT if mention.sure else Kept.UNSURE)
            for mention in self._mentions.find(text)
        ]


def _is_written(kind: str, name: str) -> bool:
    """Say whether a field is one in which somebody writes what may name others."""
    return name.startswith(REMARKS) or (kind not in _LEFT and name in TEXTS)


def _neutral_words(people: Iterable[Erasure]) -> NeutralWords:
    instead = next((one.instead for one in people if one.instead), {})
    person, address = instead.get("person", LEFT_OUT), instead.get("address", LEFT_OUT)
    of_person, two = instead.get("of_person", LEFT_OUT), instead.get("two_people", LEFT_OUT)
    return NeutralWords(person, of_person, LEFT_OUT, LEFT_OUT, address, two)


def _called(changes: Iterable[Change], people: set[str]) -> Iterator[Participant]:
    """Give erased people under each name and address that they ever had."""
    for change in changes:
        if change.kind == Participant.KIND and change.record in people:
            held = {name: value for name, value in change.fields.items() if isinstance(value, str)}
            name, nickname, email = (held.get(field, "") for field in ("name", "nickname", "email"))
            yield Participant(id=change.record, name=name, nickname=nickname, email=email)


def _refusals(changes: Iterable[Change]) -> frozenset[Key]:
    """Give the approvals that were refused: words that stay, of nobody, are not to be printed all the same."""
    asked = fold(change for change in changes if change.kind == Approval.KIND)
    return frozenset(key for key, found in asked.items() if found.fields.get("answer") == Answer.REFUSED)


def _said(changes: Iterable[Change], erasures: Erasures) -> set[str]:
    """Give all that erased contributions ever said."""
    return {
        text
        for change in changes
        if change.kind == Contribution.KIND and all_gone(erasures, change.kind, change.record)
        for name in TEXTS
        if isinstance(text := change.fields.get(name), str)
    }


class _Phrases:
    """What is looked for elsewhere: texts and their sentences, by their words alone, found by their first word."""

    def __init__(self, texts: Iterable[str]) -> None:
        parts = {part for text in texts for part in (text, *_SENTENCE.split(text))}
        self._runs: dict[str, list[Sequence[str]]] = {}
        for run in {tuple(_words(part)) for part in parts}:
            if len(run) >= _FEWEST:
                self._runs.setdefault(run[0], []).append(run)
        for runs in self._runs.values():
            runs.sort(key=len, reverse=True)

    def left_out_of(self, text: str) -> str:
        """Give a text without these phrases, a sign in their place."""
        found = [*_WORD.finditer(text)] if self._runs else []
        said = tuple(word[0].casefold() for word in found)
        made, done, place = "", 0, 0
        while place < len(found):
            length = self._length_at(said, place)
            if length:
                made += text[done : found[place].start()] + LEFT_OUT
                done = found[place + length - 1].end()
            place += length or 1
        return made + text[done:]

    def _length_at(self, said: Sequence[str], place: int) -> int:
        runs = self._runs.get(said[place], ())
        return next((len(run) for run in runs if said[place : place + len(run)] == run), 0)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]

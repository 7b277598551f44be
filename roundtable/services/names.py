"""Names of participants inside what may be printed: where each stands, and the remembered decision on it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from roundtable.domain.changes import Edit
from roundtable.domain.contributions import Choice, Decision
from roundtable.domain.disclosure import Disclosure, Form
from roundtable.domain.mentions import Kept, What
from roundtable.domain.records import changed, created
from roundtable.domain.references import Tells, beside_references, references
from roundtable.domain.session import Session
from roundtable.domain.stamps import new_id
from roundtable.errors import NoSuchName
from roundtable.services.disclosing import disclosure_of
from roundtable.storage.journal import Journal

TOPIC, TAKEAWAY = "topic:", "takeaway:"
_ENDS = ("introduction", "conclusion")
# What is to be looked at first: a name may stand in a statement several times, and in several cases.
_FIRST = (Kept.UNDECIDED, Kept.NOT, Kept.DECIDED, Kept.AGREED, Kept.UNSURE)


@dataclass(frozen=True, slots=True)
class NameInside:
    """A name inside something that may be printed, and whether it stays there.

    `place` is the id that decisions go by: of a contribution, of a takeaway, or of a part (`introduction`, a topic's
    id, `conclusion`); `called` is how commands name it: 12, introduction, topic:2, takeaway:3. `participants` (ids)
    are whose name it may be, `key` is by what it is known, however it is spelled.
    """

    name: str
    what: What
    place: str
    called: str
    kept: Kept
    sure: bool
    key: str
    participants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Printable:
    """A text that may be printed, with its place, and the ids that decisions on names in it go by."""

    place: str
    called: str
    text: str
    deciding: tuple[str, ...]


def names_inside(session: Session, form: Form | None = None) -> tuple[NameInside, ...]:
    """Give the names of participants inside what may be printed, each once a place; undecided ones first.

    They are looked for in all statements (in their words and their wording), in what people wrote for the parts, and
    in takeaways, and judged by the rule of a paper of this form (None: that of the session).
    """
    disclosure = disclosure_of(session, form)
    found: dict[tuple[str, str], NameInside] = {}
    for one in printable(session):
        for mention in disclosure.names_in(one.text, one.deciding):
            inside = NameInside(
                mention.name,
                mention.what,
                one.place,
                one.called,
                mention.kept,
                mention.sure,
                mention.key,
                mention.participants,
            )
            known = found.get((one.place, mention.key))
            if known is None or _FIRST.index(inside.kept) < _FIRST.index(known.kept):
                found[one.place, mention.key] = inside
    return tuple(sorted(found.values(), key=lambda one: one.kept is not Kept.UNDECIDED))


def printable(session: Session) -> Iterator[Printable]:
    """Give all texts that may be printed: statements and their wordings, titles and prose of parts, takeaways."""
    for said in session.contributions:
        called = str(session.numbers[said.id])
        for text in (said.wording, said.text):
            if text:
                yield Printable(said.id, called, text, (said.id,))
    details = session.details
    parts = [("introduction", "introduction", "")]
    parts += [(one.id, TOPIC + session.topic_name(one), one.title) for one in session.topics]
    parts.append(("conclusion", "conclusion", ""))
    for key, called, title in parts:
        yield Printable(key, called, title, (key,))
        written = session.prose(key)
        text = written.text if written else ""
        if key == "introduction" and not text:
            text = "\n".join((details.opening, *details.questions))
        yield from _prose(key, called, text)
    for position, one in enumerate(session.takeaways, 1):
        deciding = (one.id,) if one.worded else (one.id, *sorted(one.evidence))
        yield Printable(one.id, f"{TAKEAWAY}{position}", f"{one.title}\n{one.text}", deciding)


def _prose(key: str, called: str, text: str) -> Iterator[Printable]:
    """Give prose as people wrote it, and the words in it that rest on statements."""
    yield Printable(key, called, beside_references(text), (key,))
    for cited in references(text):
        if cited.tells is Tells.WORDS:
            yield Printable(key, called, cited.words, (cited.contribution, key))


def place_named(session: Session, called: str) -> str:
    """Give the id of a place as commands name it. Raises NoSuchContribution, NoSuchTopic, NoSuchTakeaway."""
    wanted = called.strip()
    if wanted in _ENDS or wanted in session.positions or any(wanted == one.id for one in session.takeaways):
        return wanted
    if wanted.startswith(TOPIC):
        return session.topic(wanted.removeprefix(TOPIC)).id
    if wanted.startswith(TAKEAWAY):
        return session.takeaway(wanted.removeprefix(TAKEAWAY)).id
    return session.contribution(wanted).id


def names_called(session: Session, name: str, places: Collection[str] | None = None) -> list[NameInside]:
    """Give a name, however it is spelled, in these places (ids, or as commands name them) or wherever it stands (None).

    Raises NoSuchName where it stands in none of them, and what `place_named` raises.
    """
    keys = disclosure_of(session).keys_of(name)
    wanted = None if places is None else {place_named(session, one) for one in places}
    inside = names_inside(session)
    found = [one for one in inside if one.key in keys and (wanted is None or one.place in wanted)]
    if not found:
        raise NoSuchName(name=name)
    return found


def decide_name(
    journal: Journal, uid: str, name: str, choice: Choice, contributions: Collection[str] | None = None
) -> Session:
    """Remember what happens to a name, in these places (ids, or as commands name them) or everywhere it stands (None).

    Raises NoSuchName where it stands in none of them, and what `place_named` raises.
    """

    def decide(session: Session) -> list[Edit]:
        disclosure = disclosure_of(session)
        those = names_called(session, name, contributions)
        return [edit for one in those for edit in _deciding(disclosure, one, choice)]

    return journal.append(uid, decide).session


def _deciding(disclosure: Disclosure, inside: NameInside, choice: Choice) -> Iterator[Edit]:
    """Give what changes: decisions that were taken on this name in this place, or a new one where there is none."""
    known = [
        one
        for one in disclosure.session.of(Decision).values()
        if one.contribution == inside.place
        and not one.withdrawn
        and inside.key in disclosure.keys_of(one.name)
    ]
    if not known:
        made = Decision(id=new_id(), contribution=inside.place, name=inside.name, choice=choice)
        yield created(made)
    yield from (changed(one, replace(one, choice=choice)) for one in known if one.choice is not choice)

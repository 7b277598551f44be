"""Which statements of a topic stand in its chapter, in which order, and in which paragraphs."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from roundtable.domain.approvals import refused
from roundtable.domain.contributions import Kind
from roundtable.domain.disclosure import Disclosure
from roundtable.report.grouping import Group, Groups, grouped, main_theme
from roundtable.report.paragraphs import Passage, fitted, interruptions
from roundtable.report.statements import Statement, statements, told_once, usable
from roundtable.report.units import BODY, Unit, by_weight, units_of
from roundtable.report.word_lists import word_lists

MOST_STATEMENTS = 24  # a chapter
MOST_PARAGRAPHS = 6
MOST_PROPOSALS = 6  # where there is more to say than there is room
MOST_QUESTIONS = 4
FEW = 3  # statements: one paragraph
PULL_FROM = 6  # statements
PULL_WORDS = 25


@dataclass(frozen=True, slots=True)
class Chosen:
    """What stands in a chapter; `pull` stands after passage number `pull_after` (0-based).

    `few`: so little that one paragraph holds it; `found` are all statements that might have stood in it.
    """

    found: tuple[Statement, ...] = ()
    passages: tuple[Passage, ...] = ()
    pull: Statement | None = None
    pull_after: int = 0
    proposals: tuple[Unit, ...] = ()
    questions: tuple[Unit, ...] = ()
    few: bool = False

    @property
    def units(self) -> tuple[Unit, ...]:
        """The statements with what follows them, in the order of printing."""
        return (*(unit for one in self.passages for unit in one.units), *self.proposals, *self.questions)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements that are printed, the pull quote last."""
        printed = tuple(one for unit in self.units for one in unit.statements)
        return (*printed, self.pull) if self.pull else printed


def choose(topic: str, disclosure: Disclosure, handed: Groups = (), telling: Collection[str] = ()) -> Chosen:
    """Choose for a topic (id); `handed` are groups of contribution ids that are alike, `telling` speak for many."""
    session = disclosure.session
    lists = word_lists(session.details.language)
    those = (one for one in session.on_topic(topic) if usable(one) and not refused(session, one))
    seen = statements(those, disclosure)
    found = [replace(one, telling=True) if one.id in telling else one for one in seen]
    spoken = [one for one in found if not one.empty]
    twins = told_once(spoken, lists)
    kept = [one for one in spoken if one.id not in twins]
    pull = _pull_quote(kept) if len(found) >= PULL_FROM else None
    units = units_of([one for one in kept if one is not pull], found, twins)
    body = [unit for unit in units if unit.head.said.kind in BODY]
    room = MOST_STATEMENTS - (pull.room if pull else 0)
    proposals, questions = _ends(units, room - sum(unit.room for unit in body))
    room -= sum(unit.room for unit in (*proposals, *questions))
    chosen = Chosen(tuple(found), (), pull, 0, proposals, questions)
    groups = grouped(body, disclosure, handed)
    passages = fitted(groups, room, MOST_PARAGRAPHS - end_paragraphs(chosen))
    chosen = replace(chosen, passages=passages)
    if len(chosen.statements) <= FEW:
        whole = Passage(tuple(unit for passage in passages for unit in passage.units))
        return replace(chosen, passages=(whole,) if whole.units else (), few=True)
    return replace(chosen, pull_after=_beside(pull, kept, passages, groups, disclosure) if pull else 0)


def end_paragraphs(chosen: Chosen) -> int:
    """Give how many paragraphs the proposals and the questions take."""
    ends = [those for those in (chosen.proposals, chosen.questions) if those]
    single = [those[0].statements for those in ends if len(those) == 1]
    if len(single) == len(ends) > 1:  # one of each: they share a paragraph
        return 1 + interruptions([*single[0], *single[1]])
    return len(ends) + sum(map(interruptions, single))


def _pull_quote(kept: Sequence[Statement]) -> Statement | None:
    """Give the first starred verbatim quote that is short enough; one that was opposed keeps its place in the talk."""
    opposed = {one.said.answers for one in kept if one.opposes}
    for one in kept:
        short = one.verbatim and one.word_count <= PULL_WORDS
        if one.said.starred and short and one.id not in opposed:
            return one
    return None


def _ends(units: Sequence[Unit], spare: int) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    """Choose proposals and questions for the end, where `spare` is the room that the others leave."""
    proposals = [unit for unit in units if unit.head.said.kind is Kind.PROPOSAL]
    questions = [unit for unit in units if unit.head.said.kind is Kind.QUESTION]
    asked = sum(unit.room for unit in questions)
    first = _heaviest(proposals, max(MOST_PROPOSALS, spare - asked))
    left = spare - sum(unit.room for unit in first)
    return first, _heaviest(questions, max(MOST_QUESTIONS, left))


def _heaviest(units: Sequence[Unit], room: int) -> tuple[Unit, ...]:
    taken: list[Unit] = []
    for unit in by_weight(units):
        if unit.room <= room:
            taken.append(unit)
            room -= unit.room
    return tuple(sorted(taken, key=lambda unit: unit.place))


def _beside(
    pull: Statement,
    kept: Sequence[Statement],
    passages: Sequence[Passage],
    groups: Sequence[Group],
    disclosure: Disclosure,
) -> int:
    """Give the passage after which a pull quote stands: the last of its theme, else the one said nearest before it."""
    names = {theme.id: theme.name for theme in disclosure.session.themes}
    theme = names.get(main_theme(pull, names, Counter(one for said in kept for one in said.said.themes)), "")
    of_theme = [
        place for place, passage in enumerate(passages) if theme and groups[passage.group].theme == theme
    ]
    if of_theme:
        return of_theme[-1]
    ranks = {one.id: rank for rank, one in enumerate(kept)}
    earlier = [
        (ranks[one.id], place)
        for place, passage in enumerate(passages)
        for one in passage.statements
        if ranks[one.id] < ranks[pull.id]
    ]
    return max(earlier)[1] if earlier else 0

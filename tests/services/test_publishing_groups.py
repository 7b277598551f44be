"""What people decided to be one point stands together in the paper; what is only proposed moves nothing."""

from roundtable.domain.contributions import Contribution
from roundtable.insight.likeness import proposed_groups
from roundtable.report.document import plain
from roundtable.services import likeness
from roundtable.services.publishing import Wanted, composed, confirmed_groups, draft_part
from tests.services.tables import Table

LINES = (
    "els: goals come before hours in our shops",
    "karim: the canteen closes too early for the night shift",
    "an: parking is a problem on Fridays",
    "els: shifts are planned far too late",
    "karim: nobody answers the phone on Friday",
    "an: trust grows when goals are clear",
    "els: cleaning is never planned at all",
    "karim: the canteen closes too early for drivers",
    "an: a goal replaces the clock with us",
    "els: buses come late every morning",
)
GOALS = ("1", "6", "9")


def said(table: Table) -> list[Contribution]:
    """Record the lines at the first numbered topic."""
    topic = table.session.topic("1").id
    for line in LINES:
        table.record(line, topic=topic)
    return [table.session.contribution(number) for number in GOALS]


def together(table: Table, those: list[Contribution]) -> bool:
    """Tell whether some statements stand in one paragraph of the draft, and of the paper as it is exported."""
    in_draft = draft_part(table.session, "1").markdown.split("\n\n")
    paper = composed(table.session, Wanted()).document.parts
    in_paper = [plain(block.inlines) for one in paper for block in one.blocks if hasattr(block, "inlines")]

    def holds(paragraphs: list[str]) -> bool:
        return any(all(one.text in each.lower() for one in those) for each in paragraphs)

    assert holds(in_draft) == holds(in_paper)
    return holds(in_draft)


def test_a_confirmed_group_is_a_paragraph_of_the_drafted_chapter(table: Table) -> None:
    goals = said(table)
    assert proposed_groups(table.session, goals[0].topic)
    assert not together(table, goals)
    likeness.join(table.journal, table.uid, GOALS)
    assert together(table, goals)
    table.journal.undo(table.uid)
    assert not together(table, goals)


def test_a_group_across_topics_is_handed_to_each_with_what_was_said_there(table: Table) -> None:
    (first, *_) = said(table)
    elsewhere = table.session.topic("2").id
    table.record("karim: goals, goals, goals", topic=elsewhere)
    likeness.join(table.journal, table.uid, ["1", "6", "11"])
    groups = confirmed_groups(table.session)
    assert [[table.session.numbers[key] for key in one] for one in groups[first.topic or ""]] == [[1, 6]]
    assert elsewhere not in groups

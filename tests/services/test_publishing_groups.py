"""What people decided to be one point stands together in the paper."""

from roundtable.services.publishing import draft_part
from tests.services.tables import Table

LINES = (
    "goals come before hours",
    "the canteen closes too early",
    "parking is a problem",
    "shifts are planned late",
    "nobody answers the phone on Friday",
    "trust grows with clear goals",
    "cleaning is never planned",
    "lunch is short",
    "goals replace the clock",
    "buses are late",
)


def paragraphs(table: Table) -> list[str]:
    return draft_part(table.session, "1").markdown.split("\n\n")

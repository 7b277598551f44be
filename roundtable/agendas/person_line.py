"""One person on one line: `Els Peeters, RET, Colruyt, HR`, with commas, semicolons or tabs."""

import re

from roundtable.domain.people import Person
from roundtable.domain.text import clean

_ADDRESS = re.compile(r"<?\s*([^\s<>;,]+@[^\s<>;,]+)\s*>?")


def read_person(line: str) -> Person:
    """Read name, sector, organisation and role, in this order; an e-mail address may stand anywhere.

    What stands behind a fourth sign belongs to the role.
    """
    found = _ADDRESS.search(line)
    rest = line[: found.start()] + line[found.end() :] if found else line
    mark = next((sign for sign in ";\t" if sign in rest), ",")
    parts = [clean(part) for part in rest.split(mark, 3)]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    name, sector, organisation, role = [*parts, "", "", ""][:4]
    return Person(name, sector, organisation, role, email=clean(found[1]) if found else "")

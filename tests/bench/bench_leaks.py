"""Two hundred names planted in finished files, false alarms on real evenings, and the time that looking takes."""

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from roundtable.domain.disclosure import Disclosure, Form
from roundtable.domain.session import Session
from roundtable.report.formats import Format
from roundtable.report.scan import Found, scan
from roundtable.services.archive import import_session
from roundtable.services.publishing import Wanted, composed, rendered
from roundtable.storage.journal import Journal
from tests.bench.figures import Figure, interleaved
from tests.bench.made import database
from tests.report.planting.bearers import disclosure, is_found, spelled
from tests.report.planting.files import FILES
from tests.report.planting.office import left, saved
from tests.report.planting.places import PASSING, SURVIVING, Planted, planted

SHARED = Path(os.environ.get("ROUNDTABLE_SHARED", Path(__file__).parents[3] / "shared"))


def measure() -> Iterator[Figure]:
    """Plant and look for it; nothing of LibreOffice where there is none, no real evenings where none are shared."""
    direct = planted(PASSING, 65)
    yield _found("Names planted in a DOCX", direct, scan(direct.content, "x.docx", disclosure()))
    yield _in_other_files()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if office := shutil.which("soffice"):
            yield from _saved_by_libreoffice(office, folder)
        if (SHARED / "sessions").is_dir():
            yield from _false_alarms(folder)
        yield _time(folder)


def _found(question: str, made: Planted, found: tuple[Found, ...]) -> Figure:
    missed = made.missed(found)
    told = f"{question}; missed: {', '.join(f'{place} ({term})' for place, term in missed) or 'none'}"
    count = len(made.plants)
    return Figure(told, (count - len(missed),), (count,), "names", "planted", "= 1")


def _in_other_files() -> Figure:
    """Plant each in a file of its own."""
    plants = [(place, spelled(7 * number)) for number, place in enumerate(FILES)]
    missed = [
        (place, term)
        for place, term in plants
        if not is_found(term, scan(FILES[place][1](term), FILES[place][0], disclosure()))
    ]
    told = f"Names planted in HTML, Markdown, PDF and others; missed: {missed or 'none'}"
    return Figure(told, (len(plants) - len(missed),), (len(plants),), "names", "planted", "= 1")


def _saved_by_libreoffice(office: str, folder: Path) -> Iterator[Figure]:
    made = planted(SURVIVING, 100)
    for ending in ("docx", "odt"):
        still = left(made, saved(office, made.content, folder, ending))
        question = (
            f"A hundred names planted in a DOCX, those still there once LibreOffice saved it as {ending}"
        )
        yield _found(question, still, scan(still.content, f"x.{ending}", disclosure()))


def _false_alarms(folder: Path) -> Iterator[Figure]:
    """Look through the papers of real evenings, in which nobody planted anything, in every form."""
    for path in sorted((SHARED / "sessions").glob("*-*.json")):
        with closing(Journal.open(folder / "real.db")) as journal:
            session = journal.session(import_session(journal, path).uid)
        looks = [one for form in Form for one in _looks(session, form)]
        alarms, doubts = (sum(one.sure is sure for found in looks for one in found) for sure in (True, False))
        question = f"False alarms on {path.stem}, {doubts} things shown that block nothing"
        yield Figure(question, (alarms,), (len(looks),), "alarms", "papers looked through", "= 0")


def _looks(session: Session, form: Form) -> Iterator[tuple[Found, ...]]:
    for appendix in (False, True):
        wanted = Wanted(attribution=form, appendix=appendix)
        composition = composed(session, wanted)
        for target in wanted.formats:
            content = rendered(composition, wanted, target)
            yield scan(content, f"x{target.ending}", Disclosure.of(session, form))


def _time(folder: Path) -> Figure:
    """Look through a paper of ten thousand contributions, beside composing and rendering it."""
    database(folder / "large.db", 10_000)
    with closing(Journal.open(folder / "large.db")) as journal:
        uid = journal.sessions()[0].uid
        wanted = Wanted((Format.DOCX,), appendix=True)

        def made() -> bytes:
            return rendered(composed(journal.session(uid), wanted), wanted, Format.DOCX)

        rule, content = Disclosure.of(journal.session(uid), Form.SECTOR), made()
        figures = interleaved(
            lambda: _milliseconds(lambda: scan(content, "x.docx", rule)), lambda: _milliseconds(made), 5
        )
    question = "Looking through the DOCX of 10,000 contributions"
    return Figure(question, *figures, "ms", "composing and rendering it", "≤ 0.33")


def _milliseconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - begun)

"""Names planted in all the places of finished files are found, and a clean file gives no alarm."""

from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from roundtable.domain.disclosure import Disclosure, Form
from roundtable.report.formats import Format
from roundtable.report.scan import scan
from roundtable.services.archive import import_session
from roundtable.services.publishing import Wanted, composed
from roundtable.storage.journal import Journal
from tests.report.planting.bearers import disclosure, is_found, spelled
from tests.report.planting.files import FILES
from tests.report.planting.office import left, saved
from tests.report.planting.places import PASSING, SURVIVING, Planted, planted
from tests.report.planting.word import Plant, paper


def missed(made: Planted, name: str = "paper.docx") -> list[tuple[str, str]]:
    return made.missed(scan(made.content, name, disclosure()))


def test_a_clean_paper_gives_no_alarm() -> None:
    assert scan(paper(), "paper.docx", disclosure()) == ()


@pytest.mark.parametrize("evening", ["en-polis-biodiversity", "fr-fredsum-retraites"])
def test_the_papers_of_a_real_evening_give_no_alarm(evening: str, shared: Path, tmp_path: Path) -> None:
    with closing(Journal.open(tmp_path / "real.db")) as journal:
        session = journal.session(import_session(journal, shared / "sessions" / f"{evening}.json").uid)
    for form in Form:
        wanted = Wanted(attribution=form, appendix=form is Form.SECTOR)
        composition = composed(session, wanted)
        for target in (Format.MARKDOWN, Format.DOCX):
            content = target.render(composition.document)
            assert scan(content, f"x{target.ending}", Disclosure.of(session, form)) == ()


@pytest.mark.parametrize("places", [SURVIVING, PASSING], ids=["of every word processor", "of Word alone"])
def test_a_name_is_found_in_every_place_of_a_word_document(places: Mapping[str, Plant]) -> None:
    assert missed(planted(places, 2 * len(places))) == []


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("place", FILES)
def test_a_name_is_found_in_every_place_of_other_files(place: str, number: int) -> None:
    name, made = FILES[place]
    term = spelled(7 * list(FILES).index(place) + number)
    assert is_found(term, scan(made(term), name, disclosure()))


def test_a_name_is_found_wherever_libreoffice_put_it(tool: Callable[[str], str], tmp_path: Path) -> None:
    made = planted(SURVIVING, 60)
    still = left(made, saved(tool("soffice"), made.content, tmp_path, "docx"))
    assert len(still.plants) > 50
    assert missed(still) == []


@pytest.mark.parametrize("place", ["xzelf{}x", "{}xen", "pre{}"])
def test_a_name_inside_another_word_is_none(place: str) -> None:
    words = " ".join(place.format(spelled(10 * number + 1).lower()) for number in range(10))
    assert scan(words.encode(), "x.md", disclosure()) == ()

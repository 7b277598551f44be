"""What a browser makes of the paper: nothing is asked for, axe finds nothing, and it fits on a phone and on paper."""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from pypdf import PdfReader

from roundtable.report.formats import Format
from roundtable.services.archive import import_session
from roundtable.services.publishing import Wanted, composed
from roundtable.storage.journal import Journal
from tests.report.evenings import LANGUAGES, NOW, evening_paper

PHONE, DESK = 320, 1280


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Give a browser without a window; skip where there is none."""
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("chromium is not installed")
    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def opened(
    browser: Browser, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[tuple[Page, list[str]]]:
    """Open the paper of the sample evening, and give the page with the addresses that it asked for."""
    path = tmp_path / "paper.html"
    path.write_bytes(Format.HTML.render(evening_paper(request.param)))
    asked: list[str] = []
    page = browser.new_page(viewport={"width": DESK, "height": 900})
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    yield page, asked
    page.close()


def find_faults(page: Page, scheme: str, width: int) -> None:
    """Let axe look at a page, which may scroll to no side."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") == width
    found = Axe().run(page)
    assert not found.violations_count, found.generate_report()


@pytest.mark.parametrize("opened", LANGUAGES, indirect=True)
def test_axe_finds_nothing_by_day_and_by_night_on_a_phone_and_on_a_desk(
    opened: tuple[Page, list[str]],
) -> None:
    page, asked = opened
    looks = [("light", DESK), ("dark", PHONE)]
    if page.evaluate("document.documentElement.lang") == "nl":
        looks += [("light", PHONE), ("dark", DESK)]
    for scheme, width in looks:
        find_faults(page, scheme, width)
    assert asked == [page.url]  # and no more than the file itself was asked for


def test_axe_finds_nothing_in_the_paper_of_a_shared_session(
    browser: Browser, shared: Path, tmp_path: Path
) -> None:
    journal = Journal.open(tmp_path / "roundtable.db", lambda: NOW, "here")
    session = journal.session(import_session(journal, shared / "sessions" / "en-polis-biodiversity.json").uid)
    journal.close()
    path = tmp_path / "paper.html"
    path.write_bytes(Format.HTML.render(composed(session, Wanted(appendix=True)).document))
    page = browser.new_page()
    page.goto(path.as_uri())
    find_faults(page, "light", PHONE)
    page.close()


@pytest.mark.parametrize("opened", ["nl"], indirect=True)
def test_a_line_of_text_holds_as_many_letters_as_read_well(opened: tuple[Page, list[str]]) -> None:
    page, _ = opened
    lengths = page.evaluate(
        """() => [...document.querySelectorAll("section.chapter > p")].flatMap(one => {
            const words = document.createRange();
            words.selectNodeContents(one);
            const lines = new Set([...words.getClientRects()].map(box => Math.round(box.top))).size;
            return lines > 3 ? [one.textContent.length / (lines - 0.5)] : [];
        })"""
    )
    assert 60 < sum(lengths) / len(lengths) < 80  # 66 to 75, give or take the fonts of this machine


@pytest.mark.parametrize("opened", ["nl"], indirect=True)
def test_on_paper_the_cover_is_a_page_of_its_own_and_each_chapter_begins_one(
    opened: tuple[Page, list[str]],
) -> None:
    page, _ = opened
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, tagged=True)))
    pages = [one.extract_text() for one in printed.pages]
    width, height = (round(float(side) / 72 * 25.4) for side in printed.pages[0].mediabox[2:])
    assert (width, height) == (210, 297)
    assert "Telewerk en bedrijfsgroei" in pages[0]
    assert "Inhoud" not in pages[0]
    begun = {
        " ".join(line.split()) for text in pages for line in text.strip().splitlines()[:2]
    }  # the first may be its number
    assert {"Inhoud", "Inleiding", "2 Vertrouwen als basis van hybride werk", "Kernpunten"} <= begun
    assert f"3 van {len(pages)}" in pages[2]


@pytest.mark.parametrize("opened", ["nl"], indirect=True)
def test_paper_is_white_where_the_screen_is_dark(opened: tuple[Page, list[str]]) -> None:
    page, _ = opened
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(ground) == "rgb(22, 27, 26)"
    page.emulate_media(color_scheme="dark", media="print")
    assert page.evaluate(ground) == "rgb(255, 255, 255)"

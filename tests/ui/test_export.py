"""The page from which a paper goes out: what is settled there is in the file, which a process of its own writes."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Static, TextArea

from roundtable.domain.people import Consent
from roundtable.domain.records import changed
from roundtable.report.formats import Format
from roundtable.services import ledger, people, prose
from roundtable.services.export_choices import ExportChoices, remember
from roundtable.ui.screens.export import ExportView
from roundtable.ui.screens.synthesis import SynthesisScreen
from tests.report.houses import house_naming
from tests.ui.evening import Evening, half_way
from tests.ui.outgoing import SLOWLY, lying, outgoing
from tests.ui.test_live import opened

TOLD = "an: Els told us that dispatchers count as well"


@pytest.fixture(autouse=True)
def at_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let papers go into a folder of the test."""
    monkeypatch.chdir(tmp_path)


def with_a_name(folder: Path) -> Evening:
    evening = half_way(folder)
    evening.say([TOLD])
    return evening


async def test_a_draft_is_written_by_a_process_of_its_own_and_its_files_are_shown(tmp_path: Path) -> None:
    both = (Format.MARKDOWN, Format.DOCX)
    async with outgoing(tmp_path, with_a_name(tmp_path), formats=both) as page:
        files = await page.written()
        slug = page.evening.session.details.slug
        assert [one.name for one in files] == [f"{slug}-draft.docx", f"{slug}-draft.md"]
        assert "WRITTEN  a draft" in page.shown()
        assert f"{slug}-draft.md" in page.marked
        assert "Told neutrally: Els" in page.shown()
        assert "Written." in page.told()


async def test_a_final_paper_is_refused_with_all_that_is_in_its_way_in_sight(tmp_path: Path) -> None:
    async with outgoing(tmp_path, with_a_name(tmp_path)) as page:
        await page.press("X")
        assert "things are in the way of a final paper" in page.told()
        assert "Names inside" in page.marked
        assert not lying()


async def test_a_paper_with_nothing_in_its_way_is_written_as_final(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    for one in evening.session.participants:
        people.consent(evening.journal, evening.uid, one.id, Consent.SECTOR)
    for part in ("introduction", *(one.id for one in evening.session.topics if not one.conclusion)):
        prose.set_prose(evening.journal, evening.uid, part, "Somebody wrote this.")
    ledger.add_takeaway(evening.journal, evening.uid, "Goals count, not hours.", title="Goals")
    async with outgoing(tmp_path, evening) as page:
        await page.until(lambda: "IN THE WAY OF A FINAL PAPER  nothing" in page.shown())
        await page.press("X")
        await page.until(lambda: "WRITTEN  final" in page.shown(), SLOWLY)
        assert [one.name for one in lying()] == [f"{evening.session.details.slug}.md"]


@pytest.mark.parametrize(("letter", "words"), [("n", "Somebody at the table told us"), ("k", "Els told us")])
async def test_what_is_decided_on_a_name_is_in_the_paper_and_can_be_taken_back(
    tmp_path: Path, letter: str, words: str
) -> None:
    async with outgoing(tmp_path, with_a_name(tmp_path)) as page:
        await page.mark("“Els” in 10")
        await page.press("enter")
        await page.dialog("LetteredChoice")
        await page.press(letter)
        await page.until(lambda: "“Els” in 10" not in page.shown())
        if letter == "k":
            await page.mark("as was decided · 10")
            await page.press("enter")
            await page.dialog("LetteredChoice")
            await page.press("escape")
        paper = next(one for one in await page.written() if one.suffix == ".md").read_text("utf-8")
        assert words in paper
        await page.press("u")
        await page.until(lambda: "“Els” in 10" in page.shown())
        assert "Taken back" in page.told()


async def test_a_statement_with_a_name_is_worded_anew(tmp_path: Path) -> None:
    async with outgoing(tmp_path, with_a_name(tmp_path)) as page:
        await page.mark("“Els” in 10")
        await page.press("enter")
        await page.dialog("LetteredChoice")
        await page.press("w")
        await page.dialog("PrintWording")
        page.pilot.app.screen.query_one(TextArea).text = "dispatchers count"
        await page.press("enter")
        await page.until(lambda: "“Els” in 10" not in page.shown())
        assert page.evening.session.contribution("10").wording == "dispatchers count"


async def test_who_was_not_asked_is_asked_here(tmp_path: Path) -> None:
    async with outgoing(tmp_path) as page:
        await page.mark("Karim Haddad")
        await page.press("enter")
        await page.dialog("LetteredChoice")
        await page.press("s")
        await page.until(lambda: "Karim Haddad" not in page.shown())
        assert page.evening.session.person("karim").consent is Consent.SECTOR
        assert "Mieke Claes" in page.shown()


async def test_a_drafted_chapter_is_read_and_then_looked_at(tmp_path: Path) -> None:
    async with outgoing(tmp_path) as page:
        await page.mark("The future of work")
        await page.press("enter")
        await page.dialog("Read")
        await page.press("v")
        await page.until(lambda: "The future of work" not in page.shown())
        topic = page.evening.session.topics[0]
        written = page.evening.session.prose(topic.id)
        assert written
        assert not written.drafted
        assert "younger people" in written.text.lower()


async def test_quotes_that_wait_are_shown_where_answers_are_recorded(tmp_path: Path) -> None:
    async with outgoing(tmp_path) as page:
        await page.mark("Nobody has been asked yet about 2")
        await page.press("enter")
        await page.dialog("ApprovalsView")
        await page.press("escape")
        await page.dialog("ExportView")


async def test_a_takeaway_is_worded_here(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    one = ledger.add_takeaway(evening.journal, evening.uid, evidence=["3"])
    async with outgoing(tmp_path, evening) as page:
        await page.mark("Takeaway 1 is still worded as it was said")
        await page.press("enter")
        await page.dialog("TakeawayForm")
        await page.press(*"Goals", "enter")
        page.pilot.app.screen.query_one(TextArea).text = "Agree on goals."
        await page.press("enter")
        await page.until(lambda: evening.session.takeaway(one.id).title == "Goals")
        await page.until(lambda: "Takeaway 1" not in page.shown())


async def test_the_preview_shows_the_form_that_was_chosen_and_leads_back(tmp_path: Path) -> None:
    async with outgoing(tmp_path) as page:
        await page.press("p")
        await page.dialog("PaperView")
        await page.press("x")
        await page.dialog("ExportView")
        assert sum(isinstance(one, ExportView) for one in page.pilot.app.screen_stack) == 1


async def test_what_is_settled_elsewhere_is_gone_to_in_the_synthesis(tmp_path: Path) -> None:
    async with outgoing(tmp_path) as page:
        app = page.pilot.app
        await page.mark("Trust as the key")
        await page.press("enter")
        await page.dialog("Read")
        await page.press("g")
        await page.until(lambda: isinstance(app.screen, SynthesisScreen) and app.screen.pane == "prose")
        screen = app.screen
        assert isinstance(screen, SynthesisScreen)
        assert screen.part == page.evening.session.topics[1].id


async def test_from_the_live_table_it_is_reached_by_the_palette_and_goes_to_a_synthesis_that_it_opens(
    tmp_path: Path,
) -> None:
    async with opened(half_way(tmp_path)) as held:
        held.screen.action_command("export")
        await held.until(lambda: isinstance(held.app.screen, ExportView))
        view = held.app.screen
        assert isinstance(view, ExportView)
        view.go_to("introduction")
        await held.until(
            lambda: isinstance(held.app.screen, SynthesisScreen) and held.app.screen.part == "introduction"
        )


async def test_how_a_paper_is_wanted_is_remembered_for_the_session(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with outgoing(tmp_path, evening) as page:
        await page.mark("formats")
        await page.press("enter")
        await page.dialog("Several")
        await page.press("space", "space", "enter")  # no Markdown, and DOCX below it
        await page.until(lambda: page.line_of("formats").split() == ["formats", "docx"])
        await page.mark("attribution")
        await page.press("enter")
        await page.dialog("Choice")
        await page.press(*"table", "enter")
        await page.until(lambda: "of the table · nobody" in page.shown())
        await page.mark("where")
        await page.press("enter")
        await page.dialog("PathChoice")
        await page.press(*"papers", "slash", "enter")
        await page.until(lambda: "papers/" in page.shown())
    async with outgoing(tmp_path, evening) as page:
        assert "of the table · nobody" in page.shown()
        await page.press("x")
        await page.until(lambda: "WRITTEN" in page.shown(), SLOWLY)
        assert [one.suffix for one in lying("papers")] == [".docx"]


async def test_an_export_that_is_stopped_leaves_nothing(tmp_path: Path) -> None:
    longer = (Format.MARKDOWN, Format.DOCX, Format.XLSX)  # so that it is not done before it is stopped
    async with outgoing(tmp_path, formats=longer) as page:
        for key in ("ctrl+c", "escape"):
            await page.press("x")
            await page.until(lambda: "▱" in page.doing())
            await page.press(key)
            await page.until(lambda: "Stopped" in page.told() and "▱" not in page.doing())
        assert not lying()
        assert isinstance(page.pilot.app.screen, ExportView)
        assert await page.written()  # and another begins


async def test_one_that_is_left_goes_on_and_is_told_elsewhere_and_none_begins_beside_it(
    tmp_path: Path,
) -> None:
    async with outgoing(tmp_path) as page:
        app = page.pilot.app
        await page.press("x")
        await page.until(lambda: "▱" in page.doing())
        await page.press("x")
        assert "being written already" in page.told()
        await page.press("q")
        await page.until(lambda: isinstance(app.screen, SynthesisScreen))
        told = app._notifications  # noqa: SLF001 — no public way to them
        await page.until(lambda: any("Written into" in one.message for one in told), SLOWLY)
        assert len(lying()) == 1
        await page.press("x")
        await page.until(lambda: isinstance(app.screen, ExportView) and "WRITTEN" in page.shown())


async def test_a_file_that_somebody_edited_is_left_and_that_is_said(tmp_path: Path) -> None:
    async with outgoing(tmp_path) as page:
        first = next(one for one in await page.written() if one.suffix == ".md")
        first.write_text("edited", "utf-8")
        await page.press("x")
        await page.until(lambda: "has been edited since" in page.shown(), SLOWLY)
        assert first.read_text("utf-8") == "edited"


async def test_where_it_cannot_be_written_what_was_said_of_it_is_shown(tmp_path: Path) -> None:
    (tmp_path / "exports").write_text("in the way", "utf-8")
    async with outgoing(tmp_path) as page:
        await page.press("x")
        await page.until(lambda: type(page.pilot.app.screen).__name__ == "Read", SLOWLY)
        await page.press("escape")
        await page.until(lambda: "Not written." in page.shown())


async def test_a_paper_that_would_give_somebody_away_is_kept_only_when_that_is_confirmed(
    tmp_path: Path,
) -> None:
    evening = half_way(tmp_path)
    template = tmp_path / "house.docx"
    template.write_bytes(house_naming("Els Peeters"))
    choices = ExportChoices((Format.DOCX,), template=str(template))
    remember(evening.journal, evening.uid, choices)
    async with outgoing(tmp_path, evening) as page:
        app = page.pilot.app
        await page.press("x")
        await page.until(lambda: type(app.screen).__name__ == "Read", SLOWLY)
        await page.until(
            lambda: "Els Peeters" in " ".join(str(one.render()) for one in app.screen.query(Static))
        )
        assert not lying()
        await page.press("escape")
        await page.until(lambda: "it would give somebody away" in page.shown())
        await page.press("enter")
        await page.dialog("Read")
        await page.press("f")
        await page.dialog("Confirm")
        await page.press("enter")
        await page.until(lambda: "WRITTEN" in page.shown(), SLOWLY)
        assert len(lying()) == 1
        assert "may give somebody away" in page.shown()


async def test_before_anything_was_said_there_is_something_to_settle_and_nothing_breaks(
    tmp_path: Path,
) -> None:
    evening = half_way(tmp_path)
    for said in evening.session.contributions:
        evening.journal.append(
            evening.uid, lambda _session, said=said: [changed(said, replace(said, withdrawn=True))]
        )
    async with outgoing(tmp_path, evening) as page:
        assert "No chapter has anything in it" in page.shown()


async def test_no_row_is_wider_than_the_screen(tmp_path: Path) -> None:
    evening = with_a_name(tmp_path)
    one = evening.session.participants[0]
    name = "Annemieke van den Broeck-Vanderstichelen de la Vallée-Poussin, the younger " * 2
    evening.journal.append(evening.uid, lambda _session: [changed(one, replace(one, name=name.strip()))])
    people.consent(evening.journal, evening.uid, evening.session.participants[1].id, Consent.NONE)
    async with outgoing(tmp_path, evening, (80, 24)) as page:
        await page.written()
        lines = page.shown().splitlines()
        assert max(map(len, lines)) <= 80 - 5
        await page.press("question_mark")
        await page.dialog("HelpScreen")

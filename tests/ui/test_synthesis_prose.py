"""The synthesis, on real files: prose written by one or by two is never lost and never over somebody else's."""

from dataclasses import replace
from pathlib import Path

from textual import events
from textual.widgets import OptionList

from roundtable.domain.agenda import Topic
from roundtable.domain.contributions import Takeaway
from roundtable.domain.records import changed
from roundtable.services import prose
from roundtable.services.publishing import Wanted, composed
from tests.terminal import Terminal, program
from tests.ui.evening import Evening, half_way
from tests.ui.weighing import Desk, weighing


async def test_a_first_draft_is_saved_when_the_prose_is_left(tmp_path: Path) -> None:
    async with weighing(tmp_path) as desk:
        await desk.press("f")
        await desk.until(lambda: "⟦" in desk.prose.text)
        assert desk.screen.used_here()
        assert "Nothing was summed up" in " ".join(desk.prose.looks)
        await desk.press("escape")
        await desk.until(lambda: desk.evening.session.prose(desk.screen.part))
        stored = desk.evening.session.prose(desk.screen.part)
        assert stored
        assert "(contribution:" in stored.text
        assert stored.drafted  # nobody looked at it yet
        await desk.until(lambda: "¶" in desk.line_of("goals per quarter"))


async def test_a_statement_is_inserted_with_a_reference_that_stays_linked(tmp_path: Path) -> None:
    async with weighing(tmp_path) as desk:
        desk.statements.go_to(desk.number_of("stopped counting"))
        await desk.press("i")
        await desk.until(lambda: "⟦" in desk.prose.text)
        await desk.press("escape")
        part = desk.screen.part
        await desk.until(lambda: desk.evening.session.prose(part))
        written = desk.evening.session.prose(part)
        assert written
        assert f"contribution:{desk.number_of('stopped counting')})" in written.text


async def test_where_two_write_the_same_part_both_versions_are_kept_for_a_choice(tmp_path: Path) -> None:
    async with weighing(tmp_path) as desk:
        await desk.press("tab", "tab")
        await desk.until(lambda: desk.screen.pane == "prose")
        await desk.press(*"mine")
        part = desk.screen.part
        colleague = desk.evening.colleague("second")
        prose.set_prose(colleague, desk.evening.uid, part, "theirs")
        await desk.press("escape")
        await desk.dialog("VersionChoice")
        offered = desk.pilot.app.screen.query_one(OptionList)
        shown = [str(offered.get_option_at_index(place).prompt) for place in range(2)]
        assert "mine" in shown[0]
        assert "theirs" in shown[1]
        await desk.press("down", "down", "enter")
        await desk.until(lambda: "mine" in (desk.evening.session.prose(part) or Takeaway(id="")).text)
        text = (desk.evening.session.prose(part) or Takeaway(id="")).text
        assert "theirs" in text
        assert len(prose.versions(desk.evening.journal, desk.evening.uid, part)) == 1


async def test_what_was_written_survives_a_crash(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with weighing(tmp_path, evening=evening) as desk:
        await desk.press("tab", "tab")
        await desk.press(*"unfinished")
        part = desk.screen.part
        await desk.until(
            lambda: [one.text for one in evening.journal.prose_drafts(evening.uid, part)] == ["unfinished"]
        )
        desk.prose.kept = desk.prose.text  # as if the program had gone here: nothing is saved on the way out
    assert evening.session.prose(part) is None
    async with weighing(tmp_path, evening=evening) as desk:
        await desk.until(lambda: desk.prose.text == "unfinished")
        assert desk.prose.changed


async def test_what_was_just_typed_is_kept_where_the_program_ends_at_once(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with weighing(tmp_path, evening=evening) as desk:
        await desk.press("tab", "tab")
        await desk.press(*"last")
        desk.pilot.app.exit()
    async with weighing(tmp_path, evening=evening) as desk:
        await desk.until(lambda: desk.prose.text == "last")


async def test_keys_that_come_in_one_burst_lose_nothing_between_parts(tmp_path: Path) -> None:
    async with weighing(tmp_path) as desk:
        await desk.press("tab", "tab")
        part = desk.screen.part
        await desk.press(*"here", "escape", "semicolon", "semicolon", "comma", "comma")
        await desk.until(lambda: desk.screen.part == part)
        await desk.until(lambda: desk.prose.text == "here")
        written = desk.evening.session.prose(part)
        assert written
        assert written.text == "here"


async def test_nothing_is_put_into_a_mark_and_a_stray_one_keeps_the_paper_a_draft(tmp_path: Path) -> None:
    async with weighing(tmp_path) as desk:
        desk.statements.go_to(desk.number_of("dispatchers"))
        await desk.press("i")
        await desk.until(lambda: "⟦" in desk.prose.text)
        desk.prose.area.move_cursor((0, desk.prose.text.index("⟦") + 2))
        await desk.press("escape")
        desk.statements.go_to(desk.number_of("goals per quarter"))
        await desk.press("i")
        await desk.until(lambda: desk.prose.text.count("⟦") == 2)
        assert "⟧" in desk.prose.text.split("⟦")[1]
        desk.prose.area.insert(" ⟦ZZZ 999⟧")
        await desk.press("escape")
        await desk.until(lambda: desk.evening.session.prose(desk.screen.part))
        reasons = [one.told() for one in composed(desk.evening.session, Wanted()).draft_reasons]
        assert any("⟦ZZZ 999⟧" in reason for reason in reasons)


async def test_prose_that_is_not_touched_follows_what_somebody_else_saves(tmp_path: Path) -> None:
    async with weighing(tmp_path) as desk:
        colleague = desk.evening.colleague("second")
        prose.set_prose(colleague, desk.evening.uid, desk.screen.part, "theirs")
        await desk.until(lambda: desk.prose.text == "theirs")


async def write(desk: Desk, text: str) -> None:
    """Go to the prose and type."""
    while desk.screen.pane != "prose":
        await desk.press("tab")
    await desk.press(*text)


async def test_a_draft_that_somebody_wrote_on_is_no_draft_any_more(tmp_path: Path) -> None:
    async with weighing(tmp_path) as desk:
        await desk.press("f")
        await desk.until(lambda: "⟦" in desk.prose.text)
        await desk.press("x", "escape")
        await desk.until(lambda: desk.evening.session.prose(desk.screen.part))
        written = desk.evening.session.prose(desk.screen.part)
        assert written
        assert not written.drafted


async def test_what_wants_a_look_is_told_as_long_as_nobody_looked(tmp_path: Path) -> None:
    async with weighing(tmp_path) as desk:
        await desk.press("f")
        await desk.until(lambda: desk.prose.looks)
        looks = desk.prose.looks
        await desk.press("escape", "semicolon")
        await desk.until(lambda: not desk.prose.text)
        assert not desk.prose.looks
        await desk.press("comma")
        await desk.until(lambda: desk.prose.looks == looks)
        await desk.press("V")
        await desk.until(lambda: not desk.prose.looks)
        await desk.press("semicolon", "comma")
        await desk.until(lambda: "⟦" in desk.prose.text)
        assert not desk.prose.looks


async def test_what_was_typed_and_taken_back_comes_back_over_nothing(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with weighing(tmp_path, evening=evening) as desk:
        part = desk.screen.part
        prose.set_prose(evening.colleague("second"), evening.uid, part, "theirs")
        await desk.until(lambda: desk.prose.text == "theirs")
        await write(desk, "x")
        await desk.until(lambda: evening.journal.prose_drafts(evening.uid, part))
        await desk.press("backspace", "escape")
        await desk.until(lambda: not evening.journal.prose_drafts(evening.uid, part))
        assert [one.text for one in prose.versions(evening.journal, evening.uid, part)] == ["theirs"]


async def test_blanks_alone_are_no_version_and_show_what_somebody_else_saved(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with weighing(tmp_path, evening=evening) as desk:
        part = desk.screen.part
        await write(desk, "  ")
        prose.set_prose(evening.colleague("second"), evening.uid, part, "theirs")
        await desk.press("escape")
        await desk.until(lambda: desk.prose.text == "theirs")
        assert [one.text for one in prose.versions(evening.journal, evening.uid, part)] == ["theirs"]


async def test_what_is_written_after_a_save_starts_from_that_save(tmp_path: Path) -> None:
    """Where somebody else saved in between, both are kept."""
    evening = half_way(tmp_path)
    async with weighing(tmp_path, evening=evening) as desk:
        part = desk.screen.part
        await write(desk, "mine")
        await desk.press("escape")
        await desk.until(lambda: evening.session.prose(part))
        ours = prose.versions(evening.journal, evening.uid, part)[0].stamp
        await write(desk, "more")
        prose.set_prose(evening.colleague("second"), evening.uid, part, "theirs")
        assert desk.prose.base == ours
        await desk.press("escape")
        await desk.dialog("VersionChoice")
        texts = {one.text for one in prose.versions(evening.journal, evening.uid, part)}
        assert texts == {"minemore", "theirs"}


async def test_prose_of_a_topic_that_was_removed_meanwhile_is_kept_and_holds_nobody(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with weighing(tmp_path, evening=evening) as desk:
        part = desk.screen.part
        await write(desk, "unfinished")
        topic = evening.session.of(Topic)[part]
        gone = changed(topic, replace(topic, withdrawn=True))
        evening.colleague("second").append(evening.uid, lambda _session: [gone])
        await desk.press("escape", "semicolon")
        await desk.until(lambda: desk.screen.part != part)
        await desk.press("q")
        await desk.until(lambda: not desk.pilot.app.screen_stack[1:])
    kept = prose.versions(evening.journal, evening.uid, part)
    assert [one.text for one in kept] == ["unfinished"]


def test_a_part_is_written_in_the_users_own_editor(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    writes = tmp_path / "writes"
    writes.write_text("#!/bin/sh\nprintf 'from the editor' > \"$1\"\n")
    writes.chmod(0o755)
    with Terminal(program("--db", str(evening.path), "synthesis"), 120, 40, VISUAL=str(writes)) as terminal:
        terminal.wait_for("STATEMENTS")
        terminal.send("E")
        terminal.wait_for("from the editor")
        terminal.wait_for(lambda _screen: any(one.text for one in versions_of_all(evening)))
    assert [one.text for one in versions_of_all(evening)] == ["from the editor"]


def test_an_editor_that_fails_leaves_the_text_and_its_file(tmp_path: Path) -> None:
    path = tmp_path / "fails"
    path.write_text("#!/bin/sh\nprintf 'half' > \"$1\"\nexit 3\n")
    path.chmod(0o755)
    evening = half_way(tmp_path)
    folder = tmp_path / "temporary"
    folder.mkdir()
    surroundings = {"VISUAL": str(path), "TMPDIR": str(folder)}
    with Terminal(program("--db", str(evening.path), "synthesis"), 120, 40, **surroundings) as terminal:
        terminal.wait_for("STATEMENTS")
        terminal.send("E")
        terminal.wait_for("(3)")  # the exit code
    assert [one.read_text() for one in folder.glob("roundtable-*.md")] == ["half"]
    assert not versions_of_all(evening)


def versions_of_all(evening: Evening) -> list[prose.Version]:
    """Give the open versions of all parts."""
    return [
        one
        for topic in evening.session.topics
        if not topic.conclusion
        for one in prose.versions(evening.journal, evening.uid, topic.id)
    ]


async def test_keys_struck_while_a_draft_is_written_are_meant_for_where_they_were_struck(
    tmp_path: Path,
) -> None:
    async with weighing(tmp_path) as desk:
        first = desk.screen.part
        for key in ("f", "semicolon", "f", "comma"):
            await desk.screen.take_key(events.Key(key, {"semicolon": ";", "comma": ","}.get(key, key)))
        await desk.until(lambda: desk.screen.part == first and desk.prose.text)
        parts = desk.screen.parts
        after = parts[parts.index(first) + 1]
        assert "⟦" in desk.prose.text
        assert desk.prose.text[0] not in ";f"
        written = desk.evening.session.prose(after)
        assert written is None or written.drafted


async def test_what_nobody_is_known_to_have_said_goes_into_no_prose(tmp_path: Path) -> None:
    async with weighing(tmp_path) as desk:
        await desk.mark("goals per quarter", "even the accountants")
        await desk.press("i")
        await desk.until(lambda: "not clear yet who said" in desk.told())
        assert not desk.prose.text
        assert len(desk.statements.chosen) == 2

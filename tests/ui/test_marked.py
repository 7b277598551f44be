"""What is done with the contribution that is marked."""

from pathlib import Path

from roundtable.domain.contributions import Kind, Stance, Vote
from roundtable.services import corrections
from roundtable.ui.dialogs.answer import AnswerLine
from roundtable.ui.dialogs.backing_choice import BackingChoice
from roundtable.ui.dialogs.dialog import Dialog
from roundtable.ui.dialogs.kind_choice import KindChoice
from roundtable.ui.screens.history import HistoryView
from tests.ui.evening import Evening, half_way
from tests.ui.test_live import Held, opened


async def dialog(held: Held, key: str, wanted: type[Dialog[object]]) -> None:
    await held.press(key)
    await held.until(lambda: isinstance(held.app.screen, wanted))


def votes(evening: Evening) -> list[Vote]:
    return [one.vote for one in evening.session.supports.get(evening.newest.id, ())]


async def test_the_kind_and_the_stance_are_chosen_by_one_key(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        await dialog(held, "K", KindChoice)
        await held.press("exclamation_mark")
        await held.until(lambda: evening.newest.kind is Kind.PROPOSAL)
        await dialog(held, "K", KindChoice)
        await held.press("minus")
        await held.until(lambda: evening.newest.stance is Stance.OPPOSES)
        assert evening.newest.answers
        await dialog(held, "K", KindChoice)
        await held.press("n")
        await held.until(lambda: evening.newest.stance is None)


async def test_who_supports_it_is_recorded_and_thinks_otherwise_with_one_more_key(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        await dialog(held, "plus", BackingChoice)
        await held.press(*"jon", "enter")
        await held.until(lambda: votes(evening) == [Vote.AGREE])
        await held.until(lambda: "Jonas supports" in held.told())
        await dialog(held, "minus", BackingChoice)
        await held.press(*"jon", "enter")
        await held.until(lambda: votes(evening) == [Vote.OPPOSE])
        assert "\u00a0+1" not in held.feed()
        await held.press("u")
        await held.until(lambda: votes(evening) == [Vote.AGREE])
        assert "Taken back: how somebody stands to “lene" in held.told()
        await held.press("u")
        await held.until(lambda: votes(evening) == [])
        await dialog(held, "minus", BackingChoice)
        await held.press(*"sof", "enter")
        await held.until(lambda: votes(evening) == [Vote.OPPOSE])


async def test_an_answer_is_a_line_about_what_is_marked(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    marked = evening.session.contributions[-3]
    async with opened(evening) as held:
        await held.press("up", "up", "up")
        await dialog(held, "A", AnswerLine)
        await held.press(*"els: we do", "enter")
        await held.until(lambda: evening.texts[-1] == "we do")
        assert evening.newest.answers == marked.id
        assert held.screen.feed.cursor == marked.id


async def test_the_history_tells_who_changed_what_and_from_what(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    other = evening.colleague("another")
    corrections.correct(
        other,
        evening.uid,
        evening.newest.id,
        corrections.Correction(text="[/] accountants", participant="els"),
    )
    async with opened(evening) as held:
        await held.press("s")
        await held.until(lambda: evening.newest.starred)
        await held.press("h")
        await held.until(lambda: isinstance(held.app.screen, HistoryView))
        page = held.app.screen.query_one("#happened")
        await held.until(lambda: "starred" in str(page.render()))
        told = str(page.render())
        assert "written: “lene: even the accountants do it now”" in told
        assert "text: “lene: even the accountants do it now” → “[/] accountants”" in " ".join(told.split())
        assert "said by: – → Els Peeters" in told
        assert "another terminal" in told.split("→", maxsplit=1)[0]
        corrections.park(other, evening.uid, evening.newest.id)
        await held.until(lambda: str(page.render()).rstrip().endswith("parked"))
        corrections.withdraw(other, evening.uid, evening.newest.id)
        await held.until(lambda: str(page.render()).rstrip().endswith("withdrawn"))
        await held.press("escape")
        await held.until(lambda: held.app.screen is held.screen)


async def test_what_is_marked_is_copied_alone_or_with_name_and_time(tmp_path: Path) -> None:
    async with opened(half_way(tmp_path)) as held:
        await held.press("up", "up", "y")
        await held.until(
            lambda: held.app.clipboard == "pay for results in planning as well, measured per week"
        )
        assert "Copied: “pay for results" in held.told()
        await held.press("Y")
        await held.until(lambda: held.app.clipboard.startswith("17:55 Karim LOG: pay for results"))


async def test_what_the_mouse_selected_is_copied_first(tmp_path: Path) -> None:
    async with opened(half_way(tmp_path)) as held:
        feed = held.screen.feed
        line = next(y for y in range(feed.size.height) if "fairness" in feed.render_line(y).text)
        begins = feed.render_line(line).text.index("fairness")
        await held.pilot.mouse_down(feed, offset=(begins, line))
        await held.pilot.hover(feed, offset=(begins + 7, line))
        await held.pilot.mouse_up(feed, offset=(begins + 7, line))
        await held.press("y")
        await held.until(lambda: held.app.clipboard == "fairness")
        await held.press("y")
        await held.until(lambda: "accountants" in held.app.clipboard)

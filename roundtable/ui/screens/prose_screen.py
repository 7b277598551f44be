"""A session screen on which the prose of a part is written: kept at every pause, saved when it is left."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from textual import on
from textual.reactive import var

from roundtable.domain.agenda import Topic
from roundtable.domain.contributions import Prose
from roundtable.domain.references import stored, used_in
from roundtable.i18n import _
from roundtable.services import prose
from roundtable.services.bases import base_of
from roundtable.storage.journal import Journal
from roundtable.storage.own import Draft
from roundtable.ui.desk import Desk, Held
from roundtable.ui.dialogs.version_choice import VersionChoice
from roundtable.ui.screens.beside_typing import BesideTyping
from roundtable.ui.screens.session_screen import SessionScreen
from roundtable.ui.widgets.prose_pane import ProsePane

INTRODUCTION, CONCLUSION = "introduction", "conclusion"


class ProseScreen(BesideTyping, SessionScreen):
    """Holds the part whose prose is shown; what stands in the pane is never lost, and never over somebody else's."""

    part: var[str] = var(INTRODUCTION)

    def __init__(self, desk: Desk, held: Held, moment: Callable[[], datetime]) -> None:
        super().__init__(desk, held, moment)
        self._turn = asyncio.Lock()  # a part is loaded or saved as a whole before the next is
        self._pane: ProsePane | None = None

    async def on_mount(self) -> None:
        """Know the pane also when the screen goes."""
        self._pane = self.query_one(ProsePane)

    async def tell_what_is_left(self) -> None:
        """Say of which other parts something was left unsaved here."""
        others = [part for part in self.parts if part != self.part]
        left = await self.remember(_left_in, others) or ()
        if left:
            titles = ", ".join(f"“{self.title_of(part)}”" for part in left)
            self.tell(_("Something was left unsaved in {titles}.").format(titles=titles), warning=True)

    async def on_unmount(self) -> None:
        """Keep what was not saved, where the program is left or its terminal goes."""
        if self._pane and self._pane.changed:
            text = stored(self._pane.text, self.session, self._pane.known)
            await self.remember(Journal.keep_prose_draft, self.part, text, self._pane.base)

    @property
    def pane_of_prose(self) -> ProsePane:
        """Where the prose is written."""
        return self.query_one(ProsePane)

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts in the order of the paper: introduction, topics (their ids), conclusion."""
        topics = (one.id for one in self.session.topics if not one.conclusion)
        return (INTRODUCTION, *topics, CONCLUSION)

    @property
    def chapter(self) -> Topic | None:
        """The topic whose prose is shown; none for introduction and conclusion."""
        return next((one for one in self.session.topics if one.id == self.part), None)

    def title_of(self, part: str) -> str:
        """Give what a part is called."""
        if part == INTRODUCTION:
            return _("Introduction")
        if part == CONCLUSION:
            return _("Conclusion")
        topic = self.session.of(Topic)[part]
        return f"{topic.number} {topic.title}".strip()

    # Loading and saving

    async def show_part(self, part: str) -> None:
        """Show another part, once what was written of this one is safe."""
        if await self.save_prose():
            async with self._turn:
                self.part = part
                await self._load()

    async def load_prose(self) -> None:
        """Show what stands in the session for the part, or what was left unsaved here."""
        async with self._turn:
            await self._load()

    async def _load(self) -> None:
        found = await self.remember(_to_load, self.part)
        if found is None:
            return
        pane = self.pane_of_prose
        now = prose.as_shown(self.session, found.text)
        left = await self._left_unsaved()
        if left is None or left.text == found.text:
            pane.load(now, found.base)
        else:
            pane.load(prose.as_shown(self.session, left.text), left.base, kept=now.text)
            self.tell(_("What was left unsaved here is back; it is saved when you leave the text."))
        if found.versions > 1:
            told_ = _("“{title}” was written by two at once, and both are kept: C chooses.")
            self.tell(told_.format(title=self.title_of(self.part)), warning=True)
        pane.looks = ()
        self.show_prose_heading()

    async def _left_unsaved(self) -> Draft | None:
        """Give what was left unsaved here, or in a terminal that is gone."""
        if own := await self.remember(Journal.prose_draft, self.part):
            return own
        others = await self.look_round()
        if others is None:  # it may be of somebody who is there
            return None
        return await self.remember(Journal.adopt_prose_draft, self.part, {one.writer for one in others})

    def show_prose_heading(self) -> None:
        """Say what part it is, and how much of its topic stands in it."""
        pane = self.pane_of_prose
        pane.title = self.title_of(self.part)
        topic = self.chapter
        told_ = ""
        if topic and not topic.chapter:
            told_ = _("no chapter of the paper")
        elif topic:
            used = self.used_here()
            left = sum(one.id not in used for one in self.session.on_topic(topic.id) if not one.parked)
            told_ = _("{count} not used").format(count=left)
        written = self.session.prose(self.part)
        if written and written.drafted:
            told_ = " · ".join(part for part in (_("not looked at yet"), told_) if part)
        pane.told = told_

    def used_here(self) -> frozenset[str]:
        """Give the statements (ids) that stand in the prose that is shown."""
        return used_in(self.written_text())

    def written_text(self) -> str:
        """Give what stands in the pane as it is stored: with references by id."""
        pane = self.pane_of_prose
        return stored(pane.text, self.session, pane.known)

    async def save_prose(self) -> bool:
        """Keep what was written in the session; where somebody else wrote meanwhile, ask. Tell whether it is safe."""
        async with self._turn:
            saved = await self._save()
        if saved is None:
            return False
        if saved.overtaken:
            await self.choose_version()
        self.show_prose_heading()
        return True

    async def _save(self) -> prose.Saved | None:
        pane = self.pane_of_prose
        if not pane.changed:
            return prose.Saved(self.session)
        text = pane.text
        saved = await self.perform(prose.save_prose, self.part, self.written_text(), pane.base)
        if saved is None:
            return None
        await self.remember(Journal.keep_prose_draft, self.part, None)
        pane.saved(text, await self.remember(base_of, Prose.KIND, self.part))
        return saved

    async def choose_version(self) -> None:
        """Let somebody choose between versions that two people wrote at once."""
        found = await self.remember(prose.versions, self.part)
        if found is None or len(found) < 2:  # noqa: PLR2004 — one alone needs no choice
            return
        text = await self.ask(VersionChoice(self.title_of(self.part), found, self._read))
        if text is None:
            self.tell(_("Both versions are kept; choose later: the paper stays a draft."), warning=True)
            return
        newest, *others = (one.stamp for one in found)
        if await self.perform(prose.set_prose, self.part, text, newest, settles=others):
            await self.load_prose()

    def _read(self, text: str) -> str:
        """Give a text as it is shown."""
        return prose.as_shown(self.session, text).text

    def action_choose_version(self) -> None:
        """Choose between versions that were written at once."""
        self.work(self._choose_version())

    async def _choose_version(self) -> None:
        if not await self.save_prose():
            return
        found = await self.remember(prose.versions, self.part)
        if found is not None and len(found) < 2:  # noqa: PLR2004 — one alone needs no choice
            self.tell(_("There is one version of “{title}”.").format(title=self.title_of(self.part)))
        else:
            await self.choose_version()

    @on(ProsePane.Paused)
    async def keep_draft(self, message: ProsePane.Paused) -> None:
        """Keep what stands there on this machine, so that it survives a crash."""
        message.stop()
        pane = self.pane_of_prose
        if pane.changed:
            await self.remember(Journal.keep_prose_draft, self.part, self.written_text(), pane.base)
        self.show_prose_heading()
        self.prose_changed()

    def prose_changed(self) -> None:
        """Take note that other statements may stand in the prose now."""


@dataclass(frozen=True, slots=True)
class _Stored:
    """What stands in the session for a part: its text, the stamp to start from, how many versions are open."""

    text: str
    base: str | None
    versions: int


def _to_load(journal: Journal, uid: str, part: str) -> _Stored:
    written = journal.session(uid).prose(part)
    versions = len(prose.versions(journal, uid, part))
    return _Stored(written.text if written else "", base_of(journal, uid, Prose.KIND, part), versions)


def _left_in(journal: Journal, uid: str, parts: Sequence[str]) -> tuple[str, ...]:
    return tuple(part for part in parts if journal.prose_draft(uid, part))

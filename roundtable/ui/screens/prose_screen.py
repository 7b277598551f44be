"""A session screen on which the prose of a part is written: kept at every pause, saved when it is left."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime

from textual import on
from textual.reactive import var

from roundtable.domain.agenda import Topic
from roundtable.domain.references import stored, used_in
from roundtable.i18n import _
from roundtable.services import prose
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
        self.turn = asyncio.Lock()  # a part is loaded or saved as a whole before the next is
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
            async with self.turn:
                await self._load(part)

    async def load_prose(self) -> None:
        """Show what stands in the session for the part, or what was left unsaved here."""
        async with self.turn:
            await self._load(self.part)

    async def _load(self, part: str) -> None:
        found = await self.remember(prose.to_edit, part)
        if found is None:
            return
        left = await self._left_unsaved(part)
        pane = self.pane_of_prose
        if pane.changed:  # somebody types: what stands there goes first
            return
        self.part = part
        newer = prose.as_shown(self.session, left.text) if left else None
        if left and newer and newer.text != found.shown.text:
            pane.load(newer, left.base, kept=found.shown.text)
            self.tell(_("What was left unsaved here is back; it is saved when you leave the text."))
        else:
            pane.load(found.shown, found.base)
        if found.others:
            told_ = _("“{title}” was written by two at once, and both are kept: C chooses.")
            self.tell(told_.format(title=self.title_of(part)), warning=True)
        pane.looks = ()
        self.show_prose_heading()
        self.prose_loaded()

    def prose_loaded(self) -> None:
        """Take note that the prose of a part is shown as it stands in the session."""

    async def _left_unsaved(self, part: str) -> Draft | None:
        """Give what was left unsaved here, or in a terminal that is gone."""
        if own := await self.remember(Journal.prose_draft, part):
            return own
        others = await self.look_round()
        if others is None:  # it may be of somebody who is there
            return None
        return await self.remember(Journal.adopt_prose_draft, part, {one.writer for one in others})

    def show_prose_heading(self) -> None:
        """Say what part it is, and how much of its topic stands in it."""
        pane = self.pane_of_prose
        pane.title = self.title_of(self.part)
        self.run_worker(self._count_words(), group="words")
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

    async def _count_words(self) -> None:
        """Count the words as they would be printed, which in a long chapter takes longer than a key may."""
        if pane := self._pane:
            shown = pane.text
            words = await asyncio.to_thread(prose.words_of, stored(shown, self.session, pane.known))
            if shown == pane.text:
                pane.words = words

    def used_here(self) -> frozenset[str]:
        """Give the statements (ids) that stand in the prose that is shown."""
        return used_in(self.written_text())

    def written_text(self) -> str:
        """Give what stands in the pane as it is stored: with references by id."""
        pane = self.pane_of_prose
        return stored(pane.text, self.session, pane.known)

    async def save_prose(self) -> bool:
        """Keep what was written in the session; where somebody else wrote meanwhile, ask. Tell whether it is safe."""
        async with self.turn:
            saved = await self.keep_prose()
        if saved is None:
            return False
        if saved.overtaken:
            await self.choose_version()
        self.show_prose_heading()
        return True

    async def keep_prose(self) -> prose.Saved | None:
        """Keep what was written, while nothing else is loaded or saved; nothing where it could not be saved."""
        pane = self.pane_of_prose
        if not pane.changed:
            await self._forget_draft()
            return prose.Saved(self.session, pane.base)
        text, base = pane.text, pane.base
        saved = await self.perform(
            prose.save_prose, self.part, self.written_text(), base, drafted=pane.untouched
        )
        if saved is None:
            return None
        await self._forget_draft()
        pane.saved(text, saved.base)
        if saved.base == base:  # only blanks were typed: what others wrote meanwhile stands
            await self._load(self.part)
        return saved

    async def _forget_draft(self) -> None:
        """Let go of what was kept on this machine: what stands in the session is the same, or was chosen over it."""
        await self.remember(Journal.keep_prose_draft, self.part, None)

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
        async with self.turn:
            if pane.changed:
                await self.remember(Journal.keep_prose_draft, self.part, self.written_text(), pane.base)
            else:
                await self._forget_draft()
        self.show_prose_heading()
        self.prose_changed()

    def prose_changed(self) -> None:
        """Take note that other statements may stand in the prose now."""


def _left_in(journal: Journal, uid: str, parts: Sequence[str]) -> tuple[str, ...]:
    return tuple(part for part in parts if journal.prose_draft(uid, part))

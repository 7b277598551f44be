"""The prose of a part while it is written: its heading counts, its text is Markdown with references shown as marks."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static, TextArea

from roundtable.domain.references import Mark, Shown
from roundtable.i18n import _, ngettext
from roundtable.ui.widgets.lines import spread

if TYPE_CHECKING:
    from textual.timer import Timer

PAUSE = 0.6  # seconds without a key after which what was written is kept on this machine


class ProseText(TextArea):
    """The text; Tab leaves it, as everywhere."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+home", "to_edge(True)", show=False),
        Binding("ctrl+end", "to_edge(False)", show=False),
    ]

    def action_to_edge(self, first: bool) -> None:  # noqa: FBT001 — Textual's own way
        """Go to the beginning or the end of the text."""
        self.move_cursor(self.document.start if first else self.document.end)

    def __init__(self, id: str | None = None) -> None:
        told = _(
            "Nothing written yet. Esc, then f drafts it from what was said, and i inserts what is chosen."
        )
        super().__init__(
            id=id,
            soft_wrap=True,
            tab_behavior="focus",
            compact=True,
            show_line_numbers=False,
            placeholder=Content(told),
        )
        self.cursor_blink = False


class ProsePane(Vertical):
    """A heading above the text; says when somebody paused, so that nothing written is lost."""

    class Written(Message):
        """Something was typed, loaded or saved: whether all is safe may have changed."""

    class Paused(Message):
        """Nothing was typed for a moment."""

    title: reactive[str] = reactive("")
    told: reactive[str] = reactive("")
    looks: reactive[tuple[str, ...]] = reactive(())
    words: reactive[int] = reactive(0)  # as they would be printed

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.known: tuple[Mark, ...] = ()  # the references, as they were shown
        self.base: str | None = None
        self.kept = ""  # the text as it was last loaded or saved
        self._drafted: str | None = None  # the text as the tool drafted it
        self._pause: Timer | None = None
        self.area = ProseText(id="prose-text")

    def compose(self) -> ComposeResult:
        """Put the heading above the text, what wants a look below it."""
        yield Static(id="prose-heading", markup=False)
        yield self.area
        with VerticalScroll(id="prose-looks"):
            yield Static(markup=False)

    @property
    def text(self) -> str:
        """What stands there, marks and all."""
        return self.area.text

    @property
    def changed(self) -> bool:
        """Whether something was written since it was loaded or saved."""
        return self.text != self.kept

    @property
    def untouched(self) -> bool:
        """Whether what stands there is what the tool drafted here, to the letter."""
        return self.text == self._drafted

    def load(self, now: Shown, base: str | None, *, kept: str | None = None) -> None:
        """Show a text; `kept` is what stands in the session where this is a newer draft."""
        text = now.text
        self.known, self.base, self._drafted = now.marks, base, None
        self.kept = text if kept is None else kept
        if self.area.text != text:
            with self.prevent(TextArea.Changed):
                self.area.load_text(text)
        self._show_heading()

    def saved(self, text: str, base: str | None) -> None:
        """Take a text, which may have been written on since, as what is kept now."""
        self.kept, self.base = text, base
        self._show_heading()

    def insert(self, now: Shown) -> None:
        """Put a text at the cursor, in a paragraph of its own where it is several lines."""
        self.known, text = (*self.known, *now.marks), now.text
        self._leave_mark()
        row, column = self.area.cursor_location
        before = self.area.document.get_line(row)[:column]
        lead = " " if before and not before.endswith((" ", "\n")) else ""
        if "\n" in text.strip() or text.startswith(">"):
            lead = "\n\n" if before.strip() else ""
            text = text.strip() + "\n\n"
        self.area.insert(lead + text)

    def _leave_mark(self) -> None:
        """Put the cursor behind the mark in which it stands, so that nothing is put into it."""
        row, column = self.area.cursor_location
        line = self.area.document.get_line(row)
        opened, closed = line.rfind("⟦", 0, column), line.rfind("⟧", 0, column)
        ends = line.find("⟧", column)
        if opened > closed and ends >= 0:
            self.area.move_cursor((row, ends + 1))

    def replace_all(self, now: Shown, *, drafted: bool = False) -> None:
        """Put a text in the place of all that stands there; the text's own undo brings that back.

        `drafted` is what the tool wrote.
        """
        self.known = (*self.known, *now.marks)
        self.area.replace(now.text, self.area.document.start, self.area.document.end)
        self.area.move_cursor(self.area.document.start)
        self._drafted = self.text if drafted else None

    def watch_title(self) -> None:
        """Show the heading."""
        self._show_heading()

    def watch_told(self) -> None:
        """Show the heading."""
        self._show_heading()

    def watch_words(self) -> None:
        """Show the heading."""
        self._show_heading()

    def watch_looks(self) -> None:
        """List the places of a draft that want a look."""
        if self.is_mounted:
            below = self.query_one("#prose-looks")
            below.display = bool(self.looks)
            below.query_one(Static).update(
                Content("\n").join(Content.assemble((look, "$dim")) for look in self.looks)
            )

    def _show_heading(self) -> None:
        if not self.query("#prose-heading"):  # not made yet, or gone already
            return
        self.post_message(self.Written())
        count = ngettext("{count} word", "{count} words", self.words).format(count=self.words)
        parts = " · ".join(part for part in (count, self.told) if part)
        line = self.query_one("#prose-heading", Static)
        left = Content.assemble((self.title, "bold $dim"))
        line.update(spread(left, Content.assemble((parts, "$dim")), line.content_size.width))

    def on_resize(self) -> None:
        """Lay the heading out anew."""
        self._show_heading()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Count anew; keep what stands there once there is a pause."""
        event.stop()
        self._show_heading()
        if self._pause:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self._paused)

    def _paused(self) -> None:
        self._pause = None
        self.post_message(self.Paused())

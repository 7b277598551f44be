"""The stage: what the table sees on the projector; it only reads."""

from datetime import UTC, datetime, tzinfo
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from roundtable.domain.clock import Schedule
from roundtable.domain.session import Session
from roundtable.domain.staging import on_stage
from roundtable.i18n import _
from roundtable.storage.presence import STAGE
from roundtable.ui.screens.session_screen import SessionScreen
from roundtable.ui.widgets.footer import LONGER, Told
from roundtable.ui.widgets.stage_lines import Room, stage_lines


class Stage(Widget):
    """Topic, prompt, time and sectors, or what the moderator shows; it fills the screen."""

    session: reactive[Session | None] = reactive(None, always_update=True)
    times: reactive[Schedule | None] = reactive(None)
    now: reactive[datetime] = reactive(datetime.min.replace(tzinfo=UTC), repaint=False)

    def __init__(self, *, zone: tzinfo) -> None:
        super().__init__()
        self.zone = zone

    def render(self) -> Content:
        """Give the stage."""
        if self.session is None or self.times is None:
            return Content()
        room = Room(self.content_size.width, self.content_size.height)
        shown = on_stage(self.session, self.now)
        return Content("\n").join(stage_lines(self.session, self.times, shown, self.zone, room))


class StageScreen(SessionScreen):
    """The projector's screen; it follows what the moderator does, and speaks the language of the session."""

    CSS_PATH = "../styles/stage.tcss"  # the first frame of the live table needs none of it
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "leave", show=False)]
    role = STAGE

    def compose(self) -> ComposeResult:
        """Fill the screen."""
        cls = StageScreen
        yield Stage(zone=self.zone).data_bind(cls.session, cls.times, cls.now)
        yield Static(id="stage-told", markup=False)

    def on_screen_resume(self) -> None:
        """Say how it is left, and how letters grow: a terminal's letters are as large as it makes them."""
        self.tell(_("q leaves the stage. Larger letters: Ctrl and + in most terminals."))

    def watch_told(self, told: Told | None) -> None:
        """Show a line at the bottom, or none: nothing covers the stage."""
        if self.is_mounted:
            line = self.query_one("#stage-told", Static)
            line.update(
                Content.assemble((told.sentence, "$warning" if told.warning else "$dim")) if told else ""
            )
            line.display = told is not None

    def tell(self, sentence: str, *, warning: bool = False) -> None:
        """Say something in passing at the bottom."""
        self._fall_silent()
        self.told = Told(sentence, warning)
        self._silence = self.set_timer(LONGER, self._fall_silent)

    def action_leave(self) -> None:
        """Leave the stage."""
        self.dismiss()

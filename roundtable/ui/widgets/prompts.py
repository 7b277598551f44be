"""The questions to ask on this topic."""

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive

from roundtable.domain.session import Session
from roundtable.i18n import _
from roundtable.ui.widgets.lines import Grown, hanging

MOST_ROWS = 9


class Prompts(Grown):
    """All questions, the one to ask now marked; where the screen is short, that one alone with its number."""

    session: reactive[Session | None] = reactive(None, always_update=True, repaint=False)
    short: reactive[bool] = reactive(False, layout=True)
    _shown: object = None

    def watch_session(self) -> None:
        """Show the questions anew where they are others, or another is asked."""
        shown = self._questions, self.asked
        if shown != self._shown:
            self._shown = shown
            self.show_anew()

    @property
    def asked(self) -> int:
        """The place of the question to ask now."""
        return self.session.prompt if self.session else 0

    @property
    def _questions(self) -> tuple[str, ...]:
        return self.session.prompts if self.session else ()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 — Textual's signature
        """Take a line for each line of a question, up to a limit."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Give the questions."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        questions = self._questions
        if not questions or not width:
            return []
        mark = Content.assemble(("› ", "bold $accent"))
        if self.short:
            number = _("{number}/{count}").format(number=self.asked + 1, count=len(questions))
            asked = hanging(Content(questions[self.asked]), mark, width)[:3]
            return [*asked, Content.assemble((f"  {number}", "$dim"))] if len(questions) > 1 else asked
        those = [self._question(place, mark, width) for place in range(len(questions))]
        if sum(map(len, those)) > MOST_ROWS:
            those = those[self.asked :]
        return [line for lines in those for line in lines][:MOST_ROWS]

    def _question(self, place: int, mark: Content, width: int) -> list[Content]:
        question = Content(self._questions[place])
        if place == self.asked:
            return hanging(question, mark, width)
        return [line.stylize("$dim") for line in hanging(question, Content("  "), width)]

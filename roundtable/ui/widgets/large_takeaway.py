"""A takeaway to be read aloud: its words large, who stands behind it, and what was said against it."""

from datetime import UTC, datetime

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from roundtable.domain.contributions import Takeaway
from roundtable.domain.session import Session
from roundtable.domain.staging import on_stage
from roundtable.domain.takeaways import evidence
from roundtable.i18n import _, ngettext
from roundtable.services.backing import dissent_told, flags_told, hands_told, support_told
from roundtable.ui.widgets.large_letters import lettered
from roundtable.ui.widgets.lines import hanging

WIDEST = 72  # columns of running text
APART = 16  # rows from which lines stand apart, so that they are read from farther away


class LargeTakeaway(Widget):
    """Shows the takeaway with the id `key`; without one it says how the first is made."""

    session: reactive[Session | None] = reactive(None, always_update=True)
    now: reactive[datetime] = reactive(datetime.min.replace(tzinfo=UTC), repaint=False)
    key: reactive[str] = reactive("")
    aloud: reactive[bool] = reactive(False)

    def render(self) -> Content:
        """Give the takeaway."""
        one = self.session.of(Takeaway).get(self.key) if self.session else None
        width = min(WIDEST, self.content_size.width)
        if self.session is None or one is None or one.withdrawn:
            return Content("\n").join(_empty(width))
        told = self._told(self.session, one, width)
        rows = self.content_size.height - len(told) - 1
        if self.aloud and (letters := lettered(one.text, self.content_size.width, rows)):
            drawn = [Content.assemble((row, "$text")) for line in letters for row in line]
            return Content("\n").join([*drawn, Content(), *told])
        words = _words(one, width)
        if len(words) * 2 <= min(rows, APART):
            words = [line for word in words for line in (word, Content())][:-1]
        if len(words) > rows > 0:
            words = [*words[: rows - 1], Content.assemble(("…", "$dim"))]
        return Content("\n").join([*words, Content(), *told])

    def _told(self, session: Session, one: Takeaway, width: int) -> list[Content]:
        lines = [Content.assemble((" · ".join(support_told(session, one)), "bold $accent"))]
        if raised := hands_told(session, one):
            lines += hanging(Content(raised), Content(), width)
        lines.append(Content.assemble((_rests_on(session, one), "$dim")))
        for flag in flags_told(session, one):
            lines += hanging(Content.assemble((flag, "$warning")), Content(), width)
        for against in dissent_told(session, one):
            lines += hanging(Content(against), Content.assemble(("− ", "bold $error")), width)
        shown = on_stage(session, self.now)
        if shown and shown.id == one.id:
            lines.append(Content.assemble(("▣ ", "bold $star"), _("on the stage")))
        return lines


def _words(one: Takeaway, width: int) -> list[Content]:
    title = [Content.assemble((one.title, "$accent"))] if one.title else []
    paragraphs = [line.strip() for line in one.text.split("\n") if line.strip()]
    lines = [line for part in paragraphs for line in Content.assemble((part, "bold")).wrap(max(8, width))]
    return [*title, *(line.rstrip() for line in lines)]


def _rests_on(session: Session, one: Takeaway) -> str:
    count = len(evidence(session, one))
    if not count:
        return _("rests on no contribution")
    return ngettext("rests on {count} contribution", "rests on {count} contributions", count).format(
        count=count
    )


def _empty(width: int) -> list[Content]:
    told = (
        (_("No takeaways yet."), "bold"),
        (_("d drafts one from what was said; n writes one in a line."), "$text"),
        (_("Then read it aloud, word it anew with e, and count hands with h."), "$dim"),
    )
    return [line for text, style in told for line in Content.assemble((text, style)).wrap(max(8, width))]

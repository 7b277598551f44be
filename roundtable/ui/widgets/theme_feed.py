"""What bears a theme, as a feed."""

from roundtable.domain.filtering import Filter
from roundtable.domain.session import Session
from roundtable.i18n import _
from roundtable.ui.widgets.feed import Feed


class ThemeFeed(Feed):
    """The contributions that bear one theme, or none; nothing is marked before one goes there."""

    def filter_line(self, session: Session, wanted: Filter, count: int) -> str:  # noqa: ARG002 — that of the feed
        """Say nothing: what is shown stands above it."""
        return ""

    @property
    def empty_told(self) -> str:
        """What is said where there is nothing to show."""
        if self.filter and self.filter.theme == "":
            return _("Everything that was said bears a theme.")
        return _("Nothing bears this theme. Another may take it in: m; or x drops it.")

    def action_end(self) -> None:
        """Go to the last contribution."""
        if self._rows.said:
            self.go_to(self._rows.said[-1].id)

    def _to_end(self) -> None:
        """Stay: what bears a theme is read from its beginning, and does not follow what comes."""

    def begin(self) -> None:
        """Mark the first, where nothing is marked."""
        if self.cursor is None:
            self.action_home()

    def show(self, wanted: Filter) -> None:
        """Show what fits, from its beginning."""
        if wanted != self.filter:
            self.cursor = None
            self.filter = wanted
            self.scroll_to(y=0, animate=False, immediate=True, force=True)

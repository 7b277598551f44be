"""Looking through what was said, as commands of the live table: topic by topic, through a filter, by search."""

from roundtable.i18n import _
from roundtable.ui.at_table import AtTable
from roundtable.ui.dialogs.filter_choice import EVERYTHING, FilterChoice
from roundtable.ui.widgets.feed import Feed


def feed_of(at: AtTable) -> Feed | None:
    """Give the feed of the table; pages over it have none."""
    from roundtable.ui.screens.live import LiveScreen

    return at.feed if isinstance(at, LiveScreen) else None


async def filter_feed(at: AtTable) -> None:
    """Show only what fits."""
    if feed := feed_of(at):
        chosen = await at.ask(FilterChoice(at.held, feed.filter))
        if chosen is not None:
            feed.filter = None if chosen == EVERYTHING else chosen
            if feed.filter and not feed.marked:
                at.tell(_("Nothing fits this filter. Esc ends it."))


async def search(at: AtTable) -> None:
    """Search what was said, and go to it."""
    from roundtable.ui.screens.search import SearchView

    view = SearchView(at)
    await at.show(view)
    feed = feed_of(at)
    if feed and view.picked:
        feed.go_to(view.picked)


async def topic_before(at: AtTable) -> None:
    """Go to the beginning of this topic in the feed, then to the one before."""
    if feed := feed_of(at):
        feed.action_topic(-1)


async def topic_after(at: AtTable) -> None:
    """Go to the beginning of the next topic in the feed."""
    if feed := feed_of(at):
        feed.action_topic(1)


async def first(at: AtTable) -> None:
    """Go to the first contribution."""
    if feed := feed_of(at):
        feed.action_home()


async def last(at: AtTable) -> None:
    """Follow what comes."""
    if feed := feed_of(at):
        feed.action_end()

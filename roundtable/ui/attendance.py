"""Who is here and who has been heard, as commands of the live table."""

from roundtable.ui.at_table import AtTable


async def arrival(at: AtTable) -> None:
    """Show who is here, and how each may be told."""
    from roundtable.ui.screens.arrival import ArrivalView

    await at.show(ArrivalView(at))

"""Who is here and who has been heard, as commands of the live table."""

from roundtable.ui.at_table import AtTable


async def arrival(at: AtTable) -> None:
    """Show who is here, and how each may be told."""
    from roundtable.ui.screens.arrival import ArrivalView

    await at.show(ArrivalView(at))


async def matrix(at: AtTable) -> None:
    """Show who has been heard on each topic of the evening."""
    from roundtable.ui.screens.matrix import MatrixView

    await at.show(MatrixView(at))

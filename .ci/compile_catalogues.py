"""Make the compiled catalogues (.mo) from the ones in git (.po) whenever the package is built or installed."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogues(BuildHookInterface):
    """Write one roundtable.mo beside each roundtable.po; fuzzy entries are left out."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        for source in sorted(Path(self.root, "roundtable", "locale").glob("*/LC_MESSAGES/*.po")):
            with source.open("rb") as reading, source.with_suffix(".mo").open("wb") as writing:
                write_mo(writing, read_po(reading, locale=source.parent.parent.name))

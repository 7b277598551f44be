"""Make the compiled catalogues (.mo) from the ones in git (.po) whenever the package is built or installed."""

from pathlib import Path
from runpy import run_path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogues(BuildHookInterface[BuilderConfig]):
    """Write one roundtable.mo beside each roundtable.po, as the tests do."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before anything is packed."""
        run_path(str(Path(self.root, ".ci", "catalogues.py")))["compile_catalogues"](Path(self.root))

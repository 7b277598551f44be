"""How a paper was last wanted on this machine, remembered session by session."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from roundtable.domain.disclosure import Form
from roundtable.report.formats import Format
from roundtable.services.publishing import Wanted
from roundtable.storage.journal import Journal

_USUAL = Wanted()


@dataclass(frozen=True, slots=True)
class ExportChoices:
    """Formats, attribution (None: the session's own), where it goes ("": into ./exports), what is in it, its look."""

    formats: tuple[Format, ...] = _USUAL.formats
    attribution: Form | None = None
    output: str = ""
    appendix: bool = False
    template: str = ""
    paginate: bool = False

    @property
    def in_word(self) -> bool:
        """Whether it is made in Word, so that a template and page numbers are of use."""
        return bool({Format.DOCX, Format.PDF} & set(self.formats))

    @property
    def path(self) -> Path | None:
        """Where it goes: a folder, or a path to which endings are added; one format alone has its ending there."""
        path = Path(self.output) if self.output else None
        if path is None or len(self.formats) > 1 or path.is_dir():
            return path
        stem = path.with_suffix("") if path.suffix.lower() in {one.ending for one in Format} else path
        return stem.with_name(stem.name + self.formats[0].ending)

    @property
    def wanted(self) -> Wanted:
        """What an export is asked for."""
        output = self.path
        return Wanted(self.formats, output, self.attribution, appendix=self.appendix)

    def words(self) -> list[str]:
        """Give them as the plain command takes them."""
        return [
            *("--format", ",".join(self.formats)),
            *(("--attribution", self.attribution) if self.attribution else ()),
            *(("--output", str(self.path)) if self.path else ()),
            *(("--appendix",) if self.appendix else ()),
            *(("--template", self.template) if self.template and self.in_word else ()),
            *(("--paginate",) if self.paginate and self.in_word else ()),
        ]


def remembered(journal: Journal, uid: str) -> ExportChoices:
    """Give how a paper was last wanted here; what cannot be read, or is not known any more, as usual."""
    try:
        found = json.loads(journal.export_choices(uid) or "{}")
    except ValueError:
        return ExportChoices()
    return _read(found) if isinstance(found, dict) else ExportChoices()


def _read(found: Mapping[str, object]) -> ExportChoices:
    names, form = found.get("formats"), found.get("attribution")
    formats = tuple(one for one in Format if isinstance(names, list) and one in names)
    return ExportChoices(
        formats or _USUAL.formats,
        next((one for one in Form if one == form), None),
        str(found.get("output") or ""),
        appendix=bool(found.get("appendix")),
        template=str(found.get("template") or ""),
        paginate=bool(found.get("paginate")),
    )


def remember(journal: Journal, uid: str, choices: ExportChoices) -> ExportChoices:
    """Remember how a paper is wanted here."""
    kept = {
        "formats": list(choices.formats),
        "attribution": choices.attribution,
        "output": choices.output,
        "appendix": choices.appendix,
        "template": choices.template,
        "paginate": choices.paginate,
    }
    journal.keep_export_choices(uid, json.dumps(kept))
    return choices

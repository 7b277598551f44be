"""Bring the catalogues (.po) up to date with the texts in the code, and compile them (.mo).

After texts in the code changed:

    .venv/bin/python .ci/catalogues.py      # then fill the empty msgstr of nl and fr, and once more:
    .venv/bin/python .ci/catalogues.py      # says what is still missing; add --tidy to drop texts no longer used

English is filled by itself, with the texts in the code. The build and the tests compile what is in git.
"""

import argparse
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

LANGUAGES = ("en", "fr", "nl")
KEYWORDS = {
    "_": None,
    "N_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
PLACE = re.compile(r"\{([^{}]*)\}")


def extract(root: Path) -> Catalog:
    """Collect every text for people in the code, with the file it stands in but no line, so that diffs stay small."""
    texts = Catalog(fuzzy=False)
    found = extract_from_dir(root / "roundtable", [("**.py", "python")], keywords=KEYWORDS)
    for name, _line, message, comments, context in found:
        place = f"roundtable/{Path(name).as_posix()}"
        texts.add(message, locations=[(place, 0)], auto_comments=comments, context=context)
    return texts


def catalogue_path(root: Path, language: str) -> Path:
    """Say where the catalogue of a language stands."""
    return root / "roundtable" / "locale" / language / "LC_MESSAGES" / "roundtable.po"


def read(path: Path, language: str) -> Catalog:
    """Read a catalogue; one that is not there yet is empty."""
    if not path.exists():
        return Catalog(
            locale=language,
            header_comment=f"# The texts of roundtable: {language}.",
            project="roundtable",
            version="1",
            msgid_bugs_address="the maintainers",
            last_translator="the maintainers",
            language_team="the maintainers",
            fuzzy=False,
        )
    with path.open("rb") as file:
        return read_po(file, locale=language)


def update(root: Path, language: str, texts: Catalog, *, tidy: bool) -> Catalog:
    """Write a language's catalogue with exactly the texts of the code; what is no longer used is kept apart."""
    path = catalogue_path(root, language)
    catalogue = read(path, language)
    catalogue.update(deepcopy(texts), no_fuzzy_matching=True, update_creation_date=False)
    if language == "en":
        for message in catalogue:
            if message.id and not is_filled(message):
                message.string = message.id
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as file:
        write_po(file, catalogue, width=100, include_lineno=False, sort_by_file=True, ignore_obsolete=tidy)
    return catalogue


def is_filled(message: Message) -> bool:
    """Tell whether a text is translated, in every plural form."""
    forms = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    return bool(forms) and all(forms)


def problems(catalogue: Catalog, texts: Catalog) -> list[str]:
    """List what a reader of this language would miss: texts that are missing, empty, in doubt or told wrong."""
    found = []
    for wanted in texts:
        if not wanted.id:
            continue
        message = catalogue.get(wanted.id, wanted.context)
        if message is None:
            wrong = "missing"
        elif not is_filled(message):
            wrong = "empty"
        elif message.fuzzy:
            wrong = "in doubt (fuzzy)"
        else:
            wrong = _wrong_places(message)
        if wrong:
            found.append(f"{wrong}: {_title(wanted)}")
    return found


def _title(message: Message) -> str:
    """Name a text in a list of problems."""
    text = message.id if isinstance(message.id, str) else message.id[0]
    return f"[{message.context}] {text}" if message.context else text


def _wrong_places(message: Message) -> str:
    """Say how the places in braces differ in a translation; a form for one may leave out the number."""
    if isinstance(message.id, str):
        wanted, allowed, forms = places(message.id), places(message.id), [str(message.string)]
    else:
        wanted, allowed = places(message.id[-1]), places(message.id[0]) | places(message.id[-1])
        forms = list(message.string or ())
    said = places(forms[-1])
    strange = set().union(*map(places, forms)) - allowed
    if lost := wanted - said:
        return f"lacks {sorted(lost)}"
    return f"has {sorted(strange)}" if strange else ""


def places(text: str) -> set[str]:
    """Collect the named places of a text: {name} with what is asked of its format."""
    return set(PLACE.findall(text))


def compile_catalogues(root: Path) -> None:
    """Write one roundtable.mo beside each roundtable.po that has changed since; texts in doubt are left out."""
    for source in sorted((root / "roundtable" / "locale").glob("*/LC_MESSAGES/roundtable.po")):
        compiled, since = source.with_suffix(".mo"), source.stat().st_mtime_ns
        if compiled.exists() and compiled.stat().st_mtime_ns == since:
            continue
        with replacing(compiled) as file:
            write_mo(file, read(source, source.parent.parent.name))
        os.utime(compiled, ns=(since, since))  # equal times say: made from exactly this one


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """Write a file beside its place and put it there at once, so that nobody reads half of it."""
    with NamedTemporaryFile(dir=path.parent, prefix=path.name, delete=False) as file:
        yield file
    Path(file.name).chmod(0o644)
    Path(file.name).replace(path)


def main() -> None:
    """Bring every catalogue up to date and say what is left to do."""
    parser = argparse.ArgumentParser(
        description="Bring the catalogues up to date with the texts in the code."
    )
    parser.add_argument("--tidy", action="store_true", help="drop the texts that the code no longer has")
    tidy = parser.parse_args().tidy
    root = Path(__file__).resolve().parent.parent
    texts = extract(root)
    for language in LANGUAGES:
        catalogue = update(root, language, texts, tidy=tidy)
        left = problems(catalogue, texts)
        print(f"{language}: {len(texts)} texts, {len(left)} to do, {len(catalogue.obsolete)} no longer used")
        print(*(f"    {line}" for line in left), sep="\n", end="\n" if left else "")
    compile_catalogues(root)


if __name__ == "__main__":
    main()

"""The sample evening in a language, composed as its paper is, for tests of what readers and browsers make of it."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from roundtable import i18n
from roundtable.domain.session import Session
from roundtable.report.document import Document
from roundtable.services.publishing import Wanted, composed
from roundtable.services.samples import demo_session
from roundtable.storage.journal import Journal

LANGUAGES = ("nl", "fr", "en")
NOW = datetime(2026, 11, 23, 18, 42, tzinfo=UTC)


@cache
def evening(language: str) -> Session:
    """Give the sample evening when it is over."""
    before = i18n.current()
    i18n.use(language)
    with TemporaryDirectory() as folder:
        journal = Journal.open(Path(folder, "sample.db"), lambda: NOW, "here")
        session = journal.session(demo_session(journal, language, finished=True))
        journal.close()
    i18n.use(before)
    return session


@cache
def evening_paper(language: str) -> Document:
    """Give its paper with the appendix."""
    return composed(evening(language), Wanted(appendix=True)).document

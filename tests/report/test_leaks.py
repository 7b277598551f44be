"""No finished file names anybody whom its form may not name: neither in the text nor anywhere else in the file."""

import io
import unicodedata
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable import i18n
from roundtable.cli import roundtable
from roundtable.domain.contributions import Contribution, Kind, Stance, Takeaway, Theme, Voice
from roundtable.domain.disclosure import Form
from roundtable.domain.people import Consent, Participant
from roundtable.domain.session import Session
from roundtable.report.formats import Format
from roundtable.report.white_paper import Choices, compose
from roundtable.storage.journal import Journal
from tests.report.tables import people, person, said, table, vote

# Names that are no word of any language, so that finding one in a file is no accident.
BEARERS = tuple(
    person(
        f"{first} {last}",
        sector,
        nickname=f"{first[:2]}zzu",
        organisation=f"{last}werken Qnv",
        email=f"{first}.{last}@qpost.example".lower(),
        order=first,
    )
    for first, last, sector in (
        ("Qerstin", "Vlöebergh", "log"),
        ("Qamal", "Zwaluwq", "log"),
        ("Qéonie", "van der Xanten", "zor"),
        ("Jan-Qiet", "D’Hoqker", "zor"),
        ("Qors", "Zaayxes", "ret"),
        ("Xuqin", "Nguyxen", "ret"),
    )
)
Leak = tuple[str, str]  # what leaked, and where


def terms(one: Participant) -> list[str]:
    """Give by what somebody is known."""
    return [one.name, *one.name.split(" ", 1), one.nickname, one.organisation, one.email]


def bare(text: str) -> str:
    """Give a text as a search compares it: no accents, no case, one kind of apostrophe."""
    apart = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()


def read(content: bytes) -> dict[str, str]:
    """Give all that is in a file, part by part: with its marks, and its words without any."""
    if not content.startswith(b"PK"):
        return {"": unescape(content.decode().replace("\\", ""))}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}
        parts["names of parts"] = " ".join(archive.namelist()) + archive.comment.decode()
    return {name: f"{unescape(part)}\n{words(part)}" for name, part in parts.items()}


def words(part: str) -> str:
    """Give what is left of XML without its tags, so that a name in two runs is one word again."""
    return unescape("".join(piece.partition(">")[2] for piece in part.split("<")))


def leaks(content: bytes, forbidden: Iterable[str]) -> list[Leak]:
    """Give what stands in a file and may not."""
    parts = {name: bare(part) for name, part in read(content).items()}
    return [(term, name) for term in forbidden for name, part in parts.items() if term and bare(term) in part]


def forbidden(session: Session, form: Form) -> list[str]:
    """Give what may stand nowhere in a paper of this form: of those who agreed to be named, their address."""
    found: list[str] = []
    for one in session.participants:
        agreed = form is Form.NAMED and one.consent is Consent.NAMED
        found += [one.email] if agreed else terms(one)
    return found


# Random sessions.

PLAIN = st.lists(
    st.sampled_from(
        "wij meten vertrouwen en niet de uren want maar zoals bij van d’ “zegt” ( ) , : *".split()
    ),
    max_size=6,
).map(" ".join)
SHAPES = (
    "{}",
    "{}'s",
    "{}’s",
    "{}’",
    "({})",
    "“{}”",
    "d’{}",
    "{},",
    "*{}*",
    "{}-aanpak",
    "mevrouw {}",
    "_{}_",
)


@st.composite
def utterances(draw: st.DrawFn) -> str:
    """Give words among which somebody is named, in some spelling."""
    who = draw(st.sampled_from(BEARERS))
    name = draw(st.sampled_from(terms(who)))
    case = draw(st.sampled_from([str, str.lower, str.upper, bare]))
    return f"{draw(PLAIN)} {draw(st.sampled_from(SHAPES)).format(case(name))} {draw(PLAIN)}".strip()


@st.composite
def contributions(draw: st.DrawFn, at: int) -> Contribution:
    """Give something that was said, in whatever way it may be kept."""
    text = draw(utterances())
    voice = draw(st.sampled_from([*[one.id for one in BEARERS], "LOG", "ZOR", "all", None]))
    made = said(
        f"c{at}",
        text,
        voice,
        at,
        kind=draw(st.sampled_from(Kind)),
        starred=draw(st.booleans()),
        themes=frozenset(draw(st.sampled_from([(), ("th",)]))),
    )
    kept = draw(
        st.sampled_from(["as it is", "parked", "open", "check", "worded", "before", "moderator", "unplaced"])
    )
    match kept:
        case "parked":
            return replace(made, parked=True)
        case "open":
            return replace(made, parked=True, open_question=True)
        case "check":
            return replace(made, check=True)
        case "worded":
            return replace(made, wording=draw(utterances()))
        case "before":
            return replace(made, topic=None)
        case "moderator":
            return replace(made, voice=Voice.MODERATOR, participant=None)
        case "unplaced":
            return replace(
                made, text=f"{draw(utterances())}: {text}", placed=False, voice=Voice.NOBODY, participant=None
            )
        case _:
            return made


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """Give a table at which people name one another."""
    count = draw(st.integers(1, 9))
    lines = [draw(contributions(at)) for at in range(1, count + 1)]
    lines += [
        replace(
            draw(contributions(count + 1)),
            stance=draw(st.sampled_from([Stance.SUPPORTS, Stance.OPPOSES])),
            answers="c1",
        )
    ]
    seated = [replace(one, consent=draw(st.sampled_from(Consent))) for one in BEARERS]
    evidence = frozenset(one.id for one in lines[:2])
    drawn = Takeaway(id="k", title=draw(utterances()), text=draw(utterances()), evidence=evidence, order="a")
    more = [drawn] if draw(st.booleans()) else []
    theme = Theme(id="th", name=draw(utterances()), order="a")
    votes = [vote("c1", draw(st.sampled_from(BEARERS)).id), vote("c1", "LOG", count=2), vote("k", "ZOR")]
    language = draw(st.sampled_from(["nl", "fr", "en"]))
    sectors = people("log", "zor", "ret", each=0)
    return table(*sectors, *seated, *lines, *more, theme, *votes, language=language)


@given(sessions(), st.sampled_from(Form))
@settings(max_examples=80)
def test_no_paper_names_anybody_whom_its_form_may_not_name(session: Session, form: Form) -> None:
    suggestions = {"t": tuple(one.id for one in session.contributions)} if not session.takeaways else {}
    document = compose(session, Choices(form, appendix=True), suggestions).document
    for target in (Format.MARKDOWN, Format.DOCX):
        assert leaks(target.render(document), forbidden(session, form)) == []


# The sample.


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_no_file_of_the_sample_names_anybody_whom_its_form_may_not_name(
    language: str, tmp_path: Path
) -> None:
    def run(*options: str) -> None:
        done = CliRunner().invoke(
            roundtable, ["--db", str(tmp_path / "demo.db"), "--lang", language, *options]
        )
        assert done.exit_code == 0, done.stderr

    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        run("demo", "--export")
    for form in Form:
        run("export", "--attribution", form.value, "--appendix", "--output", str(tmp_path / form.value))
    i18n.use("en")
    journal = Journal.open(tmp_path / "demo.db")
    session = journal.session(journal.sessions()[0].uid)
    journal.close()
    for path in (*tmp_path.glob("*.*"), *tmp_path.glob("exports/*")):
        if path.suffix == ".db":
            continue
        form = Form(path.stem) if path.stem in set(Form) else Form.SECTOR
        names = [one for one in forbidden(session, form) if not ordinary(one)]
        assert leaks(path.read_bytes(), names) == []
        assert not [one for one in names if bare(one) in bare(path.name)]


def ordinary(name: str) -> bool:
    """Say whether a first name stands inside too many words to be looked for without its edges."""
    return len(name) <= len("Nele")

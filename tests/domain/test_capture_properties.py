"""What holds for every line at every table, by an oracle that tells in its own way who may be meant."""

import re
import unicodedata
from collections.abc import Callable

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from roundtable.domain.capture import Draft, Speaker, Table, placed, understand
from roundtable.domain.completing import completions
from roundtable.domain.contributions import Contribution, Voice
from roundtable.domain.openers import FIXED, PROSE
from roundtable.domain.people import Participant, Sector
from roundtable.domain.text import clean

FIRST = [
    "An",
    "Anke",
    "Jan",
    "Jana",
    "Jan-Pieter",
    "Élodie",
    "Els",
    "Elsa",
    "Dan",
    "Nu",
    "Prosper",
    "Ed",
    "Mo",
    "Noor",
    "René",
]
LAST = [
    "Peeters",
    "Claes",
    "D'hondt",
    "O’Neill",
    "Van den Broeck",
    "De Smet",
    "Van Damme",
    "Dierckx",
    "Özil",
    "Jansen",
    "Janssens",
]
NICKNAMES = ["", "", "", "", "Miek", "JP", "An", "R&D", "all", "Prof"]
SHORTS = ["RET", "NPO", "AN", "ED", "SOF"]
WORDS = [
    "we",
    "els",
    "jan",
    "an",
    "zegt",
    "nr",
    "pro",
    "let op",
    "the",
    "reden",
    "van",
    "de",
    "all",
    "mod",
    "5 %",
    "€",
    "ret",
    "npo",
]
SIGNS = [
    ":",
    " : ",
    ": ",
    "; ",
    "= ",
    ", ",
    " & ",
    " + ",
    "- ",
    "+ ",
    "! ",
    "? ",
    "!! ",
    " ??",
    " #rust",
    "=x",
    '"',
    "’",
    "19:42 ",
    "9u05 ",
    "http://",
    " ",
    "\t",
    "\u202e",
    "\x1b[2J",
]

names = st.builds("{} {}".format, st.sampled_from(FIRST), st.sampled_from(LAST)) | st.sampled_from(
    [*FIRST, *LAST]
)
people = st.lists(st.tuples(names, st.sampled_from(NICKNAMES)), max_size=12)
sectors = st.lists(st.sampled_from(SHORTS), max_size=3, unique=True)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    return Table(
        tuple(
            Participant(id=f"p{n}", name=name, nickname=nick) for n, (name, nick) in enumerate(draw(people))
        ),
        tuple(Sector(id=short, short=short, name=short) for short in draw(sectors)),
    )


@st.composite
def prefixes(draw: st.DrawFn) -> str:
    """Draw a name, cut off, with other capitals, without accents, or with something behind it."""
    name = draw(names | st.sampled_from([*NICKNAMES, *SHORTS, *WORDS]))
    name = name[: draw(st.integers(1, 20))]
    changes: list[Callable[[str], str]] = [str, str.upper, str.lower, bare]
    change = draw(st.sampled_from(changes))
    name = change(name)
    return name + draw(st.sampled_from(["", "", "", "", " ", " zegt", " de", ".", "x"]))


lines = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "", "", "- ", "19:42 ", "!! "]),
    st.lists(prefixes(), min_size=1, max_size=3).map(", ".join),
    st.sampled_from([":", ": ", " : ", "; ", "= ", " "]),
    st.sampled_from(["ja", "", "- neen", "+ 10 %", '"woord', "wat? !!", "nr: 5", "el: ja"]),
)
jumbles = st.lists(st.sampled_from([*FIRST, *LAST, *WORDS, *SIGNS, *SIGNS]), max_size=9).map("".join)
anything = lines | jumbles | st.text(max_size=60)


# The oracle: who may be meant, written without looking at how the grammar does it.


def bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")


def norm(text: str) -> str:
    joined = re.sub(r"['’‘.]", "", bare(text).lower())
    return " ".join(re.findall(r"\w+", joined))


def spelled(one: Participant) -> set[str]:
    first, _, last = one.name.partition(" ")
    tail = last.split()
    lasts = {" ".join(tail[n:]) for n in range(len(tail))}
    alone = one.name.split()
    ways = {
        one.name,
        first,
        f"{last} {first}",
        one.nickname,
        *lasts,
        *(" ".join(alone[n:]) for n in range(len(alone))),
    }
    return {norm(way) for way in ways} - {""}


def initials(one: Participant) -> set[str]:
    words = [norm(word) for word in one.name.split()]
    apart = " ".join(words).split()
    return {"".join(w[0] for w in way) for way in (words, apart) if len(way) > 1}


def may_be(one: Participant, typed: str, table: Table) -> bool:
    """Tell whether a name was typed that is wholly or uniquely the beginning of this person's."""
    wanted = norm(typed)
    nicknamed = {p.id for p in table.people if norm(p.nickname) == wanted and p.nickname}
    if nicknamed:
        return nicknamed == {one.id}
    whole = {p.id for p in table.people if wanted in spelled(p) | initials(p)}
    if whole:
        return whole == {one.id}
    begun = {p.id for p in table.people if any(way.startswith(wanted) for way in spelled(p))}
    return begun == {one.id} and bool(wanted)


def could_come_from(draft: Draft, one: Participant, table: Table) -> bool:
    """Tell whether some sign of a prefix, not behind the first colon, has this person's name before it."""
    line = re.sub(r"^\d{1,2}[:uh]\d\d:? +", "", draft.typed)
    line = re.sub(r"^[-–—−+!?•*·▪◦‣\s]+", "", line)
    first = line.find(":")
    cuts = [m.start() for m in re.finditer(r"[:;=]", line) if first < 0 or m.start() <= first]
    return any(
        may_be(one, part, table)
        for cut in cuts
        for part in (line[:cut], re.split(r"[,&+]", line[:cut])[0], line[:cut].lstrip("@"))
    )


def named(draft: Draft, table: Table) -> Participant | None:
    if draft.speaker is None or draft.carried or draft.speaker.voice is not Voice.PERSON:
        return None
    return next(one for one in table.people if one.id == draft.speaker.participant)


CARRY = Speaker(Voice.PERSON, "carried")
BEFORE = Speaker(Voice.PERSON, "before")


@settings(max_examples=300, deadline=None)
@given(tables(), anything)
def test_no_line_goes_to_somebody_whose_name_was_not_typed(table: Table, line: str) -> None:
    draft = understand(line, table, CARRY, BEFORE)
    if one := named(draft, table):
        assert could_come_from(draft, one, table)


@settings(max_examples=300, deadline=None)
@given(tables(), anything)
def test_no_mark_is_recorded_for_somebody_whose_name_was_not_typed(table: Table, line: str) -> None:
    draft = understand(line, table, CARRY, BEFORE)
    words = re.split(r"[,&+:;=]", draft.typed)
    parts = [norm(part) for part in (*words, *draft.typed.split(), draft.typed)]
    for mark in draft.marks:
        if mark.participant and mark.participant != BEFORE.participant:
            one = next(p for p in table.people if p.id == mark.participant)
            tries = {re.sub(r"^(\d+u?\d* )+", "", part) for part in parts} | set(parts)
            assert any(may_be(one, part, table) for part in tries if part)


@settings(max_examples=300, deadline=None)
@given(tables(), anything)
def test_every_line_is_understood_and_can_be_read_back(table: Table, line: str) -> None:
    draft = understand(line, table, CARRY, BEFORE)
    assert draft.typed == clean(line)
    assert draft.placed or draft.speaker is None
    assert draft.empty == (not draft.text and not draft.marks_only)
    assert draft.text == draft.text.strip()
    assert not draft.marks_only or (draft.marks and not draft.text)
    assert draft.quotes == Contribution(id="c", text=draft.text).quotes
    assert draft.nearest is None or (not draft.placed and draft.nearest in {one.id for one in table.people})


@settings(max_examples=300, deadline=None)
@given(tables(), anything)
def test_no_word_is_lost_but_those_of_the_prefix_and_the_time(table: Table, line: str) -> None:
    draft = understand(line, table, CARRY, BEFORE)
    assume(not draft.marks_only)
    kept = set(re.findall(r"\w+", f"{draft.text} {' '.join(draft.themes)}".lower()))
    typed = draft.typed
    if draft.said_at:
        typed = typed.split(" ", 1)[1]
    if draft.speaker and not draft.carried:
        typed = (
            re.sub(r"^.*?[:;=]", "", typed, count=1)
            if ":" in typed or ";" in typed or "=" in typed
            else typed
        )
    assert set(re.findall(r"\w+", typed.lower())) <= kept


@settings(max_examples=300, deadline=None)
@given(tables(), st.data())
def test_a_whole_name_or_a_unique_beginning_is_always_enough(table: Table, data: st.DataObject) -> None:
    assume(table.people)
    one = data.draw(st.sampled_from(table.people))
    name = data.draw(st.sampled_from([one.name, one.first_name]))
    typed = name[: data.draw(st.integers(1, len(name)))].strip()
    assume(one.first_name not in {"De", "Van"})  # a name that begins so has no first name
    wanted = norm(typed)
    assume(wanted and may_be(one, typed, table) and len(wanted.split()) <= 3)
    assume(wanted not in {norm(short.short) for short in table.sectors} | set(FIXED) | PROSE)
    assume(wanted.split()[0] not in PROSE)
    assert understand(f"{typed}: ja", table, CARRY).speaker == Speaker(Voice.PERSON, one.id)


@settings(max_examples=200, deadline=None)
@given(tables(), lines)
def test_case_and_accents_of_a_prefix_make_no_difference(table: Table, line: str) -> None:
    plain = understand(line, table, CARRY, BEFORE)
    loud = understand(bare(line).upper(), table, CARRY, BEFORE)
    assert (plain.speaker, plain.placed, plain.nearest) == (loud.speaker, loud.placed, loud.nearest)


@settings(max_examples=200, deadline=None)
@given(tables(), anything)
def test_whoever_is_put_right_has_said_the_line(table: Table, line: str) -> None:
    speaker = Speaker(Voice.PERSON, "somebody")
    draft = placed(line, table, speaker)
    assert draft.marks_only or (draft.placed and draft.speaker == speaker)
    kept = placed(line, table, speaker, keep=True)
    assert set(re.findall(r"\w+", draft.text)) <= set(
        re.findall(r"\w+", " ".join([kept.text, *kept.themes]))
    ) | set(draft.themes)


@settings(max_examples=200, deadline=None)
@given(tables(), prefixes())
def test_a_completion_that_is_one_persons_name_is_that_person(table: Table, prefix: str) -> None:
    assume(not re.search("[,&+]", prefix))
    for one in completions(prefix, table):
        meant = understand(f"{one.text}: ja", table)
        assert meant.speaker == one.speaker or not meant.placed

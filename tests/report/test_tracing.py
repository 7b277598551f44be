"""Every sentence of a drafted chapter goes back to what was recorded, by a reading of its own."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from html import unescape
from pathlib import Path

import pytest

from roundtable.domain.agenda import Topic
from roundtable.domain.approvals import Answer, approval_of
from roundtable.domain.contributions import Contribution, Prose, Stance, Theme, Vote
from roundtable.domain.disclosure import Disclosure, Form
from roundtable.domain.people import Participant, Sector
from roundtable.domain.session import Session
from roundtable.domain.text import folded
from roundtable.report.document import Document, PartKind, PullQuote, Text, plain
from roundtable.report.drafting import Draft, draft_chapter
from roundtable.report.markdown import render_markdown
from roundtable.report.phrases import SILENT, phrases
from roundtable.report.sentences import Sentence
from roundtable.report.telling import neutral_words
from roundtable.report.white_paper import Choices, compose
from roundtable.services.archive import import_session
from roundtable.services.publishing import telling
from roundtable.services.samples import demo_session
from roundtable.storage.journal import Journal
from tests.report.tables import people, said, table

HUGE = "en-europarl-2011-07-05-huge"
SAMPLES = ("nl", "fr", "en")
SHARED = (
    "en-ami-es2002",
    "en-argkp-dev",
    HUGE,
    "en-polis-biodiversity",
    "en-qmsum-covid4",
    "fr-fredsum-retraites",
    "nl-tk-2018-zorg",
)
FEW_TOPICS = 3
LEAST_SENTENCES = 20
# Words before a name that go with it.
TITLES = """
    mevrouw meneer mijnheer de het heer collega minister voorzitter staatssecretaris premier madame monsieur mme m le la
    ministre mr mrs ms s dr prof the hon honourable right president chairman prime vice deputy
""".split()
PLACE = re.compile(r"\{(\w+)\}")


def letters(text: str) -> str:
    """Give the letters and digits of a text, without case and accents: what printing may not touch."""
    return "".join(mark for mark in folded(text) if mark.isalnum())


def words(text: str) -> list[str]:
    """Give the words of a text, without case and accents."""
    return re.findall(r"[^\W_]+", folded(text))


# What was recorded.


@dataclass(frozen=True)
class Records:
    """What a sentence may come from, read from the session's records alone."""

    session: Session

    @property
    def language(self) -> str:
        """The language of the paper."""
        return self.session.details.language

    def told_by(self, sector: Sector) -> str:
        """Give the words for somebody of a sector: those of the agenda, else ours."""
        name = sector.name or sector.short
        general = {
            "nl": f"iemand uit de sector {name}",
            "fr": f"quelqu’un du secteur {name}",
            "en": f"somebody from the {name} sector",
        }
        return sector.told or general[self.language]

    def speaker_of(self, said: Contribution) -> list[str]:
        """Give the ways in which the speaker of a statement may be told: of nobody, as the table, by its sector."""
        table = {"nl": "de tafel", "fr": "la table", "en": "the table"}[self.language]
        own = self.session.sector_of(said)
        return [neutral_words(self.language).person, table, *([self.told_by(own)] if own else [])]

    def supporters_of(self, name: str) -> list[Sector]:
        """Give the sectors from which a statement was agreed with: by a vote, or by a statement of their own."""
        sectors, people = self.session.of(Sector), self.session.of(Participant)
        found = {
            one.sector or getattr(people.get(one.participant or ""), "sector", None)
            for one in self.session.supports.get(name, ())
            if one.vote is Vote.AGREE
        }
        for answer in self.session.answers.get(name, ()):
            own = self.session.sector_of(answer)
            if answer.stance is Stance.SUPPORTS and own:
                found.add(own.id)
        return [sectors[key] for key in found if key]

    def origins(self, sectors: Iterable[Sector]) -> str:
        """Give a pattern for where people of some of these sectors come from, joined."""
        told = [re.sub(r"^(iemand|quelqu.une?|somebody) ", "", self.told_by(one)) for one in sectors]
        one = "|".join(map(re.escape, told)) or "(?!)"
        joined = {"nl": "en", "fr": "et", "en": "and"}[self.language]
        return rf"(?:{one})(?:, (?:{one}))*(?: {joined} (?:{one}))?"

    def is_phrase(self, one: Sentence, topic: Topic, before: str | None) -> bool:
        """Say whether the phrase of a sentence is ours, with places filled in from what it stands beside.

        `before` is the statement (id) printed last: who agreed with that is told in a sentence without a statement.
        """
        said = [self.session.contribution(name) for name in one.contributions]
        told = [speaker for each in said for speaker in self.speaker_of(each)]
        themes = [self.session.of(Theme)[key].name.rstrip(" .;:,") for each in said for key in each.themes]
        own = [sector for each in said if (sector := self.session.sector_of(each))]
        agreed = own if said else self.supporters_of(before or "")
        fills = {
            "speaker": any_of(told),
            "theme": any_of(themes),
            "question": any_of([prompt.strip() for prompt in topic.prompts]),
            "sectors": self.origins(agreed),
        }
        wanted = []
        for letter in one.functions:
            variants = [variant for variant in phrases(self.language).get(letter, ()) if variant != SILENT]
            wanted.append("|".join(filled(variant, fills) for variant in variants) or "(?!)")
        return bool(re.fullmatch(" ".join(f"(?:{each})" for each in wanted), one.phrase, re.IGNORECASE))

    def is_told(self, printed: str, said: Contribution) -> bool:
        """Say whether a text stands in what was said, but for what a draft may do to it.

        It may write abbreviations out, put neutral words for names, drop a name that calls somebody and a *but* behind
        a phrase that says it, and drop courtesies at the start and at the end. What was approved in other words stands
        in those.
        """
        approval = approval_of(self.session, said.id)
        if approval and approval.answer is Answer.CHANGED:
            return self.stands_in(words(printed), approval.wording)
        if said.wording:
            return self.stands_in(words(printed), said.wording)
        pieces = re.split(r"(\W+)", said.text)
        spelled = "".join(self.session.details.abbreviations.get(one, one) for one in pieces)
        return any(self.stands_in(words(printed), text) for text in (said.text, spelled))

    def stands_in(self, printed: list[str], text: str) -> bool:
        """Say whether words stand in a text in one piece, names told neutrally, and only courtesies around them."""
        neutral = neutral_words(self.language)
        told = sorted((words(getattr(neutral, one)) for one in neutral.__dataclass_fields__), key=len)
        pattern = " ".join(map(re.escape, printed))
        for one in reversed(told):
            stand_in = " ".join(map(re.escape, one))
            pattern = re.sub(rf"(?<!\S)(?:(de|que) )?{stand_in}(?!\S)", self.named, pattern)
        whole, courteous = " ".join(words(text)), COURTEOUS[self.language]
        if all_but(pattern, whole, courteous):
            return True
        if not re.search(rf"(?i)(?:^|[,.!?…]\s*)(?:{self.names}[\s.]+)*{self.names},", folded(text)):
            return False
        pattern = f"(?:{self.names} )*" + pattern.replace(" ", f" (?:{self.names} )*")
        return all_but(pattern, whole, courteous | self.name_words)

    def named(self, found: re.Match[str]) -> str:
        """Give a pattern for a name that was told neutrally; before a vowel French writes d’ and qu’."""
        before = {"de": r"(?:de|d)\x20", "que": r"(?:que|qu)\x20"}.get(found[1] or "", "")
        stood = found[0].removeprefix(f"{found[1]} ")
        named = rf"{self.names}(?:\x20{self.names})*"
        if stood.split() == words(neutral_words(self.language).two_people):
            named = rf"{named}\x20(?:en|et|and)\x20{named}"
        told = stood.replace(" ", r"\x20")
        return f"{before}(?:{told}|{named})"

    @cached_property
    def names(self) -> str:
        """These words as a pattern."""
        return any_of(self.name_words)

    @cached_property
    def name_words(self) -> set[str]:
        """The words of which names of people and organisations are made."""
        known = self.session.of(Participant).values()
        told = " ".join(f"{one.name} {one.nickname} {one.organisation} {one.email}" for one in known)
        return {*words(told), *TITLES}


def all_but(pattern: str, whole: str, left_out: set[str]) -> bool:
    """Say whether a pattern stands in a text, and nothing around it but words that may be left out."""
    found = re.search(rf"(?:^|(?<= )){pattern}(?:$|(?= ))", whole)
    return found is not None and {*whole[: found.start()].split(), *whole[found.end() :].split()} <= left_out


def any_of(texts: Iterable[str]) -> str:
    """Give a pattern for any of these texts."""
    return f"(?:{'|'.join(map(re.escape, texts)) or '(?!)'})"


def filled(template: str, fills: Mapping[str, str]) -> str:
    """Give a pattern for a phrase with its places filled in."""
    parts = PLACE.split(template)
    return "".join(fills[part] if place % 2 else re.escape(part) for place, part in enumerate(parts))


# The words of which courtesies are made, written down here once more: a draft drops nothing else.
COURTEOUS = {
    "nl": set(
        """
        maar voorzitter meneer mijnheer mevrouw de geachte beste collega s dames en heren dank u wel je dankjewel
        bedankt hartelijk merci goedemorgen goeiemorgen goedemiddag goedenavond goeienavond dag iedereen allemaal
        welkom van harte excuus excuses sorry ja jaja jawel nou tja ah oke ok goed heel prima he euh eh uh hm
        """.split()
    ),
    "fr": set(
        """
        mais monsieur le president madame la presidente ministre secretaire d etat mesdames et messieurs chers mes
        collegues merci a tous vous beaucoup je remercie bonjour toutes bonsoir bienvenue soyez les bienvenus oui ouais
        bah ben bon ah oh euh hein eh bien et ecoutez attendez tenez pardon excusez moi pardonnez accord voila tres
        allez s il plait
        """.split()
    ),
    "en": set(
        """
        but mr president madam speaker chair chairman prime minister commissioner ladies and gentlemen honourable
        members dear colleagues thank you very much all so thanks many good morning afternoon evening everyone hello
        everybody hi welcome excuse me sorry yes yeah yep okay ok kay right alright oh ah um uh hmm mm well know in
        writing member of the commission vice on behalf group fr de it nl es pl pt hu cs sk sl ro bg el da fi sv et lt
        lv mt ga en gue ngl ppe ecr efd alde verts ale s d uhm erm
        """.split()
    ),
}


# The walk.


def walk(records: Records, topic: Topic, draft: Draft) -> None:
    """Walk from every sentence of a draft back to the records."""
    here = {said.id: said for said in records.session.on_topic(topic.id)}
    before: str | None = None
    for one in draft.sentences:
        if "quotation" not in one.functions:
            assert bool(one.phrase) == bool(one.functions), one
        if one.phrase:
            assert records.is_phrase(one, topic, before), (one.phrase, one.contributions)
        left = one.text.removeprefix(one.phrase)
        assert letters(one.phrase + left) == letters(one.text)
        for name, printed in zip(one.contributions, one.printed, strict=True):
            said = here[name]
            assert said.placed, "it is clear who spoke"
            assert not {said.withdrawn, said.parked, said.check} & {True}, "it is for the paper"
            assert records.is_told(printed, said), (printed, said.text)
            place = left.index(printed)
            assert not letters(left[:place]), "between statements there is nothing"
            left = left[place + len(printed) :]
            before = name
        assert not letters(left), left


def chapters_of(document: Document) -> Iterator[str]:
    """Give the exported Markdown of the chapters that the tool drafted, in order."""
    sections = render_markdown(document).split("\n## ")[1:]
    for part, section in zip(document.parts, sections, strict=True):
        if part.drafted and part.kind is PartKind.CHAPTER:
            yield unescape(section.split("\n", 1)[1])


def words_in_print(records: Records, draft: Draft) -> Iterator[str]:
    """Give the words that a draft must have in print: its sentences, and who said the quote that stands apart."""
    told = [plain(block.attribution) for block in draft.blocks if isinstance(block, PullQuote)]
    for one in draft.sentences:
        yield from words(one.text)
        if "quotation" in one.functions:
            speaker, (name,) = told.pop(0), one.contributions
            known = records.speaker_of(records.session.contribution(name))
            assert letters(speaker) in {letters(each) for each in ("", *known)}
            yield from words(speaker)


def without_prose(session: Session, most: int) -> Session:
    """Give a session as if nobody had written anything, with its first topics alone."""
    left_out = [replace(one, withdrawn=True) for one in session.topics[most:]]
    return session.having([*left_out, *(replace(one, withdrawn=True) for one in session.of(Prose).values())])


def opened(path: Path, shared: Path, name: str) -> Session:
    """Give a sample evening, finished, or a session from a file."""
    journal = Journal.open(path)
    if name in SAMPLES:
        uid = demo_session(journal, name, finished=True)
    else:
        uid = import_session(journal, shared / "sessions" / f"{name}.json").uid
    session = journal.session(uid)
    journal.close()
    return without_prose(session, FEW_TOPICS if name == HUGE else len(session.topics))


@pytest.mark.parametrize("name", [*SAMPLES, *SHARED])
def test_every_sentence_of_a_drafted_chapter_goes_back_to_what_was_recorded(
    name: str, tmp_path: Path, shared: Path
) -> None:
    session = opened(tmp_path / "traced.db", shared, name)
    records = Records(session)
    paper = compose(session, Choices(), suggestions={}, telling=telling(session))
    topics = [topic for topic in session.topics if topic.id in paper.drafts]
    for topic, exported in zip(topics, chapters_of(paper.document), strict=True):
        draft = paper.drafts[topic.id]
        walk(records, topic, draft)
        assert words(exported) == list(words_in_print(records, draft)), topic.title
    for topic in session.topics:
        if topic.conclusion:
            walk(
                records,
                topic,
                draft_chapter(session, topic, Disclosure.of(session, Form.SECTOR), len(topics) + 1),
            )
    assert sum(len(draft.sentences) for draft in paper.drafts.values()) > LEAST_SENTENCES


def test_what_was_not_said_is_found_out() -> None:
    session = table(*people("log", "zor"), said("a", "we tellen geen uren meer", "log1"))
    records, (here, *_) = Records(session), session.topics
    draft = draft_chapter(session, here, Disclosure.of(session, Form.SECTOR), 1)
    walk(records, here, draft)
    (honest,) = draft.sentences
    for printed, phrase in (
        ("we tellen geen enkele uren meer.", honest.phrase),
        ("we tellen uren.", honest.phrase),
        (honest.printed[0], "Iedereen aan tafel vond:"),
        (honest.printed[0], honest.phrase.replace("logistiek", "zorgsector")),
    ):
        invented = replace(honest, phrase=phrase, printed=(printed,), inlines=(Text(f"{phrase} {printed}"),))
        with pytest.raises(AssertionError):
            walk(records, here, replace(draft, sentences=(invented,)))

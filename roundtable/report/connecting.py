"""Which phrase stands before each statement of a drafted chapter, and after those that many supported."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from roundtable.domain.agenda import Topic
from roundtable.domain.contributions import Stance
from roundtable.domain.disclosure import Disclosure, Told
from roundtable.domain.mentions import Kept
from roundtable.domain.people import Sector
from roundtable.domain.references import Tells
from roundtable.report.choosing import Chosen
from roundtable.report.document import Reference, Text
from roundtable.report.paragraphs import PARAGRAPH_SPEAKERS, SUPPORTING_SIDES, Passage
from roundtable.report.phrases import SILENT, Variety, ends_open
from roundtable.report.sentences import (
    Phrase,
    Sentence,
    phrase_of,
    plain_sentence,
    row_sentence,
    told_sentence,
)
from roundtable.report.statements import Statement
from roundtable.report.telling import origins, speaker
from roundtable.report.units import Unit
from roundtable.report.word_lists import word_lists, words_of
from roundtable.report.wording import small_words

QUESTION_WORDS = 25  # a longer question of the agenda opens no chapter
VOICES = frozenset({"A", "D", "D0", "Q", "Q0", "T", "T0", "T1"})  # phrases behind which somebody speaks
LEAST_LETTERS = 4  # of a word by which a question is known


@dataclass(frozen=True, slots=True)
class _Step:
    """A statement on its way to paper, with the id of what it follows."""

    one: Statement
    leader: str | None = None


@dataclass(slots=True)
class _Paragraph:
    """A paragraph while it is written: how many steps it has, the one before and the one to come.

    `voice` is the statement before which a phrase with a colon stands, until another phrase comes: whatever stands bare
    behind it reads as its speaker's. `went_on` says whether that was told of a speaker once, `speakers` are all told.
    """

    size: int
    before: _Step | None = None
    following: _Step | None = None
    voice: Statement | None = None
    went_on: bool = False
    speakers: set[Told] = field(default_factory=set)

    def tells(self, one: Statement) -> bool:
        """Say whether a speaker may be told here."""
        return one.may_be_told and (one.told in self.speakers or len(self.speakers) < PARAGRAPH_SPEAKERS)


class Connecting:
    """The phrases of one chapter, from its first statement to its last."""

    def __init__(self, disclosure: Disclosure, topic: Topic, chapter: int, chosen: Chosen) -> None:
        details = disclosure.session.details
        self.language = details.language
        self.tells = disclosure.tells
        self._disclosure = disclosure
        self._topic = topic
        self._variety = Variety(disclosure.session.uid, chapter, self.language)
        self._patience = 3 if chapter % 2 else 2  # bare statements before a phrase
        self._bare = 0
        self._opened = chosen.few  # one to three statements need no opening
        self._first = next((one.id for one in chosen.statements), "")
        self._origin = None if chosen.few else _one_sector(chosen, disclosure)
        self._paragraphs = 0
        typed = [text for one in chosen.found for text in (one.said.text, one.text)]
        self._small = small_words(typed, word_lists(self.language))
        self._question = _agenda_question(self._prompts(), chosen, self.language)

    # Parts of a chapter.

    def passage(self, passage: Passage) -> list[Sentence]:
        """Write a paragraph."""
        self._paragraphs += 1
        steps = [step for unit in passage.units for step in _steps(unit)]
        paragraph = _Paragraph(len(steps))
        self._bare = 0
        sentences: list[Sentence] = []
        while steps:
            row = _row(steps, paragraph)
            if row:
                paragraph.voice = None
                sentences.append(self._in_a_row(row))
            else:
                row = steps[:1]
                paragraph.following = next(iter(steps[1:]), None)
                sentences.append(self._next(row[0], paragraph, passage.theme))
            sentences += self._after(row[-1], paragraph)
            steps = steps[len(row) :]
        return sentences

    def single(self, unit: Unit, function: str) -> list[Sentence]:
        """Write the one proposal or the one question."""
        return self._alone(unit, self._phrase(function), (function,))

    def opening(self, function: str) -> Sentence:
        """Write what stands before a list."""
        return plain_sentence(self._phrase(function), function)

    def member(self, unit: Unit) -> list[Sentence]:
        """Write a proposal or question in a list, with what follows it."""
        return self._alone(unit, Phrase(), ())

    # Statements.

    def _alone(self, unit: Unit, phrase: Phrase, functions: tuple[str, ...]) -> list[Sentence]:
        head, *others = _steps(unit)
        paragraph = _Paragraph(len(others) + 1, voice=head.one)
        first = told_sentence(head.one, self.language, phrase, functions, small=self._small)
        sentences = [first, *self._after(head, paragraph)]
        for place, step in enumerate(others, 1):
            paragraph.following = next(iter(others[place:]), None)
            sentences += [self._next(step, paragraph, ""), *self._after(step, paragraph)]
        return sentences

    def _next(self, step: _Step, paragraph: _Paragraph, theme: str) -> Sentence:
        """Write a statement behind the phrase that the first fitting rule gives."""
        one = step.one
        function, phrase = self._rule(step, paragraph, theme)
        functions: tuple[str, ...] = (function,) if phrase else ()
        if one.fragment and not ends_open(phrase.text):
            phrase = phrase.then(self._phrase("E"))
            functions = (*functions, "E")
        if phrase:
            paragraph.voice = one if functions[-1] in VOICES and ends_open(phrase.text) else None
        if function in {"D", "Q", "T", "T1"}:
            paragraph.speakers.add(one.told)
        paragraph.went_on |= function == "T1"
        self._bare = 0 if phrase or one.quote else self._bare + 1
        dissents = function.startswith("D")
        return told_sentence(one, self.language, phrase, functions, drop_but=dissents, small=self._small)

    def _rule(self, step: _Step, paragraph: _Paragraph, theme: str) -> tuple[str, Phrase]:
        """Give the function and the phrase before a statement; both empty where it stands bare."""
        opens_chapter, self._opened = not self._opened, True
        one = step.one
        if _opposes_last(step, paragraph):
            return self._telling("D", one, paragraph)
        if one.asks:
            return self._telling("Q", one, paragraph) if one.wants_teller else ("Q0", self._phrase("Q0"))
        if one.wants_teller:
            return self._voice(one, paragraph)
        if opens_chapter:
            return self._opening_phrase()
        if paragraph.before is None:
            return self._opening_paragraph(one, paragraph, theme)
        if _behind_another(one, paragraph):
            # A phrase that adds parts no paragraph of two, and stands before nothing that connects itself.
            told = one.connected or paragraph.size == len("ab")
            return self._telling("T", one, paragraph) if told else self._adding(one, paragraph)
        if self._bare >= self._patience and not one.connected:
            return self._adding(one, paragraph)
        return "", Phrase()

    def _voice(self, one: Statement, paragraph: _Paragraph) -> tuple[str, Phrase]:
        """Tell whose statement it is; of whoever spoke just now once that they go on, and then nothing any more."""
        if not _goes_on(one, paragraph):
            return self._telling("T", one, paragraph)
        if _right_behind(paragraph) and not paragraph.went_on:
            return "T1", self._phrase("T1")
        # A long quote stands apart, behind a phrase.
        return self._telling("T", one, paragraph) if one.verbatim and one.long else ("", Phrase())

    def _opening_paragraph(self, one: Statement, paragraph: _Paragraph, theme: str) -> tuple[str, Phrase]:
        if self._paragraphs > 1 and theme and not self._names(theme):
            return "H", self._phrase("H", theme=theme.rstrip(" .;:,"))
        adds = self._paragraphs % 2 == 0 and not one.connected
        return self._adding(one, paragraph) if adds else ("", Phrase())

    def _adding(self, one: Statement, paragraph: _Paragraph) -> tuple[str, Phrase]:
        """Add a statement: without a colon where a statement of somebody else might stand bare behind it."""
        following = paragraph.following
        if one.fragment:
            return "A", self._phrase("A", ends_open)
        if following and not _has_phrase(following.one) and not _same_person(following.one, one):
            return "A", self._phrase("A", _ends_closed)
        return "A", self._phrase("A")

    def _telling(self, function: str, one: Statement, paragraph: _Paragraph) -> tuple[str, Phrase]:
        if paragraph.tells(one):
            told = Reference(one.id, (Text(speaker(one.told, self.language)),), Tells.SPEAKER)
            return function, self._phrase(function, speaker=told)
        return f"{function}0", self._phrase(f"{function}0")

    def _opening_phrase(self) -> tuple[str, Phrase]:
        if self._origin:
            told = Reference(self._first, (Text(origins([self._origin], self.language)),), Tells.ORIGIN)
            return "B", self._phrase("B", sectors=told)
        question = self._question
        return "C", self._phrase(
            "C", lambda one: bool(question) or "{question}" not in one, question=question
        )

    def _prompts(self) -> list[str]:
        """Give the agenda's questions that name nobody."""
        return [one for one in self._topic.prompts if not self._names(one)]

    def _names(self, text: str) -> bool:
        """Say whether a theme or a question of the agenda names somebody, who may be told otherwise at export."""
        return any(one.kept is not Kept.UNSURE for one in self._disclosure.names_in(text))

    def _in_a_row(self, row: Sequence[_Step]) -> Sentence:
        self._bare = 0
        return row_sentence(
            [step.one for step in row], self.language, self._phrase("E"), ("E",), small=self._small
        )

    def _after(self, step: _Step, paragraph: _Paragraph) -> list[Sentence]:
        """Say who supported a statement, where at least two other sectors did."""
        paragraph.before = step
        if step.one.sides < SUPPORTING_SIDES:
            return []
        paragraph.voice = None
        self._bare = 0
        if len(step.one.behind) < SUPPORTING_SIDES:
            return [plain_sentence(self._phrase("S0"), "S0")]
        told = (Text(origins(step.one.behind, self.language)),)
        sectors = Reference(step.one.id, told, Tells.SUPPORTERS)
        return [plain_sentence(self._phrase("S", sectors=sectors), "S")]

    def _phrase(
        self, function: str, fits: Callable[[str], bool] | None = None, **places: str | Reference
    ) -> Phrase:
        """Take the next variant of a function and fill in its places."""
        template = self._variety.take(function, fits or _any)
        return Phrase() if template == SILENT else phrase_of(template, self.language, **places)


def _steps(unit: Unit) -> list[_Step]:
    followers = zip(unit.followers, unit.leaders, strict=True)
    return [_Step(unit.head), *(_Step(one, leader) for one, leader in followers)]


def _row(steps: Sequence[_Step], paragraph: _Paragraph) -> list[_Step]:
    """Give the fragments in a row that come next, not at the start of a paragraph; nothing where there is only one."""
    row: list[_Step] = []
    for step in steps:
        plain = (
            step.one.fragment
            and not step.one.wants_teller
            and not step.one.asks
            and not step.one.leaning
            and not step.one.opposes
        )
        if paragraph.before is None or not plain:
            break
        row.append(step)
        if step.one.sides >= SUPPORTING_SIDES:
            break
    return row if len(row) > 1 else []


def _opposes_last(step: _Step, paragraph: _Paragraph) -> bool:
    """Say whether a statement opposes the one just printed, or the one that this one supports."""
    before = paragraph.before
    if before is None or not step.one.opposes or step.leader is None:
        return False
    supported = before.one.said.stance is Stance.SUPPORTS and before.leader == step.leader
    return before.one.id == step.leader or supported


def _behind_another(one: Statement, paragraph: _Paragraph) -> bool:
    """Say whether a statement stands behind the voice of another, or of somebody who may not be told."""
    return paragraph.voice is not None and not _goes_on(one, paragraph)


def _goes_on(one: Statement, paragraph: _Paragraph) -> bool:
    """Say whether a statement is of the very person whose voice was opened, and may be read as theirs."""
    return paragraph.voice is not None and _same_person(one, paragraph.voice)


def _same_person(one: Statement, other: Statement) -> bool:
    """Say whether two statements may be read as one person's: not where that would tell what belongs together.

    Of somebody who may not be told, a statement that gives them away would give away the other, too.
    """
    known = one.said.participant
    return bool(known) and known == other.said.participant and one.may_be_told and one.told == other.told


def _right_behind(paragraph: _Paragraph) -> bool:
    """Say whether the statement just printed is the one before which the phrase stood."""
    return paragraph.before is not None and paragraph.before.one is paragraph.voice


def _has_phrase(one: Statement) -> bool:
    """Say whether a statement never stands bare."""
    return one.wants_teller or one.asks or one.opposes or one.fragment


def _ends_closed(phrase: str) -> bool:
    return not ends_open(phrase)


def _one_sector(chosen: Chosen, disclosure: Disclosure) -> Sector | None:
    """Give the sector from which all of a chapter comes, if it may be told."""
    found = [disclosure.sector_told(one.told) for one in chosen.statements]
    return found[0] if len(set(found)) == 1 else None


def _agenda_question(prompts: Sequence[str], chosen: Chosen, language: str) -> str:
    """Give the question of the agenda to which the first paragraph speaks, as it stands behind a colon.

    It is the short one that shares most words with it: two, or one with what opens it. Where the agenda asks only one,
    that one opens the chapter.
    """
    short = [one.strip() for one in prompts if _short_question(one)]
    if len(prompts) > 1:
        short = [one for one in short if _spoken_to(one, chosen, language)]
    if not short:
        return ""
    question = max(short, key=lambda one: _spoken_to(one, chosen, language))
    asks = words_of(question)[0] in word_lists(language).asking
    return question[:1].lower() + question[1:] if asks else question


def _spoken_to(question: str, chosen: Chosen, language: str) -> int:
    """Count the words that a question shares with the first paragraph; none where they are too few."""
    opening = chosen.passages[0].statements if chosen.passages else ()
    asked = {word for word in words_of(question) if len(word) >= LEAST_LETTERS} - word_lists(language).common
    shared = {word for one in opening for word in one.words} & asked
    return len(shared) if len(shared) > 1 or shared.intersection(*(one.words for one in opening[:1])) else 0


def _short_question(prompt: str) -> bool:
    words = words_of(prompt)
    return (
        bool(words) and prompt.rstrip().endswith("?") and len(words) <= QUESTION_WORDS and ". " not in prompt
    )


def _any(_: str) -> bool:
    return True

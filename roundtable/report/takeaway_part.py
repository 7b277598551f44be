"""The page of key takeaways, and in a draft without any, the suggestions."""

from itertools import zip_longest

from roundtable.domain.approvals import refused
from roundtable.domain.contributions import Contribution, Kind, Takeaway
from roundtable.report.document import Block, Mark, Numbered, Paragraph, Part, PartKind, Text
from roundtable.report.making import Making, paragraph
from roundtable.report.obstacles import NAME_IN_TAKEAWAY, SUGGESTED, UNTITLED, UNWORDED, obstacle
from roundtable.report.statements import usable
from roundtable.report.talk import without_courtesies
from roundtable.report.word_lists import language_of, words_of
from roundtable.report.wording import sentence, set_in_type, spelled_out

MOST_SUGGESTIONS = 10


def takeaways(making: Making) -> Part | None:
    """Give the takeaways in the ledger's order; where there are none, the suggestions that were handed in."""
    title = making.book.pgettext("report", "Key takeaways")
    drawn = making.session.takeaways
    if drawn:
        points = tuple(_drawn(making, one, place) for place, one in enumerate(drawn, 1))
        numbered = Numbered(points, keys=tuple(one.id for one in drawn))
        return Part(PartKind.TAKEAWAYS, title, (numbered,))
    suggested = _suggested(making)
    if not suggested:
        return None
    making.obstacles.append(obstacle(SUGGESTED))
    remark = making.book.pgettext(
        "report", "No takeaway was drawn yet. These are suggestions: statements that may speak for many."
    )
    numbered = Numbered(tuple((Paragraph((making.printed(one),)),) for one in suggested))
    return Part(PartKind.TAKEAWAYS, title, (Paragraph((Text(remark),), Mark.REMARK), numbered), drafted=True)


def _drawn(making: Making, one: Takeaway, position: int) -> tuple[Block, ...]:
    title, text = one.title, one.text
    if not title:
        making.obstacles.append(obstacle(UNTITLED, position=position))
    if one.worded:
        making.report_written(f"{title}\n{text}", one.id, NAME_IN_TAKEAWAY, position=position)
        title, text = making.written(title, one.id), making.written(text, one.id)
    else:
        making.obstacles.append(obstacle(UNWORDED, position=position))
        rests_on = [*sorted(one.evidence), one.id]
        title = making.told_neutrally(title, rests_on)
        text = _as_said(making, one, making.told_neutrally(text, rests_on))
    heading = [Paragraph((Text(title),), Mark.TITLE)] if title else []
    return (*heading, *(paragraph(" ".join(part.split("\n"))) for part in text.split("\n\n") if part.strip()))


def _as_said(making: Making, one: Takeaway, told: str) -> str:
    """Set words that came from the talk as a chapter would: without courtesies, unless they stand to the letter."""
    language = language_of(words_of(told), making.language)
    if not (language or _to_the_letter(making, one)):
        told = without_courtesies(told, making.language) or told
    made = sentence(spelled_out(told, making.session.details.abbreviations), making.language)
    return set_in_type(made, language or making.language)


def _to_the_letter(making: Making, one: Takeaway) -> bool:
    """Say whether a takeaway has the words of a quote, or those that a person gave a statement for print."""
    known = making.session.of(Contribution)
    return any(
        (said.wording or said.kind is Kind.QUOTE)
        and words_of(said.wording or said.text) == words_of(one.text)
        for said in (known[key] for key in one.evidence if key in known)
    )


def _suggested(making: Making) -> list[Contribution]:
    """Give the suggestions, the best of each topic before the second of any."""
    known = making.session.of(Contribution)
    by_topic = [making.suggestions.get(topic.id, ()) for topic in making.session.topics]
    ids = [one for turn in zip_longest(*by_topic) for one in turn if one in known]
    those = [known[one] for one in dict.fromkeys(ids) if usable(known[one])]
    return [one for one in those if not refused(making.session, one)][:MOST_SUGGESTIONS]

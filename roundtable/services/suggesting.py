"""Which statements may speak for many, and which may make the same point, without keeping a screen waiting."""

import asyncio
import json
import time
from asyncio.subprocess import Process
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from roundtable.domain.contributions import Contribution
from roundtable.domain.session import Session
from roundtable.errors import ComparingFailed
from roundtable.services.apart import all_of, ended, started
from roundtable.storage.journal import Journal

if TYPE_CHECKING:
    from roundtable.insight.asking import Question
    from roundtable.insight.cover import Statement

OFFERED = 5
FEW, SHORT = (
    100,
    20_000,
)  # statements, letters in all that are worked out soon; more, in a process of low priority
# A screen tells the other process what was said in slices of so many seconds, and between them does what is typed.
SLICE, BETWEEN = 0.001, 0.006


def suggestions(
    journal: Journal, uid: str, topic: str | None = None, k: int = OFFERED
) -> tuple[Contribution, ...]:
    """Give at most `k` statements of a topic (its id; None: of the evening) that speak for many.

    Those on which a takeaway rests already are left out.
    """
    from roundtable.insight.statements import suggest_for

    session = journal.session(uid)
    taken = _taken(session)
    found = [one.id for one in suggest_for(session, topic, k + len(taken))]
    return _first(session, found, taken, k)


def _taken(session: Session) -> frozenset[str]:
    return frozenset[str]().union(*(one.evidence for one in session.takeaways))


def _first(session: Session, found: Iterable[str], taken: frozenset[str], k: int) -> tuple[Contribution, ...]:
    left = [key for key in found if key not in taken]
    return tuple(session.contribution(key) for key in left[:k])


# For a screen: each may be awaited, and no key waits for it. Where the same is asked anew, the older question is ended,
# and whoever waits for its answer is cancelled.


async def suggest_apart(
    session: Session, topic: str | None = None, k: int = OFFERED
) -> tuple[Contribution, ...]:
    """Give what `suggestions` gives. Raises ComparingFailed."""
    from roundtable.insight.asking import Question, Wanted
    from roundtable.insight.statements import names_of

    taken = _taken(session)
    language, names = session.details.language, names_of(session)
    question = Question(Wanted.SUGGESTIONS, language, names, k=k + len(taken))
    those = session.contributions if topic is None else session.on_topic(topic)
    (found,) = await _asked(session, question, those)
    return _first(session, found, taken, k)


async def groups_apart(session: Session, topic: str | None) -> tuple[tuple[str, ...], ...]:
    """Propose groups of what was said on a topic (its id; None: before the first). Raises ComparingFailed."""
    from roundtable.insight.asking import Question, Wanted
    from roundtable.insight.likeness import Decided, in_order
    from roundtable.insight.statements import names_of

    language, names = session.details.language, names_of(session)
    question = Question(Wanted.GROUPS, language, names, Decided.of(session))
    return in_order(session, await _asked(session, question, session.on_topic(topic)))


async def alike_apart(session: Session, contribution: str) -> tuple[str, ...]:
    """Give what possibly makes the same point as a contribution (its id), likeliest first. Raises ComparingFailed."""
    from roundtable.insight.asking import Question, Wanted
    from roundtable.insight.likeness import Decided
    from roundtable.insight.statements import names_of, statement_of

    said = session.of(Contribution).get(contribution)
    if said is None:
        return ()
    language, names = session.details.language, names_of(session)
    about = statement_of(session, said)
    question = Question(Wanted.ALIKE, language, names, Decided.of(session), about=about)
    (found,) = await _asked(session, question, session.on_topic(said.topic))
    return tuple(found)


_under_way: dict[str, asyncio.Task[list[list[str]]]] = {}


async def _asked(session: Session, question: "Question", those: tuple[Contribution, ...]) -> list[list[str]]:
    """Answer a question here where that is soon done, else in a process of its own."""
    from roundtable.insight.asking import answer
    from roundtable.insight.statements import spoken

    if older := _under_way.get(question.wanted):
        older.cancel()
    if len(those) <= FEW and sum(len(one.text) for one in those) <= SHORT:
        # in a thread, because the first time the stop words are read from a file
        return await asyncio.to_thread(answer, question, list(spoken(session, those)))
    asked = asyncio.create_task(_answered(question, spoken(session, those)))
    _under_way[question.wanted] = asked
    try:
        return await asked
    finally:
        if _under_way.get(question.wanted) is asked:
            del _under_way[question.wanted]


async def _answered(question: "Question", spoken: Iterable["Statement"]) -> list[list[str]]:
    """Let a process of low priority answer; it is ended where nobody waits for it any longer."""
    try:
        process = await started("roundtable.insight")
    except OSError as error:
        raise ComparingFailed(reason=error.strerror or error) from None
    try:
        with suppress(ConnectionError):  # it ended early: what it said of that is read below
            await _tell(process, question, spoken)
        said, complaint = await asyncio.gather(all_of(process.stdout), all_of(process.stderr))
        code = await process.wait()
    finally:
        await ended(process)
    if code:
        last = complaint.decode(errors="replace").strip().splitlines()[-1:]
        raise ComparingFailed(reason=" ".join(last) or code)
    found: list[list[str]] = json.loads(said)
    return found


async def _tell(process: Process, question: "Question", spoken: Iterable["Statement"]) -> None:
    """Tell the process what was said, and then keep its ear: it ends when we do."""
    from roundtable.insight.asking import END, question_line, statement_line

    ear = process.stdin
    if ear is None:  # never: it was asked for
        return
    lines = [question_line(question)]
    ends = time.perf_counter() + SLICE
    for one in spoken:
        lines.append(statement_line(one))
        if time.perf_counter() > ends:
            ear.write(b"".join(lines))
            lines.clear()
            await ear.drain()
            await asyncio.sleep(BETWEEN)
            ends = time.perf_counter() + SLICE
    ear.write(b"".join([*lines, END]))
    await ear.drain()

"""Suggesting and grouping statements of one topic, beside scikit-learn: TF-IDF and agglomerative clustering.

scikit-learn is no part of what is installed for development. In a folder of its own:
`python -m venv FOLDER`, `FOLDER/bin/pip install scikit-learn`, then `ROUNDTABLE_PEER=FOLDER/bin/python`.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from roundtable.insight.asking import END, Question, Wanted, question_line, statement_line
from roundtable.insight.cover import Statement, suggest
from tests.bench.figures import Figure, interleaved

WORDS = 3000  # in the made-up language, the frequent ones as frequent as in any
ROUNDS = {100: 5, 1_000: 5, 10_000: 1}  # with 10,000 the peer takes minutes
OURS = (sys.executable, "-m", "roundtable.insight")
# Both read the same lines. Of each of the five largest clusters the peer gives the statement nearest to its middle.
PEER = """
import json, sys
import numpy
from sklearn.cluster import AgglomerativeClustering
from sklearn.feature_extraction.text import TfidfVectorizer

sys.stdin.readline()
said = [json.loads(line) for line in iter(sys.stdin.readline, "\\n")]
found = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform([one[1] for one in said])
dense = found.toarray()
made = AgglomerativeClustering(n_clusters=None, distance_threshold=0.6, metric="cosine", linkage="average")
labels = made.fit_predict(dense)
names, sizes = numpy.unique(labels, return_counts=True)
for name in names[numpy.argsort(-sizes, kind="stable")][:5]:
    those = numpy.flatnonzero(labels == name)
    print(said[those[numpy.argmax(dense[those] @ dense[those].mean(axis=0))]][0])
"""


def measure() -> Iterator[Figure]:
    """Measure whole processes that read statements and tell what speaks for many, or which belong together."""
    many, few = made_up(10_000), made_up(1_000)
    figures = interleaved(lambda: _ms(many), lambda: _ms(few), 5)
    yield Figure("suggest on 10,000 statements", *figures, "ms", "suggest on 1,000", "≤ 15")
    peer = _peer()
    if peer is None:
        print(
            f"Nothing beside it: no scikit-learn. {(__doc__ or '').partition('. ')[2].strip()}",
            file=sys.stderr,
        )
        return
    for count, rounds in ROUNDS.items():
        yield from _beside(peer, made_up(count), rounds)


def _peer() -> Sequence[str] | None:
    """Give the command of the peer; nothing where it is not there."""
    python = os.environ.get("ROUNDTABLE_PEER", sys.executable)
    found = subprocess.run([python, "-c", "import sklearn"], capture_output=True, check=False)
    return None if found.returncode else (python, "-c", PEER)


def _beside(peer: Sequence[str], said: list[Statement], rounds: int) -> Iterator[Figure]:
    """Measure time and memory of both our questions and of the peer, in turn."""
    with tempfile.TemporaryDirectory() as folder:
        asked = {wanted: Path(folder, wanted) for wanted in (Wanted.SUGGESTIONS, Wanted.GROUPS)}
        for wanted, path in asked.items():
            lines = [question_line(Question(wanted, "en", k=5)), *map(statement_line, said), END]
            path.write_bytes(b"".join(lines))
        suggesting, grouping, theirs = [], [], []
        for _ in range(rounds):
            suggesting.append(_taken(OURS, asked[Wanted.SUGGESTIONS]))
            grouping.append(_taken(OURS, asked[Wanted.GROUPS]))
            theirs.append(_taken(peer, asked[Wanted.GROUPS]))
    name = f"{len(said):,} statements, whole process"
    with_what = "scikit-learn, TF-IDF and agglomerative clustering"
    for question, ours in (("suggest", suggesting), ("groups", grouping)):
        for place, told, unit, wanted_ratio in ((0, "", "ms", "≤ 0.2"), (1, "memory of ", "MB", "")):
            values = tuple(one[place] for one in ours), tuple(one[place] for one in theirs)
            yield Figure(f"{told}{question}, {name}", *values, unit, with_what, wanted_ratio)


def _taken(command: Sequence[str], asked: Path) -> tuple[float, float]:
    """Give the milliseconds and the largest memory (MB) of a whole process; it must succeed."""
    question = asked.read_bytes()
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    assert process.stdin
    process.stdin.write(question)
    process.stdin.flush()  # and held open: ours ends with whoever asks
    most = 0.0
    while process.poll() is None:
        most = max(most, _memory(process.pid))
        time.sleep(0.002)
    ended = time.perf_counter()
    process.stdin.close()
    assert process.returncode == 0, command
    return 1000 * (ended - begun), most


def _memory(process: int) -> float:
    """Give the most memory (MB) that a process had so far; that of rusage would hold ours, from which it came."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0.0
    told = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")]
    return int(told[0]) / 1024 if told else 0.0


def _ms(said: list[Statement]) -> float:
    begun = time.perf_counter()
    suggest(said, 5, "en")
    return 1000 * (time.perf_counter() - begun)


def made_up(count: int) -> list[Statement]:
    """Give so many statements in a made-up language, always the same."""
    chance = random.Random(1)  # noqa: S311 — no secret
    letters = "abcdefghiklmnoprstuvw"
    words = ["".join(chance.choices(letters, k=chance.randint(3, 10))) for _ in range(WORDS)]
    weights = [1 / (place + 5) for place in range(WORDS)]
    return [
        Statement(
            id=str(number),
            text=" ".join(chance.choices(words, weights, k=chance.randint(6, 30))),
            person=f"p{chance.randrange(12)}",
            sector=f"s{chance.randrange(5)}",
        )
        for number in range(count)
    ]

"""Answer one question from standard input, in a process that ends with the one that asked.

It loads no screen and no database.
"""

import os
import sys
from threading import Thread


def main() -> None:
    """Read the question and the statements, and print the answer as JSON."""
    import json

    from roundtable.insight.asking import END, answer, read_question, read_statement

    lines = sys.stdin.buffer
    question = read_question(lines.readline())
    table = [read_statement(line) for line in iter(lines.readline, END)]
    Thread(target=_end_with_whoever_asked, daemon=True).start()
    sys.stdout.write(json.dumps(answer(question, table)))


def _end_with_whoever_asked() -> None:
    """Wait until nobody holds the other end of standard input: then nobody waits for the answer."""
    os.read(0, 1)
    os._exit(1)


main()

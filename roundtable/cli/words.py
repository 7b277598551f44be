"""The words and signs in which commands tell what is kept as codes."""

from roundtable.i18n import N_

_STEERING = frozenset('"$`\\!')  # what a shell takes for its own between double quotation marks

STATES = {
    "prepared": N_("prepared"),
    "running": N_("running"),
    "paused": N_("paused"),
    "closed": N_("closed"),
}
ATTENDANCE = {
    "expected": N_("expected"),
    "present": N_("present"),
    "online": N_("online"),
    "left": N_("left"),
    "absent": N_("absent"),
}
CONSENT = {
    "": N_("not asked"),
    "named": N_("by name"),
    "sector": N_("by sector"),
    "none": N_("not told of"),
}
KEPT = {
    "undecided": N_("not decided"),
    "not": N_("told neutrally"),
    "decided": N_("kept"),
    "agreed": N_("agreed to be named"),
    "unsure": N_("an ordinary word"),
}
NAME_KINDS = {
    "name": N_("name"),
    "nickname": N_("nickname"),
    "organisation": N_("organisation"),
    "address": N_("e-mail address"),
}
FORMS = {
    "table": N_("of the table"),
    "sector": N_("by sector"),
    "named": N_("by name"),
    "none": N_("of nobody"),
}
MARKS = {"done": "✓", "current": "▶", "waiting": " ", "skipped": "–"}

# The kinds of records, and their fields as far as somebody reads of them in the journal.
KINDS = {
    "session": N_("session"),
    "sector": N_("sector"),
    "participant": N_("participant"),
    "topic": N_("topic"),
    "visit": N_("clock"),
    "turn": N_("floor"),
    "contribution": N_("contribution"),
    "support": N_("support"),
    "theme": N_("theme"),
    "takeaway": N_("takeaway"),
    "prose": N_("prose"),
    "decision": N_("decision on a name"),
    "export": N_("paper"),
    "erasure": N_("erasure"),
    "approval": N_("approval"),
}
FIELDS = {
    "abbreviation": N_("abbreviation"),
    "answer": N_("answer"),
    "answered": N_("answered"),
    "answers": N_("answers"),
    "asked": N_("asked"),
    "at": N_("at"),
    "attendance": N_("attendance"),
    "begins": N_("begins"),
    "by": N_("by"),
    "check": N_("to be checked"),
    "choice": N_("what happens to it"),
    "closed": N_("closed"),
    "consent": N_("consent"),
    "consent_at": N_("asked when"),
    "consent_by": N_("asked by"),
    "count": N_("number"),
    "dissent": N_("dissent"),
    "email": N_("e-mail address"),
    "ends": N_("ends"),
    "evidence": N_("rests on"),
    "fixed": N_("minutes held"),
    "format": N_("format"),
    "granted_seconds": N_("minutes given"),
    "hands": N_("show of hands"),
    "kind": N_("kind"),
    "name": N_("name"),
    "names_until": N_("names kept until"),
    "nickname": N_("nickname"),
    "on_stage": N_("on the stage"),
    "organisation": N_("organisation"),
    "parked": N_("parked"),
    "participant": N_("speaker"),
    "quiet_first": N_("quieter sectors first"),
    "prompt": N_("question to ask"),
    "replaces": N_("revised edition of"),
    "role": N_("role"),
    "sector": N_("sector"),
    "sent": N_("sent to"),
    "skipped": N_("skipped"),
    "stance": N_("stance"),
    "starred": N_("starred"),
    "text": N_("text"),
    "theme": N_("theme"),
    "title": N_("title"),
    "topic": N_("topic"),
    "turn_seconds": N_("limit of a turn"),
    "typed": N_("typed"),
    "until": N_("until"),
    "vote": N_("vote"),
    "wording": N_("wording"),
}
VALUES = {
    "kind": {
        "point": N_("point"),
        "quote": N_("quote"),
        "question": N_("question"),
        "proposal": N_("proposal"),
    },
    "stance": {"supports": N_("supports"), "opposes": N_("opposes")},
    "vote": {"agree": N_("agree"), "oppose": N_("oppose"), "pass": N_("pass")},
    "attendance": ATTENDANCE,
    "consent": CONSENT,
    "answer": {
        "asked": N_("asked"),
        "approved": N_("approved"),
        "changed": N_("approved with a change"),
        "refused": N_("refused"),
    },
    "choice": {"neutral": N_("told neutrally"), "keep": N_("kept"), "word": N_("word it anew")},
}


def quoted(name: str) -> str:
    """Give a name as it stands in a command: in quotation marks where a shell would take it for several words."""
    if name and all(mark.isalnum() or mark in "-._/~" for mark in name):
        return name
    if _STEERING.isdisjoint(name):
        return f'"{name}"'
    import shlex

    return shlex.quote(name)

"""What the balance says in words: why somebody is asked next, how long somebody was silent or had the floor."""

from roundtable.domain.balance import AskNext, Why
from roundtable.i18n import _

MINUTE = 60  # seconds


def why_told(asked: AskNext) -> str:
    """Say in few words why somebody is asked next, such as “NPO least heard · silent 22 min”."""
    silence = asked.silence_seconds
    own = _("no word yet") if silence is None else silence_told(silence) if silence >= MINUTE else ""
    if asked.sector is None:
        return own
    patterns = {
        Why.NEVER: _("{sector} not heard tonight"),
        Why.UNHEARD: _("{sector} not heard on this"),
        Why.LEAST: _("{sector} least heard"),
        Why.SILENT: _("{sector} silent longest"),
    }
    sector = patterns[asked.why].format(sector=asked.sector.short)
    return sector if asked.why is Why.NEVER or not own else f"{sector} · {own}"


def silence_told(seconds: int | None) -> str:
    """Say how long somebody has been silent; None is the whole evening."""
    if seconds is None:
        return _("no word yet")
    if seconds < MINUTE:
        return _("just now")
    return _("silent {minutes} min").format(minutes=seconds // MINUTE)


def airtime_told(seconds: int) -> str:
    """Give a time on the floor as 3:05."""
    minutes, rest = divmod(seconds, MINUTE)
    return f"{minutes}:{rest:02}"

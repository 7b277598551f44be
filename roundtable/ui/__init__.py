"""The screens: Textual, given state, posting messages."""

import os

# Terminals on Windows send what AltGr gives (@ # { [ on many keyboards) as Ctrl+Alt with some key, once the newer
# keyboard protocol is asked for, and then nobody can tell which character was meant. Nothing here needs that
# protocol; so it is not asked for where such a terminal is, or may be at the other end of the line.
# Textual looks at this when it is loaded.
if os.name == "nt" or os.environ.keys() & {"WT_SESSION", "SSH_CONNECTION", "SSH_TTY"}:
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")

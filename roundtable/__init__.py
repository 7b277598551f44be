"""The roundtable discussion, from agenda to published white paper."""

__version__ = "0.1.0"

"""Dialogs: each takes what was, is left with what is to be, and knows nothing else."""

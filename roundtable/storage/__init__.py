"""Where a session is kept: one SQLite file, whose journal of changes is the truth."""

"""Widgets: each is given the session and posts messages; none knows the app or the database."""

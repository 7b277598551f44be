"""The screens: Textual, given state, posting messages."""

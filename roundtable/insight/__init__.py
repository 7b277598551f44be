"""What the statements of a table have in common, and which of them speak for many."""

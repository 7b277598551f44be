"""What stands in a finished file, in whatever place of it: a module per kind of file, and one that judges."""

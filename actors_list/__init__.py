"""How the shipped list of known actors is made: rows by hand, lists of others, one table (docs/actors.md)."""

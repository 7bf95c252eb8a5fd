"""The finders of mentions: listed names, names of persons, titles, organisations, groups."""

"""Who said what, to whom, when, on whose word, and who disputes it."""

__version__ = "0.2.0"

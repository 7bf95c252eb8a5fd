"""Say of each statement who speaks, how, to whom, when and on whose word."""

from wortlaut.statements.attribution.attribute import attribute

__all__ = ["attribute"]

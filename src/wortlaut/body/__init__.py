"""Which of the text is the article; headline, outlet, date of publication, stated origin."""

from wortlaut.body.layout import Layout, lay_out

__all__ = ["Layout", "lay_out"]

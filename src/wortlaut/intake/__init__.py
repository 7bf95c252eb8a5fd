"""Bring reports in exactly as received: text, HTML and JSON Lines files, folders, standard input."""

from wortlaut.intake.files import receive

__all__ = ["receive"]

"""Bring reports in exactly as received: text, HTML and JSON Lines files, folders, standard input."""

from wortlaut.intake.files import receive, receive_placed
from wortlaut.intake.outcome import LIMIT, Ignored, Outcome, UnreadableError

__all__ = ["LIMIT", "Ignored", "Outcome", "UnreadableError", "receive", "receive_placed"]

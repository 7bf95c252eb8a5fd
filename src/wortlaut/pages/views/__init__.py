"""One function per page: a store and a question in, everything the page shows out, as one typed value.

HTML and JSON of an address are made from the same value, so they can't differ in what they tell.
"""

from wortlaut.pages.views.actor import actor, actors
from wortlaut.pages.views.contact import contact, contacts
from wortlaut.pages.views.day import day
from wortlaut.pages.views.dispute import dispute, disputes
from wortlaut.pages.views.report import report
from wortlaut.pages.views.search import search
from wortlaut.pages.views.story import origin, story
from wortlaut.pages.views.utterance import utterance

__all__ = [
    "actor", "actors", "contact", "contacts", "day", "dispute", "disputes", "origin", "report", "search",
    "story", "utterance",
]  # fmt: skip

"""Who spoke with or met whom: calls, meetings, visits, letters, with their status."""

from wortlaut.contacts.find import find_contacts
from wortlaut.contacts.said import with_statements

__all__ = ["find_contacts", "with_statements"]

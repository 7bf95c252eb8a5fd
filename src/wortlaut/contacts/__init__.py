"""Who spoke with or met whom: calls, meetings, visits, letters, with their status."""

from wortlaut.contacts.find import find_contacts

__all__ = ["find_contacts"]

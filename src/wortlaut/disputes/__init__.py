"""What is denied within one report: a claim and its denial."""

from wortlaut.disputes.find import find_disputes

__all__ = ["find_disputes"]

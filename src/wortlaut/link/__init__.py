"""Across reports: copies, utterances, contacts, disputes; every link says why it was made."""

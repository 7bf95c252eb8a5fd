"""Keep what was read; nothing is overwritten.

``open_store(path)`` opens (or makes) the record's file; ``wortlaut.store.base`` has the types it answers in.
"""

from wortlaut.store.sqlite import SqliteStore, open_store

__all__ = ["SqliteStore", "open_store"]

"""Keep what was read; nothing is overwritten.

``open_store(path)`` opens (or makes) the record's file; ``wortlaut.store.base`` has the types it answers in.
"""

"""Keep what was read; nothing is overwritten."""

"""``python -m benchmarks [accuracy] [WORDS]``: the table, or those of its lines that contain WORDS."""

from __future__ import annotations

import sys

from benchmarks.accuracy import main

if __name__ == "__main__":
    sys.exit(main(" ".join(sys.argv[1:])))

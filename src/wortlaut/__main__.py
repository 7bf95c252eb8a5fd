"""``python -m wortlaut`` is the command ``wortlaut``."""

from wortlaut.cli import main

if __name__ == "__main__":
    main()

"""Every error the program raises on purpose: what is wrong, with what, and what helps."""


class WortlautError(Exception):
    """A failure with a name for its source, the trouble and the remedy.

    ``str()`` gives the one line a user sees: ``SOURCE: TROUBLE; REMEDY``.
    """

    def __init__(self, source: str, trouble: str, remedy: str) -> None:
        super().__init__(f"{source}: {trouble}; {remedy}")
        self.source = source
        self.trouble = trouble
        self.remedy = remedy


class IntakeError(WortlautError):
    """A source can't be read as a report."""


class StoreError(WortlautError):
    """The record's file can't be opened, read or written."""


class ActorsError(WortlautError):
    """A list of known actors is broken, or could not be made."""

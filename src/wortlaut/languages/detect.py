"""Which language a text is in: what is declared counts first, then its letters."""

from __future__ import annotations

SUPPORTED = ("de", "en")


def detect(text: str, declared: str | None = None) -> str:
    """BCP 47 code of the text's language; ``declared`` (a code, or None) is believed."""
    if declared:
        return declared
    from py3langid.langid import classify  # the model takes 0.3 s to load: only when needed

    return str(classify(text[:5000])[0])

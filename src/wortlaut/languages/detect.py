"""Which language a text is in: what is declared counts first, then its letters."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from wortlaut.languages.data import load

SUPPORTED = ("de", "en")
UNKNOWN = "und"
"""BCP 47 for a language nobody knows: of a text without words."""

_READ = 5000
_LEAST_LETTERS = 3
_SURE, _LIKELY = 0.6, 0.1
_TAG = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{1,8})*(?:\.[\w-]+)?$")
_NOTHING = frozenset({"und", "mul", "zxx", "mis", "xx", "qaa"})


def detect(text: str, declared: str | None = None) -> str:
    """The code of the text's language, without region (``de``); ``und`` for a text without words.

    A declared language is believed if it is one: ``de-DE``, ``deu`` and ``German`` all are ``de``.
    """
    known = _code(declared) if declared else None
    return known or _guessed(text[:_READ])


def _code(declared: str) -> str | None:
    """The code that a declaration means, or None if it is no language we know of."""
    name = " ".join(declared[:60].split()).casefold()
    names: dict[str, str] = load(UNKNOWN, "languages")["names"]
    if name in names:
        return names[name]
    match = _TAG.fullmatch(name)
    if match is None or match[1] in _NOTHING:
        return None
    code = names.get(match[1], match[1])
    return code if code in names.values() or code in _model().labels else None


def _guessed(text: str) -> str:
    """The likeliest language; where the model is in doubt, one that we read if it is among the likely."""
    if sum(letter.isalpha() for letter in text) < _LEAST_LETTERS:
        return UNKNOWN
    ranked: list[tuple[str, float]] = _model().rank(text)[:3]
    likeliest, certainty = ranked[0]
    if certainty < _SURE:
        read = (code for code, probability in ranked if code in SUPPORTED and probability >= _LIKELY)
        likeliest = next(read, likeliest)
    names: dict[str, str] = load(UNKNOWN, "languages")["names"]
    return names.get(likeliest, likeliest)


@cache
def _model() -> Any:
    """The model, loaded once (0.5 s), when a text first needs it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    unlikely = load(UNKNOWN, "languages")["unlikely"]
    model.set_languages([label for label in model.labels if label not in unlikely])
    return model

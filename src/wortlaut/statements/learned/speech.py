"""Is a text a speech? Of speeches the network has learned to count more as told than of news."""

from __future__ import annotations

from wortlaut.languages import Passage, load

_OPENING = 300  # characters in which one address is enough
_ENOUGH = 2  # addresses further on


def is_speech(passage: Passage) -> bool:
    """Does somebody address an audience, in the first lines or again and again, outside quotations?"""
    found = 0
    for words in load(passage.language, "speech").get("addresses", ()):
        at = passage.text.find(words)
        while at >= 0 and found < _ENOUGH:
            if not passage.quoted((at, at + len(words))) and passage.in_body((at, at + len(words))):
                found += _ENOUGH if at < _OPENING else 1
            at = passage.text.find(words, at + 1)
    return found >= _ENOUGH

"""The training passages: read, check, count.

``python -m training.marked check [FILE…]`` prints one line for each broken rule of ``training/passages/README.md``
and exits with 1 if there is one; without files it reads all of them. ``python -m training.marked count`` prints
how many passages, statements and acts there are.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from wortlaut.record.types import ACTS

ROOT = Path(__file__).resolve().parent / "passages"

#: Constructions that are never trained on while a setting is chosen, so that what generalises is seen.
KEPT_BACK = frozenset({"colon-speaker", "inverted", "mixed-density", "poll-study", "zufolge"})

QUOTES = "\"“”„‟«»‹›″‚‘’"

_HEADER = re.compile(r"@ (?P<id>[a-z0-9-]+) (?P<kind>[a-z0-9-]+)(?: published=(?P<day>\d{4}-\d\d-\d\d))?\s*")
_MARK = re.compile(
    r"\[(?P<roles>n|[sqxcavm]\d+(?:,[sqxcavm]?\d+)*)(?:/(?P<act>[a-z]+))?"
    r"(?:=(?P<key>[pocgal]\.[^\s\]\[=/]+))? "
)
_ROLE = re.compile(r"([sqxcavm]?)(\d+)")

Span = tuple[int, int]


class PassageError(ValueError):
    """A passage that breaks a rule of the format; the message says which and where."""


@dataclass
class MarkedStatement:
    """One statement as marked: spans into the passage's text; ``key`` is its speaker's, if any."""

    number: int
    key: str | None = None
    source: Span | None = None
    cue: Span | None = None
    particle: Span | None = None
    content: list[Span] = field(default_factory=list)
    act: str = "state"
    addressee: list[tuple[Span, str]] = field(default_factory=list)
    via: list[tuple[Span, str]] = field(default_factory=list)
    medium: Span | None = None


@dataclass
class MarkedPassage:
    """A passage without its marks, and what they said; ``names`` are all spans that bear a key."""

    id: str
    construction: str
    published: str | None
    text: str
    statements: list[MarkedStatement]
    names: list[tuple[Span, str]]

    @property
    def language(self) -> str:
        """The language code, the first part of the id."""
        return self.id.split("-", 1)[0]


def blocks(text: str) -> Iterator[tuple[int, str, str]]:
    """The passages of a file, unread: line number, header line, marked text."""
    header, start, lines = "", 0, list[str]()
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("@ "):
            if header:
                yield start, header, "\n".join(lines).strip()
            header, start, lines = line, number, []
        else:
            lines.append(line.rstrip())
    if header:
        yield start, header, "\n".join(lines).strip()


def parse(header: str, marked: str) -> MarkedPassage:
    """Read one passage; raises PassageError where the marks are broken."""
    head = _HEADER.fullmatch(header)
    if head is None:
        raise PassageError(f"header {header!r}")
    text, marks = unmark(marked)
    statements: dict[int, MarkedStatement] = {}
    names = []
    for roles, act, key, span in sorted(marks, key=lambda mark: mark[3]):
        if key:
            names.append((span, key))
        for role, number in _roles(roles):
            statement = statements.setdefault(number, MarkedStatement(number))
            _enter(statement, role, act, key, span)
    return MarkedPassage(
        id=head["id"],
        construction=head["kind"],
        published=head["day"],
        text=text,
        statements=[statements[number] for number in sorted(statements)],
        names=[(span, key) for span, key in names if text[span[0] : span[1]]],
    )


def unmark(marked: str) -> tuple[str, list[tuple[str, str | None, str | None, Span]]]:
    """The text without marks, and the marks: roles, act, key, span into that text."""
    out: list[str] = []
    length, at = 0, 0
    open_marks: list[tuple[re.Match[str], int]] = []
    marks = []
    while at < len(marked):
        char = marked[at]
        if char == "[":
            mark = _MARK.match(marked, at)
            if mark is None:
                raise PassageError(f"mark at {marked[at : at + 30]!r}")
            open_marks.append((mark, length))
            at = mark.end()
            continue
        if char == "]":
            if not open_marks:
                raise PassageError(f"closed but not opened before {marked[at : at + 30]!r}")
            mark, start = open_marks.pop()
            marks.append((mark["roles"], mark["act"], mark["key"], (start, length)))
        else:
            out.append(char)
            length += 1
        at += 1
    if open_marks:
        raise PassageError(f"never closed: {open_marks[-1][0].group()!r}")
    return "".join(out), marks


def _roles(roles: str) -> Iterator[tuple[str, int]]:
    if roles == "n":
        return
    role = ""
    for letter, number in _ROLE.findall(roles):
        role = letter or role
        yield role, int(number)


def _enter(statement: MarkedStatement, role: str, act: str | None, key: str | None, span: Span) -> None:
    if role == "c":
        statement.content.append(span)
        statement.act = act or statement.act
        statement.key = key or statement.key
    elif role in "av":
        if key is None:
            raise PassageError(f"{role}{statement.number} has no key")
        (statement.addressee if role == "a" else statement.via).append((span, key))
    else:
        name = {"s": "source", "q": "cue", "x": "particle", "m": "medium"}[role]
        if getattr(statement, name) is not None:
            raise PassageError(f"{role}{statement.number} twice")
        setattr(statement, name, span)
        if role == "s":
            if key is None:
                raise PassageError(f"s{statement.number} has no key")
            statement.key = key


def problems(passage: MarkedPassage) -> Iterator[str]:
    """Rules that a passage with whole marks still breaks."""
    for statement in passage.statements:
        label = f"statement {statement.number}"
        if not statement.content:
            yield f"{label} has no content"
        if statement.act not in ACTS:
            yield f"{label}: no act {statement.act!r}"
        for start, end in statement.content:
            words = passage.text[start:end]
            if words != words.strip() or not words:
                yield f"{label}: space at the edge of content {words!r}"
            elif words[-1] in ".,:;" and not words.endswith(("...", "Mio.", "Mrd.", "Uhr.")):
                yield f"{label}: content ends in a stop {words[-30:]!r}"
            elif _quoted_edges(words):
                yield f"{label}: content has quotation marks at its edge {words[:20]!r} … {words[-20:]!r}"
        if statement.cue is not None:
            words = passage.text[slice(*statement.cue)]
            if len(words.split()) > 4:
                yield f"{label}: long cue {words!r}"
    if "[" in passage.text or "]" in passage.text:
        yield "square bracket in the text"


def _quoted_edges(words: str) -> bool:
    """A pair of marks around the whole, with none between."""
    inner = words[1:-1]
    return words[0] in QUOTES and words[-1] in QUOTES and not any(mark in inner for mark in QUOTES)


def form(passage: MarkedPassage, statement: MarkedStatement) -> str:
    """``direct``, ``indirect`` or ``mixed``, by the quotation marks around and within the content."""
    quoted = _quoted(passage.text)
    marks = [quoted[start:end] for start, end in statement.content]
    letters = [
        inside
        for (start, end), row in zip(statement.content, marks, strict=True)
        for char, inside in zip(passage.text[start:end], row, strict=True)
        if char.isalnum()
    ]
    if letters and all(letters):
        return "direct"
    return "mixed" if any(letters) else "indirect"




def _quoted(text: str) -> list[bool]:
    """For each character, whether it stands inside quotation marks; a paragraph ends every quotation."""
    inside, out = "", []
    for char in text:
        if char == "\n":
            inside = ""
        elif char in "\"“”„‟«»″":
            inside = "" if inside else char
        out.append(bool(inside))
    return out


def read(paths: Iterable[Path] = ()) -> list[MarkedPassage]:
    """All passages of the files (default: every one of ``training/passages``), in order of file and place."""
    return [
        parse(header, marked)
        for path in list(paths) or files()
        for _, header, marked in blocks(path.read_text(encoding="utf-8"))
    ]


def files() -> list[Path]:
    """The files of passages, sorted."""
    return sorted(ROOT.glob("*/*.txt"))


def check(paths: Sequence[Path]) -> list[str]:
    """One line for each broken rule: file, line, passage, rule."""
    found, seen = [], set[str]()
    for path in paths:
        for line, header, marked in blocks(path.read_text(encoding="utf-8")):
            where = f"{path.name}:{line} {header[2:40]}"
            try:
                passage = parse(header, marked)
            except PassageError as error:
                found.append(f"{where}: {error}")
                continue
            if passage.id in seen:
                found.append(f"{where}: id is taken")
            if path.parent.name != passage.language:
                found.append(f"{where}: id does not begin with {path.parent.name}-")
            seen.add(passage.id)
            found.extend(f"{where}: {problem}" for problem in problems(passage))
    return found


def count(passages: Sequence[MarkedPassage]) -> str:
    """A few lines of figures."""
    lines = []
    for language in sorted({passage.language for passage in passages}):
        own = [passage for passage in passages if passage.language == language]
        statements = [statement for passage in own for statement in passage.statements]
        acts = Counter(statement.act for statement in statements)
        empty = sum(not passage.statements for passage in own)
        lines.append(
            f"{language}: {len(own)} passages ({empty} without a statement), {sum(len(p.text) for p in own):,} "
            f"characters, {len(statements)} statements, {sum(s.cue is None for s in statements)} without a cue, "
            f"{sum(bool(s.via) for s in statements)} with a relayer, "
            f"{sum(bool(s.addressee) for s in statements)} with an addressee"
        )
        lines.append("    " + ", ".join(f"{act} {number}" for act, number in acts.most_common()))
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """The command line; see the module."""
    paths = [Path(name) for name in arguments[1:]] or files()
    if arguments[:1] == ["check"]:
        found = check(paths)
        print("\n".join(found) or f"{len(read(paths))} passages, every rule kept")
        return int(bool(found))
    if arguments[:1] == ["count"]:
        print(count(read(paths)))
        return 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

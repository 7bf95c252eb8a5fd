from __future__ import annotations

from html import escape
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from wortlaut.pages.mark import Mark, Segment, lines, mark

KINDS = ("furniture", "cited", "statement", "contact", "actor", "time", "hit")
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(WORDS)
    places = st.integers(-3, len(text) + 3)
    marks = draw(
        st.lists(
            st.builds(
                Mark,
                key=st.sampled_from("abcdef"),
                kind=st.sampled_from(KINDS),
                span=st.tuples(places, places).map(lambda pair: (min(pair), max(pair))),
            ),
            max_size=8,
        )
    )
    return text, marks


def covering(segments: tuple[Segment, ...]) -> list[tuple[str, list[Mark]]]:
    """Each segment's text with the marks open over it, replayed as a browser would."""
    stack: list[Mark] = []
    found = []
    for segment in segments:
        stack.extend(opening.mark for opening in segment.opens)
        found.append((segment.text, list(stack)))
        assert segment.closes <= len(stack), "closes what was never opened"
        del stack[len(stack) - segment.closes :]
    assert stack == [], "left open"
    return found


@given(marked_texts())
def test_segments_joined_are_the_text_and_lie_under_exactly_their_marks(
    given: tuple[str, list[Mark]],
) -> None:
    text, marks = given
    position = 0
    for piece, over in covering(mark(text, marks)):
        end = position + len(piece)
        inside = [m for m in marks if m.span[0] <= position and end <= m.span[1]]
        assert sorted(map(repr, over)) == sorted(map(repr, inside))
        assert piece == text[position:end] != ""
        position = end
    assert position == len(text)


@given(marked_texts())
def test_every_mark_inside_the_text_opens_first_exactly_once(given: tuple[str, list[Mark]]) -> None:
    text, marks = given
    firsts = [o.mark for s in mark(text, marks) for o in s.opens if o.first]
    whole = [m for m in marks if 0 <= m.span[0] < m.span[1] and m.span[0] < len(text)]
    assert sorted(map(repr, firsts)) == sorted(map(repr, whole))


@given(marked_texts())
def test_lines_joined_are_the_text(given: tuple[str, list[Mark]]) -> None:
    text, marks = given
    found = lines(text, marks)
    joined = "\n".join("".join(s.text for s in line.segments) for line in found)
    assert joined == text.removesuffix("\n") if found else text == ""
    for line in found:
        covering(line.segments)


def tagged(segments: tuple[Segment, ...]) -> str:
    """Segments as HTML, to be read by a parser that is not ours."""
    out, stack = [], []
    for segment in segments:
        for opening in segment.opens:
            stack.append(opening.mark.key)
            out.append(f"<{opening.mark.key}>")
        out.append(escape(segment.text))
        out.extend(f"</{stack.pop()}>" for _ in range(segment.closes))
    return "".join(out)


class Nesting(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_crossing_marks_are_cut_so_that_tags_nest() -> None:
    marks = [Mark(key="b", kind="statement", span=(0, 6)), Mark(key="i", kind="contact", span=(3, 9))]
    html = tagged(mark("abcdefghi", marks))
    assert html == "<b>abc<i>def</i></b><i>ghi</i>"
    parser = Nesting()
    parser.feed(html)
    assert parser.open == []


def test_the_longer_mark_goes_outside_and_depth_counts_marks_of_one_kind() -> None:
    marks = [
        Mark(key="inner", kind="statement", span=(2, 4)),
        Mark(key="outer", kind="statement", span=(2, 8)),
        Mark(key="who", kind="actor", span=(2, 4)),
    ]
    opens = mark("abcdefghij", marks)[1].opens
    assert [(o.mark.key, o.depth) for o in opens] == [("outer", 0), ("inner", 1), ("who", 0)]

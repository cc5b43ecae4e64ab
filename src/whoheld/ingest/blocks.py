"""The blocks of a page: headline, byline, time, caption and paragraphs each end a line of the text, whatever an extractor joined.

An extractor may give a short page as one run of words, so that a headline's "denies" governs the lead. Where the page has an
edge between two blocks, its words are found again by those that stand before and after the edge.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

_INLINE = frozenset({
    "-comment", "-text", "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "img", "ins", "kbd", "label", "mark", "noscript", "q", "rb", "rp", "rt", "ruby", "s", "samp", "script", "small", "span",
    "strike", "strong", "style", "sub", "sup", "template", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
"""Elements that stand within a line; all others begin one and end it."""
_NO_TEXT = ["script", "style", "noscript", "template", "nav", "footer", "svg", "select"]
"""Elements in which no article stands."""
_EDGE = 4
"""Words by which a block's beginning and end are known; a shorter block is known by all of its words."""
_WORD = re.compile(r"\S+")

Words = tuple[str, ...]


class _Edges(NamedTuple):
    """How the blocks of a page begin, by a first word and by first words, and how they end."""

    openings: frozenset[str]
    starts: frozenset[Words]
    ends: frozenset[Words]


def headings(tree: LexborHTMLParser) -> tuple[str, ...]:
    """What the page calls itself at its top, each as one line."""
    found = [element.text() for name in ("h1", "title") for element in tree.css(name)]
    return tuple(" ".join(text.split()) for text in found if text.strip())


def parted(text: str, tree: LexborHTMLParser) -> str:
    """The text with a line for every block of its page, whose tree loses what is no text."""
    tree.strip_tags(_NO_TEXT, recursive=True)
    blocks, lines = list(_blocks(tree)), text.split("\n")
    wholes = frozenset(blocks)
    if all(tuple(line.split()) in wholes for line in lines if line):
        return text  # as nearly all pages come
    edges = _edges(blocks)
    return "\n".join(_lines(line, edges) for line in lines)


def without(text: str, titles: Iterable[str | None]) -> str:
    """The text without the lines that only tell its title, unless nothing else is in it."""
    known = {_bare(title) for title in titles if title}
    lines = text.split("\n")
    kept = [line for line in lines if _bare(line) not in known]
    return "\n".join(kept) if any(map(str.strip, kept)) else text


def _bare(line: str) -> str:
    return " ".join(unicodedata.normalize("NFC", line).split()).casefold()


def _blocks(tree: LexborHTMLParser) -> Iterator[Words]:
    """The words of every run of text that no edge of a block cuts, in the order of the page."""
    body, number, owner = tree.body, 0, -1
    if body is None:
        return
    pieces = list[tuple[int, str]]()
    for node in body.traverse(include_text=True):
        if node.tag not in _INLINE:
            number, owner = number + 1, -1
        elif node.tag == "-text":
            block = _owner(node)
            if block != owner:
                number, owner = number + 1, block
            pieces.append((number, node.text_content or ""))
    for _, run in groupby(pieces, key=lambda piece: piece[0]):
        if words := tuple(unicodedata.normalize("NFC", "".join(text for _, text in run)).split()):
            yield words


def _owner(node: LexborNode) -> int:
    """The block that a piece of text stands in, by the number of its node."""
    block = node.parent
    while block is not None and block.tag in _INLINE:
        block = block.parent
    return block.mem_id if block is not None else -1


def _edges(blocks: Sequence[Words]) -> _Edges:
    return _Edges(
        frozenset(words[0] for words in blocks),
        frozenset(words[:_EDGE] for words in blocks),
        frozenset(words[-_EDGE:] for words in blocks),
    )


def _lines(line: str, edges: _Edges) -> str:
    """A line, broken where one block of the page ends and another begins."""
    spans = [match.span() for match in _WORD.finditer(line)]
    words = [line[start:end] for start, end in spans]
    begun, breaks = 0, list[int]()
    for at in range(1, len(words)):
        if words[at] in edges.openings and _ends(words, begun, at, edges.ends) and _starts(words, at, edges.starts):
            breaks.append(at)
            begun = at
    if not breaks:
        return line
    return "\n".join(line[start:end].rstrip() for start, end in pairwise([0, *(spans[at][0] for at in breaks), len(line)]))


def _ends(words: Sequence[str], begun: int, at: int, ends: frozenset[Words]) -> bool:
    """Whether a block ends before a word: by its last words, or by all of them where it began with the line."""
    return tuple(words[max(begun, at - _EDGE) : at]) in ends


def _starts(words: Sequence[str], at: int, starts: frozenset[Words]) -> bool:
    return any(tuple(words[at : at + length]) in starts for length in range(1, _EDGE + 1))

"""Countries that head what is told of them, as in a round-up of several wars ("Somalia: The army retook …")."""

from collections.abc import Iterator, Sequence

from whoheld.extract.words.scan import Sentence, Unit

_COLONS = frozenset(":")


def headings(sentences: Sequence[Sentence]) -> Iterator[str]:
    """The country under whose name each sentence stands, or empty.

    A name with a colon heads its own paragraph; one that is a line of its own what follows to the next heading. Of several
    such lines in a row, as of the keywords of a report, none heads anything.
    """
    heading, own, paragraph, alone = "", "", -1, False
    for sentence in sentences:
        named = _country(sentence.units)
        lone = bool(named) and len(sentence.units) == 1
        if lone:
            heading, own = "" if alone else named, ""
        elif named or sentence.paragraph != paragraph:
            own = named
        paragraph, alone = sentence.paragraph, lone
        yield own or heading


def _country(units: Sequence[Unit]) -> str:
    """The country whose name is all that a sentence or what stands before its colon is, or empty."""
    entry = units[0].entry("country")
    headed = entry is not None and (len(units) == 1 or not _COLONS.isdisjoint(units[1].gap))
    return entry.value if entry is not None and headed else ""

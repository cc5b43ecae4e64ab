"""Arabic pronouns for the event in which something befell a place: «هجوم سقطت خلاله مديرية الغيل»."""

from whoheld.extract.sentence.line import Line


def past_event(line: Line, at: int) -> tuple[int, bool]:
    """Where a verb's subject begins behind adverbs and a pronoun for the event in which it was so, and whether one is there.

    «لتعود بذلك المحافظة كلها», «هجوم سقطت خلاله مديرية الغيل».
    """
    event = False
    while at < len(line.units) and not line.units[at].gap:
        bound = line.units[at].entry("bound")
        during = bound is not None and bound.value == "through"
        if not during and "adverb" not in line.units[at].tags:
            break
        event, at = event or during, at + 1
    return at, event


def behind_event(line: Line, verb: int) -> int:
    """The unit behind a verb, or behind the pronoun for the event in which something befell its subject («سقطت خلاله»)."""
    after, event = past_event(line, verb + 1)
    return after if event else verb + 1

"""Who acts where a relative clause, or who did not act, stands between him and his verb."""

from collections.abc import Iterator

from whoheld.extract.phrases.phrase import Party, labelled, parted
from whoheld.extract.sentence.frame import BARE, Frame, as_party
from whoheld.extract.sentence.line import Line

_TELLING = frozenset({"report", "denial", "hedge", "achieve", "plan", "to", "when", "after", "before", "contrast"})
"""Classes of words behind which a party in a relative clause acts himself ("who said the army took", "who helped it take")."""

_AND = "و"


def past_clause(line: Line, frame: Frame, party: Party) -> Party | None:
    """The subject whose relative clause has a party as its object ("Rebels who beat the army in Bor captured Malakal")."""
    if line.verb_first or any(line.units[n].gap or "relative" in line.units[n].tags for n in range(party.last + 1, frame.pivot)):
        return None
    verb = party.first - ("article" in line.units[party.first - 1].tags if party.first else 0)
    at = verb - 1
    while at > line.begins and "subject_relative" not in line.units[at].cues:
        if line.units[at + 1].gap or not line.units[at].tags.isdisjoint(_TELLING):
            return None
        at -= 1
    whose = line.phrase(at - 1) if at > line.begins and at < verb - 1 and not line.units[at + 1].gap else None
    clause = isinstance(whose, Party) and whose.case in BARE and _acts(line, at + 1)
    joined = "conjunction" in line.units[verb - 1].tags
    return whose if clause and not joined and isinstance(whose, Party) and not whose.possessive else None


def past_background(line: Line, frame: Frame, start: int) -> Iterator[int]:
    """The units to the left of one, without those of an Arabic relative clause that says how it had been.

    What "and" joins behind its comma goes on with the main clause («استولى الثوار على سرت التي كانت الكتائب تحرسها، وأخذوا …»).
    So does what had been before, or happened too («استعاد الجيش سرت التي أخذتها الكتائب، كما دخل درنة»).
    """
    opens = len(line.units)
    for left in line.leftward(start):
        if left < opens and (isinstance(line.phrase(left), Party) or "relative" in line.units[left].tags):
            opens = _background(line, frame, left)
        if left < opens:
            yield left


def _background(line: Line, frame: Frame, at: int) -> int:
    """Where the relative clause with "had been" opens in which a unit stands before a comma, or past the end of the line."""
    none = len(line.units)
    closes = next((n for n in range(at + 1, frame.pivot + 1) if parted(line.units[n].gap)), none)
    joins = line.units[closes] if closes < none else None
    also = joins is not None and closes == frame.pivot - 1 and "source" in joins.tags and "clausal" in joins.cues
    if joins is None or not (joins.word.startswith(_AND) or also):
        return none
    men = line.phrase(at)
    several = frame.entry.gender == "p" and isinstance(men, Party) and men.gender == "p"  # «التي دخلها المتمردون، وكانوا قد»
    apart = (also or "had" in joins.tags) and not several
    while at > line.begins and not parted(line.units[at].gap):
        if "relative" in line.units[at].tags:
            return at if apart or "had" in line.units[at + 1].tags else none
        at -= 1
    return none


def _acts(line: Line, at: int) -> bool:
    """Whether the verb stands right behind its relative, which so is the subject."""
    return line.phrase(at) is None and line.units[at].tags.isdisjoint(("pronoun", "article", "possessive"))


def taken_up(line: Line, noun: int) -> Party | None:
    """Whom a relative takes up: of two, him who is not denied ("It was the Kurds rather than the rebels who took")."""
    party = as_party(line, line.phrase(noun))
    at = party.first - 1 if party is not None and not line.verb_first else 0
    at -= at > 0 and "article" in line.units[at].tags
    at -= at > 0 and labelled(line.units[at], "of")  # "instead of"
    if at <= 0 or line.units[at].tags.isdisjoint(("contrast", "negation")):
        return party
    if "be" in line.units[at - 1].tags and "negation" in line.units[at].tags:
        return _but(line, noun)
    before = line.phrase(at - 1 - ("conjunction" in line.units[at - 1].tags))
    return before if isinstance(before, Party) and before.case in BARE else party


def _but(line: Line, after: int) -> Party | None:
    """Who did it instead ("It was not the rebels who took Bor but the army"), or None where nobody is named."""
    but = next((n for n in range(after + 1, len(line.units) - 1) if "contrast" in line.units[n].tags), None)
    at = but + 1 + ("article" in line.units[but + 1].tags) if but is not None else 0
    instead = line.phrase(at) if but is not None and at < len(line.units) else None
    return instead if isinstance(instead, Party) and instead.last + 1 == len(line.units) else None

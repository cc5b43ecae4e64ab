"""Which of the parties that a sentence names one thinks of first: subjects before objects, and those before what is aside."""

from whoheld.extract.phrases.phrase import Party, Phrase, parted, verbal
from whoheld.extract.sentence.frame import AUXILIARY, BARE, BREAKS
from whoheld.extract.sentence.line import Line
from whoheld.extract.sentence.no_agents import object_of_plural
from whoheld.extract.words.letters import FINITE

_GOVERNED = frozenset({"off", "in", "owner", "with", "by", "at", "from"})
_HARD = frozenset(";:")
_SEVERAL = 3
"""Parties that only a list names."""
_VERBAL = frozenset({"be", "have", "had"})
_SUBORDINATING = frozenset({"after", "before", "when"})
_CLAUSES = frozenset({"relative", "conjunction", "contrast", "after", "before", "when", "report", "to", "be"})
"""Classes of words that part the clauses of two parties."""
_TO_DETRIMENT = 8
"""Words from "expense" to the last of those at whose it is ("at the expense of the army and the")."""
_TO_PART = 8
"""Words from a party to what it does not take part in."""


def first_of_list(line: Line, party: Party) -> Party:
    """The first of several parties that are named together."""
    parties = [phrase for phrase in line.phrases if isinstance(phrase, Party)]
    after = line.units[party.last + 1] if party.last + 1 < len(line.units) else None
    if after is not None and not after.gap and "relative" in after.tags:
        return party  # "جبهة تحرير تيغراي وجيش تحرير أورومو الذي قال إنه"
    before = next((p for p in parties if p.last in {party.first - 1, party.first - 2}), None)
    return before if party.case == "list" and before is not None and before.case in {"", "comma", "list"} else party


def counted_off(line: Line, party: Party) -> bool:
    """Whether a party is one of several that a sentence only lists, so that "they" may be any ("Others include A, B and C")."""
    listing = next((n for n in range(party.first - 1, line.begins - 1, -1) if "inclusion" in line.units[n].cues), len(line.units))
    return sum(isinstance(phrase, Party) and phrase.first > listing for phrase in line.phrases) >= _SEVERAL


def oblique(phrase: Phrase) -> bool:
    """Whether a phrase is no subject, or rather a town than whom it may stand for."""
    if isinstance(phrase, Party) and phrase.town is not None:
        return True
    return phrase.case not in {"", "comma", "list"} or phrase.possessive


def aside(phrase: Party) -> bool:
    """Whether a phrase of an earlier sentence is neither its subject nor who did what its noun tells («تحرير عين … على يد»)."""
    return oblique(phrase) and (phrase.case != "by" or phrase.town is not None)


def lower(line: Line, phrase: Party) -> bool:
    """Whether a phrase is rather not meant by a pronoun: a genitive, an object, a country where something was."""
    governed = phrase.case in _GOVERNED or object_of_plural(line, phrase) or _listed_country(line, phrase)
    return governed or _behind_subject(line, phrase)


def loses_by_it(line: Line, party: Party) -> bool:
    """Whether a party is, alone or with others, at whose expense English words tell of a success, and so is not "they"."""
    for at in range(party.first - 1, max(line.begins, party.first - _TO_DETRIMENT) - 1, -1):
        if parted(line.units[at + 1].gap) or line.finite(at):
            return False
        if "detriment" in line.units[at].cues:
            return True
    return False


def acting_after(line: Line, party: Party) -> list[Party]:
    """Who does something in a main clause behind another's, the last first («سيطر الحوثيون على …، وأرسلت الحكومة تعزيزات»)."""
    later = (p for p in reversed(line.phrases) if isinstance(p, Party) and p.first > party.last and not aside(p))
    return [p for p in later if _verb(line, p.first - 1) and not _says(line, p) and not subordinate(line, p.first)]


def _says(line: Line, party: Party) -> bool:
    """Whether the verb right before a party only says what it says («قالت الحكومة»)."""
    return not line.units[party.first - 1].tags.isdisjoint(("report", "denial"))


def retold(line: Line, phrase: Party) -> bool:
    """Whether a noun that points back from a later sentence rather does not mean a phrase, as it stands aside."""
    return lower(line, phrase) or recalled(line, phrase.first)


def recalled(line: Line, at: int) -> bool:
    """Whether a unit stands in a relative clause, which says something beside the news, behind a comma where English has one."""
    if line.verb_first:
        return any("relative" in line.units[n].tags and line.phrase(n) is None for n in line.leftward(at))
    opens = next((n for n in line.leftward(at, asides=True) if "relative" in line.units[n].tags), None)
    return opens is not None and "," in line.units[opens].gap


def joined_by(line: Line, party: Party) -> bool:
    """Whether others are told to be with a party, so that "they" are all of them («بسط الجيش ومعه المسلحون سلطتهم»)."""
    after = line.units[party.last + 1] if party.last + 1 < len(line.units) and party in line.phrases else None
    if after is None or after.gap or line.verb_first:
        return after is not None and not after.gap and "besides" in after.tags
    ally = line.units[party.last + 2] if party.last + 2 < len(line.units) else None
    return "conjunction" in after.tags and ally is not None and "third_possessive" in ally.cues  # "the army and its allies"


def _behind_subject(line: Line, party: Party) -> bool:
    """Whether a party stands behind the subject of its verb, with no verb between («اتهمت قسد دمشق»)."""
    acts = party.last + 1 < len(line.units) and line.told(party.last + 1)
    if party.case not in BARE or acts:
        return False
    if _object_of_pronoun(line, party):
        return True
    for at in range(party.first - 1, line.begins, -1):
        other, unit = line.phrase(at), line.units[at]
        if isinstance(other, Party):
            beside = party.case == "list" and other.last == party.first - 1
            return other.case == "" and not beside and _verb(line, other.first - 1)
        if unit.tags & _CLAUSES - {"conjunction"} or line.told(at):
            return False
    return False


def _object_of_pronoun(line: Line, party: Party) -> bool:
    """Whether a party stands behind a verb whose subject is the pronoun before it («قال الجيش إنه طرد المسلحين»)."""
    verb = party.first - 1
    pronoun = line.units[verb - 1].entry("pronoun") if verb > line.begins and not line.units[verb].gap else None
    entries = [entry for entry in line.units[verb].entries if entry.tag == "trigger" and entry.tense in FINITE]
    return pronoun is not None and not line.units[party.first].gap and any(e.gender in {"", pronoun.value} for e in entries)


def _verb(line: Line, at: int) -> bool:
    """Whether a word is a verb, one that no lexicon knows by how it ends."""
    return at >= 0 and (line.told(at) or (not line.units[at].tags and verbal(line.units[at].word)))


def _listed_country(line: Line, party: Party) -> bool:
    """Whether a country ends a list of places ("in Syria and Iraq"), not of parties."""
    state = bool(party.meanings) and all(meaning.actor.kind == "government" for meaning in party.meanings)
    return state and party.case == "list" and first_of_list(line, party) is party


def rank(line: Line, start: int, party: Party) -> tuple[bool, int]:
    """Whom a pronoun means first: in its own part of a sentence who speaks ("the army said that it …"), a subject, others."""
    parted = any(not _HARD.isdisjoint(unit.gap) for unit in line.units[party.last + 1 : start + 1])
    before = party.first - 1
    while before > 0 and "article" in line.units[before].tags:
        before -= 1
    if party.case == "by" and (_opens_adjunct(line, party.last + 1) or _claims(line, party.last + 1)):
        return parted, -1  # "was razed by the rebels after they took it", "claims by the rebels that they hold it"
    if oblique(party) and not owns_subject(line, party):
        return parted, 3
    if _introduced(line, party):
        return parted, 3
    if (before >= 0 and "relative" in line.units[before].tags) or _is_object(line, party):
        return parted, 2
    return parted, int(not reports(line, party))


def _opens_adjunct(line: Line, at: int) -> bool:
    """Whether a clause of time begins at a unit whose subject is a pronoun."""
    if at + 1 >= len(line.units) or line.units[at].gap or line.units[at].tags.isdisjoint(BREAKS):
        return False
    return "pronoun" in line.units[at + 1].tags


def _claims(line: Line, at: int) -> bool:
    """Whether what a party says of itself begins at a unit ("… that they hold it")."""
    if at + 1 >= len(line.units) or line.units[at].gap or "relative" not in line.units[at].tags:
        return False
    return "sentential" in line.units[at].cues and "pronoun" in line.units[at + 1].tags


def rank_before(line: Line, party: Party) -> tuple[bool, bool, bool]:
    """Of the parties of an earlier sentence a subject is meant first, one of the main clause ("held Mosul when the army fled").

    Of two such the one is meant that a "but" sets against the other.
    """
    first = party.first - 1
    while first >= 0 and "article" in line.units[first].tags and not line.units[first + 1].gap:
        first -= 1
    contrasted = first > 0 and ("contrast" in line.units[first].tags or ";" in line.units[first + 1].gap)
    return oblique(party), subordinate(line, party.first), not contrasted


def subordinate(line: Line, at: int) -> bool:
    """Whether a unit stands in a clause of time ("when the army fled")."""
    return any(not line.units[n].tags.isdisjoint(_SUBORDINATING) and not line.times(n) for n in line.leftward(at))


def owns_subject(line: Line, party: Party) -> bool:
    """Whether a party owns what a clause is about ("The rebels' pickups were parked …")."""
    first = party.first
    if first > line.begins and "article" in line.units[first - 1].tags and not line.units[first].gap:
        first -= 1
    opens = first == line.begins or bool(line.units[first].gap)
    if isinstance(line.phrase(party.last + 1), Party):
        return False  # "Myanmar's MNDAA"
    told = any(unit.tags & _VERBAL or line.finite(at) for at, unit in enumerate(line.units[party.last + 1 :], party.last + 1))
    return party.possessive and opens and told


def _introduced(line: Line, party: Party) -> bool:
    """Whether an indefinite article shows that a party which does nothing is only spoken of ("proclaimed a caliphate")."""
    after = party.last + 1
    acts = after < len(line.units) and not line.units[after].gap and (line.told(after) or bool(line.units[after].tags & _VERBAL))
    return party.first > line.begins and "indefinite" in line.units[party.first - 1].tags and not acts


def _is_object(line: Line, party: Party) -> bool:
    """Whether another party is the subject of the verb that a party stands behind ("the army fought the rebels")."""
    before = [p for p in line.phrases if isinstance(p, Party) and p.last < party.first and not oblique(p)]
    between = line.units[before[-1].last + 1 : party.first] if before and party.case == "" else []
    return bool(between) and all(not unit.gap and unit.tags.isdisjoint(_CLAUSES) for unit in between)


def fought_before(line: Line, party: Party, start: int) -> bool:
    """Whether an English sentence only begins with a fight against a party ("After clashes with GNA troops, they took …")."""
    fight = party.first - 1
    while fight > line.begins and "article" in line.units[fight].tags:
        fight -= 1
    opens = fight == line.begins + 1 and not line.units[line.begins].tags.isdisjoint(_SUBORDINATING)
    closed = any(parted(line.units[at].gap) for at in range(party.last + 1, start + 1))
    return not line.verb_first and opens and closed and "onslaught" in line.units[fight].cues


def succeeds(line: Line, party: Party, verb: int) -> bool:
    """Whether a success is told to be a party's, and a verb tells what it did at the time («أوسع تقدم للحركة منذ أخذت غوما»).

    Of a blow to somebody the other side may be meant («أكبر ضربة للحكومة منذ أخذت الفاشر»).
    """
    noun = party.first - 1
    if party.case != "to" or noun < line.begins or line.units[party.first].gap or "success" not in line.units[noun].cues:
        return False
    between = range(party.last + 1, verb)
    timed = bool(between) and not line.units[between[-1]].tags.isdisjoint(_SUBORDINATING)
    return timed and not any(parted(line.units[at].gap) or line.told(at) for at in between)


def reports(line: Line, party: Party) -> bool:
    """Whether a party is the subject of a verb of saying right behind it."""
    for unit in line.units[party.last + 1 :]:
        if "report" in unit.tags:
            return True
        if unit.tags.isdisjoint(AUXILIARY):
            return False
    return False


def stays_out(line: Line, party: Party) -> bool:
    """Whether somebody is told to have no part in what happens ("Turkish-backed factions in Azaz did not take part")."""
    denied = False
    for unit in line.units[party.last + 1 : party.last + _TO_PART]:
        if parted(unit.gap):
            return False
        denied = denied or "negation" in unit.tags
        if "partaking" in unit.cues:
            return denied
    return False

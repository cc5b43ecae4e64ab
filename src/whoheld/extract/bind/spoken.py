"""Places that a clause leaves to what has been said: those out of which somebody is driven, those with which it begins."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from whoheld.extract.bind.lists import coordinated
from whoheld.extract.phrases.phrase import UNSAID, Party, Places, labelled, parted
from whoheld.extract.sentence.frame import BARE, BREAKS
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit

_FROM = frozenset({"from", "out of", "of", "off"})
"""Cases of a place that a verb of driving out names itself."""
_IN = frozenset({"in", "inside"})
_WITHIN = frozenset({"in", "at", "inside", "of"})
"""Cases of a place whose garrison is named."""
_ADJUNCTS = frozenset({"weekday", "day", "time", "month", "after", "before", "when", "conjunction", "adverb", "direction"})
_GOALS = frozenset({"to", "toward", "into", "near", "through", "with", "without"})
_CLAUSES = BREAKS | {"report", "relative", "trigger"}
_ON_BUILDING = frozenset({"in", "at", "of", "over", "on"})
_OPENS = frozenset({"conjunction", "contrast", "when", "relative"})
_WHEN = frozenset({"after", "when"})
_DATES = frozenset({"preposition", "day", "weekday", "month", "time", "number", "unit", "adverb", "article", "function"})
_TIMED = _DATES - {"article", "number"}
"""Classes of words after a verb of leaving that only say when or how."""
_BEFORE_PARTY = frozenset({"article", "adverb", "possessive", "number", "quantity"})


def driven_out(line: Line, at: int) -> Iterator[Places]:
    """The town spoken of, out of which somebody is driven who stands beside the verb ("entered Goma and pushed the army out")."""
    out = _particle(line, at)
    if out < 0:
        return
    later = (line.phrase(n) for n in line.rightward(out))
    if not any(isinstance(phrase, Places) and phrase.case in _FROM for phrase in later):
        yield Places(at, at, anaphor="settlement")


def _particle(line: Line, at: int) -> int:
    """The unit of "out" after a verb, or after the party that is its object; -1 where there is none."""
    n = at + 1
    while n < len(line.units) and not line.units[n].gap and line.phrase(n) is None and line.units[n].tags & _BEFORE_PARTY:
        if "outward" in line.units[n].cues:
            return n
        n += 1
    if n >= len(line.units) or line.units[n].gap:
        return -1
    if line.units[n].tags & {"pronoun"} or "object_pronoun" in line.units[n].cues:
        n += 1  # "drove them out"
    if n < len(line.units) and not line.units[n].gap and "outward" in line.units[n].cues and line.phrase(n) is None:
        return n
    party = line.phrase(n)
    after = party.last + 1 if isinstance(party, Party) and party.first == n else len(line.units)
    return after if after < len(line.units) and not line.units[after].gap and "outward" in line.units[after].cues else -1


def quit_unsaid(line: Line, at: int) -> Iterator[Places]:
    """The town spoken of, which an Arabic verb tells somebody to have left without a word of it («وانسحب الجيش جنوبا»)."""
    for right in line.rightward(at):
        unit = line.units[right]
        label = unit.entry("preposition") or unit.entry("bound")
        if (label is not None and label.value in _FROM) or isinstance(line.phrase(right), Places):
            return
    yield Places(at, at, case=UNSAID, anaphor="settlement")


def ousted(line: Line, at: int) -> Iterator[Places]:
    """The town spoken of, where a verb of ousting has its object and no more ("… before soldiers dislodged them")."""
    n = at + 1
    while n < len(line.units) and not line.units[n].gap and line.phrase(n) is None and line.units[n].tags & _BEFORE_PARTY:
        n += 1
    party = line.phrase(n)
    if _at_works(line, at):
        return
    whom = n < len(line.units) and (
        isinstance(party, Party) or "pronoun" in line.units[n].tags or "object_pronoun" in line.units[n].cues
    )
    after = (party.last if party is not None else n) + 1
    while after < len(line.units) and "group" in line.units[after].cues and not line.units[after].gap:
        after += 1  # "ousted the Islamic State group from Hasakah"
    if whom and not line.units[n].gap and (after >= len(line.units) or _closes(line, after)):
        yield Places(at, at, anaphor="settlement")


def _at_works(line: Line, at: int) -> bool:
    """Whether a sentence is about what only stands in a town ("A factory in Jinja was wrecked after dislodging the soldiers")."""
    for n in range(line.begins, at):
        unit = line.units[n]
        if "institution" in unit.cues | unit.tail_cues and not unit.capital and line.phrase(n) is None:
            return labelled(line.units[n + 1], "in") and "article" in line.units[line.begins].tags
        if isinstance(line.phrase(n), Places) or "trigger" in unit.tags:
            return False
    return False


def _closes(line: Line, at: int) -> bool:
    unit = line.units[at]
    dated = (
        "preposition" in unit.tags and at + 1 < len(line.units) and bool(line.units[at + 1].tags & {"weekday", "month", "day"})
    )
    return dated or parted(unit.gap) or bool(unit.tags & {"weekday", "day", "time", "month", "after", "before", "adverb"})


def outside(line: Line, at: int) -> Iterator[Places]:
    """The town spoken of, to outside which somebody falls back ("withdrew to barracks 3 km south of the town")."""
    for right in line.rightward(at):
        phrase = line.phrase(right)
        if isinstance(phrase, Places) and phrase.first == right and phrase.anaphor == "settlement" and phrase.definite:
            lead = next((n for n in range(right - 1, at, -1) if "preposition" in line.units[n].tags), at)
            if "genitive" in line.units[lead].tail_cues or "outside" in line.units[lead].cues:
                yield phrase
            return


def gone_from(line: Line, at: int) -> Iterator[Places]:
    """The place that the main clause gives to another, in a clause on who left it ("took Goma after the army fled")."""
    stop = at + 1 + (at + 1 < len(line.units) and ("particle" in line.units[at + 1].cues or _own_men(line.units[at + 1])))
    after = line.units[stop] if stop < len(line.units) else None
    if after is not None and not parted(after.gap) and after.tags.isdisjoint(_TIMED):
        return
    opens = next((left for left in line.leftward(at) if line.units[left].tags & _WHEN), 0)
    taken = any("trigger" in line.units[n].tags and line.finite(n) and line.phrase(n) is None for n in range(line.begins, opens))
    before = [p for p in line.phrases if p.last < opens and isinstance(p, Places) and _object(line, p) and not p.modifier]
    between = range(before[-1].last + 1, opens) if before else range(0)
    if taken and before and all(_dates(line, n) or _falls(line, before[-1], n) for n in between):
        yield before[-1]


def of_unnamed(line: Line, at: int) -> bool:
    """Whether who left is told behind what befell a place without a name ("retook a village after the soldiers withdrew")."""
    opens = next((left for left in line.leftward(at) if line.units[left].tags & _WHEN), 0)
    before = [p for p in line.phrases if p.last < opens and isinstance(p, Places) and _object(line, p)]
    return bool(before) and not any(p.names or p.definite for p in before)


def _own_men(unit: Unit) -> bool:
    """Whether somebody is said to withdraw those under him ("withdrew his units")."""
    return "actor_anaphor" in unit.tags and not unit.gap and "third_possessive" in unit.cues


def _object(line: Line, phrase: Places) -> bool:
    """Whether a phrase is what was taken, and not where that lies ("captured Hifan", "control of Goma", "swept into Hama")."""
    of = phrase.first - 1
    while of > 0 and "article" in line.units[of].tags:
        of -= 1
    return phrase.case in BARE or (phrase.case in {"of", "over", "into"} and of > 0 and "trigger" in line.units[of - 1].tags)


def _falls(line: Line, place: Places, at: int) -> bool:
    """Whether a unit tells of a place that it is taken, and by whom ("Goma fell to the rebels after …")."""
    subject = place.last + 1 < len(line.units) and not line.units[place.last + 1].tags.isdisjoint(
        ("trigger", "be", "have", "had")
    )
    told = isinstance(line.phrase(at), Party) or not line.units[at].tags.isdisjoint(
        ("trigger", "be", "have", "had", "to", "article")
    )
    return subject and told


def _dates(line: Line, at: int) -> bool:
    """Whether a unit belongs to what says when something happened, or where its place lies."""
    return bool(line.units[at].tags & _DATES) or line.units[at].word[0].isdigit() or isinstance(line.phrase(at), Places)


def flagged(line: Line, at: int) -> Iterator[Places]:
    """The town on one of whose buildings a flag is raised ("over Kherson's city hall", "from a roof in Lyman")."""
    for right in line.rightward(at):
        phrase = line.phrase(right)
        if isinstance(phrase, Places) and phrase.names and (phrase.possessive or phrase.case in _ON_BUILDING):
            yield replace(phrase, modifier=False)
            return
        if "report" in line.units[right].tags or ("trigger" in line.units[right].tags and line.finite(right) and phrase is None):
            return


def led_in(line: Line, at: int) -> Iterator[Places]:
    """The place with which a clause begins whose verb names none ("In Timbuktu it is Ansar Dine that rules")."""
    after = line.units[at + 1].entry("preposition") if at + 1 < len(line.units) and not line.units[at + 1].gap else None
    if after is not None and after.value in {"of", "over"}:
        return  # "control of the investigation"
    first = _led(line, at, asides=True)
    opens = _opening(line, first)
    if first is not None and not opens and not line.verb_first:  # "In Goma, a town in the east, the rebels rule"
        opens = _opening(line, _led(line, at, asides=False))
    if opens is not None:
        yield opens


def _led(line: Line, at: int, *, asides: bool) -> Places | None:
    """The nearest places before a unit in its clause, or None."""
    for left in line.leftward(at, asides=asides):
        phrase = line.phrase(left)
        if isinstance(phrase, Places):
            return phrase
        if line.units[left].tags & (BREAKS - {"contrast"}) or "report" in line.units[left].tags:
            break
    return None


def _opening(line: Line, phrase: Places | None) -> Places | None:
    """The places, where a clause begins with them and their preposition."""
    at = phrase is not None and phrase.case == "at" and not line.verb_first and any(name.known for name in phrase.names)
    inside = phrase is not None and (phrase.case in _IN or at) and not phrase.modifier
    return phrase if phrase is not None and inside and _opens(line, phrase) else None


def _opens(line: Line, phrase: Places) -> bool:
    """Whether a phrase begins its clause with its preposition."""
    first = phrase.first
    while (
        first > line.begins and not line.units[first].gap and not line.units[first - 1].tags.isdisjoint(("article", "direction"))
    ):
        first -= 1
    lead = first - 1
    if lead <= line.begins or parted(line.units[lead].gap):
        return lead >= line.begins and "preposition" in line.units[lead].tags
    return "preposition" in line.units[lead].tags and not line.units[lead - 1].tags.isdisjoint(_OPENS | {"adverb"})


def posted(line: Line, at: int) -> Iterator[Places]:
    """The place where the subject of a verb of fighting stands ("Fighters in Bin Jawad battled the army"), no other named."""
    behind = takewhile(lambda n: not parted(line.units[n].gap), line.rightward(at))
    if line.verb_first or any(isinstance(line.phrase(n), Places) for n in behind):
        return
    subject, place = _subject_and_where(line, at)
    if subject is not None and place is not None and subject.last + 2 >= place.first:
        yield place


def _leaves(line: Line, at: int) -> bool:
    """Whether a verb of leaving has no object: only when, how or where to is told after it."""
    at += at < len(line.units) and "particle" in line.units[at].cues
    unit = line.units[at] if at < len(line.units) else None
    if unit is None or parted(unit.gap) or unit.tags & _ADJUNCTS:
        return True
    label, after = unit.entry("preposition"), line.units[at + 1] if at + 1 < len(line.units) else None
    timed = after is not None and bool(after.tags & {"weekday", "day", "month", "time", "number"})
    return label is not None and (label.value in _GOALS or timed)


def garrisoned(line: Line, at: int) -> Iterator[Places]:
    """The place whose defenders give up («استسلمت حامية كيدال», «استسلم الجنود المتحصنون في عين عيسى»).

    Men may give up in a place that others still defend, but not all of a force («استسلمت القوات الحكومية في كيدال»).
    """
    first = at + 1 + (at + 1 < len(line.units) and "sole" in line.units[at + 1].cues)
    men = line.phrase(first) if line.verb_first else None
    if not isinstance(men, Party) or line.units[at + 1].gap or men.last + 1 >= len(line.units):
        return
    behind = men.last + 1
    holed_up = "staying" in line.units[behind].tags and not line.units[behind].gap
    behind += holed_up
    within = labelled(line.units[behind], "in") and not line.units[behind].gap
    place = line.phrase(behind + within)
    if within and not (holed_up or _whole_force(line, men)):
        return
    cases = {"in"} if within else set[str]() if holed_up else {"", "of"}
    if isinstance(place, Places) and place.first == behind + within and place.case in cases and place.names:
        yield from coordinated(line, place, verb_first=True)


def _whole_force(line: Line, men: Party) -> bool:
    """Whether an army, a garrison or the last of some men are meant, and not some of them."""
    last = "sole" in line.units[men.first - 1].cues
    return last or (line.units[men.first].word.startswith("ال") and men.gender in {"m", "f"})


def stationed(line: Line, at: int) -> Iterator[Places]:
    """The place where the subject of a verb of leaving was ("The last soldiers in Kunduz withdrew", "Goma's garrison")."""
    subject, place = _subject_and_where(line, at) if _leaves(line, at + 1) else (None, None)
    if subject is None or place is None:
        return
    counted = any("number" in unit.tags for unit in line.units[max(0, subject.first - 1) : subject.last + 1])
    articled = line.units[place.first - 1].tags >= {"article"}
    if not counted and subject.last + 2 >= place.first - articled:
        yield place  # but "two soldiers in Goma fled" leave a garrison there


def _subject_and_where(line: Line, at: int) -> tuple[Party | None, Places | None]:
    """The party that stands before a verb, and the place right before the verb within which it is, each if there is one."""
    places = Places(at, at)
    for left in line.leftward(at):
        phrase = line.phrase(left)
        if isinstance(phrase, Party) and phrase.last == left:
            return phrase, places if places.names and places.case in _WITHIN and not places.modifier else None
        if isinstance(phrase, Places) and not places.names:
            places = phrase
        elif phrase is not places and (phrase is not None or line.units[left].tags & _CLAUSES):
            break
    return None, None

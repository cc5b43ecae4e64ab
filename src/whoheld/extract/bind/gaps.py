"""Objects that stand before their subject and verb: antecedents of relative clauses, clefts, fronted names."""

from collections.abc import Collection, Iterator

from whoheld.extract.bind.lists import BETWEEN, coordinated, is_place
from whoheld.extract.bind.near_places import called_land
from whoheld.extract.bind.preceding import listed_before
from whoheld.extract.bind.qualified import called, past_whereabouts, qualified, undivided
from whoheld.extract.phrases.phrase import Party, Phrase, Places, labelled, parted
from whoheld.extract.sentence.frame import AUXILIARY, BARE, BREAKS, Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.capitals import common
from whoheld.extract.words.letters import TIMES
from whoheld.extract.words.scan import Unit

_CLOSING = TIMES | {"preposition", "after", "before", "when", "conjunction", "contrast", "still"}
"""Classes of words before which a verb has no object of its own."""
_JOINS = frozenset({"conjunction", "article", "possessive", "adverb"})
_WHO_SAYS = frozenset({"article", "pronoun", "official", "title", "ministry", "voice", "local", "bystander"})
_OUT = frozenset({"particle", "outward"})
_REGIONS = frozenset({"province", "district", "region"})
_AWAY = frozenset({"toward", "near", "from", "out of"})
"""Cases of a place that is not where something happens."""


def gap(line: Line, at: int) -> Iterator[Places]:
    """The antecedent of a relative clause whose object a verb lacks ("the town that the army still holds")."""
    for left in line.leftward(at):
        tags = line.units[left].tags
        if "personal_relative" in line.units[left].cues:
            return
        if "report" in tags and _told_of(line, left):
            continue  # "the base, which the rebels said they had captured"
        if "free_relative" in line.units[left].cues:
            yield from _cleft(line, left, at)
            return
        if "where" in tags and (has_object(line, at) or "be" in line.units[left - 1].tags):
            return  # "The base is where they fled" tells whither
        said = _said_of(line, left) if "report" in tags else None
        if "relative" in tags or said is not None:
            no_object = said is None and left > 0 and thither(line, left)
            yield from () if no_object else _taken_up(line, left) if said is None else (said,)
            return
        noun = line.phrase(left)
        opens = bool(line.units[left + 1].tags & {"article", "actor", "actor_anaphor", "armed", "pronoun"})
        about = qualified(line, noun) if isinstance(noun, Places) and noun.last == left and opens else None
        if about is not None and (about.anaphor or about is not noun):
            yield called(line, about)
            return
        after = line.units[left + 1]
        infinitive = "to" in tags and ("have" in after.tags or any(entry.tense == "base" for entry in after.entries))
        if noun is None and not infinitive and ("trigger" in tags or "report" in tags or "preposition" in tags):
            return  # but "Jilib, which they continue to administer", "Uvira, which they claim to have taken"


def thither(line: Line, relative: int) -> bool:
    """Whether a relative tells only whereto ("Aden, to which the government returned"), and is no object."""
    to = line.units[relative - 1]
    return labelled(to, "to") and not line.units[relative].gap and not line.verb_first


def stranded(line: Line, frame: Frame, cases: Collection[str]) -> Iterator[Places]:
    """The antecedent of a clause that ends in its preposition ("the fourth city that his forces have lost control of")."""
    at = frame.at + 1
    while at < len(line.units) and not line.units[at].gap and _lets_pass(line.units[at]):
        at += 1
    label = line.units[at].entry("preposition") if at < len(line.units) and not line.units[at].gap else None
    after = line.units[at + 1] if at + 1 < len(line.units) else None
    if label is not None and label.value in cases and (after is None or parted(after.gap) or after.tags & (_CLOSING - TIMES)):
        yield from gap(line, frame.pivot)


def _lets_pass(unit: Unit) -> bool:
    """Whether a word only goes with the verb before a preposition that ends its clause ("pulled back from")."""
    return "preposition" not in unit.tags and ("adverb" in unit.tags or bool(unit.cues & _OUT))


def _taken_up(line: Line, relative: int) -> Iterator[Places]:
    """What a relative takes up, or of what its antecedent is said ("Goma and Sake are all that the army has left")."""
    if relative > 1 and "totality" in line.units[relative - 1].cues and (all_of := _all_of(line, relative - 1)):
        yield from listed_before(line, all_of)
        return
    if shared := _shared(line, relative):
        yield shared
        return
    before = [p for p in line.phrases if p.last < relative and isinstance(p, Places)]
    close = next((p for p in before if p.last == past_whereabouts(line, relative - 1)), None)
    bare = next((p for p in before if p.case in {"", "comma"} and not p.modifier), None)
    copula = _is_one_of(line, relative)
    apart = parted(line.units[relative].gap)
    found = bare if copula and not apart and (close is None or close.case not in BARE or close.anaphor) else close
    if found is not close and close is not None and found is not None and close.names and not found.names:
        named = "nonpersonal_relative" in line.units[relative].cues
        found = close if named else found  # "The base is near Srebrenica town which Serbs captured"
    found = called_land(line, found) if found is not None else None
    if found is not None and not (found.modifier or _complements(line, relative, found)):
        yield undivided(line, called(line, qualified(line, found)), relative)


def _complements(line: Line, relative: int, phrase: Places) -> bool:
    """Whether "that" behind a name is no relative but leads to what somebody says ("announced in Goma that it took them …")."""
    that = line.units[relative]
    plain = "subject_relative" in that.cues and not (that.gap or that.cues & {"nonpersonal_relative", "personal_relative"})
    lies = phrase.case in {"in", "at", "from"} and bool(phrase.names) and not line.heads(phrase)
    return plain and lies and any("report" in line.units[n].tags for n in line.leftward(phrase.first))


def _shared(line: Line, relative: int) -> Places | None:
    """The town of which a relative takes up a part ("Omdurman, most of which the army has won back"), or None."""
    before = relative - 1
    while before > 0 and line.phrase(before) is None and line.units[before].tags & {"share", "preposition", "quantity"}:
        before -= 1
    town = line.phrase(before)
    part = any("share" in unit.tags for unit in line.units[before + 1 : relative])
    if not part or not isinstance(town, Places) or town.modifier or not town.names:
        return None
    return town.in_part()


def _is_one_of(line: Line, relative: int) -> bool:
    """Whether nothing is parted off between a copula and a relative ("Goma is one of the few towns that …")."""
    for left in range(relative - 1, -1, -1):
        if "be" in line.units[left].tags:
            return True
        if parted(line.units[left].gap):
            return False
    return False


def _all_of(line: Line, at: int) -> Places | None:
    """The places that are said to be "all that" somebody has, or None."""
    copula = at - 1
    place = line.phrase(copula - 1) if "be" in line.units[copula].tags else None
    return place if isinstance(place, Places) and not place.modifier else None


def _told_of(line: Line, report: int) -> bool:
    """Whether only who says so stands between a relative and a verb of saying."""
    at = report - 1
    while at > 0 and not line.units[at + 1].gap and (line.phrase(at) is not None or _may_say(line.units[at])):
        if "relative" in line.units[at].tags:
            break
        at -= 1
    if at == report - 1 or "relative" not in line.units[at].tags:
        return False
    noun = line.phrase(past_whereabouts(line, at - 1))
    ranked = isinstance(noun, Places) and called(line, qualified(line, noun)) is not noun  # "the latest town that Russia says"
    return "nonpersonal_relative" in line.units[at].cues or (ranked and not line.units[at].gap)


def _said_of(line: Line, report: int) -> Places | None:
    """The place of which a clause without a relative tells what somebody says ("a town Russia claimed to have captured")."""
    who = line.phrase(report - 1)
    first = who.first - ("article" in line.units[who.first - 1].tags) if isinstance(who, Party) and who.first else 0
    noun = line.phrase(first - 1) if first > 0 and not line.units[first].gap else None
    about = qualified(line, noun) if isinstance(noun, Places) and noun.last == first - 1 else None
    return called(line, about) if about is not None and (about.anaphor or about is not noun) else None


def _may_say(unit: Unit) -> bool:
    """Whether a word may belong to who says something ("which he said", "which the governor of Herat says")."""
    return not unit.tags.isdisjoint(_WHO_SAYS) or (unit.capital and not unit.tags) or labelled(unit, "of")


def _cleft(line: Line, what: int, at: int) -> Iterator[Places]:
    """What is said to be "what the army took": before its copula, or after the one that follows."""
    if what and "be" in line.units[what - 1].tags:
        before = line.phrase(what - 2)
        if isinstance(before, Places) and not before.modifier:
            yield from listed_before(line, before)
        return
    copula = next((n for n in line.rightward(at) if "be" in line.units[n].tags), None)
    first = next((p for p in line.phrases if copula is not None and p.first > copula and isinstance(p, Places)), None)
    if copula is not None and first is not None and first.case == "" and not first.modifier:
        yield from coordinated(line, first, verb_first=False)


def fronted(line: Line, at: int) -> Iterator[Places]:
    """The object that a language with the subject first puts before both ("Raqqa and Hasakah the SDF keeps")."""
    after = line.units[at + 1] if at + 1 < len(line.units) else None
    subject = at - 1
    while (
        subject > 0 and line.units[subject].tags & AUXILIARY and line.phrase(subject) is None and not line.units[subject + 1].gap
    ):
        subject -= 1
    party, closed = line.phrase(subject), after is None or after.gap or after.tags & _CLOSING or "onset" in after.cues
    acts = (isinstance(party, Party) and party.case in BARE) or "pronoun" in line.units[subject].tags
    if not closed or not acts or line.units[at].gap:
        return
    first = party.first if party is not None else subject
    opened = next((n for n in line.leftward(first) if "article" not in line.units[n].tags), None)
    place = line.phrase(opened) if opened is not None else None
    named = isinstance(place, Places) and place.names and not place.modifier and place.case in BARE
    if isinstance(place, Places) and named and _opens_clause(line, place):
        yield from listed_before(line, place)


def _opens_clause(line: Line, phrase: Places) -> bool:
    """Whether nothing but other names stands before a phrase in its clause."""
    for n in line.leftward(phrase.first):
        if "contrast" in line.units[n].tags:
            return True
        if line.phrase(n) is None and line.units[n].tags.isdisjoint(_JOINS):
            return False
    return True


def has_object(line: Line, verb: int) -> bool:
    """Whether a transitive verb has an object that is no place ("Hajin, where the army captured 20 fighters")."""
    at = verb + 1
    if at >= len(line.units) or line.units[at].gap:
        return False
    counted = "number" in line.units[at].tags and at + 1 < len(line.units) and line.units[at + 1].tags.isdisjoint(TIMES)
    closed = not line.units[at].tags.isdisjoint(_CLOSING | {"adverb", "report"}) and not counted
    return not closed and not isinstance(line.phrase(at), Places)


def where(line: Line, at: int) -> Iterator[Places]:
    """The place before "where", for a clause that names none."""
    if line.verb_first and at and "after" in line.units[at - 1].tags:
        return  # "حيث تراجعت القوات بعد معارك" tells of no fighting there now
    for left in line.leftward(at, asides=True):
        tags, stop = line.units[left].tags, left - 1
        things = "free_relative" in line.units[left].cues  # "أضاف بلدة إلى ما كسبه"
        if "relative" in tags and left > 1 and "preposition" in line.units[stop].tags and not things:
            tags, stop = tags | {"where"}, stop - 1
        if line.verb_first and "relative" in tags and "where" not in tags:
            return
        if "where" in tags:
            before = _contained(line, line.phrase(stop if line.verb_first else past_whereabouts(line, stop)))
            if isinstance(before, Places) and not before.modifier and before.case not in _AWAY:
                yield before
            return
        if tags & BREAKS and line.units[left + 1].tags & {"article", "trigger"} and not line.verb_first:
            return  # "where people have lived in tents since the fighting started"


def _contained(line: Line, phrase: Phrase | None) -> Phrase | None:
    """The place that is said to lie in another, or in a part of it, where that stands last («حي الحمدانية في شمال حلب حيث …»)."""
    lead = phrase.first - 1 if isinstance(phrase, Places) and phrase.case == "in" else 0
    lead -= lead > 1 and line.verb_first and labelled(line.units[lead], "direction")
    inner = line.phrase(lead - 1) if lead > 0 and "preposition" in line.units[lead].tags else None
    if not isinstance(inner, Places) or not inner.names:
        return phrase
    region = line.verb_first and isinstance(phrase, Places) and all(name.kind in _REGIONS for name in phrase.names)
    return inner if line.heads(inner) else None if region else phrase


def complement(line: Line, frame: Frame) -> Iterator[Places]:
    """The place before what completes it ("declared Homs captured", "… Tal Afar rid of IS", "with the airport taken")."""
    end = frame.at - 1
    while end > 0 and line.phrase(end) is None and "adverb" in line.units[end].tags and not line.units[end + 1].gap:
        end -= 1
    before = line.phrase(end)
    participle = frame.entry.tense in {"ed", "participle"} and frame.voice in {"active", "reduced"}
    taken = participle and "object" in frame.trigger.place
    if not isinstance(before, Places) or before.first == 0 or before.modifier or parted(line.units[frame.at].gap):
        return
    called = frame.voice == "noun" and "copula" in frame.trigger.place and _declared(line, before)
    thing = taken and not line.verb_first and frame.at + 1 < len(line.units) and common(line.units[frame.at + 1])
    if thing and not line.units[frame.at + 1].word.endswith("ly"):
        return  # "Kharkiv was hit and Odesa lost water"
    if (taken or called) and before.case in BARE | {"with"} and is_place(line, before):
        frame.voice = "complement"
        yield from listed_before(line, before)


def _declared(line: Line, phrase: Places) -> bool:
    """Whether a verb of saying has a phrase as its object."""
    opens = phrase.first - 1
    while opens > 0 and line.phrase(opens) is None and not line.units[opens].tags.isdisjoint(BETWEEN):
        opens -= 1
    return "report" in line.units[opens].tags


def says_where(line: Line, at: int) -> bool:
    """Whether a clause itself names where something happens ("where fighting is raging in Ayod")."""
    return any(isinstance(p := line.phrase(n), Places) and p.case in {"in", "inside"} and p.names for n in line.rightward(at))


def takes_other(line: Line, frame: Frame) -> bool:
    """Whether something that is no place stands as the object behind the subject of an Arabic verb («غادرت قواتهم ثلاث تلال»)."""
    subject = line.phrase(frame.at + 1)
    transitive = frame.voice == "active" and "object" in frame.trigger.place and not frame.entry.pronoun
    return transitive and isinstance(subject, Party) and has_object(line, subject.last)

"""Words whose neighbours settle what they are, before a sentence is read: verbs of many senses, and "since"."""

from collections.abc import Sequence
from itertools import pairwise

from whoheld.extract.phrases.auxiliaries import join_pluperfects
from whoheld.extract.phrases.phrase import labelled, parted
from whoheld.extract.words.letters import FINITE, Reading
from whoheld.extract.words.scan import Unit
from whoheld.lang import Entry, Pack
from whoheld.model import Relation
from whoheld.text import key

_TO_ONLY = 9
"""Words from "have left" back to what says that a place is the only one of its kind."""
_DEGREES = frozenset({"adverb", "still", "now", "returned"})
_COUNTING = frozenset({"article", "about", "number", "quantity"})
_MISSION = frozenset({"plan", "function"})
_NAMED = frozenset({"name_start", "landform"})
"""Classes of nouns that begin names of places."""
_PARTICLE = frozenset({"function", "other_sense"})
"""Classes of a word that goes with a verb ("out")."""
_HELPING = frozenset({"be", "have", "had"})
_PARTICIPLES = frozenset({"participle", "ed"})
_OF_TIME = frozenset({"after", "before"})
_DETERMINERS = frozenset({"article", "possessive"})
_HOLDING = frozenset({"light", "trigger"})
"""Classes of a verb that tells what somebody has."""
_SPANS = frozenset({"month", "season", "unit"})
"""Classes of words for a time which "that" points back to."""
_HOMOGRAPH = frozenset({"article_homograph"})
_ARTICLE_OR_NAME = _HOMOGRAPH | {"single"}
"""Cues of "an", with which names from Arabic and Vietnamese begin."""
_VOWELS = frozenset("aeiou")
_ENDINGS = ("ed", "en")
"""Endings of participles."""
_HOLDING_IN = ("in", "under")
"""Labels of prepositions behind which it is told in whose hands a place is."""
_TO_VERB = 8
"""Words from "once" to the verb of its clause."""
_TO_DATE = 4
"""Words from «إلا» to the end of "in the year 2012"."""
_FEMININE = "ه"
"""How feminine nouns end, as folding writes them."""
_PERSONS = frozenset("يتن")
"""Letters with which the Arabic imperfect begins."""


def settle_adverbs(units: Sequence[Unit]) -> None:
    """Settles "has" and what stands behind it, and a country's adjective that says whose a place is."""
    for at, unit in enumerate(units):
        if "onset" in unit.cues or "upon" in unit.cues:
            _settle_since(units, at)
            _settle_once(units, at)
        elif "remaining" in unit.cues:
            _settle_left(units, at)
        elif "disputed" in unit.cues and at and "article" in units[at - 1].tags:
            unit.tags = unit.tags - {"denial"} | {"adverb"}  # "the disputed city of Kirkuk"
        elif "country" in unit.tags and at:
            _settle_nationality(units, at)
        elif "recent" in unit.cues and at < len(units) - 1 and not units[at + 1].gap:
            _settle_attribute(units, at + 1)
        elif labelled(unit, "near") and unit.word == unit.tail and at and "definite" in units[at - 1].tail_cues:
            unit.entries, unit.tags = (), frozenset({"adverb"})  # "the surrounding districts"
        elif unit.tags & _HELPING and at < len(units) - 1:
            _settle_adverb(units, at + 1)
            _settle_auxiliary(units, at)
        elif ("floating" in unit.cues and 0 < at < len(units) - 1 and _floats(units, at)) or _adverbial(units, at):
            unit.tags = frozenset({"adverb"})


def settle_names(units: Sequence[Unit]) -> None:
    """Takes "An" for the first word of a name where the article has another form ("in An Loc", "An Khe fell")."""
    for at, (unit, after) in enumerate(pairwise(units)):
        if not (unit.capital and after.capital and unit.cues >= _ARTICLE_OR_NAME) or after.gap or after.upper:
            continue
        inside = at > 0 and not parted(unit.gap)
        typed = at + 2 < len(units) and units[at + 2].gap == "-"  # "An Mi-8 was shot down"
        if after.word[0] not in _VOWELS and (inside or after.word[0] != "h") and not typed:
            unit.entries, unit.tags, unit.cues = (), frozenset(), unit.cues - _HOMOGRAPH - {"indefinite", "single"}


def settle_compounds(units: Sequence[Unit]) -> None:
    """Takes the first part of a compound for no verb of saying ("a counter-attack")."""
    for unit, after in pairwise(units):
        if after.gap == "-" and "report" in unit.tags:
            unit.entries, unit.tags = (), frozenset()


def _points_back(units: Sequence[Unit], at: int) -> bool:
    """Whether "that" opens no clause but says which month or season is meant ("returned to Buka that October and retook …")."""
    after = units[at + 1] if 0 < at < len(units) - 1 else None
    if after is None or after.gap or after.possessive or after.tags.isdisjoint(_SPANS):
        return False
    return "report" not in units[at - 1].tags and not parted(units[at].gap)


def _adverbial(units: Sequence[Unit], at: int) -> bool:
    """Whether a word is the first part of an adjective ("gold-mining"), opens a sentence ("Militarily, …") or is of a time."""
    unit, gap = units[at], units[at + 1].gap if at + 1 < len(units) else ""
    opens = at == 0 and gap == "," and not unit.tags and unit.word.endswith("ly")
    joined = "other_sense" in unit.tags and gap == "-" and not unit.capital
    return opens or joined or ("distal" in unit.cues and _points_back(units, at))


def _settle_attribute(units: Sequence[Unit], at: int) -> None:
    """Takes a participle behind "newly" for the attribute of a noun, where no verb helps it ("its newly gained areas")."""
    verb = at > 1 and units[at - 2].tags & _HELPING
    if not verb and any(entry.tense in _PARTICIPLES for entry in units[at].entries):
        units[at].entries, units[at].tags = (), frozenset({"adverb"})


def _settle_adverb(units: Sequence[Unit], at: int) -> None:
    """Takes an unknown word in -ly for an adverb between the parts of a verb ("has regularly flown")."""
    unit = units[at]
    if not (unit.tags or unit.gap or unit.capital) and unit.word.endswith("ly"):
        unit.tags = frozenset({"adverb"})


def _settle_auxiliary(units: Sequence[Unit], at: int) -> None:
    """Takes "has" for the help of another verb ("has long seen the group as …", "has invited them"), and for no hold."""
    verb = at + 1
    while verb < len(units) - 1 and units[verb].tags == {"adverb"} and not units[verb].gap:
        verb += 1
    unit, after = units[verb], units[verb + 1] if verb + 1 < len(units) and not units[verb + 1].gap else None
    if "light" not in units[at].tags or unit.gap or unit.capital:
        return
    known = any(entry.tense in _PARTICIPLES for entry in unit.entries)
    governs = after is not None and (after.capital or bool(after.tags & _DETERMINERS))
    if known or (not unit.tags and unit.word.isalpha() and (unit.word.endswith(_ENDINGS) or governs)):
        units[at].entries = tuple(entry for entry in units[at].entries if entry.tag not in _HOLDING)
        units[at].tags -= _HOLDING


def _floats(units: Sequence[Unit], at: int) -> bool:
    """Whether "all" stands behind its noun, between the parts of a verb ("had all been captured", "have all fallen")."""
    helped = units[at - 1].tags & _HELPING and not units[at].gap and not units[at + 1].gap
    return bool(helped) and (bool(units[at + 1].tags & _HELPING) or any(e.tense in _PARTICIPLES for e in units[at + 1].entries))


def _settle_since(units: Sequence[Unit], at: int) -> None:
    """Takes "since" for an adverb between "has" and its participle ("has since seized"), where it opens no clause."""
    unit = units[at]
    helped = 0 < at < len(units) - 1 and units[at - 1].tags & {"have", "had"}
    if helped and unit.tags >= {"after", "adverb"} and not unit.gap:
        unit.tags = unit.tags - _OF_TIME


def _settle_once(units: Sequence[Unit], at: int) -> None:
    """Takes "once" for "after" where its own clause is past and nothing is only to come ("once they had taken Bor, they …")."""
    if "hypothesis" not in units[at].tags or any("modal" in unit.tags or unit.reading.future for unit in units):
        return
    after = units[at + 1] if at + 1 < len(units) else None
    if after is not None and not after.gap and any(labelled(after, label) for label in _HOLDING_IN):
        units[at].entries, units[at].tags = (), frozenset({"had"})  # "the port once in the hands of", which it is no more
        return
    for unit in units[at + 1 : at + _TO_VERB]:
        helps = "had" in unit.tags or "past_copula" in unit.cues
        past = helps or any(entry.tense in {"past", "ed"} for entry in unit.entries)
        if past:
            units[at].entries, units[at].tags = (), frozenset({"after"})
        if past or unit.gap or not unit.tags.isdisjoint(_HELPING) or any(entry.tense in FINITE for entry in unit.entries):
            return


def _settle_left(units: Sequence[Unit], at: int) -> None:
    """Reads "have left" as having still, at the end of a clause on the only place of its kind ("the one base it has left")."""
    if at < 3 or units[at].gap or "have" not in units[at - 1].tags:  # noqa: PLR2004 - a noun, who, have
        return
    if not (_ends(units, at + 1) or "be" in units[at + 1].tags):
        return
    before = units[max(0, at - _TO_ONLY) : at - 1]
    noun = next((n for n, unit in enumerate(before) if "sole" in unit.cues | unit.tail_cues), None)
    all_of_it = noun is not None and "totality" in before[noun].cues
    if noun is not None and (all_of_it or any("head" in unit.tags or "trigger" in unit.tags for unit in before[noun:])):
        units[at].entries = (Entry("trigger", "hold", "participle"),)


def _settle_nationality(units: Sequence[Unit], at: int) -> None:
    """Reads an adjective as saying whose a place is since, still or again ("has been British since", "is Russian again")."""
    before = at - 1
    while before > 0 and units[before].tags & _DEGREES and not units[before + 1].gap:
        before -= 1
    said = "be" in units[before].tags
    after = units[at + 1] if at + 1 < len(units) and not units[at + 1].gap else None
    timed = after is not None and (bool(after.tags & {"returned", "still"}) or "onset" in after.cues or "day" in after.tail_cues)
    reported = any("report" in unit.tags for unit in units[:before])  # "reported that the town was Russian"
    reported = reported and any("sentential" in unit.cues for unit in units[:before])  # but not "said: Artsakh is Armenia"
    kept = reported or any(unit.tags & {"still", "returned"} for unit in units[before:at])
    if said and not parted(units[at].gap) and (timed or (kept and _ends(units, at + 1))):
        units[at].entries = (*units[at].entries, Entry("trigger", "own"))
        units[at].tags = units[at].tags | {"trigger"}


def _ends(units: Sequence[Unit], at: int) -> bool:
    return at >= len(units) or parted(units[at].gap) or "preposition" in units[at].tags


def settle_nouns(units: list[Unit]) -> None:
    """Settles what stands after nouns for places."""
    _settle_short_forms(units)
    _settle_adjectives(units)
    _settle_governors(units)
    _settle_exceptions(units)
    _join_named_days(units)
    join_pluperfects(units)


def _settle_short_forms(units: Sequence[Unit]) -> None:
    """Reads the short form of a hollow verb behind «لم» only («لم تستعد المدينة»): else it is another's («تستعد لاقتحامها»)."""
    for at, unit in enumerate(units):
        if unit.entries and unit.reading.stem[0] in _PERSONS and any(entry.tense == "jussive" for entry in unit.entries):
            short = at > 0 and not unit.gap and "shortening" in units[at - 1].tail_cues
            told = (entry._replace(tense="present") if entry.tense == "jussive" and short else entry for entry in unit.entries)
            unit.entries = tuple(entry for entry in told if entry.tense != "jussive")
            unit.tags = frozenset(entry.tag for entry in unit.entries) | (unit.tags & {"actor"})


def _settle_adjectives(units: Sequence[Unit]) -> None:
    """Takes "مهمة" for the adjective that it is after a noun for a place ("آخر مدينة مهمة"), and not for a mission.

    What a party of politics is called after is no plan either («كتلة التوافق»).
    """
    for at, (noun, unit) in enumerate(pairwise(units), 1):
        if "armed" in noun.tags and "head" in unit.tags and "municipal" in unit.cues and _nameless(units, at):
            unit.entries, unit.tags = (), frozenset()  # «قوات محلية موالية للحكومة»
        noun.tags = noun.tags - _NAMED if "party" in noun.cues else noun.tags  # «كتلة» is not «ك» and «تلة»
        called = "plan" in unit.tags and unit.reading.article and "party" in noun.cues
        indefinite = not (noun.tags or noun.reading.article) and noun.word.endswith(_FEMININE)  # «خطوة مهمة»
        adjective = unit.tags >= _MISSION and ("head" in noun.tags or indefinite)
        if (called or adjective) and not (unit.gap or noun.reading.article):
            unit.entries = tuple(entry for entry in unit.entries if entry.tag != "plan")
            unit.tags = unit.tags - {"plan"}


def _nameless(units: Sequence[Unit], noun: int) -> bool:
    """Whether a noun for a district right behind forces has no name, so that it is an adjective («محلية»)."""
    after = units[noun + 1] if noun + 1 < len(units) and not units[noun + 1].gap else None
    named = after is not None and after.tags.isdisjoint(("belonging", "backing", "preposition", "head"))
    return not (units[noun].gap or named)


def _settle_governors(units: Sequence[Unit]) -> None:
    """Takes «والي» for a governor right behind a verb of saying («قال والي الخرطوم»), and not for «وإلى»."""
    for verb, unit in pairwise(units):
        if "governing" in unit.cues and "preposition" in unit.tags and "report" in verb.tags and not unit.gap:
            unit.start, unit.reading = unit.end - len(unit.word), Reading(unit.word)
            unit.entries, unit.tags = (Entry("title"),), frozenset({"title"})


def _settle_exceptions(units: Sequence[Unit]) -> None:
    """Takes «إلا» before a place, a date or «بعد» for the word that excepts, and not for the verb written like it («آلا»)."""
    for at, (unit, after) in enumerate(pairwise(units)):
        if "except" in unit.tags and (after.tags & {"head", "share", "after"} or _dates(units[at + 1 : at + _TO_DATE])):
            unit.entries = tuple(entry for entry in unit.entries if entry.tense not in FINITE)
            unit.tags = frozenset(entry.tag for entry in unit.entries)


def _dates(units: Sequence[Unit]) -> bool:
    """Whether a month or a number stands first, or behind a preposition or the noun for a year («إلا في 17 نيسان»)."""
    named = units[1:] if labelled(units[0], "in") or "unit" in units[0].tags else units[:1]
    return any("month" in unit.tags or unit.word.isdigit() for unit in named)


def _join_named_days(units: list[Unit]) -> None:
    """Joins the day after which a quarter is called to one word that is no date ("حي السابع من يوليو", "حي 17 تموز")."""
    for at in range(len(units) - 2, 0, -1):
        head, day, month = units[at - 1].entry("head"), units[at], units[at + 1]
        named = head is not None and head.value == "quarter" and head.tense == "one" and not head.pronoun
        if named and "month" in month.tags and not (day.gap or month.gap) and (day.word.isdigit() or "ordinal" in day.tags):
            day.word = day.tail = day.called = f"{day.word} {month.word}"
            day.end, day.entries, day.tags = month.end, (), frozenset()
            del units[at + 1]


class Surroundings:
    """Phrases for what lies around a place ("the nearby villages"), which before "of" call what they name ("… of X and Y")."""

    def __init__(self, language: Pack) -> None:
        self._kinds = {key(word): kind for kind, head in language.heads.items() for word in head.many}

    def settle(self, units: Sequence[Unit]) -> None:
        """Takes them for the heads of the names that follow."""
        for unit, of, name in zip(units, units[1:], units[2:], strict=False):
            kind = self._kinds.get(unit.tail) if "surroundings" in unit.tags else None
            if kind is not None and labelled(of, "of") and name.capital and not (of.gap or name.gap):
                unit.entries, unit.tags = (Entry("head", kind, "many"),), frozenset({"head"})


class Followed:
    """The triggers that are one only before words of certain classes ("has the town", "went on Friday")."""

    def __init__(self, language: Pack) -> None:
        self._wanted = {trigger.name: frozenset(trigger.followed) for trigger in language.trigger if trigger.followed}
        self._left = {trigger.name for trigger in language.trigger if trigger.followed and trigger.relation is Relation.LOST}

    def settle(self, units: Sequence[Unit]) -> None:
        """Takes the frame from the words that do not stand so."""
        for at, unit in enumerate(units):
            if "trigger" in unit.tags and any(entry.value in self._wanted for entry in unit.entries):
                kept = tuple(
                    entry
                    for entry in unit.entries
                    if entry.tag != "trigger" or self._stands(units, at + 1, entry.value) or self._ends_stay(units, at, entry)
                )
                unit.entries = kept
                unit.tags = unit.tags if any(entry.tag == "trigger" for entry in kept) else unit.tags - {"trigger"}

    def _ends_stay(self, units: Sequence[Unit], at: int, entry: Entry) -> bool:
        """Whether a verb of leaving tells without an object how long somebody was where he was ("for a day before leaving")."""
        timed = entry.tense == "ing" and at > 0 and "before" in units[at - 1].tags and entry.value in self._left
        return timed and _ends(units, at + 1)

    def _stands(self, units: Sequence[Unit], at: int, trigger: str) -> bool:
        wanted = self._wanted.get(trigger)
        if wanted is None:
            return True
        at += at < len(units) and units[at].tags >= _PARTICLE and not units[at].gap  # "pulled out by night"
        while (
            at < len(units) and units[at].tags & {"adverb", "still"} and units[at].tags.isdisjoint(wanted) and not units[at].gap
        ):
            at += 1
        while at + 1 < len(units) and wanted & {"unit", "armed"} and not units[at].gap and units[at].tags & _COUNTING - wanted:
            at += 1  # "followed a week later", "overran the garrison"
        if "preposition" in wanted and at < len(units) and not units[at].gap:
            clock = any(entry.tag == "time" and entry.value == "clock" for entry in units[at].entries)  # "theirs by nightfall"
            if clock or "preposition" in units[at].tags:
                return True
        if at + 1 < len(units) and "weekday" in wanted and "preposition" in units[at].tags and not units[at].gap:
            at += 1
            if units[at].word.isdigit() and not units[at].gap:
                return True  # "went on 8 December"
        if at >= len(units) or parted(units[at].gap):
            return "end" in wanted
        unit = units[at]
        if "article" in wanted and "definite" in unit.cues:
            return True  # "claimed the army camp at Bamba"
        named = "capital" in wanted and (unit.capital or unit.word[0].isdigit()) and "trigger" not in unit.tags
        return named or bool(unit.tags & wanted)

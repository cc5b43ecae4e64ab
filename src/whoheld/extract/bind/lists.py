"""Places that are named together, and what may stand between a verb and them."""

from collections.abc import Iterator
from itertools import takewhile

from whoheld.extract.bind.attributes import describes, past_agent
from whoheld.extract.bind.brackets import past_brackets
from whoheld.extract.bind.dated_anew import dated_anew
from whoheld.extract.bind.own_nouns import alternative, goes_on, governed, side_of_other
from whoheld.extract.bind.regions_between import behind_region, past_region
from whoheld.extract.bind.resumed import past_relative
from whoheld.extract.bind.set_apart import (
    and_in,
    behind_and,
    dated_each,
    dates,
    dates_apart,
    gapped_behind_day,
    in_region,
    next_told,
    past_apposition,
    tells,
)
from whoheld.extract.bind.sites import sites_after
from whoheld.extract.bind.where import behind_where
from whoheld.extract.phrases.next_clause import undergoes
from whoheld.extract.phrases.phrase import COMMAS, MODIFIERS, Party, Phrase, Places, labelled, parted, verbal
from whoheld.extract.sentence.adjuncts import tells_time
from whoheld.extract.sentence.frame import BARE, BREAKS, as_places
from whoheld.extract.sentence.line import Line
from whoheld.extract.sentence.series import follows
from whoheld.extract.sentence.times import LONGEST_TIME
from whoheld.extract.words.capitals import goes_on_to_speak
from whoheld.extract.words.letters import TIMES
from whoheld.extract.words.scan import Unit

BETWEEN = frozenset({"article", "possessive", "adverb", "direction", "still", "now", "share", "both"})
"""Classes of words between a verb or preposition and the noun that it governs."""
_WHOSE = frozenset({"people", "country"})
"""Classes of adjectives before a noun for a place ("as do the Serb villages of")."""
_COUNTING = frozenset({"number", "quantity", "about"})
_CALLED = frozenset({"people", "country", "armed", "ordinal"})
"""Classes of words of which some qualify a noun for a place ("the rebel stronghold of", "the mainly Kurdish town of")."""
_LEADING = frozenset({"article", "preposition", "direction", "country"})
"""Classes of words that are no part of what is said of a town ("control of the main northern Malian town of")."""
_HIS = ("وه", "يه", "وها", "يها", "وهم", "يهم")
"""Endings of plurals with the pronoun of whose they are."""
_AND_THE = "وال"
_OFFICES = frozenset({"title", "official"})
_WHO = frozenset({"official", "title", "voice", "ministry", "bystander"})
"""Classes of those who are somewhere themselves ("back in Izium, officials in Kyiv said")."""
_ON_PLACE = frozenset({"relative", "after", "where", "trigger", "article"})
"""Classes of words that open an aside on the place before it."""
_LIST_WORDS = frozenset(
    {"conjunction", "article", "indefinite", "adverb", "direction", "function", "possessive", "quantity", "number"}
)
"""Classes of words between two members of a list."""


def is_place(line: Line, phrase: Places) -> bool:
    """Whether more than its capitals shows that a phrase names places."""
    return bool(phrase.anaphor) or line.heads(phrase) or any(name.known for name in phrase.names)


def bare(line: Line, at: int, phrase: Places) -> bool:
    """Whether only an article and adverbs stand between a verb and its object."""
    between = range(at + 1, phrase.first)
    allowed = BETWEEN if line.verb_first else BETWEEN | _COUNTING  # "has all five towns, among them …"
    allowed = allowed | _WHOSE if not line.verb_first and line.heads(phrase) else allowed
    return all(not line.units[n].tags.isdisjoint(allowed) or isinstance(line.phrase(n), Party) for n in between)


def adjoins(line: Line, at: int, phrase: Places) -> bool:
    """Whether only a preposition, an article and adjectives part a noun from its complement."""
    allowed = BETWEEN | {"preposition", "whole"} | (set() if line.verb_first else _COUNTING)
    between = [n for n in range(past_agent(line, at) + 1, phrase.first) if not isinstance(line.phrase(n), Places)]
    if not line.verb_first:
        allowed = allowed | _CALLED if line.heads(phrase) else allowed
        between = [n for n in between if not describes(line, n)]
        between = [n for n in between if not line.units[n].possessive]  # "control of Yemen's northern province of"
        of = next((n for n in reversed(between) if labelled(line.units[n], "of")), 0)
        dated = 0 < of < at + LONGEST_TIME and all(dates(line.units[n]) for n in range(at + 1, of))
        between = [n for n in between if n >= of] if dated else between  # "the capture last month of Sukhna"
    said = [n for n in between if line.verb_first or line.units[n].tags.isdisjoint(_LEADING)]
    return len(said) <= MODIFIERS and all(not line.units[n].tags or not line.units[n].tags.isdisjoint(allowed) for n in between)


def coordinated(line: Line, first: Places, *, verb_first: bool) -> Iterator[Places]:
    """A phrase with those that a conjunction joins to it in the same slot."""
    sites = [] if verb_first else sites_after(line, first) or list(_behind_colon(line, first))
    yield from (first, *sites)
    yield from _joined(line, sites[-1] if sites else first, verb_first=verb_first)


def _behind_colon(line: Line, first: Places) -> Iterator[Places]:
    """The further members of a list with commas alone that a colon opens ("They control: Afrin, Raqqa, Hasakah")."""
    last = first
    for phrase in map(as_places, line.phrases) if ":" in line.units[first.first].gap else ():
        if isinstance(phrase, Places) and phrase.first == last.last + 1 and phrase.case == "comma" and phrase.names:
            yield phrase
            last = phrase


def _joined(line: Line, first: Places, *, verb_first: bool) -> Iterator[Places]:
    """The phrases after one that a conjunction joins to it."""
    resumes, passed = _resumption(line, first, verb_first=verb_first), ""
    for phrase in _before_speaker(line, first, verb_first=verb_first):
        if phrase.first <= first.last or phrase.first < resumes or (verb_first and side_of_other(line, first, phrase)):
            continue
        if phrase.first == resumes and isinstance(phrase, Places):
            yield phrase
            first, resumes = phrase, _resumption(line, phrase, verb_first=verb_first)
            continue
        again = joins(line, phrase.first) if verb_first else _governed_alike(line, first, phrase)
        again = again and phrase.case == first.case and (phrase.case not in {"", "of"} or _of_again(line, phrase))
        again = again or (not verb_first and and_in(line, first, phrase))
        if isinstance(phrase, Places) and (member := _set_apart(line, first, phrase, verb_first=verb_first)):
            yield member
            first = member
            continue
        joined = (
            phrase.case in {"list", "like"}
            or (not verb_first and isinstance(phrase, Places) and _before_last(line, first, phrase))
            or (verb_first and goes_on(line, phrase))
            or (not verb_first and behind_and(line, first, phrase))
            or (again and (line.units[phrase.first].gap == "" or verb_first))
        )
        if isinstance(phrase, Party):
            if phrase.case in BARE:
                return
            passed = phrase.case
            continue
        resumed = again and verb_first and COMMAS & set(line.units[phrase.first - 1].gap) and joins(line, phrase.first)
        closing = BREAKS | {"trigger", "report"} | (set() if resumed else {"relative"})
        between = line.units[first.last + 1 : phrase.first]
        closed = any(
            "further" in unit.cues  # «دخلت الطبقة، وأن عمليات تمشيط تجري في محيط السد والمطار»
            or (not unit.tags.isdisjoint(closing) and not _opens_none(line, n))
            for n, unit in enumerate(between, first.last + 1)
        )
        ends = _opens_own(line, phrase) if verb_first else next_told(line, first, phrase)
        ends = ends or (verb_first and bool(first.anaphor) and parted(line.units[phrase.first].gap) and not resumed)
        if closed or ends or _has_its_own(line, phrase, passed):
            return
        lie_in = not (verb_first or first.names) and any(_locates(unit) for unit in between)  # "three bases in Kachin and Shan"
        if isinstance(phrase, Places) and joined and not phrase.modifier and not lie_in:
            expanse = "expanse" in line.units[phrase.first].cues  # "areas of Zor"
            adds = "besides" in line.units[phrase.first - 1].tags  # "Kitchanga in Masisi territory as well as Mweso"
            near = adds or phrase.first <= first.last + 2
            if verb_first or expanse or near or is_place(line, phrase) or _resumes(line, phrase):
                yield phrase
            first, resumes = phrase, past_relative(line, phrase) if verb_first else _past_inset(line, phrase)


def _before_last(line: Line, first: Places, phrase: Places) -> bool:
    """Whether a place behind a comma is a member of a list that "and" continues ("Susah's outskirts, Shafah and two …")."""
    named = phrase.case == "comma" and bool(phrase.names) and not phrase.modifier
    if not named or any(not unit.tags <= _LIST_WORDS for unit in line.units[first.last + 1 : phrase.first]):
        return False
    if past_brackets(line, phrase) > 0:
        return True
    after = next((p for p in line.phrases if p.first > phrase.last and not in_region(line, p)), None)
    if not isinstance(after, Places) or after.modifier or not is_place(line, phrase):
        return False
    near = after.case == "list" and all(unit.tags <= _LIST_WORDS for unit in line.units[phrase.last + 1 : after.first])
    return near or behind_and(line, phrase, after) or (after.case == "comma" and _before_last(line, phrase, after))


def _locates(unit: Unit) -> bool:
    return labelled(unit, "in") or labelled(unit, "at") or labelled(unit, "near")


def _between_times(line: Line, phrase: Places) -> bool:
    """Whether a place stands between the time of the one before and its own («آلت سراقب أمس، وبنش اليوم»)."""
    before, after = line.units[phrase.first - 1], line.units[phrase.last + 1 : phrase.last + 2]
    told = bool(before.tags & TIMES) and bool(after) and not after[0].gap and bool(after[0].tags & TIMES)
    again = line.units[phrase.first].reading.conjunction or line.units[phrase.first].word.startswith("و")
    return told and again and bool(phrase.names) and phrase.case in {"comma", "list"}


def _opens_none(line: Line, at: int) -> bool:
    """Whether a word that may open a clause opens none there."""
    arabic = line.verb_first and (_in_hands(line, at) or alternative(line, at) or governed(line, at))
    return arabic or line.times(at) or _bordering(line, at)


def _bordering(line: Line, at: int) -> bool:
    """Whether a word opens no clause but says with which country a border is ("قرب الحدود مع إيران وعلى بلدة …")."""
    return labelled(line.units[at], "with") and at + 1 < len(line.units) and "country" in line.units[at + 1].tags


def _before_speaker(line: Line, first: Places, *, verb_first: bool) -> Iterator[Phrase]:
    """The phrases of a sentence up to who has told it, named behind a list ("Goma and Sake, Bukavu residents said")."""
    if verb_first:
        return iter(line.phrases)
    return takewhile(lambda p: p.first <= first.last or not goes_on_to_speak(line.units, p.first), line.phrases)


def _in_hands(line: Line, at: int) -> bool:
    """Whether a noun only tells whose a place becomes («سقطت كيدال في قبضة الحركة في مايو، وغاو في يونيو»)."""
    party = line.phrase(at + 1)
    return isinstance(party, Party) and party.case == "owner" and party.first == at + 1


def _governed_alike(line: Line, first: Places, phrase: Phrase) -> bool:
    """Whether only a conjunction and the preposition part two phrases, and no noun ("hold on Sinjar and pressure on …")."""
    return all(unit.tags and unit.tags.isdisjoint(_WHO) for unit in line.units[first.last + 1 : phrase.first])


def _of_again(line: Line, phrase: Phrase) -> bool:
    """Whether a conjunction repeats the "of" before a phrase ("control of Goma and of Sake")."""
    of = next((n for n in range(phrase.first - 1, 0, -1) if "article" not in line.units[n].tags), 0)
    return of > 0 and labelled(line.units[of], "of") and "conjunction" in line.units[of - 1].tags


def _opens_own(line: Line, phrase: Phrase) -> bool:
    """Whether an Arabic name goes on with no list: it is the second of a pair, or what a clause of its own is about."""
    return _between(line, phrase) or undergoes(line.units, phrase.first, phrase.last + 1)


def _between(line: Line, phrase: Phrase) -> bool:
    """Whether a name is only the second of two between which something lies («الطريق بين حلب والعاصمة دمشق»)."""
    first = line.phrase(phrase.first - 1) or line.phrase(phrase.first - 2)
    return phrase.case == "list" and first is not None and first.case == "with"


def _has_its_own(line: Line, phrase: Phrase, case: str) -> bool:
    """Whether a party of its own follows a place ("lost Manbij to the Kurds and Palmyra to the army")."""
    after = next((other for other in line.phrases if other.first > phrase.last), None)
    between = line.units[phrase.last + 1 : after.first] if after is not None and case else []
    return isinstance(after, Party) and after.case == case and bool(case) and not any(unit.gap for unit in between)


def joins(line: Line, first: int) -> bool:
    """Whether a conjunction is written on a phrase or the preposition before it ("من الشدادي، …، ومن حقل الجبسة")."""
    while first > 1 and (line.units[first - 1].word.isdigit() or line.units[first - 1].tags & {"number", "quantity"}):
        first -= 1  # "وعلى 34 قرية ومطار الجراح"
    unit = line.units[first]
    then = first > 1 and "conjunction" in line.units[first - 2].tags  # "ثم على السوسة"
    written = unit.word.startswith("و") and "head" not in unit.tags  # but «ولاية»
    return then or line.units[first - 1].reading.conjunction or unit.reading.conjunction or written


def joined_later(line: Line, at: int) -> Iterator[Places]:
    """The places that a clause names at last beside its subject or pronoun ("fell to the army along with Saraqeb")."""
    told = False
    for right in line.rightward(at):
        tags = line.units[right].tags
        if not tags.isdisjoint(("report", "relative")) or ("trigger" in tags and (line.verb_first or line.finite(right))):
            told = True  # but "Bria in the east of the country as well as Bambari"
        phrase = line.phrase(right)
        before = right - 1
        while before > at and not line.units[before].tags.isdisjoint(BETWEEN):
            before -= 1
        if told and not (line.verb_first and COMMAS & set(line.units[before].gap)):
            continue  # "سودجا، كبرى البلدات التي …، ومعها قريتا ميلوفوي وبودول"
        if isinstance(phrase, Places) and phrase.first == right and not phrase.modifier and "besides" in line.units[before].tags:
            yield from coordinated(line, phrase, verb_first=False)
            return


def _resumption(line: Line, first: Places, *, verb_first: bool) -> int:
    """Where a list goes on behind what is said of a member only, or 0."""
    if verb_first:
        return past_relative(line, first)
    return _past_aside(line, first) or _past_inset(line, first)


def _past_inset(line: Line, first: Places) -> int:
    """Where a list goes on behind brackets or the region of a member, or 0."""
    return past_brackets(line, first) or past_region(line, first)


def _past_aside(line: Line, first: Places) -> int:
    """Where a list goes on behind an aside on a member ("Goma, lost by the army in January, and Bukavu"), or 0."""
    opened = first.last + 1
    if opened >= len(line.units) or "," not in line.units[opened].gap or line.units[opened].tags.isdisjoint(_ON_PLACE):
        return 0
    closes = next((n for n in range(opened + 1, len(line.units)) if parted(line.units[n].gap) and not line.inside(n)), 0)
    if not closes or "conjunction" not in line.units[closes].tags:
        return 0
    phrase = next((phrase for phrase in line.phrases if phrase.first > closes), None)
    if not isinstance(phrase, Places) or phrase.case not in {"list", first.case or "list"} or phrase.modifier:
        return 0
    after, further = [*line.units[phrase.last + 1 : phrase.last + 3], None, None][:2]
    closed = further is None or parted(further.gap)
    lies = after is not None and not after.gap and "adverb" in after.tags and closed  # "and Nyamilima nearby"
    if not (lies or is_place(line, phrase)):
        return 0
    ends = lies or after is None or parted(after.gap) or bool(after.tags & (TIMES | {"preposition", "conjunction"}))
    return phrase.first if ends else 0


def _resumes(line: Line, phrase: Places) -> bool:
    """Whether an unknown name ends a list that an aside or a date had broken, which it follows with a date of its own.

    So in "took Zaranj, the gate to Iran, and Torghundi." and "took Zaranj on Thursday and Torghundi the next day".
    """
    after = line.units[phrase.last + 1] if phrase.last + 1 < len(line.units) else None
    behind = list(takewhile(lambda unit: not parted(unit.gap), line.units[phrase.last + 1 :]))
    told = any(line.told(n) for n in range(phrase.last + 1, phrase.last + 1 + len(behind)))
    if "," in line.units[phrase.first - 1].gap:
        lies = after is not None and not told and (labelled(after, "on") or labelled(after, "near"))  # "and Mahagi on the lake"
        return after is None or parted(after.gap) or bool(after.tags & TIMES) or lies
    dated = any(unit.tags & TIMES for unit in behind[:3]) and all(dates(unit) for unit in behind[:2])
    return dated and not told


def _set_apart(line: Line, first: Places, phrase: Places, *, verb_first: bool) -> Places | None:
    """The members of a list that a date or where the first part lies parts from those before, or None."""
    if verb_first:
        dated = dated_anew(line, first, phrase) or _between_times(line, phrase)
        return behind_where(line, first, phrase) or (phrase if dated else None)
    lead = line.units[phrase.first - 1]
    behind = phrase.case == "" and "article" in lead.tags and "," in lead.gap  # "and, east of Raqqa, the town of"
    dated = (phrase.case == "comma" or behind) and dates_apart(line, first.last + 1, phrase.first)
    closes = past_apposition(line, first.last + 1)
    dated = dated or (phrase.case in {"", "comma"} and 0 < closes < phrase.first and dates_apart(line, closes, phrase.first))
    dated = dated or (phrase.case == "comma" and dated_each(line, first, phrase)) or gapped_behind_day(line, first, phrase)
    told = (dated and not phrase.modifier and not tells(line, phrase)) or follows(line, first, phrase)
    return phrase if told else behind_region(line, first, phrase)


def passes(line: Line, at: int, *, headed: bool) -> bool:
    """Whether a unit may stand between a verb that comes first and its object."""
    unit = line.units[at]
    if line.adjunct(at) or isinstance(line.phrase(at), Party) or with_his(line, at):
        return True
    taken = "bound" in unit.tags and not headed and parted(line.units[at + 1].gap)
    if taken or not unit.tags.isdisjoint(BREAKS | {"trigger", "report"}) or isinstance(line.phrase(at), Places):
        return line.times(at)
    if headed or "bound" in unit.tags or _of_leader(line, at):
        return True
    dated = "preposition" in unit.tags and at + 1 < len(line.units) and not line.units[at + 1].tags.isdisjoint(TIMES)
    passed = dated or tells_time(unit) or not unit.tags.isdisjoint(BETWEEN | {"apposing", "backing"})
    return passed and not set(unit.gap) & COMMAS


def with_his(line: Line, at: int) -> bool:
    """Whether a word joins others to a subject ("دخل الجيش وحلفاؤه ود مدني", «القوات البريطانية والأسترالية»)."""
    unit = line.units[at]
    if unit.gap or not unit.word.startswith("و") or not isinstance(line.phrase(at - 1), Party):
        return False
    nation = unit.tags == {"country"} and unit.word.startswith(_AND_THE) and unit.reading.conjunction
    return nation or (not unit.tags and unit.word.endswith(_HIS))


def _of_leader(line: Line, at: int) -> bool:
    """Whether an unknown word is the name of whom a title before it speaks ("للرئيس هادي")."""
    unit, before = line.units[at], line.units[at - 1]
    return not unit.tags and not unit.gap and not before.tags.isdisjoint(_OFFICES) and not verbal(unit.word)

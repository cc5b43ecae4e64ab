"""Names that are nouns too, and what stands between the members of a list, also a conjunction written on the next word."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from whoheld.extract.phrases.phrase import COMMAS, DASHES, MODIFIERS, Name, Places, labelled, parted, verbal
from whoheld.extract.phrases.spelling import imperfect
from whoheld.extract.places.items import ruled_off
from whoheld.extract.places.openings import REGIONS, Opening, closes, in_streets
from whoheld.extract.places.unknown_names import Found
from whoheld.extract.words.scan import Unit
from whoheld.model import Extent

_QUOTES = frozenset("«»\"“”'‘’")
_RULES = DASHES | frozenset("/•")
_NISBA = ("ي", "يه")
"""How adjectives end that say of what region something is, as folding writes them."""


_ARTICLE = "ال"
_LONGEST_CALLED = 3
"""Words of the longest name that a noun for a palace or the like begins."""
_LONGEST_LIST = 16
"""Words of the longest list that is looked through for whose its places are."""
_AND, _AND_THE = "و", "وال"
_ITS, _SHORTEST_OWNED = "ها", 5
"""How nouns end that belong to a place, and letters of the shortest with a conjunction."""
_AFTER_NAME = frozenset({"preposition", "after", "before", "day", "weekday", "time", "adverb"})
_NO_NOUNS = frozenset(
    {"preposition", "relative", "report", "conjunction", "pronoun", "bound", "negation", "when", "armed", "actor"}
)
_DESCRIBING = frozenset({"article", "direction", "adverb", "area", "function"})
"""Classes of words between "in" and that in which something lies."""
_BEFORE_PLURAL = frozenset({"quantity", "number", "about", "adverb", "function", "direction", "time", "people", "share"})
_BEFORE_PLURAL |= {"other_sense"}
"""Classes of words before a plural of places that bear no names ("a dozen other northern villages")."""
_OF_QUARTERS = frozenset({"other_sense", "common", "plan", "country", "actor"})
"""Classes of nouns by which a quarter may be called."""
_OF_VILLAGES = frozenset({"common", "other_sense", "bystander"})
"""Classes of definite nouns by which a village may be called («قرية الكنيسة»)."""
_NO_SECOND, _ADVERBIAL = ("و", "ف", "ال", "لل", "ب", "ل", "ك"), ("ا", "اء")
"""How words begin or end that are not the second of a name."""
_DUAL = ("تي", "تا")
"""How the feminine nouns for towns and villages end that count two."""
_CITY_AND_REGION = frozenset({"settlement", "province"})
"""What a name is that a region has of its city."""


def called_by_noun(units: Sequence[Unit], opening: Opening, conjunctions: Sequence[str]) -> Found | None:
    """A place whose name is a noun: for a place too ("بلدة المزرعة", "أحياء الثكنة والرميلة"), or a quarter's ("حي فلسطين")."""
    at = opening.at
    if at == 0 or opening.definite or units[at].gap:
        return None
    listed = _listed(units, at, conjunctions)
    noun = "head" in units[at].tags and units[at].reading.article and (listed if opening.many else opening.kind == "settlement")
    called = units[at].word.startswith(_ARTICLE) and units[at].tags <= _OF_VILLAGES and opening.kind == "settlement"
    noun = noun or (called and (listed and _counts_two(units[at - 1]) if opening.many else True))  # "قرية الكنيسة"
    quarter = opening.kind == "quarter" and not opening.many and units[at].tags <= _OF_QUARTERS
    quarter = quarter and (units[at].word.startswith(_ARTICLE) or "country" in units[at].tags)
    quarters = opening.kind == "quarter" and opening.many and listed and units[at].tags <= _OF_QUARTERS - {"country", "actor"}
    quarter = quarter or (quarters and units[at].word.startswith(_ARTICLE))  # "أحياء المشهد والأنصاري"
    if not (noun or quarter):
        return None
    return with_side(units, Found(Name(units[at].start, units[at].end, units[at].word, known=False), at))


def _listed(units: Sequence[Unit], at: int, conjunctions: Sequence[str]) -> bool:
    """Whether a list goes on behind a name, which a side of the compass may tell from another («الشريعة الجنوبية و…»)."""
    at += at + 1 < len(units) and "sided" in units[at + 1].cues and not units[at + 1].gap
    after = units[at + 1] if at + 1 < len(units) and not units[at + 1].gap else None
    return after is not None and after.word.startswith((*conjunctions,))


def _counts_two(unit: Unit) -> bool:
    """Whether a plural noun for places is a dual, behind which two names stand («قريتي», «بلدتا»)."""
    return unit.reading.stem.endswith(_DUAL)


def nouns_listed(units: Sequence[Unit], at: int) -> bool:
    """Whether a noun by which a quarter may be called opens a list of definite nouns («أبرزها المشهد والأنصاري»)."""
    after = units[at + 1] if at + 1 < len(units) and not units[at + 1].gap else None
    noun = units[at].word.startswith(_ARTICLE) and units[at].tags <= _OF_QUARTERS - {"country", "actor"}
    return noun and after is not None and after.word.startswith(_AND_THE)


def called_after(units: Sequence[Unit], first: int, kinds: Callable[[str], frozenset[str]]) -> bool:
    """Whether a noun for what days are called after begins the name of a town here («قصر بن غشير»)."""
    time = units[first].entry("time")
    if time is None or time.value != "called" or units[first].reading.article:
        return False
    words = (units[first].reading.stem, *(unit.word for unit in units[first + 1 : first + _LONGEST_CALLED]))
    return any("settlement" in kinds(" ".join(words[:n])) for n in range(2, len(words) + 1))


def in_quarters(
    units: Sequence[Unit],
    opening: Opening,
    quarters: Collection[str],
    conjunctions: tuple[str, ...],
    kinds: Callable[[str], frozenset[str]],
) -> Opening:
    """An opening as under the plural that a preposition includes, where a list follows («داخل أحياء جبرة والصحافة»)."""
    at, before = opening.at, units[opening.at - 1] if opening.at else None
    if opening.kind or before is None or not in_streets(before) or before.tail not in quarters:
        return opening
    joined = [unit.word[1:] for unit in units[at + 1 : at + 3] if unit.word.startswith(conjunctions) and not unit.gap]
    listed = any(word.startswith(_ARTICLE) or kinds(word) for word in joined)
    return opening._replace(kind="quarter", many=True) if listed else opening


def second_of_pair(units: Sequence[Unit], at: int) -> Found | None:
    """The second of two that a dual announces, whatever noun its name is ("قريتي بني الحداد والظهر")."""
    unit, after = units[at], units[at + 1] if at + 1 < len(units) else None
    ends = after is None or parted(after.gap) or bool(after.tags & _AFTER_NAME) or bool(after.reading.preposition)
    if not ends or unit.gap or unit.tags & _NO_NOUNS or not unit.word.startswith(_AND_THE):
        return None
    return Found(Name(unit.end - len(unit.word) + 1, unit.end, unit.word[1:], known=False), at)


def noun_of_list(units: Sequence[Unit], at: int, kind: str) -> Found | None:
    """A name that is a noun with its article, between commas under a plural («مناطق جباب، والمعامل، والمشاريع»)."""
    unit, head = units[at], units[at].entry("head")
    alone = head is None or head.tense == "many"
    building = "common" in unit.tags and kind != "quarter"
    if not alone or building or unit.tags & _NO_NOUNS or not unit.word.startswith(_AND_THE):
        return None
    apart = not COMMAS.isdisjoint(unit.gap) or (kind == "quarter" and unit.tags <= _OF_QUARTERS)  # "والقادسية والربيع في"
    after = units[at + 1] if at + 1 < len(units) else None
    goes_on = kind == "quarter" and after is not None and after.word.startswith(_AND_THE)  # "والمصانع والشرفة"
    if not apart or not (goes_on or closes(after)):
        return None
    return Found(Name(unit.end - len(unit.word) + 1, unit.end, unit.word[1:], known=False), at)


def with_whole_name(units: Sequence[Unit], first: int, opening: Opening, kinds: Callable[[str], frozenset[str]]) -> Opening:
    """An opening that ends before a noun that is part of a name that the gazetteer knows ("Port Sudan", "مدينة جسر الشغور").

    Where the noun calls what follows a region, that alone is the name («ولاية الجزيرة»).
    """
    side = units[opening.at - 1] if first < opening.at < len(units) else None
    if side is not None and side.capital and "direction" in side.tags and kinds(f"{side.word} {units[opening.at].word}"):
        return opening._replace(at=opening.at - 1)  # "the capital of Upper Nile"
    for at in range(first, opening.at):
        noun, name = units[at], units[at + 1] if at + 1 < len(units) else None
        head = noun.entry("head")
        called_so = head is not None and head.value in REGIONS and name is not None and kinds(f"{noun.reading.stem} {name.word}")
        if head is not None and _whole_city(noun, name, kinds):
            return opening._replace(at=at, kind="", many=False, definite=False)
        if called_so and head is not None and name is not None and "head" in name.tags and name.reading.article:
            return opening._replace(at=at + 1, kind=head.value, many=False, definite=False)
        begins = "head" in noun.tags and ("landform" in noun.tags or noun.capital) and not noun.reading.article
        if begins and name is not None and kinds(f"{noun.reading.stem} {name.word}"):
            called = units[first].entry("head") if at > first else None
            return opening._replace(at=at, kind=called.value if called is not None else "", many=False, definite=False)
    return opening


def _whole_city(noun: Unit, name: Unit | None, kinds: Callable[[str], frozenset[str]]) -> bool:
    """Whether «المدينة» begins the name of a city and of its region («المدينة المنورة»), and points back to none."""
    adjective = name is not None and not name.gap and name.word.startswith("ال") and not name.tags and noun.word.startswith("ال")
    return adjective and name is not None and kinds(f"{noun.word} {name.word}") >= _CITY_AND_REGION


def past_qualifier(units: Sequence[Unit], last: int) -> int:
    """Past what is said of a member of a list.

    That is what it belongs to, its adjective or an emphasis ("قوشا التابعة لجبرائيل، و…", "حماة الشمالي", "Juba itself, Bor").
    """
    after = units[last + 1 : last + 3]
    if after and "intensive" in after[0].cues and not after[0].gap:
        return last + 1
    if len(after) < 2 or after[0].gap:  # noqa: PLR2004 - the qualifier, and what it qualifies or what follows
        return last
    if "belonging" in after[0].tags:
        return last + 2 + ("head" in after[1].tags and last + 3 < len(units) and not units[last + 3].gap)
    adjective = after[0].word.startswith("ال") and after[0].word.endswith(_NISBA) and after[0].tags <= {"function"}
    return last + 1 if adjective and not after[1].gap and after[1].word.startswith("و") else last


def told_apart(units: Sequence[Unit], first: Found) -> Found:
    """The first name of a list with the adjective that tells it from another of its name ("لحايا غربية، ولحايا شرقية")."""
    after = units[first.last + 1 : first.last + 2]
    told = bool(after) and not after[0].gap and ("degree" in after[0].cues or after[0].word.endswith(_NISBA))
    return with_side(units, first) if told else first


def with_side(units: Sequence[Unit], item: Found) -> Found:
    """A member of a list with the side of the compass that tells it from another of its name ("تل أحمر غربي، و…")."""
    side, after = units[item.last + 1 : item.last + 2], units[item.last + 2 : item.last + 3]
    told = bool(side) and not side[0].gap and (labelled(side[0], "direction") or "degree" in side[0].cues)
    if not told or (after and not after[0].gap):
        return item
    name = replace(item.name, end=side[0].stop, key=f"{item.name.key} {side[0].word}", known=False)
    return Found(name, item.last + 1)


def with_second_word(units: Sequence[Unit], item: Found) -> Found:
    """The last of two names with an unknown word behind it, which ends there («قريتي السلامية وأورطا خراب شرق الموصل»)."""
    at = item.last + 1
    word = units[at] if at < len(units) and not (item.name.known or units[at].gap or units[at].tags) else None
    if word is None or not word.word.isalpha() or word.word.startswith(_NO_SECOND) or word.word.endswith(_ADVERBIAL):
        return item
    if verbal(word.word) or imperfect(word.word) or not closes(units[at + 1] if at + 1 < len(units) else None):
        return item
    name = replace(item.name, end=word.stop, key=f"{item.name.key} {word.word}", known=False)
    return Found(name, at)


def duals(noun: str) -> tuple[str, str]:
    """The forms of a noun that count two, as folding writes them, after which two names follow ("حيي الحويقة والرشدية")."""
    stem = noun[:-1] + "ت" if noun.endswith("ه") else noun
    return stem + "ي", stem + "ا"


def surroundings(units: Sequence[Unit], at: int, phrase: Places) -> Found | None:
    """The last name of a list once more, for its surroundings ("and the areas around it")."""
    unit = units[at]
    if "surroundings" not in unit.tags:
        return None
    return Found(replace(phrase.names[-1], extent=Extent.AREA, around=(unit.start, unit.end)), at)


def belongings(units: Sequence[Unit], at: int) -> bool:
    """Whether a member of a list is only what belongs to the one before, and another follows («وسروج ومعسكرها وبلدة خطاب»)."""
    word, after = units[at].word, units[at + 1] if at + 1 < len(units) else None
    theirs = word.endswith(_ITS) and len(word) > _SHORTEST_OWNED and not units[at].tags - {"common"}
    return theirs and after is not None and not parted(after.gap) and after.word.startswith(_AND)


def separator(units: Sequence[Unit], last: int, conjunctions: tuple[str, ...], *, many: bool) -> tuple[int, bool] | None:
    """Where the next item of a list begins, and whether a conjunction leads to it."""
    at = last + 1
    if at >= len(units) or units[last].possessive:
        return None
    gap = set(units[at].gap) - _QUOTES
    ruled = many and bool(conjunctions) and ruled_off(units, at)
    if gap - COMMAS - (set("()") if many else set()) - (_RULES if ruled else set()):
        return None
    if "conjunction" in units[at].tags:
        return (at + 1, True) if at + 1 < len(units) and not parted(units[at + 1].gap) else None
    written = bool(conjunctions) and not units[at].entries and units[at].word.startswith(conjunctions)
    joined = units[at].reading.conjunction or written
    return (at, joined) if joined or ruled or gap & COMMAS else None


def unnamed_rest(units: Sequence[Unit], at: int) -> int:
    """The last word of what ends a list without a name ("Goma, Sake and several villages", "… and little else"), or 0."""
    for n in range(at, min(at + MODIFIERS + 1, len(units))):
        unit, head = units[n], units[n].entry("head")
        if "remainder" in unit.cues:
            return n
        if head is not None or unit.capital or parted(unit.gap):
            return n if head is not None and head.tense == "many" and not _names_follow(units, n + 1) else 0
        if unit.tags - _BEFORE_PLURAL:
            return 0
    return 0


def _names_follow(units: Sequence[Unit], at: int) -> bool:
    """Whether a plural is followed by the names of its places ("two villages, Sake and Mweso", "the towns of")."""
    if at >= len(units):
        return False
    unit = units[at]
    told = labelled(unit, "of") or "listing" in unit.tags or not set(unit.gap).isdisjoint(":(–—")
    return told or unit.capital


def kinds_in_common(units: Sequence[Unit], phrase: Places) -> None:
    """Calls all members of a list what a plural behind the last says that they are ("Ann and Thandwe townships")."""
    head = units[phrase.last].entry("head")
    if head is not None and head.tense == "many" and len(phrase.names) > 1 and units[phrase.first].capital:
        for name in phrase.names:
            name.kind = head.value if name.kind == "settlement" else name.kind


def apart(units: Sequence[Unit], comma: int, item: Found, opening: Opening, last: Name) -> bool:
    """Whether a comma or conjunction parts an English item from where others lie ("in the province of Ghor, and Kohistan")."""
    governed = opening.at > 1 and bool(opening.kind) and not opening.many and labelled(units[opening.at - 1], "of")
    headed = "head" in units[item.last].tags and item.name.kind != opening.kind
    smaller = last.kind in REGIONS and item.name.kind not in REGIONS  # "… of Ghor province as well as Herat"
    lies_in = not opening.many and _only_contains(units, opening.at)
    if lies_in and (lies_too(units, item.last + 1) or (smaller and _called_town(units, comma, item.last))):
        return True  # "Obe in Herat and Saghar in Ghor", "Bentiu in Unity state and the town of Malakal"
    if "besides" in units[comma].tags and (headed or smaller or lies_in):
        return True  # "districts in Shabwa as well as the Nihm district"
    if _owned_too(units, item, opening):
        return True  # "Gachar and Divanalilar villages of Fuzuli, Yanarhach village of Jabrayil"
    return governed and (headed or smaller) and bool(COMMAS & set(units[comma].gap))


def _only_contains(units: Sequence[Unit], first: int) -> bool:
    """Whether a name only tells in what another lies ("in the eastern countryside of Aleppo", "in the territory of Masisi")."""
    at = first - 1
    if at > 1 and labelled(units[at], "of") and not units[at].gap:
        at -= 2
    while at > 0 and units[at].tags and units[at].tags <= _DESCRIBING and not units[at + 1].gap:
        at -= 1
    return at >= 0 and labelled(units[at], "in")


def _owned_too(units: Sequence[Unit], item: Found, opening: Opening) -> bool:
    """Whether the names behind a comma have an "of" of their own as those had that belong to the place before it."""
    of = opening.at - 1
    if opening.kind or of < 2 or not labelled(units[of], "of"):  # noqa: PLR2004 - a name, its kind
        return False
    noun = of - ("head" in units[of - 1].tags)
    if not units[noun - 1].capital or any(unit.gap for unit in units[noun : of + 1]):
        return False
    for at in range(item.last + 1, min(item.last + _LONGEST_LIST, len(units) - 1)):
        if labelled(units[at], "of"):
            return not units[at].gap and units[at + 1].capital
        if not (units[at].capital or units[at].tags & {"head", "conjunction"}):
            return False
    return False


def apart_where_it_lies(units: Sequence[Unit], comma: int, item: Found, opening: Opening) -> bool:
    """Whether an Arabic item is parted from where others lie («بمحافظة خوجاوند وقريتي …», «غرب حماة، بالإضافة إلى قرى …»)."""
    at = opening.at - 1 - bool(opening.kind)  # "في إقليم فارياب", "بإقليم فارياب"
    before = units[at] if at >= 0 else None
    within = before is not None and (labelled(before, "in") or labelled(before, "direction"))
    lies_in = not opening.many and (within or units[at + 1].reading.preposition == "at")
    smaller = opening.kind in REGIONS and item.name.kind not in REGIONS
    headed = not units[comma].tags.isdisjoint(("head", "quantity"))
    headed = headed or ("conjunction" in units[comma].tags and "head" in units[comma + 1].tags)
    return lies_in and headed and (smaller or bool(COMMAS & set(units[comma].gap)))


def _called_town(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether a noun for a place stands before the name of an item."""
    return any("head" in unit.tags for unit in units[first:last])


def _lies_in(units: Sequence[Unit], opening: Opening, *, capitals: bool) -> bool:
    first = opening.at - 1 - (not capitals and bool(opening.kind))  # "في إقليم فارياب", "بإقليم فارياب"
    before = units[first] if first >= 0 else None
    within = before is not None and labelled(before, "in")
    return not opening.many and (within or units[first + 1].reading.preposition == "at")


def lies_too(units: Sequence[Unit], at: int) -> bool:
    """Whether it is told in what another item of a list lies."""
    return at + 1 < len(units) and labelled(units[at], "in") and not units[at].gap and units[at + 1].capital


def enumerated(units: Sequence[Unit], first: int, last: int, items: Sequence[Found]) -> bool:
    """Whether known names to the end of a sentence are a list without "and" ("They control: Afrin, Raqqa, Hasakah.")."""
    announced = ":" in units[first].gap
    return len(items) > (not announced) and last == len(units) - 1 and all(item.name.known for item in items)

"""Names of armed groups that no registry knows: "the Knights of the Desert group", «لواء صقور الغاب»."""

from collections.abc import Sequence

from whoheld.extract.phrases.phrase import labelled, verbal
from whoheld.extract.phrases.spelling import foreign
from whoheld.extract.words.scan import Unit

_LONGEST = 7
"""Words from the first of a name to the noun that says what bears it."""
_CAPITALS = 2
"""Of a name, so that the word that opens a sentence makes none by itself ("Most of the group")."""
_OTHERS = frozenset(
    {"actor", "country", "people", "title", "official", "weekday", "quantity", "report", "have", "be", "membership", "month"}
)
"""Classes of words by which a phrase of capitals is read otherwise, or is no name."""
_NEVER_FIRST = _OTHERS | {"article", "preposition", "conjunction", "relative", "pronoun", "after", "before", "when", "number"}
_WITHOUT_ARMS = frozenset({"advocacy", "unarmed"})
"""Cues of words that only bodies without arms have in their names ("the Norwegian Refugee Council")."""
_NATIONS = frozenset({"country", "people"})
"""Classes of words that stand inside names, and never end them ("the Army of Ukraine" is a state's)."""
_DEEPEST = 4
"""Nouns between an Arabic noun for a group and the definite one that ends its name («لواء شهداء أحرار الشام»)."""
_NO_PART = frozenset(
    {"head", "actor", "country", "people", "preposition", "weekday", "month", "number", "report", "negation", "relative", "title"}
    | {"official", "place_anaphor", "direction", "quantity", "trigger", "bound", "arm", "nonstate", "statal", "regular"}
)
"""Classes of Arabic words that no name of a group has in it."""
QUOTES = frozenset({"«", '"', "“", "(", "'"})
_NOT_CALLED = frozenset({"preposition", "head", "weekday", "month", "relative", "report", "when", "after", "before"})
"""Classes of words before which a name ends that a word for naming tells."""
_ADJECTIVE = frozenset({"country", "function", "common", "statal", "people"})
_TO = "ل"
"""The letter by which Arabic names say what a movement is for."""
_FOR = "plan"
"""The class of «من أجل», inside names too («الاتحاد من أجل السلام»)."""
_MANY = ("s", "men")
"""Endings of English nouns for armed men, and none for one body of them."""
_ARTICLE = "ال"
_FEMININE = ("ه", "اء")


def capitals(units: Sequence[Unit], first: int) -> int:
    """The last word of a name of capitals with a noun for a group in it, or right behind it, or -1."""
    common = _common(units[first])  # "the Army of Light" is no "army"
    if (
        units[first].tags - ({"actor"} if common else set()) & _NEVER_FIRST
        or _owns(units[first])
        or _of_place(units, first)
        or _men_of(units, first)
    ):
        return -1
    last, count, tells, nation = -1, 0, False, False
    for at in range(first, min(first + _LONGEST, len(units))):
        unit = units[at]
        army = "statal" in unit.tags and unit.capital and not nation and _common(unit)  # "the New Dawn Army" is no state's
        others = unit.tags - {"actor"} if army and at > first else unit.tags
        nation |= "country" in unit.tags
        if (at > first and unit.gap not in {"", "-"}) or _owns(unit) or (at > first and others & _OTHERS - _NATIONS):
            break
        if not unit.cues.isdisjoint(_WITHOUT_ARMS):
            return -1
        if unit.capital:
            tells |= "band" in unit.cues
            last, count = (at, count + 1) if at == first or unit.tags.isdisjoint(_NATIONS) else (last, count)
        elif "band" in unit.cues and units[at - 1].capital and last == at - 1:
            return at if count >= _CAPITALS else -1
        elif at == first or not ("name_joint" in unit.cues or unit.word.isdigit()):
            break
    return last if tells and count >= _CAPITALS else -1


def _common(unit: Unit) -> bool:
    """Whether a word is no name by itself ("Army")."""
    return all(meaning.alias.text.islower() for meaning in unit.meanings)


def called(units: Sequence[Unit], at: int) -> tuple[int, int] | None:
    """The first and the last word of the name that stands behind a word for naming ("called the Sons of the Valley"), or None."""
    naming = units[at] if at < len(units) and not units[at].gap else None
    if naming is None or not ("appellation" in naming.tags or ("calling" in naming.cues and not naming.tags)):
        return None
    first = at + 1 + (at + 1 < len(units) and "definite" in units[at + 1].cues)
    last = -1
    for part in range(first, min(first + _LONGEST, len(units))):
        unit = units[part]
        joint = part > first and "name_joint" in unit.cues
        if unit.gap not in {"", "-"} or unit.tags & _OTHERS or not (unit.capital or joint):
            break
        last = part if unit.capital else last
    return (first, last) if last >= 0 else None


def construct(units: Sequence[Unit], head: int) -> int:
    """The last word of the name that an Arabic noun for a group governs («كتيبة الأسود الذهبية»), or the noun itself."""
    if "movement" in units[head].cues:
        return _movement(units, head)
    named = units[head].tail != units[head].word  # «حركة أمل» is a name already
    return _governed(units, head) if "band" in units[head].cues and not named else head


def _governed(units: Sequence[Unit], head: int) -> int:
    """The last word of the name in the genitive of an indefinite noun for a group, or the noun itself."""
    if (land := _land_of(units, head)) > 0:
        return land
    for at in range(head + 1, min(head + 1 + _DEEPEST, len(units))):
        unit = units[at]
        aims = at == head + 1 and _aims(unit)
        if unit.gap or not (aims or may_be_part(unit)):
            return head
        if unit.word.startswith(_ARTICLE):
            return qualified(units, at)
        if unit.reading.conjunction:
            return head
        if foreign(unit.word) and not unit.tags and ends(units, at + 1):
            return at
    return head


def _land_of(units: Sequence[Unit], head: int) -> int:
    """The last word of the land for which a group is («جيش تحرير السودان»), or whose it is («مجلس سوريا الديمقراطية»), or -1."""
    at = head + 1
    if at + 1 >= len(units) or units[at].gap or units[at + 1].gap:
        return -1
    if "cause" in units[at].cues:
        last = at + 1 + (labelled(units[at + 1], "direction") and at + 2 < len(units) and not units[at + 2].gap)
        return last if _land(units[last]) or (last == at + 1 and foreign(units[last].word) and not units[last].tags) else -1
    own = _land(units[at]) and units[at + 1].word.startswith(_ARTICLE) and not units[at + 1].tags - {"common"}
    return at + 1 if own and "statal" not in units[head].tags else -1


def _land(unit: Unit) -> bool:
    """Whether a word names a country, and is no adjective for its people."""
    country = "country" in unit.tags and not (unit.reading.preposition or unit.reading.conjunction)
    return country and not unit.word.endswith(("ي", "يه", "يون", "يين"))


def _owns(unit: Unit) -> bool:
    """Whether a word is the owner of what follows, and not one of those by which bodies are called ("the People's Army for")."""
    return unit.possessive and "borne" not in unit.cues


def introduced(units: Sequence[Unit], at: int) -> int:
    """The last word of a name to which a unit leads («تدعى أسود البادية», «تطلق على نفسها اسم حراس الجبل»), or -1."""
    if at >= len(units) or units[at].gap or "naming" not in units[at].tags:
        return -1
    last = -1
    for part in range(at + 1, min(at + 1 + _DEEPEST, len(units))):
        unit = units[part]
        if (unit.gap and (part > at + 1 or unit.gap not in QUOTES)) or unit.tags & _NOT_CALLED or unit.reading.preposition:
            break
        last = part
    return last


def bracketed(units: Sequence[Unit], at: int) -> int:
    """The name of an actor that quotation marks or brackets set behind a common noun («حركة التمرد "إم 23"»), or -1.

    So too behind what says that the group is called so («التي تعرف باسم "إم 23"»).
    """
    at += at < len(units) and "relative" in units[at].tags and not units[at].gap
    at += at < len(units) and "naming" in units[at].tags and not units[at].gap
    return at if at < len(units) and not QUOTES.isdisjoint(units[at].gap) and _proper(units[at]) else -1


def alliance(units: Sequence[Unit], at: int) -> int:
    """The last word of the name of an army of an alliance that an adjective tells («جيش التحالف الديمقراطي»), or -1."""
    told = units[at + 1] if "movement" in units[at].cues and at + 1 < len(units) and not units[at + 1].gap else None
    own = told is not None and not told.tags and told.word.startswith(_ARTICLE) and units[at].tail == units[at].word
    return at + 1 if own and ends(units, at + 2) else -1


def _movement(units: Sequence[Unit], head: int) -> int:
    """The last word of a movement's name that says what it is for («الجبهة الشعبية لنهضة الشرق»), or its noun."""
    at = head + 1
    while at < len(units) and not units[at].gap and units[at].word.startswith(_ARTICLE) and not units[at].tags - _ADJECTIVE:
        at += 1
    named = head + 1 < at < len(units) - 1 and not units[at].gap and units[at].reading.preposition == "to"
    named = named or (head + 1 < at < len(units) - 1 and not units[at].tags and not units[at].gap and units[at].word[0] == _TO)
    after = units[at + 1] if named else None
    region = after is not None and "head" in after.tags and at + 2 < len(units) and not (units[at + 2].gap or units[at + 2].tags)
    if region and not (after is None or after.gap):
        return at + 2  # «الجبهة الشعبية لتحرير إقليم تيغراي»
    freed = after is not None and not after.tags and bool(units[at].tags) and not verbal(after.word)  # «لتحرير أزواد»
    aim = after is not None and not after.gap and (after.word.startswith(_ARTICLE) or foreign(after.word) or freed)
    return at + 1 if aim else head


def may_be_part(unit: Unit) -> bool:
    """Whether a word may belong to the name of an Arabic group."""
    side = labelled(unit, "direction") and unit.word.startswith(_ARTICLE)  # «فجر الجنوب»
    own = side or not unit.tags & _NO_PART
    return own and not unit.reading.preposition and unit.word.isalpha() and (foreign(unit.word) or not verbal(unit.word))


def _aims(unit: Unit) -> bool:
    """Whether a verbal noun tells what a group is for («جبهة تحرير الشمال»)."""
    told = [entry for entry in unit.entries if entry.tag in {"trigger", "light"}]
    return bool(told) and all(entry.tense == "noun" and not entry.pronoun for entry in told) and not unit.reading.preposition


def ends(units: Sequence[Unit], at: int) -> bool:
    """Whether a phrase ends before a unit."""
    return at >= len(units) or bool(units[at].gap) or _parts(units[at]) or "adverb" in units[at].tags


def _men_of(units: Sequence[Unit], first: int) -> bool:
    """Whether armed men are told to be somebody's ("Fighters of the Northern Storm Brigade", not "the Army of Light")."""
    body = "band" in units[first].cues and not units[first].word.endswith(_MANY)
    return "armed" in units[first].tags and not body and first + 1 < len(units) and "name_joint" in units[first + 1].cues


def _of_place(units: Sequence[Unit], first: int) -> bool:
    """Whether a preposition of place stands before a phrase, with an article or not ("on the Bakhmut Front")."""
    before = [unit for unit in units[max(0, first - 2) : first] if "definite" not in unit.cues]
    return bool(before) and any(labelled(before[-1], case) for case in ("on", "in", "at", "near", "toward", "along"))


def qualified(units: Sequence[Unit], last: int) -> int:
    """The last word of a name with what qualifies its definite noun («الاتحاد من أجل السلام»)."""
    after = last + 1
    if after >= len(units) or units[after].gap:
        return last
    if _FOR in units[after].tags and after + 1 < len(units) and units[after + 1].word.startswith(_ARTICLE):
        return after + 1
    adjective = units[after].word.startswith(_ARTICLE) and not units[after].tags & _NO_PART
    feminine = units[after].word.endswith(_FEMININE)
    last = after if adjective and (feminine or (units[after].tags <= {"common"} and ends(units, after + 1))) else last
    aim = units[last + 1] if last + 1 < len(units) else None  # «اتحاد القوى الديمقراطية للوحدة»
    told = aim is not None and not aim.gap and aim.reading.preposition == "to" and aim.tags <= {"common"}
    return last + 1 if told else last


def _parts(unit: Unit) -> bool:
    return "preposition" in unit.tags or bool(unit.reading.preposition or unit.reading.conjunction)


def bears_known(units: Sequence[Unit], at: int) -> bool:
    """Whether a noun for a group, in no registry with its name, is told apart by the name of an actor right behind it."""
    noun = units[at]
    named = "band" in noun.cues and not noun.meanings and at + 1 < len(units) and not units[at + 1].gap
    return named and _proper(units[at + 1]) and not (units[at + 1].reading.preposition or units[at + 1].reading.conjunction)


def _proper(unit: Unit) -> bool:
    """Whether a word is the name of an actor and no noun by which several are called."""
    return "actor" in unit.tags and unit.tags.isdisjoint(("country", "actor_anaphor", "nonstate", "armed"))


def of_another(unit: Unit) -> bool:
    """Whether a noun behind a definite one is of another party, of armed men or by its name («هاجمت القوات الأوكرانية الجيش»)."""
    named = "actor" in unit.tags and "country" not in unit.tags and (unit.word.startswith("ال") or not unit.gap)
    return "armed" in unit.tags or named

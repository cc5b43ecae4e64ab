"""What an Arabic pronoun means that takes up a relative or a topic in front («المدن التي سيطر عليها», «أما عدن فدخلها»)."""

from dataclasses import replace

from whoheld.extract.bind.qualified import told_of, undivided
from whoheld.extract.bind.strange import strange_antecedent
from whoheld.extract.phrases.phrase import CONTAINER, Party, Places, labelled, parted
from whoheld.extract.sentence.frame import BREAKS, Frame
from whoheld.extract.sentence.genders import pronoun_gender
from whoheld.extract.sentence.line import Line
from whoheld.extract.sentence.topics import set_against
from whoheld.extract.words.scan import Unit
from whoheld.model import Extent

_PAST_CONTAINER = 2
"""Units from a container to the place that it contains: what it is stands between ("عاصمة")."""
_BEFORE_VERB = frozenset({"had", "still", "adverb", "now", "function", "quantity"})
"""Classes of words between a noun and the verb of a clause about it."""
_BEHIND_VERB = frozenset(
    {"now", "adverb", "day", "weekday", "reference", "preposition", "after", "before", "when", "month", "time", "unit", "dual"}
)
"""Classes of words behind a verb and its pronoun that are no subject."""
_WITHIN = frozenset({"in", "at"})
_LISTING = frozenset({"copula", "listing"})
_ARTICLE, _STOOD = "ال", ("ه", "ين", "ون")


def relative(line: Line, frame: Frame, article: str) -> list[Places]:
    """What a pronoun that takes up a relative or a fronted topic means ("المدن التي سيطر عليها", "أما عدن فدخلها")."""
    opens = set_against(line, frame.at)
    if opens < 0 and "topic" in line.units[0].cues and line.units[frame.at].reading.conjunction:
        opens = 0
    if opens >= 0:
        topic = line.phrase(opens + 1)
        return [topic] if isinstance(topic, Places) else []
    if (noun := _indefinite(line, frame.at)) >= 0:
        return _of_which(line, noun)
    if _of_men(line, frame.at) or _of_every(line, frame.at) or _of_posts(line, frame.at):
        return []
    for left in line.leftward(frame.at):
        if "relative" in line.units[left].tags:
            things = "free_relative" in line.units[left].cues and labelled(line.units[left - 1], "to")
            return [] if things else _taken_up(line, left, frame, article)  # "أضاف بلدة إلى ما كسبه"
        if "trigger" in line.units[left].tags or not line.units[left].tags.isdisjoint(BREAKS):
            break
    return frame.places


def _taken_up(line: Line, relative: int, frame: Frame, article: str) -> list[Places]:
    """What a pronoun in a relative clause means: what the relative takes up, unless that is a party."""
    before = relative - 1
    while before >= 0 and line.phrase(before) is None and _qualifies(line.units[before], article):
        before -= 1
    antecedent = line.phrase(before)
    inner = line.phrase(antecedent.first - _PAST_CONTAINER) if antecedent is not None else None
    if parted(line.units[relative].gap) and antecedent is not None and antecedent.case == CONTAINER and isinstance(inner, Places):
        antecedent = inner  # "دوما، كبرى بلدات الغوطة، التي"
    if isinstance(antecedent, Party):
        return frame.places if _of_other(line, relative, antecedent, frame) else []
    if not isinstance(antecedent, Places):
        return list(filter(None, [strange_antecedent(line, relative)]))
    if "road" in line.units[antecedent.first - 1].tags or _of_what_lies_in(line, antecedent, relative):
        return []  # "طريق البوكمال الذي يمسك به"
    antecedent = undivided(line, told_of(line, antecedent, relative), relative)
    if antecedent.anaphor == "many" and not _says_which(line, frame.at) and (town := _parts_in(line, frame.at)):
        return [town]
    if antecedent.anaphor == "many" and "apposing" in line.units[antecedent.first - 1].tags:
        return _of_which(line, antecedent.first) or [antecedent]  # "الفلوجة أولى المدن التي"
    whole = any("whole" in unit.tags for unit in line.units[max(0, antecedent.first - 1) : antecedent.first + 1])
    unnamed = whole and antecedent.anaphor == "many" and not parted(line.units[relative].gap)
    of_one = _only_last(antecedent) if _of_one(line, antecedent, relative) else _last_named(line, antecedent)
    return [replace(antecedent, definite=False) if unnamed else of_one]  # "كل المناطق التي"


def _parts_in(line: Line, at: int) -> Places | None:
    """The place of whose parts a relative clause tells that it lies in («المناطق التي تسيطر عليها المعارضة في مدينة حلب»)."""
    for right in line.rightward(at):
        phrase = line.phrase(right)
        if isinstance(phrase, Places):
            town = phrase.case in {"in", "at"} and not phrase.modifier and phrase.anaphor in {"", "settlement"}
            around = any(name.extent is Extent.AREA for name in phrase.names)
            names = [name if around else replace(name, extent=Extent.PART) for name in phrase.names]
            return replace(phrase, names=names, extent=Extent.AREA if around else Extent.PART) if town else None
        if line.told(right) or "relative" in line.units[right].tags:
            break
    return None


def _says_which(line: Line, at: int) -> bool:
    """Whether a sentence goes on to name the places of its plural («القرى التي سيطر عليها الجيش بالغوطة هي ميدعا و…»)."""
    listing = (n for n in range(at + 1, len(line.units) - 1) if line.units[n].tags >= _LISTING)
    return any(isinstance(phrase := line.phrase(n + 1), Places) and phrase.names for n in listing)


def _of_other(line: Line, relative: int, party: Party, frame: Frame) -> bool:
    """Whether a pronoun in a clause about a party means no thing of theirs («في قبضة الحوثيين الذين سيطروا عليها»)."""
    before = line.units[party.first - 1].tags if party.first and not line.units[party.first].gap else frozenset[str]()
    cues = line.units[relative].cues
    taken_up = "f" if "feminine_relative" in cues else "m" if "masculine_relative" in cues else ""
    said = {pronoun_gender(line.units[phrase.first]) for phrase in frame.places if phrase.anaphor == "pronoun"}
    apart = taken_up not in said or (frame.entry.gender == taken_up and _without_subject(line, frame))
    return before.isdisjoint(("head", "seat", "position")) and apart


def _without_subject(line: Line, frame: Frame) -> bool:
    """Whether no subject stands with an active verb and its pronoun, so that a relative before it is its subject.

    So in «من قوات الدعم السريع التي استولت عليها في حزيران», not in «قوات الدعم السريع التي استولى عليها الجيش».
    """
    last = max((frame.at, *(phrase.last for phrase in frame.places)))
    after = line.units[last + 1] if last + 1 < len(line.units) else None
    alone = frame.voice == "active" and last <= frame.at + 1
    if not alone or after is None or parted(after.gap):
        return alone
    return line.phrase(last + 1) is None and bool(after.tags & _BEHIND_VERB) and not labelled(after, "by")


def _of_every(line: Line, at: int) -> bool:
    """Whether a verb is told of every one of some things («كل شبر خرج منه»), which are no place that the text has named."""
    thing = line.units[at - 1] if at > 1 and not line.units[at].gap else None
    return thing is not None and "head" not in thing.tags and line.phrase(at - 1) is None and "whole" in line.units[at - 2].tags


def _of_men(line: Line, at: int) -> bool:
    """Whether a verb only says more of men just named without an article («تحالف جماعات انفصالية يهيمن عليها الطوارق»).

    So too where a rank counts them («ثاني فرقة يفقدها الجيش»).
    """
    before = at - 1
    while before > 0 and line.phrase(before) is None and not line.units[before].tags and not line.units[before + 1].gap:
        before -= 1
    men = line.phrase(before)
    if not isinstance(men, Party) or men.meanings or line.units[before + 1].gap:
        return False
    if men.case in {"", "comma"} and not (men.first > line.begins and "apposing" in line.units[men.first - 1].tags):
        return False
    return not line.units[men.first].word.startswith(_ARTICLE)


def _indefinite(line: Line, at: int) -> int:
    """The indefinite noun for a place that a clause right behind it is about ("أحدث بلدة تسيطر عليها الحركة"), or -1."""
    noun = at - 1
    while noun > 0 and line.phrase(noun) is None and line.units[noun].tags & _BEFORE_VERB and not line.units[noun + 1].gap:
        noun -= 1
    head = line.units[noun].entry("head") if noun >= 0 else None
    told = isinstance(named := line.phrase(noun), Places) and bool(named.names)
    indefinite = head is not None and not (told or head.pronoun or line.units[noun].reading.article or line.units[noun + 1].gap)
    return noun if indefinite else -1


def _of_posts(line: Line, at: int) -> bool:
    """Whether a clause is about the indefinite posts right before it, which bear no name («مواقع متفرقة تسيطر عليها …»)."""
    noun = at - 1
    while noun > 0 and _describes(line.units[noun]) and line.phrase(noun) is None and not line.units[noun + 1].gap:
        noun -= 1
    unit = line.units[noun]
    beside = noun >= 0 and not line.units[noun + 1].gap and line.phrase(noun) is None and not line.units[at].reading.conjunction
    return beside and not unit.reading.article and not unit.tags.isdisjoint(("position", "common"))


def _describes(unit: Unit) -> bool:
    """Whether a word may be an indefinite adjective of a plural («متفرقة»)."""
    return not unit.tags - {"function"} and not unit.word.startswith(_ARTICLE) and unit.word.endswith(_STOOD[0])


def _of_which(line: Line, noun: int) -> list[Places]:
    """The place of which a noun says what it is ("كيدال، آخر مدينة تسيطر عليها الحركة"), or none."""
    opens = noun
    while opens > 0 and not line.units[opens].gap and line.units[opens - 1].tags & {"apposing", "function"}:
        opens -= 1
    named = line.phrase(opens - 1)
    return [named] if isinstance(named, Places) and named.names else []


def _qualifies(unit: Unit, article: str) -> bool:
    """Whether a word may stand between a place and a relative clause about it ("… الساحلية التي", "… آخر ما")."""
    return unit.word.startswith(article) or "apposing" in unit.tags


def _last_named(line: Line, places: Places) -> Places:
    """Of towns that no plural announces, the one that a relative clause is about ("نيالا، ثم الضعين التي خرجت منها …")."""
    return places if line.heads(places) or places.anaphor else replace(places, names=places.names[-1:])


def _of_one(line: Line, places: Places, relative: int) -> bool:
    """Whether a relative of one town takes up the last of several («بلدتي بنش وتفتناز ومدينة سراقب التي»).

    That town has a noun of its own; of a pair that shares one «التي» is often said for «اللتين».
    """
    if len(places.names) <= 1 or "feminine_relative" not in line.units[relative].cues:
        return False
    last = next((at for at in range(places.last, places.first, -1) if line.units[at].start == places.names[-1].start), 0)
    own = line.units[last - 1].entry("head") if last - 1 > places.first else None
    return own is not None and own.tense != "many"


def _of_what_lies_in(line: Line, places: Places, relative: int) -> bool:
    """Whether a relative is masculine, of what lies in a town, whose noun is feminine («مقر الفرقة بمدينة صنعاء الذي»)."""
    town = places.case in _WITHIN and line.head(places).endswith(_STOOD[0])
    return town and "masculine_relative" in line.units[relative].cues


def _only_last(places: Places) -> Places:
    """The last of several places, whole where only what stood before it was a share («أحياء في شمال مدينة كوبيانسك التي»)."""
    return replace(places, names=[replace(places.names[-1], extent=Extent.WHOLE)], extent=Extent.WHOLE)

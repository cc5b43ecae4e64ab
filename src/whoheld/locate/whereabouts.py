"""Where a text says that a place lies, right after its name: "near Manbij", «شرق عدن», "30 km north of Baiji", «في أبين».

What is said so is taken at its word: it chooses between namesakes, and a place of that name which lies elsewhere is not meant.
"""

import math
import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import islice
from operator import attrgetter
from typing import Literal, NamedTuple

from whoheld import lang, text
from whoheld.gazetteer.distance import metres
from whoheld.locate.neighbours import AREAS
from whoheld.model import Mention, Place

_WINDOW = 400
"""Code points after a name in which a list may end and its whereabouts follow."""
_MOST_WORDS = 12
_ENDS = frozenset(".!?؟;؛:\n")
_MOST_BETWEEN = 25
"""Code points between two names of a list: «، وقرية », ", and the village of " ."""
_IN = ("ب", "ل")
"""Written on the name that they govern."""
_LONGEST = 5
"""Words of a phrase ("to the south-east of") or name."""
_NEAR_M = 20_000
_REACH_M = 80_000
"""What is called near or east of a town lies no further from it; what is called in a province, no further from its edge."""
_WORLD_PART_M = 800_000
_QUARTER_TURN = 90.0
_TOO_NEAR_TO_TELL_M = 4_000
"""So near the points of two towns say little of the direction between them."""
_WRONG_WAY = 0.3
_BEARINGS: Mapping[str, float] = {"n": 0, "ne": 45, "e": 90, "se": 135, "s": 180, "sw": 225, "w": 270, "nw": 315}
_IN_WORDS: Mapping[str, str] = {
    "n": "north of", "ne": "north-east of", "e": "east of", "se": "south-east of",
    "s": "south of", "sw": "south-west of", "w": "west of", "nw": "north-west of",
}  # fmt: skip

Relation = Literal["near", "inside", "n", "ne", "e", "se", "s", "sw", "w", "nw"]


class Fit(NamedTuple):
    """How well a place fits what is said (0..1), in words, whether it cannot be meant, and whether it lies right there."""

    value: float
    reason: str
    excluded: bool
    there: bool


class Whereabouts(NamedTuple):
    """What a text says of where a place lies.

    Attributes:
        relation: near, inside, or a point of the compass.
        anchors: the places that the other name may mean.
        apart_m: the distance said; None where none is.
    """

    relation: Relation
    anchors: tuple[Place, ...]
    apart_m: float | None = None

    def about(self, places: Sequence[Place]) -> "Whereabouts | None":
        """The same with those anchors only that lie in the part of the world of some of the places; others are misread."""
        points = [(place.lon, place.lat) for place in places]
        likely = tuple(a for a in self.anchors if any(metres(a.lon, a.lat, *p) - a.precision_m <= _WORLD_PART_M for p in points))
        return self._replace(anchors=likely) if likely else None

    def fit(self, place: Place, parents: Sequence[Place]) -> Fit:
        """How well a place with those parents fits, by the anchor that suits it best."""
        return max((self._fit(place, parents, anchor) for anchor in self.anchors), key=lambda fit: (not fit.excluded, fit.value))

    def _fit(self, place: Place, parents: Sequence[Place], anchor: Place) -> Fit:
        apart = metres(place.lon, place.lat, anchor.lon, anchor.lat)
        beyond = self._beyond(place, parents, anchor, apart)
        off = beyond if self.apart_m is None else abs(apart - self.apart_m)
        allowed = _REACH_M if self.apart_m is None else self.apart_m / 2 + anchor.precision_m + place.precision_m
        value = 1 / (1 + off / _NEAR_M) * (1.0 if self._lies_that_way(place, anchor, apart) else _WRONG_WAY)
        far = off > allowed
        excluded = far and not self._lies_beyond(place, anchor, apart)
        there = off <= (_NEAR_M if self.relation == "inside" else allowed)
        return Fit(value, self._tell(apart, anchor, far=not there), excluded, there)

    def _lies_beyond(self, place: Place, anchor: Place, apart: float) -> bool:
        """Whether a place lies that way further off in the country, as "a town north of the capital" may."""
        that_way = self.relation in _BEARINGS and self._lies_that_way(place, anchor, apart)
        return that_way and self.apart_m is None and anchor.kind not in AREAS and place.country == anchor.country

    def _beyond(self, place: Place, parents: Sequence[Place], anchor: Place, apart: float) -> float:
        """Metres from the anchor's edge: none where the place is known to lie in it, endless where in another of its kind."""
        if any(parent.id == anchor.id for parent in parents) or (anchor.kind == "country" and anchor.country == place.country):
            return 0.0
        elsewhere = any(parent.kind == anchor.kind and _of_one_gazetteer(parent, anchor) for parent in parents)
        elsewhere = elsewhere or bool(anchor.country and place.country and anchor.country != place.country)
        if self.relation == "inside" and elsewhere:
            return math.inf
        return max(apart - anchor.precision_m - place.precision_m, 0.0)

    def _lies_that_way(self, place: Place, anchor: Place, apart: float) -> bool:
        if self.relation not in _BEARINGS or anchor.kind == "country" or apart < _TOO_NEAR_TO_TELL_M:
            return True
        eastward = (place.lon - anchor.lon) * math.cos(math.radians(anchor.lat))
        bearing = math.degrees(math.atan2(eastward, place.lat - anchor.lat))
        return abs((bearing - _BEARINGS[self.relation] + 180) % 360 - 180) < _QUARTER_TURN

    def _tell(self, apart: float, anchor: Place, *, far: bool) -> str:
        country = anchor.kind == "country"
        said = "in" if self.relation == "inside" or country else _IN_WORDS.get(self.relation, "near")
        told = f"the text says {said} {anchor.name}"
        return told if said == "in" and not far else f"{told}, which is {apart / 1000:.0f} km away"


def _of_one_gazetteer(place: Place, other: Place) -> bool:
    return place.id.partition(":")[0] == other.id.partition(":")[0]


def said_of(
    folded: str, mention: Mention, others: Sequence[Mention], known: Callable[[str], tuple[Place, ...]]
) -> Whereabouts | None:
    """What follows a mention and says where it lies; names listed with it are passed over.

    Args:
        folded: the text, folded.
        mention: the place in question.
        others: all mentions of the text, in its order.
        known: the places that a look-up key may mean.
    """
    words = _words_after(folded, mention, others)
    apart, at = _distance(words, _passed(words, 0))
    relation, at = _relation(words, at)
    for first in range(at, min(_passed(words, at), len(words) - 1) + 1):
        for count in range(_LONGEST, 0, -1):
            run = words[first : first + count]
            name = " ".join(run)
            if all(word in _fillers() for word in run):  # "in the north" is no region called North.
                continue
            places = known(name) if relation else ()
            if not places and name.startswith(_IN) and (relation or first == at):
                places = known(name[1:])
            if places and name != text.key(mention.text):
                return Whereabouts(relation or "inside", places, apart)
    return None


def _words_after(folded: str, mention: Mention, others: Sequence[Mention]) -> list[str]:
    """The keys of the words that follow in the sentence, without the places listed with the name and what joins them."""
    found: list[str] = []
    last = _end_of_list(folded, mention, others)
    for token in text.tokens(folded, last, last + _WINDOW):
        if _ENDS.intersection(folded[last : token.start]) or token.key in _joins() or len(found) == _MOST_WORDS:
            break
        last = token.end
        found.append(token.key)
    return found


def _end_of_list(folded: str, mention: Mention, others: Sequence[Mention]) -> int:
    """Where the last of the places listed after a mention ends: each follows a comma or "and", with or without its kind."""
    end = mention.end
    for other in islice(others, bisect_left(others, end, key=attrgetter("start")), None):
        if other.start - end > _MOST_BETWEEN:
            break
        if _goes_on(folded, end, other.start):
            end = other.end
    return end


def lists(folded: str, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """The mentions (in the text's order) that it lists together, list by list; one that stands alone is a list too."""
    found: list[list[Mention]] = []
    end = 0
    for mention in mentions:
        if found and (mention.start < end or _goes_on(folded, end, mention.start)):
            found[-1].append(mention)
        else:
            found.append([mention])
        end = max(end, mention.end)
    return found


def _goes_on(folded: str, end: int, start: int) -> bool:
    """Whether a list that has come to a name's end goes on with the name that begins there."""
    between = folded[end:start]
    return len(between) <= _MOST_BETWEEN and not _ENDS.intersection(between) and bool(_listed().match(between.lstrip()))


def _distance(words: Sequence[str], at: int) -> tuple[float | None, int]:
    """Metres that are said, as «30 كم», and where the words after them and what may stand between begin."""
    if at + 1 < len(words) and words[at].isdecimal():
        for count in (2, 1):
            unit = _units().get(" ".join(words[at + 1 : at + 1 + count]))
            if unit:
                return float(words[at]) * unit, at + 1 + count
    return None, at


def _relation(words: Sequence[str], at: int) -> tuple[Relation | None, int]:
    """The longest phrase that says how the place lies to another, from the first word that may begin one."""
    for first in range(at + 1):
        for count in range(_LONGEST, 0, -1):
            found = _relations().get(" ".join(words[first : first + count]))
            if found and first + count <= len(words):
                return found, first + count
    return None, at


def _passed(words: Sequence[str], at: int) -> int:
    """Where the words that may stand between end."""
    while count := next((n for n in (2, 1) if at + n <= len(words) and " ".join(words[at : at + n]) in _fillers()), 0):
        at += count
    return at


@cache
def _relations() -> Mapping[str, Relation]:
    found: dict[str, Relation] = {}
    for said in (lang.pack(code).whereabouts for code in lang.languages()):
        found |= {text.key(phrase): "inside" for phrase in said.inside}
        found |= {text.key(phrase): "near" for phrase in said.near}
        for direction, phrases in said.directions.items():
            found |= dict.fromkeys(map(text.key, phrases), direction)
    return found


@cache
def _joins() -> frozenset[str]:
    """The words that join two names of a list; one of a single letter is written on the second."""
    return frozenset(text.key(word) for code in lang.languages() for word in lang.pack(code).whereabouts.joins)


@cache
def _listed() -> re.Pattern[str]:
    """What stands before the next name of a list."""
    return re.compile("|".join(("[,،]", *(re.escape(word) + r"\b" * (len(word) > 1) for word in sorted(_joins())))))


@cache
def _fillers() -> frozenset[str]:
    return frozenset(text.key(word) for code in lang.languages() for word in lang.pack(code).whereabouts.passed)


@cache
def _units() -> Mapping[str, int]:
    packs = (lang.pack(code) for code in lang.languages())
    return {text.key(word): metres for pack in packs for metres, words in pack.whereabouts.units.items() for word in words}

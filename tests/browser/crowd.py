"""A made-up war over as many places as wanted: sources that contradict each other, imprecise days, recaps, provinces."""

import datetime as dt
import random
from functools import cache

from scenes import ACTORS, claim, place

from whoheld.model import Actor, Claim, Modality, Place, Relation, Telling
from whoheld.timeline import Timeline, build

FIRST, DAYS = dt.date(2016, 1, 1), 900
SIDES = {
    **ACTORS,
    "ARMY": Actor(id="ARMY", names={"en": "Government army", "ar": "الجيش الحكومي"}),
    "COUNCIL": Actor(id="COUNCIL", names={"en": "Local military council", "ar": "المجلس العسكري المحلي"}),
}
_RELATIONS = (Relation.GAINED, Relation.GAINED, Relation.HOLDS, Relation.LOST, Relation.CONTESTED)
_MODALITIES = (Modality.ASSERTED, Modality.ASSERTED, Modality.ATTRIBUTED, Modality.HEDGED, Modality.DENIED)
_NAMES = ("Tell", "Khirbet", "Qasr", "Ayn", "Kafr", "Wadi"), ("تل", "خربة", "قصر", "عين", "كفر", "وادي")


@cache
def crowd(count: int, known_at: dt.date | None = None) -> Timeline:
    """The same timeline for the same number of places."""
    places, claims = told(count)
    return build(claims, known_at=known_at, places=places, actors=SIDES)


def told(count: int) -> tuple[dict[str, Place], list[Claim]]:
    """Places around two rivers, and one to six reports of each."""
    chance = random.Random(count)  # noqa: S311 - a made-up war
    places = {found.id: found for found in (_place(number, chance) for number in range(count))}
    return places, [report for found in places.values() for report in _reports(found, chance)]


def _place(number: int, chance: random.Random) -> Place:
    first = chance.randrange(len(_NAMES[0]))
    kind = "province" if number % 200 == 7 else "settlement"
    along, across = chance.uniform(0, 5), chance.gauss(0, 0.35)
    names = {"en": f"{_NAMES[0][first]} {number}", "ar": f"{_NAMES[1][first]} {number}"}
    return place(f"t:c{number}", 38 + along, 36.5 - along / 2.2 + across, kind=kind, **names)


def _reports(where: Place, chance: random.Random) -> list[Claim]:
    return [_report(where, number, chance) for number in range(1 + int(chance.expovariate(0.5)) % 6)]


def _report(where: Place, number: int, chance: random.Random) -> Claim:
    day = FIRST + dt.timedelta(chance.randrange(DAYS))
    published = day + dt.timedelta(chance.choice((0, 1, 2, 40)))
    stated = chance.choice((day.isoformat(), day.isoformat(), f"{day:%Y-%m}", None))
    telling = chance.choice((Telling.EVENT, Telling.EVENT, Telling.STATE, Telling.BACKGROUND))
    actor, relation = chance.choice(list(SIDES)), chance.choice(_RELATIONS)
    text = f"Dispatch {number}: {actor} {relation.value} {where.name}."
    return claim(
        text,
        f"{actor} {relation.value} {where.name}",
        where.name,
        where,
        actor=actor,
        relation=relation,
        day=stated,
        published=published.isoformat(),
        telling=telling,
        modality=chance.choice(_MODALITIES),
        publisher=f"Agency {chance.randrange(4)}",
        title=f"{where.name}, {number}",
    )

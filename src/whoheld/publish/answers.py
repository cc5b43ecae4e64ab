"""Who held a place on a day, on whose word: one question, one answer, ready for a table."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from whoheld.gazetteer.distance import metres
from whoheld.interval import bounds
from whoheld.model import Actor, Claim, Control, Place
from whoheld.publish.escaping import link
from whoheld.publish.rows import actor_name, on, parties
from whoheld.publish.search import Reported
from whoheld.publish.wording import row_of
from whoheld.timeline import Timeline, covers

WITHIN_M = 10_000
"""How far from a reported place an incident may lie for that place to answer for it."""

_QUOTES = 3
_BETWEEN = " | "


class Question(NamedTuple):
    """An incident: the place by name or by point (lon, lat), and the day."""

    place: str | None
    point: tuple[float, float] | None
    day: dt.date


class Answer(NamedTuple):
    """Who held the nearest reported place on the day; empty where no report says so.

    Attributes:
        status: ``held``, ``claimed``, ``contested``, ``disputed``, ``left``; ``in transition`` between the first and the last day
            on which a change may have happened; ``no report``.
        held_by: the actors' names; of a place in transition, both.
        place: the reported place that answers; ``distance_m`` is how far it lies from the incident's point, ``precision_m`` how
            far its own point may be off.
        last_report: the newest day up to the incident on which the interval was reported; empty where all reports came later.
        stale: ``yes`` where that was longer ago than the policy allows.
        quotes, links: of up to three of the claims, the newest before the incident first; a quote from a table names its row.
        note: why there is no answer, or what limits it.
    """

    status: str = "no report"
    held_by: str = ""
    held_by_id: str = ""
    valid_from: str = ""
    valid_to: str = ""
    place: str = ""
    place_id: str = ""
    distance_m: str = ""
    precision_m: str = ""
    last_report: str = ""
    stale: str = ""
    quotes: str = ""
    links: str = ""
    claim_ids: str = ""
    note: str = ""


def answering(reported: Reported, question: Question, within_m: int = WITHIN_M) -> Iterator[str]:
    """The ids of the reported places that may answer a question."""
    if question.place:
        yield from (place.id for place in _named(reported, question.place))
    if question.point:
        yield from (near.place.id for near in takewhile(lambda near: near.distance_m <= within_m, reported.near(*question.point)))


class Asked:
    """A timeline, ready for many questions.

    Args:
        timeline: at least of the places that may answer them.
        within_m: how far a reported place may lie from a point that it answers for.
        reported: all places that are reported; the timeline's without it.
    """

    def __init__(self, timeline: Timeline, within_m: int = WITHIN_M, reported: Reported | None = None) -> None:
        self._timeline = timeline
        self._within_m = within_m
        self._reported = reported or Reported(timeline.places)
        self._controls: defaultdict[str, list[Control]] = defaultdict(list)
        for control in timeline.controls:
            self._controls[control.place_id].append(control)

    def answer(self, question: Question) -> Answer:
        """Answer one question, by the name where a reported place bears it, else by the point."""
        found = _named(self._reported, question.place) if question.place else ()
        point = question.point
        if point is None:
            return self._by_name(question, found)
        near = [place for place in found if _distance(place, point) <= self._within_m]
        if near:
            return self._at(min(near, key=lambda place: _distance(place, point)), question)
        answer = self._nearest(question, point)
        return answer._replace(note=_joined(answer.note, "the reported place of this name lies elsewhere" if found else ""))

    def _by_name(self, question: Question, found: Sequence[Place]) -> Answer:
        if len(found) > 1:
            return Answer(note=f"several places bear this name: {', '.join(place.id for place in found)}")
        if not found:
            alike = self._reported.suggestions(question.place or "")
            return Answer(note=f"no report names it; alike are: {', '.join(alike)}" if alike else "no report names it")
        return self._at(found[0], question)

    def _nearest(self, question: Question, point: tuple[float, float]) -> Answer:
        """The answer of the nearest place that is reported for the day, within the limit."""
        first = next(self._reported.near(*point), None)
        if first is None:
            return Answer(note="no place is reported at all")
        for place, distance_m in self._reported.near(*point):
            if distance_m > self._within_m:
                break
            if self._on(place, question.day):
                return self._at(place, question)
        nearest = Answer(place=first.place.name, place_id=first.place.id, distance_m=f"{first.distance_m:.0f}")
        return nearest._replace(note=f"no place within {self._within_m} m is reported for that day; the nearest of all is named")

    def _at(self, place: Place, question: Question) -> Answer:
        distance = "" if question.point is None else f"{_distance(place, question.point):.0f}"
        where = Answer(place=place.name, place_id=place.id, distance_m=distance, precision_m=str(place.precision_m))
        controls = self._on(place, question.day)
        if not controls:
            return where._replace(note=silence(self._controls[place.id], question.day, self._timeline.actors))
        return self._words(self._state(where, controls, question.day), controls, question.day)

    def _on(self, place: Place, day: dt.date) -> list[Control]:
        return on(self._controls[place.id], day)

    def _state(self, where: Answer, controls: Sequence[Control], day: dt.date) -> Answer:
        actors = list(dict.fromkeys(actor for control in controls for actor in parties(control)))
        names = [actor_name(actor, self._timeline.actors) for actor in actors]
        where = where._replace(held_by_id="; ".join(actors))
        if not covers(controls[0], day):
            return where._replace(status="in transition", held_by=" or ".join(names))
        end = controls[0].valid_to
        return where._replace(
            status=controls[0].status.value,
            held_by=" / ".join(names),
            valid_from=controls[0].valid_from.isoformat(),
            valid_to=end.isoformat() if end else "",
        )

    def _words(self, state: Answer, controls: Sequence[Control], day: dt.date) -> Answer:
        claims = [self._timeline.claims[claim] for control in controls for claim in control.claims]
        claims.sort(key=lambda claim: _freshness(claim, day))
        last = max((said for claim in claims if (said := _published(claim)) and said <= day), default=None)
        against = sum(len(control.against) for control in controls)
        return state._replace(
            last_report=last.isoformat() if last else "",
            stale="yes" if last and (day - last).days > self._timeline.policy.stale_after_days else "no",
            quotes=_BETWEEN.join(_quote(claim) for claim in claims[:_QUOTES]),
            links=_BETWEEN.join(filter(None, (link(claim.article.url) for claim in claims[:_QUOTES]))),
            claim_ids="; ".join(claim.id for claim in claims),
            note=_joined("" if last else "every report of it is later", f"{against} claims against it" if against else ""),
        )


def silence(controls: Sequence[Control], day: dt.date, actors: Mapping[str, Actor]) -> str:
    """Why nobody is named for a day on which none of a place's intervals says who held it."""
    later = [control for control in controls if control.valid_from > day]
    if not later:
        return "reported, but nobody is said to have held it"
    first = later[0]
    who = " / ".join(actor_name(actor, actors) for actor in parties(first)) or "nobody named"
    return f"no report reaches back to that day; first reported: {who}, {first.status.value} on {first.valid_from}"


def _named(reported: Reported, written: str) -> tuple[Place, ...]:
    """The places of a name; of "Hajin, Deir ez-Zor" those of what stands before the comma, where the whole is no name."""
    return reported.named(written) or reported.named(re.split("[,،]", written)[0].strip())


def _joined(*notes: str) -> str:
    return "; ".join(filter(None, notes))


def _distance(place: Place, point: tuple[float, float]) -> float:
    return metres(*point, place.lon, place.lat)


def _published(claim: Claim) -> dt.date | None:
    return bounds(claim.article.published).latest if claim.article.published else None


def _freshness(claim: Claim, day: dt.date) -> tuple[bool, int, str]:
    """The newest up to a day first, then the soonest after it."""
    published = _published(claim) or dt.date.max
    return (published > day, abs((published - day).days), claim.id)


def _quote(claim: Claim) -> str:
    row = row_of(claim)
    return f"{claim.evidence.quote} ({row})" if row else claim.evidence.quote

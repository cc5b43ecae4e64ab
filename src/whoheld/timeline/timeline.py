"""The timeline: who held what, when, according to whom, and as known on which day."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from whoheld.claims import Claims
from whoheld.issues import Issues
from whoheld.memo import Kept, Memo, Progress, Unkept, silent
from whoheld.model import Actor, Claim, Control, Issue, Judgement, Place, Policy, Status
from whoheld.timeline import intervals
from whoheld.timeline.bitemporal import Known, nouns
from whoheld.timeline.independence import linked
from whoheld.timeline.judging import judge
from whoheld.timeline.observations import UNUSABLE
from whoheld.timeline.stories import Law, flattened, now_told, of_stories, stories


class Change(NamedTuple):
    """A place of which two days say different things; None is no report, or in transition."""

    place_id: str
    before: Control | None
    after: Control | None


@dataclass(frozen=True)
class Timeline:
    """What the reports say of every place and day.

    Attributes:
        claims: as judged; rejected ones are not among them.
        intervals: by ``intervals.SCHEMA``, sorted by place, then time; cores of one place are disjoint.
        unused: ids of the claims of a known place that no interval rests on; sorted by place, then id.
        places: id -> place, of all that claims speak of.
        actors: id -> actor; an actor that no registry knows has its surface form as id, and is not here.
        policy: the numbers and sides that it was folded with.
        issues: disputes, and what could not take part, with the reason.
        law: what each place's story is told by.
        tell: tells the stories, or gives those that are told.
    """

    claims: Claims
    intervals: pa.Table
    unused: Sequence[str]
    places: Mapping[str, Place]
    actors: Mapping[str, Actor]
    policy: Policy
    issues: Issues
    law: Law
    tell: Callable[[], Kept]

    @cached_property
    def controls(self) -> tuple[Control, ...]:
        """The intervals, as nouns."""
        return tuple(intervals.controls(self.intervals))

    @property
    def background(self) -> tuple[Claim, ...]:
        """Claims of a known place that no interval rests on: listed there, drawn hollow; sorted by place, then id."""
        return tuple(self.claims[claim] for claim in self.unused)

    @property
    def stories(self) -> Kept:
        """What was known of each place at every time, by ``stories.SCHEMA``, sorted by place."""
        return self.tell()

    def at(self, day: dt.date) -> dict[str, Control]:
        """Place id -> the interval whose certain core holds the day; a place without a report, or in transition, is left out."""
        return {control.place_id: control for control in self.controls if covers(control, day)}

    def diff(self, before: dt.date, after: dt.date) -> list[Change]:
        """The places that changed hands or status between two days, sorted."""
        old, new = self.at(before), self.at(after)
        changes = (Change(place, old.get(place), new.get(place)) for place in sorted({*old, *new}))
        return [change for change in changes if _state(change.before) != _state(change.after)]

    def span(self) -> tuple[dt.date, dt.date] | None:
        """The first and the last day that anything is said of, both inclusive; None of an empty timeline."""
        told = self.intervals
        if not told.num_rows:
            return None
        first = pc.min(pc.coalesce(told["valid_from_earliest"], told["valid_from"])).as_py()
        return first, max(pc.max(told[name]).as_py() for name in ("valid_from", "last_reported"))

    def placed(self) -> frozenset[str]:
        """The places that an interval or a recap tells of: those on the map."""
        recaps = pc.is_in(self.claims.table["id"], pa.array(self.unused, pa.string()))
        return frozenset(self.intervals["place_id"].to_pylist() + self.claims.table.filter(recaps)["place"].to_pylist())

    def left_out(self) -> Issues:
        """Why claims of a known place take no part: one for each of them."""
        found = self.issues.of_stage("timeline")
        return found.only(pc.is_in(found.table["kind"], pa.array(UNUSABLE)))

    def disputed(self) -> frozenset[str]:
        """The places that are disputed at some time."""
        told = self.intervals.filter(pc.equal(self.intervals["status"], Status.DISPUTED.value))
        return frozenset(told["place_id"].to_pylist())

    def bitemporal(self) -> list[Known]:
        """Every interval with the days on which it was known, sorted by place, known time, valid time.

        The rows known on a day are exactly the controls of the timeline built with that ``known_at``.
        """
        return [known for batch in self.stories.batches("known") for known in nouns(flattened(batch["known"]))]


def build(  # noqa: PLR0913 - one argument for each of the things that a timeline depends on, most of them by name
    claims: Claims | Iterable[Claim],
    judgements: Iterable[Judgement] = (),
    policy: Policy | None = None,
    known_at: dt.date | None = None,
    *,
    reprints: Iterable[tuple[str, str]] = (),
    places: Mapping[str, Place] | None = None,
    actors: Mapping[str, Actor] | None = None,
    memo: Memo | None = None,
    progress: Progress = silent,
) -> Timeline:
    """Fold claims into a timeline. Pure: neither the order nor the repetition of the input matters.

    Args:
        claims: located; those without a place's id take no part.
        judgements: a person's words on them; they apply at every known date, the retraction of an article from its day on.
        policy: the theatre's rules and sides; the default policy without it.
        known_at: use only what was published by this day; everything without it.
        reprints: pairs of ids of near-identical articles.
        places: what is known of places; otherwise what the claims' own mentions say.
        actors: what is known of actors, for the sides of parts of a body.
        memo: keeps what is told of each place; without it what was known when is told when somebody asks.
        progress: told of how many places are told, and of how many.
    """
    policy, places, actors = policy or Policy(), places or {}, actors or {}
    judged = judge(claims, judgements, places)
    cut = None if known_at is None else known_at.toordinal()
    kept = judged.claims if cut is None else judged.claims.with_known(cut)
    retracted = {article: day.toordinal() for article, day in judged.retracted.items()}
    law = Law(policy, actors, cut, linked(reprints), retracted)
    found = _places(kept, places)
    tell = cache(partial(stories, kept, found, law, memo or Unkept(), progress))
    told = of_stories(tell()) if memo else now_told(kept, found, law)
    return Timeline(
        claims=kept,
        intervals=told.intervals,
        unused=told.unused,
        places=found,
        actors=actors,
        policy=policy,
        issues=Issues.of(judged.issues) + told.issues + _disputed(told.intervals, found),
        law=law,
        tell=tell,
    )


def _places(claims: Claims, places: Mapping[str, Place]) -> dict[str, Place]:
    """The places that claims speak of; one that no gazetteer describes is as the first claim that locates it says."""
    named = claims.table["place"].unique().drop_null().to_pylist()
    found = {place: places[place] for place in named if place in places}
    strange = pa.array([place for place in named if place not in found], pa.string())
    for claim in claims.some(np.flatnonzero(np.asarray(pc.is_in(claims.table["place"], strange)))):
        if place := _as_located(claim):
            found.setdefault(place.id, place)
    return {place: found[place] for place in sorted(found)}


def _as_located(claim: Claim) -> Place | None:
    place = claim.place
    if place.id is None or place.lon is None or place.lat is None or place.precision_m is None:
        return None
    return Place(
        id=place.id,
        kind=place.kind or "settlement",
        name=place.name or place.text,
        lon=place.lon,
        lat=place.lat,
        precision_m=place.precision_m,
        source=f"as located by claim {claim.id}",
    )


def covers(control: Control, day: dt.date) -> bool:
    """Whether the certain core of an interval holds a day."""
    return control.valid_from <= day and (control.valid_to is None or day < control.valid_to)


def _state(control: Control | None) -> tuple[Status, str | None, tuple[str, ...]] | None:
    return (control.status, control.actor, control.other_actors) if control else None


def _disputed(told: pa.Table, places: Mapping[str, Place]) -> list[Issue]:
    disputed = told.filter(pc.equal(told["status"], Status.DISPUTED.value))
    return [_dispute(control, places[control.place_id]) for control in intervals.controls(disputed)]


def _dispute(control: Control, place: Place) -> Issue:
    until = f"until {control.valid_to}" if control.valid_to else "and unsettled"
    accounts = " and ".join(control.other_actors) or "nobody"
    message = f"sources contradict each other on who held {place.name}: {accounts}, from {control.valid_from} {until}"
    return Issue(stage="timeline", kind="disputed", message=message, source=place.id, claim=control.claims[0], text=place.name)

"""The timeline: who held what, when, according to whom, and as known on which day."""

import datetime as dt
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from whoheld.model import Actor, Claim, Control, Issue, Judgement, Place, Policy, Status, known_by
from whoheld.timeline import intervals
from whoheld.timeline.bitemporal import Known, Ledger
from whoheld.timeline.independence import linked
from whoheld.timeline.judging import judge
from whoheld.timeline.observations import observe, table
from whoheld.timeline.voices import Rules, Sides


class Change(NamedTuple):
    """A place of which two days say different things; None is no report, or in transition."""

    place_id: str
    before: Control | None
    after: Control | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the reports say of every place and day.

    Attributes:
        controls: the intervals, sorted by place, then time; cores of one place are disjoint.
        claims: id -> claim as judged; rejected ones are not among them.
        background: claims of a known place that no interval rests on: listed there, drawn hollow; sorted by place, then id.
        places: id -> place, of all that claims speak of.
        actors: id -> actor; an actor that no registry knows has its surface form as id, and is not here.
        policy: the numbers and sides that it was folded with.
        issues: disputes, and what could not take part, with the reason.
        ledger: what the fold at any known date needs.
    """

    controls: tuple[Control, ...]
    claims: Mapping[str, Claim]
    background: tuple[Claim, ...]
    places: Mapping[str, Place]
    actors: Mapping[str, Actor]
    policy: Policy
    issues: tuple[Issue, ...]
    ledger: Ledger

    def at(self, day: dt.date) -> dict[str, Control]:
        """Place id -> the interval whose certain core holds the day; a place without a report, or in transition, is left out."""
        return {control.place_id: control for control in self.controls if _covers(control, day)}

    def diff(self, before: dt.date, after: dt.date) -> list[Change]:
        """The places that changed hands or status between two days, sorted."""
        old, new = self.at(before), self.at(after)
        changes = (Change(place, old.get(place), new.get(place)) for place in sorted({*old, *new}))
        return [change for change in changes if _state(change.before) != _state(change.after)]

    def span(self) -> tuple[dt.date, dt.date] | None:
        """The first and the last day that anything is said of, both inclusive; None of an empty timeline."""
        if not self.controls:
            return None
        first = min(control.valid_from_earliest or control.valid_from for control in self.controls)
        return first, max(max(control.valid_from, control.last_reported) for control in self.controls)

    def bitemporal(self) -> list[Known]:
        """Every interval with the days on which it was known, sorted by place, known time, valid time.

        The rows known on a day are exactly the controls of the timeline built with that ``known_at``.
        """
        return list(self.ledger.known())


def build(  # noqa: PLR0913 - one argument for each of the things that a timeline depends on, most of them by name
    claims: Iterable[Claim],
    judgements: Iterable[Judgement] = (),
    policy: Policy | None = None,
    known_at: dt.date | None = None,
    *,
    reprints: Iterable[tuple[str, str]] = (),
    places: Mapping[str, Place] | None = None,
    actors: Mapping[str, Actor] | None = None,
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
    """
    policy, places, actors = policy or Policy(), places or {}, actors or {}
    judged = judge(claims, judgements, places)
    cut = None if known_at is None else known_at.toordinal()
    sides = Sides(policy, actors)
    known = _places(judged.claims, places)
    observed = observe((judged.claims[claim] for claim in sorted(judged.claims)), known, sides, policy.dispute_window_days)
    known_then = (seen for seen in observed.observations if cut is None or seen.known <= cut)
    retracted = {article: day.toordinal() for article, day in judged.retracted.items()}
    ledger = Ledger(table(known_then), linked(reprints), retracted, Rules.of(policy, sides), cut)
    controls = tuple(intervals.controls(ledger.intervals()))
    kept = {claim.id: claim for claim in judged.claims.values() if cut is None or _known(claim) <= cut}
    shown = {claim.place.id for claim in kept.values()}
    found = {place: known[place] for place in sorted(known) if place in shown}
    listed = [issue for issue in observed.issues if issue.claim in kept]
    return Timeline(
        controls=controls,
        claims=kept,
        background=tuple(kept[claim] for claim in ledger.unused(_used(controls))),
        places=found,
        actors=actors,
        policy=policy,
        issues=(*judged.issues, *listed, *_disputed(controls, found)),
        ledger=ledger,
    )


def _known(claim: Claim) -> float:
    """The day (ordinal) on which a claim was public at the latest; of an undated article that day never comes."""
    known = known_by(claim.article)
    return known.toordinal() if known else math.inf


def _places(claims: Mapping[str, Claim], places: Mapping[str, Place]) -> dict[str, Place]:
    """The places that claims speak of; one that no gazetteer describes is as the first claim that locates it says."""
    found: dict[str, Place] = {}
    for claim in (claims[key] for key in sorted(claims)):
        place = claim.place
        if place.id is None or place.id in found:
            continue
        if place.id in places:
            found[place.id] = places[place.id]
        elif place.lon is not None and place.lat is not None and place.precision_m is not None:
            found[place.id] = Place(
                id=place.id,
                kind=place.kind,
                name=place.name or place.text,
                lon=place.lon,
                lat=place.lat,
                precision_m=place.precision_m,
                source=f"as located by claim {claim.id}",
            )
    return found


def _used(controls: Iterable[Control]) -> Iterable[str]:
    return (claim for control in controls for claim in (*control.claims, *control.against))


def _covers(control: Control, day: dt.date) -> bool:
    return control.valid_from <= day and (control.valid_to is None or day < control.valid_to)


def _state(control: Control | None) -> tuple[Status, str | None, tuple[str, ...]] | None:
    return (control.status, control.actor, control.other_actors) if control else None


def _disputed(controls: Iterable[Control], places: Mapping[str, Place]) -> list[Issue]:
    return [_dispute(control, places[control.place_id]) for control in controls if control.status is Status.DISPUTED]


def _dispute(control: Control, place: Place) -> Issue:
    until = f"until {control.valid_to}" if control.valid_to else "and unsettled"
    accounts = " and ".join(control.other_actors) or "nobody"
    message = f"sources contradict each other on who held {place.name}: {accounts}, from {control.valid_from} {until}"
    return Issue(stage="timeline", kind="disputed", message=message, source=place.id, claim=control.claims[0], text=place.name)

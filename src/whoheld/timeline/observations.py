"""From claims to dated observations: what each says of its place, of which days, in whose voice.

Days are ordinals (``datetime.date.toordinal``). A claim that says since when a state has lasted is two observations: of the
beginning, and of the day of publication.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import IntEnum
from operator import attrgetter
from typing import NamedTuple

import pyarrow as pa

from whoheld.actors import phrase
from whoheld.interval import bounds
from whoheld.lang.descriptors import names_nobody
from whoheld.model import BY_HAND, Basis, Claim, Extent, Issue, Modality, Party, Relation, Telling, known_by
from whoheld.timeline.voices import OWN_VOICES, Sides

UNUSABLE = ("undated", "impossible", "future", "unknown_actor")
"""The kinds of issues that keep a claim of a known place out of the timeline."""


_UNDATED = (
    "nobody says when the article was published, and so since when this is known, whatever day it tells of: "
    "give the article's date to let the claim take part"
)


class Says(IntEnum):
    """What an observation says of the place; the values are the order in which one day's reports are read."""

    HOLDS = 0
    SPLIT = 1
    LEFT = 2


@dataclass(frozen=True, slots=True)
class Observation:
    """One claim's word on its place.

    Attributes:
        claim, article, place: ids.
        actor: who holds, fights or has left; empty where a fight names nobody, or a part has only a loser.
        other: the loser, where the claim names one beside the actor.
        start: the first day on which what is seen may have begun; None is open.
        day: the last such day; the day that the observation stands for.
        seen: a day on which it was so at the earliest reading; no later than ``day``.
        known: the last day on which it may have been published, or the day on which its place became known.
        change: a change of hands, rather than a look at who is there.
        firm: not hedged.
        partial: it speaks of a part of the place only.
        area: it speaks of the surroundings only.
        recap: undated and told as background: it starts and ends nothing.
        fresh: told as news, so that its publication is a report that it is still so.
        voice, side: who says so.
        offset: where in the article it says so.
    """

    claim: str
    article: str
    place: str
    says: Says
    actor: str
    other: str | None
    start: int | None
    day: int
    seen: int
    known: int
    change: bool
    firm: bool
    partial: bool
    area: bool
    recap: bool
    fresh: bool
    voice: str
    side: str | None
    offset: int


_TYPES: Mapping[object, pa.DataType] = {bool: pa.bool_(), int: pa.int32(), int | None: pa.int32(), Says: pa.int8()}
SCHEMA = pa.schema([(field.name, _TYPES.get(field.type, pa.string())) for field in fields(Observation)])
"""The columns of a table of observations, those of ``Observation``; strings may come as dictionaries."""


def table(observations: Iterable[Observation]) -> pa.Table:
    """Observations as a table, sorted by claim."""
    rows = sorted(observations, key=attrgetter("claim"))
    return pa.table([[getattr(seen, name) for seen in rows] for name in SCHEMA.names], schema=SCHEMA)


class Observed(NamedTuple):
    """What claims say, and those that say nothing that can be dated or ascribed, with the reason."""

    observations: list[Observation]
    issues: list[Issue]


class _Days(NamedTuple):
    start: int | None
    day: int
    seen: int


class _UnusableError(Exception):
    """A claim that cannot take part; carries the kind and the message of its issue."""


def observe(claims: Iterable[Claim], places: Container[str], sides: Sides, window_days: int) -> Observed:
    """The observations of claims about places; denied claims and those without a place's id say nothing.

    Args:
        claims: as judged.
        places: ids of the places whose position is known.
        sides: whose voice is whose.
        window_days: a state whose stated days ended longer before publication is told as lasting since then.
    """
    found = Observed([], [])
    for claim in claims:
        if claim.place.id is None or claim.modality is Modality.DENIED:
            continue
        if claim.place.id not in places:
            found.issues.append(_issue(claim, "unknown_place", f"nothing says where {claim.place.id} lies"))
            continue
        try:
            found.observations.extend(_observations(claim, sides, window_days))
        except _UnusableError as error:
            kind, message = error.args
            found.issues.append(_issue(claim, kind, message))
    return Observed(_by_speaker(found.observations), found.issues)


def _by_speaker(observations: Sequence[Observation]) -> list[Observation]:
    """What an article says in its own voice, as a headline does, and also puts in a speaker's mouth is that speaker's word."""
    speakers: dict[tuple[object, ...], tuple[str, str | None]] = {}
    for seen in sorted(observations, key=lambda seen: seen.voice, reverse=True):
        if not seen.voice.startswith(OWN_VOICES):
            speakers[_said(seen)] = (seen.voice, seen.side)
    told = []
    for seen in observations:
        speaker = speakers.get(_said(seen))
        own = seen.voice.startswith(OWN_VOICES)
        told.append(replace(seen, voice=speaker[0], side=speaker[1]) if own and speaker else seen)
    return told


def _said(seen: Observation) -> tuple[object, ...]:
    """What an article says, and since when it is known: what becomes known later changes nothing of what was known before."""
    return seen.article, seen.known, seen.place, seen.says, seen.actor


def _issue(claim: Claim, kind: str, message: str) -> Issue:
    url, article, text = claim.article.url, claim.article.id, claim.place.text
    return Issue(stage="timeline", kind=kind, message=message, source=url, article=article, claim=claim.id, text=text)


def _observations(claim: Claim, sides: Sides, window_days: int) -> list[Observation]:
    says, actor, other = _statement(claim)
    days = _days(claim, window_days)
    dated = claim.when.basis in (Basis.STATED, Basis.DATELINE) and (claim.when.earliest or claim.when.latest) is not None
    recap = claim.telling is Telling.BACKGROUND and not dated
    voice = sides.voice(claim)
    *beginning, last = days
    return [
        Observation(
            claim=claim.id,
            article=claim.article.id,
            place=claim.place.id or "",
            says=says,
            actor=actor,
            other=other,
            start=span.start,
            day=span.day,
            seen=span.seen,
            known=_known(claim),
            change=span in beginning or claim.relation in (Relation.GAINED, Relation.LOST),
            firm=claim.modality is not Modality.HEDGED,
            partial=claim.extent is Extent.PART,
            area=claim.extent is Extent.AREA,
            recap=recap,
            fresh=claim.telling is not Telling.BACKGROUND,
            voice=voice.name,
            side=voice.side,
            offset=claim.evidence.start,
        )
        for span in (*beginning, last)
    ]


def _statement(claim: Claim) -> tuple[Says, str, str | None]:
    """What a claim says, of whom, and against whom. Part of a place held, taken or lost is a place that is split."""
    actor, loser = _name(claim, claim.actor), _name(claim, claim.loser)
    if claim.relation is Relation.CONTESTED:
        return Says.SPLIT, actor or loser or "", loser if actor else None
    if claim.relation is Relation.GAINED and not actor and loser:
        actor, loser, relation = loser, None, Relation.LOST
    else:
        relation = claim.relation
    if not actor:
        words = next((said for party in (claim.actor, claim.loser) if party is not None and (said := _words(party))), "")
        whoever = f"{words!r} may be anyone, and the text does not say who: the map names nobody for it"
        raise _UnusableError("unknown_actor", whoever if words else "the text names nobody who holds, took or lost the place")
    if claim.extent is Extent.PART:
        return (Says.SPLIT, "", actor) if relation is Relation.LOST else (Says.SPLIT, actor, loser)
    return (Says.LEFT if relation is Relation.LOST else Says.HOLDS), actor, loser


def _name(claim: Claim, party: Party | None) -> str | None:
    """An actor's id, or its surface form where the registry does not know it; nobody where a text has common nouns only."""
    if party is None:
        return None
    said = _words(party)
    told = claim.rule == BY_HAND or not names_nobody(claim.article.language, phrase(said))
    return party.id or (said if told else "") or None


def _words(party: Party) -> str:
    return " ".join((party.text or "").split())


def _published(claim: Claim) -> _Days:
    if claim.article.published is None:
        raise _UnusableError("undated", _UNDATED)
    earliest, latest = bounds(claim.article.published)
    assert earliest is not None  # noqa: S101 - a partial date always has both ends
    assert latest is not None  # noqa: S101
    return _Days(None, latest.toordinal(), earliest.toordinal())


def _known(claim: Claim) -> int:
    """The last day on which what it says, and of which place, may have become known."""
    known = known_by(claim.article)
    assert known is not None  # noqa: S101 - what is undated has been left out
    return max(known, claim.place.known_from or known).toordinal()


def _days(claim: Claim, window_days: int) -> list[_Days]:
    """The days that a claim speaks of: one span, or, for a state said to last since some days, the beginning and publication."""
    published, when = _published(claim), claim.when
    first = when.earliest.toordinal() if when.earliest else None
    last = when.latest.toordinal() if when.latest else None
    if first is not None and last is not None and last < first:
        raise _UnusableError("impossible", f"its days end ({when.latest}) before they begin ({when.earliest})")
    if first is not None and first > published.day:
        raise _UnusableError("future", f"it speaks of {when.earliest}, after its own publication on {claim.article.published}")
    day = published.day if last is None else min(last, published.day)
    if first is None:
        return [_Days(None, day, published.seen if day == published.day else day)]
    if claim.relation in (Relation.GAINED, Relation.LOST):
        return [_Days(first, day, first)]
    if last is None:
        return [_Days(first, first, first), published]
    if claim.telling is Telling.STATE and day < published.seen - window_days:
        return [_Days(first, day, first), published]
    return [_Days(first if claim.relation is Relation.CONTESTED else None, day, first)]

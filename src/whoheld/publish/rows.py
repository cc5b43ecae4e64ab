"""The one table that serves every consumer: plain rows, each an interval of a place as it was known for a time.

Half-open on both axes. ``valid_from``/``valid_to`` bound the certain core, ``valid_from_earliest``/``valid_to_latest`` the outer
bounds. ``known_from``/``known_to`` say from when to when the published reports gave this row; what is known now has no
``known_to``.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from whoheld.interval import ALWAYS, Bounds, bounds, to_ms
from whoheld.model import Actor, Claim, Control, Place, Telling
from whoheld.publish.colours import NOBODY, colours
from whoheld.publish.escaping import link, printable
from whoheld.timeline import Known, Timeline, covers, flattened

SEPARATOR = "; "
"""Between the items of ``other_actors`` and ``claim_ids``."""


class Row(NamedTuple):
    """One interval, ready for any viewer.

    Attributes:
        valid_from, valid_to: ISO days, None is open.
        from_ms, to_ms: the same in epoch milliseconds, open is the year 9999, for viewers without dates.
        n_claims: claims that support it.
        quote, source_url: the earliest published of them.
        lon, lat: WGS 84 degrees, become the geometry.
    """

    place_id: str
    name: str
    actor: str | None
    status: str
    valid_from: str
    valid_to: str | None
    from_ms: int
    to_ms: int
    valid_from_earliest: str | None
    valid_to_latest: str | None
    known_from: str
    known_to: str | None
    actor_name: str | None
    colour: str
    other_actors: str | None
    extent: str
    last_reported: str
    n_claims: int
    n_independent: int
    precision_m: int
    quote: str
    source_url: str | None
    claim_ids: str
    lon: float
    lat: float


COLUMNS = tuple(column for column in Row._fields if column not in {"lon", "lat"})
"""The columns of every layer, in their order; the geometry comes after them."""

DATES = tuple(column for column in COLUMNS if column.startswith(("valid_", "known_")) or column == "last_reported")
"""Those that hold days, for formats that have a type for them."""


NUMBERS = frozenset({"from_ms", "to_ms", "n_claims", "n_independent", "precision_m"})
"""Those that hold whole numbers."""


class Looks(NamedTuple):
    """How actors are shown.

    Attributes:
        colours: of those that are on the map, ``#rrggbb``.
        actors: the registry that knows their names.
    """

    colours: Mapping[str, str]
    actors: Mapping[str, Actor]

    def name(self, actor: str | None) -> str | None:
        """The name shown; None of nobody."""
        return actor_name(actor, self.actors) if actor else None

    def colour(self, actor: str | None) -> str:
        """The colour; that of nobody where none holds alone."""
        return self.colours[actor] if actor else NOBODY


def looks(timeline: Timeline, window: Bounds = ALWAYS) -> Looks:
    """How the actors are shown whose intervals a window touches."""
    shown: set[str] = set()
    for batch in timeline.stories.batches("known"):
        told = flattened(batch["known"])
        told = told.filter(_touching(told, window))
        shown.update(told["actor"].unique().drop_null().to_pylist(), pc.list_flatten(told["other_actors"]).unique().to_pylist())
    return Looks(colours(shown, timeline.actors), timeline.actors)


def rows(timeline: Timeline, window: Bounds = ALWAYS) -> list[Row]:
    """All intervals of all known times that a window of days touches, sorted by place, then known and valid time."""
    shown = looks(timeline, window)
    places = groupby(timeline.bitemporal(), key=lambda known: known.control.place_id)
    return [
        row
        for place, told in places
        for row in of_place(
            timeline.places[place], [known for known in told if touches(known.control, window)], timeline.claims, shown
        )
    ]


def of_place(place: Place, told: Iterable[Known], claims: Mapping[str, Claim], shown: Looks) -> list[Row]:
    """The rows of one place, by known and valid time."""
    return sorted((_row(place, known, claims, shown) for known in told), key=_order)


def _touching(told: pa.Table, window: Bounds) -> pa.ChunkedArray:
    """``touches`` of a table of intervals."""
    found = pa.chunked_array([pa.array(np.ones(told.num_rows, bool))])
    if window.latest:
        begins = pc.coalesce(told["valid_from_earliest"], told["valid_from"])
        found = pc.and_(found, pc.less_equal(begins, window.latest))
    if window.earliest:
        found = pc.and_(found, pc.fill_null(pc.greater(told["valid_to_latest"], window.earliest), True))
    return found


def touches(control: Control, window: Bounds) -> bool:
    """Whether an interval, to its stated bounds, has a day in common with a window (both its ends are inclusive).

    A start without an outer bound ("on or before") is stated for no day before the core.
    """
    first, end = control.valid_from_earliest or control.valid_from, control.valid_to_latest
    return (window.latest is None or first <= window.latest) and (end is None or window.earliest is None or window.earliest < end)


def parties(control: Control) -> tuple[str, ...]:
    """Everyone that an interval names, its holder first."""
    return ((control.actor,) if control.actor else ()) + control.other_actors


def actor_name(actor: str, actors: Mapping[str, Actor], language: str = "en") -> str:
    """The name shown for an actor: in the language asked for, else any that the theatre has, else the words of the reports."""
    names = actors[actor].names if actor in actors else {}
    return names.get(language) or next(iter(names.values()), actor)


def is_borrowed(place: Place) -> bool:
    """Whether a place has no point of its own and stands at its parent's or at a neighbouring town's, as its source says."""
    return any(said in place.source for said in ("no citable point", ", point of "))


def in_transition(control: Control, day: dt.date) -> bool:
    """Whether a day lies between a stated outer bound of an interval and its certain core; an open bound states nothing."""
    first, last = control.valid_from_earliest, control.valid_to_latest
    began = first is not None and first <= day < control.valid_from
    ends = control.valid_to is not None and last is not None and control.valid_to <= day < last
    return began or ends


def on(controls: Sequence[Control], day: dt.date) -> list[Control]:
    """Of a place's intervals the one whose certain core holds a day, else those between whose stated bounds it lies."""
    return [c for c in controls if covers(c, day)] or [c for c in controls if in_transition(c, day)]


def known_at(timeline: Timeline) -> dt.date | None:
    """The day after which nothing published went into a timeline; None where everything did."""
    last = timeline.law.known_at
    return None if last is None else dt.date.fromordinal(last)


def first_report(claims: Iterable[Claim]) -> Claim:
    """The earliest published of some claims, news before recaps; an undated one comes last, and the id decides between equals."""
    return min(claims, key=lambda claim: (claim.telling is Telling.BACKGROUND, _published(claim), claim.id))


def _published(claim: Claim) -> dt.date:
    latest = bounds(claim.article.published).latest if claim.article.published else None
    return latest or dt.date.max


def _row(place: Place, known: Known, claims: Mapping[str, Claim], shown: Looks) -> Row:
    control = known.control
    first = first_report(claims[claim] for claim in control.claims)
    row = Row(
        place_id=place.id,
        name=place.name,
        actor=control.actor,
        status=control.status.value,
        valid_from=control.valid_from.isoformat(),
        valid_to=_iso(control.valid_to),
        from_ms=to_ms(control.valid_from),
        to_ms=to_ms(control.valid_to),
        valid_from_earliest=_iso(control.valid_from_earliest),
        valid_to_latest=_iso(control.valid_to_latest),
        known_from=known.known_from.isoformat(),
        known_to=_iso(known.known_to),
        actor_name=shown.name(control.actor),
        colour=shown.colour(control.actor),
        other_actors=SEPARATOR.join(control.other_actors) or None,
        extent=control.extent.value,
        last_reported=control.last_reported.isoformat(),
        n_claims=len(control.claims),
        n_independent=control.n_independent,
        precision_m=place.precision_m,
        quote=first.evidence.quote,
        source_url=link(first.article.url),
        claim_ids=SEPARATOR.join(control.claims),
        lon=place.lon,
        lat=place.lat,
    )
    return Row._make(printable(value) if isinstance(value, str) else value for value in row)


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _order(row: Row) -> tuple[str, str, str, str, str]:
    return (row.place_id, row.known_from, row.known_to or "", row.valid_from, row.claim_ids)

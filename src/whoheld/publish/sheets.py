"""Sheets: all that is published of one place, in every form, made from its story, its claims and how its actors look.

Every file is made of sheets, one after the other. A sheet is made again only when something that it is made from has changed.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from whoheld.claims import Rows
from whoheld.interval import ALWAYS, Bounds
from whoheld.memo import Kept, Memo, Progress, Unkept, silent
from whoheld.model import Claim, Extent, Status, known_by
from whoheld.publish import kml, layers, nountables
from whoheld.publish.evidence import evidence, nowhere
from whoheld.publish.rows import DATES, NUMBERS, Looks, Row, looks, of_place, touches
from whoheld.timeline import NOWHERE, Known, Timeline, flattened, grouped, nouns

STATUSES = tuple(Status)
EXTENTS = tuple(Extent)


def _field(name: str) -> pa.Field:
    if name in NUMBERS:
        return pa.field(name, pa.int64())
    kinds = {"lon": pa.float64(), "lat": pa.float64(), **dict.fromkeys(DATES, pa.date32())}
    return pa.field(name, kinds.get(name, pa.string()))


ROW = pa.schema(list(map(_field, Row._fields)))
"""A row with its types."""

MARK = pa.schema(
    {
        "actor": pa.string(),
        "others": pa.list_(pa.string()),
        **dict.fromkeys(("status", "extent", "independent"), pa.int32()),
        **dict.fromkeys(("from", "to", "earliest", "latest", "reported", "known_from", "known_to"), pa.date32()),
    }
)
"""An interval as the page draws it; statuses and extents as their positions in ``STATUSES`` and ``EXTENTS``."""

SCHEMA = pa.schema(
    {
        "key": pa.string(),
        "place": pa.string(),
        "shown": pa.bool_(),
        "rows": pa.list_(pa.struct(list(ROW))),
        "marks": pa.list_(pa.struct(list(MARK))),
        "recap": pa.date32(),
        "geojson": pa.large_string(),
        "csv": pa.large_string(),
        "kml": pa.list_(pa.struct({"folder": pa.string(), "styles": pa.list_(pa.string()), "text": pa.string()})),
        "evidence": pa.large_string(),
        "claims": pa.list_(pa.struct(list(nountables.CLAIMS.schema()))),
    }
)
"""A place a row; that of ``NOWHERE`` holds the claims whose place is not known.

``shown`` is false of a place all of whose intervals lie outside of the window. ``marks`` are in the order of the page, those
known now first; ``recap`` is the day from which a recap is known that supports no interval; ``evidence`` is what the page shows
on a click; the other columns are what goes into the file of that name.
"""

_AT_ONCE = 1_000
"""Claims that are models at one time."""


class _Folder(NamedTuple):
    """What the sheets of a timeline are made from."""

    timeline: Timeline
    window: Bounds
    looks: Looks
    groups: Mapping[str, Rows]


def sheets(timeline: Timeline, window: Bounds = ALWAYS, memo: Memo | Unkept | None = None, progress: Progress = silent) -> Kept:
    """The sheets of all places, by ``SCHEMA``, sorted by place.

    Args:
        timeline: what is published.
        window: intervals that touch none of these days are left out; claims never are.
        memo: keeps those that need not be made again.
        progress: told of how many others are made, and of how many.
    """
    made_from = _Folder(timeline, window, looks(timeline, window), grouped(timeline.claims, timeline.places))

    def make(which: Sequence[int]) -> Iterator[pa.RecordBatch]:
        batch: list[dict[str, object]] = []
        size = 0
        for done, place in enumerate(which, 1):
            (story,) = timeline.stories.rows(place, 1)
            batch.append(_sheet(made_from, story))
            size += len(made_from.groups[story["place"][0].as_py()])
            progress(done, len(which))
            if size > _AT_ONCE:
                yield pa.RecordBatch.from_pylist(batch, SCHEMA)
                batch, size = [], 0
        if batch:
            yield pa.RecordBatch.from_pylist(batch, SCHEMA)

    return (memo or Unkept()).renewed(SCHEMA, list(_keys(made_from)), make)


def unfolded(pages: Kept, column: str) -> Iterator[pa.RecordBatch]:
    """The rows of a column of lists, place by place, some at a time."""
    for batch in pages.batches(column):
        yield from flattened(batch[column]).to_batches()


def box(pages: Kept) -> list[float]:
    """The box of all rows: west, south, east, north; empty where there is none."""
    ends = [[pc.min_max(rows[axis]).as_py() for axis in ("lon", "lat")] for rows in unfolded(pages, "rows") if rows.num_rows]
    if not ends:
        return []
    return [pick(end[at][side] for end in ends) for side, pick in (("min", min), ("max", max)) for at in range(2)]


def _keys(made_from: _Folder) -> Iterator[str]:
    """For each sheet a hash of all that it is made from."""
    timeline, shown = made_from.timeline, made_from.looks
    window = [day and day.isoformat() for day in made_from.window]
    for batch in timeline.stories.batches("key", "place", "known"):
        for key, place, actors in zip(batch["key"].to_pylist(), batch["place"].to_pylist(), _actors(batch["known"]), strict=True):
            seen = [[actor, shown.colours.get(actor), shown.name(actor)] for actor in actors]
            of = timeline.places[place].model_dump(mode="json") if place else None
            yield hashlib.sha256(json.dumps([key, of, seen, window]).encode()).hexdigest()


def _actors(known: pa.ListArray) -> list[list[str]]:
    """The actors that each place's intervals name, sorted."""
    told, place = flattened(known), np.asarray(pc.list_parent_indices(known))
    others = told["other_actors"].combine_chunks()
    named = pc.list_flatten(others)
    rows = np.asarray(pc.list_parent_indices(others))
    actors = pa.concat_arrays([told["actor"].combine_chunks(), named]).dictionary_encode()
    names = actors.dictionary.to_pylist()
    codes = np.asarray(pc.fill_null(actors.indices, -1))
    pairs = np.unique(np.stack([np.concatenate([place, place[rows]]), codes], axis=1), axis=0).tolist()
    found: list[list[str]] = [[] for _ in range(len(known))]
    for at, code in pairs:
        if code >= 0:
            found[at].append(names[code])
    return [sorted(some) for some in found]


def _sheet(made_from: _Folder, story: pa.RecordBatch) -> dict[str, Any]:
    timeline, place_id = made_from.timeline, story["place"][0].as_py()
    claims = {claim.id: claim for claim in timeline.claims.some(made_from.groups[place_id])}
    own = [nountables.CLAIMS.record(claim) for claim in claims.values()]
    if place_id == NOWHERE:
        return {"place": place_id, "shown": False, "evidence": nowhere(claims.values()), "claims": own}
    told = [known for known in nouns(flattened(story["known"])) if touches(known.control, made_from.window)]
    rows = of_place(timeline.places[place_id], told, claims, made_from.looks)
    told.sort(key=_page_order)
    return {
        "place": place_id,
        "shown": bool(told) or not len(story["known"][0]),
        "rows": [_typed(row) for row in rows],
        "marks": [_mark(known) for known in told],
        "recap": _recap([claims[claim] for claim in story["unused"][0].as_py()]),
        "geojson": layers.features(rows),
        "csv": layers.lines(rows),
        "kml": [some._asdict() for some in kml.placemarks(rows)],
        "evidence": evidence(claims.values(), told),
        "claims": own,
    }


def _page_order(known: Known) -> tuple[bool, dt.date, dt.date, tuple[str, ...]]:
    """What is known now comes first: its ends then follow from the next row's start."""
    return (known.known_to is not None, known.control.valid_from, known.known_from, known.control.claims)


def _typed(row: Row) -> dict[str, object]:
    days = {name: day and dt.date.fromisoformat(day) for name in DATES for day in [getattr(row, name)]}
    return row._asdict() | days


def _mark(known: Known) -> dict[str, object]:
    control = known.control
    return {
        "actor": control.actor,
        "others": control.other_actors,
        "status": STATUSES.index(control.status),
        "extent": EXTENTS.index(control.extent),
        "independent": control.n_independent,
        "from": control.valid_from,
        "to": control.valid_to,
        "earliest": control.valid_from_earliest,
        "latest": control.valid_to_latest,
        "reported": control.last_reported,
        "known_from": known.known_from,
        "known_to": known.known_to,
    }


def _recap(background: Sequence[Claim]) -> dt.date | None:
    return min(filter(None, (known_by(claim.article) for claim in background)), default=None)

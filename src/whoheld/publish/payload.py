"""Everything that the page knows, as one gzip block in base64: columns of numbers, names, base map and evidence.

The block is the only road by which text of strangers reaches a page. ``web/payload.js`` reads it.
"""

import base64
import datetime as dt
import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from whoheld.geodata.outlines import AREA_KINDS, Outline
from whoheld.interval import Bounds
from whoheld.model import Extent, Place, Status, known_by
from whoheld.publish import basemap
from whoheld.publish.colours import colours
from whoheld.publish.columns import Columns
from whoheld.publish.evidence import chunks, record
from whoheld.publish.manifest import Limits
from whoheld.publish.outlines import outlines
from whoheld.publish.rows import parties, touches
from whoheld.timeline import Known, Timeline

UNITS_PER_DEGREE = 10_000
"""Of places: 11 m, finer than any precision that a gazetteer claims."""

OPEN = 1 << 20
"""Stands for a day that is open (to the left: negative): no run of days is as long."""

STATUSES = tuple(Status)
EXTENTS = tuple(Extent)
_EVERYTHING_IS_KNOWN = dt.date(1, 1, 1)


@dataclass(frozen=True)
class Labels:
    """What a page says of itself.

    Attributes:
        title: language code -> the theatre or subject.
        attribution: sources and licences, a line each.
        language: of the interface at first, ``en`` or ``ar``; None for the reader's own.
        evidence: whether the quotes go into the page.
        outline: whether the lines of the base map do.
        areas: whether the page opens with estimated areas drawn.
        tiles: address template of online map tiles, with ``{z}``, ``{x}`` and ``{y}``.
        limits: what the edition leaves out on purpose.
    """

    title: Mapping[str, str] = field(default_factory=dict)
    attribution: Sequence[str] = ()
    language: str | None = None
    evidence: bool = True
    outline: bool = True
    areas: bool = False
    tiles: str | None = None
    limits: Limits = field(default_factory=Limits)


def encode(timeline: Timeline, labels: Labels) -> str:
    """The block in base64; the same timeline gives the same characters."""
    columns = Columns()
    by_place = _rows(timeline, labels.limits.window)
    places = sorted((timeline.places[place] for place in by_place), key=_along_curve)
    rows = [by_place[place.id] for place in places]
    start = _first_day(timeline, rows)
    header = {
        "labels": _labels(labels),
        "start": start.toordinal() - dt.date(1970, 1, 1).toordinal(),
        "span": [day.isoformat() for day in _span(timeline, labels.limits.window)],
        "stale": timeline.policy.stale_after_days,
        **_actors_and_rows(columns, timeline, rows, start),
        **_places(columns, timeline, places, start),
        "evidence": _evidence(columns, timeline, [place.id for place in places], rows) if labels.evidence else [],
        "unplaced": _unplaced(timeline) if labels.evidence else [],
    }
    _base(columns, places if labels.outline else [])
    header["columns"] = columns.layout
    return _seal(header, columns.tobytes())


def _seal(header: Mapping[str, Any], data: bytes) -> str:
    text = _json(header)
    block = len(text).to_bytes(4, "little") + text + data
    return base64.b64encode(gzip.compress(block, 9, mtime=0)).decode("ascii")


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _labels(labels: Labels) -> dict[str, Any]:
    return {
        "title": dict(labels.title),
        "attribution": list(labels.attribution),
        "language": labels.language,
        "areas": labels.areas,
        "tiles": labels.tiles,
        "limits": labels.limits.model_dump(mode="json"),
    }


def _rows(timeline: Timeline, window: Bounds) -> dict[str, list[Known]]:
    """The intervals of every place on the map, also of those that are only named in background."""
    found: dict[str, list[Known]] = {place: [] for place in timeline.places}
    outside = set()
    for known in timeline.bitemporal():
        if touches(known.control, window):
            found[known.control.place_id].append(known)
        else:
            outside.add(known.control.place_id)
    return {place: sorted(rows, key=_row_order) for place, rows in found.items() if rows or place not in outside}


def _span(timeline: Timeline, window: Bounds) -> tuple[dt.date, ...]:
    """The first and the last day of the slider; none of an empty timeline."""
    span = timeline.span()
    return () if span is None else (window.earliest or span[0], window.latest or max(span[1], window.earliest or span[1]))


def _row_order(known: Known) -> tuple[bool, dt.date, dt.date, tuple[str, ...]]:
    """What is known now comes first: its ends then follow from the next row's start."""
    return (known.known_to is not None, known.control.valid_from, known.known_from, known.control.claims)


def _first_day(timeline: Timeline, rows: Iterable[Iterable[Known]]) -> dt.date:
    days = [known.control.valid_from for place in rows for known in place]
    return min([*(timeline.span() or ())[:1], *days], default=dt.date(1970, 1, 1))


def _along_curve(place: Place) -> tuple[int, str]:
    """Neighbours on the map are neighbours in the file (z-order of 16-bit coordinates), so that differences are small."""
    x, y = int((place.lon + 180) / 360 * 65535), int((place.lat + 90) / 180 * 65535)
    return (_spread(x) | _spread(y) << 1, place.id)


def _spread(number: int) -> int:
    for shift, mask in ((8, 0x00FF00FF), (4, 0x0F0F0F0F), (2, 0x33333333), (1, 0x55555555)):
        number = (number | number << shift) & mask
    return number


def _places(columns: Columns, timeline: Timeline, places: Sequence[Place], start: dt.date) -> dict[str, Any]:
    outlined = outlines(place.id for place in places)
    for axis, name in enumerate(("lon", "lat")):
        drawn = [outlined[place.id].properties.label[axis] if place.id in outlined else getattr(place, name) for place in places]
        degrees = np.array(drawn, dtype=float)
        columns.add(name, np.diff(np.rint(degrees * UNITS_PER_DEGREE).astype(np.int64), prepend=0))
    _outlines(columns, [outlined.get(place.id) for place in places])
    columns.add("precision", [place.precision_m for place in places])
    columns.add("admin", [place.kind in AREA_KINDS for place in places])
    recaps = _recaps(timeline)
    columns.add("recap", [_day(recaps.get(place.id), start, OPEN) for place in places])
    sources = {source: number for number, source in enumerate(dict.fromkeys(place.source for place in places))}
    columns.add("source", [sources[place.source] for place in places])
    named = {"id": [place.id for place in places], "names": [_names(place) for place in places]}
    return {"places": columns.block(_json(named)), "sources": list(sources)}


def _outlines(columns: Columns, found: Sequence[Outline | None]) -> None:
    """Of each place the number of its rings, of each ring the number of its points, and the points."""
    rings = [outline.rings() if outline else () for outline in found]
    points = [point for place in rings for ring in place for point in ring]
    columns.add("outlineRings", [len(place) for place in rings])
    columns.add("outlineLength", [len(ring) for place in rings for ring in place])
    for axis, name in enumerate(("outlineLon", "outlineLat")):
        degrees = np.array([point[axis] for point in points], dtype=float)
        columns.add(name, np.diff(np.rint(degrees * UNITS_PER_DEGREE).astype(np.int64), prepend=0))


def _names(place: Place) -> str | dict[str, list[str]]:
    """The spellings by language, the name of all layers where none is English; that name alone; or nothing where it is the id."""
    names = {language: list(spellings) for language, spellings in place.names.items() if spellings}
    if names:
        return {"en": [place.name], **names}
    return "" if place.name == place.id else place.name


def _recaps(timeline: Timeline) -> dict[str, dt.date]:
    """Place id -> the day from which a recap that supports no interval is known."""
    found: dict[str, dt.date] = {}
    for claim in timeline.background:
        day = known_by(claim.article) or _EVERYTHING_IS_KNOWN
        found[claim.place.id or ""] = min(day, found.get(claim.place.id or "", day))
    return found


def _actors_and_rows(columns: Columns, timeline: Timeline, rows: Sequence[Sequence[Known]], start: dt.date) -> dict[str, Any]:
    every = [known for place in rows for known in place]
    groups = sorted({known.control.other_actors for known in every})
    shown = sorted({actor for known in every for actor in parties(known.control)})
    palette = colours(shown, timeline.actors)
    number = {actor: index for index, actor in enumerate(shown)}
    group = {others: index for index, others in enumerate(groups)}
    columns.add("rows", [len(place) for place in rows])
    columns.add("actor", [number[known.control.actor] if known.control.actor else -1 for known in every])
    columns.add("others", [group[known.control.other_actors] for known in every])
    columns.add("status", [STATUSES.index(known.control.status) for known in every])
    columns.add("extent", [EXTENTS.index(known.control.extent) for known in every])
    columns.add("independent", [known.control.n_independent for known in every])
    _days(columns, rows, start)
    return {
        "actors": [{"id": actor, "names": _actor_names(timeline, actor), "colour": palette[actor]} for actor in shown],
        "groups": [[number[actor] for actor in others] for others in groups],
        "statuses": [status.value for status in STATUSES],
        "extents": [extent.value for extent in EXTENTS],
    }


def _actor_names(timeline: Timeline, actor: str) -> dict[str, str]:
    return dict(timeline.actors[actor].names) if actor in timeline.actors else {}


def _days(columns: Columns, rows: Sequence[Sequence[Known]], start: dt.date) -> None:
    """Each day as its difference from what it mostly is; ``web/payload.js`` adds the same again."""
    controls = [known.control for place in rows for known in place]
    begins = np.array([_day(control.valid_from, start) for control in controls], dtype=np.int64)
    ends = np.array([_day(control.valid_to, start, OPEN) for control in controls], dtype=np.int64)
    same_place = np.ones(len(controls), dtype=bool)
    same_place[np.cumsum([0, *(len(place) for place in rows if place)])[:-1]] = False
    before = np.where(same_place, np.roll(begins, 1), 0)
    after = np.where(np.roll(same_place, -1), np.roll(begins, -1), OPEN)
    last = np.array([_day(control.last_reported, start) for control in controls], dtype=np.int64)
    columns.add("from", begins - before)
    columns.add("to", ends - after)
    columns.add("earliest", begins - [_day(control.valid_from_earliest, start, -OPEN) for control in controls])
    columns.add("latest", [_day(control.valid_to_latest, start, OPEN) for control in controls] - ends)
    columns.add("reported", last - begins)
    columns.add("knownFrom", [_day(known.known_from, start, -OPEN) for place in rows for known in place] - last)
    columns.add("knownTo", [_day(known.known_to, start, OPEN) - OPEN for place in rows for known in place])


def _day(day: dt.date | None, start: dt.date, if_open: int = OPEN) -> int:
    return if_open if day is None else (day - start).days


def _evidence(
    columns: Columns, timeline: Timeline, places: Sequence[str], rows: Sequence[Sequence[Known]]
) -> list[tuple[int, int, int]]:
    """Of each chunk: how many places it holds, its offset and its length."""
    return [(count, *columns.block(chunk)) for count, chunk in chunks(timeline, places, rows)]


def _unplaced(timeline: Timeline) -> list[dict[str, Any]]:
    """Claims whose place could not be told; they are listed and never drawn."""
    nowhere = (claim for claim in timeline.claims.values() if claim.place.id not in timeline.places)
    return [record(claim) for claim in sorted(nowhere, key=lambda claim: (claim.place.text, claim.id))]


def _base(columns: Columns, places: Sequence[Place]) -> None:
    lines = list(basemap.cut(_box(places))) if places else []
    points = [point for _, line in lines for point in line]
    columns.add("lineKind", [kind for kind, _ in lines])
    columns.add("lineLength", [len(line) for _, line in lines])
    for axis, name in enumerate(("lineLon", "lineLat")):
        columns.add(name, np.diff(np.array([point[axis] for point in points], dtype=np.int64), prepend=0))


def _box(places: Sequence[Place]) -> basemap.Box:
    """The box of all places, with its longer side (four degrees at least) as room on every side: a phone's view is tall."""
    lons, lats = [place.lon for place in places], [place.lat for place in places]
    room = max(max(lons) - min(lons), max(lats) - min(lats), 4)
    return (min(lons) - room, min(lats) - room, max(lons) + room, max(lats) + room)

"""Everything that the page knows, as one gzip block in base64: columns of numbers, names, base map and evidence.

The block is the only road by which text of strangers reaches a page. ``web/payload.js`` reads it.
"""

import base64
import datetime as dt
import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from whoheld.geodata.outlines import AREA_KINDS, Outline
from whoheld.interval import Bounds
from whoheld.memo import Kept, Memo, Unkept
from whoheld.model import Place
from whoheld.publish import basemap
from whoheld.publish.colours import colours
from whoheld.publish.columns import Columns
from whoheld.publish.evidence import chunks
from whoheld.publish.manifest import Limits
from whoheld.publish.outlines import outlines
from whoheld.publish.sheets import EXTENTS, STATUSES, sheets
from whoheld.publish.wording import languages, source_lines
from whoheld.timeline import NOWHERE, Timeline, flattened

UNITS_PER_DEGREE = 10_000
"""Of places: 11 m, finer than any precision that a gazetteer claims."""

OPEN = 1 << 20
"""Stands for a day that is open (to the left: negative): no run of days is as long."""

_EPOCH = dt.date(1970, 1, 1)

Days = npt.NDArray[np.int64]


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
        first_day: before which the slider does not begin of itself.
    """

    title: Mapping[str, str] = field(default_factory=dict)
    attribution: Sequence[str] = ()
    language: str | None = None
    evidence: bool = True
    outline: bool = True
    areas: bool = False
    tiles: str | None = None
    limits: Limits = field(default_factory=Limits)
    first_day: dt.date | None = None


def encode(timeline: Timeline, labels: Labels, pages: Kept | None = None, memo: Memo | Unkept | None = None) -> str:
    """The block in base64; the same timeline gives the same characters.

    Args:
        timeline: what is shown.
        labels: what the page says of itself.
        pages: the timeline's sheets, where they are made already.
        memo: keeps packed evidence.
    """
    window = labels.limits.window
    pages = pages or sheets(timeline, window)
    told, words = pages.table("place", "shown", "marks", "recap"), pages.column("evidence")
    on_map = zip(*(told[name].to_pylist() for name in ("place", "shown")), strict=True)
    order = sorted((_along_curve(timeline.places[place]), at) for at, (place, is_shown) in enumerate(on_map) if is_shown)
    shown = told.take(pa.array([at for _, at in order], pa.int64()))
    places = [timeline.places[place] for place in shown["place"].to_pylist()]
    marks, lengths = flattened(shown["marks"]), np.asarray(pc.list_value_length(shown["marks"]))
    start = _first_day(timeline, marks)
    columns = Columns()
    header = {
        "labels": _labels(labels),
        "start": start.toordinal() - _EPOCH.toordinal(),
        "span": [day.isoformat() for day in _span(timeline, window, labels.first_day)],
        "stale": timeline.policy.stale_after_days,
        **_actors_and_rows(columns, timeline, marks, lengths, start),
        **_places(columns, places, _days_since(shown["recap"], start, OPEN)),
        "evidence": _evidence(columns, words, [at for _, at in order], memo or Unkept()) if labels.evidence else [],
        "unplaced": _unplaced(told["place"], words) if labels.evidence else [],
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
        "attribution": {language: source_lines(labels.attribution, language) for language in languages()},
        "language": labels.language,
        "areas": labels.areas,
        "tiles": labels.tiles,
        "limits": labels.limits.model_dump(mode="json"),
    }


def _span(timeline: Timeline, window: Bounds, first_day: dt.date | None = None) -> tuple[dt.date, ...]:
    """The first and the last day of the slider; none of an empty timeline.

    What began before a theatre's first day stands when the first of the others begins: the slip of one row (1022 for 2022) would
    else make the slider run through centuries, and the war a pixel of it.
    """
    span = timeline.span()
    if span is None:
        return ()
    begins = pc.coalesce(timeline.intervals["valid_from_earliest"], timeline.intervals["valid_from"])
    of_the_war = pc.min(begins.filter(pc.greater_equal(begins, first_day))).as_py() if first_day else None
    first = window.earliest or of_the_war or span[0]
    return first, window.latest or max(span[1], first)


def _first_day(timeline: Timeline, marks: pa.Table) -> dt.date:
    days = [*(timeline.span() or ())[:1], pc.min(marks["from"]).as_py()]
    return min(filter(None, days), default=_EPOCH)


def _along_curve(place: Place) -> tuple[int, str]:
    """Neighbours on the map are neighbours in the file (z-order of 16-bit coordinates), so that differences are small."""
    x, y = int((place.lon + 180) / 360 * 65535), int((place.lat + 90) / 180 * 65535)
    return (_spread(x) | _spread(y) << 1, place.id)


def _spread(number: int) -> int:
    for shift, mask in ((8, 0x00FF00FF), (4, 0x0F0F0F0F), (2, 0x33333333), (1, 0x55555555)):
        number = (number | number << shift) & mask
    return number


def _places(columns: Columns, places: Sequence[Place], recaps: Days) -> dict[str, Any]:
    outlined = outlines(place.id for place in places)
    for axis, name in enumerate(("lon", "lat")):
        drawn = [outlined[place.id].properties.label[axis] if place.id in outlined else getattr(place, name) for place in places]
        degrees = np.array(drawn, dtype=float)
        columns.add(name, np.diff(np.rint(degrees * UNITS_PER_DEGREE).astype(np.int64), prepend=0))
    _outlines(columns, [outlined.get(place.id) for place in places])
    columns.add("precision", [place.precision_m for place in places])
    columns.add("admin", [place.kind in AREA_KINDS for place in places])
    columns.add("recap", recaps)
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


def _actors_and_rows(columns: Columns, timeline: Timeline, marks: pa.Table, lengths: Days, start: dt.date) -> dict[str, Any]:
    parties = [tuple(others) for others in marks["others"].to_pylist()]
    groups = sorted(set(parties))
    actors = marks["actor"].to_pylist()
    shown = sorted({actor for group in groups for actor in group} | {actor for actor in actors if actor})
    palette = colours(shown, timeline.actors)
    number = {actor: index for index, actor in enumerate(shown)}
    group = {others: index for index, others in enumerate(groups)}
    columns.add("rows", lengths)
    columns.add("actor", [number[actor] if actor else -1 for actor in actors])
    columns.add("others", [group[others] for others in parties])
    for name in ("status", "extent", "independent"):
        columns.add(name, marks[name].to_numpy())
    _days(columns, marks, lengths, start)
    return {
        "actors": [{"id": actor, "names": _actor_names(timeline, actor), "colour": palette[actor]} for actor in shown],
        "groups": [[number[actor] for actor in others] for others in groups],
        "statuses": [status.value for status in STATUSES],
        "extents": [extent.value for extent in EXTENTS],
    }


def _actor_names(timeline: Timeline, actor: str) -> dict[str, str]:
    return dict(timeline.actors[actor].names) if actor in timeline.actors else {}


def _days(columns: Columns, marks: pa.Table, lengths: Days, start: dt.date) -> None:
    """Each day as its difference from what it mostly is; ``web/payload.js`` adds the same again."""
    begins, ends = _days_since(marks["from"], start), _days_since(marks["to"], start, OPEN)
    same_place = np.ones(len(begins), dtype=bool)
    same_place[np.cumsum([0, *lengths[lengths > 0]])[:-1]] = False
    before = np.where(same_place, np.roll(begins, 1), 0)
    after = np.where(np.roll(same_place, -1), np.roll(begins, -1), OPEN)
    last = _days_since(marks["reported"], start)
    columns.add("from", begins - before)
    columns.add("to", ends - after)
    columns.add("earliest", begins - _days_since(marks["earliest"], start, -OPEN))
    columns.add("latest", _days_since(marks["latest"], start, OPEN) - ends)
    columns.add("reported", last - begins)
    columns.add("knownFrom", _days_since(marks["known_from"], start) - last)
    columns.add("knownTo", _days_since(marks["known_to"], start, OPEN) - OPEN)


def _days_since(days: pa.ChunkedArray, start: dt.date, if_open: int = OPEN) -> Days:
    """Days as their distances from the first."""
    since = pc.subtract(days.cast(pa.int32()).cast(pa.int64()), (start - _EPOCH).days)
    return np.asarray(pc.fill_null(since, if_open))


def _evidence(columns: Columns, words: pa.ChunkedArray, order: Sequence[int], memo: Memo | Unkept) -> list[tuple[int, int, int]]:
    """Of each chunk: how many places it holds, its offset and its length."""
    return [(count, *columns.block(chunk)) for count, chunk in chunks(words, order, memo)]


def _unplaced(places: pa.ChunkedArray, words: pa.ChunkedArray) -> list[dict[str, Any]]:
    """Claims whose place could not be told; they are listed and never drawn."""
    at = pc.index(places, NOWHERE).as_py()
    return [] if at < 0 else json.loads(words[at].as_py())


def _base(columns: Columns, places: Sequence[Place]) -> None:
    lines = list(basemap.cut(_box(places))) if places else []
    points = np.concatenate([np.empty((0, 2), np.int64), *(line for _, line in lines)])
    columns.add("lineKind", [kind for kind, _ in lines])
    columns.add("lineLength", [len(line) for _, line in lines])
    for axis, name in enumerate(("lineLon", "lineLat")):
        columns.add(name, np.diff(points[:, axis], prepend=0))


def _box(places: Sequence[Place]) -> basemap.Box:
    """The box of all places, with its longer side (four degrees at least) as room on every side: a phone's view is tall."""
    lons, lats = [place.lon for place in places], [place.lat for place in places]
    room = max(max(lons) - min(lons), max(lats) - min(lats), 4)
    return (min(lons) - room, min(lats) - room, max(lons) + room, max(lats) + room)

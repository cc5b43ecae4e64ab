"""One day's map as a matplotlib figure: base map, places, names, legend, date and sources."""

import datetime as dt
import math
import textwrap
import warnings
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple, cast

import numpy as np

from whoheld.errors import UsageError
from whoheld.geodata.outlines import AREA_KINDS, Outline
from whoheld.model import Control, Place, Status
from whoheld.publish import basemap
from whoheld.publish.colours import NOBODY, colours
from whoheld.publish.escaping import visible
from whoheld.publish.manifest import About
from whoheld.publish.outlines import outlines
from whoheld.publish.rows import actor_name, in_transition, is_borrowed, known_at, parties
from whoheld.publish.wording import limit_lines, place_name, source_lines, title, words
from whoheld.timeline import Timeline

try:
    import matplotlib as mpl
    from matplotlib.axes import Axes
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.collections import LineCollection
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D
    from matplotlib.transforms import Bbox, BboxBase
except ModuleNotFoundError as missing:
    raise UsageError("pictures need matplotlib: install whoheld with its extra, whoheld[picture]") from missing

_MARKERS = {Status.HELD: "o", Status.CLAIMED: "o", Status.CONTESTED: "D", Status.DISPUTED: "^", Status.LEFT: "X"}
_FILLED = frozenset({Status.HELD, Status.CONTESTED, Status.DISPUTED})
_HOLE = {"ls": "", "marker": "o", "ms": 4.4, "mfc": "white", "mec": "none", "alpha": 1.0}
"""In the mark of a place that stands at another's point."""
_CLAIMED_DOT = {"ls": "", "marker": "o", "ms": 3.2, "mfc": "#333333", "mec": "none"}
"""In the ring of a place that one side alone claims."""
_STALE_ALPHA = 0.4
_INCHES, _DPI = (10.0, 7.5), 120
_FRAME = (0.02, 0.10, 0.72, 0.82)
"""Left, bottom, width, height of the map as shares of the picture; the legend stands beside it, where it hides nothing."""
_SHAPE = _FRAME[2] * _INCHES[0] / (_FRAME[3] * _INCHES[1])
_MARGIN, _LEAST = 0.08, 0.15
"""Room around the places, as a share of their spread and at least in degrees."""
_LABELS = 60
"""More names than this would cover the map; freshly reported places come first."""
_LINES = {"coast": "#7f95a3", "lake": "#9fb4c2", "river": "#9fc0d6", "boundary": "#b3aba0", "disputed": "#b3aba0"}
_RADIUS_PX = 5
"""What of a place's mark no name may cover."""
_LEGEND_WIDTH = 30
"""Characters; what is longer goes on to the next line."""
_RING_PX = 4
"""Radius of the ring of places that share a point, for each of them."""
_AROUND = (("left", "center", (6, 0)), ("right", "center", (-6, 0)), ("center", "bottom", (0, 6)), ("center", "top", (0, -6)))
"""Where a name may stand beside its place."""
_WORLD = (-180.0, -60.0, 180.0, 75.0)


_Point = tuple[float, float]
"""Longitude and latitude."""

_Entry = tuple[str, list[dict[str, Any]]]
"""A line of the legend: what it says, and the marks that lie upon each other beside it."""


@contextmanager
def reproducible() -> Iterator[None]:
    """Settings under which one input gives one picture, whatever the user's own are; the font comes with matplotlib.

    A character that it lacks is drawn as a box, and nothing more is said of it.
    """
    settings = {"svg.hashsalt": "whoheld", "svg.fonttype": "path", "font.family": ["DejaVu Sans"], "text.parse_math": False}
    with mpl.rc_context(cast("Any", settings)), warnings.catch_warnings():
        warnings.filterwarnings("ignore", r"Glyph \d+ .* missing from font", UserWarning)
        yield


class Spot(NamedTuple):
    """A place as it is drawn on a day.

    Attributes:
        control: None while the place is in transition.
        stale: not reported for longer than the policy allows.
    """

    place: Place
    control: Control | None
    stale: bool


def spots(timeline: Timeline, day: dt.date) -> list[Spot]:
    """The places of which something is said on a day, sorted by id: certain, or between the bounds of a change."""
    certain = timeline.at(day)
    between = {control.place_id for control in timeline.controls if in_transition(control, day)} - certain.keys()
    limit = dt.timedelta(days=timeline.policy.stale_after_days)
    found = [Spot(timeline.places[place], held, day - held.last_reported > limit) for place, held in certain.items()]
    found += [Spot(timeline.places[place], None, stale=False) for place in between]
    return sorted(found, key=lambda spot: spot.place.id)


def draw(timeline: Timeline, day: dt.date, about: About, *, language: str = "en") -> Figure:
    """The map of one day.

    Args:
        timeline: what to draw; the frame is that of all its places, so that pictures of two days can be laid side by side.
        day: the day.
        about: title and sources, as in the folder's manifest.
        language: ``en`` or ``ar``; names are in it where the theatre has them.

    Raises:
        UsageError: there are no words in the language.
    """
    say = words(language)
    with reproducible():
        figure = Figure(figsize=_INCHES, dpi=_DPI, facecolor="white")
        axes = figure.add_axes(_FRAME)
        shown = spots(timeline, day)
        palette = colours({actor for control in timeline.controls for actor in parties(control)}, timeline.actors)
        _draw_base(axes, _box(timeline))
        outlined = outlines(spot.place.id for spot in shown)
        points = _apart(axes, [spot.place for spot in shown], outlined)
        for spot in shown:
            _draw_spot(axes, spot, points[spot.place.id], palette, outlined.get(spot.place.id))
        _draw_legend(axes, shown, timeline, palette, language)
        figure.text(0.02, 0.945, visible(title(about, language)), fontsize=15, weight="bold")
        known = known_at(timeline)
        when = say["as_known"].format(day=day, known=known) if known else day.isoformat()
        figure.text(0.98, 0.945, when, fontsize=15, ha="right")
        shared = len(shown) > len({(spot.place.lon, spot.place.lat) for spot in shown})
        _draw_footer(figure, about, [say["caveat"], *([say["sharing"]] if shared else [])], language)
        fresh_first = sorted(shown, key=lambda spot: spot.stale)
        _draw_names(figure, axes, [spot.place for spot in fresh_first], points, language)
    return figure


def _box(timeline: Timeline) -> basemap.Box:
    places = [timeline.places[control.place_id] for control in timeline.controls]
    if not places:
        return _WORLD
    west, east = min(place.lon for place in places), max(place.lon for place in places)
    south, north = min(place.lat for place in places), max(place.lat for place in places)
    margin = max(_LEAST, _MARGIN * max(east - west, north - south))
    shrink = math.cos(math.radians((south + north) / 2))
    wide, high = (east - west) / 2 + margin, (north - south) / 2 + margin
    wide, high = max(wide, high * _SHAPE / shrink), max(high, wide * shrink / _SHAPE)
    lon, lat = (west + east) / 2, (south + north) / 2
    return (lon - wide, lat - high, lon + wide, lat + high)


def _draw_base(axes: Axes, box: basemap.Box) -> None:
    west, south, east, north = box
    axes.set(xlim=(west, east), ylim=(south, north), autoscale_on=False, xticks=[], yticks=[], facecolor="#f7f5f1")
    lines = defaultdict(list)
    for kind, line in basemap.cut(box):
        lines[basemap.KINDS[kind]].append(np.array(line) / basemap.UNITS_PER_DEGREE)
    for name, found in lines.items():
        dashes = "--" if name == "disputed" else "-"
        axes.add_collection(LineCollection(found, colors=_LINES[name], linewidths=0.8, linestyles=dashes, zorder=1))
    for spine in axes.spines.values():
        spine.set_color("#c9c4bb")


def _apart(axes: Axes, places: Sequence[Place], outlined: Mapping[str, Outline]) -> dict[str, _Point]:
    """Where each place is drawn: places that share a point (their parent's, mostly) in a ring around it, so that none hides.

    A place with an outline stands where its name does.
    """
    sharing: defaultdict[_Point, list[Place]] = defaultdict(list)
    for place in places:
        outline = outlined.get(place.id)
        sharing[outline.properties.label if outline else (place.lon, place.lat)].append(place)
    points: dict[str, _Point] = {}
    for point, found in sharing.items():
        centre = axes.transData.transform(point)
        radius_px = _RING_PX * len(found) if len(found) > 1 else 0
        for number, place in enumerate(found):
            turn = 2 * math.pi * number / len(found)
            lon, lat = axes.transData.inverted().transform(centre + radius_px * np.array([math.sin(turn), math.cos(turn)]))
            points[place.id] = (float(lon), float(lat))
    return points


def _draw_spot(axes: Axes, spot: Spot, point: _Point, palette: Mapping[str, str], outline: Outline | None) -> None:
    alpha, style = _STALE_ALPHA if spot.stale else 1.0, _style(spot, palette)
    if outline:
        edge = LineCollection([*map(np.array, outline.rings())], colors=style["mec"], linewidths=1.6, alpha=alpha, zorder=2)
        axes.add_collection(edge)
        style |= {"ms": 7, "mew": 1.6}
    for layer in [style, *_upon(spot, style)]:
        axes.plot(*point, zorder=2 if spot.place.kind in AREA_KINDS else 3, **{"alpha": alpha} | layer)


def _upon(spot: Spot, style: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What lies upon the mark: a dot where one side alone claims the place, a hole where it stands at another's point."""
    if _is_claimed(spot):
        return [_CLAIMED_DOT | {"mfc": style["mec"]}]
    return [_HOLE | {"marker": style["marker"]}] if _is_hollow(spot) else []


def _is_claimed(spot: Spot) -> bool:
    return spot.control is not None and spot.control.status is Status.CLAIMED and spot.place.kind not in AREA_KINDS


def _is_hollow(spot: Spot) -> bool:
    """Whether a filled mark stands at another place's point, as the page draws it."""
    filled = spot.control is not None and spot.control.status in _FILLED and spot.place.kind not in AREA_KINDS
    return filled and is_borrowed(spot.place)


def _style(spot: Spot, palette: Mapping[str, str]) -> dict[str, Any]:
    """How a state looks: told apart by shape and filling as well as by colour; districts and provinces are hollow squares."""
    if spot.control is None:
        return {"ls": "", "marker": "o", "ms": 7, "mfc": "none", "mec": NOBODY, "mew": 1.2}
    colour = palette[spot.control.actor] if spot.control.actor else NOBODY
    if spot.place.kind in AREA_KINDS:
        return {"ls": "", "marker": "s", "ms": 13, "mfc": "none", "mec": colour, "mew": 2.0}
    hollow = spot.control.status is Status.CLAIMED
    style = {"ls": "", "marker": _MARKERS[spot.control.status], "ms": 8, "mfc": "white" if hollow else colour}
    return style | {"mec": colour if hollow else "#333333", "mew": 2.0 if hollow else 0.6}


def _draw_legend(axes: Axes, shown: Sequence[Spot], timeline: Timeline, palette: Mapping[str, str], language: str) -> None:
    say = words(language)
    holders = Counter(spot.control.actor for spot in shown if spot.control and spot.control.actor)
    states = Counter(spot.control.status for spot in shown if spot.control)
    entries: list[_Entry] = []
    for actor, count in sorted(holders.items(), key=lambda item: (-item[1], item[0])):
        look = {"ls": "", "marker": "o", "ms": 8, "mfc": palette[actor], "mec": "#333333", "mew": 0.6}
        entries.append((f"{visible(actor_name(actor, timeline.actors, language))}  {count}", [look]))
    for status in (Status.CLAIMED, Status.CONTESTED, Status.DISPUTED, Status.LEFT):
        if states[status]:
            hollow = "white" if status is Status.CLAIMED else NOBODY
            look = {"ls": "", "marker": _MARKERS[status], "ms": 8, "mfc": hollow, "mec": "#333333", "mew": 0.9}
            layers = [look, _CLAIMED_DOT] if status is Status.CLAIMED else [look]
            entries.append((f"{say[f'{status.value}_long']}  {states[status]}", layers))
    entries += _counted(say["transition"], [spot for spot in shown if spot.control is None], {"mfc": "none", "mec": NOBODY})
    areas = [spot for spot in shown if spot.place.kind in AREA_KINDS]
    entries += _counted(say["area_long"], areas, {"marker": "s", "mfc": "none", "mec": "#333333"})
    hollow_spots = [spot for spot in shown if _is_hollow(spot)]
    entries += _counted(say["borrowed"], hollow_spots, {"mfc": NOBODY, "mec": "#333333", "mew": 0.6}, _HOLE)
    stale = say["stale"].format(days=timeline.policy.stale_after_days)
    entries += _counted(stale, [spot for spot in shown if spot.stale], {"mfc": NOBODY, "mec": NOBODY, "alpha": _STALE_ALPHA})
    if entries:
        handles = [tuple(Line2D([], [], **layer) for layer in layers) for _, layers in entries]
        labels = [textwrap.fill(label, _LEGEND_WIDTH) for label, _ in entries]
        axes.legend(handles, labels, loc="upper left", bbox_to_anchor=(1.005, 1.01), fontsize=9, frameon=False)


def _counted(label: str, found: Sequence[Spot], look: dict[str, Any], *upon: dict[str, Any]) -> list[_Entry]:
    return [(f"{label}  {len(found)}", [{"ls": "", "marker": "o", "ms": 8, **look}, *upon])] if found else []


def _draw_footer(figure: Figure, about: About, notes: Sequence[str], language: str) -> None:
    lines = [
        *notes,
        *limit_lines(about.limits, language),
        *source_lines(about.attribution, language),
        f"whoheld {about.version}",
    ]
    text = visible("  ·  ".join(lines))
    figure.text(0.02, 0.08, text, fontsize=7.5, va="top", wrap=True, color="#444444")


def _draw_names(figure: Figure, axes: Axes, places: Sequence[Place], points: Mapping[str, _Point], language: str) -> None:
    """Write the names that find room: right, left, above or below of their place, and never over another name."""
    renderer = FigureCanvasAgg(figure).get_renderer()  # type: ignore[no-untyped-call]
    marks = [axes.transData.transform(points[place.id]) for place in places]
    taken = [Bbox([mark - _RADIUS_PX, mark + _RADIUS_PX]) for mark in marks]
    for place in places[:_LABELS]:
        name = visible(place_name(place, language))
        for align, valign, offset in _AROUND:
            text = axes.annotate(
                name, points[place.id], offset, textcoords="offset points", fontsize=8, ha=align, va=valign, zorder=4
            )
            extent = text.get_window_extent(renderer)
            if _inside(axes.bbox, extent) and not any(extent.overlaps(other) for other in taken):
                taken.append(extent)
                break
            text.remove()


def _inside(frame: BboxBase, extent: BboxBase) -> bool:
    return frame.x0 <= extent.x0 and extent.x1 <= frame.x1 and frame.y0 <= extent.y0 and extent.y1 <= frame.y1

"""One colour for each actor, the same in every layer, picture and page."""

from collections.abc import Iterable, Mapping, Sequence

from whoheld.model import Actor
from whoheld.publish.vision import difference, full_difference

NOBODY = "#8a8a8a"
"""Contested, disputed, left: no actor's colour may stand for it."""

_SPARE = (
    *("#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377", "#ee7733", "#0077bb", "#33bbee", "#ee3377", "#cc3311"),
    *("#009988", "#332288", "#88ccee", "#44aa99", "#117733", "#999933", "#ddcc77", "#cc6677", "#882255", "#aa4499", "#77aadd"),
    *("#99ddff", "#44bb99", "#bbcc33", "#aaaa00", "#eedd88", "#ee8866", "#ffaabb", "#222255", "#225555", "#225522", "#666633"),
    *("#663333",),
)
"""Paul Tol's qualitative schemes, made for readers with any common colour vision; none stands for a side."""

_PLAIN = 12.0
"""Two actors of one map differ by this much (see ``vision.difference``), where their number allows it; a dot of six pixels needs
about ten. With it the shipped theatres stay above ten for any fourteen of their actors."""


def colours(shown: Iterable[str], actors: Mapping[str, Actor]) -> dict[str, str]:
    """Actor id -> ``#rrggbb``: the theatre's choice, unless some reader could not tell it from another's on the same map.

    An actor whose colour is taken gets the spare colour most like it that is plain to see, one who has none the spare colour
    least like those already on the map. Known actors choose first, and those that are part of no other.

    Args:
        shown: the actors of the map, known to the theatre or not; their order does not matter.
        actors: the theatre's registry.
    """
    queue = sorted(set(shown), key=lambda actor: _standing(actor, actors))
    wanted = {actor: found.colour.lower() for actor in queue if (found := actors.get(actor)) and found.colour}
    chosen: dict[str, str] = {}
    for actor, colour in wanted.items():
        if _apart(colour, [*chosen.values(), NOBODY]) >= _PLAIN:
            chosen[actor] = colour
    for actor in queue:
        if actor not in chosen:
            chosen[actor] = _spare(wanted.get(actor), [*chosen.values(), NOBODY])
    return chosen


def _standing(actor: str, actors: Mapping[str, Actor]) -> tuple[bool, bool, str]:
    known = actors.get(actor)
    return (known is None, known is not None and known.parent is not None, actor)


def _spare(wanted: str | None, taken: Sequence[str]) -> str:
    plain = [colour for colour in _SPARE if _apart(colour, taken) >= _PLAIN]
    if wanted and plain:
        return min(plain, key=lambda colour: full_difference(colour, wanted))
    return max(_SPARE, key=lambda colour: _apart(colour, taken))


def _apart(colour: str, taken: Sequence[str]) -> float:
    return min(difference(colour, other) for other in taken)

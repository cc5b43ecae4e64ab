"""One colour for each actor, the same in every layer, picture and page."""

from collections.abc import Iterable, Mapping

from whoheld.model import Actor

NOBODY = "#8a8a8a"
"""Contested, disputed, left: no actor's colour may stand for it."""

_SPARE = ("#332288", "#117733", "#44aa99", "#88ccee", "#ddcc77", "#cc6677", "#aa4499", "#882255", "#999933", "#6699cc", "#997700")
"""Paul Tol's qualitative schemes, which readers with any common colour blindness tell apart; none stands for a side."""

_RED, _GREEN, _BLUE = 3, 4, 2
"""How much the eye makes of a difference in each channel, roughly."""


def colours(shown: Iterable[str], actors: Mapping[str, Actor]) -> dict[str, str]:
    """Actor id -> ``#rrggbb``: the theatre's choice, else the spare colour that is least like those already on the map.

    Args:
        shown: the actors of the map, known to the theatre or not; their order does not matter.
        actors: the theatre's registry.
    """
    wanted = sorted(set(shown))
    chosen = {actor: found.colour.lower() for actor in wanted if (found := actors.get(actor)) and found.colour}
    for actor in wanted:
        if actor not in chosen:
            taken = [*chosen.values(), NOBODY]
            chosen[actor] = max(_SPARE, key=lambda spare: min(_unlike(spare, other) for other in taken))
    return chosen


def _unlike(one: str, other: str) -> int:
    """The squared distance of two colours."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return sum(weight * (a - b) ** 2 for weight, (a, b) in zip((_RED, _GREEN, _BLUE), pairs, strict=True))

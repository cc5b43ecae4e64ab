"""One colour for each actor, the same in every layer, picture and page."""

from collections.abc import Iterable, Mapping

from whoheld.model import Actor

NOBODY = "#8a8a8a"
"""Contested, disputed, left: no actor's colour may stand for it."""

_SPARE = ("#332288", "#117733", "#44aa99", "#88ccee", "#ddcc77", "#cc6677", "#aa4499", "#882255", "#999933", "#6699cc", "#997700")
"""Paul Tol's qualitative schemes, which readers with any common colour blindness tell apart; none stands for a side."""


def colours(shown: Iterable[str], actors: Mapping[str, Actor]) -> dict[str, str]:
    """Actor id -> ``#rrggbb``: the theatre's choice, else one of the spare colours that no other actor shown has.

    Args:
        shown: the actors of the map, known to the theatre or not; their order does not matter.
        actors: the theatre's registry.
    """
    wanted = sorted(set(shown))
    chosen = {actor: found.colour.lower() for actor in wanted if (found := actors.get(actor)) and found.colour}
    spare = [colour for colour in _SPARE if colour not in chosen.values()] or list(_SPARE)
    without = [actor for actor in wanted if actor not in chosen]
    return chosen | {actor: spare[number % len(spare)] for number, actor in enumerate(without)}

"""One name looked up by hand: what it may mean, ranked, with the reasons."""

from whoheld.gazetteer import Gazetteer
from whoheld.geodata import Theatre
from whoheld.locate.resolve import resolve
from whoheld.model import Mention


def find(name: str, gazetteer: Gazetteer, theatre: Theatre | None = None, near: str | None = None) -> Mention:
    """The name as if a text had it, with its ranked candidates.

    Args:
        name: as a text writes it, in any script.
        gazetteer: where to look.
        theatre: whose places and countries go first; None for the whole world.
        near: another place that the text would name beside it.
    """
    mentions = [Mention(text=name, start=0, end=len(name))]
    content = name
    if near:
        content = f"{name}, {near}"
        mentions.append(Mention(text=near, start=len(name) + 2, end=len(content)))
    return resolve(content, mentions, gazetteer, theatre)[0]

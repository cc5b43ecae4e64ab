"""What parties mean: which actors, whether two are one, and whether one is a state, an armed group or bears a name."""

from whoheld.actors import Meaning
from whoheld.extract.phrases.phrase import Party
from whoheld.text import key

_STATE = frozenset({"government", "army", "police", "coalition"})
"""Kinds of actors that are a state or its men."""
_MOST = 0.9
"""The share of those a name may mean that makes it a state's: "the government" is an armed group's in one country of 174."""


def ids(party: Party | None) -> frozenset[str]:
    """The actors that a party may mean; none of nobody and of who is not registered."""
    return frozenset(meaning.actor.id for meaning in party.meanings) if party is not None else frozenset()


def same(one: Party | None, other: Party | None) -> bool:
    """Whether two parties are one, by their words or by what they mean; nobody is the same as nobody.

    Rebels are no government's men, although who rebelled in one country has become the government there.
    """
    if one is None or one is other:
        return one is not None
    return not (ids(one).isdisjoint(ids(other)) or _opposed(one, other))


def _opposed(one: Party, other: Party | None) -> bool:
    return other is not None and ((one.nonstate and of_state(other)) or (other.nonstate and of_state(one)))


def named(party: Party) -> bool:
    """Whether a party bears a name, and not only a common noun ("the rebels")."""
    return party.proper or any(not meaning.alias.text.islower() for meaning in party.meanings)


def one_body(party: Party) -> bool:
    """Whether a name in the plural is that of one body, of which one says "it" ("the Syrian Democratic Forces")."""
    names = (meaning.alias.text for meaning in party.meanings)
    return any(" " in name and name.rsplit(maxsplit=1)[-1].istitle() and key(name).endswith(party.noun or "-") for name in names)


def armed_group(meaning: Meaning) -> bool:
    """Whether a meaning is that of a group by its name."""
    return meaning.actor.kind == "armed_group" and not meaning.alias.text.islower()


def of_state(party: Party) -> bool:
    """Whether a party is a state or its men, registered or not."""
    return (
        (party.statal and not party.meanings)
        or party.town is not None
        or (bool(party.meanings) and sum(m.actor.kind in _STATE for m in party.meanings) >= _MOST * len(party.meanings))
    )

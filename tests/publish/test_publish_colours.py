"""Every actor has a colour of its own for as long as there are enough."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from whoheld.model import Actor
from whoheld.publish.colours import NOBODY, colours

KNOWN = {
    "A": Actor(id="A", names={}, colour="#56B4E9"),
    "B": Actor(id="B", names={}, colour="#332288"),
    "C": Actor(id="C", names={}),
}
ids = st.lists(st.sampled_from(["A", "B", "C", *(f"unknown {number}" for number in range(30))]))


@given(ids)
def test_every_actor_shown_has_a_colour_and_none_is_nobodys(shown: list[str]) -> None:
    found = colours(shown, KNOWN)
    assert found.keys() == set(shown)
    assert NOBODY not in found.values()
    assert all(len(colour) == 7 and colour.startswith("#") for colour in found.values())


@given(ids, st.randoms())
def test_the_order_does_not_matter(shown: list[str], random: Random) -> None:
    again = shown * 2
    random.shuffle(again)
    assert colours(again, KNOWN) == colours(shown, KNOWN)


@given(st.lists(st.sampled_from(["A", "B", "C", *(f"unknown {number}" for number in range(8))]), unique=True, max_size=11))
def test_no_two_actors_share_one_while_there_are_enough(shown: list[str]) -> None:
    found = colours(shown, KNOWN)
    assert len(set(found.values())) == len(shown)


def test_the_theatres_choice_stands_and_another_is_unlike_it() -> None:
    found = colours(["A", "unknown"], KNOWN)
    assert found["A"] == "#56b4e9"
    assert found["unknown"] not in {"#88ccee", "#6699cc"}

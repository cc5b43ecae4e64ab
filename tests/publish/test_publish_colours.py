"""Actors on one map can be told apart, whatever the reader's colour vision, and in whatever order they come."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whoheld import geodata
from whoheld.model import Actor
from whoheld.publish.colours import NOBODY, colours
from whoheld.publish.vision import difference

PLAIN_AT_A_GLANCE = 10.0


def _least(palette: dict[str, str]) -> float:
    return min(itertools.starmap(difference, itertools.combinations([*palette.values(), NOBODY], 2)))


@pytest.mark.parametrize("theatre", geodata.theatres())
@settings(max_examples=settings().max_examples // 4)
@given(st.data())
def test_any_fourteen_actors_of_a_theatre_are_told_apart(theatre: str, data: st.DataObject) -> None:
    actors = {actor.id: actor for actor in geodata.theatre(theatre).actors}
    shown = data.draw(st.lists(st.sampled_from(sorted(actors)), min_size=2, max_size=14, unique=True))
    assert _least(colours(shown, actors)) >= PLAIN_AT_A_GLANCE


@given(st.lists(st.sampled_from("ABCDEFGH"), min_size=2, unique=True))
def test_actors_that_no_theatre_knows_are_told_apart_too(shown: list[str]) -> None:
    assert _least(colours(shown, {})) >= PLAIN_AT_A_GLANCE


@given(st.permutations("ABCDEF"))
def test_order_does_not_matter(shown: list[str]) -> None:
    actors = {name: Actor(id=name, names={"en": name}, colour="#4477aa" if name in "AB" else None) for name in shown}
    assert colours(shown, actors) == colours(sorted(shown), dict(sorted(actors.items())))


def test_a_theatre_keeps_its_colours_where_readers_can_tell_them_apart() -> None:
    actors = {name: Actor(id=name, names={"en": name}, colour=colour) for name, colour in (("A", "#4477AA"), ("B", "#E69F00"))}
    assert colours(["A", "B"], actors) == {"A": "#4477aa", "B": "#e69f00"}


def test_two_actors_of_one_colour_do_not_share_it() -> None:
    actors = {name: Actor(id=name, names={"en": name}, colour="#4477aa") for name in "AB"}
    palette = colours("AB", actors)
    assert palette["A"] == "#4477aa"
    assert difference(palette["A"], palette["B"]) >= PLAIN_AT_A_GLANCE


@pytest.mark.parametrize(("one", "other"), [("#ff0000", "#00a000"), ("#3366ff", "#9933ff")])
def test_colours_that_some_readers_confuse_differ_less_to_them(one: str, other: str) -> None:
    assert difference(one, other) < difference("#000000", "#ffffff")
    assert difference(one, other) == difference(other, one)

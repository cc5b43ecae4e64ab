"""The fold over columns, plain and compiled, equals the reference."""

import datetime as dt
from itertools import groupby
from operator import attrgetter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference.intervals import intervals as reference
from saying import POLICY, say, told
from test_laws import KNOWN, MANY

from whoheld.model import Actor
from whoheld.timeline import compiling, intervals
from whoheld.timeline.coding import code
from whoheld.timeline.fold import fold
from whoheld.timeline.observations import Observation, Says, observe, table
from whoheld.timeline.voices import Rules, Sides

ACTORS = {
    "YPG": Actor(id="YPG", names={"en": "YPG"}, parent="SDF"),
    "SDF": Actor(id="SDF", names={"en": "SDF"}),
}
RULES = Rules.of(POLICY, Sides(POLICY, ACTORS))


def observed(claims, known_at):
    unique = sorted({claim.id: claim for claim in claims}.values(), key=attrgetter("id"))
    places = {claim.place.id for claim in unique}
    found = observe(unique, places, RULES.sides, RULES.window_days).observations
    return [seen for seen in found if known_at is None or seen.known <= known_at.toordinal()]


def expected(observations):
    by_place = groupby(sorted(observations, key=attrgetter("place")), key=attrgetter("place"))
    return [control for _, seen in by_place for control in reference(seen, RULES)]


def folded(observations):
    coded = code(table(observations), RULES)
    return list(intervals.controls(intervals.Naming(coded).tables(fold(coded))))


@given(MANY, st.one_of(st.none(), KNOWN))
def test_the_fold_is_the_reference(claims, known_at):
    observations = observed(claims, known_at)
    assert folded(observations) == expected(observations)


SPANS = [("2018-12-12", "2018-12-13"), ("2018-12-13", "2018-12-13"), ("2018-12-11", "2018-12-14"), ("2018-12-14", "2018-12-14")]


@pytest.mark.parametrize("of_place", SPANS)
@pytest.mark.parametrize("of_surroundings", SPANS)
def test_the_days_of_a_place_and_of_its_surroundings_are_told_apart(of_place, of_surroundings):
    place = say("SDF", "gained", earliest=of_place[0], latest=of_place[1])
    surroundings = say("SDF", "gained", earliest=of_surroundings[0], latest=of_surroundings[1], extent="area", by="Agency")
    found = expected(observed([place, surroundings], None))
    assert folded(observed([place, surroundings], None)) == found
    assert [known.control for known in told(place, surroundings).bitemporal() if known.known_to is None] == found


def test_days_that_lie_ages_apart_are_in_order():
    random = Random(1)  # noqa: S311 - no secret
    observations = [
        lone(f"{number:05}", f"{number // 2:04}", *random.choices(range(1, dt.date.max.toordinal()), k=2))
        for number in range(12_000)
    ]
    assert folded(observations) == expected(observations)


def lone(claim, place, day, known):
    """A look at who holds a place, in a voice of its own."""
    actor, told = f"actor {claim[-1]}", dict.fromkeys(("change", "partial", "area", "recap"), False)
    days = {"start": None, "day": day, "seen": day, "known": known}
    return Observation(
        claim,
        claim,
        place,
        Says.HOLDS,
        actor,
        other=None,
        firm=True,
        fresh=True,
        voice=claim,
        side=None,
        offset=0,
        **days,
        **told,
    )


@pytest.mark.slow
def test_the_compiled_fold_is_the_reference(monkeypatch):  # its first use compiles for a minute
    pytest.importorskip("numba", reason="the extra `fast` is not installed")
    monkeypatch.setattr(compiling, "_WORTH_IT", 1)

    @given(MANY, st.one_of(st.none(), KNOWN))
    @settings(max_examples=600, deadline=None)
    def equal(claims, known_at):
        observations = observed(claims, known_at)
        assert folded(observations) == expected(observations)

    equal()

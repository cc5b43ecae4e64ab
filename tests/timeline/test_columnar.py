"""The fold over columns, plain and compiled, equals the reference."""

from itertools import groupby
from operator import attrgetter

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
from whoheld.timeline.observations import observe, table
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

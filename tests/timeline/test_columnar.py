"""The compiled fold over columns equals the reference."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from saying import POLICY, say
from test_laws import KNOWN, MANY

from whoheld.model import Actor
from whoheld.timeline import build
from whoheld.timeline.observations import observe
from whoheld.timeline.voices import Sides

pytestmark = pytest.mark.slow  # the first use compiles, which takes a minute or two
columnar = pytest.importorskip("whoheld.timeline.columnar", reason="the extra `fast` is not installed")

ACTORS = {
    "YPG": Actor(id="YPG", names={"en": "YPG"}, parent="SDF"),
    "SDF": Actor(id="SDF", names={"en": "SDF"}),
}


def columns_of(claims):
    sides = Sides(POLICY, ACTORS)
    unique = {claim.id: claim for claim in claims}.values()
    return columnar.table(observe(unique, {claim.place.id for claim in unique}, sides, POLICY.dispute_window_days).observations)


def rows_of(timeline):
    return [control.model_dump(mode="json") for control in timeline.controls]


def rows_in(table):
    dates = ("valid_from", "valid_to", "valid_from_earliest", "valid_to_latest", "last_reported")
    return [row | {name: row[name] and row[name].isoformat() for name in dates} for row in table.to_pylist()]


@given(MANY, st.one_of(st.none(), KNOWN))
@settings(max_examples=600, deadline=None)
def test_the_columnar_fold_is_the_reference(claims, known_at):
    found = columnar.fold(columns_of(claims), POLICY, known_at, ACTORS)
    assert rows_in(found) == rows_of(build(claims, (), POLICY, known_at, actors=ACTORS))


def test_ids_of_another_kind_are_refused():
    claim = say("SDF", "gained", when="2018-12-14").model_copy(update={"id": "short"})
    with pytest.raises(ValueError, match="hexadecimal"):
        columnar.fold(columns_of([claim]), POLICY)

"""The laws of the timeline, over claims that conflict, are imprecise, attributed, hedged, recapped or partial."""

import datetime as dt
from itertools import pairwise

from hypothesis import assume, example, given
from hypothesis import strategies as st
from saying import POLICY, say

from whoheld.interval import bounds
from whoheld.model import Judgement
from whoheld.timeline import build

START = dt.date(2018, 1, 1)
DAYS = st.integers(0, 60).map(lambda n: (START + dt.timedelta(days=n)).isoformat())
DATES = st.one_of(DAYS, DAYS, st.sampled_from(["2018-01", "2018-02", "2018", "2017-12"]))
ACTORS = st.sampled_from(["SDF", "ISIS", "SYR", "YPG", None])


@st.composite
def claims(draw):
    """One claim of any kind, on one of two places, within some weeks, so that most of them meet others."""
    relation = draw(st.sampled_from(["gained", "gained", "holds", "lost", "contested"]))
    stated = draw(st.one_of(st.none(), DATES))
    return say(
        draw(ACTORS),
        relation,
        draw(st.sampled_from(["hajin", "hajin", "susah"])),
        stated,
        on=draw(st.one_of(DATES, DAYS, st.none())),
        by=draw(st.sampled_from(["Wire", "Paper", "ANHA", "Amaq", None])),
        speaker=draw(st.one_of(st.none(), st.none(), st.sampled_from(["SDF", "ISIS", "a resident"]))),
        modality=draw(st.sampled_from(["asserted", "asserted", "attributed", "hedged", "denied"])),
        telling=draw(st.sampled_from([None, None, "background"])),
        extent=draw(st.sampled_from(["whole", "whole", "whole", "part", "area"])),
        loser=draw(st.one_of(st.none(), st.sampled_from(["SDF", "ISIS"]))),
        actor_text=draw(st.sampled_from(["militia", None])),
        article=draw(st.one_of(st.none(), st.sampled_from(["a" * 16, "b" * 16, "c" * 16]))),
        offset=draw(st.integers(0, 5)),
    )


MANY = st.lists(claims(), max_size=14)
PAIRS = st.sets(st.sampled_from([("a" * 16, "b" * 16), ("b" * 16, "c" * 16)]))
KNOWN = st.integers(-5, 70).map(lambda n: START + dt.timedelta(days=n))


@st.composite
def judgements(draw, of):
    """Judgements on some of the claims, and on some of their articles."""
    made = []
    for claim in draw(st.lists(st.sampled_from(of), max_size=3)) if of else []:
        action = draw(st.sampled_from(["accept", "reject", "amend", "retract"]))
        amend = {"actor": {"id": draw(ACTORS)}, "extent": "whole"} if action == "amend" else {}
        when = dt.datetime.combine(draw(KNOWN), dt.time(12), dt.UTC)
        target = claim.article.id if action == "retract" else claim.id
        made.append(Judgement(claim=target, action=action, amend=amend, who="ana", when=when))
    return made


def fold(found, log=(), known_at=None, pairs=()):
    return build(found, log, POLICY, known_at, reprints=pairs)


@given(MANY, PAIRS)
def test_intervals_are_sorted_disjoint_and_supported(found, pairs):
    timeline = fold(found, pairs=pairs)
    for control in timeline.controls:
        assert control.claims
        assert set(control.claims).isdisjoint(control.against)
        assert {timeline.claims[claim].place.id for claim in (*control.claims, *control.against)} == {control.place_id}
        assert 1 <= control.n_independent <= len(control.claims)
        _is_well_formed(control)
    for one, next_one in pairwise(timeline.controls):
        assert one.place_id <= next_one.place_id
        if one.place_id == next_one.place_id:
            assert one.valid_to is not None
            assert one.valid_to <= next_one.valid_from
            assert one.valid_to_latest == next_one.valid_from
        else:
            assert one.valid_to is None


def _is_well_formed(control):
    assert control.valid_from_earliest is None or control.valid_from_earliest <= control.valid_from
    assert (control.valid_to is None) == (control.valid_to_latest is None)
    assert control.valid_to is None or control.valid_from <= control.valid_to <= control.valid_to_latest
    assert (control.actor is not None) == (control.status in ("held", "claimed"))


@given(MANY.flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))), PAIRS, st.data())
def test_the_order_of_the_input_does_not_matter(both, pairs, data):
    found, shuffled = both
    log = data.draw(judgements(found))
    mixed = data.draw(st.permutations(log))
    one, other = fold(found, log, pairs=pairs), fold(shuffled, mixed, pairs=pairs)
    assert (one.controls, one.background, one.issues) == (other.controls, other.background, other.issues)
    assert one.bitemporal() == other.bitemporal()


@given(MANY, st.data())
def test_adding_a_claim_twice_changes_nothing(found, data):
    again = data.draw(st.lists(st.sampled_from(found), max_size=4)) if found else []
    one, other = fold(found), fold([*found, *again])
    assert (one.controls, one.background, one.claims) == (other.controls, other.background, other.claims)


@given(MANY, MANY, PAIRS, KNOWN)
def test_what_was_known_never_changes_when_later_reports_arrive(found, later, pairs, known_at):
    arriving = [claim for claim in later if claim.article.published is None or _public(claim) > known_at]
    before, after = fold(found, known_at=known_at, pairs=pairs), fold([*found, *arriving], known_at=known_at, pairs=pairs)
    assert (before.controls, before.background, before.claims) == (after.controls, after.background, after.claims)


def _public(claim):
    return bounds(claim.article.published).latest


@given(MANY, PAIRS, st.lists(KNOWN, min_size=1, max_size=4), st.data())
def test_the_bitemporal_table_is_the_fold_at_every_pair_of_days(found, pairs, days, data):
    log = data.draw(judgements(found))
    table = fold(found, log, pairs=pairs).bitemporal()
    for day in days:
        known = [row.control for row in table if row.known_from <= day and (row.known_to is None or day < row.known_to)]
        then = fold(found, log, known_at=day, pairs=pairs)
        assert tuple(sorted(known, key=_order)) == tuple(sorted(then.controls, key=_order))
    last = [row.control for row in table if row.known_to is None]
    assert sorted(last, key=_order) == sorted(fold(found, log, pairs=pairs).controls, key=_order)


def _order(control):
    return (control.place_id, control.valid_from, control.model_dump_json())


@given(MANY, st.data())
def test_a_rejected_claim_has_no_influence(found, data):
    assume(found)
    gone = data.draw(st.sampled_from(found))
    log = [Judgement(claim=gone.id, action="reject", who="ana", when=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))]
    with_it, without = fold(found, log), fold([claim for claim in found if claim.id != gone.id])
    assert (with_it.controls, with_it.background, with_it.claims) == (without.controls, without.background, without.claims)
    assert with_it.bitemporal() == without.bitemporal()


@given(MANY, st.data())
def test_an_amended_claim_acts_as_amended(found, data):
    assume(found)
    claim = data.draw(st.sampled_from(found))
    changes = {"actor": {"id": "SYR", "text": "the army"}, "relation": "holds", "extent": "whole", "telling": "state"}
    log = [Judgement(claim=claim.id, action="amend", amend=changes, who="ana", when=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))]
    fields = claim.model_dump() | changes
    as_said = [type(claim).model_validate(fields) if other.id == claim.id else other for other in found]
    assert fold(found, log).controls == fold(as_said).controls


@given(MANY)
@example([say("ISIS", "gained", when="2018-01-01", on="2018-01-02"), say("SDF", "gained", on="2018-03-01", telling="background")])
def test_denied_claims_and_undated_background_start_and_end_nothing(found):
    def idle(claim):
        dated = claim.when.basis in ("stated", "dateline") and claim.when.earliest is not None
        return claim.modality == "denied" or (claim.telling == "background" and not dated)

    def bounds_of(timeline):
        evidence = {"claims", "against", "n_independent", "last_reported", "status"}
        return [control.model_dump(exclude=evidence) for control in timeline.controls]

    assert bounds_of(fold(found)) == bounds_of(fold([claim for claim in found if not idle(claim)]))


@given(MANY)
def test_every_claim_that_counts_is_found_somewhere(found):
    timeline = fold(found)
    listed = {issue.claim for issue in timeline.issues} | {claim.id for claim in timeline.background}
    listed |= {claim for control in timeline.controls for claim in (*control.claims, *control.against)}
    assert {claim.id for claim in found if claim.modality != "denied"} <= listed

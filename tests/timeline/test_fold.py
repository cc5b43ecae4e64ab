"""The rules of the default policy, one worked example each."""

import datetime as dt

import pytest
from saying import line, lines, say, told

from whoheld.model import Actor, Judgement, Status


def claims_of(control, timeline):
    return {(timeline.claims[claim].actor.id, timeline.claims[claim].relation.value) for claim in control.claims}


def test_a_dated_gain_begins_an_interval_that_silence_does_not_end():
    assert lines(told(say("SDF", "gained", when="2018-12-14"))) == ["held SDF 2018-12-14 – open"]


def test_a_dated_gain_ends_the_interval_before():
    timeline = told(say("ISIS", "gained", when="2014-07-14", on="2014-07-15"), say("SDF", "gained", when="2018-12-14"))
    assert lines(timeline) == ["held ISIS 2014-07-14 – 2018-12-14", "held SDF 2018-12-14 – open"]


@pytest.mark.parametrize(
    ("gained", "since"),
    [
        ({"when": "2018-12-14", "on": "2018-12-14"}, "2018-12-14"),
        ({"when": "2018-12-14", "on": "2019-02-01", "telling": "background"}, "2018-12-14"),
        ({"earliest": "2018-12-10", "latest": "2018-12-20"}, "2018-12-10/2018-12-14"),
    ],
)
def test_a_dated_gain_ends_the_interval_before_although_its_holder_was_already_seen(gained, since):
    before = say("ISIS", "gained", when="2014-07-14", on="2014-07-15")
    seen = say("SDF", "holds", when="2018-12-14", on="2018-12-14")
    timeline = told(before, seen, say("SDF", "gained", **gained))
    assert lines(timeline) == [f"held ISIS 2014-07-14 – {since}", f"held SDF {since} – open"]


@pytest.mark.parametrize(("modality", "since"), [("asserted", "2018-12-14"), ("hedged", "2014-07-16/2018-12-14")])
def test_a_dated_loss_ends_the_interval_before_although_the_place_was_already_left(modality, since):
    before = say("ISIS", "holds", on="2014-07-15")
    left = say("ISIS", "lost", on="2018-12-14")
    timeline = told(before, left, say("ISIS", "lost", when="2018-12-14", on="2018-12-15", by="Other", modality=modality))
    assert lines(timeline) == [f"held ISIS …/2014-07-15 – {since}", f"left ISIS {since} – open"]


def test_an_undated_gain_told_as_news_is_seen_on_the_publication_day_and_open_to_the_left():
    assert lines(told(say("SDF", "gained", on="2019-01-21"))) == ["held SDF …/2019-01-21 – open"]


def test_an_undated_gain_reaches_back_no_further_than_the_last_claim_for_another_holder():
    timeline = told(
        say("ISIS", "holds", on="2018-12-01"),
        say("ISIS", "holds", on="2018-12-10", by="Other"),
        say("SDF", "gained", on="2019-01-21"),
    )
    assert lines(timeline) == ["held ISIS …/2018-12-01 – 2018-12-11/2019-01-21", "held SDF 2018-12-11/2019-01-21 – open"]


def test_in_transition_the_place_has_neither_colour():
    timeline = told(say("ISIS", "holds", on="2018-12-01"), say("SDF", "gained", on="2018-12-20"))
    assert timeline.at(dt.date(2018, 12, 1))["test:hajin"].actor == "ISIS"
    assert timeline.at(dt.date(2018, 12, 10)) == {}
    assert timeline.at(dt.date(2018, 12, 20))["test:hajin"].actor == "SDF"


def test_a_gain_in_a_month_is_certain_from_the_months_last_day():
    timeline = told(say("ISIS", "gained", when="2014-06", on="2014-08-01"), say("SDF", "gained", when="2018-12"))
    # The article of 20 December cannot speak of later days of the month.
    assert lines(timeline) == [
        "held ISIS 2014-06-01/2014-06-30 – 2018-12-01/2018-12-20",
        "held SDF 2018-12-01/2018-12-20 – open",
    ]


def test_a_month_that_contains_the_day_of_the_same_gain_is_that_day():
    timeline = told(say("SDF", "gained", when="2018-12-14"), say("SDF", "gained", when="2018", by="Other", on="2019-02-01"))
    assert lines(timeline) == ["held SDF 2018-12-14 – open"]
    assert timeline.controls[0].n_independent == 2


def test_the_year_of_an_old_gain_does_not_reconquer():
    timeline = told(
        say("ISIS", "gained", when="2014-06-10", on="2014-06-11"),
        say("SDF", "gained", when="2014-08-17", on="2014-08-18"),
        say("ISIS", "gained", when="2014", on="2018-01-01", telling="background"),
    )
    assert lines(timeline) == ["held ISIS 2014-06-10 – 2014-08-17", "held SDF 2014-08-17 – open"]


def test_cores_may_be_empty_where_two_changes_fall_into_one_month():
    timeline = told(
        say("ISIS", "gained", when="2015-01", on="2015-03-01"),
        say("SDF", "gained", when="2016-06", on="2016-07-01"),
        say("ISIS", "gained", when="2016-06", on="2016-07-02", by="Other"),
    )
    assert lines(timeline) == [
        "held ISIS 2015-01-01/2015-01-31 – 2016-06-01/2016-06-30",
        "held SDF 2016-06-01/2016-06-30 – 2016-06-30",
        "held ISIS 2016-06-02/2016-06-30 – open",
    ]


def test_a_town_taken_and_retaken_on_one_day_ends_with_the_one_who_held_it_before():
    held = say("ISIS", "gained", when="2014-07-14", on="2014-07-15")
    taken = say("SDF", "gained", when="2018-11-24", on="2018-11-25", by="Wire")
    retaken = say("ISIS", "gained", when="2018-11-24", on="2018-11-25", by="Other")
    assert lines(told(held, taken, retaken)) == [
        "held ISIS 2014-07-14 – 2018-11-24",
        "held SDF 2018-11-24 – 2018-11-24",
        "held ISIS 2018-11-24 – open",
    ]


def test_since_gives_a_state_its_beginning_and_speaks_of_publication_too():
    timeline = told(say("ISIS", "holds", when="2014-06", on="2016-03-01"), say("SDF", "gained", on="2017-01-01"))
    assert lines(timeline) == ["held ISIS 2014-06-01/2014-06-30 – 2016-03-02/2017-01-01", "held SDF 2016-03-02/2017-01-01 – open"]


def test_since_without_an_end_is_the_same():
    assert lines(told(say("ISIS", "holds", earliest="2014-06-10", on="2016-03-01"))) == ["held ISIS 2014-06-10 – open"]


def test_a_state_of_the_last_days_does_not_say_when_it_began():
    assert lines(told(say("ISIS", "holds", when="2018-12-18"))) == ["held ISIS …/2018-12-18 – open"]


def test_a_loss_without_a_winner_leaves_the_place():
    timeline = told(say("ISIS", "gained", when="2014-07-14", on="2014-07-15"), say("ISIS", "lost", when="2018-12-14"))
    assert lines(timeline) == ["held ISIS 2014-07-14 – 2018-12-14", "left ISIS 2018-12-14 – open"]
    assert timeline.controls[-1].actor is None


def test_a_loss_and_a_gain_of_one_day_are_one_change():
    timeline = told(
        say("ISIS", "gained", when="2014-07-14", on="2014-07-15"),
        say("ISIS", "lost", when="2018-12-14", on="2018-12-14"),
        say("SDF", "gained", when="2018-12-14", on="2018-12-15", by="Other"),
    )
    assert lines(timeline) == ["held ISIS 2014-07-14 – 2018-12-14", "held SDF 2018-12-14 – open"]
    assert claims_of(timeline.controls[-1], timeline) == {("ISIS", "lost"), ("SDF", "gained")}


def test_a_loss_by_somebody_else_bears_out_who_holds_it():
    timeline = told(say("SDF", "gained", when="2018-12-14"), say("ISIS", "lost", on="2018-12-22", by="Other"))
    assert lines(timeline) == ["held SDF 2018-12-14 – open"]
    assert timeline.controls[0].n_independent == 2


def test_a_gain_by_nobody_named_from_a_loser_is_a_loss():
    assert lines(told(say(None, "gained", when="2018-12-14", loser="ISIS", actor_text=None))) == ["left ISIS 2018-12-14 – open"]


def test_a_part_taken_makes_the_place_contested_between_the_two():
    timeline = told(
        say("ISIS", "gained", when="2014-07-14", on="2014-07-15"),
        say("SDF", "gained", when="2018-12-06", extent="part"),
        say("SDF", "gained", when="2018-12-14"),
    )
    assert lines(timeline) == [
        "held ISIS 2014-07-14 – 2018-12-06",
        "contested ISIS+SDF 2018-12-06 – 2018-12-14",
        "held SDF 2018-12-14 – open",
    ]


def test_a_part_taken_from_a_named_loser_is_contested_without_an_earlier_report():
    timeline = told(say("SDF", "gained", when="2018-12-06", extent="part", loser="ISIS"))
    assert lines(timeline) == ["contested ISIS+SDF 2018-12-06 – open"]
    assert timeline.controls[0].extent == "part"


def test_a_part_taken_by_the_holder_changes_nothing():
    timeline = told(say("SDF", "gained", when="2018-12-14"), say("SDF", "gained", when="2018-12-16", extent="part"))
    assert lines(timeline) == ["held SDF 2018-12-14 – open"]


def test_a_part_lost_by_the_holder_is_contested():
    timeline = told(say("SDF", "gained", when="2018-12-14"), say("SDF", "lost", when="2018-12-16", extent="part"))
    assert lines(timeline) == ["held SDF 2018-12-14 – 2018-12-16", "contested SDF 2018-12-16 – open"]


def test_a_part_taken_by_the_holders_side_is_no_fight_between_the_two():
    timeline = told(say("SDF", "gained", when="2018-12-14"), say("YPG", "gained", when="2018-12-14", extent="part", by="Paper"))
    assert lines(timeline) == ["held SDF 2018-12-14 – open"]
    taken_from = say("YPG", "gained", when="2018-12-16", extent="part", loser="SDF")
    assert lines(told(say("SDF", "gained", when="2018-12-14"), taken_from))[1:] == ["contested SDF+YPG 2018-12-16 – open"]


def test_a_part_lost_by_another_bears_out_the_holder():
    """Who leaves the last quarters of a town that another took does not fight for it."""
    timeline = told(say("SDF", "gained", when="2018-12-14"), say("ISIS", "lost", when="2018-12-16", extent="part"))
    assert lines(timeline) == ["held SDF 2018-12-14 – open"]
    assert len(timeline.controls[0].claims) == 2


def test_fighting_inside_is_contested_until_somebody_holds_it():
    timeline = told(
        say("ISIS", "holds", on="2018-12-01"),
        say("SDF", "contested", when="2018-12-06"),
        say("ISIS", "contested", when="2018-12-08", by="Other"),
        say("SDF", "gained", when="2018-12-14"),
    )
    assert lines(timeline) == [
        "held ISIS …/2018-12-01 – 2018-12-06",
        "contested ISIS+SDF 2018-12-06 – 2018-12-14",
        "held SDF 2018-12-14 – open",
    ]


def test_surroundings_never_overwrite_the_place_itself():
    timeline = told(
        say("SDF", "gained", when="2018-12-14"),
        around := say("ISIS", "holds", on="2018-12-20", extent="area", by="Other"),
    )
    assert lines(timeline) == ["held SDF 2018-12-14 – open"]
    assert timeline.background == (around,)


def test_surroundings_are_shown_until_something_is_said_of_the_place():
    timeline = told(say("ISIS", "holds", on="2018-12-01", extent="area"), say("SDF", "gained", when="2018-12-14"))
    assert lines(timeline) == ["held ISIS …/2018-12-01 – 2018-12-14", "held SDF 2018-12-14 – open"]
    assert [control.extent.value for control in timeline.controls] == ["area", "whole"]


@pytest.mark.parametrize("own", [{"speaker": "SDF"}, {"by": "ANHA"}, {"speaker": "YPG"}, {"hedged": True}])
def test_only_the_own_side_or_hearsay_is_claimed(own):
    assert lines(told(say("SDF", "gained", when="2018-12-14", **own))) == ["claimed SDF 2018-12-14 – open"]


def test_what_only_the_own_side_said_is_held_once_another_says_so_too():
    own = say("SDF", "gained", when="2018-12-14", speaker="SDF", on="2018-12-14")
    other = say("SDF", "holds", on="2018-12-20")
    assert lines(told(own, other)) == ["held SDF 2018-12-14 – open"]
    assert lines(told(own, other, known_at="2018-12-19")) == ["claimed SDF 2018-12-14 – open"]


def test_where_others_date_the_gain_later_the_days_before_stay_claimed():
    own = say("SDF", "gained", when="2018-12-10", speaker="SDF", on="2018-12-10")
    other = say("SDF", "gained", when="2018-12-14", on="2018-12-15")
    assert lines(told(own, other)) == ["claimed SDF 2018-12-10 – 2018-12-14", "held SDF 2018-12-14 – open"]


def test_what_the_enemy_says_of_a_gain_is_no_own_claim():
    assert lines(told(say("SDF", "gained", when="2018-12-14", speaker="ISIS"))) == ["held SDF 2018-12-14 – open"]


GAIN = say("SDF", "gained", when="2018-12-14", speaker="SDF", on="2018-12-14", by="Wire")
DENIER = say("ISIS", "holds", on="2018-12-15", speaker="ISIS", by="Other")
BEFORE = say("ISIS", "gained", when="2014-07-14", on="2014-07-15")


def test_two_sides_contradicting_each_other_are_disputed_from_the_change_that_is_denied():
    timeline = told(BEFORE, GAIN, DENIER)
    assert lines(timeline) == ["held ISIS 2014-07-14 – 2018-12-14", "disputed ISIS+SDF 2018-12-14 – open"]
    assert [issue.kind for issue in timeline.issues] == ["disputed"]
    assert "hajin" in timeline.issues[0].message


def test_two_sides_on_one_day_and_in_one_article_are_disputed():
    gain = say("SDF", "gained", on="2018-12-14", speaker="SDF")
    denier = say("ISIS", "holds", on="2018-12-14", speaker="ISIS", offset=50)
    assert lines(told(gain, denier)) == ["disputed ISIS+SDF …/2018-12-14 – open"]


def test_a_dispute_lasts_until_two_independent_sources_agree():
    one = say("SDF", "holds", on="2018-12-18", by="First")
    timeline = told(BEFORE, GAIN, DENIER, one)
    assert lines(timeline)[1:] == [
        "disputed ISIS+SDF 2018-12-14 – 2018-12-16/2018-12-18",
        "held SDF 2018-12-16/2018-12-18 – open",
    ]
    settled = timeline.controls[-1]
    assert settled.n_independent == 2
    assert settled.against == (DENIER.id,)


def test_the_own_side_twice_is_one_source_and_settles_nothing():
    again = say("SDF", "holds", on="2018-12-18", by="ANHA")
    assert lines(told(BEFORE, GAIN, DENIER, again))[1:] == ["disputed ISIS+SDF 2018-12-14 – open"]


def test_hearsay_settles_nothing():
    hearsay = say("SDF", "holds", on="2018-12-18", by="First", hedged=True)
    assert lines(told(BEFORE, GAIN, DENIER, hearsay))[1:] == ["disputed ISIS+SDF 2018-12-14 – open"]


def test_the_losers_own_side_admitting_the_loss_settles_it():
    admission = say("ISIS", "lost", when="2018-12-17", on="2018-12-17", speaker="ISIS", by="Other")
    assert lines(told(BEFORE, GAIN, DENIER, admission))[1:] == [
        "disputed ISIS+SDF 2018-12-14 – 2018-12-17",
        "held SDF 2018-12-17 – open",
    ]


def test_a_gain_that_two_sources_report_is_not_disputed_by_one_denial():
    second = say("SDF", "gained", when="2018-12-14", on="2018-12-14", by="First")
    timeline = told(BEFORE, GAIN, second, DENIER)
    assert lines(timeline) == ["held ISIS 2014-07-14 – 2018-12-14", "held SDF 2018-12-14 – open"]
    assert timeline.controls[-1].against == (DENIER.id,)


def test_one_wire_story_in_two_outlets_is_one_source_in_a_dispute():
    gain = say("SDF", "gained", when="2018-12-14", on="2018-12-14", by="Wire", article="a" * 16)
    copy = say("SDF", "gained", when="2018-12-14", on="2018-12-14", by="Paper", article="b" * 16)
    assert lines(told(gain, copy, DENIER)) == ["held SDF 2018-12-14 – open"]
    pairs = {("a" * 16, "b" * 16)}
    assert lines(told(gain, copy, DENIER, reprints=pairs)) == ["disputed ISIS+SDF 2018-12-14 – open"]


def test_a_contradiction_of_a_long_state_is_disputed_from_that_day_on():
    timeline = told(BEFORE, say("ISIS", "holds", on="2018-12-12"), say("SDF", "holds", on="2018-12-14", by="Other"))
    assert lines(timeline) == [
        "held ISIS 2014-07-14 – 2018-12-13/2018-12-14",
        "disputed ISIS+SDF 2018-12-13/2018-12-14 – open",
    ]


def test_outside_the_window_a_new_holder_is_a_change():
    timeline = told(say("ISIS", "holds", on="2018-11-01"), say("SDF", "holds", on="2018-12-14", by="Other"))
    assert lines(timeline) == ["held ISIS …/2018-11-01 – 2018-11-02/2018-12-14", "held SDF 2018-11-02/2018-12-14 – open"]


def test_a_source_that_changes_its_mind_does_not_contradict_itself():
    timeline = told(say("ISIS", "holds", on="2018-12-12"), say("SDF", "holds", on="2018-12-14"))
    assert lines(timeline) == ["held ISIS …/2018-12-12 – 2018-12-13/2018-12-14", "held SDF 2018-12-13/2018-12-14 – open"]


def test_one_voice_that_sees_two_holders_on_one_day_sees_a_split_town():
    timeline = told(say("ISIS", "holds"), say("SDF", "holds", offset=90))
    assert [control.status for control in timeline.controls][-1] is Status.CONTESTED


def test_hearsay_ends_nothing_that_is_firm_but_a_reported_gain_is_a_claim():
    firm = say("ISIS", "holds", on="2018-12-12")
    assert lines(told(firm, say("SDF", "holds", on="2018-12-14", by="Other", hedged=True))) == ["held ISIS …/2018-12-12 – open"]
    assert lines(told(firm, say("ISIS", "lost", on="2018-12-14", by="Other", hedged=True))) == ["held ISIS …/2018-12-12 – open"]
    assert lines(told(firm, say("SDF", "gained", when="2018-12-14", by="Other", hedged=True))) == [
        "held ISIS …/2018-12-12 – 2018-12-14",
        "claimed SDF 2018-12-14 – open",
    ]


def test_undated_background_changes_nothing_and_is_listed():
    recap = say("ISIS", "gained", "mosul", on="2019-01-21", telling="background")
    timeline = told(recap)
    assert timeline.controls == ()
    assert timeline.background == (recap,)


def test_a_recap_does_not_reconquer_a_town():
    recap = say("ISIS", "gained", on="2019-01-21", telling="background", by="Other")
    timeline = told(say("SDF", "gained", when="2018-12-14"), recap)
    assert lines(timeline) == ["held SDF 2018-12-14 – open"]
    assert timeline.background == (recap,)


def test_background_bears_out_an_interval_that_others_have_dated():
    recap = say("SDF", "gained", on="2019-06-01", telling="background", by="Other")
    timeline = told(say("SDF", "gained", when="2018-12-14", on="2018-12-14"), recap)
    assert recap.id in timeline.controls[0].claims
    assert timeline.controls[0].n_independent == 2
    assert timeline.controls[0].last_reported == dt.date(2018, 12, 14)
    assert timeline.background == ()


def test_a_lost_town_in_a_recap_bears_out_who_took_it():
    recap = say("ISIS", "lost", on="2019-06-01", telling="background", by="Other")
    timeline = told(BEFORE, say("SDF", "gained", when="2018-12-14"), recap)
    assert recap.id in timeline.controls[-1].claims


def test_a_denied_claim_has_no_influence():
    denied = say("ISIS", "gained", when="2018-12-16", modality="denied", by="Other")
    timeline = told(say("SDF", "gained", when="2018-12-14"), denied)
    assert lines(timeline) == ["held SDF 2018-12-14 – open"]
    assert denied.id in timeline.claims
    assert timeline.background == ()


def test_an_undated_article_is_listed_and_not_drawn():
    undated = say("SDF", "gained", when="2018-12-14", on=None)
    timeline = told(undated)
    assert timeline.controls == ()
    assert [(issue.kind, issue.claim) for issue in timeline.issues] == [("undated", undated.id)]


def test_a_day_after_publication_is_listed_and_not_drawn():
    timeline = told(say("SDF", "gained", when="2019-12-14", on="2018-12-20"))
    assert timeline.controls == ()
    assert [issue.kind for issue in timeline.issues] == ["future"]


def test_days_that_end_before_they_begin_are_listed():
    timeline = told(say("SDF", "gained", earliest="2018-12-14", latest="2018-12-01"))
    assert timeline.controls == ()
    assert [issue.kind for issue in timeline.issues] == ["impossible"]


def test_a_claim_that_names_nobody_is_listed():
    timeline = told(say(None, "gained", when="2018-12-14", actor_text=None))
    assert timeline.controls == ()
    assert [issue.kind for issue in timeline.issues] == ["unknown_actor"]


def test_of_a_claim_whose_words_may_mean_anyone_the_words_are_listed():
    timeline = told(say(None, "gained", when="2018-12-14", actor_text="insurgents"))
    assert timeline.controls == ()
    assert ["'insurgents' may be anyone" in issue.message for issue in timeline.issues] == [True]


def test_an_actor_without_an_id_stays_as_its_surface_form():
    timeline = told(say(None, "gained", when="2018-12-14", actor_text="لواء الفرسان"))
    assert lines(timeline) == ["held لواء الفرسان 2018-12-14 – open"]


def test_a_claim_without_a_place_takes_no_part():
    claim = say("SDF", "gained", when="2018-12-14")
    lost = claim.model_copy(update={"place": claim.place.model_copy(update={"id": None})})
    assert told(lost).controls == ()


def test_a_claim_about_a_district_is_that_districts_interval_only():
    timeline = told(say("SDF", "gained", "district", when="2018-12-14"), say("ISIS", "holds", "town", on="2018-12-01"))
    assert lines(timeline, "district") == ["held SDF 2018-12-14 – open"]
    assert lines(timeline, "town") == ["held ISIS …/2018-12-01 – open"]


def test_an_article_of_a_month_is_known_from_its_last_day():
    claim = say("SDF", "gained", when="2018-12-14", on="2018-12")
    assert told(claim, known_at="2018-12-30").controls == ()
    assert lines(told(claim, known_at="2018-12-31")) == ["held SDF 2018-12-14 – open"]


def test_a_body_and_a_part_of_it_are_one_holder():
    actors = {"YPG": Actor(id="YPG", names={"en": "YPG"}, parent="SDF"), "SDF": Actor(id="SDF", names={"en": "SDF"})}
    timeline = told(say("SDF", "gained", when="2018-12-14"), say("YPG", "holds", on="2018-12-20", by="Other"), actors=actors)
    assert lines(timeline) == ["held SDF 2018-12-14 – open"]


def judged(claim, action, day="2019-03-01", **amend):
    return Judgement(claim=claim, action=action, amend=amend, who="ana", when=dt.datetime.fromisoformat(f"{day}T12:00:00+00:00"))


def test_a_rejected_claim_has_no_influence_at_any_known_date():
    assert told(BEFORE, GAIN, judgements=[judged(GAIN.id, "reject")], known_at="2018-12-31").controls == told(BEFORE).controls


def test_the_last_judgement_counts():
    log = [judged(GAIN.id, "accept", "2019-03-02"), judged(GAIN.id, "reject", "2019-03-01")]
    assert told(GAIN, judgements=log).controls == told(GAIN).controls


def test_an_amended_claim_acts_as_amended():
    days = {"earliest": "2018-12-12", "latest": "2018-12-12"}
    amended = judged(GAIN.id, "amend", actor={"id": "SYR"}, when=days, relation="holds")
    timeline = told(GAIN, judgements=[amended])
    assert lines(timeline) == ["held SYR …/2018-12-12 – open"]
    assert timeline.claims[GAIN.id].actor.id == "SYR"


def test_an_amended_place_moves_the_claim():
    susah = say("ISIS", "holds", "susah", on="2018-12-01").place
    there = susah.model_dump(include={"id", "name", "lon", "lat", "precision_m"})
    timeline = told(GAIN, judgements=[judged(GAIN.id, "amend", place=there)])
    assert {control.place_id for control in timeline.controls} == {"test:susah"}


@pytest.mark.parametrize("amend", [{"place": "nowhere:1"}, {"relation": "eaten"}, {"rule": "mine"}])
def test_an_amendment_that_cannot_be_is_listed_and_changes_nothing(amend):
    timeline = told(GAIN, judgements=[judged(GAIN.id, "amend", **amend)])
    assert timeline.controls == told(GAIN).controls
    assert [issue.kind for issue in timeline.issues] == ["amendment"]


def test_a_judgement_on_nothing_is_orphaned():
    assert [issue.kind for issue in told(GAIN, judgements=[judged("f" * 16, "reject")]).issues] == ["orphaned"]


def test_a_retracted_article_counts_until_its_day():
    retraction = judged(GAIN.article.id, "retract", "2019-03-01")
    assert told(GAIN, judgements=[retraction]).controls == ()
    assert told(GAIN, judgements=[retraction], known_at="2019-03-01").controls == ()
    assert told(GAIN, judgements=[retraction], known_at="2019-02-28").controls == told(GAIN).controls


def test_diff_names_what_changed_hands():
    timeline = told(BEFORE, say("SDF", "gained", when="2018-12-14"), say("ISIS", "holds", "susah", on="2014-08-01"))
    (change,) = timeline.diff(dt.date(2018, 12, 1), dt.date(2018, 12, 31))
    assert change.place_id == "test:hajin"
    assert line(change.before).startswith("held ISIS")
    assert line(change.after).startswith("held SDF")


def test_span_is_what_anything_is_said_of():
    assert told(BEFORE, say("SDF", "gained", when="2018-12-14")).span() == (dt.date(2014, 7, 14), dt.date(2018, 12, 20))
    assert told().span() is None


def test_bitemporal_rows_tell_when_what_was_known():
    timeline = told(BEFORE, say("SDF", "gained", when="2018-12-14", on="2019-01-02"))
    rows = [(line(known.control), str(known.known_from), str(known.known_to)) for known in timeline.bitemporal()]
    assert rows == [
        ("held ISIS 2014-07-14 – open", "2014-07-15", "2019-01-02"),
        ("held ISIS 2014-07-14 – 2018-12-14", "2019-01-02", "None"),
        ("held SDF 2018-12-14 – open", "2019-01-02", "None"),
    ]


def test_a_fight_that_has_lasted_for_months_is_contested_on_publication_too():
    timeline = told(
        say(None, "contested", when="2018-08-03", telling="state", actor_text=None), say("SDF", "gained", on="2018-12-30")
    )
    assert lines(timeline) == ["contested  2018-08-03 – 2018-12-21/2018-12-30", "held SDF 2018-12-21/2018-12-30 – open"]


def test_a_voice_that_has_since_said_otherwise_no_longer_counts():
    both = [say("ISIS", "holds", on="2018-12-10", by=by) for by in ("First", "Second")]
    changed = say("SDF", "holds", on="2018-12-11", by="First")
    assert lines(told(*both, changed)) == ["held ISIS …/2018-12-10 – 2018-12-11", "disputed ISIS+SDF 2018-12-11 – open"]
    assert lines(told(*both, changed, say("SDF", "holds", on="2018-12-13", by="Second"))) == [
        "held ISIS …/2018-12-10 – 2018-12-11",
        "disputed ISIS+SDF 2018-12-11 – 2018-12-12/2018-12-13",
        "held SDF 2018-12-12/2018-12-13 – open",
    ]


def test_an_old_dispute_is_settled_by_those_who_have_spoken_since():
    sdf = [say("SDF", "holds", on="2018-12-10", by=by) for by in ("A", "B")]
    isis = [say("ISIS", "holds", on="2018-12-11", by=by) for by in ("C", "D")]
    later = [say("ISIS", "holds", on=f"2019-03-0{n}", by=by) for n, by in enumerate("CD", 1)]
    assert lines(told(*sdf, *isis))[-1].startswith("disputed ISIS+SDF")
    assert lines(told(*sdf, *isis, *later))[-1].startswith("held ISIS")


def test_what_follows_did_not_begin_before_what_it_follows():
    timeline = told(
        say("ISIS", "gained", when="2014-06-10", on="2014-06-12"),
        say("SDF", "gained", on="2014-06"),
        say("ISIS", "gained", on="2015-11-14"),
    )
    assert lines(timeline) == [
        "held ISIS 2014-06-10 – 2014-06-11/2014-06-30",
        "held SDF 2014-06-11/2014-06-30 – 2014-06-30/2015-11-14",
        "held ISIS 2014-06-11/2015-11-14 – open",
    ]


def test_a_headline_of_what_the_text_puts_in_a_sides_mouth_is_that_sides_word():
    said = say("SDF", "gained", when="2018-12-14", speaker="SDF", on="2018-12-14", by="Wire")
    headline = say("SDF", "gained", on="2018-12-14", by="Wire")
    headline = headline.model_copy(update={"article": said.article})
    timeline = told(said, headline)
    assert {control.status for control in timeline.controls} == {Status.CLAIMED}
    assert {control.n_independent for control in timeline.controls} == {1}


def test_of_a_days_looks_those_that_most_voices_have_come_first():
    looks = [say(actor, "holds", on="2018-12-20", by=by) for actor, by in [("ISIS", "A"), ("SDF", "B"), ("SDF", "C")]]
    timeline = told(*looks)
    assert lines(timeline) == ["held SDF …/2018-12-20 – open"]
    assert [timeline.claims[claim].actor.id for claim in timeline.controls[0].against] == ["ISIS"]


def test_a_dispute_is_settled_by_all_looks_of_a_day_not_by_those_read_first():
    said = [("ISIS", "A"), ("ISIS", "B"), ("SDF", "C"), ("SDF", "D")]
    timeline = told(*(say(actor, "holds", on=day, by=by) for day in ("2018-12-01", "2018-12-20") for actor, by in said))
    assert lines(timeline) == ["disputed ISIS+SDF …/2018-12-01 – open"]


def test_a_fight_that_is_seen_on_a_day_is_not_over_on_it():
    said = [say("SDF", "holds", on=f"2018-12-1{day}", by="A") for day in range(5)]
    said += [say("ISIS", "contested", on=f"2018-12-1{day}", by="B", telling="state") for day in range(1, 4)]
    assert lines(told(*said)) == [
        "held SDF …/2018-12-10 – 2018-12-11",
        "contested ISIS+SDF 2018-12-11 – 2018-12-14",
        "held SDF 2018-12-14 – open",
    ]

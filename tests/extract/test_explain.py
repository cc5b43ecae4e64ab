"""The explanation names what fired, what was bound, and why a candidate was refused."""

import pytest
from small_war import article

from whoheld.extract import Extractor, explain, lines


def test_a_claim_and_a_refusal_are_both_explained(extractor: Extractor) -> None:
    told = explain(extractor, article("The SDF drove ISIS out of Hajin. It plans to capture Susah. The weather was fine."))
    assert [sentence.text for sentence in told] == [
        "The SDF drove ISIS out of Hajin",
        "It plans to capture Susah",
        "The weather was fine",
    ]
    assert told[2].traces == ()
    claim = next(trace for trace in told[0].traces if trace.frame == "expel")
    assert (claim.relation, claim.actor, claim.loser, claim.places) == ("gained", "SDF", "ISIS", ("Hajin",))
    refused = next(trace for trace in told[1].traces if trace.frame == "take")
    assert (refused.relation, refused.refusal) == (None, "planned, hoped, threatened or tried (“plans”)")


def test_the_lines_show_both(extractor: Extractor) -> None:
    shown = list(lines(explain(extractor, article("هل تسيطر قسد على هجين؟"))))
    assert shown[0] == "هل تسيطر قسد على هجين"
    assert shown[1].endswith("refused, the sentence asks")


def test_a_sentence_without_a_trigger_is_shown_as_such(extractor: Extractor) -> None:
    shown = list(lines(explain(extractor, article("Troops encircled Hajin. The SDF captured Susah."))))
    assert shown[:2] == ["Troops encircled Hajin", "  no trigger: none of its words is one by which a claim is made"]


DAYS_AND_SPEAKERS = [
    (
        "The SDF captured Hajin on Friday, he said.",
        "Hajin: event, 2018-12-14, stated “Friday”; attributed, nobody named",
    ),
    ("ISIS still holds Susah.", "Susah: state, 2018-12-19, of publication; asserted by the text"),
    ("The SDF captured Hajin.", "Hajin: event, on or before 2018-12-19, of publication; asserted by the text"),
    (
        "The SDF reportedly captured Hajin last week.",
        "Hajin: event, 2018-12-09 to 2018-12-16, stated “last week”; hedged, nobody named",
    ),
    ("قال المرصد إن قسد سيطرت أمس على هجين.", "هجين: event, 2018-12-18, stated “أمس”; attributed, speaker “المرصد”"),
]


@pytest.mark.parametrize(("text", "line"), DAYS_AND_SPEAKERS)
def test_each_claim_shows_its_days_and_its_speaker(extractor: Extractor, text: str, line: str) -> None:
    assert list(lines(explain(extractor, article(text, "2018-12-19"))))[-1] == f"    {line}"


REFUSED = [
    ("If the SDF captures Hajin, it will move on.", "supposed, not told (“If”)"),
    ("The SDF took off from Hajin.", "the words are used in another sense (“off”)"),
    ("تعتزم قسد السيطرة على هجين.", "planned, hoped, threatened or tried (“تعتزم”)"),
]


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_a_refusal_shows_the_word_that_says_so(extractor: Extractor, text: str, reason: str) -> None:
    assert any(line.endswith(f"refused, {reason}") for line in lines(explain(extractor, article(text))))


def test_a_part_and_a_recap_are_told_as_such(extractor: Extractor) -> None:
    text = "The SDF captured most of Hajin after ISIS had seized Susah in 2014."
    shown = [line for line in lines(explain(extractor, article(text, "2018-12-19"))) if line.startswith("    ")]
    assert [line.split(",")[:2] for line in shown] == [
        ["    Hajin: a part of it", " event"],
        ["    Susah: background", " 2014-01-01 to 2014-12-31"],
    ]


def test_without_a_day_of_writing_nothing_is_dated(extractor: Extractor) -> None:
    shown = list(lines(explain(extractor, article("The SDF captured Hajin.", None))))
    assert shown[-1] == "    Hajin: event, undated, no day to tell it from; asserted by the text"


def test_a_language_without_a_pack_is_explained_by_nothing(extractor: Extractor) -> None:
    foreign = article("Hajin fell.").model_copy(update={"language": "xx"})
    assert explain(extractor, foreign) == []
    assert [issue.kind for issue in extractor.extract(foreign).issues] == ["language"]


def test_the_actor_and_the_loser_are_shown_with_whom_the_registry_knows(extractor: Extractor) -> None:
    shown = list(lines(explain(extractor, article("The SDF captured Hajin from ISIS. The Giants Brigades captured Marib."))))
    assert any(line.endswith("actor SDF (SDF), place Hajin, from ISIS (ISIS)") for line in shown)
    assert any(line.endswith("actor Giants Brigades (not registered), place Marib") for line in shown)


def test_a_place_that_no_trigger_bound_is_shown(extractor: Extractor) -> None:
    (sentence,) = explain(extractor, article("In Susah, residents said that the SDF had captured Hajin."))
    assert sentence.left == ("Susah",)
    assert "  bound to no trigger: Susah" in list(lines([sentence]))


def test_a_word_that_claims_something_is_shown_once(extractor: Extractor) -> None:
    (sentence,) = explain(extractor, article("The SDF still hold Hajin."))
    assert [trace.word for trace in sentence.traces].count("hold") == 1

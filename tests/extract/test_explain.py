"""The explanation names what fired, what was bound, and why a candidate was refused."""

from small_war import article

from whoheld.extract import Extractor, explain, lines


def test_a_claim_and_a_refusal_are_both_explained(extractor: Extractor) -> None:
    told = explain(extractor, article("The SDF drove ISIS out of Hajin. It plans to capture Susah. The weather was fine."))
    assert [sentence.text for sentence in told] == ["The SDF drove ISIS out of Hajin", "It plans to capture Susah"]
    claim = next(trace for trace in told[0].traces if trace.frame == "expel")
    assert (claim.relation, claim.actor, claim.loser, claim.places) == ("gained", "SDF", "ISIS", ("Hajin",))
    refused = next(trace for trace in told[1].traces if trace.frame == "take")
    assert (refused.relation, refused.refusal) == (None, "planned, hoped, threatened or tried")


def test_the_lines_show_both(extractor: Extractor) -> None:
    shown = list(lines(explain(extractor, article("هل تسيطر قسد على هجين؟"))))
    assert shown[0] == "هل تسيطر قسد على هجين"
    assert shown[1].endswith("refused, the sentence asks")


def test_a_language_without_a_pack_is_explained_by_nothing(extractor: Extractor) -> None:
    foreign = article("Hajin fell.").model_copy(update={"language": "xx"})
    assert explain(extractor, foreign) == []
    assert [issue.kind for issue in extractor.extract(foreign).issues] == ["language"]

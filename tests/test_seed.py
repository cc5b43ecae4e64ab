"""The article that the project started from, through the whole road."""

from pathlib import Path

import pytest

import whoheld
from whoheld import timeline

SEED = Path(__file__).parents[2] / "shared" / "seed"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SEED.is_dir(), reason="the seed article does not lie beside this checkout"),
]


@pytest.fixture(scope="module")
def seed() -> timeline.Timeline:
    return whoheld.build(SEED.glob("*.txt").__next__(), theatre="syria")


def said(seed: timeline.Timeline) -> set[tuple[str, str | None, str, str, str]]:
    return {
        (claim.relation.value, claim.actor.id, claim.place.text, claim.extent.value, claim.telling.value)
        for claim in seed.claims.values()
    }


def test_exactly_the_claims_of_the_text(seed: timeline.Timeline) -> None:
    assert said(seed) == {
        ("gained", "SDF", "هجين", "whole", "background"),
        ("gained", "SDF", "هجين", "whole", "event"),
        ("gained", "SDF", "الشعفة", "whole", "event"),
        ("gained", "SDF", "البوبدران", "whole", "event"),
        ("gained", "SDF", "البوحاخر", "whole", "event"),
        ("gained", "SDF", "الكمشة", "whole", "event"),
        ("gained", "SDF", "الباغوز تحتاني", "whole", "event"),
        ("holds", "ISIS", "السوسة", "whole", "state"),
        ("holds", "ISIS", "السوسة", "area", "state"),
        ("lost", "ISIS", "الموصل", "whole", "background"),
        ("lost", "ISIS", "الرقة", "whole", "background"),
    }


def test_every_place_is_found_at_its_spot_or_its_parents(seed: timeline.Timeline) -> None:
    found = {claim.place.text: claim.place for claim in seed.claims.values()}
    assert {text: place.name for text, place in found.items()} == {
        "هجين": "Hajin",
        "الشعفة": "Ash-Sha'fah",
        "البوبدران": "Al-Bubadran",
        "البوحاخر": "Al-Bukhater",
        "الكمشة": "Al-Kashmah",
        "الباغوز تحتاني": "Al-Baghuz Tahtani",
        "السوسة": "As-Susah",
        "الموصل": "Mosul",
        "الرقة": "Raqqa",
    }
    assert "near" in (found["البوحاخر"].candidates[0].reasons[0])
    for text in ("هجين", "الشعفة", "السوسة"):
        assert found[text].precision_m is not None
        assert found[text].precision_m <= 3000
    for text in ("البوبدران", "البوحاخر", "الكمشة", "الباغوز تحتاني"):
        assert found[text].precision_m is not None
        assert found[text].precision_m >= 5000


def test_undated_gains_are_on_or_before_publication(seed: timeline.Timeline) -> None:
    for claim in seed.claims.values():
        if claim.relation == "gained":
            assert claim.when.earliest is None
            assert str(claim.when.latest) == "2019-01-21"
            assert claim.when.basis == "published"


def test_the_recap_changes_no_interval(seed: timeline.Timeline) -> None:
    held = {(seed.places[control.place_id].name, control.actor) for control in seed.controls}
    assert held == {
        ("Hajin", "SDF"),
        ("Ash-Sha'fah", "SDF"),
        ("Al-Bubadran", "SDF"),
        ("Al-Bukhater", "SDF"),
        ("Al-Kashmah", "SDF"),
        ("Al-Baghuz Tahtani", "SDF"),
        ("As-Susah", "ISIS"),
    }
    hollow = {claim.place.text for claim in seed.background}
    assert hollow >= {"الموصل", "الرقة"}


def test_every_quote_is_the_text_itself(seed: timeline.Timeline) -> None:
    text = next(SEED.glob("*.txt")).read_text("utf-8")
    for claim in seed.claims.values():
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote
        assert text[claim.place.start : claim.place.end] == claim.place.text
        assert claim.evidence.start <= claim.place.start
        assert claim.place.end <= claim.evidence.end

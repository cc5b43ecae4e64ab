"""Arabic marks no name: what its texts hardly ever use is a name where only a place can stand, and not elsewhere."""

import pytest
from any_war import claims

NAMED = [
    ("سيطرت القوات الحكومية على الدشيشة يوم الأحد.", ["الدشيشة"]),
    ("استولى المتمردون على قردهير وواريس دون مقاومة.", ["قردهير", "واريس"]),
    ("استعادت القوات الحكومية بارانثان يوم الأحد.", ["بارانثان"]),
    ("انسحب الجيش من قنفودة فجر الجمعة.", ["قنفودة"]),
    ("وما زالت قنفودة تحت سيطرة المتمردين.", ["قنفودة"]),
    ("باتت الدشيشة تحت سيطرة الجيش.", ["الدشيشة"]),
    ("بعد سقوط قردهير بيد المتمردين انسحب الجيش.", ["قردهير"]),
    ("خسر الجيش شوريلان يوم الأحد.", ["شوريلان"]),
    ("طرد الجيش المتمردين من الدشيشة يوم الأحد.", ["الدشيشة"]),
]


@pytest.mark.parametrize(("text", "places"), NAMED)
def test_a_rare_word_is_a_place_where_a_place_stands(text: str, places: list[str]) -> None:
    assert [claim.place.text for claim in claims(text, "2020-06-10")] == places


NO_PLACE = [
    "استولى المسلحون على كاتيوشا وذخائر.",
    "سيطر مسلحون على استوديوهات الإذاعة.",
    "استعاد الجيش جثامين من المتمردين.",
    "سيطرت القوات على متفجرات وقذائف.",
    "انسحبت واشنطن من اليونسكو.",
    "استعادت القوات مخطوفين ومحتجزين من المتمردين.",
    "سلم المتمردون كلاشينكوفات إلى الجيش أمس.",
    "سيطرت القوات على المجمعات والمتاريس.",
    "استعاد الجيش عافيته بعد الهزيمة.",
    "انسحب المتمردون من التفاهمات مع الجيش.",
]


@pytest.mark.parametrize("text", NO_PLACE)
def test_a_thing_is_no_place_however_seldom_it_is_spoken_of(text: str) -> None:
    assert claims(text, "2020-06-10") == ()


def test_a_verb_that_goes_on_is_no_member_of_a_list() -> None:
    (claim,) = claims("سيطرت المقاومة على التواهي وتتقدم نحو القلوعة.", "2015-07-10")
    assert claim.place.text == "التواهي"

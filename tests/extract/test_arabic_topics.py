"""What «أما» sets against what was told before: its own places, whose they are, and by whom they were taken."""

import pytest
from any_war import claims

TOPICS = [
    (
        "ولا تزال دير الزور مع النظام، أما الميادين والبوكمال فبيد التنظيم.",
        "2016-03-20",
        {"holds دير الزور SYRIA_GOV", "holds الميادين ISIS", "holds البوكمال ISIS"},
    ),
    (
        "وبقيت مصراتة مع الثوار، أما سرت وسبها فبقيتا مع الكتائب.",
        "2011-08-20",
        {"holds مصراتة LIBYA_REBELS", "holds سرت None", "holds سبها None"},
    ),
    (
        "بقيت درنة بيد المسلحين، أما بنغازي فسيطر عليها الجيش.",
        "2018-04-20",
        {"holds درنة None", "gained بنغازي LNA"},
    ),
    ("سيطر الجيش على دوما، أما حرستا فدخلها لاحقا.", "2018-04-20", {"gained دوما SYRIA_GOV", "gained حرستا SYRIA_GOV"}),
    # with whom a place is
    ("قال المتحدث إن زليتن هادئة، أما بني وليد فكلها مع القذافي.", "2011-08-20", {"holds بني وليد GADDAFI"}),
    ("وخسرت كييف ماريوبول، أما خاركيف فمع الجيش الأوكراني.", "2022-06-20", {"lost ماريوبول UKRAINE", "holds خاركيف UKRAINE"}),
    ("أما صنعاء فمعظمها مدمر.", "2017-08-20", set()),
    ("أما سكان حلب فمعظمهم مع النظام.", "2014-08-20", set()),
    ("أما دمشق فمع الحوار السياسي.", "2017-08-20", set()),
]


@pytest.mark.parametrize(("text", "published", "expected"), TOPICS)
def test_a_topic_is_told_of_by_its_own_clause(text: str, published: str, expected: set[str]) -> None:
    assert {f"{c.relation} {c.place.text} {c.actor and c.actor.id}" for c in claims(text, published)} == expected


@pytest.mark.parametrize("text", ["أما لوغانسك فمعظمها مع الروس.", "أما لوغانسك فأغلبها بيد الروس."])
def test_most_of_a_topic_is_a_part(text: str) -> None:
    assert [(claim.actor.id, claim.extent) for claim in claims(text, "2022-06-20")] == [("RUSSIA", "part")]

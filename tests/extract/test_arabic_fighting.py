"""In which towns an Arabic text says that there is fighting."""

import pytest
from any_war import claims as read

FIGHTING = {
    "above all in some": [
        (
            "تدور أعنف المعارك في البلاد منذ ديسمبر، خصوصا في ملكال عاصمة ولاية أعالي النيل (شرق) وبور عاصمة ولاية جونقلي.",
            "2014-01-03",
            {"contested ملكال", "contested بور"},
        ),
        (
            "تتركز أشد المعارك في إقليم دونباس، ولا سيما في باخموت وسوليدار.",
            "2023-01-05",
            {"contested باخموت", "contested سوليدار"},
        ),
        ("أسفرت المعارك عن نزوح الآلاف، خصوصا في مدينة الأبيض التي استقبلت بعضهم.", "2025-06-07", set()),
        ("تتواصل المعارك قرب أفدييفكا، خصوصا في محيط مصنع الكوك.", "2024-01-07", set()),
    ],
    "what is only called an area may be a village or a quarter": [
        (
            "أشار ناشطون إلى معارك محدودة بين الحوثيين والمقاومة في منطقتي الحود ومريس في المدخل الجنوبي لمدينة دمت.",
            "2018-11-27",
            {"contested الحود", "contested مريس"},
        ),
    ],
    "it goes on where men attacked": [
        ("هاجم المسلحون ثكنة للجيش في مدينة بني، وقال مصدر إن القتال مستمر حتى الآن.", "2014-10-20", {"contested بني"}),
        ("هاجم المسلحون قافلة قرب مدينة ديفا، وقال مسؤول إن القتال مستمر.", "2018-10-13", set()),
    ],
    "the police fight no war with a crowd": [
        ("اشتبكت الشرطة مع متظاهرين في حي المنصور في بغداد.", "2019-11-20", set()),
    ],
}


@pytest.mark.parametrize(("text", "published", "expected"), [case for cases in FIGHTING.values() for case in cases])
def test_fighting(text: str, published: str, expected: set[str]) -> None:
    assert {f"{claim.relation.value} {claim.place.text}" for claim in read(text, published)} == expected

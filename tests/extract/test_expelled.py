"""Who drives people out of their town has done so, and has not won it by that; who drives men out of it has."""

import pytest
from any_war import claims

PEOPLE = [
    ("The army expelled thousands of civilians from Masisi.", "2024-10-12"),
    ("Serb forces drove thousands of Muslims out of Zvornik.", "1992-04-12"),
    ("The militia drove the population from Bunia.", "2003-05-12"),
    ("The army expelled 500 families from Kirkuk.", "1997-10-12"),
    ("وبدأت قسد إخراج آلاف المهجرين من عفرين نحو مناطقها شرقي الفرات.", "2024-12-02"),
    ("طردت القوات الإسرائيلية آلاف المدنيين من جباليا.", "2024-10-12"),
    ("طردت قوات الدعم السريع مئات الأسر من بلدة ود النورة.", "2024-06-11"),
    ("طردت الميليشيات السكان من بلدة كتم.", "2023-06-05"),
    ("قصف الجيش بلدة عرسال التي فر منها السكان.", "2017-08-22"),
    ("قصف الجيش مدينة بوكافو التي نزح عنها نحو عشرين ألف شخص.", "2025-02-22"),
]


@pytest.mark.parametrize(("text", "published"), PEOPLE)
def test_people_who_are_driven_out_held_nothing(text: str, published: str) -> None:
    assert claims(text, published) == ()


MEN = [
    ("The army drove the rebels out of Goma as residents fled.", "2024-10-12", "Goma"),
    ("Residents said the army had expelled the militia from Masisi.", "2024-10-12", "Masisi"),
    ("Government troops drove Islamic State out of Palmyra, where civilians had been killed.", "2016-03-28", "Palmyra"),
    ("طردت القوات المسلحين من جباليا بعد قتال عنيف.", "2024-10-12", "جباليا"),
    ("طردت القوات الصومالية مسلحي الحركة من مدينة بارطيري بعد نزوح الأهالي منها.", "2015-07-22", "بارطيري"),
    ("دحر الجيش الوطني الحوثيين من مديرية الخوخة، وعاد الأهالي إلى منازلهم.", "2017-12-09", "الخوخة"),
    ("أخرج مقاتلو كاشين الجنود من بلدة لايزا حيث يقيم آلاف النازحين.", "2024-08-11", "لايزا"),
]


@pytest.mark.parametrize(("text", "published", "place"), MEN)
def test_men_who_are_driven_out_lose_a_town_among_its_people_too(text: str, published: str, place: str) -> None:
    assert [(claim.relation, claim.place.text) for claim in claims(text, published)] == [("gained", place)]

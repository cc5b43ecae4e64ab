"""Bases and airports that an Arabic text tells only by the town in which they lie."""

import pytest
from any_war import claims

TAKEN = [
    ("استولى مقاتلو بوكو حرام على قاعدة عسكرية في بلدة باغا.", "2015-01-04", "gained base باغا"),
    ("سيطر جيش أراكان على مقر القيادة العسكرية الغربية في بلدة آن.", "2024-12-20", "gained base آن"),
    ("وأعلن الثوار السيطرة على المطار العسكري في مدينة مصراتة.", "2011-05-11", "gained airport مصراتة"),
    ("سلم الجيش الفرنسي القاعدة العسكرية في بلدة تيساليت إلى الجيش المالي.", "2021-11-13", "gained base تيساليت"),
    ("تقع القاعدة العسكرية في بلدة كولبيو. وقال متحدث إن مقاتلي الحركة سيطروا على القاعدة.", "2017-01-27", "gained base كولبيو"),
    ("هاجمت حركة الشباب ثكنة عسكرية في بلدة بيدوا، وقالت إنها استولت على الثكنة.", "2012-05-13", "gained base بيدوا"),
    (
        "قتل جنود في هجوم على معسكر للجيش في بلدة بوني، قبل أن تستعيد القوات السيطرة على المعسكر.",
        "2019-09-01",
        "gained base بوني",
    ),
]
NOT_TAKEN = [
    ("هبطت الطائرة في المطار الدولي في مدينة غوما.", "2025-05-13"),
    ("سيطرت فرق الإطفاء على حريق في القاعدة العسكرية في بلدة كولوا.", "2025-05-13"),
    ("استولى اللصوص على أسلحة من معسكر في مدينة بورتسودان.", "2025-05-13"),
    ("قصفت الطائرات مقر القيادة العسكرية في بلدة آن.", "2024-12-20"),
]


@pytest.mark.parametrize(("text", "published", "told"), TAKEN)
def test_a_site_bears_the_name_of_its_town(text: str, published: str, told: str) -> None:
    assert {f"{claim.relation.value} {claim.place.kind} {claim.place.text}" for claim in claims(text, published)} == {told}


@pytest.mark.parametrize(("text", "published"), NOT_TAKEN)
def test_what_happens_at_a_site_takes_none(text: str, published: str) -> None:
    assert claims(text, published) == ()

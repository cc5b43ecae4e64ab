"""Arabic places that are given up or taken in hand: garrisons, the last to go, a control that is left, the reins of a town."""

import pytest
from any_war import claims

TOLD = [
    # a garrison is that of its town, and all of a force may give up in a place
    ("استسلمت حامية غزني لطالبان.", "2021-08-13", ["gained غزني TALIBAN"]),
    ("استسلمت الحامية الإيطالية في بنغازي للقوات البريطانية عام 1941.", "1990-01-01", ["gained بنغازي BRITAIN"]),
    ("استسلم الجيش في فيض آباد لطالبان.", "2021-08-13", ["gained فيض آباد TALIBAN"]),
    ("استسلم آخر جنود الجيش في مطار الطبقة العسكري لمقاتلي داعش.", "2014-08-25", ["gained الطبقة ISIS"]),
    ("استسلم عشرات الجنود في غزني لطالبان.", "2021-08-13", []),
    ("استسلم عناصر داعش في هجين لقسد.", "2018-12-13", []),
    ("استسلم مقاتلون من طالبان في غزني للجيش الأفغاني.", "2019-08-13", []),
    # the last soldier to go leaves nobody
    ("غادر آخر جندي فرنسي كيدال.", "2021-10-20", ["lost كيدال FRANCE"]),
    ("انسحب آخر جندي إسرائيلي من صيدا فجر الاثنين.", "1985-02-19", ["lost صيدا ISRAEL"]),
    ("قتل آخر جندي فرنسي في كيدال.", "2021-10-20", []),
    # who gives up control of a place loses it
    ("تخلت قوات النظام عن السيطرة على سراقب.", "2015-03-30", ["lost سراقب SYRIA_GOV"]),
    ("تنازل الجيش السوداني عن السيطرة على بابنوسة لصالح قوات الدعم السريع.", "2025-12-02", ["gained بابنوسة RSF"]),
    ("خرجت سراقب عن سيطرة النظام.", "2015-03-30", ["lost سراقب SYRIA_GOV"]),
    ("رفضت قوات النظام التخلي عن السيطرة على سراقب.", "2015-03-30", []),
    ("تراجعت قوات النظام عن السيطرة على سراقب.", "2015-03-30", []),
    # the reins of a town, and not of a battle or a ministry
    ("أمسك مقاتلو طالبان بزمام الأمور في قندهار.", "2021-08-13", ["gained قندهار TALIBAN"]),
    ("تسلمت الشرطة العراقية مقاليد الأمور في الفلوجة.", "2016-07-13", ["gained الفلوجة IRAQ_GOV"]),
    ("لا يزال الثوار يمسكون بزمام السلطة في مصراتة.", "2011-06-13", ["holds مصراتة LIBYA_REBELS"]),
    ("أمسك الجيش السوري بزمام المبادرة في حلب.", "2016-07-13", []),
    ("يسعى الجيش السوداني إلى الإمساك بزمام الأمور في نيالا.", "2025-07-13", []),
    ("تولى المدرب زمام الأمور في نادي الموصل.", "2025-07-13", []),
]


@pytest.mark.parametrize(("text", "published", "expected"), TOLD)
def test_who_gave_it_up_or_took_it_in_hand(text: str, published: str, expected: list[str]) -> None:
    told = [f"{c.relation} {c.place.text} {c.actor and (c.actor.id or c.actor.text)}" for c in claims(text, published)]
    assert told == expected

"""What an Arabic text tells with the verbs of war of men and of things, and of no town."""

import pytest
from any_war import claims as read

TOLD = {
    "a masculine pronoun is a man's, and no town's": [
        ("قال المصدر إن المتهم فر لدى محاولة ضبطه في بنغازي، إلا أن رجال الأمن سيطروا عليه.", "2019-08-01", set()),
        ("اشتبه الحراس برجل في مقديشو فسيطر عليه جنود القوات الحكومية وسلموه للشرطة.", "2020-03-01", set()),
        ("اقتحم مقاتلو طالبان مطار قندوز وسيطروا عليه.", "2021-08-11", {"gained TALIBAN قندوز"}),
        ("هاجم الجيش السوري مخيم اليرموك وسيطر عليه.", "2018-05-20", {"gained SYRIA_GOV اليرموك"}),
    ],
    "lorries take no town": [
        ("قالت السلطات إن أكثر من 50 صهريجا محملا بالوقود دخلت مدينة حلب أمس.", "2016-09-20", set()),
        ("أكدت الأمم المتحدة أن أربعين شاحنة دخلت مدينة الفاشر التي تحاصرها قوات الدعم السريع.", "2024-11-20", set()),
        ("قال إن قوات الدعم السريع دخلت مدينة ود مدني.", "2023-12-19", {"gained RSF ود مدني"}),
    ],
    "what a body or a building belongs to": [
        ("سيطر مقاتلو الشباب على قرية مبارك. وشاهد السكان جثتين تعود للقوات الحكومية.", "2017-04-01", {"gained SHABAAB مبارك"}),
        (
            "أحرز الجيش تقدما في مدينة بنغازي وسيطر على مقر إدارة مشروع النهر التي كانت تخضع لتنظيم داعش.",
            "2016-04-01",
            set(),
        ),
    ],
    "an open door is no town, nor are most of some men": [
        ("أضاف أن الاعتداء فتح الباب أمام اكتشاف خلايا يقودها الشباب.", "2015-04-01", set()),
        (
            "سيطر الحوثيون على الحوطة. وقال المتحدث إن اللاجئين فقدوا كل شيء، ومعظمهم في حالة صدمة.",
            "2015-08-04",
            {"gained HOUTHI الحوطة"},
        ),
    ],
    "what somebody is to defend he has not left": [
        ("قال إن الثوار الذين تراجعوا غربا يستعدون للدفاع عن مدينة الزاوية.", "2011-03-08", set()),
        ("وتخلت القوات الحكومية السودانية مساء السبت عن مدينة الدبة.", "2024-02-11", {"lost SAF الدبة"}),
    ],
    "of two who are joined behind the verb none drives the other out": [
        ("طردت القوات والميليشيات من مدينة زنجبار.", "2016-08-15", {"lost HOUTHI زنجبار"}),
        ("طردت القوات العراقية والبيشمركة تنظيم داعش من مدينة سنجار.", "2015-11-13", {"gained IRAQ_GOV سنجار"}),
    ],
}


@pytest.mark.parametrize(("text", "published", "expected"), [case for cases in TOLD.values() for case in cases])
def test_no_town(text: str, published: str, expected: set[str]) -> None:
    told = {
        f"{claim.relation.value} {claim.actor.id if claim.actor else None} {claim.place.text}" for claim in read(text, published)
    }
    assert told == expected

"""Which of the places that an Arabic text names beside each other is meant, and how far a name goes."""

import pytest
from any_war import claims as read

from whoheld.model import Extent

MEANT = {
    "what only tells where a village lies is not taken with it": [
        ("أعلنت قسد السيطرة على قرية «تل قراح»، بريف حلب الشمالي، بعد معارك.", "2016-08-22", {"gained SDF تل قراح"}),
        ("سيطر الجيش السوداني على بلدتي الدندر وكركوج بسنار.", "2024-10-24", {"gained SAF الدندر", "gained SAF كركوج"}),
        (
            'سيطرت المقاومة على منطقة "الشقب" بمديرية الموادم، التي كان الحوثيون يسيطرون عليها.',
            "2016-05-22",
            {"gained YEMEN_GOV الشقب", "holds HOUTHI الشقب"},
        ),
        ("زار الوفد مدينة رداع، في محافظة البيضاء، التي يسيطر عليها الحوثيون.", "2018-02-27", {"holds HOUTHI رداع"}),
    ],
    "a side of a town is a part of it": [
        ("أعلن الحوثيون السيطرة على المنطقة الشمالية لعدن.", "2015-05-12", {"gained HOUTHI عدن part"}),
        ("أعلن الجيش العراقي السيطرة على الضاحية الشرقية لمدينة الفلوجة.", "2016-06-10", {"gained IRAQ_GOV الفلوجة part"}),
        ("وسيطر الحوثيون على المنطقة الشمالية لليمن.", "2015-05-12", set()),
    ],
    "the seat of a region is not the region": [
        ("قال إن عاصمة ولاية شمال دارفور الفاشر تخضع لسيطرة الجيش السوداني.", "2024-08-25", {"holds SAF الفاشر"}),
        (
            "وقال إن الدعم السريع هاجم مليط في ولاية شمال دارفور، وأضاف أن عاصمة الولاية تخضع لسيطرة الجيش السوداني.",
            "2024-08-25",
            set(),
        ),
    ],
    "a quarter called after a man has his whole title": [
        (
            "واندلعت اشتباكات في حي ركن الدين وفي حي القدم جنوب العاصمة دمشق.",
            "2012-07-22",
            {"contested None ركن الدين", "contested None القدم"},
        ),
    ],
    "where residents and witnesses speak is the town that they speak of": [
        (
            "سيطر الجيش السوداني على الفاشر. وفي بارا قال شهود إن الدعم السريع سيطر على المدينة.",
            "2025-10-26",
            {"gained SAF الفاشر", "gained RSF بارا"},
        ),
        (
            "انسحب الجيش العراقي من كركوك. وفي تلعفر قال سكان إن داعش سيطر على البلدة كلها.",
            "2014-06-17",
            {"lost IRAQ_GOV كركوك", "gained ISIS تلعفر"},
        ),
        (
            "سيطرت أذربيجان على شوشا. وفي يريفان قال مسؤول إن المعارك مستمرة في المدينة.",
            "2020-11-08",
            {"gained AZERBAIJAN شوشا", "contested AZERBAIJAN شوشا"},
        ),
    ],
    "a verb is no village": [
        (
            "سيطر الثوار الليبيون على البريقة، وأوضح القائد أن الكمين مكن من أسر جنود، مما أتاح تطهير المدينة.",
            "2011-04-02",
            {"gained LIBYA_REBELS البريقة"},
        ),
    ],
    "where who speaks first has his seat is not the town that he speaks of": [
        (
            "دخل مقاتلو حركة 23 مارس بوكافو. والحكومة في كينشاسا تصر على أن المدينة ما زالت في يد الجيش.",
            "2025-02-16",
            {"gained M23 بوكافو", "holds DRC_GOV بوكافو"},
        ),
        (
            "دخلت طالبان قندوز. والحكومة في كابل تقول إن المدينة ما زالت في يد الجيش.",
            "2015-09-29",
            {"gained TALIBAN قندوز", "holds AFGHAN_GOV قندوز"},
        ),
        ("المسؤولون في كييف يصرون على أن باخموت في يد الجيش الأوكراني.", "2023-05-01", {"holds UKRAINE باخموت"}),
        ("والسكان في ساكي يقولون إن البلدة تحت سيطرة المتمردين.", "2025-01-25", {"holds M23 ساكي"}),
    ],
    "a country in which something is has nothing in its hands": [
        (
            "سيطر تنظيم داعش على تدمر. وفي العراق المجاور سقطت الرمادي في أيدي مسلحيه.",
            "2015-05-22",
            {"gained ISIS تدمر", "gained ISIS الرمادي"},
        ),
        (
            "استولى حزب الله على القصير. وفي لبنان بقيت عرسال في يده.",
            "2013-06-22",
            {"gained HEZBOLLAH القصير", "holds HEZBOLLAH عرسال"},
        ),
        ("تقول روسيا إن مدينة ماريوبول صارت في يدها.", "2022-05-01", {"gained RUSSIA ماريوبول"}),
    ],
}


@pytest.mark.parametrize(("text", "published", "expected"), [case for cases in MEANT.values() for case in cases])
def test_which_place(text: str, published: str, expected: set[str]) -> None:
    told = {
        f"{claim.relation.value} {claim.actor.id if claim.actor else None} {claim.place.text}"
        + (" part" if claim.extent is Extent.PART else "")
        for claim in read(text, published)
    }
    assert told == expected

"""What an Arabic text only tells as to come, or as to be done before something else."""

import pytest
from any_war import claims as read

TOLD = {
    "a verb in the future governs what its clause names, and what is joined to it": [
        ("قال متحدث إن قوات الجيش ستتحرك باتجاه مدينة بارا وطرد قوات الدعم السريع منها.", "2024-09-20", set()),
        ("المالكي: قوات البيشمركة ستشارك في تحرير الموصل", "2016-08-17", set()),
        ("قال الوزير إن قوات بلاده ستنسحب من كركوك وتسليمها إلى الشرطة الاتحادية.", "2017-10-04", set()),
        ("أكد المتحدث باسم الجيش الكونغولي سيلفان إيكينج انسحاب القوات من مدينة ساكي.", "2025-02-15", {"lost DRC_GOV ساكي"}),
        ("أعلن القائد سيرسكي استعادة القوات الأوكرانية بلدة ليمان.", "2022-10-02", {"gained UKRAINE ليمان"}),
        (
            "وقالت مصادر إن قوات سيليكا سيطرت على بانغي وإنها ستشكل حكومة انتقالية.",
            "2013-03-25",
            {"gained SELEKA بانغي"},
        ),
    ],
    "what is to be done first has not been done": [
        ("قال إنه بعد استكمال تطهير حي الزهور من داعش ستنتقل القوات إلى غرب الموصل.", "2016-12-20", set()),
        ("أضاف أن الحكومة بعد أن تستعيد كيدال من المسلحين ستنظم انتخابات.", "2013-06-20", set()),
        ("وبعد أن استعاد الجيش السوداني مدينة بارا سيتقدم نحو الأبيض.", "2024-10-10", {"gained SAF بارا"}),
    ],
    "what a fall would lead to": [
        ("يعتقد مراقبون أن سقوط مدينة الفاشر بيد الدعم السريع سيغير مسار الحرب.", "2024-06-25", set()),
        ("سقطت مدينة الفاشر بيد الدعم السريع، وسيغير ذلك مسار الحرب.", "2025-10-27", {"gained RSF الفاشر"}),
    ],
    "what is still so before it has not been done": [
        ("ولا يزال أمام الجيش طريق طويل قبل استعادة السيطرة على أم درمان.", "2023-11-14", set()),
    ],
    "who is threatened has not fallen": [
        ("تخشى الأمم المتحدة على سكان مدينة الأبيض المهددة بالسقوط بيد قوات الدعم السريع.", "2025-11-20", set()),
    ],
    "a mission is a plan, and what is important none": [
        ("حقق التحالف انتصارات مهمة بما في ذلك السيطرة على مدينة لاشيو.", "2024-09-29", {"gained None لاشيو"}),
        ("توجهت القوة في مهمة للسيطرة على مدينة كيدال.", "2023-10-29", set()),
        ("كلفت القوة بمهمة استعادة مدينة كيدال.", "2023-10-29", set()),
        ("بدأت المهمة الصعبة لاستعادة مدينة كيدال.", "2023-10-29", set()),
        ("استولى المقاتلون، بعد قتال عنيف، على مدينة كيدال.", "2012-03-31", {"gained None كيدال"}),
    ],
    "what a capture would be worth": [
        ("وبسيطرتها على مدينة أديغرات تكون القوات الإثيوبية قد قطعت الطريق.", "2020-11-20", {"gained ETHIOPIA_GOV أديغرات"}),
        ("أضاف أن السيطرة على مطار الخرطوم تعد مكسبا كبيرا، لأنه يتمركز فيه الدعم السريع.", "2023-06-10", set()),
    ],
}


@pytest.mark.parametrize(("text", "published", "expected"), [case for cases in TOLD.values() for case in cases])
def test_what_is_to_come(text: str, published: str, expected: set[str]) -> None:
    told = {
        f"{claim.relation.value} {claim.actor.id if claim.actor else None} {claim.place.text}" for claim in read(text, published)
    }
    assert told == expected

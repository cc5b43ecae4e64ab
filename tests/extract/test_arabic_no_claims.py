"""What an Arabic text says in the words of control without claiming that anybody has a place, and whose deed it does not tell."""

import pytest
from any_war import claims as read

TOLD = {
    "what is excepted from a denied verb is somebody's only where it remains": [
        ("لم تقصف المقاتلات التركية سوى بلدة تل رفعت.", "2018-03-02", set()),
        ("ولم تستهدف القوات الإسرائيلية إلا مدينة صور.", "2024-10-20", set()),
        ("لا يحاصر الجيش سوى مدينة درنة.", "2017-08-20", set()),
        ("لم يبق أمام القوات الحكومية إلا بلدة نصيب.", "2018-07-05", set()),
        ("لم يتبق للتنظيم في الأنبار سوى بلدة راوة.", "2017-11-10", {"holds ISIS راوة"}),
        ("لا تملك حركة الشباب سوى مدينة كيسمايو.", "2012-09-10", {"holds SHABAAB كيسمايو"}),
    ],
    "what alone remains in somebody's hands is his": [
        ("لم يتبق سوى مدينة القائم بيد التنظيم.", "2017-10-20", {"holds ISIS القائم"}),
        ("ولم تبق سوى مدينة تعز تحت سيطرة القوات الحكومية.", "2016-04-01", {"holds YEMEN_GOV تعز"}),
        ("لم تعد مدينة القائم بيد التنظيم.", "2017-11-04", {"lost ISIS القائم"}),
    ],
    "to lay something other than a hand on a town takes none": [
        ("وضع التحالف قيودا على مدينة الحديدة.", "2017-11-10", set()),
        ("وضعت الحكومة يدها على مدينة بيدوا.", "2026-03-30", {"gained SOMALI_GOV بيدوا"}),
    ],
    "a town that is only called freed was not freed by whoever else is named": [
        ("زار الوزير بلدة القريتين المحررة التي دمرها تنظيم داعش.", "2016-04-20", {"gained None القريتين"}),
        ("عاد السكان إلى مدينة بيجي المحررة بعد أن نسف داعش مصفاتها.", "2015-11-20", {"gained None بيجي"}),
        ("زار الوزير مدينة بيجي المحررة على يد القوات العراقية.", "2015-11-20", {"gained IRAQ_GOV بيجي"}),
    ],
    "what is said to be a must, far off, decided or vied for is not done": [
        ("تحدث القائد عن وجوب تطهير مدينة درنة من المسلحين.", "2018-05-20", set()),
        ("قال البنتاغون إن القوات الروسية لا تزال بعيدة عن السيطرة على مدينة خاركيف.", "2022-04-20", set()),
        ("قررت القوات الفرنسية الانسحاب من مدينة تمبكتو.", "2021-10-20", set()),
        ("تتسابق الفصائل على السيطرة على مدينة الباب.", "2017-01-20", set()),
        ("قررت الحكومة فتح المعبر بعد أن انسحبت المعارضة من مدينة نصيب.", "2018-10-20", {"lost SYRIA_OPP نصيب"}),
    ],
    "who storms a town to arrest people takes none, and loses none when he leaves": [
        (
            "اقتحمت قوة إسرائيلية قبل ظهر اليوم الأحد البلدة القديمة وسط مدينة الخليل.\nواعتقلت القوة ثلاثة شبان.",
            "2023-05-14",
            set(),
        ),
        ("القوات الإسرائيلية تقتحم قلقيلية وتعتقل أربعة", "2023-05-14", set()),
        ("اقتحمت قوة خاصة حي الزيتون في مدينة غزة بحثا عن مطلوبين ثم غادرته.", "2022-01-10", set()),
        ("انسحبت القوات الإسرائيلية من بلدة قباطية بعد أن اعتقلت شابين.", "2023-05-14", set()),
        ("شنت القوات الإسرائيلية حملة مداهمات في طوباس قبل أن تنسحب من المدينة.", "2023-05-14", set()),
        (
            "اقتحمت القوات العراقية مدينة هيت وسيطرت على المدينة. واعتقلت القوات عشرات المسلحين.",
            "2016-04-14",
            {"gained IRAQ_GOV هيت"},
        ),
        ("انسحب الحوثيون من مدينة عتق. واعتقلت المقاومة عشرات منهم.", "2015-08-15", {"lost HOUTHI عتق"}),
    ],
    "what a fall would do is told before it, too": [
        ("سيعزز سقوط مدينة الحديدة بيد القوات الحكومية موقف التحالف.", "2018-06-15", set()),
        ("قد يغير سقوط كادوقلي في أيدي الدعم السريع مسار الحرب.", "2025-12-15", set()),
        ("عزز سقوط مدينة الحزم بيد الحوثيين موقفهم.", "2020-03-05", {"gained HOUTHI الحزم"}),
    ],
    "what something makes easy is not done": [
        ("تسهل الأمطار سيطرة المتمردين على بلدة ميناكا.", "2024-07-10", set()),
        ("ومن شأن ذلك أن يمهد لسيطرة الجيش على مدينة كيدال.", "2023-07-10", set()),
        ("سهلت الانقسامات سيطرة الحوثيين على مدينة عمران.", "2014-07-10", {"gained HOUTHI عمران"}),
    ],
    "people are no army, and from whom they flee has lost nothing": [
        ("غادر آلاف الأفغان مدينة غزني خوفا من طالبان.", "2018-08-15", set()),
        ("رحيل مئات العراقيين من الرمادي قبل الهجوم", "2015-04-15", set()),
        ("رحيل مئات المقاتلين السوريين من الزبداني", "2017-04-15", {"lost None الزبداني"}),
        ("أخلى الجيش مدينة سبها من المسلحين.", "2019-02-01", {"gained LNA سبها"}),
        ("فرنسا تطرد السفير الروسي وتستدعي سفيرها من موسكو", "2022-04-05", set()),
        ("صندوق استثماري قطري يستحوذ على ميناء صحار", "2019-04-05", set()),
        ("البيت الأبيض يدين القصف الروسي لإدلب", "2020-02-05", set()),
    ],
    "for whom a spokesman speaks is not the area, nor is one told only by what it lies at": [
        ("أعلن المتحدث باسم منطقة هيران انسحاب القوات الحكومية من المنطقة.", "2025-07-29", set()),
        ("قصفت الطائرات مدينة حماة. وسيطرت الفصائل على المنطقة المطلة على المطار.", "2015-08-18", set()),
        (
            "سيطرت الفصائل على منطقة الراشدين. وانسحب الجيش من المنطقة.",
            "2015-06-18",
            {"gained SYRIA_OPP الراشدين", "lost SYRIA_GOV الراشدين"},
        ),
    ],
    "who is linked to a group, or joined by men of a land, is still himself": [
        (
            "سيطرت بوكو حرام على مدينة باما. وتسيطر الجماعة المرتبطة بتنظيم الدولة على بلدة غوزا.",
            "2015-03-20",
            {"gained BOKO_HARAM باما", "holds BOKO_HARAM غوزا"},
        ),
        ("انسحب المسلحون المرتبطون بالقاعدة من زنجبار.", "2012-06-12", {"lost AQAP زنجبار"}),
        ("تسيطر قوات النظام والميليشيات الإيرانية على مدينة البوكمال.", "2020-01-12", {"holds SYRIA_GOV البوكمال"}),
        ("دخلت القوات الروسية والميليشيات الإيرانية مدينة تدمر.", "2017-03-02", {"gained RUSSIA تدمر"}),
    ],
    "houses fall, and so do persons, shops are opened, and a claim that is called false is denied": [
        ("انهيار مدرسة في هجوم انتحاري وسط مدينة قندهار", "2018-06-01", set()),
        ("سقطت مدينة سبها ضحية السيول.", "2024-08-12", set()),
        ("تفتح الشركة متاجر جديدة في مدينة مصراتة.", "2024-08-12", set()),
    ],
    "whose ally a group is does not act, and a town far off is nobody": [
        (
            "قالت الوزارة إن وحدات حماية الشعب حفرت أنفاقا. وأضافت أن الجماعة المتحالفة مع واشنطن تسيطر على مدينة منبج.",
            "2018-05-10",
            {"holds YPG منبج"},
        ),
        ("قوات تيغراي بعيدة عن أديس أبابا رغم سيطرتها على لاليبيلا.", "2021-12-14", {"gained TPLF لاليبيلا"}),
        ("لا تزال القوات الروسية بعيدة كل البعد عن السيطرة على خاركيف.", "2022-04-20", set()),
    ],
    "what is or no longer is outside somebody's hands he has not lost now": [
        ("لم يتبق سوى بلدة هي الرستن خارج سيطرة النظام.", "2018-05-01", set()),
        ("لم تعد مدينة الرستن خارج سيطرة النظام.", "2018-05-20", set()),
    ],
    "the capitals of two provinces are named behind them": [
        (
            "سيطرت حركة إم 23 (23 مارس) على عاصمتيهما غوما وبوكافو.",
            "2025-04-05",
            {"gained M23 غوما", "gained M23 بوكافو"},
        ),
    ],
}


@pytest.mark.parametrize(("text", "published", "expected"), [case for cases in TOLD.values() for case in cases])
def test_no_claim(text: str, published: str, expected: set[str]) -> None:
    told = {
        f"{claim.relation.value} {claim.actor.id if claim.actor else None} {claim.place.text}" for claim in read(text, published)
    }
    assert told == expected


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("يحيي السوريون اليوم الاثنين الذكرى الأولى للثورة ودخول الفصائل مدينة حماة.", "2025-12-08"),
        ("احتفل السكان، أمس، بالذكرى الثالثة للنصر واستعادة القوات العراقية مدينة الرمادي.", "2018-12-29"),
    ],
)
def test_an_anniversary_is_not_the_day_of_what_it_remembers(text: str, published: str) -> None:
    told = read(text, published)
    assert len(told) == 1
    assert told[0].when.basis != "stated"
    assert told[0].telling == "background"


def test_fighting_in_streets_without_any_phrase_is_read() -> None:
    assert not read("تجددت الاشتباكات في الأحياء.", "2024-01-01")


def test_a_claim_that_is_called_false_is_denied() -> None:
    told = read("زعمت القوات الروسية زورا الاستيلاء على مدينة ليمان.", "2023-04-03")
    assert {claim.modality.value for claim in told} == {"denied"}


def test_the_other_name_of_a_movement_is_no_day() -> None:
    told = read("تسيطر حركة إم 23 (23 مارس) على مدينة غوما منذ عام 2025.", "2025-12-05")
    assert [str(claim.when.latest)[:4] for claim in told] == ["2025"]
    assert all(str(claim.when.latest) != "2025-03-23" for claim in told)

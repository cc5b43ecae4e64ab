"""What Arabic news tells of a thing, a share or some villages in a place, and not of the place itself."""

import pytest
from any_war import claims as read

TOLD = {
    "a university or a hospital is not its town": [
        ("القوات العراقية تستعيد جامعة الموصل من تنظيم الدولة.", "2017-01-14", set()),
        ("دخلت القوات الأمنية جامعة تكريت.", "2015-03-20", set()),
        ("استعادت القوات الحكومية مستشفى تعز من الحوثيين.", "2016-05-20", set()),
        ("استعاد الجيش الليبي أمس مدينة درنة.", "2018-06-20", {"gained LNA درنة whole"}),
        ("دخل الجيش صباحا مدينة تدمر.", "2016-03-27", {"gained SYRIA_GOV تدمر whole"}),
    ],
    "villages and positions that lie in a place": [
        ("استعاد الجيش اليمني ثلاث بلدات أخرى بمحافظة لحج.", "2015-08-12", set()),
        ("أعلن الجيش السوداني استعادة 4 بلدات بولاية الجزيرة.", "2024-06-12", set()),
        ("سيطرت المعارضة السورية على خمس قرى جديدة بريف حماة.", "2014-06-12", set()),
        ("سيطر الجيش السوري على مواقع جديدة بحلب.", "2016-05-12", {"gained SYRIA_GOV حلب part"}),
        ("انسحبت القوات الفرنسية من مواقعها في كيدال.", "2022-05-12", {"lost FRANCE كيدال whole"}),
        (
            "سيطر الجيش الروسي على 3 قرى أخرى بمقاطعة دونيتسك، هي: «كراسني، ونيفيلسكي».",
            "2024-06-12",
            {"gained RUSSIA كراسني whole", "gained RUSSIA نيفيلسكي whole"},
        ),
    ],
    "what is taken on the way to a town": [
        ("سيطر الجيش السوري على تلة استراتيجية في معركة السيطرة على مدينة القصير.", "2013-05-25", set()),
        (
            "أفيد عن اشتباكات بين الجيش السوري والثوار في بساتين الرازي في حي المزة وفي حي برزة في شمال شرق دمشق.",
            "2012-07-20",
            {"contested SYRIA_GOV المزة whole", "contested SYRIA_GOV برزة whole"},
        ),
        ("سيطرت حركة الشباب على بلدة مهمة في هجومها على مدينة بلدوين.", "2025-05-25", set()),
        (
            "سيطر المتمردون على بلدة ساكي وعلى مدينة غوما.",
            "2025-01-27",
            {"gained M23 ساكي whole", "gained M23 غوما whole"},
        ),
    ],
    "a building or posts that lie in a place or by it": [
        ("اقتحم المسلحون مقر شرطة مدينة بعقوبة.", "2014-06-17", set()),
        ("قصف الطيران مقر الفرقة بمدينة صنعاء، الذي سيطر عليه الحوثيون في سبتمبر.", "2015-11-08", set()),
        ("قصف الطيران مدينة زنجبار، التي سيطر عليها الحوثيون في مارس.", "2015-06-08", {"gained HOUTHI زنجبار whole"}),
        ("انسحبت قوات قسد من مواقع قرب منبج وتركتها للجيش السوري.", "2018-12-28", set()),
        (
            "انسحب الجيش السوري من مواقعه في مدينة الرقة وتركها لتنظيم داعش.",
            "2014-01-14",
            {"lost SYRIA_GOV الرقة whole", "gained ISIS الرقة whole"},
        ),
    ],
    "a relative of one town behind several": [
        (
            "قصف الجيش السوري بلدتي بنش وتفتناز ومدينة سراقب التي سيطرت عليها المعارضة العام الماضي.",
            "2016-12-12",
            {"gained SYRIA_OPP سراقب whole"},
        ),
        (
            "نزح السكان من بلدات بارا والنهود ومدينة الفاشر التي سيطرت عليها قوات الدعم السريع الشهر الماضي.",
            "2025-11-12",
            {"gained RSF الفاشر whole"},
        ),
        (
            "نزح السكان من مدينتي بارا والنهود اللتين سيطرت عليهما قوات الدعم السريع الشهر الماضي.",
            "2025-06-12",
            {"gained RSF بارا whole", "gained RSF النهود whole"},
        ),
    ],
    "some of the men who leave": [
        ("سحبت القوات الفرنسية بعض جنودها من مدينة كيدال.", "2013-04-10", set()),
        ("سحب الجيش الإسرائيلي عددا من جنوده من مدينة خان يونس.", "2024-02-10", set()),
        ("انسحبت بعض القوات الروسية من بلدة ليمان.", "2022-10-01", set()),
        ("سحب الجيش الإسرائيلي جميع قواته من مدينة خان يونس.", "2024-04-10", {"lost ISRAEL خان يونس whole"}),
    ],
    "a land by which men are called": [
        ("استعاد مسلحو تيغراي السيطرة على مدينة لاليبيلا.", "2021-12-12", {"gained None لاليبيلا whole"}),
        ("سيطر مقاتلو تعز على مديرية المخا.", "2017-02-10", {"gained None المخا whole"}),
        ("أعلنت قوات جمهورية دونيتسك سيطرتها على بلدة ليمان.", "2022-05-27", {"gained DPR ليمان whole"}),
        (
            "أعلنت القوات الأذربيجانية انتزاع مدينة هدروت من قبضة قوات جمهورية قره باغ.",
            "2020-10-10",
            {"gained AZERBAIJAN هدروت whole"},
        ),
        ("وقال مقاتلون تحركوا نحو المدينة إنهم سيطروا على سرت.", "2016-07-12", {"gained None سرت whole"}),
    ],
}


@pytest.mark.parametrize(("text", "published", "expected"), [case for cases in TOLD.values() for case in cases])
def test_larger_place(text: str, published: str, expected: set[str]) -> None:
    told = {
        f"{claim.relation.value} {claim.actor.id if claim.actor else None} {claim.place.text} {claim.extent.value}"
        for claim in read(text, published)
    }
    assert told == expected


def test_most_of_the_men_who_leave_a_town_lose_it() -> None:
    (claim,) = read("غادر معظم مقاتلي القاعدة المكلا مساء الأحد.", "2016-04-25")
    assert (claim.relation, claim.actor.id, claim.place.text) == ("lost", "AQAP", "المكلا")

"""Arabic: for whom somebody speaks, and what is no voice at all."""

import pytest
from any_war import claims

SPEAKERS = [
    # «عسكرية» is no «his»
    ("أفادت مصادر عسكرية بأن الحوثيين سيطروا على مديرية ماهلية.", "2020-09-03", "attributed YEMEN_GOV"),
    ("قالت مصادر عسكرية إن حركة الشباب دخلت بلدة عدن يبال.", "2025-04-16", "attributed SOMALI_GOV"),
    ("قالت إدارة أرض الصومال إن قواتها انسحبت من لاسعانود.", "2023-08-25", "attributed SOMALILAND"),
    # a spokesman of no state does not speak for the one at home
    ("قال متحدث باسم المعارضة الليبية إن الثوار سيطروا على أجدابيا.", "2011-03-26", "attributed None"),
    ("وقال المتحدث باسم المستشفى الميداني إن كتائب القذافي دخلت مصراتة.", "2011-04-10", "attributed None"),
    ("أكد متحدث باسم الأمم المتحدة أن قوات الدعم السريع سيطرت على سنجة.", "2024-06-30", "attributed None"),
    ("قال متحدث باسم الرئاسة إن القوات الأوكرانية استعادت خيرسون.", "2022-11-11", "attributed UKRAINE"),
    # a correspondent is on no side in the country where he is, nor a station by its name, nor who is called like a capital
    ("وقال مراسل الجزيرة في العراق إن تنظيم الدولة سيطر على هيت.", "2014-10-10", "attributed None"),
    ("وذكر راديو فرنسا الدولي أن المتمردين سيطروا على بامباري.", "2012-12-24", "attributed None"),
    ("وقال رئيس بلدية كونا مامادو باكو إن الجهاديين سيطروا على البلدة.", "2013-01-10", "attributed None"),
    ("قال المتحدث باسم الجيش في السودان إن الجيش استعاد بارا.", "2025-05-28", "attributed SAF"),
    ("وقالت حكومة باكو إن قواتها سيطرت على شوشا.", "2020-11-08", "attributed AZERBAIJAN"),
    # authorities are of those to whom they are told to be loyal; rebels' are not the state's
    ("أعلنت السلطات الموالية لموسكو في دونيتسك سيطرة القوات على مارينكا.", "2023-12-25", "attributed RUSSIA"),
    ("أعلنت السلطات المحلية الموالية لحفتر السيطرة على سبها.", "2019-02-01", "attributed LNA"),
    ("قالت السلطات الانفصالية في لوغانسك إن ليسيتشانسك باتت تحت سيطرتها.", "2022-07-03", "attributed None"),
    ("قالت السلطات المحلية إن المتمردين سيطروا على كيتشانغا.", "2023-01-27", "attributed DRC_GOV"),
    ("وقالت مصادر طبية سودانية إن الدعم السريع دخل مدينة الرهد.", "2024-03-01", "attributed None"),
    # where somebody sits is not for whom he speaks, unless he has an office there
    ("ذكرت وسائل إعلام محلية في السودان أن الدعم السريع سيطر على الفولة.", "2024-06-20", "attributed None"),
    ("أعلنت بعثة الأمم المتحدة في مالي أن الجيش دخل كيدال.", "2023-11-14", "attributed None"),
    ("وقال مسؤولون أكراد في العراق إن تنظيم داعش استولى على زمار.", "2014-08-03", "attributed None"),
    ("قالت السلطات في مالي إن الجيش دخل كيدال.", "2023-11-14", "attributed MALI_GOV"),
    # «كما» adds a deed, and an officer who comes back to confirm speaks
    ("كما تقدمت قوات البشمركة نحو الطريق العام، وحررت بلدة بعشيقة.", "2016-10-20", "asserted None"),
    ("كما أفادت قوات البشمركة بأنها حررت بلدة بعشيقة.", "2016-10-20", "attributed PESHMERGA"),
    ("عاد متحدث باسم القوات التابعة للواء المتقاعد خليفة حفتر ليؤكد أن القوات سيطرت على غريان.", "2019-04-05", "attributed LNA"),
]


@pytest.mark.parametrize(("text", "published", "expected"), SPEAKERS)
def test_for_whom_somebody_speaks(text: str, published: str, expected: str) -> None:
    assert [f"{claim.modality} {claim.speaker and claim.speaker.id}" for claim in claims(text, published)] == [expected]


ACTORS = [
    # «الميليشيات» are who is called so, and not who was named last
    (
        "أعلنت الميليشيات المسلحة هجوما. وانسحبت قوات سوريا الديمقراطية من منغ. وقالت الميليشيات إنها دخلت مورك.",
        "2024-12-01",
        ["lost منغ SDF whole", "gained مورك None whole"],
    ),
    (
        "انسحبت البشمركة من كركوك. وقالت الميليشيات إنها دخلت طوزخورماتو.",
        "2017-10-16",
        ["lost كركوك PESHMERGA whole", "gained طوزخورماتو None whole"],
    ),
    ("هاجم الحوثيون مأرب. وقالت الميليشيات إنها سيطرت على رحبة.", "2021-09-04", ["gained رحبة HOUTHI whole"]),
    # the men of a group that only a noun tells, and an administration's
    (
        "بدأ متمردو حركة 23 مارس الانسحاب. وأكمل عناصر الحركة المتمردة انسحابهم من غوما.",
        "2012-12-02",
        ["lost غوما M23 whole"],
    ),
    ("أعلنت حركة الشباب هدنة. وانسحب مقاتلو الحركة المتشددة من بلدة مهداي.", "2016-12-02", ["lost مهداي SHABAAB whole"]),
    ("قالت إدارة أرض الصومال إن قواتها انسحبت من لاسعانود.", "2023-08-25", ["lost لاسعانود SOMALILAND whole"]),
    ("قالت الإدارة المحلية إن قواتها دخلت بلدة عيل دير.", "2023-01-17", ["gained عيل دير None whole"]),
    ("تمكن الجيش اليمني واللجان الشعبية من استعادة مدينة الحزم.", "2020-03-03", ["gained الحزم HOUTHI whole"]),
    # an office of security secures nothing
    ("استولت الجماعة على المرافق الحكومية بمحافظة عمران ومنها إدارة أمن المحافظة.", "2014-07-10", []),
    # a clause on quarters of a town tells of these
    ("قصفت الطائرات بعض أحياء مدينة دير الزور التي يسيطر عليها داعش.", "2016-01-16", ["holds دير الزور ISIS part"]),
    # who takes back what another had of a region has a part of it
    (
        "وأضاف الحوثيون أن قواتهم استعادت كل المناطق التي احتلها العدو في مديرية الصومعة.",
        "2021-07-10",
        ["gained الصومعة HOUTHI part"],
    ),
    (
        "استعادت القوات الحكومية كل المناطق التي احتلها الحوثيون في مديرية بيحان.",
        "2022-01-10",
        ["gained بيحان YEMEN_GOV part"],
    ),
    ("استعاد الجيش السوداني عددا من القرى التي كانت بيد المتمردين في ولاية سنار.", "2024-12-01", ["gained سنار SAF part"]),
    (
        "استعاد الجيش السوداني جميع الأحياء التي سيطر عليها المتمردون في مدينة أم درمان.",
        "2024-12-01",
        ["gained أم درمان SAF part"],
    ),
    ("استعاد الجيش الطرق التي قطعها المسلحون في محافظة حمص.", "2013-05-10", []),
    ("انسحبت القوات الموالية للواء المتقاعد خليفة حفتر من ترهونة.", "2020-06-05", ["lost ترهونة LNA whole"]),
    # a spokesman's men are those of the front that is named before
    (
        "دخل مقاتلو جبهة تحرير شعب تيغراي لاليبيلا. وقال المتحدث باسم الجبهة جيتاتشو رضا إن مقاتليها انسحبوا من كومبولشا.",
        "2021-12-08",
        ["gained لاليبيلا TPLF whole", "lost كومبولشا TPLF whole"],
    ),
    (
        "انتشرت الحركة الشعبية في الجبال. وقال المتحدث باسم الحركة إن قواتها انسحبت من كادقلي.",
        "2024-06-08",
        ["lost كادقلي SPLM_N whole"],
    ),
    (
        "قاتل الجيش الجبهة الثورية السودانية. وأعلن المتحدث باسم الجبهة أن قواتها دخلت أبو كرشولا.",
        "2013-04-29",
        ["gained أبو كرشولا None whole"],
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), ACTORS)
def test_whose_men_and_what_parts(text: str, published: str, expected: list[str]) -> None:
    found = claims(text, published)
    assert [f"{c.relation} {c.place.text} {c.actor and c.actor.id} {c.extent}" for c in found] == expected


WORDS = [
    ("وجاء الإعلان عن استعادة الجيش المالي مدينة كونا بعد ساعات من القصف.", "2013-01-12", None),
    ("ولم يذكر البيان أي تفاصيل عن سيطرة الجيش على مدينة كادقلي.", "2024-11-30", None),
    ("وأكد مسؤول بالهاتف مع رويترز أن المتمردين سيطروا على بلدة بوكافو.", "2025-02-16", "مسؤول"),
    ("وبحسب مصادر عسكرية سودانية فإن قوات الجيش دخلت مدينة بارا.", "2025-05-10", "مصادر عسكرية سودانية"),
    ("وأكد المصدر لـ«الشرق الأوسط» أن الميليشيا تسيطر على ميناء الحديدة.", "2019-04-10", "المصدر"),
    ("أما المرصد السوري فقال إن الجيش دخل تدمر.", "2016-03-27", "المرصد السوري"),
    ("قال قائد ميداني لوكالة رويترز إن الثوار دخلوا سرت.", "2011-10-10", "قائد ميداني"),
    ("ووفقا لوسائل إعلام محلية دخل الجيش السوداني ود مدني.", "2025-01-11", "وسائل إعلام محلية"),
    ('نقلت وكالة "رويترز" للأنباء عن المسماري قوله إن قواته تسيطر على ترهونة.', "2019-04-05", "المسماري"),
    ("ذكرت وكالة الأناضول للأنباء أن قوات الوفاق سيطرت على ترهونة.", "2020-06-05", "وكالة الأناضول للأنباء"),
]


@pytest.mark.parametrize(("text", "published", "speaker"), WORDS)
def test_the_words_for_a_speaker_are_his_alone(text: str, published: str, speaker: str) -> None:
    (claim,) = claims(text, published)
    assert (claim.modality, claim.speaker and claim.speaker.text) == ("attributed", speaker)


def test_who_speaks_for_his_part_does_not_confirm_the_enemy() -> None:
    text = "أعلنت قوات النظام سيطرتها على داريا. من جهته قال ناشط إن داريا محررة بالكامل."
    said = [
        claim.speaker and claim.speaker.text
        for claim in claims(text, "2012-12-15")
        if claim.actor and claim.actor.id == "SYRIA_GOV"
    ]
    assert said == ["قوات النظام"]

"""Which date an Arabic sentence gives to which place, and which it gives to none."""

import any_war
import pytest
from small_war import Claims

from whoheld.interval import prefix

TOLD = {
    "the second of two places has the day that stands right behind it": [
        ("سيطرت قسد الثلاثاء على هجين، وعلى السوسة مساء الخميس.", {"هجين": "2024-05-14", "السوسة": "2024-05-16"}),
        ("سيطرت قسد على هجين والسوسة يوم الخميس.", {"هجين": "2024-05-16", "السوسة": "2024-05-16"}),
    ],
    "the time before a further place is its own, and not that of the first": [
        (
            "سيطرت قسد على هجين، ثم في 5 مايو على السوسة، وبعدها بيومين على الشعفة.",
            {"هجين": None, "السوسة": "2024-05-05", "الشعفة": "2024-05-07"},
        ),
        ("استعاد الجيش هجين في مارس 2017، وبعدها في مايو السوسة.", {"هجين": "2017-03", "السوسة": "2017-05"}),
        ("سقطت مأرب، ثم في 5 مايو عدن، وفي 7 مايو الحديدة.", {"مأرب": None, "عدن": "2024-05-05", "الحديدة": "2024-05-07"}),
        (
            "سيطر الحوثيون على مأرب ثم في 5 مايو على عدن وعلى الحديدة في 7 منه.",
            {"مأرب": None, "عدن": "2024-05-05", "الحديدة": "2024-05-07"},
        ),
        ("سيطرت قسد على هجين، وفي 5 مايو السوسة كانت هادئة.", {"هجين": None}),
        ("سيطرت قسد على هجين، وبعدها بيومين على السوسة شنت الطائرات غارات.", {"هجين": None}),
        ("سيطرت قسد على هجين، وفي 5 مايو قصف الجيش السوسة.", {"هجين": None}),
    ],
    "a date in what is said of a town behind its own is no second one": [
        (
            "أعلن الجيش في الرابع من الشهر استيلاءه على هجين وفي التاسع منه على السوسة، وهي رواية نفتها قسد أمس.",
            {"هجين": "2024-05-04", "السوسة": "2024-05-09"},
        ),
    ],
    "towns behind «بعد» that only a date follows were taken before": [
        (
            "سيطرت قسد أمس على هجين، بعد السوسة الخميس والشعفة الأربعاء.",
            {"هجين": "2024-05-19", "السوسة": "2024-05-16", "الشعفة": "2024-05-15"},
        ),
        ("دخل الجيش تدمر، بعد الرقة في مارس.", {"تدمر": None, "الرقة": "2024-03"}),
        ("سقطت نيالا بيد المسلحين بعد الفاشر في 5 مايو.", {"نيالا": None, "الفاشر": "2024-05-05"}),
        ("سيطر الجيش على هجين بعد الرقة.", {"هجين": None}),
        ("سيطر الجيش على هجين بعد معارك الرقة في مارس.", {"هجين": None}),
        ("قصف الجيش هجين أمس، بعد الرقة الخميس.", {}),
        ("سيطر الجيش على هجين، بعد أن قصف الرقة الخميس.", {"هجين": None}),
    ],
    "what has been won since an attack began was won at some time since": [
        ("ومنذ بدء الهجوم في 27 أبريل سيطرت قسد على هجين.", {"هجين": "2024"}),
        ("ومنذ اندلاع القتال في 3 مايو، استعاد الجيش مأرب.", {"مأرب": "2024-05"}),
        ("منذ سيطرة قسد على هجين في 3 مايو يعيش السكان في خوف.", {"هجين": "2024-05-03"}),
        ("تسيطر قسد على هجين منذ انسحاب الجيش في 3 مايو.", {"هجين": "2024-05-03"}),
    ],
    "some time ago in a relative clause is before what its sentence tells": [
        ("أخلى الجيش في شباط 2019 مدينة هجين التي دخلها قبل عام.", {"هجين": "2018"}),
        ("خسر الجيش أمس مدينة هجين التي دخلها قبل أسبوع.", {"هجين": "2024-05-13"}),
    ],
    "a weekday in brackets says which day yesterday was": [
        ("أحكمت قسد، أمس (الأحد)، سيطرتها على هجين.", {"هجين": "2024-05-19"}),
        ("بسط الجيش، أول من أمس (السبت)، سيطرته على مأرب.", {"مأرب": "2024-05-18"}),
    ],
    "the same day is in the month that its sentence names, not the day of a sentence before": [
        (
            "سيطرت قسد الأربعاء على الرقة. وفي شباط الماضي استولت داعش على هجين قبل أن يستعيدها الجيش في اليوم نفسه.",
            {"الرقة": "2024-05-15", "هجين": "2024-02"},
        ),
    ],
    "a month of the other calendar that is a name dates nothing": [
        ("دخلت القوات من باب رمضان، وسيطرت على هجين.", {"هجين": None}),
        ("أعلن اللواء رمضان الشهابي سيطرة قواته على سرت.", {"سرت": None}),
        ("سيطر الجيش على هجين في عملية شعبان.", {"هجين": None}),
        ("سيطر الجيش على هجين في رمضان.", {"هجين": "2024"}),
        ("سيطر الجيش على هجين في شهر شعبان الماضي.", {"هجين": "2024"}),
    ],
    "the day of a verb is not that of a relative clause before its object": [
        ("التقى المقاتلون الذين سيطروا على هجين الوسطاء يوم الخميس.", {"هجين": None}),
        ("غادر المقاتلون الذين خسروا بلدة هجين يوم الخميس.", {"هجين": "2024-05-16"}),
    ],
    "a day is no part of the name of the town after it": [
        ("استعاد الجيش أمس الأحد مدينة هجين.", {"هجين": "2024-05-19"}),
        ("استعادت قسد في 5 مارس 2019 مدينة الرقة.", {"الرقة": "2019-03-05"}),
        ("دخل الجيش السوداني في مارس 2023 مدينة نيالا.", {"نيالا": "2023-03"}),
    ],
    "days that nobody counts are none": [
        ("سيطر الحوثيون في الأسابيع الماضية على عدن.", {"عدن": None}),
        ("سيطرت قسد خلال الأشهر الأخيرة على الرقة.", {"الرقة": None}),
    ],
    "two days before another are counted from it": [
        ("استعاد الجيش الأحد هجين. وكان الجيش قد دخل السوسة في اليومين السابقين.", {"هجين": "2024-05-19", "السوسة": "2024-05"}),
    ],
    "some days ago is between two and ten days ago, unless they are counted from something": [
        ("استعاد الجيش قبل أيام مدينة هجين.", {"هجين": "2024-05"}),
        ("سيطرت قسد على هجين قبل أيام من سقوط الرقة.", {"هجين": None}),
    ],
    "the first day of something is not today": [
        ("أخذت قسد هجين في اليوم الأول من العملية.", {"هجين": None}),
        ("أخذت قسد هجين اليوم الاثنين.", {"هجين": "2024-05-20"}),
    ],
    "what came then has no day of its own": [
        ("دخلت قسد يوم السبت مدينة هجين ثم أخلت مدينة السوسة.", {"هجين": "2024-05-18", "السوسة": None}),
    ],
    "a day is not that of what another says meanwhile": [
        ("أكدت قسد مساء السبت سيطرتها على هجين، بينما أعلن الجيش أنه استعاد السوسة.", {"هجين": "2024-05-18", "السوسة": None}),
    ],
    "what is left behind is left on the day on which it is": [
        ("قالت قسد إن مدينة هجين باتت خالية من داعش بعد خروج آخر الحافلات اليوم الاثنين.", {"هجين": "2024-05-20"}),
        ("سيطر الجيش على هجين بعد انسحاب قسد يوم السبت.", {"هجين": "2024-05-18"}),
        ("سيطرت قسد على هجين بعد غارات الجمعة.", {"هجين": None}),
    ],
    "what a verb tells as a consequence was on the same day": [
        ("انسحبت قسد أمس الأحد نحو الحدود من السوسة، فدخلها الجيش.", {"السوسة": "2024-05-19"}),
    ],
    "last week is over": [
        ("خسرت قسد هجين الأسبوع الماضي.", {"هجين": "2024-05"}),
    ],
    "a month is that of the last day named, whatever year was": [
        (
            "دخل الجيش هجين الأربعاء. وكانت قسد تسيطر على الرقة منذ 1993. وعادت السوسة إلى الجيش في العاشر من الشهر نفسه.",
            {"هجين": "2024-05-15", "الرقة": "1993", "السوسة": "2024-05-10"},
        ),
    ],
    "what a relative clause recalls does not lead on": [
        (
            "في 24 مايو 1982 استعاد الجيش مدينة هجين التي احتلتها قسد في أكتوبر 1980. وبعد أربع سنوات احتل الجيش السوسة.",
            {"السوسة": "1986"},
        ),
        (
            "وتبقى عدن في يد الحوثيين، الذين قالوا إنهم تمكنوا أمس من صد هجوم.",
            {"عدن": "2024-05-20"},
        ),
    ],
    "dates told in turn are those of places told in turn": [
        ("وكان الجيش قد استعاد هجين والسوسة في مارس وأبريل على التوالي.", {"هجين": "2024-03", "السوسة": "2024-04"}),
        ("أعلنت قسد السبت أخذ هجين، ثم السوسة في اليوم التالي.", {"هجين": "2024-05-18", "السوسة": "2024-05-19"}),
    ],
    "another who speaks does not speak of the day told before": [
        ("أعلن الجيش أمس الأحد سيطرته على هجين، وقال مسؤول إن قسد غادرت السوسة.", {"هجين": "2024-05-19", "السوسة": None}),
        ("أعلن الجيش أمس الأحد سيطرته على هجين، ثم قال إنه دخل السوسة.", {"هجين": "2024-05-19", "السوسة": "2024-05-19"}),
    ],
    "how long before or after the last day named": [
        ("استعاد الجيش الأحد هجين. وقبلها بأسبوعين أخذ السوسة.", {"هجين": "2024-05-19", "السوسة": "2024-05-05"}),
        ("سيطر الحوثيون على مأرب في يوليو 2014. وبعدها بشهرين دخلوا صنعاء.", {"مأرب": "2014-07", "صنعاء": "2014-09"}),
        ("دخلت قسد هجين الأحد، بعد يوم من سقوط السوسة بأيديها.", {"هجين": "2024-05-19", "السوسة": "2024-05-18"}),
        ("استعاد الجيش هجين الليلة قبل الماضية.", {"هجين": "2024-05-18"}),
        ("استعاد الجيش هجين الشهر قبل الماضي.", {"هجين": "2024-03"}),
    ],
    "how long something stayed so says nothing of when, and how long it has says since when": [
        ("خرجت قسد من تدمر. وظلت هجين ست سنوات في يد الجيش.", {"هجين": None}),
        ("ولا تزال هجين منذ ست سنوات في يد الجيش.", {"هجين": "2018"}),
        ("استعاد الجيش هجين بعد معارك استمرت ثلاثة أسابيع.", {"هجين": None}),
        ("سيطر الحوثيون على مأرب لمدة عامين.", {"مأرب": None}),
        ("سيطر الحوثيون على مأرب من مارس 2020 إلى يونيو 2020.", {"مأرب": "2020"}),
    ],
    "of two places each by its rank": [
        ("سقطت مأرب وعدن بيد الحوثيين، الأولى يوم السبت والثانية يوم الأحد.", {"مأرب": "2024-05-18", "عدن": "2024-05-19"}),
    ],
    "the parts of a month of the other calendar": [
        ("استعاد الجيش هجين أواخر رمضان 1444.", {"هجين": "2023-04"}),
    ],
    "for the first time since a year says nothing of when": [
        ("انسحب تنظيم الدولة اليوم الاثنين من هجين، فخلت منه للمرة الأولى منذ 2013.", {"هجين": "2024-05-20"}),
    ],
    "a verb that nobody knows opens a clause with a day of its own": [
        ("أعلن قائد قسد أمس الأحد أن مقاتليها أخذوا هجين كاملة، وهنأهم الرئيس اليوم.", {"هجين": "2024-05-19"}),
    ],
    "a report that closes a sentence dates it": [
        ("للمرة الثانية خلال عشرة أيام دخل الجيش هجين، حسب ما أوردت وكالة محلية أمس الأحد.", {"هجين": "2024-05-19"}),
    ],
    "the days before one are of one month or of none": [
        ("استعاد الجيش هجين اليوم. وفي الأيام السابقة أخذ السوسة.", {"السوسة": "2024-05"}),
        ("استعاد الجيش هجين في 5 مايو. وفي الأيام السابقة أخذ السوسة.", {"السوسة": None}),
        (
            "استعاد الجيش أمس هجين. وكانت السوسة قد عادت إلى الجيش خلال الأيام السابقة.",
            {"هجين": "2024-05-19", "السوسة": "2024-05"},
        ),
    ],
    "what is told after a noun of time is news of the day of its report": [
        ("بعد يومين من انطلاق العملية حررت قسد هجين، كما أعلن قائدها أمس الأحد.", {"هجين": "2024-05-19"}),
    ],
    "an event named with its day has it": [
        ("أقر الجيش بالانسحاب، بعد يوم من إعلان قسد يوم الأحد استيلاءها على هجين.", {"هجين": "2024-05-19"}),
    ],
    "each of a list has its own day, also behind whose it became": [
        (
            "سقطت هجين بيد قسد قبل عام، والسوسة في مارس الماضي، ثم الرقة في العاشر من الشهر الجاري.",
            {"هجين": "2023", "السوسة": "2024-03", "الرقة": "2024-05-10"},
        ),
    ],
    "what is as it has been has been so since": [
        ("تبقى هجين في عهدة قسد كما هو الحال منذ 2017.", {"هجين": "2017"}),
        ("ومع ذلك ما برحت هجين في يد قسد.", {"هجين": "2024-05-20"}),
    ],
    "the day after something is a day after it": [
        ("غداة دخولها هجين أعلنت قسد هدنة.", {"هجين": "2024-05-19"}),
    ],
    "what somebody calls it leaves a report its day": [
        ("أعلنت قسد قبل يومين ما سمته تحرير هجين.", {"هجين": "2024-05-18"}),
    ],
    "since an event is since its day": [
        ("وكانت هجين في يد قسد منذ أن توقف القصف في مارس 2019.", {"هجين": "2019-03"}),
    ],
    "a weekend that is over has a month, and one to come has no day": [
        ("سيطرت قسد في عطلة نهاية الأسبوع على هجين.", {"هجين": "2024-05"}),
        ("تعلن قسد في نهاية الأسبوع المقبل أنها أخذت هجين.", {"هجين": None}),
    ],
    "days later end a sentence too": [
        ("هاجمت قسد مدينة هجين في 2 مايو، وسيطرت عليها بعد ثلاثة أيام.", {"هجين": "2024-05-05"}),
    ],
    "the middle of it is that of the month told": [
        ("أخذ الجيش هجين في مطلع الشهر الماضي، والسوسة في منتصفه.", {"هجين": "2024-04", "السوسة": "2024-04"}),
    ],
    "an aside on who takes part parts no day from its verb": [
        ("سيطرت قسد، وعمادها ألوية محلية، على مدينة هجين كلها يوم الجمعة.", {"هجين": "2024-05-17"}),
    ],
    "the day of a report may stand between commas": [
        ("أعلن قائد في قسد، مساء السبت، أن الجيش غادر هجين.", {"هجين": "2024-05-18"}),
    ],
    "the day of a deed is not that of what is still so": [
        ("دخلت قسد مدينة هجين فجر السبت، وبقيت السوسة في يد الجيش.", {"هجين": "2024-05-18", "السوسة": "2024-05-20"}),
    ],
    "what another adds of the same place is of its day, and of another place of none": [
        ("سيطرت قسد على هجين صباح أمس، وقال ضابط إن تنظيم الدولة خرج منها.", {"هجين": "2024-05-19"}),
        ("سيطرت قسد على هجين صباح أمس، وقال ضابط إن تنظيم الدولة خرج من السوسة.", {"هجين": "2024-05-19", "السوسة": None}),
    ],
    "what has passed since a deed dates it, whatever letter leads to its place": [
        ("بعد مرور عام على خسارة تنظيم الدولة للموصل، عاد السكان.", {"الموصل": "2023"}),
        ("بعد مضي ثلاث سنوات على استعادة الجيش السوداني نيالا، ما زالت المدينة مدمرة.", {"نيالا": "2021"}),
        ("بعد مرور شهر على خسارة الجيش السوداني لدامساك، ما زالت البلدة خالية.", {"دامساك": "2024-04"}),
        ("بعد مرور القافلة سيطرت قسد على هجين.", {"هجين": None}),
        ("أدت خسارة الجيش السوداني للفاشر إلى نزوح الآلاف.", {"الفاشر": None}),
    ],
    "two events that one is told after are both counted from it": [
        (
            "جاء ذلك بعد ثلاثة أيام من استعادة الجيش هجين في 11 أيار، وبعد يوم من سيطرته على السوسة.",
            {"هجين": "2024-05-11", "السوسة": "2024-05-19"},
        ),
        ("بعد عامين من استعادة هجين، وبعد شهر من استعادة السوسة، تقدم الجيش.", {"هجين": "2022", "السوسة": "2024-04"}),
        (
            "The attack came three days after the army took Hajin on 11 May and a day after it took Raqqa.",
            {"Hajin": "2024-05-11", "Raqqa": "2024-05-19"},
        ),
    ],
    "a neighbour behind a town parts it from no day": [
        ("سيطرت قسد على هجين الحدودية مع بنغلادش الأحد.", {"هجين": "2024-05-19"}),
        ("دخلت قسد هجين القريبة من العراق الأحد.", {"هجين": "2024-05-19"}),
    ],
    "the number of a unit is no day": [
        ("وفي الشهر الماضي أخذت قسد مقر الفرقة 17 وفي مطلع الشهر الحالي انسحبت.", {"مقر الفرقة 17": "2024-04"}),
    ],
    "what is so still has no day of another clause": [
        ("لا تزال هجين تحت سيطرة الجيش، ولم تصلها مساعدات منذ يناير.", {"هجين": "2024-05-20"}),
        ("تسيطر قسد على هجين التي زارها الوفد في مارس 2019.", {"هجين": "2024-05-20"}),
        ("أعلن الجيش في مارس استعادة مأرب، فيما لا تزال قسد تسيطر على هجين.", {"مأرب": "2024-03", "هجين": "2024-05-20"}),
        ("سيطر الجيش على مأرب في مارس، ولم يتمكن من دخول هجين.", {"مأرب": "2024-03"}),
        ("تسيطر قسد منذ مارس 2019 على هجين التي تقع قرب الحدود.", {"هجين": "2019-03"}),
    ],
}


@pytest.mark.parametrize(("text", "expected"), [pair for pairs in TOLD.values() for pair in pairs])
def test_which_place_a_date_belongs_to(claims: Claims, text: str, expected: dict[str, str | None]) -> None:
    found = {c.place.text: prefix(c.when.earliest, c.when.latest) for c in claims(text, "2024-05-20")}
    assert {place: found.get(place, "not found") for place in expected} == expected


AROUND = [
    ("غادر الجيش ضواحي البوكمال أمس. وكان داعش قد سيطر على المدينة يوم السبت الماضي.", "2017-11-14", ["البوكمال 2017-11-11"]),
    ("انسحب الجيش من ضواحي مدينة سنجة أمس. واستعاد الدعم السريع المدينة السبت.", "2024-11-14", ["سنجة 2024-11-09"]),
    ("اقترب الدعم السريع من ضواحي سنجة أمس. وعزز الجيش سيطرته حول المدينة يوم السبت.", "2024-11-14", []),
]


@pytest.mark.parametrize(("text", "published", "gained"), AROUND)
def test_a_town_is_spoken_of_where_its_suburbs_are(text: str, published: str, gained: list[str]) -> None:
    told = [claim for claim in any_war.claims(text, published) if claim.relation == "gained"]
    assert [f"{claim.place.text} {prefix(claim.when.earliest, claim.when.latest)}" for claim in told] == gained


BETWEEN = [
    ("سيطر الجيش على سنجة في نوفمبر وود مدني بعدها بشهرين.", "2025-03-01", {"سنجة": "2024-11", "ود مدني": "2025-01"}),
    ("احتلت القوات حيفا في نيسان 1948 وعكا في أيار.", "1998-05-15", {"حيفا": "1948-04", "عكا": "1948-05"}),
    ("سيطر الجيش على سنجة في نوفمبر وشهد في يناير مقتل قائده.", "2025-03-01", {"سنجة": "2024-11"}),
    ("سيطر الجيش على سنجة في نوفمبر وقصف الدندر في يناير.", "2025-03-01", {"سنجة": "2024-11"}),
]


@pytest.mark.parametrize(("text", "published", "expected"), BETWEEN)
def test_a_town_between_two_dates_is_told_with_the_second(text: str, published: str, expected: dict[str, str]) -> None:
    found = {claim.place.text: prefix(claim.when.earliest, claim.when.latest) for claim in any_war.claims(text, published)}
    assert found == expected


def test_a_fall_whose_winner_is_named_behind_an_aside_is_told_once(claims: Claims) -> None:
    told = claims("يأتي ذلك بعد عام من سقوط هجين، كبرى البلدات، في يد داعش في آذار 2023.", "2024-05-20")
    assert [(claim.place.text, prefix(claim.when.earliest, claim.when.latest)) for claim in told] == [("هجين", "2023-03")]
    told = claims("جاء ذلك بعد شهر من سقوط الرقة بيد داعش، وأصبحت هجين في يد داعش في أيار.", "2024-05-20")
    assert [claim.place.text for claim in told] == ["الرقة", "هجين"]


def test_what_the_present_tells_of_a_day_to_come_is_no_claim(claims: Claims) -> None:
    assert not claims("وبموجب الاتفاق ينسحب الجيش من هجين في 3 حزيران.", "2024-05-20")
    assert [claim.place.text for claim in claims("في حزيران 2023 ينسحب الجيش من هجين.", "2024-05-20")] == ["هجين"]


BESIDE_AN_ANNOUNCEMENT = [
    ("وأعلنت كييف تحرير خيرسون، بينما لا تزال القوات الروسية تسيطر على ميليتوبول.", "ميليتوبول", None),
    ("وأعلن الجيش الصومالي استعادة أدن يابال، في حين لا تزال حركة الشباب تسيطر على جلب.", "جلب", None),
    ("وقال الجيش الأوكراني إن روسيا استولت على خيرسون، فيما لا تزال كييف تسيطر على ميليتوبول.", "ميليتوبول", "الجيش الأوكراني"),
]


@pytest.mark.parametrize(("text", "place", "speaker"), BESIDE_AN_ANNOUNCEMENT)
def test_what_is_told_beside_an_announcement_is_not_the_word_of_who_made_it(text: str, place: str, speaker: str | None) -> None:
    told = [claim.speaker for claim in any_war.claims(text, "2024-05-20") if claim.place.text == place]
    assert [who.text if who else None for who in told] == [speaker]


ANNIVERSARIES = [
    ("في مثل هذا الشهر سيطر داعش في 10 يونيو 2014 على الموصل.\nوفي 11 يونيو استولى على تكريت.", "تكريت", "2014-06-11"),
    ("قبل عشر سنوات في مثل هذا اليوم سيطر داعش على الموصل.", "الموصل", "2014"),
    (
        "في مثل هذا اليوم سقطت بيروت.\nوفي 29 مايو 2014 سقطت الرقة.\nوفي 12 يونيو استولى داعش على تكريت.",
        "تكريت",
        "2014-06-12",
    ),
    ("سيطر داعش هذا الشهر على الموصل.", "الموصل", "2024-06"),
]


@pytest.mark.parametrize(("text", "place", "when"), ANNIVERSARIES)
def test_a_day_like_this_one_is_of_a_year_told_elsewhere(text: str, place: str, when: str) -> None:
    told = [claim.when for claim in any_war.claims(text, "2024-06-15") if claim.place.text == place]
    assert [prefix(days.earliest, days.latest)[:10] for days in told if days.earliest and days.latest] == [when]


ENTRIES = [
    ("15 أغسطس 2021: طالبان تسيطر على كابول.", "gained TALIBAN كابول 2021-08-15"),
    ("ديسمبر 2023: الدعم السريع يدخل ود مدني ويسيطر عليها.", "gained RSF ود مدني 2023-12"),
    ("21 سبتمبر 2014 – الحوثيون يسيطرون على صنعاء.", "gained HOUTHI صنعاء 2014-09-21"),
    ("15 أغسطس 2021: لا تزال طالبان تسيطر على كابول.", "holds TALIBAN كابول 2021-08-15"),
    ("الوضع اليوم: قسد تسيطر على الرقة.", "holds SDF الرقة 2024-06-15"),
]


@pytest.mark.parametrize(("text", "expected"), ENTRIES)
def test_the_present_of_a_chronology_tells_what_happened_then(text: str, expected: str) -> None:
    told = any_war.claims(text, "2024-06-15")
    when = [prefix(claim.when.earliest, claim.when.latest) for claim in told]
    assert [f"{c.relation} {c.actor.id} {c.place.text} {day}" for c, day in zip(told, when, strict=True)] == [expected]


NEXT = [
    ("سيطر داعش على الموصل في حزيران 2014، قبل أشهر من سيطرته على الرمادي.", "الرمادي", "background 2014-07-31"),
    ("سيطر الحوثيون على عمران في 8 يوليو 2014 قبل أسابيع من سقوط صنعاء بأيديهم.", "صنعاء", "background 2014-07-18"),
    ("سيطرت طالبان على هرات في 12 أغسطس 2021، قبل ثلاثة أيام من دخولها كابول.", "كابول", "background 2021-08-15"),
    ("وقبل أيام من سقوط كابول سيطرت طالبان على هرات في 12 أغسطس 2021.", "هرات", "event 2021-08-12"),
]


@pytest.mark.parametrize(("text", "place", "expected"), NEXT)
def test_what_came_days_after_a_deed_is_not_of_its_day(text: str, place: str, expected: str) -> None:
    told = [claim for claim in any_war.claims(text, "2023-06-15") if claim.place.text == place]
    assert {f"{claim.telling} {claim.when.earliest}" for claim in told} == {expected}


SERIES = [
    ("سيطرت روسيا على سوليدار في يناير 2023 بعد معارك دامية، وعلى باخموت في مايو.", {"سوليدار": "2023-01", "باخموت": "2023-05"}),
    ("سيطرت حركة 23 مارس على ساكي بعد قتال مع الجيش، وعلى غوما في 27 يناير.", {"ساكي": None, "غوما": "2024-01-27"}),
    ("سيطر الجيش على سنجة والدندر، وفي 18 مايو على ود مدني.", {"سنجة": None, "الدندر": None, "ود مدني": "2024-05-18"}),
    ("سيطر الجيش على بارا بعد معارك، وعلى الخرطوم أن تقبل الهدنة.", {"بارا": None}),
    ("سيطر الجيش على بارا بعد قصف على الأبيض، وعلى الرهد.", {"بارا": None}),
]


@pytest.mark.parametrize(("text", "expected"), SERIES)
def test_a_series_goes_on_behind_what_a_member_was_won_after(text: str, expected: dict[str, str | None]) -> None:
    found = {claim.place.text: prefix(claim.when.earliest, claim.when.latest) for claim in any_war.claims(text, "2024-06-15")}
    assert found == expected


ATTRIBUTES = [
    # since when a place has been what a clause or a participle says of it
    ("استعاد الجيش مدينة بارا التي تحاصرها قوات الدعم السريع منذ 2024.", "2025-09-11", {"gained بارا": None}),
    ("دخلت قوات الدعم السريع ود مدني التي لجأ إليها مئات الآلاف منذ أبريل.", "2023-12-19", {"gained ود مدني": None}),
    ("دخل الجيش السوري مدينة عفرين المحتلة من تركيا منذ 2018.", "2024-12-05", {"gained عفرين": None}),
    ("حررت القوات مدينة الموصل المحتلة منذ 2014 يوم الاثنين.", "2017-07-11", {"gained الموصل": "2017-07-10"}),
    ("وقعت مدينة قندوز ثلاث مرات بأيدي المتمردين منذ 2015.", "2021-08-09", {"gained قندوز": None}),
    ("تسيطر قسد على عين عيسى منذ 2015.", "2020-12-20", {"holds عين عيسى": "2015"}),
    # the day on which somebody only says what he thinks of a deed
    ("رحبت الأمم المتحدة اليوم الأحد بانسحاب متمردي حركة 23 مارس من غوما.", "2012-12-02", {"lost غوما": None}),
    ("أدان الاتحاد الأفريقي الاثنين سيطرة المتمردين على غوما.", "2025-01-28", {"gained غوما": None}),
    ("شجب مجلس الأمن أمس سقوط صعدة بيد الحوثيين.", "2014-09-01", {"gained صعدة": None}),
    ("وأشاد الوزير بتحرير تدمر يوم الأحد الماضي.", "2016-03-30", {"gained تدمر": "2016-03-27"}),
    ("أعلنت الحكومة اليوم الأحد انسحاب المتمردين من غوما.", "2012-12-02", {"lost غوما": "2012-12-02"}),
    # what has gone on since then
    ("ولا يزال الأهالي في المخيمات منذ مايو، واستعاد الجيش السوداني مدينة سنجة.", "2024-11-24", {"gained سنجة": None}),
    ("ولا يزال الأهالي في المخيمات منذ مايو، واستعاد الجيش أمس مدينة سنجة.", "2024-11-24", {"gained سنجة": "2024-11-23"}),
    ("ومنذ الخميس، سيطر الجيش على بلدة معرة النعمان.", "2020-01-28", {"gained معرة النعمان": "2020-01-23"}),
    ("ومنذ سبتمبر استعادت القوات الأذربيجانية فضولي.", "2020-11-08", {"gained فضولي": "2020"}),
    ("ومنذ مايو حررت القوات الأوكرانية روبوتيني.", "2023-05-20", {"gained روبوتيني": "2023-05"}),
    ("ومنذ يونيو 2014 سيطر التنظيم على الموصل.", "2016-11-08", {"gained الموصل": "2014-06"}),
    # a month in a name
    ("سيطرت القوات على بلدة حريتان وجمعية آذار.", "2020-02-16", {"gained حريتان": None}),
    # about so many weeks
    ("سقطت الفاشر قبل أسبوعين.", "2025-11-14", {"gained الفاشر": "2025-10-31"}),
    ("سقطت الفاشر قبل نحو ثلاثة أسابيع.", "2025-11-14", {"gained الفاشر": "2025-10"}),
]


@pytest.mark.parametrize(("text", "published", "expected"), ATTRIBUTES)
def test_a_date_of_something_else_dates_no_deed(text: str, published: str, expected: dict[str, str | None]) -> None:
    found = any_war.claims(text, published)
    assert {f"{c.relation} {c.place.text}": prefix(c.when.earliest, c.when.latest) for c in found} == expected


def test_who_only_praises_a_deed_has_not_done_it() -> None:
    found = any_war.claims("أشاد الرئيس الأميركي أمس بتحرير مدينة الرقة من داعش.", "2017-10-18")
    assert all(claim.actor is None or claim.actor.id != "USA" for claim in found)


def test_what_came_so_many_times_is_recalled() -> None:
    (claim,) = any_war.claims("سيطرت طالبان على المباني في قندوز التي وقعت ثلاث مرات بأيدي المتمردين منذ 2015.", "2021-08-08")
    assert (claim.telling, claim.when.earliest) == ("background", None)

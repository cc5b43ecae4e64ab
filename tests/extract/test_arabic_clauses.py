"""Where an Arabic clause begins and what its verb is told of: sentences from several wars."""

import pytest
from any_war import claims as of_any_war
from small_war import Claims

TOLD = [
    # without vowel marks a verb whose object is named nowhere is passive
    ("وكانت هجين قد انتزعت من داعش في أيار.", {"gained هجين"}),
    ("زار الوزير مدينة سرت التي حررت من المسلحين قبل عام.", {"gained سرت"}),
    ("وكانت دمشق قد أخذت من الحرب نصيبها.", set()),
    # what is denied before «لكن» is not denied behind it
    ("لم يعلق المتحدث، لكن المسلحين يسيطرون على الخرطوم.", {"holds الخرطوم"}),
    ("لم تكن المعركة سهلة، لكن المسلحين لا يسيطرون على عدن.", set()),
    # what follows from a deed, and what one fights for
    ("استعاد الجيش السوسة، لتعود بذلك مدينة هجين إلى سيطرة الحكومة.", {"gained السوسة", "gained هجين"}),
    ("استعاد الجيش سرت لتصبح مدينة ترهونة تحت سيطرة الحكومة.", {"gained سرت", "gained ترهونة"}),
    ("يقاتل الجيش لتعود مدينة الرمادي إلى سيطرة الحكومة.", set()),
    # «خلاله»
    ("شن المسلحون هجوما سقطت خلاله مدينة الفاشر في أيديهم.", {"gained الفاشر"}),
    ("شن المسلحون هجوما سقطت خلاله قذائف على مدينة الفاشر.", set()),
    # «الذي» takes up one of several
    ("قصفت الطائرات تدمر ومعسكر هجين الذي يسيطر عليه المسلحون.", {"holds هجين"}),
    ("قصفت الطائرات تدمر وهجين اللتين يسيطر عليهما المسلحون.", {"holds تدمر", "holds هجين"}),
    ("تخطط القوات لدخول الموصل واستعادتها من المسلحين.", set()),
    # to have in hand is to hold
    ("أكد الجيش إمساكه بمدينة سرت.", {"holds سرت"}),
    ("لا يزال الجيش يمسك بأم سيالة.", {"holds أم سيالة"}),
    ("أمسك الجيش بزمام المبادرة في مأرب.", set()),
    # how long it took tells that it was done
    ("احتاج الجيش إلى ساعات قليلة كي يبسط سيطرته على سرت.", {"gained سرت"}),
    ("احتاج الجيش إلى ثلاثة ألوية للسيطرة على سرت.", set()),
    # whom an attack drives out, and a town named in the clause before
    ("دخل المسلحون سرت قبل أن يخرجهم منها هجوم مضاد.", {"gained سرت", "lost سرت"}),
    ("دخل المسلحون مدينة تدمر، لكن الجيش طردهم من المدينة.", {"gained تدمر"}),
    # quarters of the town spoken of
    ("دخل الجيش مدينة الفاشر، ويحتفظ المسلحون بالأحياء الشرقية.", {"gained الفاشر", "holds الفاشر"}),
    # how far a control reaches, and a clause of «ما»
    ("سيطر الجيش على سرت. وأوضح أن السيطرة شملت ترهونة.", {"gained سرت", "gained ترهونة"}),
    ("سيطر الجيش على سرت. وأوضح أن الزيارة شملت ترهونة.", {"gained سرت"}),
    ("أضاف الجيش بلدة أم روابة جنوبي سرت إلى ما كسبه أمس.", set()),
    ("استعاد الجيش هجين، وهي التي ظلت بيد المسلحين.", {"gained هجين", "holds هجين"}),
    ("أقر الجيش بإخلاء مدينة هجين، متحدثا عن إعادة تجميع للقوات.", {"lost هجين"}),
    # battles that no town sees
    ("يخوض الجيش معارك في عدن.", {"contested عدن"}),
    ("يخوض الجيش معارك قضائية في عدن.", set()),
    # a headline tells in the imperfect what has happened
    ("الجيش يبسط سيطرته على الفاشر", {"gained الفاشر"}),
    ("الجيش يبسط سيطرته على الفاشر منذ 2023", {"holds الفاشر"}),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_of_what_an_arabic_clause_tells(claims: Claims, text: str, expected: set[str]) -> None:
    assert {f"{claim.relation.value} {claim.place.text}" for claim in claims(text)} == expected


RECALLED = [
    ("وكان المسلحون قد دخلوا مدينة سرت وسيطروا على ترهونة.", "background"),
    ("وكان المسلحون قد انسحبوا من سرت، لكن الجيش سيطر على ترهونة.", "event"),
]


@pytest.mark.parametrize(("text", "telling"), RECALLED)
def test_a_second_verb_recalls_as_the_pluperfect_before_it(claims: Claims, text: str, telling: str) -> None:
    assert [claim.telling.value for claim in claims(text) if claim.place.text == "ترهونة"] == [telling]


def test_a_day_is_not_that_of_what_befell_during_a_campaign(claims: Claims) -> None:
    text = "وكان الجيش قد دخل هجين في الثامن من أيار ضمن حملة سقطت خلالها السوسة بيد قواته."
    assert {c.place.text: c.when.text for c in claims(text)} == {"هجين": "الثامن من أيار", "السوسة": None}


def test_what_followed_in_hours_was_on_the_day_before_told(claims: Claims) -> None:
    text = "تقدم الجيش يوم الجمعة شمالا، وسيطر خلال ساعات على السوسة."
    assert [claim.when.text for claim in claims(text)] == ["يوم الجمعة"]


def test_last_may_is_not_that_before_a_later_clause(claims: Claims) -> None:
    found = claims("وكان الجيش قد دخل في أيار الماضي تدمر التي سيطر عليها المسلحون في كانون الثاني 2014.")
    assert [claim.when.text for claim in found] == ["أيار الماضي", "كانون الثاني 2014"]


REBELS = [
    ("دخلت فصائل سورية معارضة دابق.", "2016-10-17", "SYRIA_OPP"),
    ("سيطر مقاتلون سوريون معارضون على دابق.", "2016-10-17", "SYRIA_OPP"),
    ("سيطرت قوات معارضة تشادية على بلدة فايا.", "2008-02-17", None),
    ("انسحبت قوات الاحتلال من خان يونس.", "2024-04-08", "ISRAEL"),
    ("دخل جنود إماراتيون المكلا عصر الأحد.", "2016-04-25", "UAE"),
    # special forces are an army's
    ("استعادت قوات الكوماندوس مدينة قندوز من طالبان.", "2015-10-01", "AFGHAN_GOV"),
    ("استعادت قوات الكوماندوس الأفغانية مدينة غزنة.", "2018-08-14", "AFGHAN_GOV"),
    # whatever country the rest of the text is about
    ("دخلت دبابات فرنسية كيدال، كما قال مسؤول مالي ومصدر مالي في مالي.", "2013-01-30", "FRANCE"),
    ("انتزع الجيشان الكيني والصومالي أفمدو، كما قال مسؤول صومالي وضابط صومالي في الصومال.", "2012-05-31", "KENYA"),
    ("قال ضابط أوغندي في الصومال إن الجيش الصومالي سيطر على أفمدو.", "2012-05-31", "SOMALI_GOV"),
]


@pytest.mark.parametrize(("text", "published", "actor"), REBELS)
def test_whose_men_two_adjectives_tell(text: str, published: str, actor: str | None) -> None:
    assert [claim.actor.id for claim in of_any_war(text, published)] == [actor]


def test_three_districts_are_no_province() -> None:
    text = "أخذت القوات النقوب وبيحان في شبوة. وسيطرت الجماعة على المديريات الثلاث في أيلول الماضي."
    assert all(claim.place.text != "شبوة" for claim in of_any_war(text, "2022-01-11"))


QUARTERS = [
    ("سيطر الجيش على خمسة عشر حيا من أحياء الفلوجة.", "2016-06-16", {"الفلوجة": "part"}),
    ("انتزعت القوات العراقية سبعة وعشرين حيا من أحياء تلعفر التسعة والعشرين.", "2017-08-26", {"تلعفر": "part"}),
    ("استعاد الجيش حيين من أحياء بنغازي.", "2015-03-16", {"بنغازي": "part"}),
    ("سيطر الجيش على 12 من أحياء سرت.", "2016-08-16", {"سرت": "part"}),
    ("قصفت الطائرات خمسة عشر حيا من أحياء الفلوجة.", "2016-06-16", {}),
    ("أجلى الجيش خمسة من سكان أحياء الفلوجة.", "2016-06-16", {}),
    ("تقدم الجيش قرب خمسة من أحياء الموصل.", "2016-12-16", {}),
]


@pytest.mark.parametrize(("text", "published", "expected"), QUARTERS)
def test_some_of_its_quarters_are_a_part_of_a_town(text: str, published: str, expected: dict[str, str]) -> None:
    assert {claim.place.text: claim.extent.value for claim in of_any_war(text, published)} == expected

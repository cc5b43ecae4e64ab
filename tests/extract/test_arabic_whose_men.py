"""Whose men take an Arabic place: of a state that is no more, of a name that nobody knows, of who goes on to drive others out."""

import pytest
from any_war import claims

WHOSE = [
    # the army of a state that is no more is not that of the country
    ("سيطر الجيش السوفييتي على قندهار عام 1980.", "2000-01-01", ["gained قندهار الجيش السوفييتي"]),
    ("احتل الجيش العثماني البصرة عام 1914.", "2000-01-01", ["gained البصرة الجيش العثماني"]),
    ("دخل الجنود السوفييت بودابست في تشرين الثاني 1956.", "2000-01-01", ["gained بودابست الجنود السوفييت"]),
    ("طرد الجيش السوفييت من جلال آباد.", "1990-01-01", ["gained جلال آباد AFGHAN_GOV"]),
    ("سيطر الجيش العراقي على البصرة.", "2004-01-01", ["gained البصرة IRAQ_GOV"]),
    # a name that nobody knows behind its verb is not who was told of before
    ("انسحب الجيش الليبي من سرت فدخلها رومل في اليوم التالي.", "2015-01-01", ["lost سرت LNA"]),
    ("هاجمت حركة الشباب كيسمايو ودخلتها فجرا.", "2008-08-23", ["gained كيسمايو SHABAAB"]),
    ("هاجمت حركة الشباب كيسمايو ودخلتها عنوة.", "2008-08-23", ["gained كيسمايو SHABAAB"]),
    # who attacks a town drives out whom it names behind «منها»
    ("هاجمت القوات الكينية كيسمايو وطردت منها الميليشيات.", "2012-10-02", ["gained كيسمايو KENYA"]),
    ("دخل الجيش السوداني بارا وطردت منها قوات الدعم السريع.", "2025-09-12", ["gained بارا SAF", "lost بارا RSF"]),
    ("هاجمت القوات الكينية كيسمايو وأخرجت منها العائلات.", "2012-10-02", []),
    # a force of which the press tells as of a man or of a woman
    ("خسرت داعش الرمادي أواخر عام 2015.", "2016-06-01", ["lost الرمادي ISIS"]),
    ("احتلت داعش الموصل في حزيران 2014.", "2016-06-01", ["gained الموصل ISIS"]),
    ("أخلت حزب الله القصير.", "2016-06-01", ["lost القصير HEZBOLLAH"]),
    ("طردت داعش من تدمر.", "2017-03-12", ["lost تدمر ISIS"]),
    # men of a cause
    ("سيطر مجاهدو حكمتيار على خوست.", "1991-04-02", ["gained خوست HEZB_I_ISLAMI"]),
    ("دخل جنود مشاة البحرية الأميركية الفلوجة.", "2004-11-12", ["gained الفلوجة USA"]),
    ("زار مجاهدو الثورة مدينة خوست.", "1991-04-02", []),
]


@pytest.mark.parametrize(("text", "published", "expected"), WHOSE)
def test_whose_men_they_were(text: str, published: str, expected: list[str]) -> None:
    told = [f"{c.relation} {c.place.text} {c.actor and (c.actor.id or c.actor.text)}" for c in claims(text, published)]
    assert told == expected


TAKEN_UP = [
    (
        "استعاد الجيش هجين من تنظيم الدولة الذي كان عناصره يسيطرون عليها منذ 2014.",
        "2018-12-31",
        ["gained SYRIA_GOV هجين", "holds ISIS هجين"],
    ),
    (
        "استعادت قوات تشادية ونيجيرية مالام فاتوري من بوكو حرام التي كان مقاتلوها يحتلونها منذ نوفمبر.",
        "2015-03-31",
        ["gained CHAD مالام فاتوري", "holds BOKO_HARAM مالام فاتوري"],
    ),
    ("هاجم الجيش حركة الشباب التي تسيطر قواتها على جلب.", "2023-01-31", ["holds SHABAAB جلب"]),
    # a town called a hill may keep the hill's gender
    (
        "استعاد الجيش السوداني الأربعاء جبل موية من قوات الدعم السريع التي استولت عليه في يونيو.",
        "2024-10-09",
        ["gained RSF جبل موية", "gained SAF جبل موية"],
    ),
    ("سيطر الجيش على بلدة هجين التي كان مقاتلوها من تنظيم الدولة.", "2018-03-31", ["gained SYRIA_GOV هجين"]),
]


@pytest.mark.parametrize(("text", "published", "expected"), TAKEN_UP)
def test_the_men_of_a_relative_clause_are_those_of_whom_it_is_told(text: str, published: str, expected: list[str]) -> None:
    assert sorted(f"{claim.relation} {claim.actor.id} {claim.place.text}" for claim in claims(text, published)) == expected

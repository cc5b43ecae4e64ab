"""Arabic towns that are told together although something is said of one of them, in sentences from several wars."""

import pytest
from small_war import Claims

TOLD = {
    "a list goes on behind a relative clause": [
        ("يسيطر الجيش على الفاشر التي تحاصرها الدعم السريع، وكذلك على نيالا.", {"holds الفاشر", "holds نيالا"}),
        ("سيطر الجيش على تدمر التي تبعد مئة كيلومتر عن حمص، وعلى مدينة الرقة.", {"gained تدمر", "gained الرقة"}),
        ("لم يبق للجيش سوى عدن التي يحاصرها الحوثيون، إضافة إلى مطار الحديدة.", {"holds عدن", "holds الحديدة"}),
        ("دخل الجيش هجين التي دمرتها الحرب، والسوسة.", {"gained هجين", "gained السوسة"}),
    ],
    "what follows a relative clause may be another clause": [
        ("دخل الجيش هجين التي دمرتها الحرب، والسوسة تتعرض للقصف.", {"gained هجين"}),
        ("سيطر الجيش على الفاشر التي يحاصرها المسلحون، ويتقدم نحو نيالا.", {"gained الفاشر"}),
        ("سيطر الجيش على تدمر التي تقدم منها المسلحون إلى الرقة، وقصف هجين.", {"gained تدمر"}),
    ],
    "one region is ruled from a town": [
        ("سيطر الحوثيون على مدينة الحوطة عاصمة محافظة لحج وقاعدة العند.", {"gained الحوطة", "gained العند"}),
        ("خسر الجيش مدينة عدن عاصمة لحج ومدينة مأرب.", {"lost عدن", "lost مأرب"}),
        ("قصف الجيش زنجبار عاصمة أبين ومدينة مأرب.", set()),
    ],
    "a definite name may be what troops take": [
        ("حررت القوات الرقة.", {"gained الرقة"}),
        ("حررت القوات الحديدة التي احتلها الحوثيون عام 2014.", {"gained الحديدة"}),
        ("حررت القوات المشتركة التي يدعمها التحالف مدينة عدن.", {"gained عدن"}),
        ("غادرت القوات الخاصة التي يدعمها التحالف.", set()),
    ],
    "the only one of its kind is named last": [
        ("المدينة الوحيدة التي بقيت بيد الجيش في دارفور هي الفاشر.", {"holds الفاشر"}),
        ("البلدة الوحيدة التي يسيطر عليها المسلحون شرق الفرات هي هجين.", {"holds هجين"}),
        ("نيالا رابع مدينة تسيطر عليها الدعم السريع.", {"holds نيالا"}),
        ("المدينة الوحيدة التي قصفها الجيش في دارفور هي الفاشر.", set()),
    ],
    "a town follows another": [
        ("سقطت الموصل بيد داعش، ولحقت بها مدينة الرمادي.", {"gained الموصل", "gained الرمادي"}),
        ("سقطت صنعاء بيد الحوثيين، ثم لحقت بها الحديدة.", {"gained صنعاء", "gained الحديدة"}),
        ("سقطت هجين بيد قسد، وبعدها بيومين السوسة.", {"gained هجين", "gained السوسة"}),
        ("قصف الجيش هجين، وبعدها بيومين السوسة.", set()),
        ("سيطرت قسد على هجين، ولحق بها مقاتلون من السوسة.", {"gained هجين"}),
        ("زار الوزير هجين، ولحقت به السوسة.", set()),
    ],
}


@pytest.mark.parametrize(("text", "told"), [case for cases in TOLD.values() for case in cases])
def test_which_towns_are_told(claims: Claims, text: str, told: set[str]) -> None:
    assert {f"{claim.relation} {claim.place.text}" for claim in claims(text)} == told

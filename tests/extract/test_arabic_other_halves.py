"""Arabic parts of a town that two hold, of which the verb is said once, and sides and distances that are no place of a deed."""

import pytest
from small_war import Claims

TOLD = {
    "who holds the other side stands without a verb": [
        ("يسيطر الجيش على غرب نيالا والحوثيون بشرقها.", {"holds نيالا الجيش", "holds نيالا الحوثيون"}),
        ("يسيطر الجيش على شمال الفاشر والدعم السريع في جنوبها.", {"holds الفاشر الجيش", "holds الفاشر الدعم السريع"}),
        ("يسيطر الجيش على غرب الفاشر والدعم السريع على الشرق.", {"holds الفاشر الجيش", "holds الفاشر الدعم السريع"}),
        ("يسيطر الجيش على غرب نيالا والحوثيون يحاصرونها.", {"holds نيالا الجيش"}),
        ("يسيطر الجيش على نيالا والحوثيون في شمالها.", {"holds نيالا الجيش"}),
        ("قصف الجيش غرب نيالا والحوثيون بشرقها.", set()),
    ],
    "a side joined to where a town lies is no town taken": [
        ("سيطر الجيش على هجين، ثم على السوسة الواقعة في جنوب هجين وشرقها.", {"gained هجين الجيش", "gained السوسة الجيش"}),
    ],
    "a dual that something governs is no subject": [
        (
            "سيطر الجيش على بلدة هجين وحقلي كبيبة والجبسة تعزل المدينة.",
            {"gained هجين الجيش", "gained كبيبة الجيش", "gained الجبسة الجيش"},
        ),
        ("سيطر الجيش على بلدة هجين، ومدينة السوسة تتعرض لقصف.", {"gained هجين الجيش"}),
    ],
    "what another is only so far from is not spoken of": [
        ("انسحبت القوات من هجين. وتبعد نحو 240 كيلومترا عن العاصمة دمشق. وسيطر الجيش على المدينة أمس.", {"gained هجين الجيش"}),
    ],
    "a town toward which men set out is spoken of, and not whence": [
        ("تقدم الجيش من الرقة نحو تدمر، وسيطر على المدينة.", {"gained تدمر الجيش"}),
        ("زحف المسلحون من عدن باتجاه مأرب ثم دخلوا المدينة.", {"gained مأرب المسلحون"}),
        ("انسحب الجيش من الفاشر باتجاه نيالا، وسيطرت الدعم السريع على المدينة.", {"gained الفاشر الدعم السريع"}),
        ("فر سكان من سرت نحو ترهونة بعد أن سيطر الجيش على المدينة.", {"gained سرت الجيش"}),
    ],
    "a mayor speaks of his town, a governor of his province": [
        ("قال عمدة نيالا إن المسلحين سيطروا على المدينة.", {"gained نيالا المسلحين"}),
        ("قال محافظ الرقة إن المسلحين سيطروا على المدينة.", set()),
    ],
    "whom somebody told of himself to have driven out is not whose hand it is in": [
        ("قال الجيش إنه طرد الدعم السريع من الفاشر، وإن المدينة أصبحت تحت سيطرته.", {"gained الفاشر الجيش"}),
        ("قالت الحركة إنها أخرجت القوات من غوما وإن المدينة باتت في قبضتها.", {"gained غوما الحركة"}),
    ],
    "the borders of a province are all of it": [
        ("سيطر الجيش على كامل الحدود الإدارية لمحافظة الرقة.", {"gained الرقة الجيش"}),
        ("وصل الجيش إلى الحدود الإدارية لمحافظة الرقة.", set()),
        ("تدور معارك على الحدود الإدارية لمحافظة الرقة.", set()),
    ],
    "a group is called by its aim": [
        ("قال المتحدث باسم جبهة تحرير إقليم كيفو إن القتال مستمر قرب غوما.", set()),
    ],
    "whom somebody drives out may follow behind a letter": [
        ("جاء ذلك بعد طرد الجيش للمسلحين من هجين.", {"gained هجين الجيش"}),
        ("جاء ذلك بعد طرد الجيش من هجين.", set()),
    ],
    "a conjunction inside quotation marks belongs to the name": [
        ('سيطر الجيش على مدن "هجين" و"فالام".', {"gained هجين الجيش", "gained فالام الجيش"}),
    ],
}


@pytest.mark.parametrize(("text", "told"), [case for cases in TOLD.values() for case in cases])
def test_who_holds_which_half(claims: Claims, text: str, told: set[str]) -> None:
    named = {f"{claim.relation} {claim.place.text} {claim.actor.text}" for claim in claims(text) if claim.relation != "lost"}
    assert named == told

"""Which side took or left a place, in Arabic texts from several wars: the enemy, a spokesman's forces, a nation's force."""

import pytest
from any_war import claims

TOLD = [
    # «العدو» is who is driven out, and nobody who stood before it
    ("القوات الأوكرانية طردت العدو من كوبيانسك.", "2025-12-10", [("gained", "كوبيانسك", "UKRAINE", "العدو")]),
    ("طردت القوات الأوكرانية العدو من كوبيانسك.", "2025-12-10", [("gained", "كوبيانسك", "UKRAINE", "العدو")]),
    ("قال القائد إن قوات البيشمركة أخرجت العدو من مخمور.", "2014-08-12", [("gained", "مخمور", "PESHMERGA", "العدو")]),
    ("وقال الحوثيون إن العدو انسحب من رأس عيسى.", "2024-11-02", [("lost", "رأس عيسى", None, None)]),
    ("واستولى العدو على كوبيانسك، بحسب هيئة الأركان الأوكرانية.", "2023-12-20", [("gained", "كوبيانسك", None, None)]),
    ("القوات الحكومية طردت من درنة.", "2018-06-28", [("lost", "درنة", "GNA", None)]),
    # the forces of which a side's spokesman speaks are its own, and not a bystander's
    (
        "سيطرت قوات إم23 على غوما. وقال المتحدث باسم الجيش الكونغولي إن القوات انسحبت من غوما.",
        "2025-01-28",
        [("gained", "غوما", "M23", None), ("lost", "غوما", "DRC_GOV", None)],
    ),
    (
        "سيطرت قوات الوفاق على ترهونة. وأكد المتحدث باسم قيادة حفتر أن سحب القوات من ترهونة تم بأمر القيادة.",
        "2020-06-06",
        [("gained", "ترهونة", "GNA", None), ("lost", "ترهونة", "LNA", None)],
    ),
    (
        "سيطرت حركة إم23 على غوما. وقال المتحدث باسم الأمم المتحدة إن القوات انسحبت من غوما.",
        "2025-01-29",
        [("gained", "غوما", "M23", None), ("lost", "غوما", "DRC_GOV", None)],
    ),
    # who is told of in a side's own words goes on, if the next verb agrees with him
    (
        "قالت فصائل المعارضة إن قوات النظام هزمت في خان طومان وانسحبت منها.",
        "2016-05-07",
        [("lost", "خان طومان", "SYRIA_GOV", None)],
    ),
    (
        "قالت القوات العراقية إن مسلحي داعش هاجموا بلدة الرطبة وسيطرت عليها بعد ساعات.",
        "2016-05-20",
        [("gained", "الرطبة", "IRAQ_GOV", None)],
    ),
    (
        "أعلنت كييف أن القوات الروسية دخلت بلدة تشاسيف يار ثم طُردت منها.",
        "2024-07-10",
        [("gained", "تشاسيف يار", "RUSSIA", None), ("lost", "تشاسيف يار", "RUSSIA", None)],
    ),
    # whose enemies men are is no side of theirs
    ("استعاد خصوم حفتر مدينة صبراتة.", "2020-04-14", [("gained", "صبراتة", None, None)]),
    ("خسر أعداء الحوثيين مدينة البيضاء.", "2021-07-21", [("lost", "البيضاء", None, None)]),
    # an unknown name behind the pronoun of a place has taken it, and not who left it
    ("تراجع الجيش من الكرمك فاستولى عليها جوزيف توكا.", "2026-01-10", [("lost", "الكرمك", "SAF", None)]),
    ("هاجم الجيش بلدة مدني فسيطر عليها سريعا.", "2024-01-20", [("gained", "مدني", "SAF", None)]),
    # a nation's force is a side, its vehicles are none
    ("سيطرت قوة إسرائيلية على بلدة كويا.", "2025-12-01", [("gained", "كويا", "ISRAEL", None)]),
    (
        "وقال قائد الأمن في دمشق إن الحواجز ضبطت سيارة. وتوغلت قوة إسرائيلية في جباتا الخشب قبل أن تنسحب منها.",
        "2025-12-01",
        [("lost", "جباتا الخشب", "ISRAEL", None)],
    ),
    (
        "دخلت قوة تركية مؤلفة من عشر آليات مدينة تل أبيض ثم انسحبت منها.",
        "2019-12-01",
        [("gained", "تل أبيض", "TURKEY", None), ("lost", "تل أبيض", "TURKEY", None)],
    ),
    ("سيطرت قوة من الجيش مؤلفة من عشر آليات على بلدة بارا.", "2025-12-01", [("gained", "بارا", "SAF", None)]),
    ("سيطرت دبابات الجيش على تدمر.", "2016-03-27", [("gained", "تدمر", "SYRIA_GOV", None)]),
    ("استعاد الجيش بقوة بلدة بارا.", "2025-09-11", [("gained", "بارا", "SAF", None)]),
    # whom the winner goes on to fight, what shocks whom, who is driven out with another: they have not won the town
    (
        "دخل الجيش مدينة بارا، وسيطر عليها وكبد قوات الدعم السريع خسائر.",
        "2025-09-11",
        [("gained", "بارا", "SAF", None)],
    ),
    ("تلقى تنظيم داعش صدمة بعد تحرير الرمادي.", "2016-02-01", []),
    (
        "سيطرت المقاومة على لودر بعد أن طردت الحوثيين وقوات صالح من المدينة.",
        "2015-08-10",
        [("gained", "لودر", "YEMEN_GOV", None), ("lost", "لودر", "HOUTHI", None)],
    ),
    ("طرد الجيش وقوات البيشمركة داعش من مدينة سنجار.", "2015-11-14", [("gained", "سنجار", "IRAQ_GOV", "داعش")]),
    ("شن الجيش هجوما ضد قوات الدعم السريع أدى إلى طردها من بارا.", "2025-09-11", [("lost", "بارا", "RSF", None)]),
    ("قال القائد إن القوات تدمر الفلول التي خرجت من تدمر.", "2016-03-28", [("lost", "تدمر", None, None)]),
    (
        "دعم التحالف المقاومة. وانطلقت هذه القوات من عدن التي تمت استعادتها بعد معارك بين الحوثيين وقوات هادي.",
        "2015-08-04",
        [("gained", "عدن", "YEMEN_GOV", None)],
    ),
    # a name that nobody knows acts in its own headline
    ("سلفاكير يستعيد بور.. ومشار يستولي على ملكال", "2013-12-26", [("gained", "بور", "SOUTH_SUDAN_GOV", None)]),
    # what they are called leads to who acts
    ("سيطرت ما تعرف بقوات سوريا الديمقراطية على هجين.", "2018-12-14", [("gained", "هجين", "SDF", None)]),
    ("سيطر ما بات يعرف بتنظيم الدولة على تدمر.", "2015-05-21", [("gained", "تدمر", "ISIS", None)]),
    # who only helps is no loser, who makes up the core of a force or whose flag is burnt does not act
    (
        "استعادت البيشمركة زمار بعد معركة ضد داعش بغطاء جوي من التحالف الدولي.",
        "2014-10-25",
        [("gained", "زمار", "PESHMERGA", None)],
    ),
    ("سيطر الجيش السوري على القصير بمساعدة حزب الله.", "2013-06-05", [("gained", "القصير", "SYRIA_GOV", None)]),
    (
        "تمكنت قوات سوريا الديمقراطية التي يشكل الأكراد عمودها الفقري من السيطرة على الطبقة.",
        "2017-05-10",
        [("gained", "الطبقة", "SDF", None)],
    ),
    ("أحرقوا علم الصومال قرب مقر تحالف جوبا الذي كان يسيطر على كيسمايو.", "2006-09-25", []),
    ("جرت معارك في مدينة عدن التي تعتبر الميناء الرئيس.", "2015-05-10", [("contested", "عدن", None, None)]),
]


@pytest.mark.parametrize(("text", "published", "expected"), TOLD)
def test_who_took_or_left_a_place(text: str, published: str, expected: list[tuple[str, str, str | None, str | None]]) -> None:
    found = claims(text, published)
    assert [(c.relation.value, c.place.text, c.actor and c.actor.id, c.loser and c.loser.text) for c in found] == expected


CAPITALS = [
    ("وكانت القوات الروسية قد أخذت المدينة. ثم استعادت كييف بلدات بالاكليا وكوبيانسك.", "2022-09-12", ["UKRAINE", "UKRAINE"]),
    ("دخل المسلحون المدينة. واستعادت دمشق أمس تدمر.", "2016-03-28", ["SYRIA_GOV"]),
    ("استعادت دمشق ريف حماة الشمالي في الصيف.", "2019-09-28", ["SYRIA_GOV"]),
    ("وخسرت كينشاسا بعد أيام بوكافو.", "2025-02-20", ["DRC_GOV"]),
    # a town that is taken itself
    ("دخل متمردو سيليكا بانغي بعد أيام.", "2013-03-26", ["SELEKA"]),
    ("سيطرت طالبان على كابول أمس.", "2021-08-16", ["TALIBAN"]),
]


@pytest.mark.parametrize(("text", "published", "actors"), CAPITALS)
def test_a_capital_between_a_verb_and_a_town_is_its_government(text: str, published: str, actors: list[str]) -> None:
    assert [claim.actor.id for claim in claims(text, published)] == actors

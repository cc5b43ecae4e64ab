"""Words that look like the name of a place in an Arabic text, and what its name is: texts from several wars."""

import pytest
from any_war import claims

TOLD = [
    # who governs or defends a town hands it over, and is no place himself
    ("وسلّم رئيس بلدية غروزني المدينة إلى القوات الروسية.", ["gained غروزني"]),
    ("وسلّم رئيس بلدية ماريوبول مفاتيح المدينة إلى الروس.", ["gained ماريوبول"]),
    ("سلم محافظ غزنة المدينة لطالبان.", ["gained غزنة"]),
    ("سلّم رئيس بلدية القدس حسين سليم الحسيني مفاتيح المدينة إلى البريطانيين.", ["gained القدس"]),
    ("وسلّم قائد الحامية بغداد إلى البريطانيين.", ["gained بغداد"]),
    ("سلم رئيس البلدية مفاتيحها إلى البريطانيين.", []),
    ("سلم محافظ عدن رسالة إلى الحوثيين.", []),
    ("سلم رئيس بلدية الخليل جائزة إلى الطلاب.", []),
    # an airport that bears a person's name, and those that bear a town's
    ("سيطرت القوات الأميركية على مطار حامد كرزاي الدولي.", ["gained حامد كرزاي"]),
    ("سيطرت حركة الشباب على مطار آدم عبد الله الدولي في مقديشو.", ["gained آدم عبد الله"]),
    ("سيطر الجيش على مطار الخرطوم الدولي.", ["gained الخرطوم"]),
    ("سيطر الحوثيون على مطار صنعاء ومطار عدن الدولي.", ["gained صنعاء", "gained عدن"]),
    ("سيطر الجيش على مطار القاهرة ومبنى الركاب الدولي.", ["gained القاهرة"]),
    # a reason between quotation marks
    (
        'سيطرت القوات الروسية على أفدييفكا. وأعلن الجيش الأوكراني سحب وحداته من المدينة "لتجنب التطويق".',
        ["gained أفدييفكا", "lost أفدييفكا"],
    ),
    ('وأعلن الجيش الأوكراني سحب وحداته من المدينة "لتجنب التطويق والحفاظ على الجنود".', []),
    ('سيطر الجيش على قرية "ليمان".', ["gained ليمان"]),
    # a city whose name begins like «the city»
    ("احتل البريطانيون بغداد. وظلت المدينة المنورة بيد الحامية العثمانية.", ["gained بغداد", "holds المدينة المنورة"]),
    ("احتل البريطانيون بغداد. وظلت المدينة المحاصرة بيد الحامية العثمانية.", ["gained بغداد", "holds بغداد"]),
    # who commands is no town
    ("صمدت طبرق أمام الجيش بقيادة إروين رومل، لكنها سقطت في يد الألمان.", ["gained طبرق"]),
    # another statement is no list
    ("أفاد المراسل بأن الجيش دخل الطبقة، وأن عمليات تمشيط تجري في محيط السد والمطار.", ["gained الطبقة"]),
    ("قال المتحدث إن الجيش سيطر على بارا، وأنه استعاد أم صميمة والخوي.", ["gained بارا", "gained أم صميمة", "gained الخوي"]),
    # three words for a city, of which the first is another's name
    ("استولت القوات الشيوعية على بون مي ثوت.", ["gained بون مي ثوت"]),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_what_is_the_name_of_a_place(text: str, expected: list[str]) -> None:
    assert list(dict.fromkeys(f"{c.relation.value} {c.place.text}" for c in claims(text, "2024-02-20"))) == expected


def test_a_name_that_was_a_field_is_one_though_it_ends_like_a_pronoun() -> None:
    text = (
        "أعلنت الوزارة الاستيلاء على مدينة فوفشانسك.\n"
        "ادعى مدونون أن القوات الروسية استولت على هوليايبوله، إلا أن الحاكم قال إن المدينة لا تزال تحت السيطرة الأوكرانية."
    )
    *_, gain, hold = claims(text, "2025-12-25")
    assert [gain.place.text, hold.place.text, hold.actor.id] == ["هوليايبوله", "هوليايبوله", "UKRAINE"]
    (village,) = claims("سيطرت القوات الروسية على بلدة هوليايبوليه.", "2025-12-25")
    assert village.place.text == "هوليايبوليه"
    assert not claims("سيطر الجيش على حفل استقباله في قبوله.", "2025-12-25")

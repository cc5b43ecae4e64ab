"""Whose subject a verb shares that is joined to what stands before it: the main clause's, and not the one named last."""

import pytest
from any_war import claims

MAIN = [
    ("Iraqi forces deployed in Kirkuk after the Peshmerga abandoned it, and seized the airport at K1.", "2017-10-17", "IRAQ_GOV"),
    ("The RSF crossed the Blue Nile after the army fled, and captured Singa.", "2024-06-30", "RSF"),
    ("Rwandan soldiers crossed the border after the rebels attacked them, and took Goma.", "2025-01-28", "RWANDA"),
    ("Taliban fighters paraded through the streets when the army left, then seized Taloqan.", "2021-08-09", "TALIBAN"),
    ("Croatian forces shelled the city as Serb troops pulled back, and took Knin.", "1995-08-06", "CROATIA"),
    ("Houthi fighters who had beaten the army, and captured Amran, moved south.", "2014-07-13", "HOUTHI"),
    ("The rebels halted once the government agreed to talks, then captured Bambari.", "2013-01-13", "SELEKA"),
    ("The Tigray forces crossed the Tekeze, captured Shire and moved on.", "2020-12-05", "TPLF"),
    ("Rebels crossed the river before the army could react, captured Shire and moved on.", "2020-12-05", "TPLF"),
    ("وصلت قوات تيغراي إلى كوبو بعدما هاجمتها القوات الإثيوبية، وسيطرت على لاليبيلا.", "2021-08-05", "TPLF"),
    ("عبرت قوات الجيش الرواندي الحدود بعدما هاجمها المتمردون، واستولت على غوما.", "2025-01-28", "RWANDA"),
    ("شنت القوات الروسية هجوما فيما كانت القوات الأوكرانية تنسحب، وسيطرت على أفدييفكا.", "2024-02-17", "RUSSIA"),
    ("واصلت الفصائل هجومها رغم قصف قوات النظام، وسيطرت على سراقب.", "2015-01-06", "SYRIA_OPP"),
    ("بدأت القوات العراقية عملية عسكرية بعد أن طلبت الحكومة دعم التحالف، واستعادت الرطبة.", "2016-05-18", "IRAQ_GOV"),
]


@pytest.mark.parametrize(("text", "published", "actor"), MAIN)
def test_a_joined_verb_is_told_of_the_main_clause(text: str, published: str, actor: str) -> None:
    assert claims(text, published)[-1].actor.id == actor


SUBORDINATE = [
    ("The army fled after the rebels broke through its lines, and captured Bukavu.", "2025-02-16", "M23"),
    ("Soldiers withdrew when Boko Haram attacked the base, and seized Baga.", "2015-01-05", "BOKO_HARAM"),
    ("Residents fled after M23 rebels crossed the lake, and captured Goma.", "2025-02-16", "M23"),
    ("Fighting broke out after the rebels crossed the river, and seized Bor.", "2014-01-05", "SPLA_IO"),
    ("انهار الجيش بعدما هاجمته حركة إم 23، وسيطرت على غوما.", "2025-01-28", "M23"),
    ("انسحبت القوات الحكومية بعد أن هاجمت حركة الشباب القاعدة، واستولت على بيدوا.", "2022-01-28", "SHABAAB"),
    ("اندلعت اشتباكات بعد أن هاجمت قوات الدعم السريع المقر، وسيطرت على نيالا.", "2023-10-28", "RSF"),
]


@pytest.mark.parametrize(("text", "published", "actor"), SUBORDINATE)
def test_but_who_gives_way_or_is_no_side_takes_nothing(text: str, published: str, actor: str) -> None:
    assert claims(text, published)[-1].actor.id == actor


BEATEN = [
    ("حين هزم المتمردون الجيش في بونيا أخذوا المدينة منه.", "2003-05-20", "المتمردون"),
    ("وبعدما هزم الحوثيون القوات الحكومية استولوا على عمران.", "2014-07-13", "الحوثيون"),
    ("عندما داهمت القوات الأوكرانية الروس في بالاكليا استعادت المدينة.", "2022-10-05", "القوات الأوكرانية"),
    ("عندما هزم الجيش المتمردين استعاد بوكافو.", "2004-06-12", "الجيش"),
    # who stands behind a comma, or beside another, is whom the main verb is told of
    ("عندما انسحب الجيش، المتمردون سيطروا على بوكافو.", "2004-06-12", "المتمردون"),
    ("حين انسحبت القوات الحكومية سيطر المتمردون على بونيا.", "2003-05-20", "المتمردون"),
    ("عندما تقدم الجيش والحشد استعادا تلعفر.", "2017-09-05", "الجيش"),
]


@pytest.mark.parametrize(("text", "published", "winner"), BEATEN)
def test_who_is_beaten_in_a_clause_of_time_does_not_win_by_it(text: str, published: str, winner: str) -> None:
    assert claims(text, published)[-1].actor.text == winner


MEN = [
    (
        "أعلنت غرفة عمليات فجر الحرية سيطرتها على تل رفعت، وبدأت قسد إخراج المهجرين. وبقي حي الشيخ مقصود بيد مقاتليها.",
        "2024-12-02",
        "SDF",
    ),
    (
        "سيطرت حركة الشباب على عدن يبال، وأرسلت الحكومة الصومالية تعزيزات. ولا تزال مهداي في قبضة قواتها.",
        "2025-04-20",
        "SOMALI_GOV",
    ),
    (
        "سيطرت حركة الشباب على عدن يبال، وقالت الحكومة إن المعارك مستمرة. ولا تزال مهداي في قبضة مقاتليها.",
        "2025-04-20",
        "SHABAAB",
    ),
    (
        "سيطرت قوات الدعم السريع على نيالا، وقصفت القوات المسلحة أحياءها. ولا تزال المدينة تحت سيطرة مقاتليها.",
        "2023-11-10",
        "RSF",
    ),
    ("سيطرت حركة إم 23 على ماسيسي بعدما انسحبت القوات الحكومية. ولا تزال مينوفا في يد مقاتليها.", "2025-01-10", "M23"),
    ("أعلن المحافظ تحرير مديرية عين من الحوثيين على يد ألوية العمالقة. وأخذت القوات النقوب الخميس.", "2022-01-11", "YEMEN_GOV"),
    ("قال الحوثيون إنهم سيطروا على حريب. وقال مصدر عسكري إن القوات استعادت الجوبة.", "2021-09-22", "YEMEN_GOV"),
    ("قالت قوات الدعم السريع إن مقاتليها سيطروا على بارا. وأقر مصدر عسكري بانسحاب القوات من المدينة.", "2025-09-12", "SAF"),
    ("قالت قوات الدعم السريع إنها سيطرت على بارا. وأكد متحدث باسم الدعم السريع أن القوات دخلت أم روابة.", "2025-09-12", "RSF"),
]


@pytest.mark.parametrize(("text", "published", "actor"), MEN)
def test_men_and_forces_are_of_who_acted_last_or_speaks(text: str, published: str, actor: str) -> None:
    assert claims(text, published)[-1].actor.id == actor


JOINED = [
    ("The Malian army and allied former rebels captured Ber.", "2023-08-20", "MALI_GOV"),
    ("The Afghan army and former mujahideen still hold Faizabad.", "2021-07-10", "AFGHAN_GOV"),
    ("The Ugandan army and local Karimojong clan militia control Kaabong.", "2005-02-20", "UGANDA"),
    ("An RSF drone hit the hospital. The army and allied former rebels still hold El Fasher.", "2025-05-10", "SAF"),
    ("The rebels captured Goma and allied former soldiers hold Sake.", "2025-02-20", "DRC_GOV"),
    ("The army attacked Bama, and former rebels seized Dikwa.", "2015-10-20", None),
]


@pytest.mark.parametrize(("text", "published", "actor"), JOINED)
def test_the_army_acts_with_lesser_men_who_are_joined_to_it(text: str, published: str, actor: str | None) -> None:
    assert claims(text, published)[-1].actor.id == actor

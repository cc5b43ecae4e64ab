"""Whose deed an Arabic sentence tells: not of who suffers it, of whose enemies do it, of a land, of who only spoke before."""

import pytest
from any_war import claims

TOLD = [
    # the object of a plural verb does not do what the next one tells
    (
        "تقدم مقاتلو حركة إم 23 نحو غوما. ثم هاجموا الجيش الكونغولي فيها واستولوا على المدينة.",
        "2025-01-28",
        ["gained غوما M23"],
    ),
    ("قصف الحوثيون تعز. ثم باغتوا المقاومة في المخا واستولوا عليها.", "2015-03-28", ["gained المخا HOUTHI"]),
    ("مقاتلو طالبان هاجموا الجيش الأفغاني واستولوا على غزني.", "2021-08-12", ["gained غزني TALIBAN"]),
    ("هاجم الجيش قوات الدعم السريع واستعاد بارا.", "2025-09-11", ["gained بارا SAF"]),
    # whose enemies men are they are not
    (
        "استولت طالبان على مزار شريف. ولا يبقى بيد خصوم الحركة سوى باميان.",
        "1998-08-10",
        ["gained مزار شريف TALIBAN", "holds باميان None"],
    ),
    ("استعاد مناوئو الحوثيين مدينة مأرب.", "2015-08-10", ["gained مأرب None"]),
    ("استعاد أنصار الحوثيين مدينة مأرب.", "2015-08-10", ["gained مأرب HOUTHI"]),
    # a land whose town it is does not act; his own men do for who speaks
    (
        "دخل مقاتلو طالبان مزار شريف، رابع مدن أفغانستان، وإحكام قبضتهم عليها تم مساء السبت.",
        "2021-08-15",
        ["gained مزار شريف TALIBAN"],
    ),
    ("قالت الحكومة إن قواتها أخرجت حركة الشباب من كيسمايو.", "2012-10-02", ["gained كيسمايو SOMALI_GOV"]),
    # a pronoun of the next clause governs nothing in the one before; a commander is no "she", a spokesman no "they"
    (
        "قال ناشطون إن الجيش فرض سيطرته على تدمر، وإن المسلحين انسحبوا منها.",
        "2016-03-27",
        ["gained تدمر SYRIA_GOV", "lost تدمر None"],
    ),
    (
        "استولت جماعة الحوثي على مدينة عمران وقتلت قائد اللواء 310، وهي تسيطر على محافظة صعدة.",
        "2014-09-22",
        ["gained عمران HOUTHI", "holds صعدة HOUTHI"],
    ),
    (
        "وبات المتمردون في ولاية راخين. ولم يصدر عن الناطق زاو مين تون أي تعليق. وكانت مونغداو قد وقعت في قبضتهم.",
        "2024-12-21",
        ["gained مونغداو EAO"],
    ),
    # «هؤلاء» are who was told of, unless their noun stands beside it
    ("خرج مسلحو داعش من تدمر. وبقيت السخنة في قبضة هؤلاء.", "2016-06-05", ["lost تدمر ISIS", "holds السخنة ISIS"]),
    ("خرج مسلحو داعش من تدمر. وبقيت السخنة في قبضة هؤلاء التجار.", "2016-06-05", ["lost تدمر ISIS"]),
    # what belongs to a place does not part it from whom it is handed to
    ("سلمت القوات الحكومية قاعدة باغرام وسجنها لحركة طالبان.", "2021-08-15", ["gained باغرام TALIBAN"]),
    ("سلمت القوات الحكومية قاعدة باغرام في ضربة لحركة طالبان.", "2021-08-15", ["lost باغرام AFGHAN_GOV"]),
]


@pytest.mark.parametrize(("text", "published", "expected"), TOLD)
def test_whose_deed_it_is(text: str, published: str, expected: list[str]) -> None:
    found = sorted(f"{claim.relation} {claim.place.text} {claim.actor and claim.actor.id}" for claim in claims(text, published))
    assert found == sorted(expected)


SIDES = [
    ("أصبحت بيروت الغربية في يد حركة أمل.", "1984-02-08", "part"),
    ("سيطرت القوات على حلب الشرقية.", "2016-12-08", "part"),
    ("سيطرت القوات على الغوطة الشرقية.", "2018-04-08", "whole"),
    ("سيطر الجيش على دارفور الغربية.", "2023-11-03", "whole"),
]


@pytest.mark.parametrize(("text", "published", "extent"), SIDES)
def test_one_side_of_a_town_is_a_part_of_it(text: str, published: str, extent: str) -> None:
    assert [claim.extent for claim in claims(text, published)] == [extent]

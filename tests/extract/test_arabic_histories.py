"""What Arabic histories tell of towns that changed hands: who had taken them, which of several, and what came true at last."""

import pytest
from any_war import claims

from whoheld.model import Claim

TOLD = {
    "of whom a relative tells what he had taken, from him the town was taken": [
        (
            "استعاد الجيش السوداني سنجة من قوات الدعم السريع التي استولت عليها في حزيران 2024.",
            "2025-01-10",
            ["gained SAF سنجة", "gained RSF سنجة"],
        ),
        (
            "استردت القوات الإثيوبية لاليبيلا من جبهة تيغراي التي احتلتها في آب 2021.",
            "2021-12-20",
            ["gained ETHIOPIA_GOV لاليبيلا", "gained TPLF لاليبيلا"],
        ),
        ("نشرت الصحيفة صورا لقوات الدعم السريع التي سيطر عليها الجيش في سنجة.", "2025-01-10", []),
    ],
    "a rank behind an army with which it does not agree is a town": [
        (
            "سيطرت بوكو حرام على باما وغوزا. واستعاد الجيش النيجيري الثانية في آذار 2015.",
            "2016-01-05",
            ["gained BOKO_HARAM باما", "gained BOKO_HARAM غوزا", "gained NIGERIA غوزا"],
        ),
        (
            "انسحب المتمردون من غوما وبوكافو، ودخل الجيش الأخيرة دون قتال.",
            "2013-11-10",
            ["lost - غوما", "lost - بوكافو", "gained DRC_GOV بوكافو"],
        ),
        ("وصلت القوات الأولى إلى غوما وبوكافو.", "2013-11-10", []),
    ],
    "the latter is whom the text named last": [
        (
            "أما سامراء فبقيت بيد الجيش. واستعاد الأخير تكريت في نيسان 2015.",
            "2015-06-10",
            ["holds IRAQ_GOV سامراء", "gained IRAQ_GOV تكريت"],
        ),
        (
            "اندلعت معارك بين قوات البيشمركة وتنظيم داعش. واحتل الأخير سنجار في 3 آب 2014.",
            "2019-06-10",
            ["gained ISIS سنجار"],
        ),
        ("تحصن الأخير في غوما.", "2018-12-10", []),
    ],
    "the former is the first of two whom the text named together": [
        (
            "اندلع القتال بين الجيش السوداني وقوات الدعم السريع. وسيطر الأول على مليط.",
            "2024-04-15",
            ["gained SAF مليط"],
        ),
        (
            "دارت معارك بين هيئة تحرير الشام وحركة أحرار الشام، وأعلنت الأولى أنها أخذت خان شيخون.",
            "2018-04-15",
            ["gained HTS خان شيخون"],
        ),
        (
            "دارت معارك بين حركة 23 مارس والجيش الكونغولي، وقالت الأولى إنها سيطرت على غوما.",
            "2025-01-29",
            ["gained M23 غوما"],
        ),
        (
            "دارت معارك بين حركة أحرار الشام وهيئة تحرير الشام، وأكدت الثانية سيطرتها على سراقب.",
            "2017-07-20",
            ["gained HTS سراقب"],
        ),
        ("وقال الأول إنه سيطر على غوما.", "2012-11-20", ["gained - غوما"]),
        (
            "انسحب الجيش من غوما وبوكافو، ودخل المتمردون الأولى.",
            "2013-11-10",
            ["lost DRC_GOV غوما", "lost DRC_GOV بوكافو", "gained - غوما"],
        ),
    ],
    "a state annexes": [
        ("ضم المغرب الداخلة في آب 1979.", "1990-01-05", ["gained MOROCCO الداخلة"]),
        (
            "تخلت موريتانيا عن الداخلة، فضمها المغرب في آب 1979.",
            "1990-01-05",
            ["lost MAURITANIA الداخلة", "gained MOROCCO الداخلة"],
        ),
        ("القرم التي ضمتها روسيا عام 2014 منطقة سياحية.", "2020-01-01", ["gained RUSSIA القرم"]),
        ("رفض البرلمان ضم إسرائيل نابلس.", "2020-01-01", []),
        ("ضم الحزب الموصل إلى دوائره.", "2020-01-01", []),
    ],
    "a verb with «فـ» tells of the towns behind «أما»": [
        (
            "أما حلب وحمص فظلتا مع القوات الحكومية.",
            "2014-12-02",
            ["holds SYRIA_GOV حلب", "holds SYRIA_GOV حمص"],
        ),
        ("سيطر المتمردون على بوكافو. وأما غوما فظلت مع الجيش.", "2013-01-01", ["gained - بوكافو", "holds DRC_GOV غوما"]),
        ("أما أسعار دمشق فظلت مع الارتفاع.", "2016-01-01", []),
    ],
    "what did not fall into somebody's hands but on a day fell then": [
        ("لم تسقط روما بأيدي الحلفاء إلا في الرابع من حزيران 1944.", "1990-01-05", ["gained - روما"]),
        ("ولم تصبح الفاشر تحت سيطرة الدعم السريع إلا في 26 أكتوبر 2025.", "2025-12-01", ["gained RSF الفاشر"]),
        ("لم تقع غوما في قبضة المتمردين إلا بعد شهر.", "2012-12-01", ["gained - غوما"]),
        ("لم تسقط مأرب بيد الحوثيين حتى الآن.", "2021-12-01", []),
    ],
    "who drives his enemies out takes their place": [
        (
            "استولت قوات حكومة الوفاق على غريان بعد شهرين على طرد خصومها من صرمان.",
            "2020-06-26",
            ["gained GNA غريان", "gained GNA صرمان"],
        ),
        (
            "سيطر الجيش على دير الزور بعد شهر من طرد أعدائه من السخنة.",
            "2017-09-26",
            ["gained SYRIA_GOV دير الزور", "gained SYRIA_GOV السخنة"],
        ),
        ("تسعى حركة الشباب إلى طرد أعدائها من كيسمايو.", "2008-08-26", []),
    ],
    "behind a time who is forced to leave is the subject": [
        ("وفي الأول من تشرين الأول اضطر الروس إلى ترك ليمان.", "2022-10-05", ["lost RUSSIA ليمان"]),
        ("وأمس اضطر المتمردون إلى مغادرة غوما.", "2013-10-05", ["lost - غوما"]),
    ],
    "what obeys may be told behind whom it obeys": [
        (
            "ولا تزال تخضع لسيطرة حركة الشباب بلدات جلب وساكو.",
            "2020-04-01",
            ["holds SHABAAB جلب", "holds SHABAAB ساكو"],
        ),
        ("خضعت لسيطرة الجيش سنجة.", "2024-12-01", ["gained SAF سنجة"]),
        ("تخضع لسيطرة الجيش الطرق المؤدية إلى سنجة.", "2024-12-01", []),
    ],
    "a rank that a verb of control governs is no hour": [
        (
            "سيطر الانقلابيون على عدن والمكلا. وسيطر الجيش على الأولى في تموز 2015.",
            "2017-07-01",
            ["gained HOUTHI عدن", "gained HOUTHI المكلا", "gained YEMEN_GOV عدن"],
        ),
        ("سيطر الجيش على غوما وبوكافو في الثانية من فجر السبت.", "2017-07-01", ["gained DRC_GOV غوما", "gained DRC_GOV بوكافو"]),
    ],
    "who comes back to a town that was won is no town": [
        ("بعد استعادة الجيش كيدال من المتمردين عاد إليها المحافظ.", "2023-12-05", ["gained MALI_GOV كيدال"]),
        ("بعد استعادة الجيش سنجة عاد إليها النازحون.", "2024-12-01", ["gained SAF سنجة"]),
        ("خسر الجيش سنجة، ثم عادت إليه في تشرين الثاني.", "2024-12-01", ["lost SAF سنجة", "gained SAF سنجة"]),
    ],
    "a day on which something will happen is only awaited": [
        ("نتطلع إلى يوم تندحر فيه قوات الدعم السريع من الخرطوم.", "2024-12-05", []),
        ("وقال إن أهالي الموصل ينتظرون اليوم الذي تندحر فيه داعش من المدينة.", "2015-12-05", []),
        ("كان ذلك اليوم الذي انسحب فيه المتمردون من غوما.", "2012-12-05", ["lost - غوما"]),
        (
            "في الوقت الذي يسيطر فيه الحوثيون على صنعاء، يسيطر الجيش على مأرب.",
            "2020-12-20",
            ["holds HOUTHI صنعاء", "holds YEMEN_GOV مأرب"],
        ),
    ],
    "the occupation in which somebody served is not that of who caught him": [
        ("اعتقلت قوات الأمن العراقية أميرا في داعش كان مسؤولا عن الموصل إبان احتلالها.", "2018-12-05", []),
        (
            "سيطر داعش على الموصل في 2014. واعتقلت الشرطة العراقية رجلا كان قاضيا إبان احتلالها.",
            "2018-12-05",
            ["gained ISIS الموصل"],
        ),
    ],
    "«قد» before an imperfect tells what may be": [
        ("قد يسيطر الجيش على سنجة.", "2024-10-05", []),
        ("وقد تضطر القوات إلى الانسحاب من سنجة.", "2024-10-05", []),
        ("وقد تبقى سنجة بيد الجيش.", "2024-10-05", []),
        ("وقد تراجعت القوات من سنجة.", "2024-10-05", ["lost SAF سنجة"]),
    ],
}


def said(claim: Claim) -> str:
    return f"{claim.relation} {claim.actor.id or '-'} {claim.place.text}"


@pytest.mark.parametrize(("text", "published", "expected"), [case for cases in TOLD.values() for case in cases])
def test_what_a_history_tells(text: str, published: str, expected: list[str]) -> None:
    assert [said(claim) for claim in claims(text, published)] == expected


STAYED = [
    ("سقطت مالقة في شباط 1937. وظلت مدريد وبرشلونة بيد الجمهوريين.", "1986-01-10", ["event", "background", "background"]),
    ("سقطت تكريت بيد داعش في حزيران 2014. أما سامراء فبقيت بيد الجيش.", "2019-06-10", ["event", "background"]),
    ("بقيت سراييفو تحت سيطرة الحكومة البوسنية طوال الحرب.", "2005-01-10", ["background"]),
    ("استعاد رومل بنغازي في نيسان 1941. وصمدت الحامية الأسترالية في طبرق ثمانية أشهر.", "1982-01-10", ["background"]),
    ("احتفظ الجيش المصري بغزة حتى نهاية حرب 1948، وبقيت القدس في يد الأردنيين.", "1998-05-15", ["background", "background"]),
    ("سيطر داعش على الموصل حتى اندلاع الحرب.", "2021-05-15", ["background"]),
    ("احتفظ الجيش بدير الزور حتى نهاية الحصار عام 2017.", "2021-05-15", ["background"]),
    ("احتفظ الحوثيون بالحديدة حتى بعد الهجوم.", "2018-12-15", ["state"]),
    ("سقطت تكريت بيد داعش أمس. أما سامراء فبقيت بيد الجيش.", "2014-06-12", ["event", "state"]),
    ("استعاد الجيش تكريت في آذار 2015. وبقيت الموصل بيد داعش.", "2016-01-12", ["event", "state"]),
    ("سيطر داعش على الموصل في حزيران 2014. ولا تزال المدينة بيده.", "2016-06-12", ["event", "state"]),
    ("سيطر داعش على الموصل في حزيران 2014. وقال مسؤول أمس إن تلعفر بقيت بيد التنظيم.", "2016-06-12", ["event", "state"]),
]


@pytest.mark.parametrize(("text", "published", "tellings"), STAYED)
def test_how_a_place_stayed_years_ago_is_no_state_of_today(text: str, published: str, tellings: list[str]) -> None:
    assert [claim.telling for claim in claims(text, published)] == tellings


OWNERS = [
    ("سقطت كييف بيد الحمر في فبراير 1919.", "1990-01-01", ["الحمر"]),
    ("استولى البيض على كييف في أغسطس 1919.", "1990-01-01", ["البيض"]),
    ("سقطت مدينة سايغون بيد الشماليين في أبريل 1975.", "1995-01-01", ["الشماليين"]),
    ("كانت أوموهيا تحت سيطرة بيافرا حتى أبريل 1969.", "1990-01-01", ["بيافرا"]),
    ("سقطت ملقة بيد فرانكو في فبراير 1937.", "1990-01-01", ["فرانكو"]),
    ("وقعت نيالا بيد مجهولين.", "2023-09-01", [None]),
    ("سقطت كيدال في يد أعداء الحركة.", "2013-09-01", ["أعداء الحركة"]),
    ("وقعت نيالا بيد قوى محلية.", "2023-09-01", [None]),
]


@pytest.mark.parametrize(("text", "published", "actors"), OWNERS)
def test_in_whose_hands_a_town_is(text: str, published: str, actors: list[str | None]) -> None:
    assert [claim.actor.text for claim in claims(text, published)] == actors


SHARES = [
    ("ويسيطر الجيش على معظم تعز، بينما يحتفظ الحوثيون بأحيائها الشمالية.", "2021-01-10", ["part", "part"]),
    ("سيطر الجيش على أحياء مدينة حلب الشرقية.", "2016-12-10", ["part"]),
    ("سيطر الجيش على شوارع الفاشر الغربية.", "2024-12-10", ["part"]),
    ("سيطر الجيش على أحياء السكري والشعار.", "2016-12-10", ["whole", "whole"]),
    ("تخضع تعز في معظمها لسلطة الحكومة.", "2021-01-10", ["part"]),
    ("باتت الخرطوم بأغلبيتها تحت سيطرة الجيش.", "2025-03-10", ["part"]),
    ("باتت الخرطوم بأكملها تحت سيطرة الجيش.", "2025-03-10", ["whole"]),
    ("يسيطر الجيش على الجزء الشرقي من تعز والحوثيون على الجزء الغربي.", "2021-01-10", ["part", "part"]),
    ("سيطر النظام على النصف الشرقي من حلب، والمعارضة على النصف الغربي.", "2016-03-10", ["part", "part"]),
    ("يسيطر الجيش على الجزء الشرقي من تعز والحوثيون على تلال قريبة.", "2021-01-10", ["part"]),
    ("سيطر الجيش على حلب والمعارضة على الجزء الغربي.", "2016-03-10", ["whole"]),
]


@pytest.mark.parametrize(("text", "published", "extents"), SHARES)
def test_how_much_of_a_town_is_meant(text: str, published: str, extents: list[str]) -> None:
    assert [claim.extent for claim in claims(text, published)] == extents


ANNOUNCED = [
    (
        "قالت قوات الدعم السريع إنها طردت الجيش من ود مدني، ثم أعلنت يوم الاثنين تحرير سنجة.",
        "2023-12-20",
        ["RSF RSF ود مدني", "RSF RSF سنجة"],
    ),
    (
        "أعلن الحوثيون السيطرة على الجوف، كما أعلنوا في بيان آخر تحرير مأرب.",
        "2020-03-05",
        ["HOUTHI HOUTHI الجوف", "HOUTHI HOUTHI مأرب"],
    ),
    (
        "قال الجيش اليمني إنه استعاد نهم. كما أعلن تحرير الحزم.",
        "2016-03-05",
        ["YEMEN_GOV YEMEN_GOV نهم", "YEMEN_GOV YEMEN_GOV الحزم"],
    ),
    ("أكدت وزارة الدفاع الروسية أنها دمرت رتلا، ثم أعلنت السيطرة على أفدييفكا.", "2024-02-20", ["RUSSIA RUSSIA أفدييفكا"]),
    # of a passive nobody is the subject
    ("قال سكان إن الجيش انسحب. وأعلن تحرير غوما.", "2013-02-20", ["- - غوما"]),
]


@pytest.mark.parametrize(("text", "published", "expected"), ANNOUNCED)
def test_who_goes_on_to_announce_speaks_of_himself(text: str, published: str, expected: list[str]) -> None:
    told = [(claim.actor.id, claim.speaker and claim.speaker.id, claim.place.text) for claim in claims(text, published)]
    assert [f"{actor or '-'} {speaker or '-'} {place}" for actor, speaker, place in told] == expected


STRONGHOLDS = [
    ("سقطت الباغوز، آخر معاقل تنظيم الدولة، في 23 آذار 2019.", "2019-06-05", [(None, "ISIS")]),
    ("سقطت الباغوز، آخر معقل لتنظيم الدولة.", "2019-06-05", [(None, "ISIS")]),
    ("سقطت سرت، آخر معاقل القذافي، بيد الثوار في تشرين الأول 2011.", "2011-12-05", [("LIBYA_REBELS", "GADDAFI")]),
    ("استعاد الجيش دابق، أبرز معاقل داعش.", "2016-12-05", [("SYRIA_GOV", "ISIS")]),
    ("قصف الجيش إدلب، آخر معاقل المعارضة.", "2019-06-05", []),
]


@pytest.mark.parametrize(("text", "published", "expected"), STRONGHOLDS)
def test_whose_stronghold_falls_has_not_taken_it(text: str, published: str, expected: list[tuple[str | None, str]]) -> None:
    assert [(claim.actor.id, claim.loser and claim.loser.id) for claim in claims(text, published)] == expected

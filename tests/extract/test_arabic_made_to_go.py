"""Arabic: who is made to go does not come, who tells that another left has come himself, and a band bears the name behind it."""

import pytest
from any_war import claims

TOLD = [
    # whom a verb drives out is not the subject of the verb joined to it
    ("قالت أنقرة إن قواتها أجبرت وحدات حماية الشعب على الانسحاب، ودخلت عفرين.", "2018-03-18", ["gained عفرين TURKEY"]),
    (
        "شنت الفصائل هجوما على خان طومان فأجبرت قوات النظام على التراجع، وسيطرت على البلدة.",
        "2016-05-06",
        ["gained خان طومان SYRIA_OPP"],
    ),
    ("أرغم مقاتلو طالبان القوات الأفغانية على الفرار، واستولوا على قندوز.", "2015-09-28", ["gained قندوز TALIBAN"]),
    ("أجبرت غارات التحالف الحوثيين على الانسحاب من المخا.", "2017-02-10", ["lost المخا HOUTHI"]),
    (
        "أجبر تنظيم داعش على الانسحاب من عين العرب، وخسر قرية كوجك.",
        "2015-01-26",
        ["lost عين العرب ISIS", "lost كوجك ISIS"],
    ),
    ("أجبرت القوات الأوكرانية الجنود الروس على التقهقر، ودخلت بلدة كوبيانسك.", "2022-09-10", ["gained كوبيانسك UKRAINE"]),
    # nor whom a participle tells in what circumstance somebody comes back
    (
        "انسحب الجيش الحر من سراقب، ثم عاد إليها اليوم، مجبرا قوات الأسد على التراجع.",
        "2020-02-27",
        ["gained سراقب SYRIA_OPP", "lost سراقب SYRIA_OPP"],
    ),
    # who says that another has left goes on of himself
    (
        "قال المتحدث باسم الجيش السوداني إن الدعم السريع أخلى سنجة، وأنها تسلمت المدينة.",
        "2024-11-23",
        ["gained سنجة SAF", "lost سنجة RSF"],
    ),
    (
        "أعلنت وزارة الدفاع الأوكرانية أن القوات الروسية غادرت ليمان، وأنها دخلت المدينة.",
        "2022-10-01",
        ["gained ليمان UKRAINE", "lost ليمان RUSSIA"],
    ),
    (
        "قال المرصد إن قوات النظام انسحبت من إدلب، وإنها استعادت أريحا.",
        "2015-03-28",
        ["gained أريحا SYRIA_GOV", "lost إدلب SYRIA_GOV"],
    ),
    # a deed joined to that of men whom a noun tells is theirs
    (
        "أكدت وزارة الدفاع السورية انسحاب مقاتلي داعش من تدمر، وإخلاء بلدة القريتين.",
        "2016-03-27",
        ["lost القريتين ISIS", "lost تدمر ISIS"],
    ),
    ("أعلنت قوات الدعم السريع هروب قوات الجيش والسيطرة على مدينة هجليج.", "2025-12-08", ["gained هجليج RSF"]),
    # they went before another came, of whom it is told that he fought them
    (
        "استعاد الجيش بارا بعد معركة مع قوات الدعم السريع وفرارها من المدينة.",
        "2025-09-11",
        ["gained بارا SAF", "lost بارا RSF"],
    ),
    (
        "سيطرت حركة الشباب على منطقة بلعد بعد اشتباكات مع القوات الحكومية وانسحابها من المنطقة.",
        "2016-09-01",
        ["gained بلعد SHABAAB", "lost بلعد SOMALI_GOV"],
    ),
    (
        "دخلت القوات الروسية فوغليدار بعد معارك مع الكتيبة الأوكرانية وانسحابها من المدينة.",
        "2024-10-01",
        ["gained فوغليدار RUSSIA", "lost فوغليدار UKRAINE"],
    ),
    # who lends aircraft does not fight
    (
        "سيطر الجيش العراقي على حي النور بإسناد من طيران التحالف، وتستمر المعارك في حي الكرامة.",
        "2016-12-01",
        ["contested الكرامة IRAQ_GOV", "gained النور IRAQ_GOV"],
    ),
    # a name in quotation marks or brackets is that of the band before it
    ("أعلنت حركة التمرد “إم 23” سيطرتها على مدينة غوما.", "2025-01-27", ["gained غوما M23"]),
    ("سيطرت الجماعة المتمردة «قوات الدعم السريع» على النهود.", "2025-05-02", ["gained النهود RSF"]),
    ("سيطرت الحركة المتمردة التي تعرف باسم (إم 23) على روتشورو.", "2022-10-30", ["gained روتشورو M23"]),
    ("أعلنت القوات المسلحة سيطرتها على «سرت».", "2020-01-06", ["gained سرت LNA"]),
]


@pytest.mark.parametrize(("text", "published", "expected"), TOLD)
def test_who_is_made_to_go_and_who_has_come(text: str, published: str, expected: list[str]) -> None:
    found = sorted(f"{claim.relation} {claim.place.text} {claim.actor and claim.actor.id}" for claim in claims(text, published))
    assert found == sorted(expected)

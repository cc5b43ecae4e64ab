"""Whose deed an Arabic text tells: own men, pronouns and carried verbs, in paragraphs from several wars."""

import pytest
from small_war import Claims, said

TOLD = {
    "who says one thing of himself says the next, whomever he fought between": [
        ("قالت قسد إنها صدت هجوما لقوات النظام، وإنها تسيطر على هجين.", {"holds SDF هجين"}),
        ("قالت قوات النظام إنها أحبطت هجوما لقسد على تدمر، وإنها لا تزال تسيطر على هجين.", {"holds SYRIA_GOV هجين"}),
    ],
    "what is handed to another is not received": [
        (
            "انسحب الجيش من تدمر. وانتشرت قسد في هجين قبل أن تسلمها إلى قوات النظام.",
            {"gained SYRIA_GOV هجين", "lost SYRIA_ARMY_HERE تدمر"},
        ),
    ],
    "behind the «ثم» of a clause stands a verb, whoever is its object": [
        ("دخل الحوثيون مأرب. ثم طردهم الجيش منها.", {"gained HOUTHI مأرب", "gained الجيش مأرب"}),
        (
            "دخل تنظيم الدولة هجين والسوسة، ثم طردتهم قسد من البلدتين.",
            {"gained ISIS هجين", "gained ISIS السوسة", "gained SDF هجين", "gained SDF السوسة"},
        ),
    ],
    "a town behind «منها، ثم» is not left": [
        ("دخلت قسد هجين بعد انسحاب داعش منها، ثم السوسة.", {"gained SDF هجين", "lost ISIS هجين"}),
    ],
    "a town behind an army is no man's country, however it is spelled": [
        ("استعاد الجيش بلدة هجين.", {"gained SYRIA_ARMY_HERE هجين"}),
        ("استعاد الجيش بلدة هجين التي كانت قسد قد سيطرت عليها.", {"gained SYRIA_ARMY_HERE هجين", "gained SDF هجين"}),
        ("خسرت قوات النظام بلده هجين.", {"lost SYRIA_GOV هجين"}),
    ],
    "a speaker's men are his side's, whoever is named after them": [
        (
            "قال قائد ميداني في قسد إن مقاتليه بسطوا سيطرتهم على هجين، وإن مسلحي تنظيم الدولة لاذوا بالبساتين.",
            {"gained SDF هجين"},
        ),
        ("وقال عضو المكتب السياسي للحوثيين علي حسن إن جماعته تسيطر على مأرب.", {"holds HOUTHI مأرب"}),
        ("قال العقيد حسن يوسف، الناطق باسم قسد، إن مدينة الرقة باتت في يد رجاله.", {"gained SDF الرقة"}),
    ],
    "who denies goes on to say what he holds": [
        (
            "أعلنت قوات النظام سيطرتها على هجين. ونفت قسد ذلك مؤكدة أنها تسيطر عليها.",
            {"gained SYRIA_GOV هجين", "holds SDF هجين"},
        ),
    ],
    "whose hold a verb tells of is its subject": [
        ("انسحب داعش من الرقة أمس. وأحكمت قسد وحلفاؤها قبضتهم على هجين.", {"lost ISIS الرقة", "gained SDF هجين"}),
    ],
    "a pronoun before a verb is its subject, and a party behind it its object": [
        ("ذكرت قسد أنها أخرجت داعش من هجين.", {"gained SDF هجين"}),
    ],
    "what came next is told in the present behind a word for before": [
        (
            "سيطر داعش على تدمر في مايو 2015، ثم استعادتها قوات النظام، قبل أن يسيطر عليها التنظيم يوم الأحد.",
            {"gained ISIS تدمر", "gained SYRIA_GOV تدمر"},
        ),
    ],
    "men are told by whom they follow": [
        ("سيطرت قوات الجنرال المتقاعد إدريس ماغاني على نيالا.", {"gained قوات الجنرال المتقاعد إدريس ماغاني نيالا"}),
        ("انتزع مقاتلون موالون لقسد هجين من داعش.", {"gained SDF هجين"}),
    ],
    "whoever goes on to speak speaks of the same side": [
        (
            "دخل تنظيم الدولة تدمر. وكذب ناطق باسم قسد الخبر وقال إن مدينة الرقة ما برحت في يد رجاله.",
            {"gained ISIS تدمر", "holds SDF الرقة"},
        ),
        ("أعلن ناطق باسم قسد هدنة مع تنظيم الدولة. وأضاف أن قواته استعادت هجين.", {"gained SDF هجين"}),
    ],
    "a pronoun in a side's own words means the side": [
        (
            "ذكر ناطق باسم قوات الدعم السريع أن الجيش السوداني انسحب. وأضافت قسد أن هجين صارت بيدها أيضا.",
            {"gained SDF هجين"},
        ),
    ],
    "a verb that is carried on has the subject of the verb before it": [
        (
            "لم يهنأ الجيش السوداني طويلا بما أخذه، فقد تسلل عناصر الدعم السريع فجرا واستردوا نيالا.",
            {"gained RSF نيالا"},
        ),
        ("هاجم الجيش السوداني مسلحي الدعم السريع وسيطر على نيالا.", {"gained SAF نيالا"}),
    ],
    "who has it since the news is who had not before it": [
        (
            "استعادت قسد هجين من تنظيم الدولة يوم السبت. وكانت هجين قد سقطت في حزيران 2014.",
            {"gained SDF هجين", "gained ISIS هجين"},
        ),
        (
            "سيطر الجيش السوداني على نيالا أمس بعد انسحاب قوات الدعم السريع. وكانت نيالا قد سقطت في مارس 2023.",
            {"gained SAF نيالا", "gained RSF نيالا", "lost RSF نيالا"},
        ),
        ("قالت قسد إن هجين سقطت أمس. وأعلنت قسد أن السوسة سقطت كذلك.", {"gained SDF هجين", "gained SDF السوسة"}),
    ],
    "a name stays who it is, whoever its allies are": [
        ("دخلت عناصر قسد الموالية لداعش هجين.", {"gained SDF هجين"}),
    ],
    "whose country is spoken of is whose army it is": [
        ("قال مسؤول أوكراني إن جيش بلاده سيطر على ليمان.", {"gained UKRAINE ليمان"}),
        ("سيطرت الكتائب الحكومية في أوكرانيا على ليمان.", {"gained UKRAINE ليمان"}),
        ("في أوكرانيا، دخلت قوات وزارتي الدفاع والداخلية مدينة ليمان.", {"gained UKRAINE ليمان"}),
    ],
    "who is named twice by one noun is not another who is named between": [
        (
            "تقدمت القوات الأوكرانية في الشرق. وقالت قناة محلية إن الحوثيين تراجعوا. وأخذت القوات نفسها ليمان.",
            {"gained UKRAINE ليمان"},
        ),
    ],
    "a neighbour is nobody spoken of": [
        ("انسحب تنظيم الدولة إلى قرى على حدود روسيا. وكانت هجين في قبضته منذ 2014.", {"holds ISIS هجين"}),
    ],
    "a place that has not fallen is his who says so when another boasts of it": [
        (
            "أعلنت قوات الدعم السريع استيلاءها على نيالا، غير أن ناطقا باسم الجيش السوداني قال إن المدينة لم تسقط.",
            {"gained RSF نيالا", "holds SAF نيالا"},
        ),
        ("لم تخرج مأرب من سيطرة الحوثيين.", {"holds HOUTHI مأرب"}),
        ("قالت قسد إن هجين لم تسقط.", set()),
    ],
    "the fighters of a group are it and they": [
        (
            "وصل مقاتلو الدعم السريع إلى سنار بعد مواجهات مع قوات النظام. وقال شهود إن الفاشر صارت بأيديهم.",
            {"gained RSF الفاشر"},
        ),
    ],
    "whom a claim was about is meant before who is named beside it": [
        (
            "عادت السوسة إلى قسد. واتجه الرتل إلى هجين التي يسيطر عليها تنظيم الدولة. وكانت تدمر في قبضته.",
            {"gained SDF السوسة", "holds ISIS هجين", "holds ISIS تدمر"},
        ),
    ],
    "who is accused or attacked is not who goes on to speak": [
        ("اتهم الجيش السوداني الدعم السريع بقصف السوق، وقال إن نيالا لا تزال معه.", {"holds SAF نيالا"}),
        ("هاجمت القوات الأوكرانية الجيش الروسي غربا، وأعلنت سيطرتها على ليمان.", {"gained UKRAINE ليمان"}),
    ],
    "who is told with others is they": [
        ("فرضت قسد ومعها مسلحو العشائر سلطتهم على الرقة.", {"gained SDF الرقة"}),
    ],
    "a demonstrative shows who was just named so": [
        (
            "دخلت قوات الدعم السريع نيالا. وقال ناطق باسم الجيش إن القصف لم يتوقف. وكانت هذه القوات قد أخذت الفاشر.",
            {"gained RSF نيالا", "gained RSF الفاشر"},
        ),
        (
            "انتزعت قسد هجين من تنظيم الدولة. وتقع المدينة قرب حدود العراق. وأخذت القوات نفسها السوسة.",
            {"gained SDF هجين", "gained SDF السوسة"},
        ),
    ],
    "what passes to others by turns has them all for its list": [
        (
            "سقطت نيالا في قبضة الدعم السريع قبل عامين، والفاشر في أكتوبر الماضي.",
            {"gained RSF نيالا", "gained RSF الفاشر"},
        ),
    ],
    "of two who took a town neither had held it before": [
        (
            "استعاد الجيش ومقاتلو العشائر هجين من حركة الشباب، بعدما كانت تسيطر عليها منذ عام 2016.",
            {"gained SYRIA_ARMY_HERE هجين", "holds حركة الشباب هجين"},
        ),
        (
            "وتقع السوسة قرب هجين، التي استعادها الجيش ومقاتلو القبائل من حركة الشباب، بعدما كانت تمسك بها منذ 2016.",
            {"gained SYRIA_ARMY_HERE هجين", "holds حركة الشباب هجين"},
        ),
    ],
    "whose last town it was is not who took it": [
        ("سقطت هجين، آخر ما كان لتنظيم الدولة في الشرق، بيد قسد.", {"gained SDF هجين"}),
    ],
    "a clause about a town stands behind its adjectives too": [
        ("زار الوزير مدينة هجين الحدودية التي كانت في قبضة تنظيم الدولة.", {"holds ISIS هجين"}),
    ],
    "what is thus so is not what was meant to be": [
        ("أعلنت قسد أنها صدت تنظيم الدولة، وأن هجين ما زالت بيدها.", {"holds SDF هجين"}),
        ("حاول مسلحو تنظيم الدولة قطع الطريق، وبذلك باتت هجين كلها في يد قسد.", {"gained SDF هجين"}),
    ],
    "a town that is still somebody's ends the list before it": [
        (
            "استعادت قسد قبل أيام السوسة وبلدة هجين لا تزال في قبضة تنظيم الدولة.",
            {"gained SDF السوسة", "holds ISIS هجين"},
        ),
        ("استعادت قسد هجين والرقة وانسحب تنظيم الدولة.", {"gained SDF هجين", "gained SDF الرقة"}),
    ],
}


@pytest.mark.parametrize(("text", "expected"), [pair for pairs in TOLD.values() for pair in pairs])
def test_whose_deed_it_is(claims: Claims, text: str, expected: set[str]) -> None:
    assert {said(claim) for claim in claims(text)} == expected

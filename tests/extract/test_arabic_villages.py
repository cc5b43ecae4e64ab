"""Lists of Arabic villages of one word and two, as real news writes them: announced, quoted, joined by nothing but "and"."""

import pytest
from small_war import Claims

TOLD = {
    "a counted plural announces what goes on with a list": [
        (
            'سيطر الجيش على بلدة "السعن"، وعدة قرى أهمها "رسم البغل" و"سروج ومعسكرها" و"الشيخ هلال".',
            {"gained السعن", "gained رسم البغل", "gained سروج", "gained الشيخ هلال"},
        ),
        ("سيطر الجيش على بلدة السعن، وعدة قرى في ريف حماة.", {"gained السعن"}),
        ("استولت قسد على تدمر، وعدد من القرى أبرزها كوكو وهالغان.", {"gained تدمر", "gained كوكو", "gained هالغان"}),
        ("دخل الجيش تدمر، وعدة نقاط منها برج الاتصالات.", {"gained تدمر"}),
    ],
    "a definite noun ends an unknown name, an adjective or a subject none": [
        (
            "سيطر الجيش على قرى عدة مثل حردتنين ودوير الزيتون ومعرستة الخان وماير.",
            {"gained حردتنين", "gained دوير الزيتون", "gained معرستة الخان", "gained ماير"},
        ),
        ("سيطر الجيش على قرى تادف وعران وأسر العناصر المتبقية فيها.", {"gained تادف", "gained عران"}),
        ("سيطر الجيش على قرى خربة معرين وهاجم المسلحون مواقعه.", {"gained خربة معرين"}),
    ],
    "a bracket holds both that a dual announces": [
        ("استولت الدعم السريع على منطقتي (جريوة ورورو) في محلية التضامن.", {"gained جريوة", "gained رورو"}),
        ('سيطرت قسد على قريتي "أم وادي" و"وادي العذيب".', {"gained أم وادي", "gained وادي العذيب"}),
    ],
    "where a town lies takes no list": [
        ("سيطر الجيش على هجين شرق تدمر، بالإضافة إلى قرى كوكو وهالغان.", {"gained هجين", "gained كوكو", "gained هالغان"}),
        ("قصف الجيش مواقع شرق تدمر، بالإضافة إلى مدينة الرقة.", set()),
    ],
    "a town announced is no noun": [
        ("تراجع الجيش عن عدد من القرى والبلدات، ومنها بلدة تدمر الاستراتيجية.", {"lost تدمر"}),
        ("سيطرت القوات الروسية على هجين ونوفوتوشكيفسك في منطقة تدمر.", {"gained هجين", "gained نوفوتوشكيفسك"}),
        ("استعادت القوات أحياء النور والزهراء والربيع في الموصل.", {"gained النور", "gained الزهراء", "gained الربيع"}),
    ],
    "a verb goes on behind a list": [
        ("سيطر الجيش على قرى كوكو ويستعد لدخول المدينة.", {"gained كوكو"}),
        ("سيطر الجيش على قرى مورك الاستراتيجية وقتل الجنود.", {"gained مورك"}),
        ("سيطر الجيش على قرى كوكو ويبرود وهالغان.", {"gained كوكو", "gained يبرود", "gained هالغان"}),
    ],
    "fighting goes on where a sentence begins": [
        ("وفي تدمر شمال شرق الرقة قرب الحدود مع العراق، استمرت الاشتباكات بين الجيش وداعش.", {"contested تدمر"}),
        ("لا تزال تدور اشتباكات في العديد من أحياء سرت بين الجيش وداعش.", {"contested سرت"}),
        ("وفي الخرطوم، قال الوزير إن المعارك بين الجيش والدعم السريع مستمرة.", set()),
        ("وفي الموصل استمرت المعارك بين الجيش وداعش قرب الرمادي.", set()),
    ],
    "the town is where something was told, not where a source sits": [
        ("سيطر داعش على مدينة سرت. وأفاد مراسلنا في طرابلس بأن الجيش استعاد المدينة.", {"gained سرت"}),
        ("سيطر داعش على مدينة سرت. وأفادت مصادر في عدن عن مصادر في الوزارة أن الجيش استعاد المدينة.", {"gained سرت"}),
    ],
    "what stands between dashes parts nothing": [
        ("وفي سهل الغاب -الذي تقع أجزاء منه في ريف إدلب- استعاد الجيش قرية المشيك.", {"gained المشيك"}),
        ("أعلن الجيش -نقلا عن مصدر- أن تدمر آمنة.", set()),
    ],
    "a capital is among wide areas": [
        ("يسيطر الحوثيون على مناطق واسعة في البلاد بما فيها العاصمة صنعاء.", {"holds صنعاء"}),
        ("ضم الجيش إلى مناطق سيطرته أخيرا مطار تدمر العسكري.", {"gained تدمر"}),
    ],
    "whose other parts are told": [
        ("أصبحت كل الأجزاء الأخرى لمدينة الرقة تحت سيطرة قسد.", {"gained الرقة"}),
    ],
}


@pytest.mark.parametrize(("text", "told"), [case for cases in TOLD.values() for case in cases])
def test_which_villages_are_told(claims: Claims, text: str, told: set[str]) -> None:
    assert {f"{claim.relation} {claim.place.text}" for claim in claims(text)} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("سيطر الجيش على أكبر أحياء مدينة سرت.", ["سرت part"]),
        ("سيطر الجيش على الرقة وأجزاء من تدمر وهجين.", ["الرقة whole", "تدمر part", "هجين part"]),
        ("سيطر الجيش على مدينة الرقة كاملة باستثناء حي المشلب.", ["الرقة part"]),
        ("سيطر الجيش على الرقة وتدمر دون قتال.", ["الرقة whole", "تدمر whole"]),
        ("أصبحت تدمر كلها تحت سيطرة الجيش باستثناء جزء صغير تحت سيطرة داعش.", ["تدمر part"]),
        ("سيطر الجيش على القسم الشرقي لمدينة الرقة.", ["الرقة part"]),
        ("سيطر الجيش على منطقة الساحل الشرقي لمدينة سرت.", ["سرت part"]),
        ("سيطر الجيش على المدخل الغربي لمدينة سرت.", []),
        ("سيطر الجيش على نصف تدمر وبلدة هجين والسوسة.", ["تدمر part", "هجين whole", "السوسة whole"]),
    ],
)
def test_how_much_of_them_is_told(claims: Claims, text: str, told: list[str]) -> None:
    assert [f"{claim.place.text} {claim.extent}" for claim in claims(text)] == told

"""Arabic as the news writes it: commas inside a clause, verbs of going on, what came next, towns that only tell where."""

import pytest
from any_war import claims

TOLD = [
    # a comma between a subject and the particle of its pluperfect parts no clause, nor do two around an aside
    (
        "وقال الجيش الأوكراني إنه صد الهجوم. وكانت وزارة الدفاع الروسية، قد ذكرت أن قواتها استولت على تشاسيف يار.",
        "2024-12-05",
        ["gained تشاسيف يار RUSSIA background"],
    ),
    (
        "وقال الجيش الكونغولي إنه صد الهجوم. وكانت حركة إم 23، أمس الأحد، قد أعلنت أن مقاتليها سيطروا على ماسيسي.",
        "2024-12-09",
        ["gained ماسيسي M23 background"],
    ),
    (
        "وكان الجيش، الذي خسر قندوز، قد أعلن استعادة مدينة لشكركاه.",
        "2021-08-08",
        ["lost قندوز AFGHAN_GOV background", "gained لشكركاه AFGHAN_GOV event"],
    ),
    # "they" of a spokesman are those for whom he speaks, unless others are spoken of in the plural
    (
        "قالت قوات الحكومة إنها دخلت ترهونة، معقل قوات شرق ليبيا. وقال المتحدث باسم قوات الوفاق إنهم سيطروا على غريان.",
        "2020-06-05",
        ["gained ترهونة GNA event", "gained غريان GNA event"],
    ),
    (
        "هاجم المتمردون البلدة. وقال المتحدث باسم الجيش الكونغولي إنهم سيطروا على روتشورو.",
        "2022-10-30",
        ["gained روتشورو M23 event"],
    ),
    # where a quarter lies is no side of the fight for it
    (
        "واندلعت اشتباكات في حي القابون وحي جوبر شرق دمشق.",
        "2013-02-20",
        ["contested القابون None state", "contested جوبر None state"],
    ),
    ("واندلعت اشتباكات بين دمشق وقسد في حي الشيخ مقصود.", "2026-01-08", ["contested الشيخ مقصود SYRIA_TRANSITION state"]),
    # to go on controlling is to hold, to go on advancing and take is not
    ("وتواصل طالبان السيطرة على ولاية بدخشان.", "2022-05-10", ["holds بدخشان TALIBAN state"]),
    ("واصل الجيش السوداني تقدمه وسيطر على مدينة الدندر.", "2024-11-10", ["gained الدندر SAF event"]),
    # what came before something ended is a gain, in whatever tense
    (
        "ودخل المتمردون كيبومبا قبل أن يتقدموا جنوبا ويسيطروا على بلدة روغاري.",
        "2022-11-10",
        ["gained كيبومبا M23 event", "gained روغاري M23 event"],
    ),
    (
        "ويسيطر الجيش السوداني على الأبيض ويحاصر بلدة بارا ويسيطر على مدينة الرهد.",
        "2025-05-10",
        ["holds الأبيض SAF state", "holds الرهد SAF state"],
    ),
    # what is taken for known is no news: celebrated, held to be a sign, announced before, or told of whom it makes known
    ("وأكد محللون أن سقوط إدلب في قبضة الفصائل ضربة قوية للنظام.", "2015-04-10", ["gained إدلب SYRIA_OPP background"]),
    ("وأضاف أن استعادة الجيش السوداني سنجة خطوة مهمة.", "2024-12-02", ["gained سنجة SAF background"]),
    ("واحتفل السكان باستعادة القوات الأوكرانية مدينة خيرسون.", "2022-11-14", ["gained خيرسون UKRAINE background"]),
    (
        "وتوجه الوزير إلى مقديشو بعد أيام على إعلان الحكومة استعادة كيسمايو.",
        "2012-10-05",
        ["gained كيسمايو SOMALI_GOV background"],
    ),
    ("وفر السكان من بلدة روبايا التي سيطر عليها متمردو حركة إم 23.", "2024-05-05", ["gained روبايا M23 background"]),
    ("واتجهت القوات التي استعادت إيزيوم الأسبوع الماضي نحو ليمان.", "2022-09-20", ["gained إيزيوم UKRAINE background"]),
    ("وبسقوط ماريوبول في يد الروس خسرت كييف منفذا على البحر.", "2022-05-22", ["gained ماريوبول RUSSIA background"]),
    ("بتحرير سنجة يستكمل الجيش السوداني عملياته.", "2024-11-24", ["gained سنجة SAF background"]),
    # a clause of the place that the sentence is about is news, and so is what is said to be done
    ("والمدينة التي سقطت في يد طالبان هي زرنج.", "2021-08-06", ["gained زرنج TALIBAN event"]),
    ("وأسفرت المعارك التي خاضها الجيش السوري عن السيطرة على بلدة حاس.", "2020-02-25", ["gained حاس SYRIA_GOV event"]),
    ("وأعلن القائد أن تحرير هجين اكتمل اليوم.", "2018-12-14", ["gained هجين None event"]),
    # how long something lasted stands between a verb and its subject
    (
        "وقال مسؤول إن الجيش استعاد بلدة مهداي التي استولى عليها لفترة وجيزة مقاتلو حركة الشباب.",
        "2016-07-10",
        ["gained مهداي SOMALI_GOV event", "gained مهداي SHABAAB background"],
    ),
    # whose a noun is that carries another
    ("صد الجيش السوداني هجوما. وأكد احتفاظه بالسيطرة على الفاشر.", "2024-06-12", ["holds الفاشر SAF state"]),
    ("أعلنت القوات الحكومية فقدانها السيطرة على مدينة قندوز.", "2015-09-29", ["lost قندوز AFGHAN_GOV event"]),
    # a clause of the main verb is none of the relative before it
    (
        "استولى مقاتلو طالبان على قندوز التي كانوا يحاصرونها، ثم سيطروا على تالقان.",
        "2021-08-09",
        ["gained قندوز TALIBAN event", "gained تالقان TALIBAN event"],
    ),
    # who says so is not whom a verb of driving out has as its object
    ("وأفاد سكان بأن المتمردين طردوا من بلدة كانيابايونغا.", "2024-07-06", ["lost كانيابايونغا M23 event"]),
    ("وقالت الشرطة إن السكان طردوا من بلدة تاورغاء.", "2012-10-07", []),
    # a quarter may be called by any definite noun
    ("وأعلن الجيش العراقي استعادة حى الميدان بالموصل.", "2017-07-08", ["gained الميدان IRAQ_GOV event"]),
    # a definite noun governs none: «العمليات تحرير» is no operation to free a town
    ("أكدت قيادة العمليات المشتركة تحرير بيجي.", "2015-10-16", ["gained بيجي IRAQ_GOV event"]),
]


@pytest.mark.parametrize(("text", "published", "expected"), TOLD)
def test_news_is_read(text: str, published: str, expected: list[str]) -> None:
    found = [f"{c.relation} {c.place.text} {c.actor and c.actor.id} {c.telling}" for c in claims(text, published)]
    assert sorted(found) == sorted(expected)


def test_who_counts_places_says_which_they_are() -> None:
    (claim,) = claims("وتؤكد روسيا، من حين لآخر، سيطرتها على قرى وبلدات. كان آخرها بلدة بوكروفسك.", "2025-12-05")
    assert (claim.modality, claim.speaker and claim.speaker.id) == ("attributed", "RUSSIA")


ACTORS = [
    # forces are those of the region behind them, by whatever noun that is called
    ("وقالت قوات إقليم تيجراي إنها استعادت بلدة ألاماتا.", "2021-07-13", "قوات إقليم تيجراي", "TPLF"),
    ("وسيطرت قوات إقليم أوروميا على بلدة نكمتي.", "2022-11-12", "قوات إقليم أوروميا", None),
    ("وأعلنت الجبهة الشعبية لتحرير إقليم تيغراي سيطرتها على ديسي.", "2021-10-31", "الجبهة الشعبية لتحرير إقليم تيغراي", "TPLF"),
    ("وسيطرت الجبهة الشعبية لتحرير أزواد على كيدال.", "2014-05-22", "الجبهة الشعبية لتحرير أزواد", None),
    ("وقصفت القوات إقليم تيغراي، وسيطر الجيش الإثيوبي على أكسوم.", "2020-11-22", "الجيش الإثيوبي", "ETHIOPIA_GOV"),
    # a people behind its country tells whose fighters they are, unless they are driven out
    ("واستعاد المقاتلون العراقيون الأكراد بلدة زمار.", "2014-10-26", "المقاتلون العراقيون الأكراد", "PESHMERGA"),
    ("وطرد المقاتلون السوريون الأكراد من عفرين.", "2018-03-18", "المقاتلون السوريون", None),
    # a state's ministry is that of its government of the year
    ("أعلنت وزارة الدفاع السورية السيطرة على تدمر.", "2016-03-27", "وزارة الدفاع السورية", "SYRIA_GOV"),
    ("أعلنت وزارة الدفاع السورية السيطرة على تدمر.", "2025-03-27", "وزارة الدفاع السورية", "SYRIA_TRANSITION"),
    # a government's allies are its men, a land's are not
    ("وسيطرت قوات متحالفة مع حكومة طرابلس على صرمان.", "2020-04-13", "قوات متحالفة مع حكومة طرابلس", "GNA"),
    ("وطردت قوات متحالفة مع الولايات المتحدة داعش من هجين.", "2018-12-14", "قوات متحالفة مع الولايات المتحدة", None),
    ("وسيطرت قوات محلية موالية للحكومة على مديرية الوازعية.", "2017-03-14", "قوات محلية موالية للحكومة", "YEMEN_GOV"),
]


@pytest.mark.parametrize(("text", "published", "words", "actor"), ACTORS)
def test_a_force_is_named_whole(text: str, published: str, words: str, actor: str | None) -> None:
    (claim,) = claims(text, published)
    assert (claim.actor.text, claim.actor.id) == (words, actor)


LISTS = [
    # names between dashes, whatever the first is like; where they lie is told before
    (
        'والبلدات التي سيطر عليها الجيش السوري هي "بيت سحم – الأشعري – مسرابا".',
        "2018-03-11",
        ["بيت سحم", "الأشعري", "مسرابا"],
    ),
    ("وأبرز القرى التي سيطر عليها الجيش بالغوطة هي ميدعا وحوش نصري.", "2016-11-30", ["ميدعا", "حوش نصري"]),
    ("وسيطر الجيش السوري على طريق دمشق – حمص.", "2018-05-16", []),
    # several names that no common noun is spelled like, in a region
    ("وقالت حركة الشباب إنها استعادت قردهير وواريس في منطقة شبيلي الوسطى.", "2024-03-19", ["قردهير", "واريس"]),
    ("واحتل المتمردون كيتوبو ونيابيوندو في إقليم ماسيسي.", "2023-10-19", ["كيتوبو", "نيابيوندو"]),
    ("واستعادت الشرطة أموالا وأسلحة وسيارات في منطقة باي.", "2013-05-16", []),
    ("واستعاد برشلونة ميسي وسواريز في مباراة مدريد.", "2016-10-19", []),
]


@pytest.mark.parametrize(("text", "published", "places"), LISTS)
def test_a_list_is_read_to_its_end(text: str, published: str, places: list[str]) -> None:
    assert [claim.place.text for claim in claims(text, published)] == places


def test_most_of_the_land_of_a_province_is_a_part_of_it() -> None:
    (claim,) = claims("وسيطر تنظيم الدولة على غالبية أراضي محافظة الأنبار.", "2014-10-16")
    assert (claim.place.text, claim.extent) == ("الأنبار", "part")

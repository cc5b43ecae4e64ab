"""Arabic words that look like a capture: who prepares, a mood or the weather that takes a town, what is only planned."""

import pytest
from any_war import claims

from whoheld.interval import prefix
from whoheld.model import Claim


def day(claim: Claim) -> str | None:
    """The day, month or year that a claim states, or None."""
    return prefix(claim.when.earliest, claim.when.latest) if claim.when.basis == "stated" else None


REFUSED = {
    "who prepares takes nothing back": [
        "تستعد مدينة غزة لشتاء قاس.",
        "تستعد أنقرة لعملية في عفرين.",
        "تستعد القوات المشتركة لاقتحام مدينة الحديدة وتحريرها من الحوثيين.",
        "والجيش الإثيوبي كان يستعد لدخول ميكيلي.",
    ],
    "no mood, weather or disease holds a town": [
        "بعد سيطرة الهدوء الحذر على عدن عادت الحركة.",
        "أحكم البرد قبضته على كابول.",
        "وقعت صنعاء في قبضة الكوليرا.",
        "سقطت ديار بكر تحت وطأة الثلوج.",
        "سقطت مدينة غزة في دائرة الجوع.",
    ],
    "who gives in to no side has not fallen": [
        "استسلمت طنجة للأمطار.",
        "استسلمت نابولي لريال مدريد في الدور الثاني.",
        "استسلم برشلونة أمام بايرن في لشبونة.",
    ],
    "what is talked over, put off or given up is not done": [
        "بحث القادة اقتحام درنة وتحريرها.",
        "تأجل اقتحام الحديدة وتحريرها إلى أجل غير مسمى.",
        "تراجع الجيش عن اقتحام كيدال وتحريرها.",
        "عدل القائد عن اقتحام غروزني وتحريرها.",
        "يخطط الجنرالات لعبور الراين وأخذ كولونيا وتحريرها.",
    ],
    "«لم» denies the second verb too": [
        "لم يدخل الجيش كوباني ويسيطر عليها.",
    ],
    "people of no side take nothing": [
        "سيطر المحتجون على مدينة حلب.",
        "احتل المستوطنون مدينة الخليل.",
        "سيطر الجمهوريون على تكساس في الانتخابات.",
    ],
    "what two take from each other in turn neither is said to have": [
        "تبادل الجيش والمسلحون السيطرة على درنة.",
        "وتتبادل قوات الجيش وقوات الدعم السريع السيطرة على نيالا منذ أشهر.",
        "انتقلت درنة من يد إلى يد ثلاث مرات.",
    ],
    "who has an office and no arms loses nothing": [
        "فرّ محافظ البنك المركزي من عدن بعد تقدم الحوثيين.",
        "فر محافظ الأنبار من الرمادي بعد تقدم داعش.",
        "انسحب مدير المستشفى من غوما بعد تقدم المتمردين.",
    ],
}


@pytest.mark.parametrize("text", [text for texts in REFUSED.values() for text in texts])
def test_nothing_is_taken(text: str) -> None:
    assert [claim.relation for claim in claims(text, "2018-06-12")] == []


TOLD = {
    "the short form behind «لم» is of taking back, at last": [
        ("لم تستعد القوات الأوكرانية ليمان إلا في تشرين الأول 2022.", ["gained UKRAINE ليمان 2022-10"]),
        (
            "احتل الإيرانيون الفاو في شباط 1986، ولم يستعدها العراقيون إلا في 17 نيسان 1988.",
            ["gained IRAN الفاو 1986-02", "gained IRAQ_GOV الفاو 1988-04-17"],
        ),
        (
            "استولت الحركة على كيسمايو عام 2008، ولم تستعدها الحكومة إلا عام 2012.",
            ["gained الحركة كيسمايو 2008", "gained SOMALI_GOV كيسمايو 2012"],
        ),
        ("لم يدخل الجيش كوباني ويسيطر عليها سوى في كانون الثاني 2015.", ["gained SYRIA_GOV كوباني 2015-01"]),
    ],
    "a town falls to a side in the cold, and under fire": [
        ("سقطت دير الزور في شتاء 2014 بيد داعش.", ["gained ISIS دير الزور 2014"]),
        ("سقطت حلب تحت وطأة القصف الروسي.", ["gained - حلب None"]),
        ("سقطت حماة أمام أنظار العالم.", ["gained - حماة None"]),
        ("استسلمت باريس للألمان في حزيران 1940.", ["gained GERMANY باريس 1940-06"]),
        ("تراجع الجيش عن مدينة كيدال.", ["lost MALI_GOV كيدال None"]),
        ("تأجل الهجوم، لكن الجيش تمكن من اقتحام الحديدة وتحريرها.", ["gained YEMEN_GOV الحديدة None"]),
    ],
    "a people that no lexicon knows, and a side of an old war, take a town": [
        ("سيطر الغجريون على مدينة موستار.", ["gained الغجريون موستار None"]),
        ("استولى المارشال روميل على بنغازي في نيسان 1941.", ["gained المارشال روميل بنغازي 1941-04"]),
        ("استولى العثمانيون على الكوت في 29 نيسان 1916.", ["gained العثمانيون الكوت 1916-04-29"]),
        ("حرر السوفييت كييف في تشرين الثاني 1943.", ["gained السوفييت كييف 1943-11"]),
        ("سقطت نانجينغ بيد اليابانيين.", ["gained JAPAN نانجينغ None"]),
        ("احتلت الهاغاناه القدس في أيار 1948.", ["gained الهاغاناه القدس 1948-05"]),
        ("أعلن مقاتلو الدروز سيطرتهم على السويداء.", ["gained مقاتلو الدروز السويداء None"]),
        ("طرد الجيش السوفييت من كابول.", ["gained الجيش كابول None"]),
        (
            "حاصر العثمانيون الكوت واستولوا عليها في 29 نيسان 1916، إلا أن الجنرال مود استعاد البلدة في شباط 1917.",
            ["gained العثمانيون الكوت 1916-04-29", "gained الجنرال مود الكوت 1917-02"],
        ),
    ],
    "who stayed until a day had come before it": [
        (
            "احتل الجيش السوري طرابلس في 1976 وبقي فيها حتى 2005 حين انسحب منها.",
            ["gained الجيش السوري طرابلس 1976", "holds الجيش السوري طرابلس 2005", "lost الجيش السوري طرابلس 2005"],
        ),
        (
            "احتل الفيتناميون بنوم بنه في كانون الثاني 1979 وبقوا فيها حتى أيلول 1989.",
            ["gained VIETNAM بنوم بنه 1979-01", "holds VIETNAM بنوم بنه 1989-09"],
        ),
        ("سيطر المتمردون على غوما حتى كانون الأول 2012.", ["holds المتمردون غوما 2012-12"]),
    ],
    "what is held or taken beside a market or a match": [
        ("في نيالا التي يسيطر عليها الدعم السريع ارتفعت الأسعار.", ["holds RSF نيالا None"]),
        ("توقفت المباريات في غوما بعد سيطرة حركة إم 23 عليها.", ["gained M23 غوما None"]),
        ("فاز الزمالك في المباراة بعد سيطرته على الشوط الأول في القاهرة.", []),
        ("في المدينة التي يسيطر عليها الوباء ارتفعت الأسعار.", []),
    ],
    "a name of two syllables is whole": [
        ("استولى الحوثيون على مدينة كوانغ تري.", ["gained HOUTHI كوانغ تري None"]),
        ("دخل الفيتناميون مدينة دا نانغ وسيطروا عليها.", ["gained VIETNAM دا نانغ None"]),
        ("سيطر الحوثيون على مدينة كوانغ أمس.", ["gained HOUTHI كوانغ 2025-06-11"]),
    ],
}


@pytest.mark.parametrize(("text", "expected"), [pair for pairs in TOLD.values() for pair in pairs])
def test_who_took_it_and_when(text: str, expected: list[str]) -> None:
    told = claims(text, "2025-06-12")
    assert [f"{c.relation} {c.actor.id or c.actor.text or '-'} {c.place.text} {day(c)}" for c in told] == expected


YEARS = [
    ("سقطت هرات بأيدي طالبان في 5 أيلول 1995. وفي 27 أيلول من العام التالي سيطرت الحركة على كابول.", "1996-09-27"),
    ("احتل الألمان وارسو في آب 1915. وفي تموز من ذلك العام سقطت كاوناس بأيديهم.", "1915-07"),
    ("احتل الإيطاليون عدوة في 6 أكتوبر 1935، وفي 5 مايو من العام التالي دخلوا أديس أبابا واحتلوها.", "1936-05-05"),
    ("احتل الألمان وارسو في آب 1915. وفي 6 كانون الأول من العام الذي تلاه احتلوا بوخارست.", "1916-12-06"),
    ("سيطرت الحركة على أفغوي في أيار 2009. وفي 20 أيلول من السنة عينها سيطرت على كيسمايو.", "2009-09-20"),
    ("سقطت تدمر بيد داعش في أيار 2015، ولم يستردها الجيش إلا في آذار من العام التالي.", "2016-03"),
    ("احتل الألمان وارسو في آب 1915. وفي كانون الأول من العام الماضي سقطت كاوناس بأيديهم.", None),
]


@pytest.mark.parametrize(("text", "expected"), YEARS)
def test_a_year_is_counted_from_the_date_before_whoever_knows_when_it_was_written(text: str, expected: str | None) -> None:
    assert day(claims(text, None)[-1]) == expected


EDGES = [
    # fighting around a town is told by what bears its pronoun
    ("أما داريا فشهدت اشتباكات عنيفة على أطرافها.", set[str]()),
    ("شهدت غوما معارك عنيفة على مشارفها.", set[str]()),
    ("اندلعت في دارة عزة اشتباكات بالقرب منها.", set[str]()),
    ("شهدت غوما معارك عنيفة في شوارعها الشمالية.", {"contested غوما"}),
    ("شهدت غوما معارك عنيفة بين الجيش والمتمردين.", {"contested غوما"}),
    # only the hamza below tells the town from the month, be it in a list, and the one above from a father
    ("سيطر الحوثيون على يريم وإب.", {"gained يريم", "gained إب"}),
    ("انسحب الحوثيون من تعز، وإب لا تزال تحت سيطرتهم.", {"lost تعز", "holds إب"}),
    ("سيطر الحوثيون على يريم في آب.", {"gained يريم"}),
    # «الجبهة» is the front named before, or a front line
    ("سيطرت جبهة تحرير تيغراي على لاليبيلا. وما زالت ديسي في يد الجبهة.", {"gained لاليبيلا", "holds ديسي"}),
    ("سيطرت حركة الشباب على جوهر. ووصلت تعزيزات إلى الجبهة.", {"gained جوهر"}),
]


@pytest.mark.parametrize(("text", "told"), EDGES)
def test_what_letters_and_pronouns_tell(text: str, told: set[str]) -> None:
    assert {f"{claim.relation} {claim.place.text}" for claim in claims(text, "2022-05-20")} == told


def test_two_who_exchange_something_else_take_a_town() -> None:
    told = claims("تبادل الطرفان إطلاق النار وأعلن الجيش السوري السيطرة على تدمر.", "2018-06-12")
    assert [(claim.relation, claim.actor.id) for claim in told] == [("gained", "SYRIA_GOV")]


def test_a_sign_on_the_last_letter_parts_no_words() -> None:
    told = claims("أقرّ الجيش السوري بأنه فرّ من تدمر.", "2018-06-12")
    assert [(claim.relation, claim.actor.id, claim.modality) for claim in told] == [("lost", "SYRIA_GOV", "attributed")]


def test_a_town_below_whose_name_is_a_hamza_is_no_month() -> None:
    assert [claim.when.text for claim in claims("سيطر الحوثيون على يريم وإب.", "2014-10-16")] == [None, None]

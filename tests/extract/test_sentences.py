"""Constructions, one sentence each: what is claimed, and what only sounds like a claim."""

import pytest
from small_war import Claims, article, said

from whoheld.extract import Extractor

FOUND = [
    # taking
    ("SDF fighters captured the town of Hajin from Islamic State.", {"gained SDF Hajin"}),
    ("The Houthis have seized Taiz and Marib.", {"gained HOUTHI Taiz", "gained HOUTHI Marib"}),
    ("Lyman has been retaken by Ukrainian forces.", {"gained UKRAINE Lyman"}),
    ("Nyala fell to the RSF on Thursday.", {"gained RSF Nyala"}),
    ("The fall of Nyala to the RSF shocked many.", {"gained RSF Nyala"}),
    ("After its capture of Palmyra, ISIS declared victory.", {"gained ISIS Palmyra"}),
    ("The Syrian army took full control of Palmyra.", {"gained SYRIA_GOV Palmyra"}),
    ("Hass has come under the control of the Syrian army.", {"gained SYRIA_GOV Hass"}),
    (
        "The SDF managed to capture the villages of Hajin, Susah and Shafa.",
        {"gained SDF Hajin", "gained SDF Susah", "gained SDF Shafa"},
    ),
    ("The Houthis, backed by local tribes, overran Marib.", {"gained HOUTHI Marib"}),
    ("Hodeidah, the main port of the country, fell to the Houthis.", {"gained HOUTHI Hodeidah"}),
    # whose object is nobody known, which the subject has not lost
    ("طردت قسد من هجين.", {"lost SDF هجين"}),
    ("سقطت هجين بيد قسد، ومن قبلها السوسة.", {"gained SDF هجين", "gained SDF السوسة"}),
    # where a town lies, and of one named before
    ("The Houthis took the Marib town of Hass.", {"gained HOUTHI Hass"}),
    ("ISIS lost control of Hajin and of Susah.", {"lost ISIS Hajin", "lost ISIS Susah"}),
    ("سيطرت قسد على مدينة هجين.", {"gained SDF هجين"}),
    ("أكد المرصد أن قسد طردت تنظيم الدولة من هجين، وأن مقاتليه تراجعوا.", {"gained SDF هجين"}),
    ("انتزعت قسد مدينة هجين من تنظيم الدولة.", {"gained SDF هجين"}),
    (
        "تمكنت قوات النظام من السيطرة على قرى (هجين، السوسة، والغرانيج).",
        {f"gained SYRIA_GOV {n}" for n in ("هجين", "السوسة", "الغرانيج")},
    ),
    ("سقطت مدينة الفاشر بيد الدعم السريع.", {"gained RSF الفاشر"}),
    ("باتت مدينة سراقب تحت سيطرة قوات النظام.", {"gained SYRIA_GOV سراقب"}),
    ("أعلنت قسد سيطرتها على هجين.", {"gained SDF هجين"}),
    ("بسط الجيش السوداني سيطرته على مدينة الخرطوم.", {"gained SAF الخرطوم"}),
    ("استعاد الجيش السوداني الخرطوم والفاشر.", {"gained SAF الخرطوم", "gained SAF الفاشر"}),
    # a full stop without a space behind it
    ("The Houthis lost Aden in July.The SDF retook Hajin.", {"lost HOUTHI Aden", "gained SDF Hajin"}),
    # in capitals, and in lines of the telex
    ("SDF FIGHTERS CAPTURED THE TOWN OF HAJIN FROM ISLAMIC STATE ON SUNDAY.", {"gained SDF HAJIN"}),
    ("ISIS IS IN CONTROL OF PALMYRA. THE SYRIAN ARMY HAS LOST RAQQA.", {"holds ISIS PALMYRA", "lost SYRIA_GOV RAQQA"}),
    (
        """Fighters of the Syrian Democratic Forces, who had fought for three days
in the streets, captured the town of Hajin from ISIS on Sunday and took
Susah on Monday. The army said that the town of Morek was calm and that
no soldiers were hurt.""",
        {"gained SDF Hajin", "gained SDF Susah"},
    ),
    # out of whose hands
    ("Palmyra has slipped from ISIS control.", {"lost ISIS Palmyra"}),
    ("Nyala slid from the Sudanese army's grasp.", {"lost SAF Nyala"}),
    ("Taiz passed out of the Houthis' hands.", {"lost HOUTHI Taiz"}),
    # where a government sits or somebody met others, which is not "the town"
    (
        "The RSF took Nyala. The government in Khartoum said the Sudanese army had retaken the city.",
        {"gained RSF Nyala", "gained SAF Nyala"},
    ),
    (
        "Ukrainian forces left Lyman. On a visit to Kherson, the minister was silent. The town is held by Russian troops.",
        {"lost UKRAINE Lyman", "holds RUSSIA Lyman"},
    ),
    ("ISIS shelled Hajin. The mayor of Susah said the town was held by the SDF.", {"holds SDF Susah"}),
    # who says in a capital what his men have
    ("The government in Kyiv said that Ukrainian forces were in control of Lyman.", {"holds UKRAINE Lyman"}),
    # holding
    ("Hodeidah is in the hands of the Houthis.", {"holds HOUTHI Hodeidah"}),
    ("The town of Susah remains under the control of ISIS.", {"holds ISIS Susah"}),
    ("Fighting was heard near the ISIS-held town of Susah.", {"holds ISIS Susah"}),
    ("The Houthis still control Hodeidah.", {"holds HOUTHI Hodeidah"}),
    ("Hodeidah, which the Houthis have held since 2014, was bombed.", {"holds HOUTHI Hodeidah"}),
    ("The SDF controls eastern Hajin.", {"holds SDF Hajin part"}),
    ("The SDF controls the eastern town of Hajin.", {"holds SDF Hajin"}),
    ("About 70 percent of Hajin is controlled by the SDF.", {"holds SDF Hajin part"}),
    ("ما تزال بلدة السوسة والمناطق المجاورة لها تحت سيطرة داعش.", {"holds ISIS السوسة", "holds ISIS السوسة area"}),
    ("تخضع مدينة الحديدة لسيطرة الحوثيين.", {"holds HOUTHI الحديدة"}),
    ("تسيطر قسد على معظم الرقة.", {"holds SDF الرقة part"}),
    ("لم يبق بيد داعش سوى بلدات هي السوسة والشعفة.", {"holds ISIS السوسة", "holds ISIS الشعفة"}),
    # the town that a clause qualifies, not the region round it
    ("Hajin, the last town in Syria that ISIS controls, was shelled.", {"holds ISIS Hajin"}),
    ("Hajin is the only town in Syria still held by ISIS.", {"holds ISIS Hajin"}),
    # entering and driving out
    ("The SDF entered Hajin and pushed ISIS out.", {"gained SDF Hajin"}),
    ("ISIS took Palmyra after the Syrian army withdrew.", {"gained ISIS Palmyra", "lost SYRIA_GOV Palmyra"}),
    # told of the place
    ("Palmyra is the Syrian army's.", {"holds SYRIA_GOV Palmyra"}),
    ("Palmyra has long been ISIS-held.", {"holds ISIS Palmyra"}),
    ("Palmyra was back with the Syrian army on Thursday.", {"gained SYRIA_GOV Palmyra"}),
    ("Palmyra is now in the hands of ISIS.", {"gained ISIS Palmyra"}),
    ("Most of Palmyra is now in the hands of ISIS.", {"holds ISIS Palmyra part"}),
    ("Hodeidah has been out of the Houthis' hands since May.", {"lost HOUTHI Hodeidah"}),
    ("It took the Syrian army a week to retake Palmyra.", {"gained SYRIA_GOV Palmyra"}),
    # whom a pronoun means
    (
        "The Syrian army said that it had entered Raqqa, which ISIS fighters had left, and that it now had Palmyra.",
        {"lost ISIS Raqqa", "gained SYRIA_GOV Raqqa", "gained SYRIA_GOV Palmyra"},
    ),
    ("The RSF attacked as soldiers fled. It took Nyala.", {"gained RSF Nyala"}),
    # losing
    ("ISIS has lost control of Palmyra.", {"lost ISIS Palmyra"}),
    ("Russian troops withdrew from Kherson.", {"lost RUSSIA Kherson"}),
    ("ISIS lost Palmyra to the Syrian army.", {"gained SYRIA_GOV Palmyra"}),
    ("ISIS was driven out of Palmyra.", {"lost ISIS Palmyra"}),
    ("The SDF drove ISIS out of Hajin.", {"gained SDF Hajin"}),
    ("فقد تنظيم الدولة سيطرته على مدينة تلعفر.", {"lost ISIS تلعفر"}),
    ("انسحب الجيش السوداني من مدينة نيالا.", {"lost SAF نيالا"}),
    ("طردت قسد تنظيم الدولة من مدينة هجين.", {"gained SDF هجين"}),
    ("سلمت قسد مدينة الرقة لقوات النظام.", {"gained SYRIA_GOV الرقة"}),
    ("خرجت مدينة سراقب عن سيطرة قوات النظام.", {"lost SYRIA_GOV سراقب"}),
    # contested
    ("Clashes continued inside Taiz between the Houthis and the Syrian army.", {"contested HOUTHI Taiz"}),
    ("تدور معارك داخل مدينة تدمر بين قوات النظام وداعش.", {"contested SYRIA_GOV تدمر"}),
    # what is told of a place in more than one predicate, or beside it
    ("Raqqa was overrun in 2013 and has been in ISIS hands since January 2014.", {"holds ISIS Raqqa"}),
    (
        "The SDF have regrouped in Hajin and Susah to the south, two towns they still control.",
        {"holds SDF Hajin", "holds SDF Susah"},
    ),
    ("Hajin, the last town held by ISIS, was taken by the SDF.", {"holds ISIS Hajin", "gained SDF Hajin"}),
    (
        "The RSF took Nyala on 26 October, Taiz and Marib over the following weeks.",
        {f"gained RSF {n}" for n in ("Nyala", "Taiz", "Marib")},
    ),
    ("The RSF had ruled Nyala since December 2023, and most of Taiz as well.", {"holds RSF Nyala", "holds RSF Taiz part"}),
    ("The RSF announced the capture of Nyala, which the army denied.", {"gained RSF Nyala"}),
    ("The SDF says that Hajin, taken on Saturday, is under its control.", {"holds SDF Hajin", "gained SDF Hajin"}),
    ("ISIS fighters in Hajin drove out of the town on Friday.", {"lost ISIS Hajin"}),
    ("The last ISIS fighters in Hajin, some twenty men, withdrew on Friday to the river.", {"lost ISIS Hajin"}),
    ("The RSF claimed the army camp at Nyala on Friday.", {"gained RSF Nyala"}),
    # whose a place is said to be
    ("Lyman is Ukrainian again, a witness said.", {"gained UKRAINE Lyman"}),
    ("Lyman has been Ukrainian since the 21st.", {"holds UKRAINE Lyman"}),
    ("Nyala was looted in February and has been with the RSF since 2 March.", {"holds RSF Nyala"}),
    ("Nyala came under the RSF's wing in May.", {"gained RSF Nyala"}),
    ("Hajin slipped from the SDF's control on Monday.", {"lost SDF Hajin"}),
    ("The SDF made nearly all of Hajin its own last week.", {"gained SDF Hajin part"}),
    # who left before others came, what is told within what is said, what an aside interrupts
    ("Taiz fell to the Houthis after Yemeni soldiers pulled out overnight.", {"gained HOUTHI Taiz", "lost Yemeni soldiers Taiz"}),
    (
        "The last SDF fighters were bused out of Hajin, and the army declared the town fully recaptured.",
        {"lost SDF Hajin", "gained SYRIA_ARMY_HERE Hajin"},
    ),
    (
        "Nyala, captured by the RSF last year, is again under the control of the Sudanese army.",
        {"gained RSF Nyala", "gained SAF Nyala"},
    ),
    ("ISIS was forced out of Hajin by the SDF.", {"gained SDF Hajin"}),
    ("The SDF overran Hajin, the last ISIS-held town in the valley.", {"gained SDF Hajin", "holds ISIS Hajin"}),
    ("The RSF has been in charge of Nyala since Sunday.", {"holds RSF Nyala"}),
    ("Hajin has fallen, ISIS conceded.", {"lost ISIS Hajin"}),
    ("The Houthis control the capital, Taiz, and Marib.", {"holds HOUTHI Taiz", "holds HOUTHI Marib"}),
]

REFUSED = [
    "THE SYRIAN ARMY HAS REQUESTED TALKS AND LOST TOTAL PATIENCE IN HAJIN.",
    "ISIS CAPTURED PROMINENT LEADERS. THEIR COMRADES HAVE OVERSTEPPED IN RAQQA.",
    "THE HOUTHIS ARE WITHDRAWING DEMANDS, AND THE SITUATION IN ADEN HAS IMPROVED.",
    "أخرجت قسد حلفاء الأمس من هجين.",
    "ISIS fighters in Hajin withdrew their complaint.",
    "SDF fighters in Hajin fell back on old habits.",
    "The garrison of ISIS in Hajin gave up smoking.",
    # what is near has not happened
    "The fall of Nyala is only a matter of time.",
    "The recapture of Palmyra is days away, the Syrian army said.",
    "قال ضابط في قسد إن تحرير هجين بات قريبا.",
    "The lorry in Lyman is Ukrainian again.",
    "Lyman was Ukrainian and proud.",
    "The SDF took its wounded men out of Hajin.",
    "Residents in Hajin fled to the river.",
    "A spokesman of ISIS in Hajin withdrew his words.",
    "The minister, Haidar al-Hajin, declared the city safe.",
    "The SDF took notes in Hajin, a town on the river.",
    "Russian troops are pulling out of Kherson.",
    "Palmyra is the army's next target.",
    "The SDF plans to capture Hajin.",
    "The SDF is advancing toward Hajin.",
    "If the Houthis capture Marib, the war is over.",
    "Will the RSF capture Khartoum?",
    "The Houthis failed to take Marib.",
    "The Syrian army has not captured Hass.",
    "The SDF captured 20 ISIS fighters in Hajin.",
    "Firefighters brought the blaze in Taiz under control.",
    "ISIS held talks in Raqqa.",
    "The Houthis shelled Marib and besieged Taiz.",
    "Ukrainian forces hope to recapture Kherson.",
    "Reports that Hajin has fallen are false.",
    "Russia took part in a meeting in Aden.",
    "تسعى قوات النظام للسيطرة على سراقب.",
    "إذا سيطرت قسد على هجين انتهت الحرب.",
    "فشلت قوات النظام في السيطرة على سراقب.",
    "لم تسيطر قسد على هجين.",
    "وصلت قسد إلى مشارف هجين.",
    "سيطر رجال الإطفاء على الحريق في الموصل.",
    "تتقدم قوات النظام باتجاه تدمر.",
    "هل تسقط مدينة مأرب بيد الحوثيين؟",
    "ألقت قسد القبض على عناصر من داعش في الرقة.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_what_is_claimed(claims: Claims, text: str, expected: set[str]) -> None:
    assert {said(claim) for claim in claims(text) if claim.modality != "denied"} == expected


@pytest.mark.parametrize("text", REFUSED)
def test_what_only_sounds_like_a_claim(claims: Claims, text: str) -> None:
    assert [said(claim) for claim in claims(text)] == []


def test_a_denied_capture_is_kept_as_denied(claims: Claims) -> None:
    (claim,) = claims("Kyiv denied that Bakhmut had fallen.")
    assert (claim.modality, claim.speaker.id) == ("denied", "UKRAINE")
    (claim,) = claims("نفى الجيش السوداني سقوط مدينة الفاشر بيد الدعم السريع.")
    assert claim.modality == "denied"


def test_the_loser_is_kept_with_the_gain(claims: Claims) -> None:
    for text in ("The SDF drove ISIS out of Hajin.", "ISIS lost Hajin to the SDF.", "SDF forces took Hajin from ISIS."):
        (claim,) = claims(text)
        assert (claim.relation, claim.actor.id, claim.loser.id) == ("gained", "SDF", "ISIS")


def test_pronouns_pick_their_actor_by_gender(claims: Claims) -> None:
    hers = claims("اشتبكت قسد مع تنظيم الدولة بعد سيطرتها على هجين.")
    his = claims("اشتبكت قسد مع تنظيم الدولة بعد سيطرته على هجين.")
    assert [claim.actor.id for claim in (*hers, *his)] == ["SDF", "ISIS"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Syrian Democratic Forces said its fighters captured the town of Hajin after clashes with Islamic State.", "SDF"),
        ("The Rapid Support Forces announced that its units took the town of Nyala from the army.", "RSF"),
    ],
)
def test_a_body_with_a_name_in_the_plural_is_meant_by_it(claims: Claims, text: str, actor: str) -> None:
    assert [claim.actor.id for claim in claims(text)] == [actor]


def test_the_town_is_the_one_spoken_of(claims: Claims) -> None:
    (claim,) = claims("Palmyra was quiet on Monday. The Syrian army had recaptured the town a week before.")
    assert (claim.actor.id, claim.place.text) == ("SYRIA_GOV", "Palmyra")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ISIS overran Hajin. Soldiers retreated to Susah. The town is in ISIS hands.", "Hajin"),
        ("The Houthis took Marib. Families fled to Aden. Residents said the town had fallen at dawn.", "Marib"),
        ("The RSF advanced to Nyala. The town fell to it on Monday.", "Nyala"),
        ("The RSF took a base in Nyala. The town itself fell to it on Monday.", "Nyala"),
        ("استعادت قسد مطار الرقة. وكان تنظيم الدولة قد استولى على المدينة في مارس.", "الرقة"),
    ],
)
def test_the_town_is_not_where_somebody_went_and_may_be_that_of_a_site(claims: Claims, text: str, meant: str) -> None:
    assert claims(text)[-1].place.text == meant


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ISIS left Hajin, a market town about 30 km north of Susah, which it had held since 2014.", "holds ISIS Hajin"),
        (
            "The Houthis conceded the loss of Marib, a hub some 120 km east of Aden, which they had held for years.",
            "holds HOUTHI Marib",
        ),
        ("باتت قسد على بعد كيلومترات من مدينة هجين الخاضعة لتنظيم الدولة.", "holds ISIS هجين"),
        ("باتت مدينة هجين خاضعة لقسد.", "gained SDF هجين"),
    ],
)
def test_what_only_says_where_a_place_lies_or_whose_it_is_is_no_news_of_another(claims: Claims, text: str, told: str) -> None:
    assert told in {said(claim) for claim in claims(text)}


def test_a_noun_after_the_word_for_a_town_is_its_name_and_points_to_no_other(claims: Claims) -> None:
    told = {said(claim) for claim in claims("وصلت قسد إلى مدينة الرقة. وبقيت بلدة المزرعة بيد تنظيم الدولة.")}
    assert not any("الرقة" in claim for claim in told)


def test_his_fighters_are_those_of_the_office_that_a_person_holds(claims: Claims) -> None:
    text = "Two villages are left to ISIS, a commander of the SDF told the radio. His fighters captured Susah on Sunday, he said."
    assert {said(claim) for claim in claims(text)} == {"gained SDF Susah"}


def test_who_drives_out_of_a_town_drives_nobody_out_of_it(claims: Claims) -> None:
    assert not {said(claim) for claim in claims("The last ISIS fighters drove out of Hajin on Friday.")} & {"gained ISIS Hajin"}


def test_a_place_with_a_party_of_its_own_ends_a_list(claims: Claims) -> None:
    told = {said(claim) for claim in claims("ISIS lost Hajin and Raqqa to the SDF and Palmyra to the Syrian army.")}
    assert told >= {"gained SDF Hajin", "gained SDF Raqqa"}
    assert "gained SDF Palmyra" not in told


def test_a_finite_verb_after_an_adjunct_awaits_no_later_subject(claims: Claims) -> None:
    told = {said(claim) for claim in claims("تقدمت قسد من هجين. وفي الأسبوعين الماضيين أخذت السوسة، وأعلن خروج تنظيم الدولة.")}
    assert "gained SDF السوسة" in told


def test_who_denies_a_fall_is_not_the_one_who_gained(claims: Claims) -> None:
    *_, denied = claims("The Houthis took Taiz from Yemeni government forces. The Yemeni government denied the fall of Marib.")
    assert (denied.place.text, denied.modality) == ("Marib", "denied")
    assert denied.actor is None or denied.actor.id != "YEMEN_GOV"


def test_a_town_and_its_airport_are_two_places_of_one_sentence(claims: Claims) -> None:
    told = claims("The SDF took control of Hajin's airport on Friday, a day after they swept into the city.")
    assert {(claim.place.kind, claim.relation.value) for claim in told} == {("airport", "gained"), ("settlement", "gained")}


def test_an_unknown_actor_keeps_its_words_and_is_listed(extractor: Extractor) -> None:
    found = extractor.extract(article("The Giants Brigades captured Marib."))
    assert [(claim.actor.id, claim.actor.text) for claim in found.claims] == [(None, "Giants Brigades")]
    assert [issue.kind for issue in found.issues] == ["unknown_actor"]
    assert "`whoheld register 'Giants Brigades' --theatre world`" in found.issues[0].message


def test_an_arabic_actor_is_to_be_registered_in_its_language(extractor: Extractor) -> None:
    found = extractor.extract(article("سيطرت كتيبة الفجر على هجين."))
    assert ["register 'كتيبة الفجر' --theatre world --language ar`" in issue.message for issue in found.issues] == [True]


def test_a_name_that_means_others_elsewhere_is_not_to_be_registered(extractor: Extractor) -> None:
    found = extractor.extract(article("The Army captured Goma."))
    assert not [issue.message for issue in found.issues if "register" in issue.message]


def test_the_last_of_several_is_none_where_none_were_told(claims: Claims) -> None:
    assert [claim.place.text for claim in claims("سيطرت قسد على الأخيرة.")] == []
    assert "lost السوسة" in {f"{c.relation.value} {c.place.text}" for c in claims("سيطرت قسد على هجين والسوسة، ثم خسرت الأخيرة.")}


def test_men_of_no_name_are_not_to_be_registered(extractor: Extractor) -> None:
    found = extractor.extract(article("Gunmen captured Marib."))
    assert [(claim.actor.id, claim.actor.text) for claim in found.claims] == [(None, "Gunmen")]
    assert not found.issues


def test_a_name_that_mixes_scripts_is_flagged(extractor: Extractor) -> None:
    found = extractor.extract(article("The S\u0410F militia captured Marib."))
    assert [claim.actor.text for claim in found.claims] == ["S\u0410F militia"]
    assert [issue.kind for issue in found.issues] == ["unknown_actor", "look_alike"]
    assert not [
        issue for issue in extractor.extract(article("The SAF militia captured Marib.")).issues if issue.kind == "look_alike"
    ]


def test_a_trigger_beside_a_place_without_a_parse_is_a_candidate(extractor: Extractor) -> None:
    found = extractor.extract(article("Near Hajin the capture surprised many."))
    assert not found.claims
    assert [issue.kind for issue in found.issues] == ["candidate"]


WRAPPED = """The Houthis said on Sunday that their men had taken the town of
Marib after a day of shelling, and that government soldiers, who
were leaving by the road to Aden, had left Taiz before dawn on
the same day."""
POSTS = "The SDF captured the town of Hajin after heavy clashes\nISIS fighters in Susah surrendered to them on Sunday"


def test_a_line_that_was_broken_to_a_width_ends_no_sentence(claims: Claims) -> None:
    assert {said(claim) for claim in claims(WRAPPED)} == {"gained HOUTHI Marib", "lost government soldiers Taiz"}
    assert {said(claim) for claim in claims(WRAPPED.upper())} >= {"gained HOUTHI MARIB"}


def test_a_line_that_ends_its_paragraph_ends_its_sentence(claims: Claims) -> None:
    assert {said(claim) for claim in claims(POSTS)} == {"gained SDF Hajin"}


def test_telling(claims: Claims) -> None:
    text = "The SDF took Hajin on Friday. After its capture of Raqqa in 2017 it had moved south. ISIS still holds Susah."
    assert {claim.place.text: claim.telling.value for claim in claims(text)} == {
        "Hajin": "event",
        "Raqqa": "background",
        "Susah": "state",
    }


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        ("The SDF, a spokesman said on Friday, had captured Hajin.", "event"),
        ("Nyala, residents said, had been taken by the RSF.", "event"),
        ("A spokesman said, in a speech on Monday, that Kyiv had retaken Lyman.", "event"),
        ("The SDF, which its spokesman said was proud, had captured Hajin.", "background"),
        ("The RSF moved on. It had captured Nyala in May.", "background"),
        ("Lyman, officials in Kyiv said, was quiet. Russian troops had taken it in 2022.", "background"),
    ],
)
def test_the_past_of_a_report_between_commas_recalls_nothing(claims: Claims, text: str, telling: str) -> None:
    (claim,) = claims(text)
    assert claim.telling.value == telling


def test_who_says_so(claims: Claims) -> None:
    (reported,) = claims("The SDF captured Hajin, the Observatory said.")
    (hedged,) = claims("The SDF has reportedly captured Hajin.")
    (asserted,) = claims("The SDF captured Hajin.")
    assert (reported.modality, reported.speaker.text) == ("attributed", "Observatory")
    assert (hedged.modality, asserted.modality) == ("hedged", "asserted")

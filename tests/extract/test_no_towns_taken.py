"""Words around a town's name that tell of nobody who took, lost or left that town."""

import pytest
from any_war import claims

NOTHING = [
    # a town's name before a noun only says whose or from where it is
    ("2024-07-10", "Chelsea lost Kyiv star to injury."),
    ("2018-07-10", "The rebels lost Ankara support in March."),
    # men are lost and helped somewhere, and reinforcements rushed from there
    ("2010-06-02", "Helmand is the province where Britain suffered its worst losses of the war."),
    ("2016-01-10", "The Taliban threaten Helmand, where America sent men to help badly squeezed Afghan troops."),
    ("2015-12-22", "British forces were deployed to Sangin to help Afghan units hold the district."),
    ("2003-07-28", "Chea went to Buchanan and troop reinforcements were being rushed there from Monrovia."),
    # a paper and an agency are no towns, nor where they appear
    ("1991-09-02", "The Zagreb daily Vjesnik said it had fallen."),
    ("1998-07-02", "The Portuguese news agency Lusa said it was under government control."),
    # a team leaves with what it has won
    ("2024-07-10", "The Germans left Kharkiv and Kyiv with three points."),
    ("2024-07-10", "The Spaniards left Tripoli with a draw on Tuesday."),
    # who has a town after it changed hands twice is not told
    ("2015-11-20", "Nigerian troops attacked Bama. Dikwa changed hands twice."),
    ("2025-11-20", "Rebels attacked Sake. Masisi changed hands three times in a week."),
    # of two towns "its" is none
    ("1999-01-01", "Dire Dawa and Harar were attacked but never taken. The EPLF took its quarters in 1977."),
    ("2015-01-01", "Rebels attacked Homs and Hama. The army retook its villages."),
    ("2016-01-01", "The garrison in Homs abandoned its winter quarters."),
    # a thing is turned into another, or taken away, and nobody is driven out
    ("2025-02-20", "The army sent 5,000 soldiers to Ocaña and Cúcuta, where a stadium has been turned into a shelter."),
    ("2025-02-20", "Kenya deployed police in Lamu, where a school was turned into a barracks."),
    ("2020-02-20", "Soldiers patrol Idlib, where the rubble has been removed."),
    # a people without its article is no army that loses what it is expelled from
    ("2023-10-20", "Thousands of Armenians were driven out of Stepanakert last month."),
    ("1999-12-20", "Ethnic Albanians have been expelled from Pristina."),
    ("1990-10-20", "Greek Cypriots were expelled from Kyrenia in 1974."),
    # what an attack is only prepared for, or what goes on, has not come about
    ("2022-03-26", "Russian forces continue their efforts to secure positions from which to attack and seize Kyiv."),
    (
        "2022-03-26",
        "The Russians will likely make important progress in seizing Mariupol. In May they made headway in taking Lyman.",
    ),
    # nor what an event would bring
    ("2000-02-02", "A Russian capture of Grozny would give Moscow control of all urban areas in Chechnya."),
    (
        "2022-09-20",
        "Taking Lyman would allow the army to recapture Kreminna. A bridge could cut the road and give it control of Izium.",
    ),
    # nor what somebody is kept from
    ("2014-10-06", "The Kurds fight on. Ankara will do what it can to keep the town of Kobani from falling."),
    ("2025-02-20", "The rebels kept the army from retaking Goma and Sake."),
    # nobody has what he is left without
    ("2016-12-20", "The rout leaves the rebels without a base in Aleppo province."),
    # who takes command of men or takes buildings has not taken the town, and who brings some men home has left none
    ("2017-02-04", "The officer commanding 6 Division of the Nigerian Army, Port Harcourt, has assumed command of the Division."),
    ("2017-05-29", "Residents fled Marawi. The militants took over several buildings and burned others."),
    ("2016-03-26", "Peace talks resumed in Palmyra. Russia has withdrawn some forces."),
    ("2016-01-18", "Clashes in Baghdad were the first in the country since U.S. troops withdrew in 2011."),
]


@pytest.mark.parametrize(("published", "text"), NOTHING)
def test_nobody_took_a_town(published: str, text: str) -> None:
    assert not claims(text, published)


TOLD = [
    ("2021-08-20", "The Taliban took Kabul hours after the president fled.", "gained TALIBAN Kabul whole"),
    ("2014-09-30", "The Houthis took Sanaa virtually unopposed.", "gained HOUTHI Sanaa whole"),
    ("2025-07-10", "The army left Goma with the rebels in control of strategic points.", "lost DRC_GOV Goma whole"),
    ("2015-11-20", "Rebels attacked Bria on Monday and the town changed hands.", "gained SELEKA Bria whole"),
    (
        "1999-01-01",
        "Dire Dawa and Harar were attacked but never taken. Massawa was another story: the EPLF took its mainland quarters.",
        "gained EPLF Massawa part",
    ),
    ("2025-02-20", "The invaders were turned out of Goma by the army.", "gained DRC_GOV Goma whole"),
    ("2025-02-20", "Fresh from capturing Goma, the M23 waited.", "gained M23 Goma whole"),
    ("2022-11-13", "Russia removed its troops from Kherson on Friday.", "lost RUSSIA Kherson whole"),
    ("2015-02-13", "Kurdish fighters removed IS from Kobani.", "gained SDF Kobani whole"),
    ("2025-01-13", "Congo's government accused the M23 on Sunday of having seized Nyabiondo.", "gained M23 Nyabiondo whole"),
    ("2024-06-13", "Russia was accused by Kyiv of having captured Vovchansk.", "gained RUSSIA Vovchansk whole"),
    ("1995-08-10", "The Serbs were driven out of Knin on Saturday.", "lost ARSK Knin whole"),
    ("1996-10-20", "Serb forces were driven out of Drvar in September 1995.", "lost VRS Drvar whole"),
    ("1990-01-01", "Turks were driven out of Jaffa by British troops in November 1917.", "gained BRITAIN Jaffa whole"),
    ("2023-04-01", "Wagner fighters entered Bakhmut and took its eastern quarters.", "gained WAGNER Bakhmut part"),
    ("2016-10-22", "It took the army two days to surround and capture Bartella.", "gained IRAQ_GOV Bartella whole"),
    ("2016-10-22", "The army made progress on Monday and retook Bartella.", "gained IRAQ_GOV Bartella whole"),
    (
        "2024-04-07",
        "The army said its men had left Goma for training, including in the Kunduz region.",
        "lost DRC_GOV Goma whole",
    ),
    (
        "2009-01-02",
        "Mullaitivu was a seat of the Liberation Tigers of Tamileelam (LTTE). The Sri Lankan forces took control of the town.",
        "gained SRI_LANKA Mullaitivu whole",
    ),
]


@pytest.mark.parametrize(("published", "text", "told"), TOLD)
def test_words_alike_tell_who_did(published: str, text: str, told: str) -> None:
    (claim,) = claims(text, published)
    assert f"{claim.relation.value} {claim.actor.id} {claim.place.text} {claim.extent.value}" == told


OF_THINGS = [
    ("2024-05-20", "أطلقت روسيا 137 طائرة مسيرة على مدينة أوديسا وأسقطت الدفاعات الجوية الأوكرانية معظمها."),
    ("2020-05-20", "أطلق الحوثيون صواريخ على مأرب وأسقطت قوات التحالف نصفها."),
    ("1973-10-10", "حاولت الطائرات مهاجمة بورسعيد وتصدت لها قوات الدفاع الجوي وأسقطت خمسا منها."),
    ("2025-05-20", "استهدفت قوات الجيش شحنات أسلحة في بارا واستولت على معظمها."),
    ("2017-05-20", "اعترضت البحرية سفينة تحمل ذخائر إلى الحديدة واستولت على معظمها."),
]


@pytest.mark.parametrize(("published", "text"), OF_THINGS)
def test_a_share_of_drones_or_weapons_is_no_part_of_a_town(published: str, text: str) -> None:
    assert not claims(text, published)


OF_TOWNS = [
    ("2025-05-20", "هاجم الجيش مدينة بارا وسيطر على معظمها.", "gained SAF بارا part"),
    ("2020-05-20", "شن الحوثيون هجوما بصواريخ على مدينة مأرب واستولوا على معظمها.", "gained HOUTHI مأرب part"),
    ("2025-05-20", "أطلق الجيش صواريخ على مدينة بارا ثم دخلها واستولى على معظمها.", "gained SAF بارا part"),
]


@pytest.mark.parametrize(("published", "text", "expected"), OF_TOWNS)
def test_a_share_of_a_town_is_still_one_where_weapons_are_told_of(published: str, text: str, expected: str) -> None:
    *_, claim = claims(text, published)
    assert f"{claim.relation} {claim.actor.id} {claim.place.text} {claim.extent}" == expected


PEOPLE_LEAVE = [
    ("2025-05-20", "قال الجيش الأوكراني إن قواته تدافع عن كوستيانتينيفكا.\nوقالت السلطات إن 1200 مدني غادروا كراماتورسك."),
    ("2025-09-20", "قال الجيش الإسرائيلي إن عشرات آلاف الفلسطينيين غادروا مدينة غزة منذ الأحد."),
    ("2021-08-13", "خاضت طالبان اشتباكات مع الجيش.\nوفر آلاف الأفغان من مدينة قندوز."),
    ("2021-08-13", "أكدت طالبان ذلك.\nوقال دبلوماسي إن موظفي السفارة انسحبوا من كابول."),
    ("2016-08-13", "أكدت قسد ذلك.\nالمرصد: مئات العائلات نزحت من الباب وغادرت جرابلس."),
    ("2017-01-31", "أكد الجيش ذلك.\nوقال مسؤول محلي إن رعاة الأغنام غادروا تلعفر."),
]


@pytest.mark.parametrize(("published", "text"), PEOPLE_LEAVE)
def test_a_town_that_people_leave_is_lost_by_nobody(published: str, text: str) -> None:
    assert not claims(text, published)


MEN_LEAVE = [
    ("2025-12-31", "قالت حركة 23 مارس إن مقاتليها انسحبوا من أوفيرا.", "M23"),
    ("2016-08-31", "قال المرصد إن عشرات المقاتلين انسحبوا من داريا.", "None"),
    ("2022-11-12", "قالت الأمم المتحدة إن الروس انسحبوا من خيرسون.", "RUSSIA"),
    ("2015-03-31", "المرصد: قوات النظام انسحبت من إدلب.", "SYRIA_GOV"),
]


@pytest.mark.parametrize(("published", "text", "actor"), MEN_LEAVE)
def test_a_town_that_men_under_arms_leave_is_lost(published: str, text: str, actor: str) -> None:
    (claim,) = claims(text, published)
    assert f"{claim.relation} {claim.actor.id}" == f"lost {actor}"


NOT_YET = [
    ("Liberating Raqqa before winter would free thousands, the envoy said.", "2017-09-01"),
    ("The minister said that seizing Hodeidah might end the war.", "2018-06-01"),
    ("Paratroopers landed and began clearing the airport of Kramatorsk.", "2014-04-16"),
    ("The army started to retake Palmyra on Sunday.", "2016-03-20"),
    ("Peacekeepers put off their withdrawal from Kidal until May.", "2023-10-16"),
    ("Moscow has called off the pullout of its troops from Gori.", "2008-08-16"),
    ("Central Bangui, patrolled by French troops with tanks, is deserted.", "1996-12-05"),
    ("Militiamen shot dozens of men fleeing the city of Ramadi.", "2015-12-19"),
    ("(Russian objective: Capture all of Donetsk Oblast, the claimed territory of Russia's proxies)", "2026-02-20"),
    ("He studied the Ottoman conquest of Aden.", "2014-06-19"),
]


@pytest.mark.parametrize(("text", "published"), NOT_YET)
def test_what_is_only_begun_or_put_off_or_would_help_is_no_claim(text: str, published: str) -> None:
    assert claims(text, published) == ()


def test_who_flees_stands_right_before_the_participle() -> None:
    (claim,) = claims("The army fired on rebels fleeing Kunduz.", "2015-10-19")
    assert claim.actor.text == "rebels"


def test_a_campaign_that_has_begun_may_begin_with_a_capture() -> None:
    (claim,) = claims("The army began the day by capturing Palmyra.", "2016-03-27")
    assert claim.relation == "gained"

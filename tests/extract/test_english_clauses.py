"""What English clauses tell of each other: who is made to leave, what is said again with another day or of another part."""

import pytest
from any_war import claims

MADE_TO_LEAVE = [
    ("The rebels forced the army to withdraw from Bria.", {"lost CENTRAL_AFRICAN_REPUBLIC Bria"}),
    ("Al-Shabaab forced Ethiopian troops to pull out of Tiyeglow.", {"lost ETHIOPIA_GOV Tiyeglow"}),
    ("The insurgents have compelled government troops to retreat from Palma.", {"lost MOZAMBIQUE Palma"}),
    ("The rebels could force the army to withdraw from Bria.", set[str]()),
    ("The rebels have not forced the army to withdraw from Bria.", set[str]()),
    ("The deal would have forced the army to withdraw from Bria.", set[str]()),
    ("The council asked the army to withdraw from Bria.", set[str]()),
    ("Floods forced thousands to flee Bria.", set[str]()),
    ("The army forced the rebels to withdraw a statement from Bria.", set[str]()),
    ("The army withdrew a battalion from Bria.", set[str]()),
]


def _told(text: str, published: str) -> set[str]:
    return {f"{claim.relation.value} {claim.actor.id or '-'} {claim.place.text}" for claim in claims(text, published)}


@pytest.mark.parametrize(("text", "told"), MADE_TO_LEAVE)
def test_who_was_made_to_leave_has_left(text: str, told: set[str]) -> None:
    assert _told(text, "2021-03-30") == told


IN_A_ROW = [
    (
        "1975-04-10",
        "Hue fell on 25 March and Da Nang, the second city, on 29 March.",
        {"Hue": "1975-03-25", "Da Nang": "1975-03-29"},
    ),
    (
        "2021-07-12",
        "The Taliban took Islam Qala on Thursday and Torghundi the same day.",
        {"Islam Qala": "2021-07-08", "Torghundi": "2021-07-08"},
    ),
    (
        "2025-01-12",
        "M23 took Ngungu on Monday and Numbi and Lumbishi the day after.",
        {"Ngungu": "2025-01-06", "Numbi": "2025-01-07", "Lumbishi": "2025-01-07"},
    ),
    ("2025-01-12", "The army took Goma on Thursday and Kabila arrived on Friday.", {"Goma": "2025-01-09"}),
    ("1994-07-20", "Butare fell on 3 July and Kigali a day later.", {"Butare": "1994-07-03", "Kigali": "1994-07-04"}),
    (
        "2014-01-10",
        "Bor was captured on 18 December and Bentiu, the capital of Unity state, three days later.",
        {"Bor": "2013-12-18", "Bentiu": "2013-12-21"},
    ),
    ("1975-04-10", "Hue fell on 25 March and Da Nang, the second city, was bombed on 29 March.", {"Hue": "1975-03-25"}),
    ("1975-06-10", "Hue fell on 25 March and Saigon, a month later, was quiet.", {"Hue": "1975-03-25"}),
    ("1994-07-20", "Butare fell on 3 July and Kigali was quiet.", {"Butare": "1994-07-03"}),
]


@pytest.mark.parametrize(("published", "text", "days"), IN_A_ROW)
def test_of_the_next_town_only_the_day_is_told(published: str, text: str, days: dict[str, str]) -> None:
    assert {claim.place.text: str(claim.when.earliest) for claim in claims(text, published)} == days


WENT_BACK = [
    ("Quneitra was captured by Israel in 1967 and returned in 1974.", {"gained ISRAEL Quneitra", "lost ISRAEL Quneitra"}),
    ("Kismayo was seized by al-Shabaab in 2008 and retaken in 2012.", {"gained SHABAAB Kismayo", "gained - Kismayo"}),
    ("Kunduz was overrun by the Taliban in 2015 and liberated two weeks later.", {"gained TALIBAN Kunduz", "gained - Kunduz"}),
    ("Bama was entered by the army on Monday and secured on Tuesday.", {"gained NIGERIA Bama"}),
    ("Goma was attacked and recaptured by the Congolese army.", {"gained DRC_GOV Goma"}),
]


@pytest.mark.parametrize(("text", "told"), WENT_BACK)
def test_who_took_a_place_has_not_taken_it_from_himself(text: str, told: set[str]) -> None:
    assert _told(text, "2017-05-20") == told
    assert len(claims(text, "2017-05-20")) == 2 - text.startswith("Goma")


CONTESTED = [
    ("Both sides claimed to be in control of Bor.", {"contested - Bor"}),
    ("Control of Bentiu is disputed between the army and rebel fighters.", {"contested SOUTH_SUDAN_GOV Bentiu"}),
    ("Afar militia and Tigrayan fighters dispute control of Abala.", {"contested ETHIOPIA_GOV Abala"}),
    ("The rebels and the army are fighting in the streets of Malakal.", {"contested SOUTH_SUDAN_GOV Malakal"}),
    ("The capture of Goma was disputed by the Congolese army.", set[str]()),
    ("The result in Lagos is disputed between two parties.", set[str]()),
]


@pytest.mark.parametrize(("text", "told"), CONTESTED)
def test_a_town_that_two_want_is_contested(text: str, told: set[str]) -> None:
    assert _told(text, "2022-01-20") == told
    assert not [claim for claim in claims(text, "2022-01-20") if claim.modality == "denied"]


ONE_MORE = [
    ("The SDF met a militia that holds Manbij.", "militia", None),
    ("M23 fought a militia that controls Masisi.", "militia", None),
    ("The YPG negotiated with an alliance that holds Afrin.", "alliance", None),
    ("The SDF is a militia that holds Manbij.", "SDF", "SDF"),
    ("The SDF retook Hajin on Monday. The militants overran it in October.", "The militants", None),
    ("M23 retook Sake. The militants captured it in February.", "The militants", None),
    ("M23 recaptured Sake on Monday. The rebels first captured it in February.", "M23", "M23"),
    ("Boko Haram captured Bama on Monday. The militants overran it on Friday.", "The militants", "BOKO_HARAM"),
]


@pytest.mark.parametrize(("text", "words", "actor"), ONE_MORE)
def test_who_is_told_of_as_another_is_another(text: str, words: str, actor: str | None) -> None:
    claim = claims(text, "2018-12-20")[-1]
    assert (claim.actor.text, claim.actor.id) == (words, actor)


THINGS = [
    "The rebels captured Kalashnikovs and ammunition.",
    "The army seized two Toyotas.",
    "The Houthis seized the Saba News Agency.",
    "Bor is under U.N. protection.",
    "Juba is now safe, the president said.",
]


@pytest.mark.parametrize("text", THINGS)
def test_a_thing_is_no_place_and_safety_no_hold(text: str) -> None:
    assert _told(text, "2016-08-20") == set()


def test_a_task_force_is_a_force_and_no_task() -> None:
    assert _told("Task Force Brigade troops cleared Gwoza.", "2015-03-20") == {"gained NIGERIA Gwoza"}


SINCE = [
    ("Since January, M23, which is backed by Rwanda, has controlled Goma.", "2025-01-01"),
    ("On Monday M23, which is backed by Rwanda, seized Masisi.", "2025-05-19"),
    ("Since 2024 the militia, who answer to no one, have held Derna.", "2024-01-01"),
    ("M23, which began its offensive in January, has controlled Goma.", "2025-05-20"),
]


@pytest.mark.parametrize(("text", "day"), SINCE)
def test_a_day_dates_the_clause_past_what_is_said_of_its_subject(text: str, day: str) -> None:
    (claim,) = claims(text, "2025-05-20")
    assert str(claim.when.earliest) == day


LIKEWISE = [
    ("2015-01-25", "Rebel-held Douma was shelled, as was Harasta.", {"holds SYRIA_OPP Douma"}),
    (
        "2003-01-25",
        "UNITA took Bailundo on Friday. UNITA-held Huambo was bombed, as were Uíge and Malanje.",
        {"gained UNITA Bailundo", "holds UNITA Huambo"},
    ),
    ("2016-01-25", "Rebels took Idlib on Friday. Aleppo was bombed, and so was Hama.", {"gained SYRIA_OPP Idlib"}),
    ("2016-01-25", "Idlib is rebel-held, and so is Hama.", {"holds SYRIA_OPP Idlib", "holds SYRIA_OPP Hama"}),
    ("2016-01-25", "Idlib was taken by the army on Friday. So was Hama.", {"gained SYRIA_GOV Idlib", "gained SYRIA_GOV Hama"}),
    (
        "2016-01-25",
        "Rebel-held Idlib was retaken by the army, as was Hama.",
        {"holds SYRIA_OPP Idlib", "gained SYRIA_GOV Idlib", "gained SYRIA_GOV Hama"},
    ),
]


@pytest.mark.parametrize(("published", "text", "told"), LIKEWISE)
def test_as_was_repeats_what_its_sentence_says_and_not_whose_a_town_is_called(published: str, text: str, told: set[str]) -> None:
    assert _told(text, published) == told


WHICH_PLACE = [
    # a noun told by where it lies is called by the name before it
    ("They showed Menagh, the air base in Aleppo province that rebels captured.", "2013-08-10", {"gained SYRIA_OPP Menagh"}),
    ("Smoke rose over Tabqa, the air base in Raqqa province that ISIS seized.", "2014-08-26", {"gained ISIS Tabqa"}),
    ("ISIS seized the air base in Raqqa province.", "2014-08-26", {"gained ISIS Raqqa province"}),
    # a government is handed a prize, and no town
    (
        "Syrian rebels handed Ankara a victory at Jarablus. The town is under the control of the Free Syrian Army.",
        "2016-08-26",
        {"holds SYRIA_OPP Jarablus"},
    ),
    # whom a body is run by says nothing of what it speaks of
    ("Strikes hit the port of Ras Isa, the Houthi-run health authorities said.", "2025-04-18", set[str]()),
    ("A blast shook Rafah, the Hamas-run interior ministry said.", "2018-04-18", set[str]()),
    ("Shells fell on Ain Issa, the Kurdish-held town north of Raqqa.", "2020-11-18", {"holds SDF Ain Issa"}),
    # newspapers and bells are no towns
    (
        '"We took Kanpaiti," a KIA colonel told The Irrawaddy, after the border guards had fled.',
        "2024-11-22",
        {"gained KIA Kanpaiti"},
    ),
    (
        "Church bells rang in Bartella after Iraqi special forces retook the Christian town.",
        "2016-10-22",
        {"gained IRAQ_GOV Bartella"},
    ),
    # an apostrophe that owns nothing
    ("The LNA took Ra's Lanuf and Brega.", "2016-09-13", {"gained LNA Ra's Lanuf", "gained LNA Brega"}),
    # whose army it is
    ("Khalifa Haftar's self-styled army took Sabha.", "2019-02-02", {"gained LNA Sabha"}),
    ("Syria's rebel fighters took Idlib.", "2015-03-29", {"gained SYRIA_OPP Idlib"}),
    ("The government's rebel foes hold Goma.", "2025-03-29", {"holds - Goma"}),
]


@pytest.mark.parametrize(("text", "published", "told"), WHICH_PLACE)
def test_what_is_no_place_and_which_one_is_told(text: str, published: str, told: set[str]) -> None:
    assert _told(text, published) == told


BROKEN_LISTS = [
    (
        "2021-09-15",
        "Palma, Mocímboa da Praia, and the villages around Macomia were captured by Rwandan soldiers.",
        {"gained RWANDA Palma", "gained RWANDA Mocímboa da Praia", "gained RWANDA Macomia"},
    ),
    (
        "1999-12-01",
        "Makeni, Kenema and (briefly) Koidu fell to the RUF.",
        {f"gained RUF {p}" for p in ("Makeni", "Kenema", "Koidu")},
    ),
    ("1999-12-01", "Bo and, for a week, Koidu were held by the RUF.", {"holds RUF Bo", "holds RUF Koidu"}),
    ("1999-12-01", "The RUF captured Bo, Kenema, and, briefly, Koidu.", {f"gained RUF {p}" for p in ("Bo", "Kenema", "Koidu")}),
    ("2025-06-01", "In Goma, Sake and later Mweso were taken by M23.", {"gained M23 Sake", "gained M23 Mweso"}),
    ("2025-06-01", "Near Goma, Sake, and the villages around Masisi fell to M23.", {"gained M23 Sake", "gained M23 Masisi"}),
    ("1999-04-01", "Bo and, in 1996, Koidu were captured by the RUF.", {"gained RUF Koidu"}),
    (
        "2015-06-01",
        "The capital, Sanaa, and the villages around Taiz fell to the Houthis.",
        {"gained HOUTHI Sanaa", "gained HOUTHI Taiz"},
    ),
]
WHERE_THEY_LIE = [
    (
        "2019-01-01",
        "Hajin, in Deir ez-Zor, and the villages around Sousa were captured by the SDF.",
        {"gained SDF Hajin", "gained SDF Sousa"},
    ),
    ("2022-12-01", "Goma (North Kivu) was captured by M23.", {"gained M23 Goma"}),
    (
        "2022-12-01",
        "Rutshuru, North Kivu, and the villages around Bunagana were captured by M23.",
        {"gained M23 Rutshuru", "gained M23 Bunagana"},
    ),
    (
        "2021-08-11",
        "Zaranj (Nimroz) and Taloqan (Takhar) fell to the Taliban.",
        {"gained TALIBAN Zaranj", "gained TALIBAN Taloqan"},
    ),
    ("2012-12-01", "Beni (and Butembo) remain in government hands.", {"holds DRC_GOV Beni", "holds DRC_GOV Butembo"}),
    ("2015-01-01", "The towns (Manbij and Jarabulus) were held by ISIS.", {"holds ISIS Manbij", "holds ISIS Jarabulus"}),
]


@pytest.mark.parametrize(("published", "text", "told"), BROKEN_LISTS)
def test_a_list_keeps_its_head_where_an_aside_breaks_it(published: str, text: str, told: set[str]) -> None:
    assert _told(text, published) == told


@pytest.mark.parametrize(("published", "text", "told"), WHERE_THEY_LIE)
def test_where_a_town_lies_is_not_what_was_taken(published: str, text: str, told: set[str]) -> None:
    assert _told(text, published) == told


EXCEPTED = [
    ("2015-10-01", "All of Kunduz but the airport is under Taliban control.", {"holds TALIBAN Kunduz"}),
    ("2017-01-01", "All of Aleppo apart from Sheikh Maqsoud is in government hands.", {"holds SYRIA_GOV Aleppo"}),
    ("2015-10-01", "All of Taiz province but Mocha was taken by the Houthis.", {"gained HOUTHI Taiz province"}),
    ("2020-11-27", "Every town in Tigray but Mekelle was taken by federal troops.", set[str]()),
    ("2015-02-01", "All the towns in Anbar other than Haditha were captured by ISIS.", set[str]()),
    # a clause behind "but", and nothing without what is excepted
    (
        "2015-10-01",
        "The Taliban hold all of Kunduz but the airport is held by the army.",
        {"holds TALIBAN Kunduz", "holds AFGHAN_GOV airport"},
    ),
    ("2013-02-01", "Nothing but Goma is held by M23.", {"holds M23 Goma"}),
    ("2014-02-01", "No town but Malakal was captured by the rebels.", {"gained SPLA_IO Malakal"}),
]


@pytest.mark.parametrize(("published", "text", "told"), EXCEPTED)
def test_what_is_excepted_is_not_taken(published: str, text: str, told: set[str]) -> None:
    assert _told(text, published) == told


OTHER_PARTS = [
    ("The northern half of Beledweyne is held by Al-Shabaab and the southern by Ethiopian troops.", ["SHABAAB", "ETHIOPIA_GOV"]),
    ("The east of Uvira is controlled by the army, and the western half by Wazalendo fighters.", ["DRC_GOV", "WAZALENDO"]),
    ("The government holds the western half of Aleppo and the rebels the eastern.", ["SYRIA_GOV", "SYRIA_OPP"]),
    ("The northern half of Beledweyne is held by Al-Shabaab and the southern is quiet.", ["SHABAAB"]),
    ("The southern half of Kunduz is held by the Taliban and the southern highway by the army.", ["TALIBAN"]),
    ("The southern half of Kunduz was taken by the Taliban and the northern by nightfall.", ["TALIBAN"]),
]


@pytest.mark.parametrize(("text", "actors"), OTHER_PARTS)
def test_who_has_the_other_part_of_a_town(text: str, actors: list[str]) -> None:
    found = claims(text, "2016-09-01")
    assert [(claim.actor.id, claim.extent.value) for claim in found] == [(actor, "part") for actor in actors]


BEHIND_ASIDES = [
    (
        "2025-05-24",
        "M23 took Masisi in January, and Sake, defended by the army, fell a month later.",
        {"gained M23 Masisi", "holds DRC_GOV Sake", "gained M23 Sake"},
    ),
    (
        "2013-01-10",
        "Rebels took Bria, and Bambari, held by the army, was quiet.",
        {"gained SELEKA Bria", "holds CENTRAL_AFRICAN_REPUBLIC Bambari"},
    ),
    ("1998-05-24", "The RUF captured Koidu, and Bo, protected by the army, was attacked.", {"gained RUF Koidu"}),
    # the verb behind the aside has another subject, or none is there
    (
        "2024-12-06",
        "Rebels who took Aleppo and Hama, defended for a week, were moving south.",
        {"gained SYRIA_OPP Aleppo", "gained SYRIA_OPP Hama"},
    ),
    (
        "1992-04-20",
        "Serb forces took Zvornik and Bijeljina, defended for days, and moved on.",
        {"gained VRS Zvornik", "gained VRS Bijeljina"},
    ),
]


@pytest.mark.parametrize(("published", "text", "told"), BEHIND_ASIDES)
def test_a_verb_behind_an_aside_is_told_of_its_own_town(published: str, text: str, told: set[str]) -> None:
    assert _told(text, published) == told


def test_who_defended_a_town_that_was_taken_does_so_no_more() -> None:
    held, taken = claims("Port Harcourt, defended by two Biafran battalions, was captured in May 1968.", "1970-05-24")
    assert (held.relation.value, held.telling.value, held.when.text) == ("holds", "background", None)
    assert (taken.relation.value, taken.telling.value, taken.when.text) == ("gained", "event", "May 1968")


ONLY_AIMED_AT = [
    "Had Bouaké fallen to the loyalists, the war would have ended in a week.",
    "Had Goma been captured by M23, the army would have fled.",
    "Kidal, whose recapture is Bamako's declared aim, is quiet.",
    "Kidal, whose recapture remains Bamako's priority, was bombed.",
    "Kirkuk, whose seizure was the Peshmerga's long-held ambition, was calm.",
    "The capture of Goma was M23's declared aim.",
    "The liberation of Sirte remains the government's main objective.",
]


@pytest.mark.parametrize("text", ONLY_AIMED_AT)
def test_what_did_not_come_about_or_is_an_aim_is_no_claim(text: str) -> None:
    assert not claims(text, "2016-03-30")


WHOSE = [
    ("2013-01-30", "Kidal, whose capture by the rebels was a blow to Bamako, is quiet.", {"gained AZAWAD Kidal"}),
    ("2012-11-30", "Goma, whose fall to M23 shook Kinshasa, is calm.", {"gained M23 Goma"}),
    ("2012-11-30", "Goma had fallen to M23 on Monday.", {"gained M23 Goma"}),
    ("2014-02-01", "In pursuit of this objective, the army captured Bor.", {"gained SOUTH_SUDAN_GOV Bor"}),
]


@pytest.mark.parametrize(("published", "text", "told"), WHOSE)
def test_but_what_came_about_is_one(published: str, text: str, told: set[str]) -> None:
    assert _told(text, published) == told


RECALLED = [
    ("2018-03-01", "Kunduz's capture by the Taliban in 2015 shook Kabul.", "background"),
    ("2016-12-04", "The loss of Bor in December 2013 shook the army.", "background"),
    ("2001-06-20", "Bunia, taken by the rebels in 1999, was quiet.", "background"),
    ("2020-11-12", "The capture of Shusha by Azerbaijan prompted a ceasefire.", "event"),
    ("2014-07-09", "Houthi fighters celebrated their capture of Amran on Tuesday.", "event"),
    ("2004-06-04", "Bukavu, captured by the rebels on Monday, was quiet.", "event"),
]


@pytest.mark.parametrize(("published", "text", "telling"), RECALLED)
def test_a_noun_or_an_aside_recalls_what_was_months_ago(published: str, text: str, telling: str) -> None:
    assert [claim.telling.value for claim in claims(text, published)] == [telling]


WHO_SAYS_SO = [
    "Rebels hold Bria and Bambari, a senior Red Cross worker said.",
    "Rebels hold Bria and Bambari, a National Guard officer acknowledged.",
    "Rebels hold Bria and Bambari, a town in the centre.",
]


@pytest.mark.parametrize("text", WHO_SAYS_SO)
def test_a_name_behind_an_indefinite_article_ends_a_list(text: str) -> None:
    assert _told(text, "2013-02-20") == {"holds SELEKA Bria", "holds SELEKA Bambari"}


def test_the_port_of_a_name_is_part_of_it_in_a_list_too() -> None:
    found = claims("Federal troops captured Enugu, Port Harcourt and the port of Calabar.", "1970-05-24")
    assert [(claim.place.text, claim.place.kind) for claim in found] == [
        ("Enugu", "settlement"),
        ("Port Harcourt", "settlement"),
        ("Calabar", "crossing"),
    ]


def test_rain_that_falls_is_no_town() -> None:
    assert not claims("Rain fell on Ziguinchor for a third day.", "2022-08-05")
    assert _told("The German town of Rain fell to the Swedes.", "2022-08-05") == {"gained SWEDEN Rain"}


@pytest.mark.parametrize(("published", "actor"), [("1999-06-20", "CONGO_REBELS_90S"), ("2022-06-20", "M23")])
def test_whom_rwanda_backed_depends_on_the_year(published: str, actor: str) -> None:
    assert _told("Rwandan-backed rebels captured Rutshuru.", published) == {f"gained {actor} Rutshuru"}


SECOND_VERB = [
    # what is only struck behind an adverb is no member of the list
    ("The RSF captured Babanusa and later shelled El Obeid.", {"gained asserted Babanusa"}),
    ("Al-Shabaab seized Adado and briefly raided Galkayo.", {"gained asserted Adado"}),
    ("The army took Lyman and the besieged town of Siversk.", {"gained asserted Lyman", "gained asserted Siversk"}),
    ("The rebels captured Goma and later Bukavu.", {"gained asserted Goma", "gained asserted Bukavu"}),
    # and a hedge is of its own verb
    ("The army has retaken Bara and is reportedly preparing to march on El Fasher.", {"gained asserted Bara"}),
    ("The rebels reportedly took Homs and Hama.", {"gained hedged Homs", "gained hedged Hama"}),
]


@pytest.mark.parametrize(("text", "told"), SECOND_VERB)
def test_a_second_verb_has_its_own_sense_and_hedge(text: str, told: set[str]) -> None:
    assert {f"{claim.relation} {claim.modality} {claim.place.text}" for claim in claims(text, "2025-12-10")} == told


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Union troops captured Vicksburg on 4 July 1863.", "1863-07-04"),
        ("The Mahdists held Omdurman in 1890.", "1890-01-01"),
        ("The army took Goma by 1830 on Monday.", "2025-12-08"),
        ("Rebels killed 1850 people in Bunia and took Goma.", "None"),
    ],
)
def test_a_year_of_the_century_before_is_one_and_an_hour_is_none(text: str, day: str) -> None:
    (claim,) = claims(text, "2025-12-10")
    assert str(claim.when.earliest) == day


COUNTED_IN = [
    (
        "2025-11-12",
        "All of Darfur, including Nyala and Zalingei, is held by the RSF.",
        {"holds RSF Darfur", "holds RSF Nyala", "holds RSF Zalingei"},
    ),
    (
        "2022-11-12",
        "Kharkiv region, including Izium, was liberated by Ukrainian troops in September.",
        {"gained UKRAINE Kharkiv region", "gained UKRAINE Izium"},
    ),
    (
        "2024-03-12",
        "Kokang, including Laukkai, was captured by the MNDAA in January.",
        {"gained MNDAA Kokang", "gained MNDAA Laukkai"},
    ),
    ("2025-03-12", "Aid for Darfur, including Nyala, is blocked by the RSF.", set[str]()),
    ("2022-06-12", "Officials, including the mayor of Kharkiv, were held by the army.", set[str]()),
    ("2013-03-12", "Yemen, including Aden, was hit by floods.", set[str]()),
]


@pytest.mark.parametrize(("published", "text", "told"), COUNTED_IN)
def test_a_town_that_a_region_includes_shares_its_fate(published: str, text: str, told: set[str]) -> None:
    assert _told(text, published) == told


PARTED_OFF = [
    (
        (
            "Damasak, a fishing and irrigation hub which lies close to Niger, 180 km north of Borno state capital Maiduguri, was "
            "seized by Boko Haram in May. It was retaken by Nigerian troops in June."
        ),
        {"gained BOKO_HARAM Damasak", "gained NIGERIA Damasak"},
    ),
    ("Tadef, a farming town close to the road to Homs, was captured by ISIS in May.", {"gained ISIS Tadef"}),
    # "but" goes on to tell of the subject, where it names no other
    (
        "Gwoza was seized by troops in March but fell back into militant hands in May.",
        {"gained NIGERIA Gwoza", "gained BOKO_HARAM Gwoza"},
    ),
    ("Bama was attacked by gunmen but Gwoza fell to Boko Haram.", {"gained BOKO_HARAM Gwoza"}),
    ("The rebels fell back into the hills around Gwoza.", set[str]()),
    ("The front near Soledar fell back to Ukrainian trenches.", set[str]()),
    # of a group an adjective may tell which sort it is
    ("The Islamic State extremist group, which in May held Tikrit, has fled.", {"holds ISIS Tikrit"}),
    ("The Abu Sayyaf extremist group leader was captured in Jolo.", set[str]()),
]


@pytest.mark.parametrize(("text", "told"), PARTED_OFF)
def test_a_subject_is_found_past_what_is_said_of_it(text: str, told: set[str]) -> None:
    assert _told(text, "2015-10-20") == told


SAID_BETWEEN = [
    ("Shells hit Sake, which the army said was in the hands of M23.", {"holds M23 Sake"}),
    (
        "Shots came from the airfield in Kramatorsk, which the ministry said was under Russian control.",
        {"holds RUSSIA Kramatorsk"},
    ),
    ("Rebels entered Tikrit, which the Pentagon said had been captured by ISIS.", {"gained ISIS Tikrit"}),
    ("The convoy, which the army said was captured near Sake, was bound for Goma.", set[str]()),
    ("The ceasefire, which Moscow said was violated in Debaltseve, is over.", set[str]()),
    # since when something has been occupied
    ("Turkish troops have occupied Afrin since March 2018.", {"holds TURKEY Afrin"}),
    ("Turkish troops have since occupied Afrin.", {"gained TURKEY Afrin"}),
]


@pytest.mark.parametrize(("text", "told"), SAID_BETWEEN)
def test_who_says_so_may_stand_between_a_place_and_what_is_told_of_it(text: str, told: set[str]) -> None:
    assert _told(text, "2019-02-20") == told

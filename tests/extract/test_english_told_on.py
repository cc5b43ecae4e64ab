"""What an English text goes on to tell behind another deed: whose it is, of which town and when."""

import pytest
from any_war import claims


def _told(text: str, published: str) -> list[str]:
    """The claims of a text with the first day of each, where it is known."""
    told = claims(text, published)
    return sorted(f"{c.relation.value} {c.actor.id or c.actor.text} {c.place.text} {c.when.earliest}" for c in told)


CONTRASTED = [
    (
        "The army announced victory last March after its soldiers retook Zawiya, but the rebels won the town back in August.",
        "2012-01-10",
        ["gained The army Zawiya None", "gained the rebels Zawiya 2011-08-01"],
    ),
    (
        "The ministry said the war was won in October after soldiers stormed Marawi, but militants seized the city again in May.",
        "2018-07-13",
        ["gained PHILIPPINES Marawi None", "gained militants Marawi 2018-05-01"],
    ),
    (
        "Rebels took Bor in July 2013 but lost it in June.",
        "2015-09-01",
        ["gained SPLA_IO Bor 2013-07-01", "lost SPLA_IO Bor 2014-06-01"],
    ),
    (
        "The army won in May after rebels had left Bor in March, but they came back.",
        "2015-09-01",
        ["lost SPLA_IO Bor 2015-03-01"],
    ),
    # a date of one clause is not that of the other
    (
        "Troops captured Garowe, but the militia retook the town in June and now controls the coast.",
        "2021-07-13",
        ["gained SOMALI_GOV Garowe None", "gained the militia Garowe 2021-06-01"],
    ),
    (
        "The militia took Sabha in 2019 and now control the airport.",
        "2021-07-13",
        ["gained The militia Sabha 2019-01-01", "holds The militia airport 2021-07-13"],
    ),
]


@pytest.mark.parametrize(("text", "published", "told"), CONTRASTED)
def test_but_leads_on_to_a_later_deed_with_its_own_day(text: str, published: str, told: list[str]) -> None:
    assert _told(text, published) == told


CAPITALS = [
    (
        "Shells hit Mai Tsebri, a town in the west. Troops seized the regional capital, Mekelle, but rebels retook the city.",
        "2021-07-13",
        ["gained ETHIOPIA_GOV Mekelle None", "gained TPLF Mekelle None"],
    ),
    (
        "Shelling hit Qardo, a town in the east. The militia took Garowe, the state capital, and later lost the city.",
        "2023-05-10",
        ["gained The militia Garowe None", "lost The militia Garowe None"],
    ),
    (
        "The army took the provincial capital, Idlib. It then captured the town of Saraqib, and lost the town again.",
        "2016-05-10",
        ["gained SYRIA_GOV Idlib None", "gained SYRIA_GOV Saraqib None", "lost SYRIA_GOV Saraqib None"],
    ),
]


@pytest.mark.parametrize(("text", "published", "told"), CAPITALS)
def test_the_city_may_be_a_capital(text: str, published: str, told: list[str]) -> None:
    assert _told(text, published) == told


FALLS_ON = [
    (
        "M23 took Goma on Monday. Its airport is still held by government troops. Sake had fallen to it on Sunday.",
        "2025-01-28",
        ["gained M23 Goma 2025-01-27", "gained M23 Sake 2025-01-26", "holds DRC_GOV airport 2025-01-28"],
    ),
    (
        "Rebels took Hama on Thursday. Salamiyah is held by the army, officials said. Rastan fell to them a day later.",
        "2024-12-08",
        ["gained SYRIA_OPP Hama 2024-12-05", "gained SYRIA_OPP Rastan 2024-12-06", "holds SYRIA_GOV Salamiyah 2024-12-08"],
    ),
    (
        "The army retook Bara on Monday. The RSF controls Babanusa. En Nahud fell to it in May.",
        "2025-09-13",
        ["gained RSF En Nahud 2025-05-01", "gained SAF Bara 2025-09-08", "holds RSF Babanusa 2025-09-13"],
    ),
    (
        "The RSF controls El Fasher. Babanusa fell to it in December.",
        "2026-01-13",
        ["gained RSF Babanusa 2025-12-01", "holds RSF El Fasher 2026-01-13"],
    ),
    (
        "Ethiopian troops control Baidoa. Rebels said the town fell to them in 2006.",
        "2008-12-10",
        ["gained REBELS Baidoa 2006-01-01", "holds ETHIOPIA_GOV Baidoa 2008-12-10"],
    ),
]


@pytest.mark.parametrize(("text", "published", "told"), FALLS_ON)
def test_the_next_town_falls_to_who_took_the_last(text: str, published: str, told: list[str]) -> None:
    assert _told(text, published) == told


HAD_ON_A_DAY = [
    ("Soldiers had on Monday also retaken Bara.", "2025-10-01", ["gained Soldiers Bara 2025-09-29"]),
    ("The army had in March 2016 taken Palmyra.", "2017-01-01", ["gained SYRIA_GOV Palmyra 2016-03-01"]),
    ("Rebels were on Monday driven from Bara.", "2025-10-01", ["lost Rebels Bara 2025-09-29"]),
    ("Hunters had on Wednesday also reclaimed Maiha.", "2014-11-14", ["gained Hunters Maiha 2014-11-12"]),
    ("The convoy had on Monday left Bara.", "2025-10-01", []),
    ("The village that he had in May visited captured hearts in Bara.", "2025-10-01", []),
    ("Bargain hunters took to the streets of Goma.", "2014-11-14", []),
]


@pytest.mark.parametrize(("text", "published", "told"), HAD_ON_A_DAY)
def test_a_date_may_stand_between_had_and_its_participle(text: str, published: str, told: list[str]) -> None:
    assert _told(text, published) == told


YET_TO_COME = [
    ('"When we have captured Jilib, we shall turn to the coast," he told elders.', "2022-11-14", []),
    ("The war will end when Kherson has been liberated, he said.", "2022-10-14", []),
    ("Aid will come as soon as rebels leave Goma.", "2025-02-14", []),
    ("Refugees could return once Kobani has been retaken.", "2014-11-14", []),
    # but what was or has been done is told
    ("When the army took Bara, it would not stop there.", "2025-02-14", ["gained the army Bara None"]),
    ("Aid could be cut at a time when M23 has taken Goma.", "2025-02-14", ["gained None Goma None"]),
    ("The mayor once has lived in Goma, which rebels took and will keep.", "2025-02-14", ["gained M23 Goma None"]),
    ("The minister could not say when Goma was captured.", "2025-02-14", ["gained None Goma None"]),
    ("Now that the army has captured Bara, it will move on.", "2025-11-14", ["gained the army Bara None"]),
]


@pytest.mark.parametrize(("text", "published", "told"), YET_TO_COME)
def test_when_it_has_been_taken_something_will_happen(text: str, published: str, told: list[str]) -> None:
    assert _told(text, published) == told


WHOSE_HANDS = [
    (
        "Luhansk itself has been in the hands of Moscow and its proxies since 2014.",
        "2024-02-22",
        ["holds RUSSIA Luhansk 2014-01-01"],
    ),
    ("Kirkuk returned to the control of Baghdad in October.", "2018-08-22", ["gained IRAQ_GOV Kirkuk 2017-10-01"]),
    ("Mekelle has been under the rule of Addis Ababa since November.", "2021-02-22", ["holds ETHIOPIA_GOV Mekelle 2020-11-01"]),
    ("The rebels are in full control of Damascus.", "2024-12-19", ["holds SYRIA_OPP Damascus 2024-12-19"]),
    ("Fighting for the control of Kyiv went on.", "2022-03-01", []),
    ("Areas under the control of Damascus were calm; Deraa was not.", "2018-02-22", []),
]


@pytest.mark.parametrize(("text", "published", "told"), WHOSE_HANDS)
def test_a_capital_has_hands(text: str, published: str, told: list[str]) -> None:
    assert _told(text, published) == told


SINCE_WHEN = [
    ("Melitopol, which the Russians had occupied since March, was bombed.", "2022-09-11", ["holds RUSSIA Melitopol 2022-03-01"]),
    ("Melitopol, which the Russians had occupied in March, was bombed.", "2022-09-11", ["gained RUSSIA Melitopol 2022-03-01"]),
    ("Palma has been back under government control since April.", "2021-08-10", ["holds MOZAMBIQUE Palma 2021-04-01"]),
    ("Palma is back under government control since Friday.", "2021-08-10", ["gained MOZAMBIQUE Palma 2021-08-06"]),
    (
        "Troops retook Kupiansk on Saturday, and by nightfall Russia had given up Izium, its main base in the region.",
        "2022-09-11",
        ["gained UKRAINE Kupiansk 2022-09-10", "lost RUSSIA Izium 2022-09-10"],
    ),
    ("The rebels lost Idlib on Friday, their last base in the north.", "2020-09-11", ["lost SYRIA_OPP Idlib 2020-09-11"]),
]


@pytest.mark.parametrize(("text", "published", "told"), SINCE_WHEN)
def test_what_has_been_so_since_a_day_or_is_called_somebodys_is_no_news(text: str, published: str, told: list[str]) -> None:
    assert _told(text, published) == told


GAINSAID = [
    (
        "Russia said it had taken Krynky. The troops still hold the village, a spokesman for Ukraine's army said.",
        "2024-02-22",
        ["gained RUSSIA Krynky None", "holds UKRAINE Krynky 2024-02-22"],
    ),
    (
        "The RSF said it had taken Bara. Soldiers still control the town, a Sudanese army spokesman said.",
        "2025-12-02",
        ["gained RSF Bara None", "holds SAF Bara 2025-12-02"],
    ),
    (
        "M23 took Goma on Monday. Government troops still hold the airport, a UN official said.",
        "2025-01-28",
        ["gained M23 Goma 2025-01-27", "holds DRC_GOV airport 2025-01-28"],
    ),
    (
        "Azerbaijan took Shusha. Russian troops now hold Lachin, Armenia's defence ministry said.",
        "2020-11-11",
        ["gained AZERBAIJAN Shusha None", "holds RUSSIA Lachin 2020-11-11"],
    ),
    ("The UN force left Kidal, and the army took its place.", "2023-11-09", ["lost UN force Kidal None"]),
]


@pytest.mark.parametrize(("text", "published", "told"), GAINSAID)
def test_the_troops_are_those_of_who_gainsays_a_fall(text: str, published: str, told: list[str]) -> None:
    assert _told(text, published) == told

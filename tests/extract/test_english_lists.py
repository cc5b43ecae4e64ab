"""English lists of towns that something parts: where the next one lies, or letters of another language inside a name."""

import pytest
from any_war import claims

LYING_IN = [
    ("1999-01-01", "Greek troops took Bursa, Balıkesir and, in Thrace, Edirne.", {"Bursa", "Balıkesir", "Edirne"}),
    ("2017-12-20", "Government forces retook Mosul, Tikrit and, in Anbar, Ramadi.", {"Mosul", "Tikrit", "Ramadi"}),
    ("2020-12-20", "The army holds Sirte and, in Fezzan, Sabha and Ubari.", {"Sirte", "Sabha", "Ubari"}),
    (
        "2025-05-20",
        "JNIM fighters overran Djibo, Arbinda, Dori and, in neighbouring Mali, Boulkessi.",
        {"Djibo", "Arbinda", "Dori", "Boulkessi"},
    ),
    ("2025-05-20", "The army has lost Lashio and, in Kachin state, the town of Bhamo.", {"Lashio", "Bhamo"}),
    ("2025-05-20", "The rebels took Goma and, in Ituri, Bunia was shelled.", {"Goma"}),
    ("2025-05-20", "The rebels took Goma and, in Ituri, Bunia's hospital was looted.", {"Goma"}),
    ("2025-05-20", "The rebels took Goma and, in Kinshasa, President Tshisekedi called for calm.", {"Goma"}),
    ("2025-05-20", "The rebels advanced and, in Goma, Sake and Minova, set up checkpoints.", set[str]()),
]


@pytest.mark.parametrize(("published", "text", "towns"), LYING_IN)
def test_a_list_goes_on_behind_where_its_next_town_lies(published: str, text: str, towns: set[str]) -> None:
    assert {claim.place.text for claim in claims(text, published)} == towns


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("Viv Ansanm has taken Mirebalais and Saut-d'Eau.", {"Mirebalais", "Saut-d'Eau"}),
        ("Viv Ansanm has taken Saut-d’Eau and Trou-du-Foin.", {"Saut-d’Eau", "Trou-du-Foin"}),
        (
            "CPC rebels hold Bangassou-d'Oubangui, Kembé-sur-Kotto and Gambo.",
            {"Bangassou-d'Oubangui", "Kembé-sur-Kotto", "Gambo"},
        ),
        ("The rebels took the Goma-en-route convoy.", set[str]()),
    ],
)
def test_french_words_between_hyphens_are_of_the_name(text: str, towns: set[str]) -> None:
    assert {claim.place.text for claim in claims(text, "2025-04-20")} == towns


OF_EACH = [
    (
        "2020-11-07",
        (
            "Azerbaijan's army liberated Gachar and Divanalilar villages of Fuzuli, Yukhari Mezre and Yanarhach villages of "
            "Jabrayil, Beshdeli village of Zangilan, Atagut and Tsakuri of Khojavend."
        ),
        {"Gachar", "Divanalilar", "Yukhari Mezre", "Yanarhach", "Beshdeli", "Atagut", "Tsakuri"},
    ),
    (
        "2021-07-01",
        "The Taliban took Kham Ab district of Jowzjan, Imam Sahib and Archi districts of Kunduz and Kohistan district of Faryab.",
        {"Kham Ab", "Imam Sahib", "Archi", "Kohistan"},
    ),
    ("2015-07-01", "The army took Sake village of Masisi, Walikale and Rutshuru territories.", {"Sake"}),
    ("2014-07-12", "The army regained Khatab town and the areas of Zor Qsayaa.", {"Khatab", "Zor Qsayaa"}),
    ("2014-07-12", "The army regained Khatab and parts of Operation Dawn were filmed.", {"Khatab"}),
    ("1995-08-07", "Croatian forces retook Petrinja, also in Banovina, and Knin.", {"Petrinja", "Knin"}),
    ("2014-09-07", "Boko Haram took Madagali, also in Adamawa and Bama, Borno's second city.", {"Madagali", "Bama"}),
    ("2024-02-12", "The army lost Mrauk-U and Minbya, both in Rakhine, and Paletwa in Chin.", {"Mrauk-U", "Minbya", "Paletwa"}),
    ("2014-10-20", "ISIS took Hit, also in Anbar and Ramadi was next.", {"Hit"}),
    ("2014-03-03", "The road links Bossangoa, Bouca and Batangafo, a town that Seleka holds.", {"Batangafo"}),
    ("2025-02-03", "The army lost Goma and Sake is in rebel hands.", {"Goma", "Sake"}),
]


@pytest.mark.parametrize(("published", "text", "towns"), OF_EACH)
def test_a_list_goes_on_behind_the_region_of_a_member(published: str, text: str, towns: set[str]) -> None:
    assert {claim.place.text for claim in claims(text, published)} == towns


EACH_ITS_DAY = [
    (
        "2022-10-04",
        "Kupiansk was liberated on Saturday, the Ukrainian army said, and Lyman on Sunday.",
        {"Kupiansk 2022-10-01", "Lyman 2022-10-02"},
    ),
    (
        "2020-11-22",
        "Adigrat was captured on Saturday, the task force said, and Idaga Hamus, on the highway to Mekelle, on Sunday.",
        {"Adigrat 2020-11-21", "Idaga Hamus 2020-11-22"},
    ),
    ("2025-02-18", "Goma fell to the M23 on Monday, residents said, and Bukavu was shelled on Friday.", {"Goma 2025-02-17"}),
]


@pytest.mark.parametrize(("published", "text", "told"), EACH_ITS_DAY)
def test_who_says_so_parts_no_town_from_the_next_of_another_day(published: str, text: str, told: set[str]) -> None:
    assert {f"{claim.place.text} {claim.when.latest}" for claim in claims(text, published)} == told


ADDED = [
    (
        "Rebels took the village of Tiba in the eastern countryside of Aleppo as well as Kafr Naya.",
        "2016-02-17",
        "Tiba, Kafr Naya",
    ),
    ("The KDP has taken control of the key northern Iraqi city of Arbil.", "1996-09-01", "Arbil"),
]


@pytest.mark.parametrize(("text", "published", "places"), ADDED)
def test_what_is_taken_as_well_is_no_part_of_where_the_first_lies(text: str, published: str, places: str) -> None:
    assert ", ".join(claim.place.text for claim in claims(text, published)) == places


ITSELF = [
    ("2024-12-04", "The regime still holds Hama and Latakia besides Damascus itself.", {"Hama", "Latakia", "Damascus"}),
    (
        "2021-08-14",
        "The government still holds Khost, near the border, and Jalalabad, besides Kabul itself.",
        {"Khost", "Jalalabad", "Kabul"},
    ),
    ("2014-12-04", "Government forces hold only Juba itself, Bor and Malakal.", {"Juba", "Bor", "Malakal"}),
    ("2024-12-04", "Troops hold Hama, and Damascus itself said so.", {"Hama"}),
    ("2024-12-04", "The ministry said Damascus itself remains calm and that troops hold Hama.", {"Hama"}),
    ("2024-12-04", "Besides Damascus itself, Moscow backs the rebels, who took Hama.", {"Hama"}),
]


@pytest.mark.parametrize(("published", "text", "towns"), ITSELF)
def test_an_emphasis_parts_no_town_from_its_list(published: str, text: str, towns: set[str]) -> None:
    assert {claim.place.text for claim in claims(text, published)} == towns

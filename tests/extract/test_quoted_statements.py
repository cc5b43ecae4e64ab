"""Whose word it is that a town was taken: of statements in quotation marks, of announcements, and of those who are quoted."""

import pytest
from any_war import claims


def _told(text: str, published: str) -> list[str]:
    said = ((claim, claim.speaker.text if claim.speaker else "nobody") for claim in claims(text, published))
    return [f"{claim.place.text} {claim.actor.id} {claim.modality} {speaker}" for claim, speaker in said]


QUOTED = [
    (
        'The Nigerian army said the raid was a success. "During the operation, the troops cleared Gwoza and Pulka towns."',
        "2015-03-28",
        ["Gwoza NIGERIA attributed Nigerian army", "Pulka NIGERIA attributed Nigerian army"],
    ),
    (
        'The statement reads in part: "Our gallant troops recaptured Monguno from Boko Haram." Maiduguri was calm.',
        "2015-02-22",
        ["Monguno NIGERIA attributed nobody"],
    ),
    (
        'The Ethiopian army released a statement on Friday. "Our heroic forces have freed Kombolcha." Television repeated it.',
        "2021-12-07",
        ["Kombolcha ETHIOPIA_GOV attributed Ethiopian army"],
    ),
    (
        '"Boko Haram captured Baga. The soldiers ran away," Abubakar Gamandi, a fisherman, said by telephone.',
        "2015-01-06",
        ["Baga BOKO_HARAM attributed Abubakar Gamandi"],
    ),
    # what only bears a name in quotation marks, and what stands behind them, is the text's own
    ('The "Islamic State" captured Palmyra. Residents fled.', "2015-05-21", ["Palmyra ISIS asserted nobody"]),
    ('"Free Syrian Army" fighters captured Jarablus.', "2016-08-24", ["Jarablus SYRIA_OPP asserted nobody"]),
    (
        'The army said it was a success. "I saw the rebels," a shopkeeper recalled. M23 had captured Goma in November.',
        "2012-12-20",
        ["Goma M23 asserted nobody"],
    ),
]


@pytest.mark.parametrize(("text", "published", "told"), QUOTED)
def test_a_quotation_is_the_word_of_who_speaks_in_it(text: str, published: str, told: list[str]) -> None:
    assert _told(text, published) == told


ANNOUNCED = [
    (
        "Shops reopened in Kunduz after an announcement by the Afghan army that the city had been retaken.",
        "2015-10-03",
        ["Kunduz AFGHAN_GOV attributed Afghan army"],
    ),
    (
        "The assertion by Taliban commanders that Ghazni had fallen could not be checked.",
        "2018-08-12",
        ["Ghazni TALIBAN attributed Taliban commanders"],
    ),
    (
        "Russia's declaration that Lyman had been captured was denied by Kyiv.",
        "2022-05-28",
        ["Lyman RUSSIA attributed Russia"],
    ),
    ("The rebels hold a claim to Goma.", "2012-11-21", []),
    (
        "The government's statement that it would negotiate came a day after rebels took Bangui.",
        "2013-03-25",
        ["Bangui SELEKA asserted nobody"],
    ),
    # an announcement of something else says nothing of the deed
    ("Despite the ceasefire announced by the government, M23 captured Masisi.", "2025-01-06", ["Masisi M23 asserted nobody"]),
    (
        "Islamists took Konna after announcing a jihad against Mali's army.",
        "2013-01-10",
        ["Konna MALI_ISLAMISTS asserted nobody"],
    ),
    (
        "Three journalists were reported killed when the Taliban captured Zaranj.",
        "2021-08-06",
        ["Zaranj TALIBAN asserted nobody"],
    ),
]


@pytest.mark.parametrize(("text", "published", "told"), ANNOUNCED)
def test_an_announcement_is_the_word_of_who_makes_it(text: str, published: str, told: list[str]) -> None:
    assert _told(text, published) == told


SPEAKERS = [
    ("Colonel Michel Ndala was reported by AFP as saying that M23 had taken Sake.", "2024-10-13", "Colonel Michel Ndala"),
    ("An Ivorian officer was quoted by Jeune Afrique as saying that rebels controlled Man.", "2002-11-29", "Ivorian officer"),
    ("Reuters quoted a Chechen commander as saying that his men had retaken Argun.", "2000-01-09", "Chechen commander"),
    (
        "Governor Kashim Shettima was reported as telling Reuters that Boko Haram had seized Bama.",
        "2014-09-04",
        "Governor Kashim Shettima",
    ),
    (
        "According to activists quoted by Al Jazeera, rebels captured Busra al-Harir in Syria.",
        "2013-03-05",
        "activists quoted by Al Jazeera",
    ),
    ("Jihadists captured Djibo, the crisis group reported.", "2025-05-12", "crisis group"),
    ("ISIS fighters took Qaryatayn after a night of clashes, the monitoring group said.", "2015-08-06", "monitoring group"),
]


@pytest.mark.parametrize(("text", "published", "speaker"), SPEAKERS)
def test_who_is_quoted_has_his_whole_name(text: str, published: str, speaker: str) -> None:
    (claim,) = claims(text, published)
    assert claim.speaker is not None
    assert claim.speaker.text == speaker


NO_STATEMENT = [
    # what is kept is not said, and what a video shows is not what came about at some time
    (
        "Rami Abdel Rahman said they maintained their positions near the Daesh-held town of Tabqa.",
        "2016-06-14",
        "Rami Abdel Rahman",
    ),
    ("The video shows a convoy on the road to Palmyra after ISIS was routed from there.", "2016-04-02", None),
    ("Syrian media, broadcasting from the hills, said troops had captured Palmyra.", "2016-03-26", "Syrian media"),
    # a subject begins with its article, and a quotation is no part of it
    ("The Syrian army captured Zabadani the Observatory said.", "2015-07-21", "Observatory"),
    (
        '"We control Tel Hamis and look for mines" militia spokesman Redur Xelil said.',
        "2015-02-27",
        "militia spokesman Redur Xelil",
    ),
]


@pytest.mark.parametrize(("text", "published", "speaker"), NO_STATEMENT)
def test_a_verb_says_what_it_governs_and_its_subject_is_one_phrase(text: str, published: str, speaker: str | None) -> None:
    (claim,) = claims(text, published)
    assert (claim.speaker.text if claim.speaker else None) == speaker


QUOTED_I = [
    ('"I inform the nation that Palmyra is liberated," President Assad said on Sunday.', "2016-03-28", "SYRIA_GOV"),
    (
        'Armenia denied that the city was lost. "With joy I inform you that Shusha is liberated," Aliyev said on Sunday.',
        "2020-11-09",
        "AZERBAIJAN",
    ),
    ('"I can confirm that our forces hold Bakhmut," Zelensky said.', "2023-05-06", "UKRAINE"),
]


@pytest.mark.parametrize(("text", "published", "side"), QUOTED_I)
def test_i_is_who_the_sentence_quotes(text: str, published: str, side: str) -> None:
    (claim,) = claims(text, published)
    assert claim.speaker is not None
    assert (claim.speaker.id, claim.actor.id) == (side, side)

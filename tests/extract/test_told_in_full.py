"""Claims of other wars in full: whose they are, of how much of a place, how they are told, and which days they may be of."""

import pytest
from any_war import claims

from whoheld.model import Claim

TOLD = [
    # a fall that only dates what somebody did is not his
    ("2014-06-20", "After the fall of Tikrit, Iraqi troops regrouped in Samarra.", ["gained - Tikrit background"]),
    ("1995-08-20", "After the fall of Knin, Serb fighters fled towards Bosnia.", ["gained - Knin background"]),
    ("2011-09-20", "After the capture of Bani Walid, Gaddafi loyalists scattered.", ["gained - Bani Walid background"]),
    ("2024-12-20", "بعد سقوط حماة، فر جنود النظام إلى حمص.", ["gained - حماة background"]),
    ("2025-02-20", "After its capture of Goma, M23 marched on Bukavu.", ["gained M23 Goma background"]),
    ("2024-03-01", "Following the loss of Avdiivka, Ukrainian troops dug in near Orlivka.", ["lost UKRAINE Avdiivka background"]),
    # how long it was held dates no day, unless it is held still
    ("2016-03-01", "Boko Haram held Gwoza for seven months.", ["holds BOKO_HARAM Gwoza background ..2016-03-01"]),
    ("2015-03-01", "Islamists controlled Timbuktu for ten months.", ["holds MALI_ISLAMISTS Timbuktu background ..2015-03-01"]),
    ("2022-06-01", "Russia has controlled Kherson for three months.", ["holds RUSSIA Kherson state 2022-03-01..2022-03-31"]),
    # a hold that is told until when is over; how things stand is not
    ("2020-07-11", "ظلت حلب بيد المعارضة حتى كانون الأول 2016.", ["holds SYRIA_OPP حلب background 2016-12-01..2016-12-31"]),
    ("2020-07-11", "ظل التنظيم يسيطر على الرقة حتى تشرين الأول 2017.", ["holds ISIS الرقة background 2017-10-01..2017-10-31"]),
    ("2021-05-05", "حكمت طالبان قندهار حتى كانون الأول 2001.", ["holds TALIBAN قندهار background 2001-12-01..2001-12-31"]),
    ("2020-07-11", "سيطرت سيليكا على بانغي حتى كانون الثاني 2014.", ["holds SELEKA بانغي background 2014-01-01..2014-01-31"]),
    ("2015-07-11", "بقيت غوراجده بيد الحكومة حتى نهاية الحرب.", ["holds BOSNIA غوراجده background ..2015-07-11"]),
    ("2015-07-11", "أما غوراجده فبقيت بيد الحكومة حتى نهاية الحرب.", ["holds BOSNIA غوراجده background"]),
    ("2021-05-05", "ظلت مأرب بيد الحكومة حتى الآن.", ["holds YEMEN_GOV مأرب state 2021-05-05..2021-05-05"]),
    ("2023-07-11", "ظلت كيدال بيد الطوارق حتى مساء الأحد.", ["holds AZAWAD كيدال state"]),
    ("2021-05-05", "سيطر الجيش على مقديشو وواصل القتال حتى نهاية عام 2011.", ["gained SOMALI_GOV مقديشو event"]),
    # what something else was before is recalled, and no news of a day
    ("2018-02-16", "Before Boko Haram seized Gwoza, the town had 200,000 people.", ["gained BOKO_HARAM Gwoza background"]),
    (
        "2025-02-16",
        "Before M23 captured Goma in January, the city was calm.",
        ["gained M23 Goma background 2025-01-01..2025-01-31"],
    ),
    ("2018-02-16", "قبل أن تسيطر طالبان على قندوز عام 2015 كانت المدينة هادئة.", ["gained TALIBAN قندوز background"]),
    ("2025-02-16", "The rebels fled before the army took Bama on Monday.", ["gained NIGERIA Bama event"]),
    ("2021-05-05", "Before dawn on Sunday the army captured Bor.", ["gained SOUTH_SUDAN_GOV Bor event"]),
    ("2021-05-05", "قبل فجر الأحد استعاد الجيش مدينة بور.", ["gained SOUTH_SUDAN_GOV بور event"]),
    ("2018-08-16", "سبق للجيش أن استعاد تدمر عام 2016.", ["gained SYRIA_GOV تدمر background 2016-01-01..2016-12-31"]),
    ("2022-08-16", "سبق لقوات تيغراي أن سيطرت على لاليبيلا.", ["gained TPLF لاليبيلا background"]),
    # the day of a main clause is not that of a recap
    (
        "2024-02-20",
        "Russia, which had taken Avdiivka, shelled Orlivka on Sunday.",
        ["gained RUSSIA Avdiivka background ..2024-02-20"],
    ),
    (
        "2021-08-12",
        "The Taliban, which captured Kunduz on Sunday, offered talks on Wednesday.",
        ["gained TALIBAN Kunduz event 2021-08-08..2021-08-08"],
    ),
    # the middle of a town, and the rest of it
    ("2014-08-12", "Fighting hit Donetsk, and separatists controlled the city centre.", ["holds DPR Donetsk part state"]),
    (
        "2023-07-25",
        "Wagner holds the eastern part of Bakhmut and Ukrainian troops the western part.",
        ["holds WAGNER Bakhmut part state", "holds UKRAINE Bakhmut part state"],
    ),
    (
        "2015-07-25",
        "Rebels control the eastern half of Aleppo and government forces the western half.",
        ["holds SYRIA_OPP Aleppo part state", "holds SYRIA_GOV Aleppo part state"],
    ),
    # a share is of its own mention: what a noun or a relative takes up later is the whole place, and "it" or a half what was told
    (
        "2014-02-24",
        "Rebels took parts of Malakal on Monday. The army recaptured the town on Friday.",
        ["gained SPLA_IO Malakal part", "gained SOUTH_SUDAN_GOV Malakal whole"],
    ),
    (
        "2017-08-01",
        "The SDF controls half of Raqqa, which ISIS captured in January 2014.",
        ["holds SDF Raqqa part state", "gained ISIS Raqqa whole background 2014-01-01..2014-01-31"],
    ),
    (
        "2024-02-24",
        "Russian troops entered the centre of Avdiivka and captured the town on 17 February.",
        ["gained RUSSIA Avdiivka whole event"],
    ),
    ("2014-10-24", "Fighters took the outskirts of Kobani. They lost the town.", ["gained Kobani area", "lost Kobani whole"]),
    (
        "2014-02-24",
        "Rebels took half of Malakal on Monday and lost it on Friday.",
        ["gained SPLA_IO Malakal part", "lost SPLA_IO Malakal part"],
    ),
    (
        "2023-04-01",
        "Wagner took eastern Bakhmut. Ukrainian troops still held the city's west.",
        ["gained WAGNER Bakhmut part", "holds UKRAINE Bakhmut part"],
    ),
    (
        "2015-07-24",
        "يسيطر الجيش الليبي على معظم سرت. وكان تنظيم داعش قد استولى على المدينة في مايو.",
        ["holds سرت part state", "gained ISIS سرت whole background"],
    ),
    (
        "2017-08-01",
        "تسيطر قسد على نصف الرقة التي سيطر عليها داعش في يناير 2014.",
        ["holds SDF الرقة part state", "gained ISIS الرقة whole background"],
    ),
    (
        "2014-08-01",
        "سيطر داعش على نصف الرقة الذي كان بيد الجيش الحر.",
        ["gained ISIS الرقة part", "holds SYRIA_OPP الرقة part"],
    ),
    ("2025-11-24", "دخل الجيش وسط الخرطوم وسيطر على المدينة.", ["gained SAF الخرطوم whole"]),
    # each by his own word
    (
        "2023-06-01",
        "The army and the RSF both say they control Bara.",
        ["holds SAF Bara state attributed", "holds RSF Bara state attributed"],
    ),
    ("2014-06-01", "Both sides claimed control of Malakal.", ["contested Malakal"]),
    (
        "2020-10-08",
        "Azerbaijan announced it had seized Hadrut, but Armenia said its troops still hold the town.",
        ["gained AZERBAIJAN Hadrut event attributed", "holds ARMENIA Hadrut state attributed 2020-10-08..2020-10-08"],
    ),
    # men by who leads them, and states that are only believed
    ("2023-05-10", "Prigozhin's men captured Soledar.", ["gained WAGNER Soledar event"]),
    ("2014-10-01", "Gwoza is understood to be under Boko Haram's control.", ["holds BOKO_HARAM Gwoza hedged"]),
    ("2014-10-01", "Rebels have possibly captured Kidal.", ["gained Kidal hedged"]),
    ("1995-08-28", "Croatia took Knin, capital of the self-proclaimed Serb republic.", ["gained CROATIA Knin asserted"]),
    # what is recalled, and what a participle tells before its subject
    (
        "2022-03-10",
        "Ukrainians marked the first anniversary of the recapture of Bucha.",
        ["gained Bucha background ..2022-03-10"],
    ),
    (
        "2016-12-01",
        "Liberated by Iraqi forces in October, Bartella was empty.",
        ["gained IRAQ_GOV Bartella 2016-10-01..2016-10-31"],
    ),
    ("2024-12-01", "Occupied by Russia since 2022, Melitopol is a rail hub.", ["holds RUSSIA Melitopol"]),
]


def _words(claim: Claim) -> set[str]:
    """All that a test may ask of a claim, in words."""
    days = f"{claim.when.earliest or ''}..{claim.when.latest or ''}"
    actor = claim.actor.id or "" if claim.actor.text else "-"
    return {claim.relation.value, actor, claim.extent.value, claim.telling.value, claim.modality.value, days}


@pytest.mark.parametrize(("published", "text", "told"), TOLD)
def test_claims_in_full(published: str, text: str, told: list[str]) -> None:
    found = claims(text, published)
    assert len(found) == len(told)
    for wanted in told:
        assert any(set(wanted.replace(claim.place.text, "").split()) <= _words(claim) for claim in found), wanted


NEIGHBOURS = [
    ("Rebels captured Bukavu, not far from Rwanda.", None),
    ("The Taliban captured Islam Qala, across the border from Iran.", None),
    ("Rebels captured Zongo, across the river from the Central African Republic.", None),
    ("سيطر المسلحون على بالما القريبة من تنزانيا.", None),
    ("سيطرت طالبان على سبين بولدك المتاخمة لباكستان.", None),
    ("سيطرت طالبان على سبين بولدك على الحدود مع باكستان.", None),
    ("M23 captured Bunagana from Uganda.", "Uganda"),
    ("Government forces captured Ras Ajdir, across the border from Tunisia, from a militia.", "militia"),
    ("استعاد الجيش من المتمردين بلدة أدري القريبة من السودان.", "المتمردين"),
]


@pytest.mark.parametrize(("text", "loser"), NEIGHBOURS)
def test_a_neighbour_loses_nothing(text: str, loser: str | None) -> None:
    (claim,) = claims(text, "2021-07-16")
    assert (claim.loser.text if claim.loser else None) == loser
    assert claim.actor.id not in {"TUNISIA", "RWANDA", "IRAN", "PAKISTAN", "TANZANIA"}

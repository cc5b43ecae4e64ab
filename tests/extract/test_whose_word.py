"""Whose word a clause is: that of an aside, of the main clause, or of none behind a semicolon."""

import pytest
from any_war import claims

from whoheld.interval import prefix
from whoheld.model import Claim


def _told(claim: Claim) -> str:
    speaker = claim.speaker.text if claim.speaker else "-"
    when = prefix(claim.when.earliest, claim.when.latest)
    return f"{claim.relation} {claim.place.text} {claim.actor.id} {claim.telling} {speaker} {when}"


ASIDES = [
    (
        "Babanusa, which the RSF says it captured on Monday, is still held by the army, residents said.",
        "2025-12-05",
        ("gained Babanusa RSF event RSF 2025-12-01", "holds Babanusa SAF state residents 2025-12-05"),
    ),
    (
        "Kunduz, which the Taliban said they had taken on Monday, is held by the government, the governor said.",
        "2015-10-06",
        ("gained Kunduz TALIBAN event the Taliban 2015-10-05", "holds Kunduz AFGHAN_GOV state governor 2015-10-06"),
    ),
    (
        "Uvira, which M23 claims to have seized on Friday, remains under Congolese army control.",
        "2025-12-12",
        ("gained Uvira M23 event M23 2025-12-12", "holds Uvira DRC_GOV state - 2025-12-12"),
    ),
    (
        "The RSF, which said on Monday it had captured Babanusa, holds Nyala.",
        "2025-12-05",
        ("gained Babanusa RSF event - 2025-12-01", "holds Nyala RSF state - 2025-12-05"),
    ),
    # what is said to be taken by him who speaks of the hold, too, was held before that
    (
        "The RSF said on Monday it had captured Babanusa, which was held by the army.",
        "2025-12-05",
        ("gained Babanusa RSF event RSF 2025-12-01", "holds Babanusa SAF background RSF None"),
    ),
    # nor does what was done before who speaks
    (
        "M23 took Goma in January and a UN source said the rebels also control Sake.",
        "2025-02-08",
        ("gained Goma M23 event - 2025-01", "holds Sake M23 state UN source 2025-02-08"),
    ),
    # what is only hoped for is not taken
    (
        "Lyman, which Kyiv hopes to have recaptured by May, is held by Russia.",
        "2023-03-06",
        ("holds Lyman RUSSIA state - 2023-03-06",),
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), ASIDES)
def test_an_aside_lends_its_main_clause_no_speaker_and_no_day(text: str, published: str, expected: tuple[str, ...]) -> None:
    assert tuple(map(_told, claims(text, published))) == expected


SEMICOLONS = [
    ("Moscow says Toretsk is in its hands; Kupiansk was liberated by Ukraine in 2022.", "2025-05-18", "-"),
    ("The Houthis say they control Hays; Mokha was taken by the coalition in 2017.", "2021-11-18", "-"),
    ("Reportedly the rebels took Sake; they took Minova on Monday.", "2025-01-23", "-"),
    # what goes on in his words, or of what is his, is his word still
    ("The army said it had retaken Bara; El Fasher had fallen in October.", "2025-12-13", "The army"),
    ("The army said it held Bara; its troops also took Kazgeil.", "2025-12-13", "The army"),
    ("The spokesman said that the army controlled Sanaa; that Taiz was held by the Houthis.", "2018-12-13", "spokesman"),
]


@pytest.mark.parametrize(("text", "published", "speaker"), SEMICOLONS)
def test_a_semicolon_ends_what_somebody_says(text: str, published: str, speaker: str) -> None:
    *_, claim = claims(text, published)
    assert (claim.speaker.text if claim.speaker else "-", claim.modality == "asserted") == (speaker, speaker == "-")


WITHHELD = [
    ("Denied Sukhumi for a year, the Abkhaz finally captured it on 27 September 1993.", "2000-01-01", "asserted"),
    ("The army, which had been denied fuel, lost Bukavu on 14 February.", "2025-03-01", "asserted"),
    ("The peacekeepers were denied entry, and M23 seized Sake on Monday.", "2025-03-01", "asserted"),
    ("The army denied losing Bukavu.", "2025-03-01", "denied"),
    ("The governor, a former rebel, denied reports that Bria had fallen.", "2021-03-01", "denied"),
    ("Denied by the army, the capture of Bria was confirmed by the governor.", "2021-03-01", "denied"),
    ("It was denied that Bria had fallen.", "2021-03-01", "denied"),
]


@pytest.mark.parametrize(("text", "published", "modality"), WITHHELD)
def test_what_somebody_is_not_given_is_not_denied(text: str, published: str, modality: str) -> None:
    assert [claim.modality for claim in claims(text, published)] == [modality]


ADDED = [
    ("أعلنت القيادة الروسية السيطرة على باخموت. كما أخضعت القوات الروسية سوليدار.", "2023-05-21", None),
    ("قال المرصد إن قسد سيطرت على هجين. كما سيطرت قسد على الباغوز.", "2019-03-23", None),
    ("كما قال الجيش، سيطرت قواته على سنجة.", "2024-11-25", "الجيش"),
    ("سيطر الجيش على سنجة كما أعلن متحدث.", "2024-11-25", "متحدث"),
    ("قال والي الخرطوم أحمد عثمان حمزة إن الجيش استعاد أم درمان.", "2024-03-12", "والي الخرطوم أحمد عثمان حمزة"),
    ("قال النائب عن كتلة التوافق إن داعش سيطر على الرمادي.", "2015-05-20", "النائب"),
    ("قال المتحدث إن الجيش سيطر على بارا وإلى الشرق منها على أم صميمة.", "2025-09-15", "المتحدث"),
]


@pytest.mark.parametrize(("text", "published", "speaker"), ADDED)
def test_who_says_the_last_that_is_told(text: str, published: str, speaker: str | None) -> None:
    last = claims(text, published)[-1]
    assert (last.modality, last.speaker and last.speaker.text) == ("attributed" if speaker else "asserted", speaker)


ARABIC = [
    ("يُذكر أن قوات الدعم السريع سيطرت على ود مدني في ديسمبر 2023.", "2025-01-11", "gained ود مدني RSF background - 2023-12"),
    ("وتجدر الإشارة إلى أن داعش سيطر على الموصل في حزيران 2014.", "2019-01-11", "gained الموصل ISIS background - 2014-06"),
    ("وأشار الوزير إلى أن الجيش سيطر على ود مدني.", "2025-01-11", "gained ود مدني SAF event الوزير None"),
    ("يذكر أن الحوثيين يسيطرون على صنعاء.", "2025-01-11", "holds صنعاء HOUTHI state - 2025-01-11"),
    (
        "سيطر الجيش الروسي على كوراخوف في معارك قُتل فيها ألف جندي وفق كييف.",
        "2025-01-20",
        "gained كوراخوف RUSSIA event - None",
    ),
    ("سيطرت إم23 على غوما في هجوم أسفر عن مقتل 2900 شخص بحسب الأمم المتحدة.", "2025-02-20", "gained غوما M23 event - None"),
    ("سيطر الجيش على سنجة بعد معارك عنيفة وفق ناشطين.", "2024-11-20", "gained سنجة SAF event ناشطين None"),
    (
        "ونقلت طهران الحرب إلى العراق: ففي شباط 1986 استولى الحرس الثوري على الفاو.",
        "2023-11-20",
        "gained الفاو IRAN event - 1986-02",
    ),
    ("قالت قسد إن القوات مدعومة بطيران التحالف سيطرت على هجين.", "2018-12-20", "gained هجين SDF event قسد None"),
    ("ونقلت رويترز عن مسؤول أن الجيش سيطر على مورك.", "2019-11-20", "gained مورك SYRIA_GOV event مسؤول None"),
    ("وأضاف يار الله أن الجيش العراقي استعاد الموصل.", "2017-11-20", "gained الموصل IRAQ_GOV event يار الله None"),
    (
        "وسارعت وزارة الدفاع السودانية إلى نفي ذلك، مؤكدة أن المعارك متواصلة في بارا.",
        "2025-10-20",
        "contested بارا SAF state وزارة الدفاع السودانية None",
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), ARABIC)
def test_whose_word_an_arabic_clause_is(text: str, published: str, expected: str) -> None:
    assert [_told(claim) for claim in claims(text, published)] == [expected]


@pytest.mark.parametrize(
    ("text", "published", "tellings"),
    [
        ("دخل الجيش حماة في تموز، ولا تزال المدينة تحت سيطرة النظام.", "2012-08-20", ["event", "state"]),
        ("سيطر الحوثيون على حجة في آذار، وما زالت المدينة بيد الحوثيين.", "2015-08-20", ["event", "state"]),
        ("دخل الجيش حماة في تموز، وكانت المدينة لا تزال تحت سيطرة المعارضة.", "2012-08-20", ["event", "background"]),
    ],
)
def test_what_is_so_still_is_no_recap(text: str, published: str, tellings: list[str]) -> None:
    assert [claim.telling for claim in claims(text, published)] == tellings


OF_THEMSELVES = [
    (
        "Government troops pulled out of Goma, a day after the M23 said they had taken it.",
        "2012-11-20",
        ("lost Goma DRC_GOV event - None", "gained Goma M23 event the M23 2012-11-19"),
    ),
    (
        "The army said its men had left Wad Madani, a day after the paramilitary Rapid Support Forces said they took it.",
        "2023-12-19",
        ("lost Wad Madani SAF event The army None", "gained Wad Madani RSF event paramilitary Rapid Support Forces 2023-12-18"),
    ),
    (
        "The rebels abandoned Bangassou, two days after government forces said they had retaken it.",
        "2021-01-20",
        ("lost Bangassou CPC event - None", "gained Bangassou CENTRAL_AFRICAN_REPUBLIC event government forces 2021-01-18"),
    ),
    (
        "Soldiers fled Monguno, hours after the insurgents said they had overrun it.",
        "2015-01-25",
        ("lost Monguno NIGERIA event - None", "gained Monguno BOKO_HARAM event the insurgents None"),
    ),
    # of others speaks who is one body, or no fighter
    (
        "The army attacked the rebels near Goma. The army said they had captured Sake.",
        "2012-11-20",
        ("gained Sake M23 event The army None",),
    ),
    (
        "The Taliban marched on Kunduz. Government officials said they had taken the town.",
        "2015-09-29",
        ("gained Kunduz TALIBAN event Government officials None",),
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), OF_THEMSELVES)
def test_fighters_who_say_they_took_a_town_speak_of_themselves(text: str, published: str, expected: tuple[str, ...]) -> None:
    assert tuple(map(_told, claims(text, published))) == expected


HEADED = [
    (
        "ZAGREB, Sept 15 - Bosnian troops advanced on Friday, taking Jajce from the Serbs, the United Nations said.",
        "1995-09-15",
        "gained Jajce BOSNIA event United Nations 1995-09-15",
    ),
    (
        "TRIPOLI – Fighters loyal to the unity government surged south on Monday, taking Tarhuna, the United Nations said.",
        "2020-06-09",
        "gained Tarhuna GNA event United Nations 2020-06-08",
    ),
    ("مقديشو – تقدمت القوات الحكومية الجمعة، وسيطرت على كيسمايو.", "2017-09-15", "gained كيسمايو SOMALI_GOV event - 2017-09-15"),
]


@pytest.mark.parametrize(("text", "published", "expected"), HEADED)
def test_a_dateline_makes_no_aside_of_the_clause_behind_it(text: str, published: str, expected: str) -> None:
    assert list(map(_told, claims(text, published))) == [expected]


def _vouched(claim: Claim) -> str:
    return f"{claim.relation} {claim.place.text} {claim.modality} {claim.speaker.text if claim.speaker else '-'}"


BESIDES = [
    # what is denied is the help, and who was helped took the town whatever is said of that
    ("Kigali denies backing the rebels, who took the town of Masisi on Jan. 4.", "2025-01-10", "gained Masisi asserted -"),
    (
        "Belgrade denied having armed the Serbs, whose forces seized Zvornik in April 1992.",
        "1992-07-10",
        "gained Zvornik asserted -",
    ),
    ("The army denied that rebels, who are backed by Rwanda, had captured Goma.", "2012-11-20", "gained Goma denied The army"),
    ("Kigali denied that it was its soldiers who took Goma.", "2012-11-20", "gained Goma denied Kigali"),
    ("The army denied reports by the rebels, who said they had captured Goma.", "2012-11-20", "gained Goma denied The army"),
    # who reportedly died in a town takes nothing from who holds it
    ("The army controls Bama, where residents are reported to have been killed.", "2014-09-07", "holds Bama asserted -"),
    ("Syrian troops hold Palmyra, which reportedly has few people left.", "2016-03-30", "holds Palmyra asserted -"),
    ("The rebels have captured Bria, which could not be independently verified.", "2016-11-30", "gained Bria hedged -"),
    ("The army captured Bama, reportedly without a fight.", "2014-11-30", "gained Bama hedged -"),
]


@pytest.mark.parametrize(("text", "published", "expected"), BESIDES)
def test_a_denial_or_a_doubt_of_another_thing_is_none_of_the_deed(text: str, published: str, expected: str) -> None:
    assert list(map(_vouched, claims(text, published))) == [expected]


SHIFTED = [
    # who speaks behind it makes a perfect of a pluperfect, but not of what was long ago
    ("Government troops had retaken Palma, the defence ministry said in a statement.", "2021-04-07", "event defence ministry"),
    ("The town of Sake had fallen to M23, two officers said.", "2024-02-17", "event officers"),
    ("Serb forces had taken Vukovar, Belgrade radio said.", "1991-11-20", "event Belgrade radio"),
    ("The rebels had taken Goma in 2012, officials said.", "2015-07-07", "background officials"),
    ("The army had lost Bama before the offensive, residents said.", "2015-07-07", "background residents"),
    ("The rebels had captured Bria, which the army said it would retake.", "2016-07-07", "background -"),
    # a day is nobody who speaks
    ("Footage published on July 3 shows TNLA fighters holding Kyaukme.", "2024-07-07", "state -"),
    ("Satellite images taken on August 3 show the RSF holding Babanusa.", "2024-09-07", "state -"),
    ("TASS on July 3 said Russian troops had captured Niu-York.", "2024-07-05", "event TASS"),
]


@pytest.mark.parametrize(("text", "published", "expected"), SHIFTED)
def test_who_says_so_and_whether_it_is_news(text: str, published: str, expected: str) -> None:
    (claim,) = claims(text, published)
    assert f"{claim.telling} {claim.speaker.text if claim.speaker else '-'}" == expected


SPEAKERS = [
    # the next sentence says whose word it is
    (
        "Ukraine's armed forces liberated Vysokopillia. Nataliya Humeniuk, spokeswoman for Command South, said this at noon.",
        "2022-09-12",
        "Vysokopillia UKRAINE attributed Nataliya Humeniuk",
    ),
    (
        "Government troops captured Bor. This was announced on Sunday by army spokesman Philip Aguer.",
        "2014-05-20",
        "Bor SOUTH_SUDAN_GOV attributed army spokesman Philip Aguer",
    ),
    ("The rebels seized Masisi. The mayor said this was bad.", "2024-05-20", "Masisi M23 asserted -"),
    # who only claims a place has it by his word
    ("Haftar forces claim Sirte", "2020-01-07", "Sirte LNA attributed Haftar forces"),
    # neither a time of day nor what is sad speaks
    (
        "General Omar, in a speech on TV at 4.15 p.m., officially claimed that the SLA had captured Mullaitivu.",
        "2009-01-02",
        "Mullaitivu SRI_LANKA attributed General Omar",
    ),
    ('"It is sad to say al-Shabab has taken Marka," said Ali Nur.', "2015-09-05", "Marka SHABAAB attributed Ali Nur"),
    (
        'The mayor spoke. "It is sad to say al-Shabab has taken Marka. Shops are shut," he said.',
        "2015-09-05",
        "Marka SHABAAB attributed -",
    ),
    ("It should be recalled that Boko Haram took Monguno.", "2015-02-15", "Monguno BOKO_HARAM asserted -"),
    # a hedge is of what it stands with
    (
        "The rebels were apparently heading for Goma, which is held by the army.",
        "2024-05-20",
        "Goma DRC_GOV asserted -",
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), SPEAKERS)
def test_a_speaker_is_who_says_so(text: str, published: str, expected: str) -> None:
    (claim,) = claims(text, published)
    speaker = claim.speaker.text if claim.speaker else "-"
    assert f"{claim.place.text} {claim.actor.id} {claim.modality} {speaker}" == expected


NO_SIDE = [
    ("The Ukrainian News Agency reported that Russian troops had taken Lyman.", "2022-05-28"),
    ("According to the News Agency of Nigeria (NAN), Boko Haram has taken Mubi.", "2014-10-30"),
    ("A former Malian army colonel said Ansar Dine had taken Kidal.", "2012-05-20"),
]


@pytest.mark.parametrize(("text", "published"), NO_SIDE)
def test_an_agency_and_who_has_left_an_army_speak_for_no_side(text: str, published: str) -> None:
    (claim,) = claims(text, published)
    assert claim.speaker is not None
    assert claim.speaker.id is None

"""English sites of towns, capitals that are governments, and things and people that no place is lost with."""

import pytest
from any_war import claims


def _told(text: str, published: str) -> set[str]:
    return {f"{claim.relation} {claim.actor.id} {claim.place.text} {claim.place.kind}" for claim in claims(text, published)}


NO_PLACE = [
    # an office that a governor has is no province and no town
    ("M23 rebels took control of the South Kivu governor's office after a day of looting.", "2025-02-16"),
    ("Taliban fighters took control of the Kandahar governor's office on Thursday.", "2021-08-13"),
    ("Rebels seized the Kasai governor's residence on Monday.", "2017-01-28"),
    # nor is a university, or the seat of a region
    ("Troops regained control of six areas, including the Mindanao State University campus.", "2017-05-29"),
    # a government is called by its capital, which it has not lost
    ("A day after Moscow abandoned its main bastion in the northeast, Ukrainian troops entered.", "2022-09-11"),
    ("Damascus abandoned its last base in the province, rebels said.", "2015-09-11"),
    ("Kabul lost its grip on the north.", "2021-08-11"),
    # what is lost is a thing
    ("Headquarters lost touch with the commander of the Kharkiv group.", "2022-08-06"),
    ("Sumy was struck and Kharkiv lost electricity.", "2024-12-08"),
    # passengers hold nothing
    ("A train carrying 400 soldiers left Lviv for Kharkiv.", "2022-04-26"),
    ("A bus carrying 30 fighters left Douma for Jarablus.", "2018-04-26"),
    ("Trains carrying wounded soldiers left Goma overnight.", "2012-11-11"),
    # a base that is told only by its country is not named
    ("Separatist fighters seized a large army base in eastern Ukraine on Monday.", "2014-06-02"),
    ("Al-Shabaab overran a Kenyan base in Somalia.", "2016-01-16"),
    # nor is what a letter shortens, a road of some number, an alliance or who holds an office
    ("Rebels seize N. Mali town, officials say.", "2012-04-02"),
    ("Insurgents seized National Road 1 during their advance in March.", "2021-04-04"),
    ("Serbs Seize Towns, Nato Continues Bombing", "1995-07-12"),
    # a village that bears no name is not the town named before, nor is an enclave elsewhere, nor the district of several
    (
        "Protesters met in Nairobi. Al-Shabaab retook a town in southern Somalia after Kenyan troops pulled out Sunday.",
        "2016-01-20",
    ),
    ("A photograph shows men in Lagos. Boko Haram retook a village after Nigerian troops withdrew Friday.", "2015-04-01"),
    ("People fled from Goma. Rebels were driven out of their northern enclave in 2001.", "2008-07-17"),
    ("Azerbaijani troops captured the last two Armenian-held villages of the Hadrut district.", "2020-12-14"),
    ("The army lost touch with men near Khtsaberd, the two occupied Hadrut villages.", "2020-12-16"),
    # that a city is secure is no gain
    ("Residents of Kabul fear the worst, although the government says the city is secure.", "2021-08-13"),
    ("U.N. Secretary-General Kofi Annan hopes so. The Kremlin said it had been clear it would be hard.", "1999-04-28"),
]


@pytest.mark.parametrize(("text", "published"), NO_PLACE)
def test_neither_an_office_nor_a_capital_nor_a_thing_nor_a_passenger_is_a_place(text: str, published: str) -> None:
    assert _told(text, published) == set()


PLACES = [
    ("The army recaptured Aden International Airport.", "2015-07-14", {"gained YEMEN_GOV Aden airport"}),
    ("The army took Goma, the rebels' last bastion.", "2013-08-13", {"gained DRC_GOV Goma settlement"}),
    ("Moscow abandoned its stronghold of Izium.", "2022-09-11", {"lost RUSSIA Izium settlement"}),
    ("Damascus lost Aleppo.", "2024-12-01", {"lost SYRIA_GOV Aleppo settlement"}),
    ("The rebels declared Homs captured yesterday.", "2024-12-08", {"gained SYRIA_OPP Homs settlement"}),
    ("Rebels carrying rifles left Douma on Friday.", "2018-11-11", {"lost SYRIA_OPP Douma settlement"}),
    # a plural verb is said of the towns, and not of where they lie
    (
        "The army plans to move on Barawe and Kismayo in Lower Jubba, which are still in the hands of al-Shabaab.",
        "2012-09-11",
        {"holds SHABAAB Barawe settlement", "holds SHABAAB Kismayo settlement"},
    ),
    ("Viet Cong forces control Phuoc Long Province.", "1970-06-05", {"holds None Phuoc Long province"}),
    # a base that lies in a township is not all of it
    ("The AA seized a border guard headquarters in northern Maungdaw Township.", "2024-05-04", {"gained AA Maungdaw base"}),
    ("Rebels took the airport in the southern city of Sabha.", "2011-09-20", {"gained None Sabha airport"}),
    ("Troops recaptured the base in the town of Monguno.", "2015-02-17", {"gained NIGERIA Monguno base"}),
    # adjectives may be joined, a seat be one in fact only, and a stronghold be named by where it lies
    ("Troops recaptured the historic and symbolic city of Palmyra.", "2016-03-28", {"gained SYRIA_GOV Palmyra settlement"}),
    ("Rebels seized the commercial and mining town of Walikale.", "2025-03-20", {"gained M23 Walikale settlement"}),
    ("The army captured the rebels' de-facto capital, Kilinochchi.", "2009-01-03", {"gained SRI_LANKA Kilinochchi settlement"}),
    ("Islamic State lost its Libyan stronghold in Sirte last year.", "2017-10-20", {"lost ISIS Sirte settlement"}),
    # an aside is on the town before it, and "the city" where men go rather than whence
    (
        "After retaking Kismayo, Kenyan troops turned to Jilib, the biggest town under the rebels' control.",
        "2012-10-09",
        {"gained KENYA Kismayo settlement", "holds REBELS Jilib settlement"},
    ),
    (
        "Since taking Bukavu, M23 fighters have moved on Uvira, the last big town in government hands.",
        "2025-02-20",
        {"gained M23 Bukavu settlement", "holds DRC_GOV Uvira settlement"},
    ),
    (
        "Troops will set out from Tikrit to help the push towards Hawija. He vowed to retake the town, the last held by IS.",
        "2017-08-12",
        {"holds ISIS Hawija settlement"},
    ),
    # of who is routed from a town it is told where that lies
    ("Nigerian troops routed terrorists from Bama in Borno state.", "2015-03-17", {"gained NIGERIA Bama settlement"}),
    # a paper behind a list says so, and names may be joined by letters
    (
        "Rebels took Zawiya and Gharyan, the Al-Wasat newspaper said.",
        "2011-08-15",
        {f"gained LIBYA_REBELS {town} settlement" for town in ("Zawiya", "Gharyan")},
    ),
    ("Afghan forces retook Dara-e-Suf Bala district.", "2019-05-14", {"gained AFGHAN_GOV Dara-e-Suf Bala district"}),
    ("Rebels capture Darfur town of Kulbus", "2023-08-01", {"gained None Kulbus settlement"}),
    # the seat of a region is what is told of, whatever sort of region that is
    (
        "Troops will attack Bentiu, the capital of oil-rich Unity state, which fell to rebels in May.",
        "2013-12-25",
        {"gained SPLA_IO Bentiu settlement"},
    ),
    (
        "Malakal, the capital of Upper Nile state, which fell to rebels in May, is quiet.",
        "2013-12-25",
        {"gained SPLA_IO Malakal settlement"},
    ),
    ("M23 took the capital of mineral-rich North Kivu.", "2025-02-25", set[str]()),
    (
        "He fled to the region of South Kordofan State, which is controlled by SPLM-N.",
        "2014-04-15",
        {"holds SPLM_N South Kordofan State province"},
    ),
]


@pytest.mark.parametrize(("text", "published", "told"), PLACES)
def test_but_what_is_named_as_a_place_is_one(text: str, published: str, told: set[str]) -> None:
    assert _told(text, published) == told


SHARES = [
    ("Idlib province is controlled in large part by HTS.", "2020-04-15", "part"),
    ("Benghazi, which is controlled in part by Haftar's men, was shelled.", "2015-04-15", "part"),
    ("M23 took most of mineral-rich North Kivu.", "2025-02-25", "part"),
    ("Goma was captured by rebels, in part because the army fled.", "2012-11-25", "whole"),
    ("Shells fell on rebel-held districts of Aleppo.", "2016-10-31", "part"),
    ("Shells fell on a regime-held neighbourhood in Damascus.", "2016-10-31", "part"),
    ("The LNA took areas surrounding Sirte.", "2020-01-07", "area"),
    # what is excepted leaves a part, but not when the exception is a time
    ("The army is in full control of Marawi, except for a few districts.", "2017-05-29", "part"),
    ("The army held Goma except for two weeks in 2012.", "2012-12-29", "whole"),
]


@pytest.mark.parametrize(("text", "published", "extent"), SHARES)
def test_how_much_of_a_place_is_meant(text: str, published: str, extent: str) -> None:
    first, *_ = claims(text, published)
    assert first.extent == extent

"""Whose deed it is that a place only "fell" or "followed": of who gained before it in the news, and of nobody else."""

import pytest
from any_war import claims

from whoheld.interval import prefix

FALLS = [
    # Who lost another place has not won this one; what followed went the same way.
    ("The Taliban were driven from Herat on 12 November 2001. Jalalabad fell two days later.", "gained None Jalalabad"),
    ("The RSF lost Sennar, which it had seized in June 2024. Singa fell on 23 November.", "gained None Singa"),
    ("ISIS lost Tikrit in March 2015. Ramadi followed in December.", "lost ISIS Ramadi"),
    ("خسرت حركة طالبان هرات في 12 نوفمبر 2001. وسقطت جلال آباد بعد يومين.", "gained None جلال آباد"),
    ("خسر الجيش قندوز لصالح طالبان في 8 أغسطس 2021. وسقطت غزنة في الثاني عشر منه.", "gained TALIBAN غزنة"),
    ("The government lost Kunduz to the Taliban on 8 August 2021. Ghazni fell on the 12th.", "gained TALIBAN Ghazni"),
    # Nor who is only recalled.
    ("The army recaptured Gwoza on 27 March 2015, after Boko Haram had seized it. Bama fell on Monday.", "gained NIGERIA Bama"),
    (
        "Azerbaijan took Jabrayil; the Armenians had captured it in 1993. Zangilan fell on 20 October.",
        "gained AZERBAIJAN Zangilan",
    ),
    # Nor who is told of only later.
    ("Paris fell on 14 June 1940. Two months earlier British troops had occupied Narvik.", "gained None Paris"),
    ("Zaranj fell on Friday. Government troops still hold Herat.", "gained None Zaranj"),
    ("Tobruk was lost on 21 June 1942. British troops retook it in November.", "lost None Tobruk"),
    ("سقطت زرنج يوم الجمعة. ولا تزال القوات الحكومية تسيطر على هرات.", "gained None زرنج"),
    # What had fallen before a side took others back fell to its enemy, who is not named.
    ("The Syrian army recaptured Qusayr in June 2013. Raqqa had fallen in March.", "gained None Raqqa"),
    ("The government won back Wad Madani in January 2024. Singa had fallen in June.", "gained None Singa"),
    ("Ukrainian forces retook Kherson in November 2022. Mariupol fell in May 2022.", "gained None Mariupol"),
    ("The rebels captured Bangui in March 2013. Bambari had fallen in December 2012.", "gained SELEKA Bambari"),
    ("Azerbaijan liberated Jabrayil on 4 October 2020. Fuzuli fell on 17 October.", "gained AZERBAIJAN Fuzuli"),
    (
        "Islamic State took Mosul in June 2014. The army retook Tikrit in March 2015. Hit had fallen in October.",
        "gained ISIS Hit",
    ),
    # An armed group says so of itself.
    ("Ukrainian troops captured Klishchiivka. Wagner said Bakhmut was taken on Saturday.", "gained WAGNER Bakhmut"),
]


@pytest.mark.parametrize(("text", "expected"), FALLS)
def test_a_fall_is_his_who_gained_before_it(text: str, expected: str) -> None:
    told = {f"{claim.relation} {claim.actor.id} {claim.place.text}" for claim in claims(text, "2024-12-01")}
    place = expected.split(" ", 2)[2]
    assert {line for line in told if line.endswith(place)} - {"gained BRITAIN Tobruk"} == {expected}


HELD_TILL_THEN = [
    ("Rebel-held Gharyan fell on Monday.", "2019-07-01", "gained None from Rebel"),
    ("Knin, the last Serb-held town in the region, fell on 5 August 1995.", "1998-01-01", "gained None from Serb"),
    ("Ramadi, the last government-held city in Anbar, fell in May 2015.", "2018-05-20", "gained None from government"),
    ("The last rebel-held towns, Jasim and Inkhil, were captured on Monday.", "2018-07-20", "gained None from rebel"),
    ("Croat-held Jajce, besieged for months, fell on 29 October 1992.", "1992-11-20", "gained None from Croat"),
    ("Zabadani, the last rebel-held town on the border, was lost in April 2017.", "2018-05-20", "lost rebel from None"),
    ("Government-held El Fasher fell on Sunday, the RSF said.", "2025-10-30", "gained RSF from Government"),
]
HELD_STILL = [
    ("ISIS-held Raqqa, captured in 2014, was bombed on Sunday.", "2016-05-20"),
    ("ISIS-held Mosul, which fell in June 2014, was bombed on Sunday.", "2016-05-20"),
    ("Rebel-held Idlib is quiet, but Saraqib fell on Sunday.", "2020-05-20"),
]


@pytest.mark.parametrize(("text", "published", "expected"), HELD_TILL_THEN)
def test_a_place_falls_from_whose_it_is_called(text: str, published: str, expected: str) -> None:
    *_, claim = claims(text, published)
    loser = claim.loser.text if claim.loser else None
    assert f"{claim.relation} {claim.actor.text} from {loser}" == expected
    assert {told.telling for told in claims(text, published) if told.relation == "holds"} == {"background"}


@pytest.mark.parametrize(("text", "published"), HELD_STILL)
def test_what_an_aside_recalls_ends_no_hold(text: str, published: str) -> None:
    (hold,) = (claim for claim in claims(text, published) if claim.relation == "holds")
    assert hold.telling == "state"


def test_the_day_of_a_deed_is_that_of_the_verb_and_not_of_whose_the_place_was() -> None:
    gain, _ = claims("UNITA captured government-held Huambo in March.", "1993-05-20")
    assert (gain.relation, prefix(gain.when.earliest, gain.when.latest)) == ("gained", "1993-03")

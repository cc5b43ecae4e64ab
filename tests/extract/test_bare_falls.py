"""Whose deed it is that a place only "fell" or "followed": of who gained before it in the news, and of nobody else."""

import pytest
from any_war import claims

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
    # An armed group says so of itself.
    ("Ukrainian troops captured Klishchiivka. Wagner said Bakhmut was taken on Saturday.", "gained WAGNER Bakhmut"),
]


@pytest.mark.parametrize(("text", "expected"), FALLS)
def test_a_fall_is_his_who_gained_before_it(text: str, expected: str) -> None:
    told = {f"{claim.relation} {claim.actor.id} {claim.place.text}" for claim in claims(text, "2024-12-01")}
    place = expected.split(" ", 2)[2]
    assert {line for line in told if line.endswith(place)} - {"gained BRITAIN Tobruk"} == {expected}

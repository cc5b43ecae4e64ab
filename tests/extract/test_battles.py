"""Battles for a town in English: who loses or wins them, who cannot hold it, and what is only planned or so called."""

import pytest
from any_war import claims

FOUGHT = [
    ("2009-01-03", "The Tigers lost the battle for Kilinochchi to the army.", {"gained SRI_LANKA Kilinochchi whole"}),
    ("2015-02-02", "After losing the battle for Kobani, Islamic State turned south.", {"lost ISIS Kobani whole"}),
    ("1993-03-12", "Having won the battle for Huambo, UNITA marched north.", {"gained UNITA Huambo whole"}),
    ("2021-07-01", "Ethiopian troops failed to hold Mekelle.", {"lost ETHIOPIA_GOV Mekelle whole"}),
    ("2019-04-01", "ISIS's defeat in Baghouz by the SDF ended the caliphate.", {"gained SDF Baghouz whole"}),
    ("2013-05-12", "The government is losing the battle of ideas in Kandahar.", set[str]()),
    ("2014-08-12", "The army fears it will lose the battle for Donetsk.", set[str]()),
    ("2014-08-12", "Rebels failed to hold talks in Arusha.", set[str]()),
    ("2020-10-22", "Real Madrid's defeat in Donetsk by Shakhtar stunned fans.", set[str]()),
    # a village without a name may be where the next sentence tells of the same fight
    ("1998-07-14", "Serbs pulled out of a village near Pec. The fighting at Loxha killed eight.", {"lost None Loxha whole"}),
    ("1998-07-14", "Serbs pulled out of a village near Pec. The talks at Loxha failed.", set[str]()),
    # what is fought for between two
    ("2002-05-06", "The army and LURD were battling for control of Tubmanburg.", {"contested LURD Tubmanburg whole"}),
    ("1998-08-30", "Soldiers fought rebels for control of Kalemie.", {"contested CONGO_REBELS_90S Kalemie whole"}),
    ("2016-09-07", "The battle for control of Falluja ended in June.", set[str]()),
    ("2012-04-07", "Rebels launched an offensive for control of Beledweyne.", set[str]()),
    ("2014-08-05", "Fighting has also been reported in the border town of Rabia.", {"contested None Rabia whole"}),
    ("1994-04-20", "Fighting in Gorazde had ended and the town was under government control.", {"holds BOSNIA Gorazde whole"}),
    # as long as it is being taken bit by bit, a part is had
    ("2017-02-02", "Iraqi forces are taking back Mosul block by block.", {"gained IRAQ_GOV Mosul part"}),
    ("2016-05-02", "The army captured more ground inside Daraya on Tuesday.", {"gained SYRIA_GOV Daraya part"}),
    ("2017-02-02", "Iraqi forces are taking back Mosul.", set[str]()),
    # a campaign does what it is told to have done, and not what it is for
    ("2014-09-06", "A rebel offensive in May forced ISIS to withdraw from Idlib.", {"lost ISIS Idlib whole"}),
    ("2014-09-06", "The army began an offensive to drive ISIS from Idlib.", set[str]()),
    ("2017-07-14", "Iraq's strategy for the retaking of Tal Afar was being finalised.", set[str]()),
    ("2017-09-21", "An operation for the liberation of Hawija was launched on Thursday.", set[str]()),
]  # fmt: skip


@pytest.mark.parametrize(("published", "text", "told"), FOUGHT)
def test_what_a_battle_says_of_a_town(published: str, text: str, told: set[str]) -> None:
    found = {
        f"{claim.relation.value} {claim.actor.id} {claim.place.text} {claim.extent.value}" for claim in claims(text, published)
    }
    assert found == told


def test_who_was_driven_out_holds_what_is_excepted() -> None:
    text = "ISIS was driven from all of Anbar apart from three border towns: Rawa, Ana and al-Qaim."
    found = {f"{claim.relation.value} {claim.actor.id} {claim.place.text}" for claim in claims(text, "2017-09-02")}
    assert found == {"lost ISIS Anbar", "holds ISIS Rawa", "holds ISIS Ana", "holds ISIS al-Qaim"}


def test_what_is_excepted_from_a_hold_is_of_nobody_told() -> None:
    text = "Rebels control all of Lofa County except for two towns, Voinjama and Kolahun."
    assert [(claim.place.text, claim.extent.value) for claim in claims(text, "2003-05-06")] == [("Lofa County", "part")]

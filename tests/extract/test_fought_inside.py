"""Fighting that is told to be inside a place, by its toll, by how it goes on, or by who fights there."""

import pytest
from any_war import claims

FOUGHT = [
    ("Clashes in Sirte on Friday left 11 members of the brigade dead.", "2016-06-05", ["Sirte"]),
    ("Battles in Raqqa cost the lives of five SDF fighters.", "2017-08-11", ["Raqqa"]),
    ("Heavy fighting is taking place in Huambo and Kuito.", "1993-02-12", ["Huambo", "Kuito"]),
    ("Opposition fighters in Bin Jawad battled Gaddafi's forces on Sunday.", "2011-03-07", ["Bin Jawad"]),
    ("Ukrainian troops are fighting separatists at Donetsk airport.", "2014-10-20", ["Donetsk airport"]),
    ("Mutinous soldiers traded fire with the presidential guard in Bujumbura.", "2015-05-14", ["Bujumbura"]),
    ("Loyalists and defectors waged gun battles in Rastan on Thursday.", "2011-09-30", ["Rastan"]),
    ("The fighting that began in Nyala on Friday alarmed aid groups.", "2023-08-20", ["Nyala"]),
    ("Gun battles rocked Bukavu for a second day.", "2004-06-03", ["Bukavu"]),
    ("Beirut was split into two sectors.", "1985-02-12", ["Beirut"]),
    ("The clashes around Sirte left ten dead.", "2012-11-24", []),
    ("Soldiers in Goma fought rebels near Sake.", "2012-11-10", []),
    ("Police in Nairobi fought protesters.", "2017-08-24", []),
    ("The battle that began in Washington over the budget went on.", "2013-11-24", []),
    ("The two candidates traded fire in Houston over taxes.", "2012-07-30", []),
    ("Rebels and the army battled over oil revenue in Juba.", "2013-11-24", []),
]


@pytest.mark.parametrize(("text", "published", "places"), FOUGHT)
def test_where_there_is_fighting(text: str, published: str, places: list[str]) -> None:
    found = claims(text, published)
    assert [claim.place.text for claim in found] == places
    assert {claim.relation.value for claim in found} <= {"contested"}


BOTH = [
    "Both sides later claimed they held the airport of Donetsk.",
    "CNN reporters saw separatists and troops fight in Donetsk. Both sides now say they control Donetsk airport.",
]


@pytest.mark.parametrize("text", BOTH)
def test_what_both_sides_say_is_theirs_is_contested_between_them(text: str) -> None:
    claim = claims(text, "2014-05-28")[-1]
    assert claim.relation == "contested"
    assert claim.actor.text not in {"CNN", "CNN reporters"}

"""What ordinary English news tells by its side: who is no agent, what has almost come about, and names behind a noun."""

import pytest
from any_war import claims

ACTORS = [
    # who is named first of a list acts for all, whatever says whose the others are or what sort
    ("The Malian army and its allied forces withdrew from Ber on Monday.", "2023-08-20", {"Ber MALI_GOV"}),
    ("The Iraqi army and its Shiite militia allies retook Hawija.", "2017-10-06", {"Hawija IRAQ_GOV"}),
    ("The Somali military and regional paramilitary forces took Moqokori from al-Shabab.", "2022-10-10", {"Moqokori SOMALI_GOV"}),
    # whose enemies men are, they are not
    ("Libyan forces opposed to Haftar claimed to have retaken Sabratha on Monday.", "2020-04-14", {"Sabratha -"}),
    ("Fighters loyal to the government and opposed to the Houthis hold the port of Mocha.", "2017-03-02", {"Mocha YEMEN_GOV"}),
    ("On Friday pro-GNA forces took Tarhuna.", "2020-06-06", {"Tarhuna GNA"}),
    # a town in brackets before a report is where it was written
    ("(Bamako) The UN mission left its camp in Kidal on Tuesday.", "2023-11-01", set[str]()),
    ("(Goma) The M23 seized Saké on Wednesday.", "2024-02-11", {"Saké M23"}),
    # "it" beside "its troops" is who is the subject there
    (
        "The Arakan Army took Ann on Friday. The junta is sending its troops to a town it still controls, Sittwe.",
        "2024-12-21",
        {"Ann AA", "Sittwe MYANMAR_JUNTA"},
    ),
    # an acronym is whose name stands in brackets behind it
    ("The SNA (Somali National Army) took Amara on Friday.", "2021-06-28", {"Amara SOMALI_GOV"}),
    # a group is called elsewhere like another that is borne anywhere
    ("Al-Shabab fighters captured Macomia in Mozambique's Cabo Delgado province.", "2024-05-12", {"Macomia MOZ_INSURGENTS"}),
    ("Al-Shabab fighters captured El Dher in central Somalia.", "2024-05-12", {"El Dher SHABAAB"}),
    # who won a place back is not who first took it
    ("Sirte was recaptured by the army in March. It was initially captured in 2015.", "2016-08-14", {"Sirte LNA", "Sirte -"}),
    (
        "Sinjar was liberated by a force from Iraq and Syria on Friday. The town was first taken in August 2014.",
        "2015-11-14",
        {"Sinjar IRAQ_GOV", "Sinjar -"},
    ),
    # a neighbour does not fight by its border
    (
        "The army and the M23 traded fire. Fierce fighting continued in the town of Bunagana, near the border with Uganda.",
        "2022-06-13",
        {"Bunagana DRC_GOV"},
    ),
]


@pytest.mark.parametrize(("text", "published", "told"), ACTORS)
def test_who_acts_beside_whom(text: str, published: str, told: set[str]) -> None:
    assert {f"{claim.place.text} {claim.actor.id or '-'}" for claim in claims(text, published)} == told


PLACES = [
    # behind a semicolon another statement begins
    ("Azerbaijan said it had taken control of the city; Armenia denied it.", "2020-11-08", set[str]()),
    # a name that a town shares with its region, or that stands behind a noun for it
    ("The provincial capital, also called Kunduz, fell to the Taliban last week.", "2015-10-02", {"gained Kunduz whole"}),
    ("The army attacked the provincial capital, also called Kunduz.", "2015-10-02", set[str]()),
    ("Rebels took a town on Sunday. The seized town, Kobani, is on the border.", "2014-10-08", {"gained Kobani whole"}),
    ("Rebels took a village on Sunday. The seized town, Kobani, is on the border.", "2014-10-08", set[str]()),
    ("The army is flying food to the only city it controls, El Fasher.", "2024-05-25", {"holds El Fasher whole"}),
    (
        "The rebels looted the two towns they had captured, Bria and Bouar.",
        "2021-01-25",
        {"gained Bria whole", "gained Bouar whole"},
    ),
    ("The rebels were driven out of the last town they held, Kidal.", "2013-05-25", set[str]()),
    # parts of a capital that is named behind its country, and what is left of a town
    ("The Houthis control most of Yemen's capital, Sanaa.", "2014-09-22", {"holds Sanaa part"}),
    ("The Houthis spoke of the people of Yemen's capital, Sanaa.", "2014-09-22", set[str]()),
    ("The army holds the centre of Sake and the M23 the rest of the town.", "2024-02-06", {"holds Sake part"}),
    # a word for a parent begins a name
    ("The Sudanese army retook Um Dam Haj Ahmed on Friday.", "2025-11-17", {"gained Um Dam Haj Ahmed whole"}),
    ("The Sudanese army retook Um Dam from the RSF.", "2025-11-17", {"gained Um Dam whole"}),
    ("The SDF captured Tishrin Dam on Saturday.", "2015-12-27", {"gained Tishrin Dam whole"}),
    (
        "The outposts of Lwekan and Inn Din remain under the control of the junta.",
        "2024-06-02",
        {"holds Lwekan whole", "holds Inn Din whole"},
    ),
    ("The army seized twenty outposts in Buthidaung.", "2024-06-02", set[str]()),
    ("The army recaptured the heritage site of Palmyra.", "2016-03-28", {"gained Palmyra whole"}),
    # a people's capital, what is held beside a side of the compass, and a name that begins with an ayin
    ("Rebels captured the Chechen capital, Grozny, on Monday.", "1996-08-07", {"gained Grozny whole"}),
    ("The rebels hold the east and the city of Goma.", "2012-11-26", {"holds Goma whole"}),
    ("The rebels drove to the east and the city of Goma is quiet.", "2012-11-26", set[str]()),
    ("Iraqi troops retook al-'Ayadiya on Thursday.", "2017-08-31", {"gained al-'Ayadiya whole"}),
]


@pytest.mark.parametrize(("text", "published", "told"), PLACES)
def test_what_place_is_told(text: str, published: str, told: set[str]) -> None:
    found = claims(text, published)
    assert {f"{claim.relation.value} {claim.place.text} {claim.extent.value}" for claim in found} == told


DEEDS = [
    # what has almost come about has not
    ("The Taliban nearly captured Kunduz in April.", "2015-06-22", set[str]()),
    ("The rebels had almost taken control of Goma in 2012.", "2014-06-22", set[str]()),
    ("The army has nearly retaken Sirte, officials said.", "2016-06-22", set[str]()),
    ("Bor has almost fallen to the rebels.", "2014-06-22", set[str]()),
    ("Nearly a year after the rebels seized Gao, the army recaptured the town.", "2013-01-27", {"gained Gao"}),
    # who bursts in does what he came for
    ("Rebels swept in last week to seize the town of Bor.", "2014-01-06", {"gained Bor"}),
    ("Gunmen stormed in on Friday to take the town of Gwoza.", "2014-08-10", {"gained Gwoza"}),
    ("Rebels staged an attack last week to seize Bor.", "2014-01-06", set[str]()),
    ("Troops were sent in last week to seize the town of Bor.", "2014-01-06", set[str]()),
    ("The army could sweep in to seize Bor.", "2014-01-06", set[str]()),
    # what was not so until a day came about then
    ("The rebels did not take Goma until November 2012.", "2013-01-12", {"gained Goma"}),
    ("Kismayo did not fall to the militants until August 2008.", "2009-01-26", {"gained Kismayo"}),
    ("The army had not taken Sirte until then.", "2016-06-22", set[str]()),
    ("Troops will not take Raqqa until May, he said.", "2017-01-16", set[str]()),
    # how often a town was won tells of no time
    ("Bentiu has been repeatedly fought over by the army and the rebels.", "2014-06-10", set[str]()),
    ("Malakal changed hands for the fifth time since December.", "2014-06-10", set[str]()),
    ("Aden is being fought over by the army and separatists.", "2018-01-10", {"contested Aden"}),
]


@pytest.mark.parametrize(("text", "published", "told"), DEEDS)
def test_what_has_come_about(text: str, published: str, told: set[str]) -> None:
    assert {f"{claim.relation.value} {claim.place.text}" for claim in claims(text, published)} == told


DATES = [
    ("The rebels did not take Goma until November 2012.", "2013-01-12", {"Goma": "2012-11-30"}),
    # what has been done by now was not done in the year that is counted to
    (
        "Goma fell in 2012. Twelve years later Sake has now been taken by the M23.",
        "2025-01-28",
        {"Goma": "2012-12-31", "Sake": "2025-01-28"},
    ),
    (
        "Goma fell to the rebels in 2012. Twelve years later they took Sake.",
        "2025-01-28",
        {"Goma": "2012-12-31", "Sake": "2024-12-31"},
    ),
    # an aside on an event has a date of its own
    (
        "The minister said on Sunday that Russia had seized Lyman, a move that follows its gains last week near Izium.",
        "2022-05-30",
        {"Lyman": "2022-05-29"},
    ),
    ("The army retook Bria on Saturday, a victory which came after losses last month.", "2021-01-25", {"Bria": "2021-01-23"}),
    # a clause on who acts or speaks has a date of its own
    ("The rebels who overran the base last week claimed that they still held Goma.", "2012-12-01", {"Goma": "2012-12-01"}),
    ("The spokesman who visited Goma on Friday said the army had retaken Sake.", "2024-03-20", {"Sake": "2024-03-20"}),
    ("The army, which said on Monday that it had taken Bama, is moving on.", "2015-03-20", {"Bama": "2015-03-16"}),
    # what was won back is not what had been taken before
    (
        "Government forces have retaken control of Lunsar. Troops had seized Bo on 29 May, but withdrew.",
        "2000-06-07",
        {"Lunsar": "2000-06-07", "Bo": "2000-05-29"},
    ),
]


@pytest.mark.parametrize(("text", "published", "dates"), DATES)
def test_when_it_came_about(text: str, published: str, dates: dict[str, str]) -> None:
    assert {claim.place.text: str(claim.when.latest) for claim in claims(text, published)} == dates

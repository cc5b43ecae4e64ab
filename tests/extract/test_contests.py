"""Places that parties, teams and firms win, by the same verbs as armies take them, and armies beside votes and matches."""

import pytest
from any_war import claims

CONTESTS = [
    "The BJP lost Bhopal to Congress but held Indore.",
    "The Socialists took Nantes and Lyon from the right.",
    "Labour lost Rochdale to George Galloway's Workers Party.",
    "Fidesz lost Budapest to Gergely Karácsony but retained Debrecen.",
    "Turnout was low. The AKP held Konya and Kayseri, a former deputy said.",
    "It was a bad night at Thursday's local elections. It lost Hartlepool to the Conservatives but held Sunderland.",
    "Derby fell to Ipswich.",
    "Newcastle fell to a 3-0 defeat by Burnley.",
    "Valencia fell to Real Madrid after extra time.",
    "The Lakers took Denver by surprise.",
    "Walmart lost Chicago to Target.",
    "AD Ports takes over Karachi port in 50-year deal.",
    "China's COSCO completed its takeover of Piraeus port in 2016.",
    "A consortium completed its takeover of the port of Haifa. The Tanzanian government did not comment.",
    "Tadej Pogacar conquered Siena on Saturday after a solo ride of 81 km.",
    "Valencia fell in Madrid to a late penalty. Coach Ruben Baraja said Real had captured first place.",
]
WARS = [
    ("Bockarie's men took Koidu.", "Koidu"),
    ("Mekelle is in federal hands.", "Mekelle"),
    ("The rebels took Goma by surprise.", "Goma"),
    ("The Republicans lost Teruel to the Nationalists.", "Teruel"),
    ("Elections were held in May. In June M23 took Goma from the army.", "Goma"),
    ("A party official said that Aleppo had fallen to the opposition.", "Aleppo"),
    ("Gunmen took over the airport of Tripoli.", "Tripoli"),
    ("The rebels completed their takeover of the port of Kismayo.", "Kismayo"),
    ("Saladin conquered Acre in 1187.", "Acre"),
    ("Mocimboa da Praia fell on Sunday. Soldiers had fled, shareholders of the gas project heard.", "Mocimboa da Praia"),
    ("Kunduz fell to the Taliban after the election.", "Kunduz"),
]


@pytest.mark.parametrize("text", CONTESTS)
def test_nobody_without_arms_wins_a_town(text: str) -> None:
    assert claims(text, "2024-06-20") == ()


@pytest.mark.parametrize(("text", "place"), WARS)
def test_who_bears_arms_takes_a_town_whatever_else_is_told(text: str, place: str) -> None:
    assert [claim.place.text for claim in claims(text, "2024-06-20")] == [place]

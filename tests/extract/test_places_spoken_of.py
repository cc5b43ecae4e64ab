"""What "both towns", "the former" and "the port" mean of the places that a text has told apart."""

import pytest
from any_war import claims

SPOKEN = [
    # both: the last two of which something was told, in however many clauses
    ("M23 took Masisi on Thursday. On Saturday it took Minova. The army retook both towns on Sunday.", ["Masisi", "Minova"]),
    ("The Taliban seized Farah on Tuesday and Zaranj on Friday. Afghan forces have recaptured both.", ["Farah", "Zaranj"]),
    ("The rebels took Bor. They took Bentiu. The two towns are now in the hands of the army.", ["Bor", "Bentiu"]),
    ("سيطر المتمردون على غوما الثلاثاء. ثم سيطروا على ساكي. وانسحبوا من البلدتين الجمعة.", ["غوما", "ساكي"]),
    ("سيطر المتمردون على بونيا الأحد وعلى بيني الاثنين. واستعاد الجيش كلتا المدينتين الثلاثاء.", ["بونيا", "بيني"]),
    # not where the count is of others
    ("The rebels took Bor. They took Bentiu. The army captured two towns on Friday.", []),
    # former and latter, which qualify what stands behind them
    ("Armenian forces took Shusha in May and Lachin a week later. In June the latter was recaptured.", ["Lachin"]),
    ("Tigrayan troops captured Dessie and Kombolcha in May. Federal forces retook the former in June.", ["Dessie"]),
    ("Rebels took Bor in May and Bentiu in June. The army attacked the former rebel base.", []),
    # the port that is the town, unless it is a site among others or somebody's
    ("Houthi fighters took Mocha in March. The port was recaptured by the army in May.", ["Mocha"]),
    ("سيطر الحوثيون على المخا في مارس. واستعادت القوات الحكومية الميناء في مايو.", ["المخا"]),
    ("Houthi fighters took Mocha in March. The army recaptured the airport and the port in May.", ["airport"]),
    ("Houthi fighters took Mocha in March. The army recaptured its port in May.", []),
    # an adjective that tells the town from no other, and one that does
    ("Rebels entered Saraqib on Thursday. The strategic town was retaken by the army on Monday.", ["Saraqib"]),
    ("Rebels seized Saraqib on Thursday. The nearby town was retaken by the army on Monday.", []),
    # the town that men go against is the next to fall, and not the one that is taken back or held
    ("Rebels took Bunia and marched on Beni. The town fell on Friday.", ["Beni"]),
    ("The army took Kilinochchi and then turned to Mullaitivu. The town was captured on 25 January.", ["Mullaitivu"]),
    ("When the Serbs overran Srebrenica, the defenders of Žepa were next. The enclave fell on 25 July.", ["Žepa"]),
    ("Turkish troops moved against Afrin after they had seized Rajo. They captured the town on 18 March.", ["Afrin"]),
    ("Rebels took Bunia and marched on Beni. The army recaptured the town on Friday.", ["Bunia"]),
    ("Rebels took Bunia and marched on Beni. The town is still in their hands.", ["Bunia"]),
    ("The army captured Goma in May and opened the road to Bukavu. Rebels seized the town on Friday.", ["Goma"]),
    # where a site lies, and not the region with which its sentence opens, unless that has the site
    ("In Borno, ISWAP fighters overran the base at Marte. The army recaptured the town on Friday.", ["Marte"]),
    ("In Gedo, al-Shabaab stormed the base at Bardere. Government troops regained the town.", ["Bardere"]),
    ("In Deir Ezzor, ISIS took the air base on Monday. The army recaptured the city on Friday.", ["Deir Ezzor"]),
    # where a person was of whom an aside tells is not what was fought for, unless his men were at it
    ("Rebels seized Huambo. Savimbi, who had been in Abidjan for talks, flew home, and his men lost the city.", ["Huambo"]),
    ("M23 seized Sake. Tshisekedi, who was born in Kinshasa, sent men, and the army recaptured the town.", ["Sake"]),
    ("Rebels took Teruel. Franco, who had put off a raid on Madrid, sent men, and troops retook the town.", ["Teruel"]),
    ("Rebels hold Sake. Rwandan troops, who had surrounded Goma, took the city on Friday.", ["Goma"]),
    # the last of those that were told each with its day
    ("Rebels seized Sarh on Sunday and Abeche on Tuesday. The army retook the town a day later.", ["Abeche"]),
    # not where somebody from elsewhere spoke, nor what lies behind a border, nor the region of which only a share is told
    ("The rebels shelled Bunia. A general said in Kinshasa that his soldiers had retaken the town.", ["Bunia"]),
    ("A colonel said in Nairobi that the army was again master of the town.", []),
    ("Insurgents seized the post between Ad Dali and Qatabah, and the army says it still controls the town.", ["Ad Dali"]),
    ("Kisumu trades with most of Nyanza province, and troops retook it on Friday.", ["Kisumu"]),
    # the city is no region, nor whom something is given, nor the area between two towns
    ("Troops bombed Grozny. They hold parts of Chechnya. Rebels have left the city.", ["Grozny"]),
    ("A capture of Grozny would give Moscow control of Chechnya. Rebels have withdrawn from the city.", ["Grozny"]),
    ("The army took Kilinochchi. It holds the Elephant Pass-Paranthan area. The LTTE retook the town.", ["Kilinochchi"]),
    # the province is no town of another name
    ("Troops shelled Sake near Goma on Friday. M23 fighters control most of the province.", []),
    ("Jets have been bombing around Deir al-Zor. ISIS controls most of the province.", ["Deir al-Zor"]),
    # nor is the city the village that is said to lie near it
    ("Shells hit Khasham near the city of Deir al-Zor. The army still holds the city.", ["Deir al-Zor"]),
    ("Rebels captured Sake near the city of Goma. They held the city for two days.", ["Sake"]),
    # nor where men were sent, came from or fell back to, or those sit who rule, but what was fought for
    ("M23 overran Masisi.\n\nPeople fled to Sake.\n\nThe army sent men to Goma. The M23 controls the town.", ["Masisi"]),
    ("Fighters seized Bouaké. Troops flown in from Yamoussoukro shelled the city but the mutineers held it.", ["Bouaké"]),
    ("Russian troops left Lyman and moved back to Kreminna. Ukrainian soldiers captured the town.", ["Lyman"]),
    ("ISIS took Ramadi. In Baghdad, the prime minister met Iraqi officers. ISIS still holds the city.", ["Ramadi"]),
    ("The Taliban took Imam Sahib. Kunduz's governor said he would visit the town, which the army lost in May.", ["Imam Sahib"]),
    # a village that is not named is no town that it lies near
    ("The factions took Hish. They control a village south Idlib.", []),
    # a title within a name is of no person
    ("Rebels took al-Sheikh Damis village in southern Idlib. The army retook the village.", ["al-Sheikh Damis"]),
    # what is named as a port is a city too
    ("The army holds Monrovia. MODEL took the port of Buchanan. It lost the city on Friday.", ["Buchanan"]),
    # two are those that one sentence calls so, and no district is what another place is called
    ("The army took Gode and moved to the nearby town of Kelafo. Somali troops had held the two towns.", ["Gode", "Kelafo"]),
    ("The Taliban attacked Ghormach, a district of Badghis. He said the Taliban had captured the district.", ["Ghormach"]),
]


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_which_places_the_last_sentence_speaks_of(text: str, expected: list[str]) -> None:
    last = text.rstrip(".").rfind(". ")
    assert [claim.place.text for claim in claims(text, "2024-06-20") if claim.evidence.end > last + 2] == expected


AT_HOME = [
    ("Rebels took Sake, and a resident of Masisi said the army still holds the town.", "Masisi"),
    ("The RSF took Nyala, and a doctor in El Obeid said the army still controls the city.", "El Obeid"),
    ("ISIS captured Ramadi; the mayor of Haditha said government forces still held the city.", "Haditha"),
    # not what he names himself, or goes on to speak of, nor the seat of who speaks of all
    ("Rebels took Sake, a resident of Goma said, adding that they still control the town.", "Sake"),
    ("A resident of Goma said that rebels took Sake and now control the town.", "Sake"),
    ("The Taliban took Kunduz, and officials in Kabul said the city was held by the army.", "Kunduz"),
]


@pytest.mark.parametrize(("text", "expected"), AT_HOME)
def test_the_town_is_that_of_who_speaks_of_it_from_there(text: str, expected: str) -> None:
    *_, claim = claims(text, "2024-06-20")
    assert claim.place.text == expected


WHERE_ONE_SPEAKS = [
    ("سيطر الحوثيون على الحزم. وقال مسؤول يمني في الرياض إن الحوثيين باتوا يسيطرون على المدينة.", {"الحزم"}),
    ("دخلت قوات حفتر درنة. وأعلن متحدث عسكري في بنغازي أن الجيش سيطر على المدينة.", {"درنة"}),
    ("انسحب الجيش من كيدال. ومن باماكو، أعلنت الحكومة أن المتمردين سيطروا على البلدة.", {"كيدال"}),
    ("سقطت غوما بيد إم23. وفي بروكسل، قال الوزير إن المدينة باتت بيد المتمردين.", {"غوما"}),
    ("وصل الوفد إلى برلين. وقال الوزير إن الجيش سيطر على المدينة.", set()),
    # where nothing else is told, and where those speak who live there; a capital that is taken itself
    ("وأفاد مراسلنا في البصرة بأن القوات العراقية استعادت المدينة.", {"البصرة"}),
    ("سقطت قندوز بيد طالبان. وقال شهود في مزار شريف إن طالبان سيطرت على المدينة.", {"قندوز", "مزار شريف"}),
    ("دخل السوفييت برلين في نيسان 1945. وسيطروا على المدينة في 2 أيار 1945.", {"برلين"}),
]


@pytest.mark.parametrize(("text", "expected"), WHERE_ONE_SPEAKS)
def test_the_town_is_not_where_somebody_speaks_of_it_who_does_not_live_there(text: str, expected: set[str]) -> None:
    assert {claim.place.text for claim in claims(text, "2025-02-20")} == expected


def test_the_former_and_the_latter_have_days_of_their_own() -> None:
    found = claims("Derna and Sirte fell to ISIS, the former in 2014 and the latter in 2015.", "2024-06-20")
    assert [(claim.place.text, claim.when.text) for claim in found] == [("Derna", "2014"), ("Sirte", "2015")]


WRITTEN_IN = [
    ("GOMA, Nov 20 2012 (Reuters) - M23 rebels captured the city on Tuesday.", ["GOMA"]),
    ("BOUAKE, Ivory Coast, Oct 14 (AFP) - Rebels are in control of this city.", ["BOUAKE"]),
    ("KUNDUZ, Sept 28 (Reuters) - Taliban fighters have captured the city, officials said.", ["KUNDUZ"]),
    # another is named, or may be
    ("KUNDUZ, Sept 28 (Reuters) - Taliban fighters attacked Khwaja Ghar and captured the town.", ["Khwaja Ghar"]),
    ("MALAKAL, Feb 19 (Reuters) - Rebels have seized the town of Nasir.", ["Nasir"]),
    ("Town lost in east Congo\n\nGOMA, Nov 20 (Reuters) - M23 rebels captured the town on Tuesday.", []),
    # where correspondents live, and from where a group is far
    ("NAIROBI, Nov 20 (Reuters) - Rebels captured the town on Tuesday.", []),
    ("MOMBASA, Nov 20 (Reuters) - M23 rebels captured the town on Tuesday.", []),
]


@pytest.mark.parametrize(("text", "expected"), WRITTEN_IN)
def test_the_city_is_that_of_the_dateline_where_no_other_can_be_meant(text: str, expected: list[str]) -> None:
    assert [claim.place.text for claim in claims(text, "2015-10-20")] == expected

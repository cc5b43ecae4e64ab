"""What a text tells twice of one place: a gain and its loss, the news and what it recalls, a winner and who had been there."""

import pytest
from any_war import claims

from whoheld.interval import prefix

LOST_LATER = [
    ("M23 captured Goma in November 2012. The city was lost in December.", "2014-05-20", "lost M23 2012-12"),
    ("Boko Haram seized Gwoza in August 2014. The town was lost in March 2015.", "2016-03-03", "lost BOKO_HARAM 2015-03"),
    ("UNITA captured Huambo in March 1993. It was lost in May.", "1995-02-02", "lost UNITA 1993-05"),
    ("استعاد الجيش تدمر في آذار 2016. ثم خُسرت المدينة في كانون الأول.", "2017-02-02", "lost SYRIA_GOV 2016-12"),
    ("سيطرت داعش على الرمادي في أيار 2015. ثم فُقدت المدينة في شباط 2016.", "2016-05-05", "lost ISIS 2016-02"),
    # What was lost before is not lost by who gained the place since then, and another place by nobody who is told.
    ("The army retook Bama on Monday. The town was lost in 2014.", "2016-03-03", "lost None 2014"),
    ("استعاد الجيش تدمر أمس. وفُقدت المدينة في كانون الأول 2016.", "2017-03-03", "lost None 2016-12"),
    ("The SDF took Hajin in December 2018. Baghuz was lost in March 2019.", "2019-05-05", "gained SDF 2019-03"),
    ("M23 captured Goma in November 2012. It was lost to the army in May 2013.", "2015-05-05", "gained DRC_GOV 2013-05"),
]


@pytest.mark.parametrize(("text", "published", "expected"), LOST_LATER)
def test_a_place_is_lost_by_who_gained_it_before(text: str, published: str, expected: str) -> None:
    *_, claim = claims(text, published)
    assert f"{claim.relation} {claim.actor.id} {prefix(claim.when.earliest, claim.when.latest)}" == expected


RECAPPED = [
    ("Government troops have recaptured Bama. The army first captured it in March 2015.", "2016-06-08", "2015-03"),
    ("Rebels have captured Bria. The rebels first took the town in December 2012.", "2016-06-08", "2012-12"),
    ("The army has recaptured Palmyra. It retook the city in March 2016.", "2017-03-03", "2016-03"),
    ("استعاد الجيش تدمر. وكان الجيش قد استعاد المدينة في آذار 2016.", "2017-03-03", "2016-03"),
    ("سيطرت طالبان على قندوز. وسيطرت الحركة على المدينة أيضا في أيلول 2015.", "2016-10-10", "2015-09"),
]
LENT = [
    ("Rebels have captured Bria. The rebels took the town on Monday.", "2016-06-08", "2016-06-06"),
    ("The army recaptured Palmyra, state media said. The army took the city on 27 March 2016.", "2016-04-02", "2016-03-27"),
    ("The JNA captured Vukovar. The JNA took the town in November 1991.", "2010-04-02", "1991-11"),
    ("سيطرت طالبان على قندوز. وسيطرت الحركة على المدينة يوم الاثنين.", "2015-10-10", "2015-10-05"),
]


@pytest.mark.parametrize(("text", "published", "recalled"), RECAPPED)
def test_the_news_has_no_date_from_what_it_recalls(text: str, published: str, recalled: str) -> None:
    news, recap = claims(text, published)
    assert (news.when.basis, news.telling, recap.telling) == ("published", "event", "background")
    assert prefix(recap.when.earliest, recap.when.latest) == recalled


@pytest.mark.parametrize(("text", "published", "day"), LENT)
def test_the_news_has_the_date_that_its_own_event_has_elsewhere(text: str, published: str, day: str) -> None:
    (claim,) = claims(text, published)
    assert prefix(claim.when.earliest, claim.when.latest) == day


BY_OTHERS = [
    ("The SDF retook Hajin on Monday. Militants overran it in October.", "2018-12-12", None),
    ("Azerbaijan took Shusha in November 2020. Separatists attacked it and captured it in May 1992.", "2021-02-02", None),
    ("The army recaptured Goma. The rebels shelled it for days and seized it in January.", "2024-07-07", "M23"),
    ("The army recaptured Djibo on Friday. Militants besieged it in May and seized it in June.", "2024-07-07", None),
    ("Rwanda retook Palma, it said. Jihadists first attacked it and overran it in August 2020.", "2021-08-09", "MOZ_INSURGENTS"),
]
BY_THE_SAME = [
    ("Boko Haram captured Bama on Monday. Militants overran it on Friday.", "2015-03-08", "BOKO_HARAM"),
    ("The SDF attacked Hajin on Monday. It shelled it for days and captured it on Friday.", "2018-12-20", "SDF"),
    ("The army recaptured Goma on Friday. It shelled it and seized it in March as well.", "2024-07-07", "DRC_GOV"),
    ("M23 said it attacked and seized Goma.", "2025-01-30", "M23"),
    ("The army said it and its allies captured Goma.", "2025-01-30", "DRC_GOV"),
]


@pytest.mark.parametrize(("text", "published", "actor"), BY_OTHERS)
def test_who_took_a_place_is_not_who_won_it_back(text: str, published: str, actor: str | None) -> None:
    back, taken = claims(text, published)
    assert (taken.relation, taken.actor.id) == ("gained", actor)
    assert back.actor.text != taken.actor.text


@pytest.mark.parametrize(("text", "published", "actor"), BY_THE_SAME)
def test_it_or_militants_are_who_was_told_to_act(text: str, published: str, actor: str) -> None:
    assert claims(text, published)[-1].actor.id == actor


TAKEN_BACK = [
    ("استولى المتمردون على بوكافو. واستعادتها القوات الحكومية في حزيران 2004.", "2005-05-05", ["None None", "DRC_GOV 2004-06"]),
    ("استولى الانفصاليون على سلوفيانسك. واستعادتها القوات في تموز 2014.", "2015-05-05", ["DPR None", "UKRAINE 2014-07"]),
    (
        "استولت البوليساريو على السمارة، غير أن المغرب استعاد المدينة عام 1979.",
        "1985-05-05",
        ["POLISARIO None", "MOROCCO 1979"],
    ),
    (
        "استولى الانفصاليون على شوشي. واستعادت القوات الأذربيجانية المدينة عام 2020.",
        "2021-05-05",
        ["None None", "AZERBAIJAN 2020"],
    ),
    # One and the same, in two sentences, has one day.
    ("سيطر المتمردون على بونيا. ودخل المتمردون المدينة وسيطروا عليها في أيار 2003.", "2004-05-05", ["None 2003-05"]),
]


@pytest.mark.parametrize(("text", "published", "told"), TAKEN_BACK)
def test_a_retaking_does_not_date_the_taking(text: str, published: str, told: list[str]) -> None:
    found = [f"{claim.actor.id} {prefix(claim.when.earliest, claim.when.latest)}" for claim in claims(text, published)]
    assert found == told


WON_BACK = [
    ("Bambari, overrun on 22 December, was back in the hands of the army a day later.", "2020-12-28", "2020-12-22"),
    ("Masaka, captured on 3 May, was retaken by government troops two days later.", "1986-05-20", "1986-05-03"),
    ("Kuito, seized in January, is again in government hands.", "1993-05-20", "1993-01"),
    ("The army recaptured Goma, seized in May.", "2020-12-20", "2020-05"),
    ("Shusha, taken in May 1992, went back to Azerbaijan in November 2020.", "2021-01-01", "1992-05"),
    ("Aleppo was captured in November and retaken by government forces in December.", "2024-12-30", "2024-11"),
]
TAKEN_AND_KEPT = [
    ("Kismayo, captured in 2012, is in Kenyan hands.", "2013-01-01", {"KENYA"}),
    ("Hodeida, taken in 2014, remains under Houthi control.", "2018-12-20", {"HOUTHI"}),
    ("Goma, captured last week, was held by the rebels on Monday.", "2025-02-06", {"M23"}),
    ("Hajin was captured and secured by the SDF on Friday.", "2018-12-20", {"SDF"}),
]


@pytest.mark.parametrize(("text", "published", "taken"), WON_BACK)
def test_who_has_a_place_again_did_not_take_it_before(text: str, published: str, taken: str) -> None:
    told = claims(text, published)
    (first,) = (claim for claim in told if prefix(claim.when.earliest, claim.when.latest) == taken)
    (back,) = (claim for claim in told if claim is not first)
    assert (first.relation, first.actor.text, back.relation) == ("gained", None, "gained")
    assert back.actor.text


@pytest.mark.parametrize(("text", "published", "actors"), TAKEN_AND_KEPT)
def test_who_only_has_a_place_took_it(text: str, published: str, actors: set[str]) -> None:
    assert {claim.actor.id for claim in claims(text, published)} == actors


def test_what_is_lost_before_it_is_retaken_is_lost() -> None:
    lost, back = claims("Huambo, lost in March, was retaken by government forces in November 1994.", "1995-01-01")
    assert (lost.relation, lost.actor.text, back.relation) == ("lost", None, "gained")


BOTH_IN_AN_ASIDE = [
    (
        "Lyman, captured by Russia in May and retaken by Ukraine in October, lies in ruins.",
        "2022-12-08",
        ["RUSSIA Lyman 2022-05", "UKRAINE Lyman 2022-10"],
    ),
    (
        "Rutbah, seized by ISIS in 2014 and retaken by Iraqi forces in 2016, is deserted.",
        "2017-12-08",
        ["ISIS Rutbah 2014", "IRAQ_GOV Rutbah 2016"],
    ),
    ("Ramadi, bombed by the coalition and retaken by Iraqi forces in May, is calm.", "2016-09-08", ["IRAQ_GOV Ramadi 2016-05"]),
    # not of another thing behind the aside, nor of another town
    ("In Lyman, captured by Russia in May, a bridge retaken by Ukraine lies in ruins.", "2022-12-08", ["RUSSIA Lyman 2022-05"]),
    (
        "Goma, captured by M23 in January, and Bukavu, seized in February, are quiet.",
        "2025-08-08",
        ["M23 Goma 2025-01", "M23 Bukavu 2025-02"],
    ),
    ("Bor, burned in May and visited by the president in June, is calm.", "2014-12-08", []),
]


@pytest.mark.parametrize(("text", "published", "expected"), BOTH_IN_AN_ASIDE)
def test_an_aside_tells_who_took_a_place_and_who_took_it_back(text: str, published: str, expected: list[str]) -> None:
    found = [claim for claim in claims(text, published) if claim.relation == "gained"]
    assert [f"{c.actor.id} {c.place.text} {prefix(c.when.earliest, c.when.latest)}" for c in found] == expected

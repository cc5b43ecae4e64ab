"""Places that are told to be freed by nobody who is named, after somebody took them."""

import pytest
from any_war import claims

TAKEN_AND_FREED = [
    ("سقطت الموصل بيد تنظيم داعش في 10 حزيران 2014. ولم تتحرر الموصل إلا في تموز 2017.", "2018-05-20", "تنظيم داعش"),
    ("احتل الألمان باريس في حزيران 1940. وحُررت المدينة في 25 آب 1944.", "1990-05-20", "الألمان"),
    ("احتل الخمير الحمر باتامبانغ في نيسان 1975. ثم حررت المدينة في كانون الثاني 1979.", "1990-05-20", "الخمير الحمر"),
    ("سقطت غوما بيد المتمردين في تشرين الثاني 2012. وجرى تحريرها بعد عام.", "2018-05-20", "المتمردين"),
    ("سقطت ماراوي بأيدي مقاتلي ماوتي في أيار 2017، ولم تحرر المدينة إلا بعد خمسة أشهر.", "2018-05-20", "مقاتلي ماوتي"),
    ("سيطر تنظيم داعش على تدمر في أيار 2015. وفي آذار 2016 تمت استعادتها.", "2016-12-20", "تنظيم داعش"),
    ("سقطت مدينة مراوي بيد متشددين. وأعلنت الرئاسة تحريرها في 17 تشرين الأول 2017.", "2018-05-20", "متشددين"),
    ("The Khmer Rouge took Pailin in October 1989. Pailin was retaken in 1994.", "1999-01-01", "Khmer Rouge"),
    ("The Houthis captured Mocha in March 2015; it was recaptured in February 2017.", "2020-04-17", "The Houthis"),
    ("Huambo was taken by UNITA in March 1993. It was retaken in November 1994.", "1999-01-01", "UNITA"),
    ("The FARC seized Mitú in November 1998. Mitú was retaken two days later.", "2005-01-01", "FARC"),
    (
        "Russian forces took Kherson on 2 March 2022. The city's liberation on 11 November was celebrated.",
        "2023-04-17",
        "Russian forces",
    ),
]


@pytest.mark.parametrize(("text", "published", "holder"), TAKEN_AND_FREED)
def test_who_took_a_place_did_not_free_it(text: str, published: str, holder: str) -> None:
    taken, freed = claims(text, published)
    assert (taken.actor.text, taken.loser) == (holder, None)
    assert (freed.actor.text, freed.loser and freed.loser.text) == (None, holder)


def test_the_day_of_a_liberation_is_not_that_of_the_fall() -> None:
    taken, freed = claims("سقطت مدينة مراوي بيد متشددين. وأعلنت الرئاسة تحريرها في 17 تشرين الأول 2017.", "2018-05-20")
    assert (taken.when.text, freed.when.text) == (None, "17 تشرين الأول 2017")


OWN_SUCCESS = [
    # he won it back whom the verb agrees with, or who says so
    ("سيطرت قوات النظام على تدمر في آذار 2016. ثم استعادت المدينة في آذار 2017.", "2017-12-20", ["SYRIA_GOV", "SYRIA_GOV"]),
    ("سيطر تنظيم داعش على تدمر في أيار 2015. وأعلن التنظيم استعادة تدمر في 11 كانون الأول 2016.", "2016-12-20", ["ISIS", "ISIS"]),
    # one success told twice
    ("سيطرت قوات سوريا الديمقراطية على الباغوز. وتم تحرير البلدة بالكامل.", "2019-12-20", ["SDF"]),
    (
        "The Syrian army took Palmyra on 27 March 2016. The city was recaptured after weeks of fighting.",
        "2016-04-17",
        ["SYRIA_GOV"],
    ),
    (
        "Ukrainian troops took Robotyne on Monday. The village was fully liberated on Wednesday, Kyiv said.",
        "2023-08-30",
        ["UKRAINE", "UKRAINE"],
    ),
    (
        "Haftar's forces seized Derna on 1 June 2018. Derna was cleared on 28 June 2018.",
        "2020-08-30",
        ["LNA", "LNA"],
    ),
    # who had lost it may have won it back
    (
        "M23 took Goma in November 2012 and lost it in December. Goma was recaptured in January 2025.",
        "2025-03-17",
        ["M23", "M23", "M23"],
    ),
    # another is named
    ("سقطت زنجبار بيد القاعدة في 2015. ثم حررت المدينة على يد القوات الحكومية في آب 2016.", "2016-12-20", ["AQAP", "YEMEN_GOV"]),
]


@pytest.mark.parametrize(("text", "published", "actors"), OWN_SUCCESS)
def test_who_frees_a_place_may_have_had_it(text: str, published: str, actors: list[str]) -> None:
    assert [claim.actor.id for claim in claims(text, published)] == actors


AGENTLESS = [
    # what was occupied, and what another won back
    ("Izium was occupied in April 2022 and recaptured by Ukrainian troops in September.", "2023-01-01", ["None", "UKRAINE"]),
    ("Osijek was occupied in 1991 and liberated by Croatian troops in 1995.", "1999-01-01", ["None", "CROATIA"]),
    # what fell is not his who had just won back another
    ("Nigerian troops retook Dikwa in March, weeks after Bama fell.", "2016-01-01", ["NIGERIA", "None"]),
    ("The army retook Bara in September, a month before El Fasher fell.", "2025-12-05", ["SAF", "None"]),
    ("M23 captured Bukavu on 14 February, two weeks after Goma fell.", "2025-03-05", ["M23", "M23"]),
    # what fell to somebody whom nobody knows
    ("U.S. Marines cleared Huế in February 1968. Pleiku fell to the North on 1 May 1975.", "2002-02-01", ["USA", "None"]),
    ("The army took Bo. Kenema fell to deserters on Monday.", "2002-02-01", ["SIERRA_LEONE", "None"]),
    ("The army took Bo. Kenema fell to them on Monday.", "2002-02-01", ["SIERRA_LEONE", "SIERRA_LEONE"]),
    # what one held until then
    (
        "Hajin was captured on Monday, and Baghuz, the last village in IS hands, on Friday.",
        "2019-05-18",
        ["None", "None", "ISIS"],
    ),
    (
        "Kilinochchi was recaptured in January, and Mullaitivu, the last town under LTTE control, on the 25th.",
        "2009-05-18",
        ["None", "None", "LTTE"],
    ),
]


@pytest.mark.parametrize(("text", "published", "actors"), AGENTLESS)
def test_what_befell_a_place_is_not_the_deed_of_who_stands_beside(text: str, published: str, actors: list[str]) -> None:
    assert [str(claim.actor.id) for claim in claims(text, published)] == actors

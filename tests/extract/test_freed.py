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
    # another is named
    ("سقطت زنجبار بيد القاعدة في 2015. ثم حررت المدينة على يد القوات الحكومية في آب 2016.", "2016-12-20", ["AQAP", "YEMEN_GOV"]),
]


@pytest.mark.parametrize(("text", "published", "actors"), OWN_SUCCESS)
def test_who_frees_a_place_may_have_had_it(text: str, published: str, actors: list[str]) -> None:
    assert [claim.actor.id for claim in claims(text, published)] == actors

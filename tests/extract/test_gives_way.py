"""Who gives way or fails has not taken what falls then, whoever else the text names."""

import pytest
from any_war import claims

FALLEN = [
    ("انسحبت القوات العراقية فسقطت الموصل.", "2014-06-10", None),
    ("فشلت القوات الحكومية في صد هجوم للمتمردين، فسقطت بلدة بريا.", "2013-01-01", None),
    ("لم ينجح الجيش في وقف زحف حركة 23 مارس، وسقطت غوما.", "2025-01-28", "M23"),
    ("انهارت دفاعات القوات الأفغانية أمام هجوم طالبان، فسقطت قندوز.", "2021-08-08", "TALIBAN"),
    ("Government forces could not hold the line, and Goma fell.", "2025-01-28", None),
    ("Afghan troops surrendered and Kunduz fell.", "2021-08-08", None),
    ("After the soldiers fled, Bama fell. Boko Haram had attacked it at dawn.", "2014-09-02", "BOKO_HARAM"),
]


@pytest.mark.parametrize(("text", "published", "actor"), FALLEN)
def test_a_fall_is_no_gain_of_who_gives_way(text: str, published: str, actor: str | None) -> None:
    gains = [claim for claim in claims(text, published) if claim.relation == "gained"]
    assert [claim.actor.id for claim in gains] == [actor]


def test_who_attacks_and_does_not_fail_may_have_taken_it() -> None:
    (claim,) = claims("Rebels attacked the barracks at dawn. By noon Bria had fallen.", "2013-01-01")
    assert claim.actor.id == "SELEKA"

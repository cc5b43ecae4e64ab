"""Dates as histories write them: a year with its era or at the head of its entry, that of a war, the end of the year told of."""

import pytest
from any_war import claims

from whoheld.interval import prefix

TOLD = [
    # the letter of the common era is no part of a year
    ("احتلت القوات العراقية مدينة عبادان عام 1980م.", "2015-03-01", {"عبادان": "1980"}),
    ("دخل الجيش الفرنسي قسنطينة في 13 تشرين الأول ١٨٣٧م.", "2015-03-01", {"قسنطينة": "1837-10-13"}),
    ("استعاد الجيش المصري العريش في 25/5/1979م.", "2015-03-01", {"العريش": "1979-05-25"}),
    # a year that heads an entry dates what it tells
    (
        "1994: سيطرت طالبان على قندهار.\n1995: سقطت هرات في يد طالبان.",
        "2015-03-01",
        {"قندهار": "1994", "هرات": "1995"},
    ),
    ("- 1998: سيطرت طالبان على باميان.", "2015-03-01", {"باميان": "1998"}),
    ("عام 1998: سيطرت طالبان على باميان.", "2015-03-01", {"باميان": "1998"}),
    ("في عام 1991 - سيطرت الجبهة الشعبية على أسمرة.", "2015-03-01", {"أسمرة": "1991"}),
    ("1991: Eritrean rebels captured Asmara.", "2015-03-01", {"Asmara": "1991"}),
    ("قتل 1998: سيطرت طالبان على باميان.", "2015-03-01", {"باميان": None}),
    # the year of a war dates what came of it, a war that gave something its name does not
    ("احتلت إسرائيل شرم الشيخ في حرب 1967.", "2015-03-01", {"شرم الشيخ": "1967"}),
    ("استعاد الجيش المصري القنطرة خلال حرب أكتوبر/تشرين الأول 1973.", "2015-03-01", {"القنطرة": "1973-10"}),
    ("استعاد الجيش ساحة حرب 1967 في القنطرة.", "2015-03-01", {}),
    # the end of the year is that of the year told of, in news that of the year that runs
    ("دخلت طالبان كابول في أيلول 1996، ثم سيطرت على سالانغ نهاية العام.", "2015-03-01", {"كابول": "1996-09", "سالانغ": "1996"}),
    ("سيطر الجيش السوداني على بارا بداية العام.", "2025-03-01", {"بارا": "2025"}),
    # what was before a day is not of it
    ("خسر الجيش النيجيري باما السبت، وخسر قبلها مونغونو.", "2015-01-05", {"باما": "2015-01-03", "مونغونو": None}),
    ("خسر الجيش النيجيري باما السبت، وخسر بعدها مونغونو الأحد.", "2015-01-05", {"باما": "2015-01-03", "مونغونو": "2015-01-04"}),
]


@pytest.mark.parametrize(("text", "published", "expected"), TOLD)
def test_dates_of_histories(text: str, published: str, expected: dict[str, str | None]) -> None:
    found = {c.place.text: c.when for c in claims(text, published)}
    days = {name: prefix(when.earliest, when.latest) if when.earliest else None for name, when in found.items()}
    assert days == expected


SINCE = [
    ("استعاد الجيش السوداني مدينة الدلنج الخاضعة لقوات الدعم السريع منذ أكثر من عام.", "2026-01-31", "الدلنج", None),
    ("أعلن الجيش السوداني، السبت، دخول بارا الخاضعة لسيطرة الدعم السريع منذ أكثر من عام.", "2025-09-14", "بارا", "2025-09-13"),
    ("أعلنت قسد، الجمعة، السيطرة على الطبقة الواقعة تحت سيطرة داعش منذ ثلاث سنوات.", "2017-05-13", "الطبقة", "2017-05-12"),
    ("يسيطر الدعم السريع على بارا منذ أكثر من عام.", "2025-09-14", "بارا", "2024"),
]


@pytest.mark.parametrize(("text", "published", "place", "day"), SINCE)
def test_since_when_a_place_was_another_s_is_not_when_it_was_won(text: str, published: str, place: str, day: str | None) -> None:
    last = next(c for c in claims(text, published) if c.place.text == place and (c.relation == "gained" or "يسيطر" in text))
    assert (prefix(last.when.earliest, last.when.latest) if last.when.earliest else None) == day

"""Dates in prose, against a publication day."""

import datetime as dt

import pytest
from date_tables import ARABIC, CLAUSES, ENGLISH, SENTENCES, STORIES, UNDATED, UNPUBLISHED
from hypothesis import given
from hypothesis import strategies as st
from small_war import Claims

from whoheld.extract.dates import spans
from whoheld.interval import Bounds, bounds, prefix
from whoheld.model import Claim

DATED = [
    ("The SDF captured Hajin on Friday.", "2018-12-16", "2018-12-14"),
    ("The SDF captured Hajin on 14 December.", "2019-01-02", "2018-12-14"),
    ("The SDF captured Hajin on December 14, 2018.", "2019-03-01", "2018-12-14"),
    ("The SDF captured Hajin yesterday.", "2018-12-15", "2018-12-14"),
    ("The SDF captured Hajin in December.", "2019-03-01", "2018-12"),
    ("The SDF captured Hajin in late December 2018.", "2019-03-01", "2018-12"),
    ("The SDF captured Hajin last month.", "2019-01-20", "2018-12"),
    ("The SDF captured Hajin three days ago.", "2018-12-17", "2018-12-14"),
    ("The SDF captured Hajin last year.", "2019-01-20", "2018"),
    ("The Houthis have held Hodeidah since October 2014.", "2018-06-13", "2014-10"),
    ("The Houthis have ruled Hodeidah for four years.", "2018-06-13", "2014"),
    ("The SDF said on Friday that its fighters had captured Hajin.", "2018-12-16", "2018-12-14"),
    ("The SDF captured Hajin.", "2018-12-16", None),
    ("سيطرت قسد على هجين يوم الجمعة.", "2018-12-16", "2018-12-14"),
    ("سيطرت قسد على هجين أمس.", "2018-12-15", "2018-12-14"),
    ("سيطرت قسد على هجين في 14 كانون الأول 2018.", "2019-01-20", "2018-12-14"),
    ("سيطرت قسد على هجين في الرابع عشر من ديسمبر الماضي.", "2019-01-20", "2018-12-14"),
    ("سيطرت قسد على هجين في كانون الأول/ديسمبر 2018.", "2019-01-20", "2018-12"),
    ("سيطرت قسد على هجين الشهر الماضي.", "2019-01-20", "2018-12"),
    ("سيطرت قسد على هجين قبل يومين.", "2018-12-16", "2018-12-14"),
    ("سيطرت قسد على هجين في غشت.", "2018-12-16", "2018-08"),
    ("سيطرت قسد على هجين في 7 ربيع الآخر 1440.", "2019-01-20", "2018-12-14"),
    ("أعلنت قسد الجمعة أنها سيطرت على هجين.", "2018-12-16", "2018-12-14"),
    ("سيطرت قسد على هجين.", "2018-12-16", None),
]


def days(claim: Claim) -> set[str | None]:
    """Both ways to write the days of a claim: the prefix that they share, and the first and the last."""
    return {prefix(claim.when.earliest, claim.when.latest), f"{claim.when.earliest}..{claim.when.latest}"}


@pytest.mark.parametrize(("expression", "published", "expected"), ENGLISH)
def test_an_english_expression(claims: Claims, expression: str, published: str, expected: str) -> None:
    (claim,) = claims(f"The SDF captured Hajin {expression}.", published)
    assert expected in days(claim)
    assert claim.when.basis == "stated"


@pytest.mark.parametrize(("expression", "published", "expected"), ARABIC)
def test_an_arabic_expression(claims: Claims, expression: str, published: str, expected: str) -> None:
    (claim,) = claims(f"سيطرت قسد على هجين {expression}.", published)
    assert expected in days(claim)
    assert claim.when.basis == "stated"


@pytest.mark.parametrize(("text", "published", "expected"), SENTENCES)
def test_each_place_has_its_own_date(claims: Claims, text: str, published: str | None, expected: dict[str, str | None]) -> None:
    assert {c.place.text: prefix(c.when.earliest, c.when.latest) for c in claims(text, published)} == expected


@pytest.mark.parametrize("text", UNDATED)
def test_how_long_it_took_is_no_date(claims: Claims, text: str) -> None:
    (claim,) = claims(text, "2018-12-19")
    assert (claim.when.earliest, claim.when.basis) == (None, "published")


@pytest.mark.parametrize(("text", "expected"), [*STORIES, *CLAUSES])
def test_a_date_told_from_another(claims: Claims, text: str, expected: dict[str, str]) -> None:
    found = {(c.place.text, told) for c in claims(text, "2018-12-19") for told in days(c)}
    assert found >= set(expected.items())


@pytest.mark.parametrize(("text", "expected"), UNPUBLISHED)
def test_without_a_day_of_writing_the_year_is_that_of_the_text(
    claims: Claims, text: str, expected: dict[str, str | None]
) -> None:
    found = {(c.place.text, prefix(c.when.earliest, c.when.latest)) for c in claims(text, None)}
    assert found >= set(expected.items())


def test_a_month_without_its_year_goes_on_with_a_story_of_years_ago(claims: Claims) -> None:
    story, days = "ISIS took Hajin in May 2015. The SDF recovered Susah in October.", ("2018-03-01", "2018-12-19", "2019-01-09")
    assert {[c.when.earliest for c in claims(story, written)][1] for written in days} == {dt.date(2015, 10, 1)}
    news = "Peace is near, a minister said. " + story
    dated = {written: [c.when.earliest for c in claims(news, written)][1] for written in days}
    assert dated == {
        "2018-03-01": dt.date(2015, 10, 1),  # whoever means the last October says so after five months and a year's turn
        "2018-12-19": dt.date(2018, 10, 1),  # the year in which the news is written
        "2019-01-09": dt.date(2018, 10, 1),  # the last weeks
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ISIS took Hajin in 2015 but the army held Susah.", ("state", "2015")),
        ("ISIS took Hajin in May 2015, while Susah was in army hands.", ("state", "2015-05")),
        ("The allies landed in May 2015; ISIS still held Susah.", ("state", "2015-05")),
        ("ISIS took Hajin in May 2015. Susah remained under army control.", ("background", None)),
        ("ISIS, which took Hajin in May 2015, held Susah.", ("background", None)),
        ("ISIS held Susah. The army took Hajin in May 2015.", ("background", None)),
        ("ISIS held Susah. The army is near. It took Hajin in May 2015.", ("state", "2018-12-19")),
        # what is told in the present, or by somebody who speaks today, is so today
        ("ISIS took Hajin in May 2015, and the army holds Susah.", ("state", "2018-12-19")),
        ("ISIS took Hajin in May 2015, and Susah is held by the army.", ("state", "2018-12-19")),
        ("ISIS took Hajin in May 2015. The army held Susah, residents said.", ("state", "2018-12-19")),
        ("ISIS took Hajin in May 2018. The army held Susah.", ("state", "2018-12-19")),
    ],
)
def test_a_state_of_a_story_of_years_ago_is_not_of_today(claims: Claims, text: str, expected: tuple[str, str | None]) -> None:
    (state,) = (claim for claim in claims(text, "2018-12-19") if claim.place.text == "Susah")
    assert (state.telling, prefix(state.when.earliest, state.when.latest)) == expected


@pytest.mark.parametrize(("text", "published", "expected"), DATED)
def test_when(claims: Claims, text: str, published: str, expected: str | None) -> None:
    (claim,) = claims(text, published)
    assert prefix(claim.when.earliest, claim.when.latest) == expected
    assert claim.when.basis == ("stated" if expected else "published")


@pytest.mark.parametrize(
    ("text", "telling", "expected"),
    [
        # with "was" a length tells that a hold is over, and not since when it lasts
        ("Hajin was in the rebels' hands for three days in January 2015.", "background", "2015-01"),
        ("Hajin was under ISIS control for 578 days.", "background", None),
        ("For a week, Hajin was held by ISIS.", "background", None),
        ("Hajin, held by ISIS for a week in June, was shelled.", "background", "2018-06"),
        # but not with "has been", "had been" or alone
        ("Hajin has been in ISIS hands for two months.", "state", "2018-10"),
        ("Officials said Hajin had been in ISIS hands for three years.", "state", "2015"),
        ("Hajin, held by ISIS for two months, was shelled.", "state", "2018-10"),
    ],
)
def test_how_long_a_hold_lasted_is_no_date_of_it(claims: Claims, text: str, telling: str, expected: str | None) -> None:
    (claim,) = (claim for claim in claims(text, "2018-12-19") if claim.relation == "holds")
    assert (claim.telling, prefix(claim.when.earliest, claim.when.latest)) == (telling, expected)


def test_nothing_is_dated_by_a_missing_publication_day(claims: Claims) -> None:
    (claim,) = claims("The SDF captured Hajin on Friday.", None)
    assert (claim.when.earliest, claim.when.latest, claim.when.basis) == (None, None, "unknown")


def test_an_undated_state_speaks_of_the_publication_day(claims: Claims) -> None:
    (claim,) = claims("ISIS still holds Susah.", "2019-01-21")
    assert claim.when.earliest == claim.when.latest == dt.date(2019, 1, 21)


@pytest.mark.parametrize(
    "text",
    [
        "دمشق - سيطرت قسد على مدينة هجين أمس.",
        "دمشق - 18 كانون الأول/ديسمبر 2018 - سيطرت قسد على مدينة هجين أمس.",
        "DAMASCUS - December 18, 2018 - The SDF captured Hajin yesterday.",
        "DAMASCUS, Syria, December 18, 2018 (Agency) - The SDF captured Hajin yesterday.",
    ],
)
def test_a_dateline_dates_no_claim_and_hides_none(claims: Claims, text: str) -> None:
    (claim,) = claims(text, "2018-12-18")
    assert (claim.relation, claim.when.earliest) == ("gained", dt.date(2018, 12, 17))


DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1))


@given(DAYS, st.integers(0, 6))
def test_a_weekday_lies_in_the_week_before(day: dt.date, number: int) -> None:
    found = spans.weekday(Bounds(day, day), number, strictly=False)
    assert found.latest is not None
    assert found.latest.weekday() == number
    assert 0 <= (day - found.latest).days <= 6


@given(DAYS, st.integers(1, 12))
def test_the_last_such_month_has_begun(day: dt.date, number: int) -> None:
    found = spans.last_month(Bounds(day, day), number)
    assert found.earliest is not None
    assert found.earliest.month == number
    assert 0 <= (day - found.earliest).days <= 366


@given(st.integers(1400, 1460), st.integers(1, 12))
def test_a_hijri_month_is_a_month_long(year: int, number: int) -> None:
    found = spans.hijri(year, number, None, bounds("2050"))
    assert found.earliest is not None
    assert found.latest is not None
    assert 28 <= (found.latest - found.earliest).days <= 29


@given(DAYS, st.sampled_from(["day", "week", "month", "year"]), st.integers(0, 30))
def test_shifting_there_and_back_returns(day: dt.date, unit: str, count: int) -> None:
    here = Bounds(day, day)
    back = spans.shifted(spans.shifted(here, unit, -count), unit, count)
    assert back.earliest is not None
    assert back.latest is not None
    assert back.earliest <= day <= back.latest


@given(DAYS, st.sampled_from(["week", "month", "year"]))
def test_this_unit_holds_the_day_and_the_last_ends_by_its_begin(day: dt.date, unit: str) -> None:
    here = Bounds(day, day)
    this, last = spans.whole(here, unit, 0), spans.whole(here, unit, -1)
    assert this.earliest is not None
    assert this.latest is not None
    assert last.latest is not None
    assert this.earliest <= day <= this.latest
    assert last.latest <= this.earliest


@given(DAYS, DAYS, DAYS)
def test_clipping_leaves_the_days_until_publication(first: dt.date, second: dt.date, published: dt.date) -> None:
    stated = Bounds(min(first, second), max(first, second))
    found = spans.clipped(stated, Bounds(published, published))
    if min(first, second) > published:
        assert found == spans.NOWHERE
    else:
        assert found == Bounds(min(first, second), min(max(first, second), published))


@given(DAYS, st.integers(1, 31))
def test_the_last_day_of_a_number_is_near_and_past(day: dt.date, number: int) -> None:
    found = spans.last_day(Bounds(day, day), number)
    assert found.latest is not None
    assert found.latest.day == number
    assert 0 <= (day - found.latest).days <= 61

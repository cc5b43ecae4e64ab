"""What one text leaves open another decides, and the map as known on a day never changes by what comes later."""

import datetime as dt
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from valley import THEATRE, article, claim, gazetteer

from whoheld import timeline
from whoheld.claims import Claims
from whoheld.locate import by_other_texts, locate
from whoheld.model import Claim, Policy

OPEN = "سيطرت قسد على السبخة"
EAST = "سيطرت قسد على بلدة السبخة بدير الزور"
NORTH = "سيطرت قسد على بلدة السبخة في محافظة الرقة"
ELSEWHERE = "سيطرت قسد على هجين"


def told(*texts: tuple[str, str]) -> list[Claim]:
    """A claim for each text and its day, with other words at its end so that no two are one article."""
    claims: list[Claim] = []
    for number, (content, day) in enumerate(texts):
        words = f"{content} {number}"
        name = "هجين" if content == ELSEWHERE else "السبخة"
        located = locate(article(words), [claim(words, name)], gazetteer(), THEATRE).claims[0]
        dated = located.article.model_copy(update={"published": day or None, "title": f"dispatch {number}"})
        claims.append(located.model_copy(update={"article": dated}))
    return claims


def decided(claims: Sequence[Claim]) -> list[Claim]:
    found = by_other_texts(Claims.of(claims), ()).claims
    return [found[each.id] for each in claims]


def meant(claims: Sequence[Claim]) -> list[str | None]:
    return [each.place.id for each in decided(claims)]


def test_a_text_of_the_day_before_decides_and_is_named() -> None:
    claims = told((EAST, "2019-01-10"), (OPEN, "2019-01-11"))
    place = decided(claims)[1].place
    assert (place.id, place.known_from) == ("valley:sabkha_east", None)
    assert str(place.reason).startswith("another text decides: dispatch 0, 2019-01-10; it was ambiguous")
    assert len(place.candidates) == 2


def test_a_later_text_decides_from_its_own_day_on() -> None:
    claims = told((OPEN, "2019-01-10"), (NORTH, "2019-01-20"))
    place = decided(claims)[0].place
    assert (place.id, place.known_from) == ("valley:sabkha_north", dt.date(2019, 1, 20))


def test_texts_that_disagree_decide_nothing() -> None:
    assert meant(told((EAST, "2019-01-10"), (NORTH, "2019-01-10"), (OPEN, "2019-01-11")))[2] is None


def test_of_texts_that_come_later_the_first_decides() -> None:
    claims = told((OPEN, "2019-01-10"), (EAST, "2019-01-12"), (NORTH, "2019-02-01"))
    assert meant(claims)[0] == "valley:sabkha_east"


def test_texts_of_other_names_or_without_a_date_decide_nothing() -> None:
    assert meant(told((OPEN, "2019-01-10"), (ELSEWHERE, "2019-01-10"), (EAST, "")))[0] is None


def test_what_leaves_no_doubt_is_left_alone() -> None:
    claims = told((EAST, "2019-01-10"), (NORTH, "2019-01-11"), (ELSEWHERE, "2019-01-12"))
    assert decided(claims) == claims


def test_the_issue_goes_with_the_doubt() -> None:
    claims = told((EAST, "2019-01-10"), (OPEN, "2019-01-11"))
    content = f"{OPEN} 1"
    (issue,) = locate(article(content), [claim(content, "السبخة")], gazetteer(), THEATRE).issues
    assert by_other_texts(Claims.of(claims[1:]), (issue,)).issues == (issue,)
    assert by_other_texts(Claims.of(claims), (issue,)).issues == ()


TEXTS = st.lists(
    st.tuples(st.sampled_from([OPEN, EAST, NORTH, ELSEWHERE]), st.dates(dt.date(2019, 1, 1), dt.date(2019, 1, 9)).map(str)),
    min_size=1,
    max_size=7,
)


@given(TEXTS, st.randoms())
def test_the_order_of_texts_does_not_matter(texts: list[tuple[str, str]], random: object) -> None:
    claims = told(*texts)
    shuffled = sorted(claims, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert set(decided(claims)) == set(decided(shuffled))


@given(TEXTS, st.dates(dt.date(2019, 1, 1), dt.date(2019, 1, 9)))
def test_what_was_known_on_a_day_stays_when_texts_come_later(texts: list[tuple[str, str]], day: dt.date) -> None:
    claims = told(*texts)
    then = [each for each in claims if str(each.article.published) <= str(day)]
    with_all = timeline.build(decided(claims), (), Policy(), day)
    with_then = timeline.build(decided(then), (), Policy(), day)
    assert with_all.controls == with_then.controls

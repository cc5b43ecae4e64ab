"""What single words say in a date: numbers, days of a month, years, and the small words between them."""

from collections.abc import Sequence

from whoheld.extract.words.scan import Unit

DAYS_IN_MONTH = 31
_OF = frozenset({"of", "from", "in"})
_INTRODUCING = frozenset({"in", "of", "from", "by", "through", "since"})
_WRITTEN_ON = ("و", "ا", "ل", "ب", "ف")
_CENTURIES = frozenset({"18", "19", "20"})
_TO_YEAR = frozenset({"", ",", ")", "),"})


def said(unit: Unit) -> str:
    """What a word says of time ("last", "ago"), or empty."""
    entry = unit.entry("time")
    return entry.value if entry else ""


def says(units: Sequence[Unit], at: int, *wanted: str) -> bool:
    """Whether there is a unit and it says one of these things of time, among whatever else."""
    if not 0 <= at < len(units) or "time" not in units[at].tags:
        return False
    return any(entry.tag == "time" and entry.value in wanted for entry in units[at].entries)


def skip(units: Sequence[Unit], at: int, *kinds: str) -> int:
    """Past words that say these things of time; ``of`` stands for a preposition that leads to the rest, and an article."""
    while at < len(units):
        unit = units[at]
        leads = (entry := unit.entry("preposition")) is not None and entry.value in _OF and not unit.reading.conjunction
        of = "of" in kinds and (leads or "article" in unit.tags)
        if not (of or says(units, at, *kinds)):
            break
        at += 1
    return at


def figure(unit: Unit) -> str:
    """Its digits, without letters written on them ("و5", "الـ24"), or empty."""
    word = unit.word.lstrip("".join(_WRITTEN_ON)) if unit.word[-1].isdigit() else ""
    return word if word.isdigit() else ""


def conjoined(unit: Unit) -> bool:
    """Whether "and" is written on it ("ومايو", "و2018")."""
    return unit.reading.conjunction or (figure(unit) not in {"", unit.word} and unit.word.startswith(_WRITTEN_ON[0]))


def number(unit: Unit) -> int | None:
    """Its number, in digits or words."""
    digits = figure(unit)
    if digits and len(digits) <= 4:  # noqa: PLR2004 - digits of a year
        return int(digits)
    entry = unit.entry("number")
    return int(entry.value) if entry else None


def day_number(unit: Unit) -> int | None:
    """A day of a month: 21, 21st, العاشر."""
    digits = figure(unit) or (unit.word.rstrip("stndrh") if unit.word[0].isdigit() else "")
    if digits.isdigit() and 1 <= int(digits) <= DAYS_IN_MONTH:
        return int(digits)
    entry = unit.entry("ordinal")
    return int(entry.value) if entry else None


def is_year(unit: Unit) -> bool:
    """Whether it is written as a year."""
    digits = figure(unit)
    return len(digits) == 4 and digits[:2] in _CENTURIES  # noqa: PLR2004 - digits of a year


def year_at(units: Sequence[Unit], at: int) -> int | None:
    """The unit of the year that a month or season ending before ``at`` names, or None."""
    found = skip(units, at, "of", "year_word")
    return found if found < len(units) and is_year(units[found]) and units[found].gap in _TO_YEAR else None


def introduces_year(unit: Unit) -> bool:
    """Whether a bare number after it is a year ("in 2014", "since 2014")."""
    entry = unit.entry("preposition")
    return (entry is not None and entry.value in _INTRODUCING) or not unit.tags.isdisjoint(("after", "before", "time"))


def counted(units: Sequence[Unit], at: int) -> tuple[int, str, int] | None:
    """A number and a unit of time: where they end, the unit, and how many; "days" without a number count nothing."""
    found = _count(units, skip(units, at, "about"))
    half = found is not None and says(units, found[0], "half")  # "a month and a half" is neither one nor two
    return None if half else found


def halved(units: Sequence[Unit], at: int) -> tuple[int, str, int] | None:
    """As ``counted``, of so many and a half of a unit of time ("two and a half years", «عامين ونصف»)."""
    found = _count(units, skip(units, at, "about"))
    if found is None and at + 2 < len(units) and says(units, at + 1, "half"):  # "two and a half years"
        count, unit = number(units[at]), units[at + 2].entry("unit")
        return (at + 3, unit.value, count) if count is not None and unit is not None and not units[at + 2].gap else None
    return (found[0] + 1, found[1], found[2]) if found is not None and says(units, found[0], "half") else None


def several(units: Sequence[Unit], at: int) -> tuple[int, str] | None:
    """A few of a unit of time ("days", "several weeks", «بضعة أيام», «أيام قليلة»): where they end, and the unit; no hours."""
    named = skip(units, at, "about")
    named += named < len(units) and "quantity" in units[named].tags
    entry = units[named].entry("unit") if named < len(units) and (named == at or not units[named].gap) else None
    if entry is None or entry.tense != "many" or entry.value == "hour" or units[named].reading.article:
        return None
    return named + 1 + says(units, named + 1, "few"), entry.value


def _count(units: Sequence[Unit], at: int) -> tuple[int, str, int] | None:
    if at >= len(units):
        return None
    if dual := units[at].entry("dual"):
        return at + 1, dual.value, 2
    if unit := units[at].entry("unit"):
        if at + 1 < len(units) and is_year(units[at + 1]) and not units[at + 1].gap:
            return None  # "منذ عام 2014" names the year
        after = number(units[at + 1]) if at + 1 < len(units) and units[at].reading.article else None
        one = at + 1 < len(units) and not units[at + 1].gap and number(units[at + 1]) == 1  # "بعد يوم واحد"
        single = 0 if units[at].reading.article or unit.tense == "many" else 1
        return (
            (at + 2, unit.value, after) if after else (at + 1 + (one and unit.tense != "many"), unit.value, 1) if single else None
        )
    count = 1 if "article" in units[at].tags and "single" in units[at].cues else number(units[at])
    if count is None or at + 1 >= len(units) or units[at + 1].gap.strip("-ـ") or (unit := units[at + 1].entry("unit")) is None:
        return None
    return at + 2, unit.value, count


def filled(units: Sequence[Unit], at: int) -> bool:
    """Whether a preposition before an article says that something filled a time ("over the past week")."""
    at -= at > 0 and "article" in units[at].tags
    entry = units[at].entry("preposition") if at >= 0 else None
    return (entry is not None and entry.value in {"in", "over", "through"}) or says(units, at, "within")


def ends(units: Sequence[Unit], at: int) -> bool:
    """Whether nothing follows that the words before it could govern ("a week before, …")."""
    return at >= len(units) or bool(units[at].gap)

"""A date as a page shows it to readers: day, month by name and year, or an unmistakable order of numbers."""

import re
from typing import NamedTuple

from whoheld.ingest.dates import publication_day

# Gregorian months as Arabic papers print them: Syrian-Iraqi, Egyptian-Gulf and Maghrebi names, and the forms with both.
_MONTHS = (
    ("january", "jan", "كانون الثاني", "كانون ثاني", "يناير", "جانفي", "janvier", "января", "січня"),
    ("february", "feb", "شباط", "فبراير", "فيفري", "février", "февраля", "лютого"),
    ("march", "mar", "آذار", "اذار", "مارس", "mars", "марта", "березня"),
    ("april", "apr", "نيسان", "أبريل", "ابريل", "إبريل", "أفريل", "avril", "апреля", "квітня"),
    ("may", "أيار", "ايار", "مايو", "ماي", "mai", "мая", "травня"),
    ("june", "jun", "حزيران", "يونيو", "يونيه", "جوان", "juin", "июня", "червня"),
    ("july", "jul", "تموز", "يوليو", "يوليه", "جويلية", "juillet", "июля", "липня"),
    ("august", "aug", "آب", "اب", "أغسطس", "اغسطس", "أوت", "août", "августа", "серпня"),
    ("september", "sep", "sept", "أيلول", "ايلول", "سبتمبر", "septembre", "сентября", "вересня"),
    ("october", "oct", "تشرين الأول", "تشرين الاول", "تشرين أول", "أكتوبر", "اكتوبر", "octobre", "октября", "жовтня"),
    ("november", "nov", "تشرين الثاني", "تشرين ثاني", "نوفمبر", "novembre", "ноября", "листопада"),
    ("december", "dec", "كانون الأول", "كانون الاول", "كانون أول", "ديسمبر", "décembre", "декабря", "грудня"),
)
_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_NAME = "|".join(sorted(map(re.escape, _NUMBER), key=len, reverse=True))
_EITHER = rf"(?i:(?P<month>{_NAME})\b\.?(?:\s?[/(]\s?(?:{_NAME})\)?)?)"
_DAY_FIRST = re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?\s(?:من\s|of\s)?{_EITHER}[,،]?\s(?P<year>\d{{4}})(?!\d)")
_MONTH_FIRST = re.compile(rf"\b{_EITHER}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[,،]?\s(?P<year>\d{{4}})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>(?:19|20)\d\d)(?!\d)")
_TWELVE = 12
_DIGITS = (
    {0x660 + n: str(n) for n in range(10)} | {0x6F0 + n: str(n) for n in range(10)} | dict.fromkeys([0x200E, 0x200F, 0x640], "")
)


class Written(NamedTuple):
    """A date in a text: its span, and its ISO day, None where its order is open to doubt (``03/04/2019``) or no such day is."""

    start: int
    end: int
    day: str | None


def normal(text: str) -> str:
    """A text with single blanks and European digits, as dates are looked for in it."""
    return " ".join(text.translate(_DIGITS).split())


def written(text: str) -> Written | None:
    """The first date in a normal text, a month by its name before one in figures."""
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _YEAR_FIRST, _YEAR_LAST):
        if match := pattern.search(text):
            day, month, year = (match.group(name) for name in ("day", "month", "year"))
            number = _NUMBER.get(month.lower()) or int(month)
            doubtful = pattern is _YEAR_LAST and int(day) <= _TWELVE and int(day) != number
            found = None if doubtful else publication_day(f"{year}-{number:02}-{int(day):02}")
            return Written(*match.span(), found)
    return None


def written_day(text: str) -> str | None:
    """The ISO day in a short text, or None where there is none or its order is open to doubt."""
    found = written(normal(text))
    return found.day if found else None

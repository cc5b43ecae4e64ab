"""The day on which the world could know a document: read strictly, never guessed, never today."""

import datetime as dt
import re
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from whoheld.interval import bounds

FIRST_YEAR, LAST_YEAR = 1900, 2050
"""Years outside are a machine's zero or a slip. The last one is a constant because the clock is never read."""

_LONGEST = 64
_RFC_2822 = re.compile(r"(?:[A-Za-z]{3},\s?)?\d{1,2}\s[A-Za-z]{3}\s\d{4}\s\d\d:\d\d.*")
_SLASHED = re.compile(r"(\d{4})[/.](\d{2})[/.](\d{2})")
_FOLDERS_IN_URL = re.compile(r"/((?:19|20)\d\d)/(\d{1,2}|[a-z]{3})(?:/(\d{1,2})(?=/|$))?(?=/|$)")
_DASHED_IN_URL = re.compile(r"(?<!\d)((?:19|20)\d\d)-([01]\d)-([0-3]\d)(?!\d)")
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: str(number) for number, name in enumerate(_MONTH_NAMES, 1)}


def publication_day(written: str) -> str | None:
    """The ISO year, month or UTC day of a written date: ISO 8601, RFC 2822 or ``2019/01/21``; None for anything else.

    A time with an offset becomes its day in UTC. Forms in which day and month can be mistaken for each other are not read.
    """
    written = written.strip()
    if len(written) > _LONGEST:
        return None
    return _existing(_SLASHED.sub(r"\1-\2-\3", written)) or _moment(written)


def day_in_url(url: str) -> str | None:
    """The day or month that the path of a URL carries, as in ``/2019/01/21/`` or ``/2019/jan/21/``."""
    try:
        path = urlsplit(url).path.lower()
    except ValueError:
        return None
    match = _FOLDERS_IN_URL.search(path) or _DASHED_IN_URL.search(path)
    if match is None:
        return None
    year, month, day = match.groups()
    month = _MONTHS.get(month, month)
    return _existing("-".join(part.zfill(2) for part in (year, month, day) if part))


def _existing(prefix: str) -> str | None:
    try:
        earliest, _ = bounds(prefix)
    except ValueError:
        return None
    return prefix if earliest and FIRST_YEAR <= earliest.year <= LAST_YEAR else None


def _moment(written: str) -> str | None:
    try:
        moment = parsedate_to_datetime(written) if _RFC_2822.fullmatch(written) else dt.datetime.fromisoformat(written)
        if moment.tzinfo:
            moment = moment.astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return None
    return _existing(f"{moment:%Y-%m-%d}")

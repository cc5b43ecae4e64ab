"""The day in a dateline at the very start of a text: "MOSUL, Iraq, June 10, 2014 (Agency) –", «دمشق - 12 أيار/مايو 2016 -».

It says when the report was written, which is the most that a text alone says of when the world could know it. So it is read
strictly: a place, a mark, a whole date of which day and month cannot be mistaken, perhaps an agency, a dash.
"""

import re

from whoheld.ingest.written_dates import Written, normal, written

_LONGEST = 160
_WORDS = 7
_SMALL = frozenset({"of", "the", "and", "al", "el", "de", "du", "des", "la", "ibn"})
"""Words inside the name of a place or country that are written small."""
_AGENCY = r"\([^()]{1,40}\)|/[^/]{1,40}/"
_BEFORE = re.compile(
    rf"\A(?P<place>[^()]{{2,80}}?)\s?(?:[,،–—-]|{_AGENCY})(?:\s?(?:{_AGENCY}))?[\s,،–—-]*(?:(?:يوم )?ال\w{{3,8}}[،,]? )?"
)
_AFTER = re.compile(rf"[,،]?\s?(?:{_AGENCY})?\s?(?:[-–—]{{1,2}}|:)(?:\s|$)")
_WORD = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:['’.-][^\W\d_'’.-]+)*\.?")
_SEPARATORS = re.compile(r"[\s,،/–—-]+")


def dateline_day(text: str) -> str | None:
    """The ISO day of the dateline with which a text begins; None without one, or where its lines open with several days."""
    first, *others = text.strip().splitlines() or [""]
    found = _opening(first)
    if found is None or not _heads(normal(first[:_LONGEST])[: found.start]):
        return None
    again = (_opening(line) for line in others)
    return found.day if all(other is None or other.day == found.day for other in again) else None


def _opening(line: str) -> Written | None:
    """The date that a line opens with, after a place or not, and before a dash."""
    line = normal(line[:_LONGEST])
    found = written(line)
    if found is None or not _AFTER.match(line, found.end):
        return None
    return found if not found.start or _heads(line[: found.start]) else None


def _heads(before: str) -> bool:
    """Whether what stands before a date is a place, written with capitals where there are any, and a mark."""
    match = _BEFORE.fullmatch(before)
    if match is None:
        return False
    words = [word for word in _SEPARATORS.split(match["place"]) if word]
    written_large = (_WORD.fullmatch(word) and (word in _SMALL or not word[0].islower()) for word in words)
    return 0 < len(words) <= _WORDS and words[0] not in _SMALL and all(written_large)

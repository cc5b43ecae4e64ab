"""What one reading is to another: before or after it, a success or a loss like it."""

import datetime as dt

from whoheld.extract.places.openings import SITES
from whoheld.extract.write import Reading
from whoheld.model import Extent, Relation, Telling
from whoheld.text import key

_DAYS = dt.timedelta(days=7)
"""Within which the same side goes on to take what is told next."""
_LONG = dt.timedelta(days=90)
"""After so many days what was seized is rather retaken by another than what the same goes on to take."""


def before_news(reading: Reading, other: Reading) -> bool:
    """Whether a gain was before the news of another («استعاد الجيش عنة أمس. وكانت عنة قد سقطت في 2014»)."""
    recalled = reading.telling is Telling.BACKGROUND and other.telling is not Telling.BACKGROUND
    if not recalled or other.relation is not Relation.GAINED or reading.date is None or reading.date.latest is None:
        return False
    return other.date is None or other.date.earliest is None or reading.date.latest < other.date.earliest


def came_after(reading: Reading, other: Reading) -> bool:
    """Whether what a reading tells came on a later day than what another does."""
    own, before = reading.date, other.date
    dated = own is not None and before is not None and own.earliest is not None and before.latest is not None
    return dated and own is not None and before is not None and str(own.earliest) > str(before.latest)


def long_since(reading: Reading, gain: Reading) -> bool:
    """Whether a success is told that came long after another's gain, as whose loss it is rather told than as his own."""
    if not praised(reading) or praised(gain) or gain.relation is not Relation.GAINED:
        return False
    news = reading.date is None and reading.telling is not Telling.BACKGROUND
    return long_after(reading, gain) or (news and not reading.line.verb_first and _in_some_month(gain))


def _in_some_month(reading: Reading) -> bool:
    """Whether of a deed only the month or the year is told, as of what was long ago."""
    date = reading.date
    if date is None or date.earliest is None or date.latest is None:
        return False
    return date.latest - date.earliest > _DAYS


def long_after(reading: Reading, other: Reading) -> bool:
    """Whether what a reading tells came months after what another does."""
    return _beyond(reading, other, _LONG)


def days_after(reading: Reading, other: Reading) -> bool:
    """Whether what a reading tells came so long after what another does that it does not go on with it."""
    return _beyond(reading, other, _DAYS)


def _beyond(reading: Reading, other: Reading, span: dt.timedelta) -> bool:
    own, before = reading.date, other.date
    if own is None or before is None or own.earliest is None or before.latest is None:
        return False
    return own.earliest - before.latest > span


def goes_on(gain: Reading, reading: Reading) -> bool:
    """Whether a gain is told like another and came within days of it ("Bria was occupied. Rebels took Bambari on Friday")."""
    if gain.relation is not Relation.GAINED or reading.relation is not Relation.GAINED or praised(gain) != praised(reading):
        return False
    own, before = gain.date, reading.date
    if own is None or before is None or own.earliest is None or before.latest is None:
        return True
    return own.earliest - before.latest <= _DAYS


def praised(reading: Reading) -> bool:
    """Whether a gain is told as the winner's own success ("was recovered")."""
    return reading.relation is Relation.GAINED and "boast" in reading.line.units[reading.frame.at].tags


def has_own_agent(other: Reading, reading: Reading) -> bool:
    """Whether of two passives only the second has its agent ("Sake was freed on Monday, and Masisi was freed by …")."""
    passive = reading.frame.voice == other.frame.voice == "passive" and reading.line is other.line
    agent = other.frame.actor
    return (
        passive
        and other.frame.at > reading.frame.at
        and agent is not None
        and agent.case == "by"
        and other.place != reading.place
    )


def is_loss(reading: Reading) -> bool:
    """Whether a gain is told as somebody's loss ("Shire was lost")."""
    told = reading.frame.voice in {"passive", "reduced", "noun"} and reading.frame.pivot == reading.frame.at
    return reading.relation is Relation.GAINED and "subject" in reading.frame.trigger.loser and told


def said_of(reading: Reading, text: str) -> tuple[str, Extent, str]:
    """What a reading speaks of, by its words: a town is not the airport that is called by it."""
    name = reading.name
    return key(text[name.start : name.end]), reading.extent, name.kind if name.kind in SITES else ""

"""When: the date expressions of a sentence, the days that they mean, and which of them dates a claim."""

from whoheld.extract.dates.attach import choose
from whoheld.extract.dates.calendar import Calendar, Dated
from whoheld.extract.dates.linked import came_later, since_deed
from whoheld.extract.dates.story import led_since

__all__ = ["Calendar", "Dated", "came_later", "choose", "led_since", "since_deed"]

"""What a text says around a mention that helps to tell namesakes apart."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence

from whoheld import text
from whoheld.lang import clitics
from whoheld.model import Place

_LONGEST_NAME = 4
_LONGEST_TEXT = 300_000
"""Code points of a text that are looked through for names of provinces; a book would fill the memory."""
_BESIDE = 120
"""Code points on either side of a mention that count as beside it: about a sentence."""


class Words:
    """The words of a text, and where each run of up to four of them stands."""

    def __init__(self, content: str) -> None:
        self._starts: dict[str, list[int]] = {}
        self._places: tuple[Place, ...] | None = None
        self._said: dict[tuple[str, int, int], tuple[str, bool] | None] = {}
        words = [token for token in text.tokens(text.fold(content[:_LONGEST_TEXT])) if token.key]
        for n, word in enumerate(words):
            run = ""
            for other in words[n : n + _LONGEST_NAME]:
                run = f"{run} {other.key}" if run else other.key
                for form in _without_clitics(run):
                    self._starts.setdefault(form, []).append(word.start)

    def says(self, place: Place, start: int, end: int) -> tuple[str, bool] | None:
        """A name of the place that the text has outside the span, and whether beside it."""
        asked = (place.id, start, end)
        if asked not in self._said:  # Many candidates of a mention lie in one country.
            self._said[asked] = self._look_for(place, start, end)
        return self._said[asked]

    def _look_for(self, place: Place, start: int, end: int) -> tuple[str, bool] | None:
        best = None
        for spelling in _names(place):
            for beside in self._found(text.key(spelling), start, end):
                if beside:
                    return spelling, True
                best = best or (spelling, False)
        return best

    def places(self, named: Callable[[str], Sequence[Place]]) -> tuple[Place, ...]:
        """The places, no countries, that the text names anywhere, by what names places."""
        if self._places is None:  # Few texts need them.
            told = (place for run in self._starts for place in named(run) if place.kind != "country")
            self._places = tuple({place.id: place for place in told}.values())
        return self._places

    def says_any(self, keys: Iterable[str]) -> bool:
        """Whether the text has one of the names."""
        return any(key in self._starts for key in keys)

    def count(self, keys: Iterable[str]) -> int:
        """How often the text has one of the names."""
        return sum(len(self._starts.get(key, ())) for key in keys)

    def _found(self, key: str, start: int, end: int) -> tuple[bool, ...]:
        starts = self._starts.get(key, [])
        before, after = bisect_right(starts, start - len(key)), bisect_left(starts, end)
        nearest = (*starts[max(before - 1, 0) : before], *starts[after : after + 1])
        return tuple(abs(at - start) <= _BESIDE for at in nearest)


def _without_clitics(run: str) -> tuple[str, ...]:
    if run.startswith("لل"):
        return run, "ال" + run[2:]
    return (run, run[1:]) if run.startswith(clitics()) else (run,)


def _names(place: Place) -> tuple[str, ...]:
    return tuple(dict.fromkeys((place.name, *(spelling for spellings in place.names.values() for spelling in spellings))))

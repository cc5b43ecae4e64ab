"""A sentence as the frame grammar walks it: units, the phrases that cover them, and the clause around a predicate."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import takewhile

from whoheld.extract.phrases.next_clause import owns
from whoheld.extract.phrases.phrase import HARD, Party, Phrase, Places, labelled, parted
from whoheld.extract.sentence.adjuncts import Adjuncts, adjuncts, release
from whoheld.extract.sentence.dateline import dateline
from whoheld.extract.sentence.parentheses import opening
from whoheld.extract.words.letters import FINITE
from whoheld.extract.words.scan import Sentence, Unit
from whoheld.lang import Entry

_ADJUNCT = 6
"""Words of the longest adjunct of time that is passed over."""
_TO_RELATIVE = 3
"""Words between a preposition that opens an aside and the relative whose it is ("on the outskirts of which")."""
_LEADING = frozenset({"preposition", "share", "quantity"})
"""Classes of words that lead to a relative ("from which", "most of whom")."""
_PARTING = frozenset(",،–—")
_ASIDE = frozenset({"apposing", "relative", "backing", "after", "before", "when", "source"})
_TIMES = frozenset({"day", "weekday", "month", "dual", "number", "ordinal", "unit", "hijri", "about"})
_SPANS = frozenset({"unit", "dual", "number", "quantity", "time", "plural"})
"""Classes of words for how long it is since something."""
_PARTS_OF_TIME = frozenset({"part", "half", "start", "early"})
"""What words within a time say («بعد ظهر الأحد», «بعد شهر ونصف من», «منذ مطلع العام»)."""
_APPOSED = frozenset({"article", "quantity", "number", "time"})
"""Classes of words that open what somebody or something is called ("Hajin, the last town held by …, was")."""
_VERBAL = frozenset({"be", "have", "had", "modal", "trigger", "light"})
_PARTICLE = frozenset({"adverb", "trigger"})
_TELLING = frozenset({"be", "have", "had", "light", "trigger", "relative", "modal", "negation"})
"""Classes of words that say more than who says so."""
_BREAKING = frozenset({"after", "before", "when", "hypothesis"})


class Line:
    """A sentence with its noun phrases.

    Attributes:
        units: of the sentence.
        sentence: what it was made from.
        begins: the first unit after the dateline.
        evoking: the classes of words that evoke frames, with the entries by which they do; a trigger evokes by its own.
        speaks: whether a word of it may evoke a frame.
        verb_first: whether a subject may follow its verb in its language.
    """

    def __init__(
        self,
        sentence: Sentence,
        read: Callable[[Sequence[Unit], int], list[Phrase]],
        place: Callable[[Sequence[Unit], int], Places | None],
        evoking: Mapping[str, Sequence[Entry]],
        *,
        verb_first: bool,
    ) -> None:
        self.verb_first = verb_first
        self.sentence = sentence
        self.units = sentence.units
        self.begins = dateline(self.units)
        self.evoking = evoking
        self.speaks = any(
            (unit.tags and not unit.tags.isdisjoint(evoking)) or (unit.ending and owns(self.units, at))
            for at, unit in enumerate(self.units)
        )
        self._read = read
        self._place = place
        self._phrases: list[Phrase] | None = None
        self._cover: list[Phrase | None] = []
        self._adjuncts: Adjuncts | None = None

    @property
    def phrases(self) -> list[Phrase]:
        """Places and parties, in order; found when first asked for, because most sentences are never asked."""
        if self._phrases is None:
            self._phrases = self._read(self.units, self.begins)
            release(self)
        return self._phrases

    @property
    def written_in(self) -> Places | None:
        """The place with which the dateline begins, or None."""
        return self._place(self.units[: self.begins], 0) if self.begins else None

    def _covered(self) -> list[Phrase | None]:
        phrases, self._cover = self.phrases, [None] * len(self.units)
        for phrase in phrases:
            self._cover[phrase.first : phrase.last + 1] = [phrase] * (phrase.last + 1 - phrase.first)
        return self._cover

    def phrase(self, at: int) -> Phrase | None:
        """The phrase that covers a unit."""
        cover = self._cover or self._covered()
        return cover[at] if 0 <= at < len(cover) else None

    @property
    def adjuncts(self) -> Adjuncts:
        """What may stand between an Arabic verb and what it governs («بعد معارك عنيفة», «بشكل كامل»)."""
        if self._adjuncts is None:
            self._adjuncts = adjuncts(self) if self.verb_first else Adjuncts()
        return self._adjuncts

    def adjunct(self, at: int) -> bool:
        """Whether a unit belongs to an adjunct."""
        return at in self.adjuncts.nouns or at in self.adjuncts.dates

    def particle(self, at: int) -> bool:
        """Whether a word that is a verb too only stresses the verb after it ("فقد سيطر")."""
        if not self.units[at].tags >= _PARTICLE or at + 1 >= len(self.units):
            return False
        after = self.units[at + 1]
        if at + 1 in self.adjuncts.nouns:
            return False  # "فقد بشكل كامل السيطرة على"
        return self.told(at + 1) or not (self.phrase(at + 1) or after.tags or (self.verb_first and after.word.startswith("ال")))

    def head(self, phrase: Phrase) -> str:
        """The noun that calls its places what they are, or empty; of «مناطق المديرية» the one of which the others are."""
        heads = [unit.reading.stem for unit in self.units[phrase.first : phrase.last + 1] if "head" in unit.tags]
        return heads[-1 if self.verb_first and isinstance(phrase, Places) and phrase.anaphor else 0] if heads else ""

    def heads(self, phrase: Phrase) -> bool:
        """Whether a phrase calls its places what they are ("the town of")."""
        return bool(self.head(phrase))

    def finite(self, at: int) -> bool:
        """Whether a unit is a finite verb that the lexicon knows."""
        return any(
            entry.tense in FINITE and entry.tag in {"trigger", "report", "light", "achieve", "denial"}
            for entry in self.units[at].entries
        )

    def times(self, at: int) -> bool:
        """Whether a conjunction of time governs a date and no clause ("منذ أمس الأحد", "قبل يومين"), or only a fight."""
        if self.units[at].tags.isdisjoint(("after", "before")):
            return False
        if self.verb_first and self._after_fight(at):
            return True
        last = at
        while last + 1 < len(self.units) and self._timed(self.units[last + 1]):
            last += 1
        label = self.units[last + 1].entry("preposition") if last + 1 < len(self.units) else None
        counted = self.units[last].tags.isdisjoint(("weekday", "month", "day"))  # "بعد يوم من" is after something else
        return last > at and (label is None or not self._leads_to_deed(label, last + 2) or not counted)

    def _leads_to_deed(self, label: Entry, at: int) -> bool:
        """Whether a preposition behind a count of days tells after what they came («بعد يوم من», «بعد عام على سقوطها»)."""
        deed = self.units[at : at + 1] if self.verb_first and label.value == "on" else []
        return label.value == "from" or any(e.tag == "trigger" and e.tense == "noun" for unit in deed for e in unit.entries)

    def _after_fight(self, at: int) -> bool:
        """Whether a clause goes on behind what it was fought for («تمكن الجيش بعد معارك عنيفة من السيطرة على»)."""
        if "after" not in self.units[at].tags or "clausal" in self.units[at].tail_cues or not self._indefinite(at + 1):
            return False
        end = at + 2
        while end < min(at + _ADJUNCT, len(self.units)) and not self.units[end].tags and self._indefinite(end):
            end += 1
        resumed = self.units[end : end + 2]
        leads = bool(resumed) and not resumed[0].gap and any(labelled(resumed[0], case) for case in ("from", "on", "in"))
        deed = resumed[-1] if leads else resumed[0] if resumed else None
        own = any(entry.tag == "trigger" and entry.tense == "noun" for entry in self.units[at + 1].entries)
        place = bool(resumed) and labelled(resumed[0], "from") and isinstance(self.phrase(end + 1), Places) and not own
        return (deed is not None and "trigger" in deed.tags and not deed.gap) or (leads and place)  # "انسحب بعد معارك من سرت"

    def _indefinite(self, at: int) -> bool:
        """Whether an Arabic word is an indefinite noun or adjective that belongs to no phrase."""
        unit = self.units[at] if at < len(self.units) else None
        noun = unit is not None and not (unit.gap or unit.reading.article or unit.word.startswith("ال") or unit.tags & _SPANS)
        return noun and unit is not None and self.phrase(at) is None and not any(e.tense in FINITE for e in unit.entries)

    def _timed(self, unit: Unit) -> bool:
        part = (entry := unit.entry("time")) is not None and entry.value in _PARTS_OF_TIME
        return part or unit.word.isdigit() or not unit.tags.isdisjoint(_TIMES)

    def told(self, at: int) -> bool:
        """Whether a unit is a finite verb of whatever class."""
        return any(entry.tense in FINITE for entry in self.units[at].entries)

    def leftward(self, start: int, *, asides: bool = False) -> Iterator[int]:
        """Unit indexes to the left of ``start`` inside its clause; asides between commas are passed over unless wanted."""
        at, passed = start - 1, self.adjuncts.nouns
        while at >= self.begins:
            if at in passed and start not in passed:
                at -= 1
                continue
            if gap := self.units[at + 1].gap:
                opens = 0 if asides or self.verb_first or self.inside(at + 1) else opening(self.units, at + 1)
                if opens and not self.inside(opens):  # "The army (FARDC) recaptured"
                    at = opens - 1
                    continue
                if not (HARD.isdisjoint(gap) or (self.verb_first and self.inside(at + 1))):
                    return
                if not asides and not _PARTING.isdisjoint(gap) and (jump := self._aside(at)) is not None:
                    at = jump
                    if self.phrase(at) is None:
                        continue
            yield at
            at -= 1

    def _aside(self, last: int) -> int | None:
        """Where to go on left of an aside that ends at ``last``: between two commas, and no clause of its own."""
        if self.inside(last + 1):
            return None
        for first in range(last, self.begins, -1):
            unit = self.units[first]
            if not HARD.isdisjoint(unit.gap):
                return None
            if not _PARTING.isdisjoint(unit.gap) and not self.inside(first):
                if not self.verb_first and "conjunction" in unit.tags and self._names_subject(first + 1):
                    return None  # "took Bria, and Bambari, held by the army, was quiet"
                if "contrast" in unit.tags and self.units[first + 1].tags.isdisjoint(("negation", "conjunction")):
                    return None  # "but the regional capital, Kherson, remains"
                predicate = any(self._predicates(at) for at in range(first, last + 1)) and not self._reports(first, last)
                goes_on = not self.units[last + 1].tags.isdisjoint(_VERBAL)
                apposed = goes_on and (not unit.tags.isdisjoint(_APPOSED) or _calls(unit))
                told = self.units[first : first + 1 + bool(unit.tags & {"both", "adverb"})]  # "Dikwa, taken in May, is"
                passive = goes_on and (any(map(_participle, told)) or self._using(first))
                return first - 1 if apposed or passive or not predicate or self._opens_aside(first) else None
        return None

    def _names_subject(self, at: int) -> bool:
        """Whether a phrase that stands behind a conjunction begins a clause, and goes on no list."""
        phrase = self.phrase(at) or (self.phrase(at + 1) if "article" in self.units[at].tags else None)
        return isinstance(phrase, Places) and phrase.case == ""

    def _using(self, at: int) -> bool:
        """Whether a present participle opens an aside ("The army, using captured tanks, took")."""
        return not self.verb_first and self.units[at].word.endswith("ing") and self.phrase(at) is None

    def _reports(self, first: int, last: int) -> bool:
        """Whether an aside only says whose words these are (", he said," ", an official added on Monday,")."""
        tags = [unit.tags for unit in self.units[first : last + 1]]
        return any("report" in told for told in tags) and all(told.isdisjoint(_TELLING) for told in tags)

    def _opens_aside(self, at: int) -> bool:
        """Whether a subordinate clause begins at a unit, behind a preposition perhaps ("from which", "in the port of which")."""
        tags = self.units[at].tags
        led = self.units[at + 1 : at + 2 + (not self.verb_first) * _TO_RELATIVE] if tags & _LEADING else ()
        governs = any("relative" in unit.tags and (not n or _governs(led[n - 1])) for n, unit in enumerate(led))
        return governs or not tags.isdisjoint(_ASIDE)

    def inside(self, at: int) -> bool:
        """Whether the punctuation before a unit stands inside a phrase."""
        return self.phrase(at) is not None and self.phrase(at) is self.phrase(at - 1)

    def _predicates(self, at: int) -> bool:
        told = self.units[at].gap != "-" and any(
            entry.tense in {"past", "present", "ed"} and entry.tag in {"trigger", "report", "light"}
            for entry in self.units[at].entries
        )
        modal = "modal" in self.units[at].tags and self.units[at].word == self.units[at].tail  # "on the verge of" is no verb
        return told or modal or not self.units[at].tags.isdisjoint(("be", "have", "had", "become"))

    def rightward(self, start: int) -> Iterator[int]:
        """Unit indexes to the right of ``start`` until the clause breaks off; a verb's adjunct of time is passed over."""
        at, passed = start + 1, self.adjuncts.nouns
        while at < len(self.units):
            unit = self.units[at]
            if at in passed and start not in passed:
                at += 1
                continue
            if not HARD.isdisjoint(unit.gap) or "contrast" in unit.tags:
                return
            if at > start + 1 and not _BREAKING.isdisjoint(unit.tags) and not (self.times(at) or self._beside(at)):
                resumed = self._resumed(at)
                if resumed is None:
                    return
                at = resumed
            yield at
            at += 1

    def _beside(self, at: int) -> bool:
        """Whether a word that may tell of a time only says with whom («اشتبكت الفصائل مع الجيش داخل …»)."""
        return self.verb_first and labelled(self.units[at], "with") and isinstance(self.phrase(at + 1), Party)

    def _resumed(self, first: int) -> int | None:
        """Where a clause goes on after an adjunct ("سيطر الجيش بعد معارك على بلدة"), or None where that is a clause."""
        if self.units[first].tags.isdisjoint(("after", "before")):
            return None
        for at in range(first + 1, min(first + _ADJUNCT, len(self.units))):
            unit = self.units[at]
            if parted(unit.gap) or any(entry.tag == "trigger" and entry.tense for entry in unit.entries):
                return None
            if (entry := unit.entry("preposition")) and entry.value == "on":
                return at
        return None

    def before(self, start: int, count: int) -> Sequence[Unit]:
        """Up to ``count`` units directly left of ``start``, nearest first, no comma crossed."""
        near = range(start - 1, max(-1, start - 1 - count), -1)
        return [self.units[at] for at in takewhile(lambda at: not parted(self.units[at + 1].gap), near)]


def _governs(unit: Unit) -> bool:
    """Whether a word or the last of several is a preposition."""
    return "preposition" in unit.tags or "genitive" in unit.tail_cues


def _calls(unit: Unit) -> bool:
    """Whether a unit is what a place is called by whom it belongs to ("Hajin, last town that …")."""
    return any(entry.tag == "trigger" and entry.tense in {"", "noun"} for entry in unit.entries)


def _participle(unit: Unit) -> bool:
    return any(entry.tag == "trigger" and entry.tense in {"ed", "participle"} for entry in unit.entries)

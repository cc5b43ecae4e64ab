"""From a reading to a claim: the model's nouns, offsets, quotes and the id."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from whoheld.extract.dates import Dated, came_later, choose, led_since, since_deed
from whoheld.extract.phrases.phrase import Name
from whoheld.extract.phrases.phrase import Party as Said
from whoheld.extract.saying.report import Attribution
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.setting import Setting
from whoheld.interval import Bounds
from whoheld.model import (
    Article,
    ArticleRef,
    Basis,
    Claim,
    Evidence,
    Extent,
    Mention,
    Modality,
    Party,
    Relation,
    Telling,
    When,
    claim_id,
)

_CONTEXT = 32
_ARTICLE, _TO_ARTICLE = "ال", "لل"
"""The Arabic article, and what «to» with it is written as."""


@dataclass(slots=True)
class Reading:
    """One claim before it is written: what was bound, resolved and dated.

    ``lent`` is the date that another sentence gives to the same event, where its own gives none; ``back`` says of a state that
    the place is its actor's again.
    """

    line: Line
    frame: Frame
    relation: Relation
    name: Name
    extent: Extent
    actor: Said | None
    loser: Said | None
    telling: Telling
    said: Attribution
    dated: list[Dated]
    lent: "tuple[Line, Dated] | None" = None
    back: bool = False
    _chosen: dict[bool, Dated | None] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def place(self) -> tuple[int, str]:
        """What its words name: in "Goma's airport … the city" the same word names two places."""
        return self.name.start, self.name.kind

    @property
    def date(self) -> Dated | None:
        """The date that its sentence gives it, sought once for a state and once for an event."""
        lasts = self.relation is Relation.HOLDS
        if lasts not in self._chosen:
            self._chosen[lasts] = choose(self.dated, self.line, self.frame, self.name, lasts=lasts)
        return self._chosen[lasts]


class Writer:
    """Writes the claims of one article."""

    def __init__(self, article: Article, setting: Setting, written: Bounds) -> None:
        self._article = article
        self._setting = setting
        self._written_on = written
        self._ref = ArticleRef(**article.model_dump(include=set(ArticleRef.model_fields)))
        self._written: set[tuple[object, ...]] = set()

    def claims(self, reading: Reading) -> Iterator[Claim]:
        """The claim of a reading, unless the text has made it with the same words before."""
        start, end = self._span(reading)
        when = self._when(reading)
        then = self._then(reading, when)
        actor, loser = self._sides(reading, then)
        once = (
            reading.place,
            reading.relation,
            reading.extent,
            actor.id or actor.text,
            when.earliest,
            when.latest,
            reading.telling,
            reading.said.modality is Modality.DENIED,
        )
        if once in self._written:
            return
        self._written.add(once)
        name, text = reading.name, self._article.text
        yield Claim(
            id=claim_id(
                sha256=self._article.sha256,
                spans=((start, end), (name.start, name.end), *([name.around] if name.around else [])),
                relation=reading.relation,
                actor=actor.text,
                when=when.text,
            ),
            relation=reading.relation,
            actor=actor,
            loser=loser,
            place=Mention(text=_unprefixed(text[name.start : name.end]), start=name.start, end=name.end, kind=name.kind),
            extent=reading.extent,
            when=when,
            telling=reading.telling,
            modality=reading.said.modality,
            speaker=self._speaker(reading, then),
            evidence=_evidence(text, start, end),
            article=self._ref,
            rule=f"{reading.frame.trigger.name}.{reading.frame.voice}",
        )

    def _span(self, reading: Reading) -> tuple[int, int]:
        units, frame, name = reading.line.units, reading.frame, reading.name
        trigger = units[frame.at]
        low, high = min(trigger.start, units[frame.pivot].start), trigger.end
        within = reading.line.sentence
        for start, end in [(name.start, name.end), *((p.start, p.end) for p in (frame.actor, frame.loser) if p)]:
            if within.start <= start and end <= within.end:
                low, high = min(low, start), max(high, end)
        return low, high

    def _then(self, reading: Reading, when: When) -> Setting:
        """The setting in the year of what is told; who holds a place now is whom the text calls so, since whenever it be."""
        now = reading.relation is Relation.HOLDS and reading.telling is Telling.STATE
        if now or when.basis is not Basis.STATED:
            return self._setting
        return self._setting.then(Bounds(when.earliest, when.latest))

    def _sides(self, reading: Reading, then: Setting) -> tuple[Party, Party | None]:
        """Winner and loser; of two who mean the same side one is not known to be that ("government troops", of which?).

        It is the winner where only a common noun tells him, of a state that is named ("France handed the town to the army").
        """
        actor = self._party(reading, reading.actor, reading.frame.actor, then) or Party(id=None, text=None)
        loser = self._party(reading, reading.loser, reading.frame.loser, then)
        if loser is None or loser.id is None or loser.id != actor.id:
            return actor, loser
        winner, other = reading.frame.actor, reading.frame.loser
        if winner is not None and winner.bare and other is not None and not other.bare:
            return Party(id=None, text=actor.text), loser
        return actor, Party(id=None, text=loser.text)

    def _party(self, reading: Reading, meant: Said | None, said: Said | None, then: Setting) -> Party | None:
        """Who is meant, in the words of the clause itself where they mean him too ("the rebels", of whom somebody has spoken)."""
        if meant is None:
            return None
        meaning = then.party(meant, reading.name)
        own = then.party(said, reading.name) if said is not None and said is not meant and said.meanings else None
        words = said if said is not None and own is not None and meaning is not None and own.actor is meaning.actor else meant
        return Party(id=meaning.actor.id if meaning else None, text=self._words(words))

    def _speaker(self, reading: Reading, then: Setting) -> Party | None:
        """Who says so: in the year of the text, unless it is who acted that says so himself."""
        said = reading.said
        if said.end == said.start:
            return None
        setting = then if said.party is reading.actor else self._setting
        meaning = setting.party(said.party) if said.party is not None else None
        return Party(id=meaning.actor.id if meaning else None, text=self._words(said))

    def _words(self, said: Said | Attribution) -> str:
        return _unprefixed(self._article.text[said.start : said.end])

    def _when(self, reading: Reading) -> When:
        line, dated = (reading.line, reading.date) if reading.lent is None else reading.lent
        later = dated is not None and reading.lent is None and came_later(line, dated, reading.frame)
        if dated is not None and dated.latest is not None and not (later and self._written_on.latest is None):
            units = line.units
            text = self._article.text[units[dated.first].start : units[dated.last].end]
            latest = self._written_on.latest if _ever_since(reading, line, dated) else None
            latest = dated.latest if latest is None else latest
            return When(earliest=dated.earliest, latest=latest, basis=Basis.STATED, text=text)
        earliest, latest = self._written_on
        if latest is None:
            return When(earliest=None, latest=None, basis=Basis.UNKNOWN)
        speaks_of_today = reading.relation is Relation.HOLDS and reading.telling is not Telling.BACKGROUND
        told = self._article.published and self._article.published_basis != "dateline"
        basis = Basis.PUBLISHED if told else Basis.DATELINE
        return When(earliest=earliest if speaks_of_today else None, latest=latest, basis=basis)


def _unprefixed(text: str) -> str:
    """The words of a name, without the preposition that Arabic writes on its article («للجيش», «للفاشر»)."""
    return _ARTICLE + text.removeprefix(_TO_ARTICLE) if text.startswith(_TO_ARTICLE) else text


def _ever_since(reading: Reading, line: Line, dated: Dated) -> bool:
    """Whether a change is told to have come at some time since a date ("Since Saturday two villages have been taken").

    That of "took it in May before the army did" came since May too. What an Arabic verb tells of a sentence that opens
    with such a date is an event unless it may be a state («منذ سبتمبر استعادوا فضولي», but «منذ 2014 سيطروا على الموصل»).
    """
    frame = reading.frame
    lasts = frame.trigger.relation is Relation.HOLDS and frame.voice != "noun"  # "had occupied it since May": when that began
    event = reading.relation in {Relation.GAINED, Relation.LOST} and not lasts
    led = any("onset" in unit.cues for unit in line.units[max(0, dated.first - 1) : dated.first + 1])
    opens = line.verb_first and dated.first == line.begins + 1 and led_since(line.units, dated.first)
    led = led or (opens and dated.last < frame.at and frame.voice == "active" and frame.trigger.present is None)
    led = led or (reading.lent is None and (since_deed(line, dated, frame) or came_later(line, dated, frame)))
    began = any("when" in unit.tags for unit in line.units[dated.last + 1 : dated.last + 2])  # "since 1993, when"
    return event and led and not began


def _evidence(text: str, start: int, end: int) -> Evidence:
    """The words of a claim with those around them."""
    prefix, suffix = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    return Evidence(quote=text[start:end], start=start, end=end, prefix=prefix, suffix=suffix)

"""The sides that a text speaks of, and which of them is left where a claim does not say whose deed it tells.

Only what the text itself tells counts: whom it lets win or lose elsewhere, who holds the place, who acts in the sentences around.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from whoheld.extract.bind.apposed import calls_place
from whoheld.extract.bind.named_together import named_with
from whoheld.extract.discourse.salience import owns_subject, reports, stays_out
from whoheld.extract.parties.turncoats import changes_sides
from whoheld.extract.phrases.phrase import Party
from whoheld.extract.revision.aggrieved import aggrieved
from whoheld.extract.revision.attacking import attacker
from whoheld.extract.revision.compared import before_news, came_after, goes_on, has_own_agent, long_after, long_since, praised
from whoheld.extract.revision.dating import dates, only_dates, recalled
from whoheld.extract.revision.described_as import fits
from whoheld.extract.revision.failing import fails
from whoheld.extract.revision.named_as import is_enemy, is_office, nameless, owner, parties
from whoheld.extract.revision.undone import left_with, undone
from whoheld.extract.sentence.borders import borders
from whoheld.extract.sentence.frame import BARE
from whoheld.extract.sentence.line import Line
from whoheld.extract.setting import Setting
from whoheld.extract.write import Reading
from whoheld.lang import Pack
from whoheld.model import Actor, Modality, Relation, Telling
from whoheld.text import key

_NEAR = 2
"""How many sentences before or after a claim one may act whose deed it is."""
_HE = "m"
"""Whose pronoun is a person's."""
_ACTING = BARE | {"by", "owner"}
_FIGHTING = BARE | {"by", "owner", "of", "with"}
_OTHERS = {
    Relation.GAINED: frozenset({Relation.LOST, Relation.HOLDS}),
    Relation.HOLDS: frozenset({Relation.LOST, Relation.HOLDS}),
    Relation.LOST: frozenset({Relation.GAINED}),
}
"""What is told of the other parties to a gain, a hold and a loss."""
_TO_AGENT = 3
"""Words from a verb in the passive to its agent ("confirmed by the army")."""


class Sides:
    """The sides of one text.

    Args:
        lines: its sentences.
        setting: what their names mean there.
        text: the article's.
        language: the text's.

    Attributes:
        beaten: the parties that the text lets give up something other than a place.
        lucky: those that it lets gain places without naming these.
    """

    def __init__(self, lines: Sequence[Line], setting: Setting, text: str, language: Pack) -> None:
        self._lines = lines
        self._setting = setting
        self._text = text
        self._creeds = frozenset(map(key, language.creeds))
        self._faith = frozenset(map(key, language.cues.get("faith", ())))
        self._fighters = frozenset(map(key, language.cues.get("fighter", ())))
        self._first_named: dict[str, Party] | None = None
        self.beaten: Sequence[Party] = ()
        self.lucky: Sequence[Party] = ()

    def failing(self) -> Iterator[Party]:
        """Those of whom the text says that they failed, or could not do what they wanted."""
        for line in self._lines:
            yield from (party for party in parties(line) if party.case in BARE and fails(line, party))

    def left(self, reading: Reading, told: Sequence[Reading]) -> Party | None:
        """Who did what a reading without an actor tells, or None where the text leaves several or nobody.

        Args:
            reading: a gain or a loss.
            told: all that the text tells.
        """
        if reading.relation is Relation.LOST and (same := self._elsewhere(reading, told)):
            return same
        stranger = reading.frame.pronoun == _HE and not reading.line.verb_first  # "The former general said that he seized Bor"
        untold = reading.said.modality is Modality.DENIED and reading.said.party is None  # nobody knows who calls it untrue
        if stranger or untold or self._tells_fall(reading):
            return None
        gains = (r for r in told if r is not reading and r.relation is Relation.GAINED and not has_own_agent(r, reading))
        winners = {self.side(r.actor) for r in gains if praised(reading) or not praised(r)}
        ruled_out = self._ruled_out(reading, told) | {self.side(r.actor) for r in told if long_since(reading, r)}
        ruled_out |= (self._after_fall(reading) | {self.side(r.actor) for r in told if has_own_agent(r, reading)}) - winners
        ruled_out |= self._only_confirming(reading) | self._taking_back(reading, told) | self._unbeaten(reading, told)
        back = self._since_lost(reading, told)
        ruled_out |= self._told_otherwise(reading, told) - back
        ruled_out |= self._left_by_own(reading)
        speaker = self._speaking(reading)
        lucky = {self.side(party): party for party in self.lucky} if reading.relation is Relation.GAINED else {}
        acting = {**self._acting, **lucky, **speaker}
        by_side = {s: p for s, p in acting.items() if s not in ruled_out and not self._belittled(reading, p)}
        by_side = {s: p for s, p in fought.items() if s in by_side} if (fought := self._fought(reading)) else by_side
        news = reading.telling is not Telling.BACKGROUND
        alike = {self.side(r.actor) for r in told if r.relation is reading.relation and not (news and recalled(r))}
        alike |= lucky.keys()
        others = by_side.keys() - (self._worsted(told) - back) if reading.relation is Relation.GAINED else by_side.keys()
        own = (others if self._of_group(reading) else set[str]()) & speaker.keys()  # "Boko Haram said Gwoza was captured"
        if shown := self._attacking(reading, others) or (None if own else self._taking_it(reading, told, others)):
            return shown
        attribute = reading.frame.voice == "reduced" and reading.line.verb_first  # «مدينة سرت المحررة» tells nothing of who acts
        known = (own, by_side.keys() & alike & others, others & speaker.keys(), set[str]() if attribute else others)
        if (only := next((sides for sides in known if len(sides) == 1), None)) is not None:
            return by_side[next(iter(only))]
        taken = reading.relation is Relation.GAINED and reading.frame.voice == "passive" and not reading.line.verb_first
        open_ = taken and not praised(reading) and len(others) > 1 and self._undecided(reading, others)
        if attribute or open_:
            return None
        return next((party for party in self._around(reading) if self.side(party) in others), None)

    def _taking_it(self, reading: Reading, told: Iterable[Reading], sides: Collection[str]) -> Party | None:
        """Who of some sides alone is told as the text's news to have taken the place of which a passive tells so once more."""
        passive = reading.frame.voice == "passive" and reading.relation is Relation.GAINED and not reading.line.verb_first
        gains = (r for r in told if passive and r is not reading and r.relation is Relation.GAINED and not recalled(r))
        here = (r.actor for r in gains if r.actor is not None and self._place(r) == self._place(reading))
        found = {side: party for party in here if (side := self.side(party)) in sides}
        return next(iter(found.values())) if len(found) == 1 else None

    def _undecided(self, reading: Reading, sides: Collection[str]) -> bool:
        """Whether the sentence before only tells of two sides that fight, so that either may have taken a place."""
        at = next((n for n, line in enumerate(self._lines) if line is reading.line), 0)
        near = (self._lines[n] for n in range(at, max(-1, at - 1 - _NEAR), -1))
        here = next(
            (found for line in near if (found := {self.side(p) for p in self._parties_of_line(line)} & set(sides))), set()
        )
        return len(here) > 1

    def fighting(self, reading: Reading, told: Sequence[Reading]) -> Party | None:
        """A side that fights for a place of which only the fighting is told: who says so, or who is named nearest.

        Where only men have been told of before whom nobody knows, it is none that is named later.
        """
        speaker = reading.said.party
        in_office = speaker is not None and is_office(reading.line, speaker)
        if speaker is not None and not in_office and (self.side(speaker) or speaker.nonstate or speaker.regular):
            return speaker
        here = [party for party in parties(reading.line) if self.side(party) and party.case in _FIGHTING]
        fights = (p for p in here if not (is_office(reading.line, p) or borders(reading.line, p.first)))  # "the border with Chad"
        here = [party for party in fights if party is not speaker]
        if here:
            return min(here, key=lambda party: abs(party.first - reading.frame.at))
        earlier = told[: next(n for n, other in enumerate(told) if other is reading)]
        before = [other.actor for other in earlier if other.actor is not None]
        if before:
            return next((actor for actor in reversed(before) if self.side(actor)), None)
        if in_office:
            return None  # a governor tells of a fight, and does not fight it
        return next(self._around(reading), next(iter(self._acting.values()), None))

    def only_rebels(self) -> Party | None:
        """The one side that is no state's of all that the text names, or None of several, or of "rebels" who have no name."""
        acting = {side: party for side, party in self._acting.items() if not self._of_state(party)}
        only = next(iter(acting.values())) if len(acting) == 1 else None
        meaning = self._setting.party(only) if only is not None else None
        return None if meaning is not None and nameless(meaning.actor) else only

    def unnamed(self, party: Party) -> bool:
        """Whether words like "the separatist rebels" tell of nobody in particular here."""
        common = (party.nonstate or party.noun in self._fighters) and party.bare and party.noun not in self._creeds
        return common and self._setting.party(party) is None

    def described(self, party: Party | None, rebels: Party) -> bool:
        """Whether words that only describe a party may be of the rebels that the text names."""
        meaning = self._setting.party(rebels)
        return party is None or meaning is None or fits(party, meaning.actor, self._lines, self._actor, self._faith)

    def _actor(self, party: Party) -> Actor | None:
        meaning = self._setting.party(party)
        return meaning.actor if meaning is not None else None

    def _of_state(self, party: Party) -> bool:
        """Whether a party is a state or stands with several ("the US-led coalition"); rebels join at home."""
        meaning = self._setting.party(party)
        if meaning is None or meaning.actor.kind != "coalition":
            return meaning is not None and meaning.actor.kind != "armed_group"
        return len({country for alias in meaning.actor.aliases for country in alias.countries}) != 1

    def _ruled_out(self, reading: Reading, told: Sequence[Reading]) -> set[str]:
        """The sides that it cannot have been: the other party of the deed, who denies it, who is told to have the place."""
        others = _OTHERS[reading.relation]
        same = [r for r in told if r is not reading and self._place(r) == self._place(reading) and r.extent is reading.extent]
        found = {self.side(r.actor) for r in same if r.relation in others}
        news = [r for r in same if before_news(reading, r)]
        if news:
            return {side for r in news if (side := self.side(r.actor))}  # who has it since then is who had not
        if reading.relation is Relation.GAINED:
            again = praised(reading) and not recalled(reading)
            earlier = [r for r in same if r.relation is Relation.GAINED and came_after(reading, r)]
            last = max(
                earlier, key=lambda r: str(r.date.latest if r.date else ""), default=None
            )  # who took it last has it when it falls again
            found |= {self.side(last.actor)} if last is not None else set()
            found |= {self.side(r.actor) for r in same if undone(reading, r) or undone(r, reading)}
            found |= {self.side(r.actor) for r in same if r.relation is Relation.GAINED and recalled(r) and again}
            later = [r for r in same if praised(r) and not praised(reading) and came_after(r, reading)]
            found |= {self.side(party) for r in later for party in named_with(r.line, r.actor)}
            found |= {self.side(r.loser) for r in same if r.relation is Relation.GAINED} | {self.side(owner(reading))}
            found |= {self.side(reading.said.party)} if reading.said.modality is Modality.DENIED else set()
            found |= {self.side(aggrieved(reading))}
        return {side for side in found | {self.side(reading.loser)} if side}

    def _taking_back(self, reading: Reading, told: Sequence[Reading]) -> set[str]:
        """The sides that the text only lets win places back, where a fall from before that is recalled ("Mosul had fallen")."""
        frame, aside = reading.frame, reading.frame.voice == "reduced" and not (reading.line.verb_first or praised(reading))
        falls = aside or (frame.voice == "active" and "subject" in frame.trigger.place)
        if reading.relation is not Relation.GAINED or not falls:
            return set()
        gains = [r for r in told if r is not reading and r.relation is Relation.GAINED and r.actor is not None]
        back = {self.side(r.actor) for r in gains if praised(r) and (recalled(reading) or long_after(r, reading))}
        return back - {self.side(r.actor) for r in gains if not praised(r)}

    def _fought(self, reading: Reading) -> dict[str, Party]:
        """The sides between which a fight is told that ended so («استعيدت بعد معارك بين الجيش والمتمردين»)."""
        line, at = reading.line, reading.frame.at
        if not line.verb_first:
            return {}
        pair = zip(line.phrases, line.phrases[1:], strict=False)
        both = next((two for two in pair if at < two[0].first and two[0].case == "with" and two[1].case == "list"), None)
        if both is None or "partitive" not in line.units[both[0].first - 1].cues:
            return {}
        after = any("after" in line.units[n].tags for n in range(at, both[0].first))
        return {self.side(p): p for p in both if isinstance(p, Party)} if after else {}

    def _only_confirming(self, reading: Reading) -> set[str]:
        """The side by which a gain is only confirmed ("The fall of the town was confirmed by the army"), be it whose it is."""
        speaker, units = reading.said.party, reading.line.units
        if reading.relation is not Relation.GAINED or speaker is None or speaker.case != "by" or speaker.possessive:
            return set()
        confirmed = any("report" in unit.tags for unit in units[max(0, speaker.first - _TO_AGENT) : speaker.first])
        return {self.side(speaker)} if confirmed and not any("boast" in unit.tags for unit in units) else set()

    def _tells_fall(self, reading: Reading) -> bool:
        """Whether a state tells of a fall, its defeat or success, where no other side is named («أكدت يريفان سقوط هادروت»)."""
        speaker, frame = reading.said.party, reading.frame
        falls = reading.relation is Relation.GAINED and frame.voice != "passive" and "subject" not in frame.trigger.actor
        hailed = any("boast" in unit.tags for unit in reading.line.units[: frame.at])
        told_by_state = falls and not hailed and speaker is not None and self._of_state(speaker)
        return told_by_state and self._acting.keys() <= {"", self.side(speaker)}

    def _left_by_own(self, reading: Reading) -> set[str]:
        """The states whose side somebody has just been told to leave, who goes on to act ("A general has defected and taken")."""
        line = reading.line
        turned = not line.verb_first and any(changes_sides(unit) for unit in line.units[line.begins : reading.frame.at])
        return {side for side, party in self._acting.items() if self._of_state(party)} if turned else set()

    def _attacking(self, reading: Reading, sides: Collection[str]) -> Party | None:
        """Who of some sides, or of none, has just been told to go against a place that somebody is told to have taken."""
        if reading.relation is not Relation.GAINED or reading.frame.voice != "passive" or praised(reading):
            return None
        at = next((n for n, line in enumerate(self._lines) if line is reading.line), 0)
        near = (line for line in reversed(self._lines[max(0, at - _NEAR) : at + 1]) if not line.verb_first)
        found = next((party for line in near if (party := attacker(line, self._text, self._place(reading)))), None)
        return found if self.side(found) in {"", *sides} else None

    def _after_fall(self, reading: Reading) -> set[str]:
        """The sides of which only is told what they did when a place was taken ("After the fall of Herat, commandos fled")."""
        line, frame = reading.line, reading.frame
        if reading.relation is not Relation.GAINED or not dates(reading):
            return set()
        falls = "subject" not in frame.trigger.actor  # a fall is nobody's deed, wherever it stands
        return {self.side(party) for party in self._parties_of_line(line) if falls or party.first > frame.at}

    def _speaking(self, reading: Reading) -> dict[str, Party]:
        """The side whose own speaker tells of a gain ("were wrested from the rebels, Bamako says")."""
        speaker = reading.said.party if reading.relation is Relation.GAINED else None
        return {side: speaker} if speaker is not None and (side := self.side(speaker)) else {}

    def _unbeaten(self, reading: Reading, told: Sequence[Reading]) -> set[str]:
        """The armed groups that the text never lets lose, where it tells of a loss as who held the place does ("was lost")."""
        if reading.relation is not Relation.LOST or reading.frame.voice != "passive" or reading.line.verb_first:
            return set()
        return {side for side, party in self._acting.items() if not self._of_state(party)} - self._worsted(told)

    def _since_lost(self, reading: Reading, told: Sequence[Reading]) -> set[str]:
        """The sides that have lost a place since, of which is recalled that it had fallen."""
        here = (r for r in told if r.relation is Relation.LOST and self._place(r) == self._place(reading))
        return {self.side(r.actor) for r in here} if recalled(reading) else set()

    def _of_group(self, reading: Reading) -> bool:
        """Whether an armed group says that a place was taken, which may tell of nobody else's success."""
        meaning = self._setting.party(reading.said.party) if reading.said.party is not None else None
        passive = reading.frame.voice == "passive" and reading.relation is Relation.GAINED
        return passive and meaning is not None and meaning.actor.kind == "armed_group"

    def _told_otherwise(self, reading: Reading, told: Sequence[Reading]) -> set[str]:
        """The sides of which the text only tells that they lost, held or once took a place, or what they did later.

        A passive tells of a deed, which may be of who holds other places or goes on to take the next; "fell" does not.
        """
        gain, start = reading.relation is Relation.GAINED, reading.line.units[0].start
        having = {Relation.GAINED} if reading.frame.voice == "active" else {Relation.GAINED, Relation.HOLDS}
        before = [r for r in told if r.line.units[0].start <= start]
        before += [r for r in told if reading.frame.voice == "passive" and goes_on(r, reading)]
        fit = {self.side(r.actor) for r in before if not gain or (r.relation in having and not (recalled(r) or left_with(r)))}
        others = {(self.side(r.actor), id(r.line)) for r in told}
        sides = {side for side, _ in others if side} - fit
        if praised(reading) and not reading.line.verb_first:
            return sides  # nobody wins back what he only has, whatever else he does
        acting = (
            (side, id(line)) for line in self._lines for side in sides & {self.side(p) for p in self._parties_of_line(line)}
        )
        return sides - {side for side, line in acting if (side, line) not in others}

    def _elsewhere(self, reading: Reading, told: Iterable[Reading]) -> Party | None:
        """Who is said elsewhere to have lost the place."""
        same = (r for r in told if r.relation is Relation.LOST and self._place(r) == self._place(reading))
        return next((r.actor for r in same if r.actor is not None), None)

    def _belittled(self, reading: Reading, party: Party) -> bool:
        """Whether a success is praised in words that call a party "the militants", as nobody calls himself."""
        return praised(reading) and reading.relation is Relation.GAINED and party.nonstate and not party.proper

    def _worsted(self, told: Iterable[Reading]) -> set[str]:
        """The sides that the text lets lose and never win."""
        told = list(told)
        losers = (*self.beaten, *(r.loser for r in told), *(r.actor for r in told if r.relation is Relation.LOST))
        lost = {self.side(party) for party in losers}
        won = {self.side(r.actor) for r in told if r.relation is Relation.GAINED}
        return {side for side in lost - won if side}

    def _around(self, reading: Reading) -> Iterator[Party]:
        """Who acts in the sentence, in those right before it and in the next, the nearest first."""
        at = next((n for n, line in enumerate(self._lines) if line is reading.line), 0)
        yield from (p for p in reversed(self._parties_of(at)) if p.last < reading.frame.at)
        for before in range(at - 1, max(-1, at - 1 - _NEAR), -1):
            yield from self._parties_of(before)
        yield from (p for p in self._parties_of(at) if p.first > reading.frame.at)
        yield from self._parties_of(at + 1) if at + 1 < len(self._lines) else ()

    @property
    def _acting(self) -> dict[str, Party]:
        """The sides that act somewhere in the text, each as it is first named."""
        if self._first_named is None:
            self._first_named = {}
            for at in range(len(self._lines)):
                for party in self._parties_of(at):
                    self._first_named.setdefault(self.side(party), party)
        return self._first_named

    def _parties_of(self, at: int) -> list[Party]:
        """Who acts in a sentence, the agent of a passive first, and is no town that stands for its government."""
        return self._parties_of_line(self._lines[at])

    def _parties_of_line(self, line: Line) -> list[Party]:
        acting = (p for p in parties(line) if p.case in _ACTING and not (calls_place(line, p) or stays_out(line, p)))
        acting = (party for party in acting if line.verb_first or not party.possessive or owns_subject(line, party))
        acting = (party for party in acting if line.verb_first or not (only_dates(line, party) or is_enemy(line, party)))
        found = (party for party in acting if party.town is None or (not line.verb_first and reports(line, party)))
        return sorted((party for party in found if self.side(party)), key=lambda party: party.case != "by")

    def side(self, party: Party | None) -> str:
        """The side of a party, or empty where nobody knows it or it was gone before the text's year ("since Gaddafi's fall")."""
        named = party is not None and (bool(party.meanings) or not party.anaphor)
        meaning = self._setting.party(party) if party is not None and named else None
        if meaning is None or self._setting.outlived(meaning):
            return ""
        return meaning.actor.side or meaning.actor.id

    def _place(self, reading: Reading) -> str:
        return key(self._text[reading.name.start : reading.name.end])

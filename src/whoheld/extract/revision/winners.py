"""Who gained a place where its clause does not say: the sentence's one winner, the side that boasts of it, the last winner."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from whoheld.extract.finding import Finding
from whoheld.extract.parties.pointing import another
from whoheld.extract.phrases.meaning import ids, same
from whoheld.extract.phrases.phrase import Party, labelled
from whoheld.extract.revision.awaiting import settle
from whoheld.extract.revision.compared import before_news, came_after, has_own_agent, is_loss, praised, said_of
from whoheld.extract.revision.dating import of_other_side
from whoheld.extract.revision.donors import carry_on
from whoheld.extract.revision.failing import beside, owner
from whoheld.extract.revision.freed import holder_before, of_opponent
from whoheld.extract.revision.lost_again import lose_again, lose_later
from whoheld.extract.revision.named_holders import name_holders
from whoheld.extract.revision.our_men import name_our_men
from whoheld.extract.revision.sides import Sides
from whoheld.extract.revision.strongholds import take_from_holders
from whoheld.extract.revision.undone import regained, seized_before, undone
from whoheld.extract.sentence.frame import BARE, apposed
from whoheld.extract.write import Reading
from whoheld.model import Extent, Modality, Relation, Telling

_OFFICES = frozenset({"title", "official"})


def name_winners(findings: Sequence[Finding], text: str, sides: Sides) -> None:
    """Gives a gain without an actor to whom its text lets gain, and a loss without one to the side that admits it."""
    sentences = [list(group) for _, group in groupby(findings, key=lambda finding: id(finding.line))]
    take_from_holders(_readings(findings))
    for sentence in sentences:
        for reading in _readings(sentence):
            _rid_by_speaker(reading)
            if reading.line.verb_first and _one(reading.actor, reading.loser):
                _part(reading)
        lose_again(list(_readings(sentence)))
        _share_winner(sentence)
        for reading in _readings(sentence):
            if reading.actor is None and not _denied(reading):
                _ask_speaker(reading)
    for reading in _readings(findings):
        if reading.actor is None and "passing" in reading.frame.trigger.traits:
            reading.actor = _who_came(reading)
    _free(list(_readings(findings)))
    lose_later(list(_readings(findings)), text)
    _complete(findings, text)
    carry_on([list(_readings(sentence)) for sentence in sentences])
    sides.beaten = [party for finding in findings if (party := _gives_way(finding)) is not None]
    sides.lucky = [finding.actor for finding in findings if _wins_unnamed(finding) and finding.actor is not None]
    sides.beaten += list(sides.failing())
    sides.beaten += [r.actor for r in _readings(findings) if "remnant" in r.frame.trigger.traits and r.actor is not None]
    name_our_men(list(_readings(findings)), sides.side)
    name_holders(list(_readings(findings)))
    _name_rebels(list(_readings(findings)), sides)
    _name_sides(list(_readings(findings)), sides)
    for reading in _readings(findings):
        own = seized_before(reading, list(_readings(findings))) or _goes_to_stranger(reading)
        reading.actor = reading.frame.actor if own else reading.actor
        _lose_to_nobody(reading)
    settle(findings)


def _part(reading: Reading) -> None:
    """Takes back that somebody took a place from himself: one of the two is told elsewhere («قال إن مدينته حررت من الروس»)."""
    twice = reading.actor is not None and reading.loser is not None and reading.actor.first == reading.loser.first
    reading.actor, reading.loser = (reading.actor, None) if twice else (None, reading.loser)


def _free(readings: Sequence[Reading]) -> None:
    """Takes from whom a place is told to be freed that he freed it himself."""
    for reading in readings:
        if (holder := holder_before(reading, readings)) is not None:
            reading.actor, reading.loser = None, holder


def _goes_to_stranger(reading: Reading) -> bool:
    """Whether a place is told to fall to somebody whom nobody knows ("It fell to the North"), and to nobody told before."""
    line, frame = reading.line, reading.frame
    after = line.units[frame.at + 1 : frame.at + 2]
    given = frame.voice == "active" and "to" in frame.trigger.actor and any(labelled(unit, "to") for unit in after)
    return given and frame.actor is None and not (frame.pronoun or line.verb_first)


def _one(winner: Party | None, loser: Party | None) -> bool:
    """Whether two parties mean the same one actor."""
    return len(ids(winner)) == 1 and ids(winner) == ids(loser)


def _who_came(reading: Reading) -> Party | None:
    """Who is told to have come when a place changed hands ("changed hands when the army stormed back into it")."""
    line = reading.line
    opens = next((at for at in range(reading.frame.at + 1, len(line.units)) if "when" in line.units[at].tags), None)
    later = (p for p in line.phrases if opens is not None and isinstance(p, Party) and p.first > opens)
    first = next(later, None)
    return first if first is not None and first.case in BARE else None


def _gives_way(finding: Finding) -> Party | None:
    """The side that a finding tells to give something up, whatever place it is ("troops abandoned their posts"), or None."""
    frame = finding.frame
    if finding.refusal in {"no place", "plan"} and frame.voice == "noun" and "retreat" in frame.trigger.traits:
        return owner(finding.line, frame.at)
    if finding.refusal != "no place" or frame.voice != "active":
        return None
    lost = frame.trigger.relation is Relation.LOST and finding.relation is Relation.LOST
    yields = frame.trigger.relation is Relation.GAINED and frame.trigger.place == ("subject",)  # "the troops surrendered"
    told = finding.actor if lost else None
    return told or (beside(finding.line, frame.at) if lost or yields else None)


def _wins_unnamed(finding: Finding) -> bool:
    """Whether a finding tells of a side that gains places without a name ("the ports passed to them")."""
    return finding.refusal == "no place" and finding.relation is Relation.GAINED and any(p.anaphor for p in finding.frame.places)


def _name_rebels(readings: Sequence[Reading], sides: Sides) -> None:
    """Gives what "rebels" of no name did to the one side of rebels that the text names."""
    told = [reading for reading in readings if reading.actor is not None and sides.unnamed(reading.actor)]
    rebels = sides.only_rebels() if told else None
    for reading in told:
        other = same(reading.loser, rebels) or _from_them(reading, rebels, readings) or _one_more(reading, rebels)
        if rebels is not None and not other and sides.described(reading.actor, rebels):
            reading.actor = rebels


def _one_more(reading: Reading, rebels: Party | None) -> bool:
    """Whether a force is told as one more than the rebels named before it ("The SDF met a militia that holds Manbij")."""
    actor, phrases = reading.actor, reading.line.phrases
    if actor is not None and actor in phrases and another(reading.line.units, actor.first):
        return True
    if actor is None or rebels is None or actor not in phrases or rebels not in phrases:
        return False  # of one of them another sentence tells
    return rebels.first < actor.first and "indefinite" in reading.line.units[actor.first - 1].tags


def _from_them(reading: Reading, rebels: Party | None, readings: Sequence[Reading]) -> bool:
    """Whether rebels win a place back which "militants" are told to take ("The SDF retook Hajin. Militants had overrun it")."""
    taken = reading.relation is Relation.GAINED and reading.actor is not None and reading.actor.nonstate
    back = (r for r in readings if praised(r) and r.name.key == reading.name.key and r.line is not reading.line)
    return taken and any(same(r.actor, rebels) for r in back)


def _name_sides(readings: Sequence[Reading], sides: Sides) -> None:
    """Gives what nobody is said to have done to the side that is left, and a fight to one that fights it.

    What both sides say is of neither. Of places that are only listed it was told before whose deed it is, or nowhere ("Three
    towns were freed. He named Kaya …").
    """
    found: dict[tuple[int, int], Party | None] = {}  # what one clause tells of several places is of one side
    for reading in readings:
        if reading.actor is None and not (reading.frame.trigger.names or reading.frame.both):
            reading.relation = Relation.LOST if is_loss(reading) else reading.relation
            find = sides.fighting if reading.relation is Relation.CONTESTED else sides.left
            clause = id(reading.line), reading.frame.at
            reading.actor = found[clause] = found.get(clause) or find(reading, readings)
            loses = reading.frame.voice == "active" and "subject" in reading.frame.trigger.loser
            reading.relation = Relation.LOST if loses and reading.actor is None else reading.relation  # "He lost Goma"


def _ask_speaker(reading: Reading) -> None:
    """Names the side whose own words these are."""
    reading.actor = _speaking(reading)
    if reading.actor is None and (is_loss(reading) or _falls(reading)) and (loser := _admitting(reading)):
        reading.relation, reading.actor = Relation.LOST, loser
    elif reading.actor is None and reading.loser is None and _admits_fall(reading):
        reading.loser = _speaker(reading)


def _lose_to_nobody(reading: Reading) -> None:
    """Tells of a fall as the loss of who admits it, where nobody won the place."""
    if reading.actor is None and reading.loser is not None and _admits_fall(reading):
        reading.relation, reading.actor, reading.loser = Relation.LOST, reading.loser, None


def _rid_by_speaker(reading: Reading) -> None:
    """Gives a place that a side calls free of another to the side that says so ("أعلن الجيش أن المدينة خلت من المسلحين")."""
    if reading.relation is Relation.LOST and reading.frame.trigger.boast and reading.actor is not None:
        speaker = reading.said.party
        if speaker is not None and speaker.meanings and not same(reading.actor, speaker):
            reading.relation, reading.loser, reading.actor = Relation.GAINED, reading.actor, speaker


def _falls(reading: Reading) -> bool:
    """Whether a place is only told to fall, so that who admits it has lost it ("has fallen, the army conceded")."""
    frame = reading.frame
    return reading.relation is Relation.GAINED and frame.voice == "active" and "subject" in frame.trigger.place


def _admits_fall(reading: Reading) -> bool:
    """Whether who says so admits the fall of a place, which he has lost to whom else the text names ("acknowledged the fall")."""
    line, frame = reading.line, reading.frame
    fall = reading.relation is Relation.GAINED and frame.voice == "noun" and "subject" not in frame.trigger.actor
    return fall and any("admission" in line.units[n].tags for n in line.leftward(frame.at))


def _complete(findings: Sequence[Finding], text: str) -> None:
    """Gives a gain without an actor the one whom the text lets gain the place elsewhere; drops it where there are others."""
    told: dict[tuple[str, Extent, str], list[Reading]] = {}
    for reading in _readings(findings):
        if reading.actor is not None:
            told.setdefault(said_of(reading, text), []).append(reading)
    for finding in findings:
        finding.readings = [r for r in finding.readings if r.actor is not None or _completed(r, told.get(said_of(r, text), []))]


def _held_before(reading: Reading) -> bool:
    """Whether a reading only tells who had a place before something else happened ("had been in charge of it since 2010")."""
    return reading.relation is Relation.HOLDS and reading.telling is Telling.BACKGROUND


def _counterpart(reading: Reading, other: Reading) -> bool:
    """Whether one tells of a gain and the other of who lost by it ("Goma was secured. The rebels had pulled out").

    Who has held what is captured loses it too ("the capture of Hobyo, which has been under their control for years").
    """
    lost = other.relation is Relation.LOST and reading.telling is other.telling
    named = "noun" in {reading.frame.voice, other.frame.voice}  # "Hajin, the group's last town, was captured"
    beside = named or apposed(other.line, other.frame)
    held = other.relation is Relation.HOLDS and other.line is reading.line and beside
    told = reading.relation is Relation.GAINED and (lost or held)
    return told and not (is_loss(reading) or reading.line.verb_first)


def _completed(reading: Reading, told: list[Reading]) -> bool:
    """Whether a reading without an actor may stay: nothing else is told of its place, one gained it, or it is fought for."""
    news = next((other for other in told if before_news(reading, other)), None)
    if news is not None and reading.relation is Relation.GAINED:
        reading.actor = news.loser
        return True
    if reading.relation is Relation.GAINED:
        told = [other for other in told if other.relation is not Relation.CONTESTED]
    told = [other for other in told if not (undone(reading, other) or _held_before(other) or _counterpart(reading, other))]
    gains = (other.actor for other in told if other.relation is Relation.GAINED and not _of_other_event(reading, other))
    winners = {id(actor): actor for actor in gains if not _one_party(actor, reading.loser)}
    holders = {id(other.actor): other.actor for other in told if other.relation is Relation.HOLDS and other.line is reading.line}
    if not winners and reading.frame.voice == "reduced":
        winners = holders  # "Lyman, taken on Saturday, is under their control"
    if told and len(winners) == 1 and reading.relation is Relation.GAINED:
        reading.actor = next(iter(winners.values()))
    fought = reading.relation is Relation.CONTESTED and all(other.relation is not Relation.CONTESTED for other in told)
    taken = reading.loser is not None and all(_lost_by(reading, other) for other in told)
    apart = (_apart(reading, other) for other in told)
    again = reading.relation is Relation.GAINED and all(apart)
    return not told or reading.actor is not None or fought or taken or again


def _of_other_event(reading: Reading, gain: Reading) -> bool:
    """Whether a gain is not the one of which a reading without an actor tells."""
    return came_after(gain, reading) or undone(gain, reading) or of_opponent(reading, gain)


def _lost_by(reading: Reading, other: Reading) -> bool:
    """Whether another reading is of whom a place was taken from."""
    return _one_party(other.actor, reading.loser)


def _one_party(one: Party | None, other: Party | None) -> bool:
    """Whether two parties are the same, or nobody is named as either."""
    return one is other or same(one, other)


def _apart(reading: Reading, other: Reading) -> bool:
    """Whether two gains of a place are two events ("Goma was retaken by the army in April and fell again in May")."""
    later = other.relation is Relation.GAINED and (came_after(other, reading) or regained(other, reading))
    return later or came_after(reading, other)


def _readings(findings: Sequence[Finding]) -> Iterator[Reading]:
    return (reading for finding in findings for reading in finding.readings)


def _speaking(reading: Reading) -> Party | None:
    """The side that says so: it boasts of a gain, or admits a loss."""
    if reading.relation is Relation.LOST:
        return _admitting(reading)
    speaker, tags = _speaker(reading), _said_with(reading)
    return speaker if reading.relation is Relation.GAINED and "boast" in tags and "admission" not in tags else None


def _admitting(reading: Reading) -> Party | None:
    return _speaker(reading) if "admission" in _said_with(reading) else None


def _speaker(reading: Reading) -> Party | None:
    speaker = reading.said.party or _spokesman_of(reading)
    return None if speaker is reading.loser else speaker


def _said_with(reading: Reading) -> frozenset[str]:
    """The classes of all words of the sentence."""
    return frozenset[str]().union(*(unit.tags for unit in reading.line.units))


def _spokesman_of(reading: Reading) -> Party | None:
    """The side for which a named speaker speaks ("said Talal Silo, spokesman for the SDF")."""
    line = reading.line
    for at in range(1, len(line.units) - 1):
        if line.units[at - 1].tags & _OFFICES and not line.units[at].tags.isdisjoint(("preposition", "time")):
            after = at + 1 + ("article" in line.units[at + 1].tags)
            party = line.phrase(after)
            if isinstance(party, Party) and reading.said.end:
                return party
    return None


def _share_winner(findings: Sequence[Finding]) -> None:
    """Gives a gain without an actor to the one actor that the same sentence lets gain, where there is just one."""
    gains = [reading for reading in _readings(findings) if reading.relation is Relation.GAINED]
    told = [reading for reading in gains if reading.actor is not None]
    news = [other for other in told if other.telling is not Telling.BACKGROUND or praised(other)]
    of_all, of_news = _only(told), _only(news)
    for reading in gains:
        if reading.actor is None and (holder := _holder_beside(reading, findings)) is not None:
            reading.actor = holder
        elif reading.actor is None and not (_denied(reading) or of_other_side(reading, told)):
            winner = of_news if praised(reading) and reading.telling is not Telling.BACKGROUND else of_all
            before = any((undone(reading, other) or undone(other, reading)) and same(other.actor, winner) for other in told)
            before = before or any(has_own_agent(other, reading) for other in told)
            reading.actor = None if before or same(reading.loser, winner) else winner


def _holder_beside(reading: Reading, findings: Sequence[Finding]) -> Party | None:
    """Who holds a place of which an aside behind it tells that it was taken ("the army holds Khartoum, retaken in March")."""
    aside = reading.frame.voice == "reduced" and not reading.line.verb_first and reading.loser is None
    for other in _readings(findings) if aside else ():
        holds = other.relation is Relation.HOLDS and other.frame.voice == "active" and other.telling is Telling.STATE
        if holds and other.name.start == reading.name.start and other.frame.at < reading.frame.at:
            return other.actor
    return None


def _denied(reading: Reading) -> bool:
    """Whether somebody calls untrue what a reading tells, who then neither did it nor admits it."""
    return reading.said.modality is Modality.DENIED


def _only(readings: Sequence[Reading]) -> Party | None:
    """The one actor of some readings, or None of several and of one whom nobody knows."""
    actors = {ids(reading.actor): reading.actor for reading in readings}
    return next(iter(actors.values())) if len(actors) == 1 and next(iter(actors)) else None

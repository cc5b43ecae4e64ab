"""What a finding says of each of its places: the relation as its tense and days leave it, its telling, and who says so."""

from collections.abc import Iterator
from dataclasses import replace

from whoheld.extract.bind.kept import kept
from whoheld.extract.bind.other_parts import gapped_parts
from whoheld.extract.dates import Calendar
from whoheld.extract.dates.remembered import before_memory
from whoheld.extract.discourse.discourse import Discourse
from whoheld.extract.extents import in_part
from whoheld.extract.finding import Finding
from whoheld.extract.marks.lasted import lasted
from whoheld.extract.marks.marks import Marks
from whoheld.extract.phrases.phrase import Party
from whoheld.extract.relation import denies_loss, has_changed_hands, has_since
from whoheld.extract.revision.awaiting import awaits_winner
from whoheld.extract.revision.foretold import foretold
from whoheld.extract.saying.report import Attribution, attribution
from whoheld.extract.saying.speaker import Speakers
from whoheld.extract.sentence.frame import BARE, speaks_for
from whoheld.extract.write import Reading
from whoheld.model import Extent, Modality, Relation, Telling


def read_places(
    finding: Finding, speakers: Speakers, calendar: Calendar, discourse: Discourse, counted: Finding | None = None
) -> None:
    """Adds to a finding that is not refused what it says of each of its places.

    ``counted`` is what told of places that were only counted, which this one names.
    """
    if finding.relation is None or (finding.refusal and not awaits_winner(finding)):
        return
    said = _attributed(finding, speakers, discourse, counted)
    loser = finding.loser if finding.relation is Relation.GAINED and not _alike(finding.loser, finding.actor) else None
    telling, (dated, written) = _telling(finding.relation, finding.marks), calendar.find(finding.line)
    dated = before_memory(dated, finding.line, finding.frame, written.latest)
    telling = Telling.BACKGROUND if calendar.remembers(finding.line) and not dated else telling
    for name, phrase in finding.named:
        extent = phrase.extent if phrase.anaphor and phrase.extent is not Extent.WHOLE else name.extent
        extent = Extent.PART if extent is Extent.WHOLE and in_part(finding.line, finding.frame) else extent
        reading = Reading(finding.line, finding.frame, finding.relation, name, extent, finding.actor, loser, telling, said, dated)
        reading = _by_tense(lasted(reading), finding.marks)
        if not foretold(reading, written):
            finding.readings.extend(_of_each(reading))
    for party, part in gapped_parts(finding.line, finding.frame) if finding.readings else ():
        name = part.names[0] if part.names else finding.readings[-1].name
        finding.readings.append(replace(finding.readings[-1], name=name, extent=Extent.PART, actor=party, loser=None))
    finding.readings.extend(list(_kept(finding)))


def _attributed(finding: Finding, speakers: Speakers, discourse: Discourse, counted: Finding | None) -> Attribution:
    """Who vouches for a finding; its actor is set by whose words they are ("its men", a boast)."""
    said = attribution(finding.line, finding.frame, speakers)
    if counted is not None and finding.frame.trigger.names and said.modality is Modality.ASSERTED:
        said = replace(attribution(counted.line, counted.frame, speakers), unnamed=-1)  # of what was counted before
    side = discourse.spoken_for(finding.line, finding.frame, said, finding.actor)
    finding.actor = discourse.men_of(said, side, finding.actor)
    finding.actor = None if _is_voice(finding, said) else finding.actor
    said = replace(said, party=side)
    if finding.frame.trigger.boast and finding.actor is None and said.modality is Modality.ATTRIBUTED:
        own = said.party is not None and (said.party.case in BARE or speaks_for(finding.line, said.party))
        finding.actor = said.party if own else None
    return said


def _by_tense(reading: Reading, marks: Marks) -> Reading:
    """A reading with the relation that its tense, its day or its denial makes of it ("has been back since", «نفى خروجها»)."""
    if has_since(reading):
        reading.relation, reading.telling = Relation.HOLDS, _telling(Relation.HOLDS, marks)
    elif denies_loss(reading):
        reading.relation, reading.telling = Relation.HOLDS, _telling(Relation.HOLDS, marks)
        reading.said = replace(reading.said, modality=Modality.ATTRIBUTED)
    elif has_changed_hands(reading, marks):
        reading.relation, reading.telling = Relation.GAINED, _telling(Relation.GAINED, marks)
        reading.back = marks.returned and reading.frame.voice == "state"
    return reading


def _is_voice(finding: Finding, said: Attribution) -> bool:
    """Whether a person, whose name might be a side's, only tells of a deed by its noun ("Ali Aziz said the capture of Bor …")."""
    actor = finding.actor
    told = actor is not None and finding.frame.voice == "noun" and not finding.line.verb_first
    person = told and actor is not None and not (actor.meanings or actor.statal) and actor not in finding.line.phrases
    return person and actor is not None and said.start <= actor.start and actor.end <= said.end


def _kept(finding: Finding) -> Iterator[Reading]:
    """What who loses places still has, because it is excepted from the loss."""
    if not finding.readings:
        return
    told = finding.readings[-1]
    holder = told.actor if told.relation is Relation.LOST else told.loser
    telling = Telling.BACKGROUND if told.telling is Telling.BACKGROUND else Telling.STATE
    for name in kept(finding.line, finding.frame) if holder is not None else ():
        reading = replace(told, relation=Relation.HOLDS, name=name, extent=Extent.WHOLE, actor=holder, loser=None, dated=[])
        yield replace(reading, telling=telling)


def _of_each(reading: Reading) -> Iterator[Reading]:
    """A reading, or where two each say that a place is theirs, that of either by his own word."""
    for party in reading.frame.rivals:
        said = Attribution(Modality.ATTRIBUTED, party, party.start, party.end)
        yield replace(reading, actor=party, said=said)
    yield from () if reading.frame.rivals else (reading,)


def _alike(one: Party | None, other: Party | None) -> bool:
    """Whether two parts are said of the same words: nobody wins a place from himself."""
    return one is not None and other is not None and (one.start, one.end) == (other.start, other.end)


def _telling(relation: Relation, marks: Marks) -> Telling:
    if marks.background:
        return Telling.BACKGROUND
    return Telling.STATE if relation in {Relation.HOLDS, Relation.CONTESTED} else Telling.EVENT

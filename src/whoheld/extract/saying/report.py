"""How far a text stands behind a claim, and who says it instead."""

from collections.abc import Iterator
from dataclasses import dataclass

from whoheld.extract.dates.beside import beside_announced
from whoheld.extract.phrases.phrase import HARD, Party, Places, labelled, parted
from whoheld.extract.saying.accused import accused, passive
from whoheld.extract.saying.announcement import past_that
from whoheld.extract.saying.inferred import conclusion, hedges_other
from whoheld.extract.saying.speaker import Speakers
from whoheld.extract.saying.unsaid import denied_earlier, says_nothing, withholds
from whoheld.extract.saying.verbs import describes_speaker
from whoheld.extract.saying.via import in_comment, interrupts
from whoheld.extract.sentence.frame import AUXILIARY, Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.sentence.relatives import relative_end, tells_of_named, told_besides
from whoheld.extract.words.scan import Unit
from whoheld.model import Modality, Relation

_DENIED = 5
"""Words from a verb of denying to what it denies."""
_TO_FIRST = 3
"""Words from "I" to what he says, with "can" or "proudly" between."""
_BYLINE = 6
"""Words up to the colon behind who says what a headline tells."""
_BYLINES = frozenset({"outlet", "ministry", "voice", "official", "medium"})
_OPENING = frozenset({"article", "possessive", "adverb", "direction", "to", "time", "unit", "number"})
"""Classes of words between what opens a clause and its subject."""
_QUOTES = frozenset('"“')
_GOVERNS = frozenset({"report", "source", "denial"})
_SAID_ON = frozenset({"relative", "pronoun"})
"""Classes of words with which a statement goes on behind a semicolon."""
_VOUCHING = _GOVERNS | {"hedge"}


@dataclass(slots=True)
class Attribution:
    """Modality, and the speaker: the words (empty where nobody is named) and the party that they speak for."""

    modality: Modality
    party: Party | None = None
    start: int = 0
    end: int = 0
    unnamed: int = -1
    """The unit of the verb of saying whose subject its sentence does not name ("He said", «وأضاف»)."""


def attribution(line: Line, frame: Frame, speakers: Speakers) -> Attribution:
    """Who vouches for a frame, from the verb of saying or source phrase that governs or follows it."""
    if frame.actor is not None and _claims(line, frame):
        actor = frame.actor
        return Attribution(Modality.ATTRIBUTED, actor, actor.start, actor.end)
    modality, governor = _governor(line, frame, speakers)
    if governor is None and modality is Modality.ASSERTED and (accusing := accused(line, frame)) > 0:
        by = range(0) if passive(line, accusing) else speakers.subject(line, accusing)
        return _by(line, by, speakers) if by else Attribution(Modality.ATTRIBUTED)
    if governor is None and (byline := _byline(line)):
        return _by(line, byline, speakers)
    if governor is None:
        spoken = modality is Modality.ASSERTED and _judged_in_quotation(line)
        return Attribution(Modality.ATTRIBUTED if spoken else modality)
    if modality is Modality.ASSERTED:
        modality = Modality.ATTRIBUTED
    source = "source" in line.units[governor].tags
    told = speakers.source(line, governor) if source else speakers.subject(line, governor)
    span = speakers.account(line, governor) or told
    if not span:
        return Attribution(modality, unnamed=-1 if source else _past_statement(line, governor))
    return Attribution(modality, speakers.party(line, span), line.units[span[0]].start, _end(line, span))


def _by(line: Line, who: range, speakers: Speakers) -> Attribution:
    """What those say who stand in some units."""
    return Attribution(Modality.ATTRIBUTED, speakers.party(line, who), line.units[who[0]].start, _end(line, who))


def _end(line: Line, who: range) -> int:
    """Where the words for a speaker end, with the bracket that closes what was opened in them ("the Observatory (SOHR)")."""
    last = line.units[who[-1]]
    opened = any("(" in line.units[n].gap for n in who[1:]) and ")" not in "".join(line.units[n].gap for n in who[1:])
    closed = who.stop < len(line.units) and line.units[who.stop].gap.startswith(")")
    return last.stop + (opened and closed and not line.units[who[-1]].possessive)


def _judged_in_quotation(line: Line) -> bool:
    """Whether an English sentence opens a quotation and says what it tells to be sad or the like ('"It is sad to say …')."""
    quoted = not line.verb_first and any(not _QUOTES.isdisjoint(unit.gap) for unit in line.units[line.begins : line.begins + 1])
    return quoted and any("report" in unit.tags and says_nothing(line, n) for n, unit in enumerate(line.units) if n)


def _claims(line: Line, frame: Frame) -> bool:
    """Whether a verb of boasting is itself what takes a place, by its subject's word alone ("Rebels claim Goma")."""
    return not line.verb_first and frame.voice == "active" and line.units[frame.at].tags >= {"report", "boast"}


def _past_statement(line: Line, at: int) -> int:
    """The verb of saying behind which the noun at a unit tells in what one says so («أعلنوا في بيان»), or the unit itself."""
    verb = at - 2
    stated = line.verb_first and verb >= 0 and "voice" in line.units[at].tags and labelled(line.units[at - 1], "in")
    return verb if stated and "report" in line.units[verb].tags and line.told(verb) else at


def _byline(line: Line) -> range:
    """The units before the colon of an Arabic headline that tell who says what follows («سانا: الجيش يستعيد البلدة»), or none."""
    stop = next((n for n in range(1, min(_BYLINE, len(line.units))) if line.units[n].gap == ":"), 0)
    opens = range(stop) if line.verb_first else range(0)
    speaks = any(isinstance(line.phrase(n), Party) or line.units[n].tags & _BYLINES for n in opens)
    told = any(line.told(n) or parted(line.units[n].gap) or "preposition" in line.units[n].tags for n in opens)
    return opens if speaks and not told else range(0)


def _governor(line: Line, frame: Frame, speakers: Speakers) -> tuple[Modality, int | None]:
    modality, found, closed = Modality.ASSERTED, None, False
    for at in _governing(line, frame):
        tags = line.units[at].tags
        elsewhere = not tags.isdisjoint(_VOUCHING) and (_aside(line, at, frame) or withholds(line, at))
        via = line.verb_first and not tags.isdisjoint(_GOVERNS) and interrupts(line, at, frame.at)
        if elsewhere or via or _contests(line, at, frame):
            continue
        closed = closed or (at < frame.at and _parts(line, at + 1))
        hedges = "hedge" in tags and line.units[at].reading.preposition != "to"  # «وكالة الأناضول للأنباء»
        other = closed or (hedges and (_of_other_deed(line, at, frame) or hedges_other(line, at, frame)))
        if hedges and modality is Modality.ASSERTED and not other:
            modality = Modality.HEDGED
        denies = "denial" in tags and at < frame.at and not closed
        if denies and denied_earlier(line, at, frame):
            continue
        if denies and tells_of_named(line, at, frame):
            continue
        if denies and not (found is not None and _joined(line, found)):
            modality, found = Modality.DENIED, None  # "Kyiv rejected Moscow's claim to have": who rejects it speaks
        if past_that(line, at, frame):
            continue
        says = bool(speakers.account(line, at)) or (not tags.isdisjoint(_GOVERNS) and _says(line, at, frame, speakers))
        if says and (_of_itself(line, at, frame, speakers) if line.verb_first else _tells_speaker(line, at, frame, speakers)):
            continue
        if says and (found is None or _of_quoted(line, found)):
            found = at
    return modality, found


def _of_quoted(line: Line, at: int) -> bool:
    """Whether a verb of saying stands in the words of whom the sentence quotes ('"I tell you that it is free," he said')."""
    before = range(max(line.begins, at - _TO_FIRST), at)
    return any("first_person" in line.units[n].cues for n in before) and line.phrase(at - 1) is None


def _tells_speaker(line: Line, at: int, frame: Frame, speakers: Speakers) -> bool:
    """Whether a frame only tells where an English speaker is, in none of his words ("a reporter in rebel-held Douma said")."""
    return frame.voice == "compound" and frame.at < at and frame.at in speakers.subject(line, at)


def _of_itself(line: Line, at: int, frame: Frame, speakers: Speakers) -> bool:
    """Whether an Arabic word of saying leaves to the text what a frame tells: that describes who speaks, or nobody is named.

    A source that is no speaker only compares («تتبدل وفق التقدم»); a verb of saying may leave its subject to a sentence before.
    """
    source = "source" in line.units[at].tags
    told = speakers.source(line, at) if source else speakers.subject(line, at)
    return (source and not told) or describes_speaker(line, at, told, frame.at)


def _of_other_deed(line: Line, hedge: int, frame: Frame) -> bool:
    """Whether a hedge is of what else is told, behind a frame or of its place ("controls Bama, where many reportedly died")."""
    behind = hedge < frame.at and tells_of_named(line, hedge, frame)  # "apparently referred to Bama, which is held by"
    return behind or _of_next_deed(line, hedge, frame) or told_besides(line, hedge, frame)


def _of_next_deed(line: Line, hedge: int, frame: Frame) -> bool:
    """Whether a hedge is of a verb joined to that of a frame ("has retaken Bara and is reportedly preparing to …")."""
    at = hedge - 1
    while at > frame.at and line.units[at].tags & AUXILIARY:
        at -= 1
    joined = not line.verb_first and at > frame.at and "conjunction" in line.units[at].tags
    after = line.phrase(hedge + 1)
    return joined and not (isinstance(after, Places) and after.first == hedge + 1)


def _contests(line: Line, at: int, frame: Frame) -> bool:
    """Whether a verb of denying tells that its subject wants a place himself ("the militia and the army dispute control of")."""
    wants = at == frame.pivot == frame.at - 1 and frame.trigger.relation is Relation.HOLDS and "hold" in frame.trigger.traits
    return wants and line.units[at].tags >= {"light", "denial"} and not line.units[frame.at].gap


def _aside(line: Line, at: int, frame: Frame) -> bool:
    """Whether a unit stands in a relative clause that ends before a frame ("rebels, who deny getting help, took")."""
    return not line.verb_first and at < frame.at and relative_end(line, at) <= frame.at


def _parts(line: Line, at: int) -> bool:
    """Whether another statement ends before a unit ("denied that it had fallen, while a spokesman said that …")."""
    unit = line.units[at]
    contrasted = "contrast" in unit.tags and not line.verb_first  # "denied that it was losing but left the town"
    return contrasted or bool(set(unit.gap) & HARD) or (parted(unit.gap) and not unit.tags.isdisjoint(("when", "contrast")))


def _says(line: Line, at: int, frame: Frame, speakers: Speakers) -> bool:
    """Whether a word of saying is one here, and says what the frame tells."""
    unit = line.units[at]
    named = line.verb_first and isinstance(line.phrase(at), Party)  # "جماعة تدعى أسود الوادي"
    if (
        named
        or says_nothing(line, at)
        or _contradicted(line, at, frame)
        or _depicts(line, at, frame)
        or at == frame.at
        or (at and not unit.gap and "article" in line.units[at - 1].tags and "source" not in unit.tags)
    ):
        return False  # "the reported capture"
    if unit.gap == "-" and unit.start - line.units[at - 1].end == 1:
        return False  # "the self-proclaimed republic"
    if unit.capital and at and line.units[at + 1 : at + 2] and line.units[at + 1].capital:
        return False  # "Tell Rifaat"
    return at < frame.at or "source" in unit.tags or _closes(line, at, frame, speakers)


def _contradicted(line: Line, at: int, frame: Frame) -> bool:
    """Whether the text sets what a frame tells against what somebody says ("Contrary to what the RSF says, the army holds")."""
    opens = at < frame.at and "contradicting" in line.units[line.begins].cues
    return opens and any("," in unit.gap for unit in line.units[at + 1 : frame.at + 1])


def _depicts(line: Line, at: int, frame: Frame) -> bool:
    """Whether a verb has a thing or a question as its object, beside which a clause of time tells a frame.

    So in "The video shows a convoy on the road to Palmyra after ISIS was routed", "shows how hard it was when they took".
    """
    after = line.units[at + 1] if at + 1 < frame.at and not line.verb_first else None
    if after is None or "depicting" not in line.units[at].cues or isinstance(line.phrase(at + 1), Party):
        return False
    thing = "indefinite" in after.tags or "asking" in after.cues
    return thing and any(line.units[n].tags & {"after", "before", "when"} and not line.times(n) for n in range(at + 2, frame.at))


def _closes(line: Line, at: int, frame: Frame, speakers: Speakers) -> bool:
    """Whether a verb of saying behind a frame says what stands before it, and nothing of its own or beside it."""
    after = line.units[at + 1] if at + 1 < len(line.units) and not line.verb_first else None
    if after is not None and not after.gap and "relative" in after.tags and "sentential" in after.cues:
        return False  # "After the fall of Bria, the army announced that …"
    if line.verb_first and in_comment(line, at, frame.at):
        return False
    subject = range(0) if (silent := _silent(line, at)) else speakers.subject(line, at)
    first = _opened(line, min(subject.start, at) if subject else at)
    counted = "partitive" in line.units[at - 1].cues and not line.told(at)  # «بعد ساعات من إعلان»
    if silent or (first - 1 > frame.at and (_opens_aside(line.units[first - 1]) or counted)):
        return False  # "took Masisi after village chiefs agreed to a truce"
    before = line.units[first - 1].tags if first else frozenset[str]()
    joined = line.units[first].reading.conjunction or not before.isdisjoint({"conjunction", "relative"})
    listed = any(parted(line.units[n].gap) and not line.inside(n) for n in range(frame.at + 1, first - 1))
    return not joined or listed  # "…, an official and a monitor said"


def _silent(line: Line, at: int) -> bool:
    """Whether somebody is told to have said nothing ("has yet to respond", "did not comment", «لم يعلق»)."""
    before = line.units[at - 1] if at and not line.units[at].gap else None
    return before is not None and ("negation" in before.tags or ("modal" in before.tags and "infinitive" in before.tail_cues))


def _opened(line: Line, at: int) -> int:
    """The unit with which the clause of a verb or its subject opens: its article, "its", how long "after" it."""
    while at > 0 and not line.units[at].gap and line.phrase(at - 1) is None and line.units[at - 1].tags & _OPENING:
        if line.units[at].reading.conjunction or _opens_aside(line.units[at - 1]):
            break
        at -= 1
    return at


def _opens_aside(unit: Unit) -> bool:
    """Whether a unit opens a clause or noun that tells when or where something else came about («قبل أن», "where")."""
    return not unit.tags.isdisjoint(("after", "before", "relative", "reference"))  # "a day before" is a reference


def _joined(line: Line, at: int) -> bool:
    """Whether a verb of saying begins a statement of its own ("denied it, saying that it still holds the town")."""
    unit, before = line.units[at], line.units[at - 1].tags if at else frozenset[str]()
    adds = "adding" in unit.cues and not unit.reading.article
    return unit.reading.conjunction or adds or "conjunction" in before or parted(unit.gap)


def _governing(line: Line, frame: Frame) -> Iterator[int]:
    """The units that may govern a frame: those before it, nearest first, then what follows its sentence part."""
    yield from range(frame.at - 1, _own_statement(line, frame) - 1, -1)
    for at in range(frame.at + 1, len(line.units)):
        unit = line.units[at]
        if not unit.tags.isdisjoint({"contrast", "when"}) or set(unit.gap) & set(";؛"):
            return
        yield at


def _own_statement(line: Line, frame: Frame) -> int:
    """Where a clause opens that stands apart from what somebody says ("They say Bor is theirs; Juba was lost in May"), or 0.

    His words go on in a pluperfect, with "that", or with what is his ("said Bor was theirs; its men had lost Juba").
    """
    if line.verb_first or not frame.at:
        return beside_announced(line, frame.at)
    if concluded := conclusion(line, frame.at):
        return concluded
    opens = next((at for at in range(frame.at, 0, -1) if ";" in line.units[at].gap), 0)
    first = line.phrase(opens)
    his = isinstance(first, Party) and first.owner
    said_on = his or line.units[opens].tags & _SAID_ON or any("had" in unit.tags for unit in line.units[opens : frame.at])
    return 0 if said_on else opens


def rejects(line: Line, frame: Frame) -> Unit | None:
    """The verb by which statements on a deed are rejected («رفض الجيش تصريحات روسية، صادرة أمس، بشأن السيطرة على …»), or None."""
    about = line.units[frame.at - 1] if frame.at else None
    if not line.verb_first or frame.voice != "noun" or about is None or "concerning" not in about.cues:
        return None
    said = next((n for n in range(frame.at - 1, line.begins, -1) if "statement" in line.units[n].tags), 0)
    verbs = (line.units[n] for n in range(line.begins, said) if line.told(n) or "denial" in line.units[n].tags)
    return next((unit for unit in verbs if not unit.tags.isdisjoint(("plan", "denial"))), None)


def _announced(line: Line, frame: Frame) -> bool:
    """Whether a party that stands right behind a finite verb of saying tells of a frame itself."""
    for at in line.leftward(frame.at):
        if "report" in line.units[at].tags:
            return line.told(at) and isinstance(line.phrase(at + 1), Party)
        if line.told(at):
            break
    return False


def denies_other(line: Line, at: int, frame: Frame) -> bool:
    """Whether a joined clause denies what it names itself («استعاد الجيش البلدة، فنفت الوزارة سقوطها», "…, and denied that").

    What one side has announced stands as its word, whoever denies it («أعلنت أذربيجان سيطرتها عليها ونفت أرمينيا ذلك»).
    """
    unit, after = line.units[at], line.units[at + 1 : at + 1 + _DENIED]
    pointed = any(entry.pronoun for entry in unit.entries) or any("report_anaphor" in word.cues for word in after)
    entry = unit.entry("denial")
    if "denying" in unit.cues or (parted(unit.gap) and entry is not None and entry.tense == "ing"):
        return not pointed  # «…، نافيا سقوط الأبيض», "…, denying that the town had fallen"
    named = line.verb_first and len(after) > 1 and not (pointed and not _announced(line, frame))  # "…، ونفى المسلحون مقتل قائدهم"
    joined = unit.reading.conjunction or (at > 0 and "conjunction" in line.units[at - 1].tags and not unit.gap)
    return joined and (named or any("trigger" in word.tags for word in after))

"""Places told by an indefinite noun and named in the next sentence ("seized a town on Friday. The town of Leego …").

So are those at which it tells of the same fight ("have left a village near Pec. The fighting at Loxha killed eight people").
"""

from collections.abc import Iterable

from whoheld.extract.finding import Finding
from whoheld.extract.phrases.phrase import Places
from whoheld.extract.sentence.line import Line

_FIGHT = frozenset({"onslaught", "raiding", "warfare"})

_PAST = frozenset({"past", "ed", "participle"})


def name_later(findings: Iterable[Finding], line: Line) -> list[Finding]:
    """Gives findings that lack a place the name with which the next sentence begins, if it is called by the same noun.

    Args:
        findings: of the sentence before.
        line: the next sentence.

    Returns:
        The findings that now have a place.
    """
    waiting = [finding for finding in findings if _lacks(finding)]
    if not waiting:
        return []  # most sentences need not be read for this
    subject = next((phrase for phrase in line.phrases if phrase.first <= _past_participle(line) + 1), None)
    if isinstance(subject, Places) and len(subject.names) == 1 and not subject.modifier and line.heads(subject):
        noun, place = _noun(line, subject), subject
        found = [finding for finding in waiting if _noun(finding.line, finding.frame.places[0]) == noun]
    elif (where := _fought_at(line)) is not None:
        place = where
        found = [finding for finding in waiting if finding.frame.places[0].anaphor == "settlement"]
    else:
        return []
    for finding in found:
        finding.named, finding.refusal = [(place.names[0], place)], ""
    return found


def _past_participle(line: Line) -> int:
    """The article with which a sentence begins, or the participle behind it that recalls the deed ("The seized town, Kobani")."""
    at = line.begins + 1
    told = at < len(line.units) and "article" in line.units[line.begins].tags and not line.units[at].gap
    deed = told and any(entry.tag == "trigger" and entry.tense in _PAST for entry in line.units[at].entries)
    return at if deed else line.begins


def _fought_at(line: Line) -> Places | None:
    """The only place of a sentence, where it is that of a fight already told of ("the raid at Alkhan-Kala"), or None."""
    named = [p for p in line.phrases if isinstance(p, Places) and p.names and not _of_station(line, p)]
    place = named[0] if len(named) == 1 and len(named[0].names) == 1 else None
    fight = place.first - 2 if place is not None and place.case == "at" and not place.modifier else 0
    if place is None or fight < 1 or line.units[place.first].gap or line.units[fight].cues.isdisjoint(_FIGHT):
        return None
    behind = line.units[place.last + 1 : place.last + 2]
    alone = all(unit.gap or unit.tags or unit.word.endswith("ed") for unit in behind)  # not "at Pibor prison"
    return place if alone and "definite" in line.units[fight - 1].cues else None


def _of_station(line: Line, places: Places) -> bool:
    """Whether a name is only that of a broadcaster ("Echo Moscow radio")."""
    return any("broadcaster" in unit.cues and not unit.gap for unit in line.units[places.last + 1 : places.last + 2])


def _lacks(finding: Finding) -> bool:
    """Whether a finding tells of one place that only an indefinite noun names."""
    places = finding.frame.places
    if finding.refusal != "no place" or finding.relation is None or finding.actor is None or len(places) != 1:
        return False
    told = places[0]
    return not told.definite and told.anaphor not in {"", "many", "pronoun"}


def _noun(line: Line, places: Places) -> str:
    """The last word of the noun that calls places what they are ("mining town")."""
    return next((unit.tail for unit in line.units[places.first : places.last + 1] if "head" in unit.tags), "")

"""The subject of a main clause of which a participle tells before it ("Captured by rebels in May, Damara lies …")."""

from collections.abc import Iterator

from whoheld.extract.bind.lists import coordinated
from whoheld.extract.phrases.next_clause import predicated
from whoheld.extract.phrases.phrase import Party, Places, labelled
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line


def led_by_participle(line: Line, frame: Frame) -> Iterator[Places]:
    """The place that is the subject behind the comma, where the participle opens the sentence."""
    opens = all("adverb" in unit.tags and not unit.gap for unit in line.units[line.begins : frame.at])
    if line.verb_first or frame.voice != "reduced" or not opens or "object" not in frame.trigger.place:
        return
    for phrase in line.phrases:
        if phrase.first <= frame.at or "," not in _gap(line, phrase.first):
            continue
        told = predicated(line.units, phrase.last) or _told(line, phrase.last + 1)
        if not isinstance(phrase, Places) or not told or phrase.possessive or not (phrase.names or phrase.definite):
            return
        yield from coordinated(line, phrase, verb_first=False)
        return


def named_behind(line: Line, frame: Frame) -> Iterator[Places]:
    """The name behind a clause on "the last town" ("The last town held by UNITA, Cazombo, was bombed")."""
    called = frame.places[0] if len(frame.places) == 1 else None
    agent = frame.actor
    if called is None or agent is None or line.verb_first or frame.voice != "reduced" or agent.case != "by":
        return
    name = line.phrase(agent.last + 1)
    if not called.anaphor or called.names or called.last > frame.at or not isinstance(name, Places) or not name.names:
        return
    after = line.units[name.last + 1] if name.last + 1 < len(line.units) else None
    if name.case == "comma" and not name.modifier and (after is None or "," in after.gap):
        yield name


def _gap(line: Line, first: int) -> str:
    """The punctuation before a phrase and its article."""
    at = first
    while at > 0 and not line.units[at].gap and "article" in line.units[at - 1].tags:
        at -= 1
    return line.units[at].gap


def _told(line: Line, at: int) -> bool:
    """Whether a verb that no lexicon knows may stand at a unit ("Paletwa sits on the river")."""
    unit = line.units[at] if at < len(line.units) else None
    follows = line.units[at + 1] if at + 1 < len(line.units) else None
    verb = unit is not None and not (unit.gap or unit.capital or unit.tags) and unit.word.endswith(("s", "ed"))
    led = follows is not None and not follows.gap and bool(follows.tags & {"preposition", "article"})
    return verb and led and not isinstance(line.phrase(at), Party) and not (unit is not None and labelled(unit, "of"))

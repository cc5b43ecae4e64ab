"""Whom or what a pronoun means that stands before its name ("After its capture of Palmyra, ISIS …")."""

from whoheld.extract.discourse.persons import hostile
from whoheld.extract.discourse.salience import oblique
from whoheld.extract.phrases.phrase import COMMAS, Name, Party, Places
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line

_FIRST = "s"
"""The gender of "our"."""
_FRONTING = frozenset({"after", "before", "when", "preposition"})
"""Classes of words that open an adjunct before the subject."""
_COUNTING = frozenset({"number", "unit", "dual", "about", "quantity", "article", "indefinite", "adverb", "function"})
"""Classes of words that count the time by which a sentence begins."""


def announced(line: Line, frame: Frame) -> Party | None:
    """Whom a pronoun announces that stands before its name ("after its capture of Palmyra, ISIS …")."""
    parties = (phrase for phrase in line.phrases if isinstance(phrase, Party) and phrase.first > frame.at)
    later = [p for p in parties if p is not frame.loser and not p.anaphor]  # "After it drove the army from Goma, the M23 …"
    if frame.actor is not None and frame.actor.owner == _FIRST and frame.actor.first > frame.at:
        return None  # "After seizing the town, our forces destroyed the garrison"
    if frame.actor is not None and frame.actor.owner:
        later = [p for p in later if not hostile(line, p)]  # «حررت قواتنا البلدة وكبدت قوات العدو خسائر»
    owner = later[0] if later and line.verb_first and later[0].case == "of" else None  # "تراجعت موارد التنظيم"
    found = next((party for party in later if not oblique(party)), owner)
    return None if found is not None and {frame.pronoun, found.gender} == {"f", "m"} else found


def fronted(line: Line, at: int) -> bool:
    """Whether a word stands in what opens its sentence before the subject ("After its capture of Palmyra, ISIS …")."""
    first = line.begins
    while first < at and line.units[first].tags and line.units[first].tags <= _COUNTING:
        first += 1  # "Less than two weeks after it drove …"
    opens = line.units[first]
    if opens.tags.isdisjoint(_FRONTING) or (opens.tags.isdisjoint(_FRONTING - {"preposition"}) and line.finite(at)):
        return False  # "وفي الأسبوعين الماضيين أخذت" has come to its verb
    before = line.units[first + 1 : at + 1]
    return not any(unit.gap[:1] in COMMAS for unit in before) and not any(
        isinstance(phrase, Party) and phrase.first < at for phrase in line.phrases
    )


def named_after(line: Line, phrase: Places) -> list[Name]:
    """The Arabic subject behind a fronted clause whose pronoun means it («منذ أن سيطروا عليها، تعيش مدينة بريا بلا كهرباء»)."""
    units, first = line.units, line.begins
    closes = next((at for at in range(phrase.last + 1, len(units) - 1) if units[at].gap[:1] in COMMAS and units[at].gap), 0)
    if not closes or units[first].tags.isdisjoint(_FRONTING - {"preposition"}) or phrase.anaphor != "pronoun":
        return []
    if any(isinstance(p, Places) and p.names and p.first < closes for p in line.phrases):
        return []
    subject = line.phrase(closes + 1)
    told = isinstance(subject, Places) and subject.first == closes + 1 and line.phrase(closes) is None
    one = isinstance(subject, Places) and subject.case == "" and len(subject.names) == 1 and line.heads(subject)
    return subject.names if told and one and isinstance(subject, Places) else []

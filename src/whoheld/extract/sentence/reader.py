"""Makes lines of sentences: settles words by their neighbours, then reads the noun phrases and their cases."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from whoheld.actors import Registry
from whoheld.extract.parties.acronyms import explain_acronyms
from whoheld.extract.parties.reader import PartyGrammar
from whoheld.extract.phrases.exceptions import settle_exceptions
from whoheld.extract.phrases.named_spokesmen import name_spokesmen
from whoheld.extract.phrases.next_clause import begins_clause, behind_setting, sets
from whoheld.extract.phrases.phrase import Party, Phrase, Places, Toponyms, case_of, follow, parted
from whoheld.extract.phrases.settle import Followed, Surroundings, settle_adverbs, settle_compounds, settle_names, settle_nouns
from whoheld.extract.places.anaphors import past_adjectives
from whoheld.extract.places.called import call_first_words, call_names, named_towns, tell_sites
from whoheld.extract.places.openings import closes
from whoheld.extract.places.persons import tell_persons
from whoheld.extract.places.quoted import quoted
from whoheld.extract.places.ranked_nouns import name_ranked
from whoheld.extract.places.reader import PlaceGrammar
from whoheld.extract.places.sites_in_towns import sites_in_towns
from whoheld.extract.sentence.headings import headings
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Sentence, Unit
from whoheld.lang import Entry, Pack

_BEHIND_OBJECT = frozenset({"preposition", "time", "day", "weekday", "month", "adverb", "after", "before", "conjunction"})
"""Classes of words that go on behind an object."""
_WHEN = frozenset({"time", "unit", "dual", "day", "weekday", "after", "reference", "adverb", "now"})
"""Classes of words that tell when, between a subject and an object."""


class LineReader:
    """Makes lines of sentences."""

    def __init__(self, language: Pack, toponyms: Toponyms, registry: Registry) -> None:
        self._language = language
        self._places = PlaceGrammar(language, toponyms)
        self._parties = PartyGrammar(language, registry)
        self._followed = Followed(language)
        self._surroundings = Surroundings(language)
        self._evoking: dict[str, list[Entry]] = {"trigger": []}  # a trigger evokes by its own entries, a class by these
        for trigger in language.trigger:
            for tag in trigger.classes:
                self._evoking.setdefault(tag, []).append(Entry("trigger", trigger.name, "past"))

    def read(self, sentences: Sequence[Sentence]) -> list[Line]:
        """The sentences of a text as lines."""
        if self._language.writing.capitals:
            towns = named_towns(sentences)
            call_first_words(sentences, towns)
            tell_persons(sentences, towns)
            explain_acronyms(sentences, self._parties.at)
        else:
            call_names(sentences, self._language)
            tell_sites(sentences, self._language)
        return [self._line(*headed) for headed in zip(sentences, headings(sentences), strict=True)]

    def _line(self, sentence: Sentence, country: str) -> Line:
        if self._language.writing.capitals:
            settle_names(sentence.units)
            settle_compounds(sentence.units)
        (settle_adverbs if self._language.writing.capitals else settle_nouns)(sentence.units)
        self._followed.settle(sentence.units)
        if self._language.writing.capitals:
            self._surroundings.settle(sentence.units)
            settle_exceptions(sentence.units)
        verb_first = self._language.writing.verb_first
        read = partial(self._phrases_in, country) if country else self._phrases
        return Line(sentence, read, self._places.at, self._evoking, verb_first=verb_first)

    def _phrases_in(self, country: str, units: Sequence[Unit], begins: int) -> list[Phrase]:
        """The noun phrases of a sentence that stands under the name of a country, whose army "the army" is."""
        found = self._phrases(units, begins)
        for party in found:
            if isinstance(party, Party) and not party.town:
                self._parties.in_country(party, country)
        return found

    def _phrases(self, units: Sequence[Unit], begins: int) -> list[Phrase]:
        """The noun phrases of a sentence with their cases."""
        found, at = list[Phrase](), begins
        while at < len(units):
            phrase = self._city(units, at) or self._phrase(units, at)
            phrase = self._setting(units, begins, phrase) if isinstance(phrase, Party) else phrase
            phrase = self._before_town(units, phrase) if isinstance(phrase, Party) else phrase
            if phrase is None:
                at += 1
                continue
            letters = phrase.letters if isinstance(phrase, Places) else ""
            phrase.case = "" if phrase.first == begins else case_of(units, phrase.first, self._language, letters)
            if begins_clause(units, found[-1] if found else None, phrase) or self._subject(units, begins, phrase):
                phrase.case = ""
            if isinstance(phrase, Party) and not phrase.case and at and self._owned(units[at - 1]):
                phrase.case = "owner"
            if found and self._acts(units, found[-1], phrase):
                found[-1] = self._parties.named(units, found[-1].first)
            phrase = self._behind_party(units, found[-1], phrase) if found and isinstance(found[-1], Party) else phrase
            if isinstance(phrase, Party) and phrase.town is not None:
                phrase.town.case = phrase.case
                phrase = phrase.town if self._listed(units, found, phrase) else phrase
            if found and isinstance(phrase, Places) and phrase.case == "list" and found[-1].case == "between":
                phrase.case = "between"  # "between Damascus and Homs": the former may stand for a government
            if found and isinstance(phrase, Places) and isinstance(found[-1], Places):
                follow(units, found[-1], phrase)
            found.append(phrase)
            at = phrase.last + 1
        if self._language.writing.capitals:
            name_ranked(units, found)
        name_spokesmen(units, found)
        return found if self._language.writing.capitals else self._with_sites(units, found)

    def _with_sites(self, units: Sequence[Unit], found: Sequence[Phrase]) -> list[Phrase]:
        """Phrases with those of sites that only their towns name, each with its case."""
        sited = sites_in_towns(units, found)
        for phrase in sited:
            if phrase not in found and phrase.first:
                phrase.case = case_of(units, phrase.first, self._language)
        return sited

    def _setting(self, units: Sequence[Unit], begins: int, party: Party) -> Phrase | None:
        """A party, or where a clause plays that was read with its subject ("On the Jordanian frontier rebels captured …")."""
        if not self._language.writing.capitals or party.first == party.last or not sets(units, begins, party.first):
            return party
        for at in range(party.first + 1, party.last + 1):
            subject = self._parties.at(units, at) if not units[at - 1].possessive else None
            if subject is not None and subject.last == party.last and behind_setting(units, begins, subject):
                place = self._places.at(units[:at], party.first)
                return place if place is not None and place.names else subject
        return party

    def _subject(self, units: Sequence[Unit], begins: int, phrase: Phrase) -> bool:
        """Whether a party that seems governed is the subject behind where an English clause plays."""
        seems = self._language.writing.capitals and isinstance(phrase, Party) and phrase.case not in {"", "comma", "list"}
        return seems and isinstance(phrase, Party) and behind_setting(units, begins, phrase)

    def _listed(self, units: Sequence[Unit], found: Sequence[Phrase], party: Party) -> bool:
        """Whether a capital is one of several towns («استعادت العباسي والرياض», "Hama, and Damascus itself")."""
        if not found or party.case != "list":
            return False
        if self._language.writing.capitals:
            emphasis, after = [*units[party.last + 1 : party.last + 3], None, None][:2]
            itself = emphasis is not None and not emphasis.gap and "intensive" in emphasis.cues
            return isinstance(found[-1], Places) and itself and closes(after)
        return isinstance(found[-1], Places) and found[-1].last == party.first - 1 and units[party.first].reading.conjunction

    def _owned(self, before: Unit) -> bool:
        """Whether a noun like "control" stands before a party whose it is."""
        entries = [entry for entry in before.entries if entry.tag == "trigger"]
        return not self._language.writing.capitals and bool(entries) and all(e.tense == "noun" and not e.pronoun for e in entries)

    def _acts(self, units: Sequence[Unit], subject: Phrase, phrase: Phrase) -> bool:
        """Whether a capital between a verb and its object is a government («خسرت كييف سودجا», «استعادت كييف أمس إيزيوم»)."""
        if self._language.writing.capitals or not isinstance(subject, Places) or not isinstance(phrase, Places):
            return False
        single = subject.first == subject.last and "actor" in units[subject.first].tags
        behind = units[subject.last + 1 : phrase.first + 1]
        timed = all(unit.tags & _WHEN for unit in behind[:-1])
        return single and subject.case == "" and phrase.case == "" and timed and not any(unit.gap for unit in behind)

    def _behind_party(self, units: Sequence[Unit], subject: Party, phrase: Phrase) -> Phrase:
        """A phrase right behind a party, which governs none («قوات مصراتة مدينة سرت») and whose verb may take it as a place."""
        if self._language.writing.capitals or subject.last != phrase.first - 1:
            return phrase
        phrase.case = "" if phrase.case == "of" else phrase.case
        town = phrase.town if isinstance(phrase, Party) and phrase.case == "" and not units[phrase.first].gap else None
        acts = town is not None and subject.case == "" and subject.first > 0
        return town if acts and town is not None and self._places.metonyms.takes_object(units[subject.first - 1]) else phrase

    def _before_town(self, units: Sequence[Unit], party: Party) -> Party:
        """A party without the town behind its leader's name, which its verb takes («احتلت قوات الجنرال فرانكو برشلونة»)."""
        titled = any("title" in unit.tags for unit in units[party.first + 1 : party.last])
        if self._language.writing.capitals or not (titled and party.first):
            return party
        known = not units[party.last].tags.isdisjoint({"actor"})  # «قوات العميد طارق صالح المخا»
        at = party.last + known
        if at >= len(units) or units[at].tags or units[at].gap or not self._places.metonyms.takes_object(units[party.first - 1]):
            return party
        ends = at + 1 == len(units) or parted(units[at + 1].gap) or not units[at + 1].tags.isdisjoint(_BEHIND_OBJECT)
        if not (ends and self._places.well_known(units[at].word)):
            return party
        units[at].called = units[at].word  # and no surname
        return replace(party, last=at - 1, end=units[at - 1].stop)

    def _city(self, units: Sequence[Unit], at: int) -> Places | None:
        """A town that bears the name of its country, with those that follow in a list ("Kuwait City and Basra"), or None."""
        city = self._places.metonyms.city(units, at) if self._language.writing.capitals else None
        return self._places.with_list(units, city) if city is not None else None

    def _phrase(self, units: Sequence[Unit], at: int) -> Phrase | None:
        party = None if self._places.seat(units, at) >= 0 else self._parties.at(units, at)
        if party is None:
            return self._places.at(units, at)
        if party.first == party.last and "actor" in units[at].tags and self._places.metonyms.names_town(units, at):
            noun = past_adjectives(units, at + 1) if units[at].possessive else len(units)
            if noun < len(units) and "head" in units[noun].tags and not units[noun].gap:
                return self._places.at(units, at) or self._places.metonyms.bare(units, at)
            town = self._places.metonyms.bare(units, at)
            after = units[at + 1] if at + 1 < len(units) else None
            headed = self._language.writing.capitals and after is not None and not after.tags.isdisjoint(("head", "area"))
            if headed and after is not None and not after.gap and not units[at].possessive:
                return self._places.at(units, at) or self._places.metonyms.airport(units, at)
            if self._places.metonyms.metonym(units, at):
                return self._places.with_list(units, town) if self._language.writing.capitals else town
            if not self._language.writing.capitals and quoted(units, at) == at:
                return None  # «قالت مصادر ل"الرياض" إن»: a paper
            party.town = town
        return party

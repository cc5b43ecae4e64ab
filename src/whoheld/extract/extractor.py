"""From an article to its claims: scan, read, bind, mark, resolve, date, and say what was refused and why."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import islice
from typing import NamedTuple

from whoheld import lang
from whoheld.actors import Registry
from whoheld.extract.bind.binder import Binder
from whoheld.extract.dates import Calendar, Dated
from whoheld.extract.discourse.contests import Contests
from whoheld.extract.discourse.discourse import Discourse
from whoheld.extract.discourse.first_person import FirstPerson
from whoheld.extract.discourse.quotations import attribute_quotations
from whoheld.extract.discourse.said_so import said_so
from whoheld.extract.discourse.salience import recalled, subordinate
from whoheld.extract.discourse.same_speaker import SameSpeaker
from whoheld.extract.finding import MOST_TRIGGERS, Finding
from whoheld.extract.issues import issues, unread
from whoheld.extract.lacking import lacking
from whoheld.extract.marks.reader import read
from whoheld.extract.phrases.phrase import Name, Places, Toponyms, parted
from whoheld.extract.phrases.phrase import Party as Said
from whoheld.extract.places.capital_city import CAPITAL
from whoheld.extract.places.names import NameGrammar
from whoheld.extract.readings import read_places
from whoheld.extract.revision.lend import lend_dates
from whoheld.extract.revision.named_later import name_later
from whoheld.extract.revision.past_states import recall_states
from whoheld.extract.revision.raiding import take_back_raids
from whoheld.extract.revision.retold import settle
from whoheld.extract.revision.sides import Sides
from whoheld.extract.revision.winners import name_winners
from whoheld.extract.roles import InText
from whoheld.extract.saying.speaker import Speakers
from whoheld.extract.sentence.evoking import triggers
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.sentence.reader import LineReader
from whoheld.extract.setting import Setting, bearers_of, countries, country_of, province_of
from whoheld.extract.words.scan import Scanner, Sentence
from whoheld.extract.words.telex import Telex, rejoined
from whoheld.extract.write import Writer
from whoheld.geodata import Theatre
from whoheld.interval import Bounds, bounds
from whoheld.model import Article, Claim, Issue, Relation


class Extraction(NamedTuple):
    """What an article claims, and what could not be read."""

    claims: tuple[Claim, ...]
    issues: tuple[Issue, ...]


class _Language:
    """The machinery of one language over one registry and gazetteer."""

    def __init__(self, code: str, registry: Registry, toponyms: Toponyms) -> None:
        self.scanner = Scanner(code, registry)
        self.pack = self.scanner.pack
        self.lines = LineReader(self.pack, toponyms, registry)
        self.binder = Binder(self.pack, toponyms)
        self.speakers = Speakers(self.pack, registry)
        self._telex = Telex(self.pack, registry, NameGrammar(self.pack, toponyms).well_known)

    def sentences(self, text: str) -> list[Sentence]:
        """The sentences of a text, as it would be typed today."""
        typed = rejoined(text)
        return self.scanner.sentences(self._telex.lowered(typed) if self.pack.writing.capitals else typed)


class Extractor:
    """Reads claims out of articles.

    Args:
        registry: the actors that it knows.
        gazetteer: which names are places.
        theatre: the countries that a text is about where it does not say.
    """

    def __init__(self, registry: Registry, gazetteer: Toponyms, theatre: Theatre | None = None) -> None:
        self._registry = registry
        self._toponyms = gazetteer
        self._default = theatre.file.countries if theatre else ()
        self._theatre = theatre.id if theatre else "world"
        self._languages: dict[str, _Language] = {}

    def extract(self, article: Article) -> Extraction:
        """The claims of an article, in the order of the text; places are not located yet."""
        if article.language not in lang.languages():
            return Extraction((), (unread(article),))
        findings, writer = self._read(article)
        claims = {claim.id: claim for finding in findings for claim in _claims(finding, writer)}
        return Extraction(tuple(claims.values()), tuple(issues(findings, article, claims.values(), self._theatre)))

    def sentences(self, article: Article) -> list[tuple[int, int]]:
        """Where the sentences of an article begin and end."""
        if article.language not in lang.languages():
            return []
        found = self._language(article.language).sentences(article.text)
        return [(sentence.start, sentence.end) for sentence in found]

    def findings(self, article: Article) -> list[tuple[Finding, tuple[Claim, ...]]]:
        """Every trigger of an article with its claims, for ``explain``."""
        if article.language not in lang.languages():
            return []
        findings, writer = self._read(article)
        return [(finding, tuple(_claims(finding, writer))) for finding in findings]

    def _read(self, article: Article) -> tuple[list[Finding], Writer]:
        language = self._language(article.language)
        lines = language.lines.read(language.sentences(article.text))
        published = bounds(article.published) if article.published else Bounds(None, None)
        calendar = Calendar(published, lines)
        setting = cache(partial(self._setting, language, lines, partial(_year, published, lines, calendar)))
        discourse = Discourse(language.pack, self._registry, setting, FirstPerson(lines, language.speakers), Contests(lines))
        findings, found = list[Finding](), list[Finding]()
        for line in lines:
            for finding in name_later(found, line) if found and language.pack.writing.capitals else ():
                read_places(finding, language.speakers, calendar, discourse)
            found = self._line(language, line, discourse, calendar) if line.speaks else []
            discourse.add(line, _about(line, found))
            findings += found
        if not any(finding.readings for finding in findings):
            return findings, Writer(article, Setting(), published)
        take_back_raids(findings, lines)
        name_winners(findings, article.text, Sides(lines, setting(), article.text, language.pack))
        goes_on = SameSpeaker(lines, language.speakers)
        for finding in findings:
            for reading in finding.readings:
                reading.said = goes_on.named(reading.line, reading.said, reading.actor)
            finding.readings = [r for r in finding.readings if r.actor is not None or not finding.frame.trigger.elliptic]

        if language.pack.writing.capitals:
            said_so(findings, lines, language.speakers)
            attribute_quotations(findings, lines, language.speakers)

        def dates(line: Line) -> list[Dated]:
            return calendar.find(line)[0]

        lend_dates(findings, lines, article.text, dates, published.latest)
        recall_states(findings, lines, dates, published.latest)
        _, written = calendar.find(next((line for line in reversed(lines) if line.begins), lines[0]))
        return findings, Writer(article, setting(), written)

    def _setting(self, language: _Language, lines: Sequence[Line], year: Callable[[], int | None]) -> Setting:
        where = countries(lines, self._toponyms, self._registry, self._default)
        home = next((country for country in self._default if country in where), where[0] if where else "")
        governments = self._registry.government(home, language.pack.countries.get(home, ())) if home else ()
        lies_in, province = partial(country_of, self._toponyms), partial(province_of, self._toponyms)
        bearers = partial(bearers_of, self._toponyms)
        return Setting(where, year(), lines, governments, self._registry.home, lies_in, province, bearers)

    def _language(self, code: str) -> _Language:
        if code not in self._languages:
            self._languages[code] = _Language(code, self._registry, self._toponyms)
        return self._languages[code]

    def _line(self, language: _Language, line: Line, discourse: Discourse, calendar: Calendar) -> list[Finding]:
        found: dict[tuple[int, str], Finding] = {}
        counted = discourse.counted
        for at, entry in islice(triggers(line), MOST_TRIGGERS):
            finding = self._finding(language, line, language.binder.frame(line, at, entry), discourse)
            known = found.get((at, entry.value))
            if known is None or _bound(finding) > _bound(known):
                found[at, entry.value] = finding
                spoken = discourse.places.recalled if finding.marks.background else discourse.places.bound
                spoken.update(id(phrase) for _, phrase in (() if finding.refusal else finding.named))
                if not finding.refusal:
                    discourse.places.resolve(line, finding.named)
                if not finding.refusal and finding.relation is not None and not finding.frame.trigger.repeats:
                    discourse.tell(line, finding.relation, finding.actor, beside=finding.frame.attributive)
                    discourse.oust(line, finding.loser)
                    discourse.gain.tell(finding)
                if line.verb_first and (told := _unnamed(finding)):
                    discourse.unnamed, counted = told, finding
                elif line.verb_first and _names_counted(finding):
                    discourse.unnamed, counted = None, None  # it has the names that follow
        discourse.counted = next((finding for finding in found.values() if _unnamed(finding)), None)
        discourse.unnamed = _unnamed(discourse.counted) if discourse.counted is not None else None
        _one_part_of_speech(found)
        for finding in found.values():
            read_places(finding, language.speakers, calendar, discourse, counted)
        settle(found.values())
        return list(found.values())

    def _finding(self, language: _Language, line: Line, frame: Frame, discourse: Discourse) -> Finding:
        frame.places = discourse.fallen(line, frame)
        marks = read(line, frame, verb_first=language.pack.writing.verb_first)
        named = [(name, phrase) for name, phrase in _named(line, frame, discourse) if not _names_actor(frame, name)]
        named = [(name, phrase) for name, phrase in named if name.kind != CAPITAL or discourse.tells_capital(line, phrase)]
        state = language.binder.state(line, frame.at, frame.trigger)
        roles = InText(line, frame, marks, named, discourse).roles(state)
        refusal = marks.refusal or language.binder.wanting(line, frame) or lacking(line, frame, named, roles)
        refusal = refusal or ("other_sense" if discourse.contests.wins(line, frame, roles.actor, roles.loser) else "")
        return Finding(line, frame, marks, refusal, named, *roles)


def _year(published: Bounds, lines: Sequence[Line], calendar: Calendar) -> int | None:
    """The year in which a text speaks: that of its publication, else the last that it names."""
    if published.latest is not None:
        return published.latest.year
    return max((date.latest.year for line in lines for date in calendar.find(line)[0] if date.latest), default=None)


def _claims(finding: Finding, writer: Writer) -> Iterator[Claim]:
    return (claim for reading in finding.readings for claim in writer.claims(reading))


def _about(line: Line, found: Sequence[Finding]) -> Said | None:
    """Who the last claim of a sentence is about, of its main clause if there is one ("It held Mosul when the army fled")."""
    told = [finding for finding in found if finding.readings and finding.actor]
    stated = [finding for finding in told if finding.frame.voice != "compound"]  # "the rebel-run quarter" is about the quarter
    main = [f for f in stated if not (subordinate(line, f.frame.at) or recalled(line, f.frame.at))]
    return _subject((main or stated or told)[-1]) if told else None


def _subject(finding: Finding) -> Said | None:
    """Of whom something is told: of who lost a place to another rather than of him who has it now ("lost it to the army")."""
    loser, winner = finding.frame.loser, finding.frame.actor
    lost = loser is not None and loser.last < finding.frame.at and winner is not None and winner.case == "to"
    return finding.loser if lost else finding.actor


def _unnamed(finding: Finding) -> tuple[Relation, Said | None] | None:
    """What a finding says of places that are only counted ("took two villages"), or None."""
    counted = finding.refusal == "no place" and any(phrase.anaphor == "many" for phrase in finding.frame.places)
    return (finding.relation, finding.actor) if counted and finding.relation is not None else None


def _names_counted(finding: Finding) -> bool:
    """Whether a finding tells of places that are counted and then named («بقيت ثلاث مدن تحت سيطرة الجيش هي هجين و…»)."""
    told = not finding.refusal and finding.relation is not None and bool(finding.named)
    return told and any(phrase.anaphor == "many" for phrase in finding.frame.places)


def _names_actor(frame: Frame, name: Name) -> bool:
    """Whether what was read as a place is whom the frame has as its actor."""
    actor = frame.actor
    return actor is not None and actor.start <= name.start and name.end <= actor.end and frame.voice != "compound"


def _bound(finding: Finding) -> tuple[bool, ...]:
    """How much of a frame was found: of two ways to read one word, the fuller is right."""
    return (
        not finding.refusal,
        bool(finding.named),
        finding.actor is not None,
        finding.loser is not None,
        finding.frame.voice in {"noun", "state"} and not _opens_clause(finding.line, finding.frame.at),
    )


def _opens_clause(line: Line, at: int) -> bool:
    """Whether a word stands where verbs begin their clauses («سقط المطار في 2015، واستعادته القوات أمس»)."""
    return line.verb_first and parted(line.units[at].gap) and line.units[at].reading.conjunction


def _one_part_of_speech(found: Mapping[tuple[int, str], Finding]) -> None:
    """Refuses the noun in a word that is read as a verb ("still hold Pinga and … an attack on Mpofi" is no hold on Mpofi).

    Of two verbs that are written alike, the one that tells of a gain is meant ("تسلم" received, not hands over).
    """
    gains = {at for (at, _), f in found.items() if f.relation is Relation.GAINED and f.actor and not f.refusal}
    for (at, _), finding in found.items():
        if at in gains and finding.relation is Relation.LOST and finding.frame.voice == "active":
            finding.refusal = finding.refusal or "verb"
    told = (f for f in found.values() if "comeback" in f.frame.trigger.traits and f.actor and not f.refusal)
    back = {f.frame.at: len(f.named) for f in told}
    for (at, _), finding in found.items():
        if len(finding.named) <= back.get(at, 0) and all(phrase.anaphor == "pronoun" for phrase in finding.frame.places):
            other = "comeback" not in finding.frame.trigger.traits  # "طردتها القوات، ثم عادت إليها" is no town that went back
            finding.refusal = finding.refusal or ("verb" if other else "")
    full = {at for (at, _), f in found.items() if f.relation is Relation.GAINED and f.actor and f.loser and not f.refusal}
    for (at, _), finding in found.items():
        if at in full and finding.relation is Relation.GAINED and not finding.loser:
            finding.refusal = finding.refusal or "verb"  # «تسلمها إلى» hands it over, and does not receive it
    verbs = {at for (at, _), finding in found.items() if finding.frame.voice == "active" and not finding.refusal}
    for (at, _), finding in found.items():
        if at in verbs and finding.frame.voice == "noun":
            finding.refusal = finding.refusal or "verb"


def _named(line: Line, frame: Frame, discourse: Discourse) -> Iterator[tuple[Name, Places]]:
    for phrase in frame.places:
        for name in discourse.places.names(line, phrase, phrase.first):
            if not (line.verb_first and _of_men(line, name)):
                yield name, phrase


def _of_men(line: Line, name: Name) -> bool:
    """Whether only a noun for armed men follows the noun for a place («معسكرات الألوية الرئاسية»), which names none."""
    unit = next((unit for unit in line.units if unit.start == name.start), None)
    return unit is not None and unit.end == name.end and "armed" in unit.tags and "formation" not in unit.tags and not name.known

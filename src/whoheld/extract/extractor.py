"""From an article to its claims: scan, read, bind, mark, resolve, date, and say what was refused and why."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from whoheld import lang
from whoheld.actors import Registry
from whoheld.extract.bind import Binder, Frame
from whoheld.extract.dates import Calendar, Dated
from whoheld.extract.discourse import Discourse, Setting, countries
from whoheld.extract.line import Line, LineReader
from whoheld.extract.marks import Marks, read
from whoheld.extract.phrase import Name, Places, Toponyms
from whoheld.extract.phrase import Party as Said
from whoheld.extract.report import Attribution, attribution
from whoheld.extract.scan import Scanner
from whoheld.extract.write import Reading, Writer
from whoheld.geodata import Theatre
from whoheld.interval import Bounds, bounds
from whoheld.model import Article, Claim, Extent, Issue, Relation, Telling


class Extraction(NamedTuple):
    """What an article claims, and what could not be read."""

    claims: tuple[Claim, ...]
    issues: tuple[Issue, ...]


@dataclass(slots=True)
class Finding:
    """One trigger as it was read: the frame, the marks, and either claims or the reason for refusing."""

    line: Line
    frame: Frame
    marks: Marks
    refusal: str = ""
    readings: list[Reading] = field(default_factory=list)


class _Language:
    """The machinery of one language over one registry and gazetteer."""

    def __init__(self, code: str, registry: Registry, toponyms: Toponyms) -> None:
        self.scanner = Scanner(code, registry)
        self.pack = self.scanner.pack
        self.lines = LineReader(self.pack, toponyms)
        self.binder = Binder(self.pack)


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
        self._languages: dict[str, _Language] = {}

    def extract(self, article: Article) -> Extraction:
        """The claims of an article, in the order of the text; places are not located yet."""
        if article.language not in lang.languages():
            return Extraction((), (_unread(article),))
        findings, writer = self._read(article)
        claims = {claim.id: claim for finding in findings for reading in finding.readings for claim in writer.claims(reading)}
        return Extraction(tuple(claims.values()), tuple(_issues(findings, article, claims.values())))

    def findings(self, article: Article) -> list[Finding]:
        """Every trigger of an article with what became of it, for ``explain``."""
        return self._read(article)[0] if article.language in lang.languages() else []

    def _read(self, article: Article) -> tuple[list[Finding], Writer]:
        language = self._language(article.language)
        sentences = language.scanner.sentences(article.text)
        lines = [language.lines.read(sentence) for sentence in sentences]
        if not any("trigger" in unit.tags for sentence in sentences for unit in sentence.units):
            return [], Writer(article, Setting())
        published = bounds(article.published) if article.published else Bounds(None, None)
        year = published.latest.year if published.latest else None
        setting = Setting(countries(lines, self._toponyms, self._default), year)
        findings, discourse, calendar = list[Finding](), Discourse(), Calendar(published)
        for line in lines:
            findings.extend(self._line(language, line, discourse, calendar))
            discourse.add(line)
        return findings, Writer(article, setting)

    def _language(self, code: str) -> _Language:
        if code not in self._languages:
            self._languages[code] = _Language(code, self._registry, self._toponyms)
        return self._languages[code]

    def _line(self, language: _Language, line: Line, discourse: Discourse, calendar: Calendar) -> Iterator[Finding]:
        dated = calendar.find(line.units)
        for at, entry in line.triggers():
            frame = language.binder.frame(line, at, entry)
            marks = read(line, frame, verb_first=language.pack.writing.verb_first)
            finding = Finding(line, frame, marks, marks.refusal)
            named = list(_named(line, frame, discourse))
            relation = _relation(line, frame, marks, language.binder)
            if not finding.refusal:
                finding.refusal = _lacking(named, relation)
            if not finding.refusal and relation is not None:
                said = attribution(line, frame, language.pack)
                finding.readings = list(_readings(line, frame, marks, relation, named, discourse, said, dated))
            yield finding


def _named(line: Line, frame: Frame, discourse: Discourse) -> Iterator[tuple[Name, Places | None]]:
    phrases = frame.places
    if not phrases and frame.object_pronoun:
        phrases = [Places(frame.at, frame.at, anaphor="pronoun")]
    for phrase in phrases:
        for name in discourse.names(line, phrase, phrase.first if phrase.first != frame.at else frame.at):
            yield name, phrase


def _relation(line: Line, frame: Frame, marks: Marks, binder: Binder) -> Relation | None:
    relation = frame.trigger.relation
    if frame.voice == "state":
        relation = frame.trigger.states[binder.state(line, frame.at, frame.trigger)]
    if marks.no_longer:
        return Relation.LOST if relation is Relation.HOLDS else None
    if marks.relation is not None:
        relation = marks.relation
    elif frame.voice == "state" and relation is Relation.HOLDS and marks.now and not marks.still:
        relation = Relation.GAINED
    return relation


def _lacking(named: list[tuple[Name, Places | None]], relation: Relation | None) -> str:
    if not named:
        return "no place"
    return "" if relation is not None else "no relation"


def _readings(
    line: Line,
    frame: Frame,
    marks: Marks,
    relation: Relation,
    named: list[tuple[Name, Places | None]],
    discourse: Discourse,
    said: Attribution,
    dated: list[Dated],
) -> Iterator[Reading]:
    actor, loser = discourse.party(line, frame, "actor"), discourse.party(line, frame, "loser")
    if relation is Relation.GAINED and actor is None and loser is not None:
        relation, actor, loser = Relation.LOST, loser, None
    if relation is Relation.LOST and actor is None and frame.trigger.relation is not Relation.LOST:
        actor, loser = loser or actor, None
    for name, phrase in named:
        extent = phrase.extent if phrase is not None and phrase.anaphor and phrase.extent is not Extent.WHOLE else name.extent
        yield Reading(line, frame, relation, name, extent, actor, loser if relation is Relation.GAINED else None, _telling(relation, marks), said, dated)


def _telling(relation: Relation, marks: Marks) -> Telling:
    if marks.background:
        return Telling.BACKGROUND
    return Telling.STATE if relation in {Relation.HOLDS, Relation.CONTESTED} else Telling.EVENT


def _unread(article: Article) -> Issue:
    return Issue(
        stage="extract",
        kind="language",
        message=f"no language pack for {article.language!r}; those that exist: {', '.join(lang.languages())}",
        source=article.source,
        article=article.id,
    )


def _issues(findings: list[Finding], article: Article, claims: "Iterator[Claim] | object") -> Iterator[Issue]:
    for finding in findings:
        if finding.refusal in {"no place", "no relation"} and any(isinstance(p, Places) and p.names and any(n.known for n in p.names) for p in finding.line.phrases):
            sentence = finding.line.sentence
            yield Issue(
                stage="extract",
                kind="candidate",
                message=f"'{finding.frame.trigger.name}' and a place in one sentence, but {finding.refusal} bound to it",
                source=article.source,
                article=article.id,
                text=article.text[sentence.start : sentence.end],
            )
    unknown = sorted({c.actor.text for c in claims if c.actor.id is None and c.actor.text})  # type: ignore[attr-defined]
    for text in unknown:
        yield Issue(
            stage="extract",
            kind="unknown_actor",
            message=f"no actor of the theatre is called {text!r}; to register it, add an alias in actors.toml",
            source=article.source,
            article=article.id,
            text=text,
        )


__all__ = ["Extraction", "Extractor", "Finding", "Said"]

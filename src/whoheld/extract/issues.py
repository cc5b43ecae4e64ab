"""What an article says that no claim was made of, and what a reader of its claims should look at twice."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from shlex import quote

from whoheld import lang
from whoheld.actors import Meaning
from whoheld.extract.finding import MOST_TRIGGERS, Finding
from whoheld.extract.phrases.phrase import Party, Places
from whoheld.extract.sentence.evoking import triggers
from whoheld.model import Article, Claim, Issue

_LETTERS = ("LATIN", "GREEK", "CYRILLIC", "ARABIC", "HEBREW", "ARMENIAN")
"""Scripts, as the Unicode names of their letters begin."""
_SHOWN = 3
"""How many meanings of a name are told."""
_BEGINNING = 200
"""Code points of a sentence that shall be known again."""


def unread(article: Article) -> Issue:
    """The article is in a language that has no pack."""
    known = ", ".join(lang.languages())
    said = f"it seems to be in {article.language!r}, which has no language pack"
    if article.language == "und":
        said = "its language was not recognised"
    message = f'{said}: nothing was read. If it is in one of {known}, say so beside the text, as in "language": "en"'
    return Issue(stage="extract", kind="language", message=message, source=article.source, article=article.id)


def issues(findings: Iterable[Finding], article: Article, claims: Iterable[Claim], theatre: str) -> Iterator[Issue]:
    """Candidates, sentences without end, actors to register (in a theatre) and look-alike names of one article."""
    found, listed = list(claims), list(findings)
    told = (
        _candidates(listed, article),
        _overfull(listed, article),
        _unknown(listed, found, article, theatre),
        _look_alikes(found),
    )
    for kind, text, message in chain.from_iterable(told):
        yield Issue(stage="extract", kind=kind, message=message, source=article.source, article=article.id, text=text)


def _overfull(findings: Sequence[Finding], article: Article) -> Iterator[tuple[str, str, str]]:
    """The sentences that were not read to their end."""
    lines = {id(finding.line): finding.line for finding in findings if len(finding.line.units) > MOST_TRIGGERS}
    for line in lines.values():
        if sum(1 for _ in triggers(line)) > MOST_TRIGGERS:
            text = article.text[line.sentence.start : line.sentence.end]
            message = f"a sentence with more than {MOST_TRIGGERS} words that may tell of control was not read to its end: part it"
            yield "unparsable", text[:_BEGINNING], message


def _candidates(listed: Sequence[Finding], article: Article) -> Iterator[tuple[str, str, str]]:
    read = {finding.line.sentence.start for finding in listed if finding.readings}
    missed = {finding.line.sentence.start: finding for finding in listed if _is_candidate(finding)}
    for start, finding in missed.items():
        if start not in read:
            message = f"{finding.frame.trigger.name!r} and a place in one sentence, but {finding.refusal} bound to it"
            yield "candidate", article.text[start : finding.line.sentence.end], message


def _is_candidate(finding: Finding) -> bool:
    """Whether a person should look: a trigger and a known place in one sentence, and no parse."""
    named = (phrase.names for phrase in finding.line.phrases if isinstance(phrase, Places))
    return finding.refusal.startswith("no ") and any(name.known for names in named for name in names)


def _unknown(
    findings: Iterable[Finding], claims: Iterable[Claim], article: Article, theatre: str
) -> Iterator[tuple[str, str, str]]:
    """The actors with a name that nobody bears; "gunmen" and "the militia" are whoever is meant at the time."""
    named = {
        article.text[party.start : party.end]: party
        for party in _parties(findings)
        if party.proper or party.unknown or party.numbered
    }
    for text in sorted(named.keys() & {claim.actor.text for claim in claims if claim.actor.id is None}):
        yield "unknown_actor", text, _borne(text, named[text]) or _to_register(text, article.language, theatre)


def _to_register(text: str, language: str, theatre: str) -> str:
    told = "" if language == "en" else f" --language {language}"
    return f"nobody is called {text!r}: register it with `whoheld register {quote(text)} --theatre {theatre}{told}`"


def _borne(text: str, party: Party) -> str:
    """That a name is registered, though not for where and when the text speaks; empty where it is not."""
    limits = sorted({f"{meaning.actor.id}{_limits(meaning)}" for meaning in party.meanings})
    told = f"{', '.join(limits[:_SHOWN])}{' and others' * (len(limits) > _SHOWN)}"
    return f"{text!r} means {told}; none of them alone is meant here: mend the limits in actors.toml" if limits else ""


def _limits(meaning: Meaning) -> str:
    """Where and when a name means an actor (" in ML, from 2012 to 2016")."""
    first, last = meaning.years
    where = f" in {' '.join(meaning.countries)}" if meaning.countries else ""
    return where + (f" from {first}" if first else "") + (f" to {last}" if last else "")


def _parties(findings: Iterable[Finding]) -> Iterator[Party]:
    return (reading.actor for finding in findings for reading in finding.readings if reading.actor is not None)


def _look_alikes(claims: Iterable[Claim]) -> Iterator[tuple[str, str, str]]:
    named = (party.text for claim in claims for party in (claim.actor, claim.loser, claim.speaker) if party and party.text)
    for text in sorted({*named, *(claim.place.text for claim in claims)}):
        if scripts := sorted(_mixed(text)):
            message = f"{text!r} mixes letters of {' and '.join(scripts)} in one word: it may only look like the name it seems"
            yield "look_alike", text, message


@lru_cache(maxsize=16384)
def _mixed(text: str) -> frozenset[str]:
    """The scripts that share a word, or nothing where every word keeps to one."""
    for word in text.split():
        names = (unicodedata.name(char, "") for char in word if char.isalpha())
        scripts = {script for name in names for script in _LETTERS if name.startswith(script)}
        if len(scripts) > 1:
            return frozenset(script.capitalize() for script in scripts)
    return frozenset()

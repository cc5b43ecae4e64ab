"""What an article says that no claim was made of, and what a reader of its claims should look at twice."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from whoheld import lang
from whoheld.extract.finding import Finding
from whoheld.extract.phrase import Places
from whoheld.model import Article, Claim, Issue

_LETTERS = ("LATIN", "GREEK", "CYRILLIC", "ARABIC", "HEBREW", "ARMENIAN")
"""Scripts, as the Unicode names of their letters begin."""


def unread(article: Article) -> Issue:
    """The article is in a language that has no pack."""
    message = f"no language pack for {article.language!r}; those that exist: {', '.join(lang.languages())}"
    return Issue(stage="extract", kind="language", message=message, source=article.source, article=article.id)


def issues(findings: Iterable[Finding], article: Article, claims: Iterable[Claim], folder: str) -> Iterator[Issue]:
    """Candidates, actors to register (in the theatre's folder) and look-alike names of one article."""
    found = list(claims)
    for kind, text, message in (*_candidates(findings, article), *_unknown(found, article, folder), *_look_alikes(found)):
        yield Issue(stage="extract", kind=kind, message=message, source=article.source, article=article.id, text=text)


def _candidates(findings: Iterable[Finding], article: Article) -> Iterator[tuple[str, str, str]]:
    listed = list(findings)
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


def _unknown(claims: Iterable[Claim], article: Article, folder: str) -> Iterator[tuple[str, str, str]]:
    key = "ar_m" if article.language == "ar" else article.language
    for text in sorted({claim.actor.text for claim in claims if claim.actor.id is None and claim.actor.text}):
        line = f'{key} = ["{text}"]'
        yield (
            "unknown_actor",
            text,
            f"nobody is called {text!r}: add the line {line} to an [[actor.alias]] in {folder}/actors.toml",
        )


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

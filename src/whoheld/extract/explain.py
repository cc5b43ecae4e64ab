"""Why a text was read as it was: sentence by sentence, which trigger fired, what bound to what, and what was refused and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whoheld.extract.extractor import Extractor
from whoheld.extract.finding import Finding
from whoheld.extract.phrase import Party
from whoheld.model import Article, Basis, Claim, Modality, When

REASONS = {
    "no place": "no place stands where the frame looks for one",
    "no relation": "the words around it do not say what happened",
    "no actor": "the word has other senses, and nobody who could hold a place stands with it",
    "no negation": "it says what is left only after a negation",
    "negation": "negated",
    "verb": "the word is a verb here, and read as one",
    "question": "the sentence asks",
    "purpose": "named as a purpose only",
    "hypothesis": "supposed, not told",
    "plan": "planned, hoped, threatened or tried",
    "attempt": "attempted",
    "failure": "failed",
    "under_way": "going on, and not over",
    "modal": "in the future, or only possible",
    "toward": "a movement toward the place",
    "denial": "called untrue",
    "over": "told to be over",
    "other_sense": "the words are used in another sense",
}
"""What each reason for a refusal means."""

_BASES = {
    Basis.STATED: "stated",
    Basis.DATELINE: "of the dateline",
    Basis.PUBLISHED: "of publication",
    Basis.UNKNOWN: "no day to tell it from",
}
"""What gave a claim its days."""


@dataclass(frozen=True, slots=True)
class Trace:
    """One trigger of a sentence as it was read.

    Attributes:
        word: as written, and ``frame`` the frame that it evokes, ``voice`` how it stands in the sentence.
        places, actor, loser: the words that were bound, after pronouns were resolved.
        relation: what is claimed, or None.
        claims: one for each place, with its days and its speaker.
        refusal: why nothing is claimed, in a sentence; empty for a claim.
    """

    word: str
    frame: str
    voice: str
    places: tuple[str, ...]
    actor: str | None
    loser: str | None
    relation: str | None
    claims: tuple[Claim, ...]
    refusal: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the text with its traces; one without a trigger has none."""

    text: str
    traces: tuple[Trace, ...]


def explain(extractor: Extractor, article: Article) -> Sequence[Sentence]:
    """Every sentence of an article, in order."""
    by_sentence: dict[tuple[int, int], list[Trace]] = {span: [] for span in extractor.sentences(article)}
    for finding, claims in extractor.findings(article):
        span = (finding.line.sentence.start, finding.line.sentence.end)
        by_sentence[span].append(_trace(finding, claims, article.text))
    return [Sentence(article.text[start:end], tuple(traces)) for (start, end), traces in by_sentence.items()]


def lines(sentences: Sequence[Sentence]) -> Iterator[str]:
    """The explanation as plain lines for a terminal."""
    for sentence in sentences:
        yield sentence.text
        if not sentence.traces:
            yield "  no trigger: none of its words is one by which a claim is made"
        for trace in sentence.traces:
            yield f"  {trace.word} [{trace.frame}, {trace.voice}]: {_outcome(trace)}"
            yield from (f"    {claim.place.text}: {_when(claim.when)}; {_speaker(claim)}" for claim in trace.claims)


def _outcome(trace: Trace) -> str:
    bound = f"actor {trace.actor or '-'}, place {', '.join(trace.places) or '-'}"
    if trace.loser:
        bound += f", from {trace.loser}"
    return f"{bound}: refused, {trace.refusal}" if trace.refusal else f"{trace.relation}: {bound}"


def _when(when: When) -> str:
    """The days with what gives them: "2018-12-14, stated “Friday”"."""
    first, last = when.earliest, when.latest
    days = (
        "undated" if last is None else str(last) if first == last else f"{first} to {last}" if first else f"on or before {last}"
    )
    return f"{days}, {_BASES[when.basis]}" + (f" “{when.text}”" if when.text else "")


def _speaker(claim: Claim) -> str:
    """Who stands behind a claim: the text itself, or whom it names."""
    if claim.speaker is None:
        return f"{claim.modality} by the text" if claim.modality is Modality.ASSERTED else f"{claim.modality}, nobody named"
    side = f" ({claim.speaker.id})" if claim.speaker.id else ""
    return f"{claim.modality}, speaker “{claim.speaker.text}”{side}"


def _trace(finding: Finding, claims: tuple[Claim, ...], text: str) -> Trace:
    unit = finding.line.units[finding.frame.at]
    refusal = REASONS.get(finding.refusal, finding.refusal)
    if not refusal and not claims:
        refusal = "another trigger of the text says the same, and more"
    return Trace(
        word=text[unit.start : unit.end],
        frame=finding.frame.trigger.name,
        voice=finding.frame.voice,
        places=tuple(text[name.start : name.end] for name, _ in finding.named),
        actor=_words(finding.actor, text),
        loser=_words(finding.loser, text),
        relation=claims[0].relation.value if claims and not refusal else None,
        claims=claims,
        refusal=refusal,
    )


def _words(party: Party | None, text: str) -> str | None:
    return text[party.start : party.end] if party is not None else None

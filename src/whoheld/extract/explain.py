"""Why a text was read as it was: sentence by sentence, which trigger fired, what bound to what, and what was refused and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from whoheld.extract.extractor import Extractor
from whoheld.extract.finding import Finding
from whoheld.extract.phrases.phrase import Party
from whoheld.model import Article, Basis, Claim, Extent, Mention, Modality, When

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
_EXTENTS = {Extent.WHOLE: "", Extent.PART: "a part of it, ", Extent.AREA: "its surroundings, "}


@dataclass(frozen=True, slots=True)
class Trace:
    """One trigger of a sentence as it was read.

    Attributes:
        word: as written, and ``frame`` the frame that it evokes, ``voice`` how it stands in the sentence.
        places, actor, loser: the words that were bound, after pronouns were resolved.
        relation: what is claimed, or None.
        claims: one for each place, with its days and its speaker.
        refusal: why nothing is claimed, in a sentence, with the word that says so where one does; empty for a claim.
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


def lines(sentences: Sequence[Sentence], located: Mapping[str, Mention] | None = None) -> Iterator[str]:
    """The explanation as plain lines for a terminal.

    Args:
        sentences: explained.
        located: the id of a claim -> its place as it was found, or None to say nothing of points.
    """
    for sentence in sentences:
        yield sentence.text
        if not sentence.traces:
            yield "  no trigger: none of its words is one by which a claim is made"
        for trace in sentence.traces:
            yield f"  {trace.word} [{trace.frame}, {trace.voice}]: {_outcome(trace)}"
            for claim in trace.claims:
                told = f"{_EXTENTS[claim.extent]}{claim.telling}, {_when(claim.when)}; {_speaker(claim)}"
                yield f"    {claim.place.text}: {told}"
                if located is not None:
                    yield f"      {_where(located[claim.id])}"


def _outcome(trace: Trace) -> str:
    bound = f"actor {trace.actor or '-'}, place {', '.join(trace.places) or '-'}"
    if trace.loser:
        bound += f", from {trace.loser}"
    return f"{bound}: refused, {trace.refusal}" if trace.refusal else f"{trace.relation}: {bound}"


def _where(place: Mention) -> str:
    """The point that a place gets on the map and why, or why none: "at Hajin (34.6900, 40.8300): the only place of this name"."""
    if place.id is None:
        return f"no point: {place.reason}"
    point = "" if place.lat is None or place.lon is None else f" ({place.lat:.4f}, {place.lon:.4f})"
    return f"at {place.name}{point}: {place.reason}"


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
    refusal = _refusal(finding, text)
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


def _refusal(finding: Finding, text: str) -> str:
    """Why a trigger claims nothing: "planned, hoped, threatened or tried (“hopes”)"; empty where it does."""
    marks = finding.marks
    said = marks.cause if finding.refusal == marks.refusal else None
    return REASONS.get(finding.refusal, finding.refusal) + (f" (“{text[said.start : said.end]}”)" if said is not None else "")


def _words(party: Party | None, text: str) -> str | None:
    return text[party.start : party.end] if party is not None else None

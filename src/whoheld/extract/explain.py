"""Why a text was read as it was: sentence by sentence, which trigger fired, what bound to what, and what was refused and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from whoheld.extract.extractor import Extractor
from whoheld.extract.finding import Finding
from whoheld.extract.phrases.phrase import Party, Places
from whoheld.model import Article, Basis, Claim, Extent, Mention, Modality, When
from whoheld.model import Party as Told

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
_Told = tuple[Finding, tuple[Claim, ...]]
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
    """A sentence of the text with its traces; one without a trigger has none. ``left`` are known places that no trigger bound."""

    text: str
    traces: tuple[Trace, ...]
    left: tuple[str, ...] = ()


def explain(extractor: Extractor, article: Article) -> Sequence[Sentence]:
    """Every sentence of an article, in order."""
    found: dict[tuple[int, int], list[_Told]] = {span: [] for span in extractor.sentences(article)}
    for finding, claims in extractor.findings(article):
        span = (finding.line.sentence.start, finding.line.sentence.end)
        found[span].append((finding, claims))
    return [
        Sentence(
            article.text[start:end],
            tuple(_trace(finding, claims, article.text) for finding, claims in _apart(told)),
            tuple(_left([finding for finding, _ in told], article.text)),
        )
        for (start, end), told in found.items()
    ]


def _apart(told: Sequence[_Told]) -> Iterator[_Told]:
    """The findings without those that read a word in another way than one that claims something, or refuse it once more."""
    claiming = {finding.frame.at for finding, claims in told if claims}
    seen = set[int]()
    for finding, claims in told:
        at = finding.frame.at
        if claims or not (at in claiming or at in seen):
            yield finding, claims
        seen.add(at)


def _left(findings: Sequence[Finding], text: str) -> Iterator[str]:
    """The known places of a sentence that none of its triggers bound."""
    bound = {name.start for finding in findings for name, _ in finding.named}
    line = findings[0].line if findings else None
    for phrase in line.phrases if line is not None else ():
        if isinstance(phrase, Places) and not phrase.modifier:
            yield from (text[name.start : name.end] for name in phrase.names if name.known and name.start not in bound)


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
        if sentence.left:
            yield f"  bound to no trigger: {', '.join(sentence.left)}"
        for trace in sentence.traces:
            yield f"  {trace.word} [{trace.frame}, {trace.voice}]: {_outcome(trace)}"
            for claim in trace.claims:
                told = f"{_EXTENTS[claim.extent]}{claim.telling}, {_when(claim.when)}; {_speaker(claim)}"
                yield f"    {claim.place.text}: {told}"
                if located is not None:
                    yield f"      {_where(located[claim.id])}"


def _outcome(trace: Trace) -> str:
    claim = trace.claims[0] if trace.claims else None
    actor = _side(claim.actor) if claim else trace.actor
    loser = _side(claim.loser) if claim else trace.loser
    bound = f"actor {actor or '-'}, place {', '.join(trace.places) or '-'}" + (f", from {loser}" if loser else "")
    return f"{bound}: refused, {trace.refusal}" if trace.refusal else f"{trace.relation}: {bound}"


def _side(party: Told | None) -> str:
    """The words for a party with whom the registry knows by them ("the rebels (M23)")."""
    return f"{party.text} ({party.id or 'not registered'})" if party is not None and party.text else ""


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

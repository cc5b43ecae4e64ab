"""What is read: articles, the claims that they make, and what was not done."""

import datetime as dt
import hashlib
import json
from enum import StrEnum
from typing import Literal

from whoheld.interval import bounds
from whoheld.model.frozen import Frozen, PartialDate


class Relation(StrEnum):
    """What the actor is said to do with the place."""

    GAINED = "gained"
    HOLDS = "holds"
    LOST = "lost"
    CONTESTED = "contested"


class Extent(StrEnum):
    """How much of the place: all of it, a share or quarter of it, or its surroundings only."""

    WHOLE = "whole"
    PART = "part"
    AREA = "area"


class Telling(StrEnum):
    """How the text tells it: a change told as news, a state told as news, or a recap of the past."""

    EVENT = "event"
    STATE = "state"
    BACKGROUND = "background"


class Modality(StrEnum):
    """How far the text stands behind it."""

    ASSERTED = "asserted"
    ATTRIBUTED = "attributed"
    HEDGED = "hedged"
    DENIED = "denied"


class Basis(StrEnum):
    """Where a claim's days come from."""

    STATED = "stated"
    DATELINE = "dateline"
    PUBLISHED = "published"
    UNKNOWN = "unknown"


class Heading(Frozen):
    """An article without its text.

    Attributes:
        id: the first 16 hex digits of ``sha256``.
        published: when the world could know it; None when nobody says.
        published_basis: what gave the date, the best first: somebody, the page, its address, or only the dateline of the text.
        known_from: of a later version of a changed article, the day it was fetched: this version is known from then on only.
        language: ISO 639-1 code.
        sha256: of the text in UTF-8.
        source: the file or record it was read from, as given (for messages, never part of an id).
    """

    id: str
    title: str | None = None
    url: str | None = None
    published: PartialDate | None = None
    published_basis: Literal["given", "page", "url", "dateline", "unknown"] = "unknown"
    known_from: dt.date | None = None
    publisher: str | None = None
    language: str
    sha256: str
    source: str


class Article(Heading):
    """One document as it was read.

    Attributes:
        text: the stored text; every offset in whoheld counts code points of it.
    """

    text: str


class Party(Frozen):
    """An actor or speaker: the theatre's id where its registry knows it, and the words of the text."""

    id: str | None
    text: str | None


class Candidate(Frozen):
    """One place that a mention may mean, with a score in 0..1 and the readable reasons for it."""

    id: str
    name: str
    lon: float
    lat: float
    precision_m: int
    kind: str
    score: float
    reasons: tuple[str, ...] = ()


class Mention(Frozen):
    """A place as a text names it, and, once located, the place it means.

    Attributes:
        text: the words as written (clitics left out of the span); start and end are code points of the article's text.
        kind: what the text calls it (``settlement``, ``quarter``, ``district``, ``province``, ``airport``, ``base``, ``dam``,
            ``crossing``, ``oil_field``, ``camp``, or ``capital`` where that is all it is called), where the text calls it
            nothing ``settlement``. None where nobody has looked; then locating goes by the words beside the name.
        id: the place it means, or None while unresolved or ambiguous. ``name`` to ``precision_m`` are None with it.
        known_from: the day from which the place is known, where a text published later tells it; None: from the beginning.
        reason: why this place, or why none (``ambiguous: …``, ``not found``); None before locating.
        candidates: best first, all that were weighed.
    """

    text: str
    start: int
    end: int
    kind: str | None = None
    id: str | None = None
    name: str | None = None
    lon: float | None = None
    lat: float | None = None
    precision_m: int | None = None
    known_from: dt.date | None = None
    reason: str | None = None
    candidates: tuple[Candidate, ...] = ()


class When(Frozen):
    """The days (both inclusive, None open) in which the change happened or the state held, and the words that say so."""

    earliest: dt.date | None
    latest: dt.date | None
    basis: Basis
    text: str | None = None


class Evidence(Frozen):
    """The exact words: ``quote == article.text[start:end]``, with up to 32 code points before and after."""

    quote: str
    start: int
    end: int
    prefix: str
    suffix: str


class ArticleRef(Frozen):
    """What a claim keeps of its article; the fields mean what they mean there."""

    id: str
    url: str | None
    title: str | None
    published: PartialDate | None
    known_from: dt.date | None = None
    publisher: str | None
    language: str
    sha256: str


def known_by(article: Heading | ArticleRef) -> dt.date | None:
    """The day by which the world could know an article; None where nobody says when it was published."""
    public = bounds(article.published).latest if article.published else None
    return public and max(public, article.known_from or public)


class Review(Frozen):
    """That a person stood behind a claim, or put it right: on which day, and in which fields. Who it was is nobody's business."""

    action: Literal["accept", "amend"]
    day: dt.date
    fields: tuple[str, ...] = ()


class Claim(Frozen):
    """Article A says in words S that actor X took, holds, lost or fights over place L on day D.

    ``loser`` is set for a gain whose text names who lost it. ``rule`` names the trigger and frame that read it. ``review`` is a
    person's last word on it, as far as it is told to the public.
    """

    id: str
    relation: Relation
    actor: Party
    loser: Party | None
    place: Mention
    extent: Extent
    when: When
    telling: Telling
    modality: Modality
    speaker: Party | None
    evidence: Evidence
    article: ArticleRef
    rule: str
    review: Review | None = None


BY_HAND = "by hand"
"""The rule of a claim that a person made."""


def claim_id(*, sha256: str, spans: tuple[tuple[int, int], ...], relation: Relation, actor: str | None, when: str | None) -> str:
    """The id of a claim: what it says and where it says so, never where the place was found to lie.

    Args:
        sha256: of the article's text.
        spans: code-point spans of the evidence and of the place mention, in this order.
        relation: as read.
        actor: as written.
        when: as written.
    """
    key = json.dumps([sha256, spans, relation.value, actor, when], ensure_ascii=False)
    return hashlib.sha256(key.encode()).hexdigest()[:16]


class Issue(Frozen):
    """One thing that was not done, and why: a line of ``issues.jsonl``.

    Attributes:
        stage: ``ingest``, ``extract``, ``locate``, ``timeline`` or ``publish``.
        kind: a short stable word: ``empty``, ``binary``, ``too_large``, ``unreadable``, ``undated``, ``candidate``,
            ``unknown_actor``, ``unresolved``, ``ambiguous``, ``disputed``, …
        message: what happened and what the user can do.
        source: the file or record.
        article: id of the article, where there is one.
        claim: id of the claim, where there is one.
        text: the words concerned.
    """

    stage: Literal["ingest", "extract", "locate", "timeline", "publish"]
    kind: str
    message: str
    source: str | None = None
    article: str | None = None
    claim: str | None = None
    text: str | None = None

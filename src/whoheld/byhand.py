"""Claims that a person enters, with the words and the source, for what is no article: a paper, a post, a film."""

import datetime as dt
import hashlib
from collections.abc import Iterator

from pydantic import ValidationError

from whoheld import journal
from whoheld.errors import UsageError
from whoheld.geodata.files import first_fault
from whoheld.ingest.language import detect
from whoheld.interval import bounds
from whoheld.model import (
    BY_HAND,
    Article,
    ArticleRef,
    Basis,
    Claim,
    Evidence,
    Extent,
    Frozen,
    Mention,
    Modality,
    PartialDate,
    Party,
    Relation,
    Telling,
    When,
    claim_id,
)
from whoheld.publish.escaping import link
from whoheld.workfolder import WorkFolder

JOURNAL = "byhand.jsonl"


class Entry(Frozen):
    """A line of ``byhand.jsonl``: what a person read, where, and what it says.

    Attributes:
        quote: the exact words; they are the text that offsets count.
        place: the words of the quote that name the place.
        actor: its id in the theatre, or its name where the theatre does not know it; ``actor_id`` is the id.
        earliest, latest: the days (both inclusive, None open) in which it happened or held, where somebody says.
        url: where it was read.
        archive: a copy that will not change.
        who, entered, why: who entered it, at what time, with what remark.
    """

    quote: str
    relation: Relation
    place: str
    actor: str | None
    actor_id: str | None = None
    extent: Extent = Extent.WHOLE
    earliest: dt.date | None = None
    latest: dt.date | None = None
    published: PartialDate | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None
    archive: str | None = None
    who: str
    entered: dt.datetime
    why: str = ""


def entry(**fields: object) -> Entry:
    """An entry of what a person wrote.

    Raises:
        UsageError: a field is not as it should be.
    """
    try:
        return Entry.model_validate(fields)
    except ValidationError as error:
        raise UsageError(first_fault(error)) from error


def add(work: WorkFolder, entry: Entry) -> Claim:
    """Keep an entry in the journal and return its claim, its place not yet found.

    Raises:
        UsageError: the quote does not name the place, or nothing says where it was read, or no web address does.
    """
    if not entry.place.strip() or entry.place not in entry.quote:
        raise UsageError(f"the quote does not say {entry.place!r}: name the place by words that stand in the quote")
    if not entry.url and not entry.archive:
        raise UsageError("a claim needs a source: give the address where it was read, or that of an archived copy")
    for address in filter(None, (entry.url, entry.archive)):
        if not link(address):
            raise UsageError(f"{address!r} is no address that a reader can follow: write it as https://…")
    journal.append(work.path / JOURNAL, [entry.model_dump(mode="json")])
    return claim(entry)


def entries(work: WorkFolder) -> Iterator[Entry]:
    """What was entered, each thing once.

    Raises:
        DataError: a line of the journal is damaged.
        UsageError: a line is of another version of whoheld.
    """
    seen: set[str] = set()
    for record in journal.read(work.path / JOURNAL):
        try:
            entry = Entry.model_validate(record)
        except ValidationError as error:
            raise UsageError(f"{work.path / JOURNAL}: {error.errors()[0]['msg']}") from error
        if (made := claim(entry).id) not in seen:
            seen.add(made)
            yield entry


def article(entry: Entry) -> Article:
    """The quote as an article, so that later stages treat it like any other."""
    sha256 = hashlib.sha256(entry.quote.encode()).hexdigest()
    return Article(
        id=sha256[:16],
        text=entry.quote,
        title=entry.title,
        url=entry.url or entry.archive,
        published=entry.published,
        published_basis="given" if entry.published else "unknown",
        publisher=entry.publisher,
        language=detect(entry.quote),
        sha256=sha256,
        source=JOURNAL,
    )


def claim(entry: Entry) -> Claim:
    """What an entry says; its place is a mention that is still to be located."""
    source = article(entry)
    start, end = 0, len(entry.quote)
    place = entry.quote.index(entry.place)
    mention = Mention(text=entry.place, start=place, end=place + len(entry.place))
    when = _when(entry)
    spans = ((start, end), (mention.start, mention.end))
    reference = source.model_dump(include=set(ArticleRef.model_fields))
    return Claim(
        id=claim_id(sha256=source.sha256, spans=spans, relation=entry.relation, actor=entry.actor, when=when.text),
        relation=entry.relation,
        actor=Party(id=entry.actor_id, text=entry.actor),
        loser=None,
        place=mention,
        extent=entry.extent,
        when=when,
        telling=Telling.EVENT if entry.relation in {Relation.GAINED, Relation.LOST} else Telling.STATE,
        modality=Modality.ASSERTED,
        speaker=None,
        evidence=Evidence(quote=entry.quote, start=start, end=end, prefix="", suffix=""),
        article=ArticleRef.model_validate(reference),
        rule=BY_HAND,
    )


def _when(entry: Entry) -> When:
    """The days entered; without them, what the day of publication allows: a change by then, a state on that day."""
    if entry.earliest or entry.latest:
        written = f"{entry.earliest or ''}/{entry.latest or ''}"
        return When(earliest=entry.earliest, latest=entry.latest, basis=Basis.STATED, text=written)
    if entry.published is None:
        return When(earliest=None, latest=None, basis=Basis.UNKNOWN)
    known = bounds(entry.published)
    return When(earliest=known.earliest if entry.relation is Relation.HOLDS else None, latest=known.latest, basis=Basis.PUBLISHED)

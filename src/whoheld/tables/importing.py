"""From the rows of a table to claims: each row is an article of its own, and its status is the evidence."""

import datetime as dt
import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa

from whoheld.claims import SCHEMA, Claims, record
from whoheld.errors import DataError
from whoheld.interval import Bounds
from whoheld.issues import Issues
from whoheld.model import (
    Article,
    ArticleRef,
    Basis,
    Claim,
    Evidence,
    Extent,
    Issue,
    Mention,
    Modality,
    Party,
    Place,
    Relation,
    Telling,
    When,
    claim_id,
)
from whoheld.tables import prose
from whoheld.tables.dense import edges
from whoheld.tables.entries import Entry, Gazetteer, LeftOut, Places, entries, in_order, wording
from whoheld.tables.histories import settled
from whoheld.tables.mapping import NoteRule, TableMapping
from whoheld.tables.rows import Row
from whoheld.tables.rows import read as read_rows

_AROUND = 32
"""Code points kept before and after a quote."""
_AT_ONCE = 500
"""Histories of a place in a status column whose claims are models at one time."""


class Imported(NamedTuple):
    """What a table says: the claims, sorted by id, and what became none, each with the reason.

    Attributes:
        rows: how many rows it has.
        claimed: how many of them became claims.
        repeating: how many rows of a dense table only say once more what a row before and one after them say.
        left_out: why the others became none: of each such row one reason, by kind.
        in_part: why some columns of rows that became claims did not: of each a reason, by kind.
    """

    claims: Claims
    issues: Issues
    rows: int
    claimed: int
    repeating: int
    left_out: Mapping[str, int]
    in_part: Mapping[str, int]


class _Statement(NamedTuple):
    """What a claim of a row says, and where in the row's text."""

    relation: Relation
    actor: Party
    when: When
    telling: Telling
    modality: Modality
    start: int
    end: int
    rule: str


def read(  # noqa: PLR0913 - what may be told beside the table and its mapping, by name
    path: Path,
    mapping: TableMapping,
    gazetteer: Gazetteer | None = None,
    *,
    keep: Path | None = None,
    today: dt.date | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Imported:
    """Read a table. Rows of one place speak in the order in which they were reported, whatever the file's order.

    Args:
        path: a CSV (UTF-8) or Parquet file.
        mapping: what its columns mean.
        gazetteer: the places that the table names by id; of those it names otherwise, the ids and names that others use.
        keep: a file to write the claims to, which then stay there instead of in memory.
        today: a row that was reported later is listed; that of the clock without it.
        progress: called with the number of histories (of one place in one status column) done, and of all.

    Raises:
        DataError: the file cannot be read, or lacks a column of the mapping.
    """
    total, rows = _rows(path, mapping)
    found, left_out = _entries(rows, mapping, gazetteer, today or dt.datetime.now(dt.UTC).date())
    claimed = {entry.row.number for history in found for entry in history}
    whole = {out.row.number: out.kind for out in left_out if out.row.number not in claimed}
    in_part = Counter(out.kind for out in left_out if out.row.number in claimed)
    repeating = total - len({row.number for row in rows})

    def batches() -> Iterator[pa.RecordBatch]:
        for done in range(0, len(found), _AT_ONCE):
            some = found[done : done + _AT_ONCE]
            records = [record(claim) for history in some for claim in _claims(history, mapping, path)]
            yield pa.RecordBatch.from_pylist(records, SCHEMA)
            if progress:
                progress(done + len(some), len(found))

    table = _written(batches(), keep) if keep else pa.Table.from_batches(batches(), SCHEMA)
    issues = sorted((_issue(path, out) for out in left_out), key=lambda issue: (issue.source or "", issue.kind, issue.message))
    return Imported(Claims(table), Issues.of(issues), total, len(claimed), repeating, Counter(whole.values()), in_part)


def _written(batches: Iterable[pa.RecordBatch], path: Path) -> pa.Table:
    """The rows where they lie in a file: only what somebody looks at is read."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, SCHEMA) as writer:
            for batch in batches:
                writer.write_batch(batch)
        return pa.ipc.open_file(pa.memory_map(str(path))).read_all()
    except OSError as error:
        raise DataError(f"cannot be written, and what was published before is as it was: {error}", path=path) from error


def _rows(path: Path, mapping: TableMapping) -> tuple[int, list[Row]]:
    """How many rows a table has, and those that say something new."""
    if mapping.dense:
        total, rows = edges(path, mapping.columns)
        return total, in_order(rows, mapping.columns.reported)
    found = in_order(read_rows(path, mapping.columns), mapping.columns.reported)
    return len(found), found


def _entries(
    rows: Sequence[Row], mapping: TableMapping, gazetteer: Gazetteer | None, today: dt.date
) -> tuple[list[list[Entry]], list[LeftOut]]:
    """The entries of each place and status column that claim something, and the rows that claim nothing."""
    places = Places(rows, mapping, gazetteer)
    histories: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    left_out: list[LeftOut] = []
    for row in rows:
        for found in entries(row, mapping, places, today):
            if isinstance(found, Entry):
                histories[found.place.id, found.column].append(found)
            else:
                left_out.append(found)
    kept = []
    for place_and_column in sorted(histories):
        history, others = settled(histories[place_and_column], mapping)
        kept.append(history)
        left_out += others
    return kept, left_out


def _claims(history: Sequence[Entry], mapping: TableMapping, path: Path) -> Iterator[Claim]:
    """What the rows of one place claim in one column; a sentence of prose is read where it first stands."""
    told: set[str] = set()
    for found in history:
        article = _article(found, mapping, path)
        for statement in (_status(found, article), *_notes(found, article, mapping, told)):
            yield _claim(found.place, article, statement)


def _article(found: Entry, mapping: TableMapping, path: Path) -> Article:
    text = wording(found, mapping.columns)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Article(
        id=sha256[:16],
        text=text,
        title=f"{mapping.title}, row {found.row.number}",
        url=found.row.fields.get(mapping.columns.url or "", mapping.url),
        published=found.reported.date().isoformat(),
        published_basis="given",
        publisher=mapping.sources.get(found.column, mapping.publisher),
        language=mapping.language,
        sha256=sha256,
        source=f"{path}, row {found.row.number}",
    )


def _status(found: Entry, article: Article) -> _Statement:
    reported, as_of, rule = found.reported.date(), found.as_of, found.rule
    assert rule is not None  # noqa: S101 - what the mapping does not know has been left out
    when = When(earliest=as_of or reported, latest=as_of or reported, basis=Basis.STATED if as_of else Basis.PUBLISHED)
    start = article.text.index("\n") + 1
    end = article.text.find("\n", start)
    actor = Party(id=rule.actor, text=found.row.fields[found.column] if rule.actor else None)
    telling = Telling.BACKGROUND if found.past else Telling.STATE
    return _Statement(rule.relation, actor, when, telling, rule.modality, start, end, f"table:{found.column}")


class _Told(NamedTuple):
    """A dated change that a sentence of prose tells."""

    words: re.Match[str]
    rule: NoteRule
    actor: str
    days: Bounds


def _notes(found: Entry, article: Article, mapping: TableMapping, told: set[str]) -> Iterator[_Statement]:
    changes = list(_changes(found, article, mapping))
    for change, after in zip_longest(changes, changes[1:]):
        words, days = change.words, _before(change.days, after.days) if after else change.days
        if words.group() in told or _is_later(days, found):
            continue
        told.add(words.group())
        when = When(earliest=days.earliest, latest=days.latest, basis=Basis.STATED, text=words["date"].strip())
        party = Party(id=change.actor, text=words["actor"].strip())
        rule = change.rule
        yield _Statement(rule.relation, party, when, Telling.BACKGROUND, rule.modality, words.start(), words.end(), "table:note")


def _changes(found: Entry, article: Article, mapping: TableMapping) -> Iterator[_Told]:
    """The changes that a row's prose tells, in its order."""
    note = mapping.columns.note
    if note is None or note not in found.row.fields:
        return
    begin = article.text.index(f"\n{note}: ") + len(note) + 3
    for rule in mapping.notes:
        for match in re.compile(rule.pattern).finditer(article.text, begin, article.text.find("\n", begin)):
            days, actor = prose.days(match["date"] or ""), mapping.named(match["actor"] or "")
            if days and actor:
                yield _Told(match, rule, actor, days)


def _before(days: Bounds, after: Bounds) -> Bounds:
    """The days of a change, no later than those of the one that is told after it: "taken in 2014, retaken in July 2014".

    Of what has an open start is told that it had come about before the other began: "taken by June 2014, retaken in July 2014".
    """
    end = after.latest if days.earliest else after.earliest
    if end is None:
        return days
    limit = end - dt.timedelta(days=1)
    fits = days.earliest is None or days.earliest <= limit
    return Bounds(days.earliest, min(days.latest or limit, limit)) if fits else days


def _is_later(days: Bounds, found: Entry) -> bool:
    return days.earliest is not None and days.earliest > found.reported.date()


def _claim(place: Place, article: Article, said: _Statement) -> Claim:
    name_start = len("place: ")
    name_end = article.text.index("\n")
    spans = ((said.start, said.end), (name_start, name_end))
    text = article.text
    return Claim(
        id=claim_id(sha256=article.sha256, spans=spans, relation=said.relation, actor=said.actor.text, when=said.when.text),
        relation=said.relation,
        actor=said.actor,
        loser=None,
        place=Mention(
            text=text[name_start:name_end],
            start=name_start,
            end=name_end,
            kind=place.kind,
            id=place.id,
            name=place.name,
            lon=place.lon,
            lat=place.lat,
            precision_m=place.precision_m,
            reason="as the table places it",
        ),
        extent=Extent.WHOLE,
        when=said.when,
        telling=said.telling,
        modality=said.modality,
        speaker=None,
        evidence=Evidence(
            quote=text[said.start : said.end],
            start=said.start,
            end=said.end,
            prefix=text[max(0, said.start - _AROUND) : said.start],
            suffix=text[said.end : said.end + _AROUND],
        ),
        article=ArticleRef(**article.model_dump(include=set(ArticleRef.model_fields))),
        rule=said.rule,
    )


def _issue(path: Path, out: LeftOut) -> Issue:
    said = " | ".join(f"{name}: {value}" for name, value in out.row.fields.items())
    return Issue(stage="ingest", kind=out.kind, message=out.message, source=f"{path}, row {out.row.number}", text=said)

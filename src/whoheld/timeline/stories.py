"""Stories: what is told of one place, at every time at which something of it was known.

A story hangs on the claims of its place and on the rules, on nothing else. So it is told again only when one of these changes.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from whoheld.claims import Claims, Rows
from whoheld.memo import Kept, Memo, Progress, Unkept, silent
from whoheld.model import Actor, Issue, Policy
from whoheld.timeline.bitemporal import KNOWN, Ledger, now
from whoheld.timeline.independence import Reprints
from whoheld.timeline.observations import observe, table
from whoheld.timeline.voices import Rules, Sides

SCHEMA = pa.schema(
    {
        "key": pa.string(),
        "place": pa.string(),
        "known": pa.list_(pa.struct(list(KNOWN))),
        "unused": pa.list_(pa.string()),
        "issues": pa.list_(pa.string()),
    }
)
"""A story a row: intervals by ``bitemporal.KNOWN``, the ids of claims that none of them rests on, and issues as JSON."""

NOWHERE = ""
"""The place of claims whose place is not known; their story is a list of issues."""

_AT_ONCE = 2_000
"""Claims that are models at one time."""


class Law(NamedTuple):
    """What stories are told by, beside the claims.

    Attributes:
        policy, actors: of the theatre.
        known_at: the last day (ordinal) whose news count; None for all.
        reprints: which articles are near-identical.
        retracted: article id -> the day (ordinal) from which it no longer counts.
    """

    policy: Policy
    actors: Mapping[str, Actor]
    known_at: int | None
    reprints: Reprints
    retracted: Mapping[str, int]

    def sides(self) -> Sides:
        """Whose voice is whose."""
        return Sides(self.policy, self.actors)

    def digest(self) -> str:
        """A hash of all that concerns every place."""
        parents = sorted((actor.id, actor.parent or "") for actor in self.actors.values())
        said = [self.policy.model_dump(mode="json"), parents, self.known_at]
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()

    def of(self, articles: Iterable[str]) -> list[object]:
        """What concerns some articles only."""
        some = set(articles)
        pairs = sorted((one, other) for one in some & self.reprints.keys() for other in self.reprints[one] & some)
        gone = sorted((article, self.retracted[article]) for article in some & self.retracted.keys())
        return [pairs, gone]


def grouped(claims: Claims, places: Iterable[str]) -> dict[str, Rows]:
    """Place -> the rows of its claims, sorted; those of no known place stand under ``NOWHERE``."""
    known = {place: number for number, place in enumerate(sorted(places), 1)}
    numbers = np.array([known.get(place, 0) for place in claims.table["place"].to_pylist()], np.int64)
    order = np.argsort(numbers, kind="stable")
    ends = np.searchsorted(numbers[order], np.arange(len(known) + 2))
    names = [NOWHERE, *known]
    return {name: order[a:b] for name, a, b in zip(names, ends[:-1], ends[1:], strict=True) if b > a}


class Told(NamedTuple):
    """What is told of all places.

    Attributes:
        intervals: as known now, by ``intervals.SCHEMA``, sorted by place, then time.
        unused: ids of the claims that none of them rests on, sorted by place, then id.
        issues: claims that say nothing that can be dated or ascribed, sorted by claim.
    """

    intervals: pa.Table
    unused: list[str]
    issues: list[Issue]


def now_told(claims: Claims, places: Iterable[str], law: Law) -> Told:
    """What is known now, without what was known before."""
    ledger, issues = _ledger(claims, grouped(claims, places), law)
    intervals = ledger.intervals()
    return Told(intervals, ledger.unused(_used(intervals)), issues)


def of_stories(stories: Kept) -> Told:
    """The same of stories."""
    told = stories.table("known", "unused", "issues")
    known = flattened(told["known"])
    issues = map(Issue.model_validate_json, pc.list_flatten(told["issues"]).to_pylist())
    return Told(now(known), pc.list_flatten(told["unused"]).to_pylist(), sorted(issues, key=lambda issue: str(issue.claim)))


def flattened(lists: pa.ListArray | pa.ChunkedArray) -> pa.Table:
    """The rows of lists of rows, one list after the other."""
    chunks = lists.chunks if isinstance(lists, pa.ChunkedArray) else [lists]
    schema = pa.schema(list(lists.type.value_type))
    return pa.Table.from_batches([pa.RecordBatch.from_struct_array(pc.list_flatten(chunk)) for chunk in chunks], schema)


def stories(claims: Claims, places: Iterable[str], law: Law, memo: Memo | Unkept, progress: Progress = silent) -> Kept:
    """The stories of all places, sorted by place.

    Args:
        claims: as judged.
        places: ids of the places whose position is known.
        law: what they are told by.
        memo: keeps those that need not be told again.
        progress: told of how many others are told, and of how many.
    """
    groups = grouped(claims, places)
    names = list(groups)

    def tell(which: Sequence[int]) -> Iterator[pa.RecordBatch]:
        done = 0
        for some in _batches(which, [len(groups[name]) for name in names]):
            told = _tell(claims, {names[at]: groups[names[at]] for at in some}, law)
            done += len(some)
            progress(done, len(which))
            yield told

    return memo.renewed(SCHEMA, _keys(claims, groups, law), tell)


def _keys(claims: Claims, groups: Mapping[str, Rows], law: Law) -> list[str]:
    digests, articles = claims.column("digest"), claims.column("article")
    head = law.digest().encode()
    keys = []
    for place, rows in groups.items():
        own = json.dumps([place, law.of(articles.take(pa.array(rows)).to_pylist()) if law.reprints or law.retracted else 0])
        body = b"".join(digests.take(pa.array(rows)).to_pylist())
        keys.append(hashlib.sha256(head + own.encode() + body).hexdigest())
    return keys


def _batches(which: Iterable[int], sizes: Sequence[int]) -> Iterator[list[int]]:
    """Places that are told together, in their order."""
    batch: list[int] = []
    size = 0
    for place in which:
        batch.append(place)
        size += sizes[place]
        if size > _AT_ONCE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _tell(claims: Claims, groups: Mapping[str, Rows], law: Law) -> pa.RecordBatch:
    ledger, issues = _ledger(claims, groups, law)
    known = ledger.known()
    which = np.array(known["place_id"].to_pylist(), dtype=object)
    ends = [int(np.searchsorted(which, name, "right")) for name in groups]
    ids = claims.table["id"]
    place_of = {claim: name for name, rows in groups.items() for claim in ids.take(pa.array(rows)).to_pylist()}
    return pa.RecordBatch.from_arrays(
        [
            pa.array([""] * len(groups)),
            pa.array(groups.keys(), pa.string()),
            pa.ListArray.from_arrays(pa.array([0, *ends], pa.int32()), _structs(known)),
            _lists(groups, ((place_of[claim], claim) for claim in ledger.unused(_used(now(known))))),
            _lists(groups, ((place_of[str(issue.claim)], issue.model_dump_json()) for issue in issues)),
        ],
        schema=SCHEMA,
    )


def _ledger(claims: Claims, groups: Mapping[str, Rows], law: Law) -> tuple[Ledger, list[Issue]]:
    sides = law.sides()
    rows = np.sort(np.concatenate([np.empty(0, np.int64), *groups.values()]))
    found = observe(claims.some(rows), groups.keys() - {NOWHERE}, sides, law.policy.dispute_window_days)
    seen = table(one for one in found.observations if law.known_at is None or one.known <= law.known_at)
    return Ledger(seen, law.reprints, law.retracted, Rules.of(law.policy, sides), law.known_at), found.issues


def _used(intervals: pa.Table) -> set[str]:
    """The claims that some intervals rest on, or that stand against them."""
    return {claim for name in ("claims", "against") for claim in pc.list_flatten(intervals[name]).to_pylist()}


def _structs(table: pa.Table) -> pa.StructArray:
    """The rows of a table as one array."""
    (batch,) = table.combine_chunks().to_batches() or [pa.RecordBatch.from_pylist([], table.schema)]
    return batch.to_struct_array()


def _lists(groups: Iterable[str], told: Iterable[tuple[str, str]]) -> pa.Array:
    """Texts by their places."""
    lists: defaultdict[str, list[str]] = defaultdict(list)
    for place, text in told:
        lists[place].append(text)
    return pa.array([lists[name] for name in groups], pa.list_(pa.string()))

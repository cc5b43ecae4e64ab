"""The closing table of a build: how much was read, found, located, and what was left out with its reason."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.compute as pc
from rich.table import Table
from rich.text import Text

from whoheld.cli.terminal import out
from whoheld.publish.escaping import visible

if TYPE_CHECKING:
    from whoheld.issues import Issues
    from whoheld.timeline import Timeline

_MOST = 40
"""Rows of a table that somebody reads; the file has them all."""


def summarise(timeline: "Timeline", articles: int, folder: Path) -> None:
    """Say what came of a build.

    Args:
        timeline: as it was published.
        articles: how many were read.
        folder: where it lies.
    """
    located = len(timeline.claims) - timeline.claims.table["place"].null_count
    left_out = len(timeline.left_out())
    unread = timeline.issues.counted()["extract", "language"]
    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column(justify="right")
    table.add_column()
    for count, words in (
        (articles - unread, "articles read"),
        *([(unread, "articles in no language that can be read, listed below")] if unread else []),
        (len(timeline.claims), "claims"),
        (located, "of them located"),
        (len(timeline.claims) - located, "unresolved or ambiguous, listed and drawn nowhere"),
        *([(left_out, "located that take no part, listed with the reason and drawn nowhere")] if left_out else []),
        (len(timeline.placed()), "places on the map"),
        (len(timeline.disputed()), "places disputed at some time"),
    ):
        table.add_row(str(count), words)
    out.print(table)
    _skipped(timeline.issues)
    out.print(Text(f"Open {folder / 'index.html'} in any browser."))


def _skipped(issues: "Issues") -> None:
    skipped = issues.only(pc.or_(pc.equal(issues.table["stage"], "ingest"), pc.equal(issues.table["kind"], "language")))
    if skipped:
        table = Table("skipped or flagged", "what", "why", box=None, pad_edge=False)
        for issue in skipped[:_MOST]:
            table.add_row(Text(visible(issue.source or "")), Text(issue.kind), Text(visible(issue.message)))
        out.print(table)
        if len(skipped) > _MOST:
            out.print(Text(f"and {len(skipped) - _MOST} more, all in issues.jsonl"))
    rest: Counter[str] = Counter()
    for (stage, kind), count in issues.counted().items():
        rest[kind] += count * (stage != "ingest" and kind != "language")
    if words := ", ".join(f"{count} {kind}" for kind, count in sorted(rest.items()) if count):
        out.print(Text(f"listed in issues.jsonl: {words}"))

"""What changed hands between two days: rows for a terminal, and the same as Markdown."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from whoheld.model import Control
from whoheld.publish.escaping import link, markdown
from whoheld.publish.rows import actor_name, first_report, in_transition, parties
from whoheld.timeline import Timeline

NO_REPORT, IN_TRANSITION = "no report", "in transition"


class Difference(NamedTuple):
    """A place of which two days say different things.

    Attributes:
        before, after: who, and the status where it is not simply held.
        since: the day from which the later state is certain; of a place in transition or without a report, empty.
        quote, source_url: of the earliest report of the later state, or, where there is none, of the earlier one.
    """

    place: str
    before: str
    after: str
    since: str
    quote: str
    source_url: str


def differences(timeline: Timeline, before: dt.date, after: dt.date) -> list[Difference]:
    """The places that changed hands or status between two days, by name."""
    found = []
    moving = {day: {c.place_id for c in timeline.controls if in_transition(c, day)} for day in (before, after)}
    for change in timeline.diff(before, after):
        told = change.after or change.before
        first = first_report(timeline.claims[claim] for claim in told.claims) if told else None
        found.append(
            Difference(
                place=timeline.places[change.place_id].name,
                before=_state(change.before, timeline, change.place_id in moving[before]),
                after=_state(change.after, timeline, change.place_id in moving[after]),
                since=change.after.valid_from.isoformat() if change.after else "",
                quote=first.evidence.quote if first else "",
                source_url=(first and link(first.article.url)) or "",
            )
        )
    return sorted(found)


def _state(control: Control | None, timeline: Timeline, moving: bool) -> str:
    if control is None:
        return IN_TRANSITION if moving else NO_REPORT
    return state(control, timeline)


def state(control: Control, timeline: Timeline) -> str:
    """An interval in a few words: who, and the status where it is not simply held."""
    who = " / ".join(actor_name(actor, timeline.actors) for actor in parties(control)) or "nobody named"
    return who if control.status.value == "held" else f"{control.status.value}: {who}"


def as_markdown(table: Sequence[Difference], before: dt.date, after: dt.date, attribution: Iterable[str] = ()) -> str:
    """The differences as a Markdown document with a table.

    Args:
        table: the differences.
        before: the earlier day.
        after: the later day.
        attribution: a line for each source, put below.
    """
    lines = [f"# What changed hands between {before} and {after}", "", f"Places: {len(table)}. As reported, not as it was.", ""]
    lines += ["| place | before | after | since | words |", "|---|---|---|---|---|"]
    for row in table:
        words = f"“{markdown(row.quote)}”" + (f" ([source](<{row.source_url}>))" if row.source_url else "")
        lines.append(f"| {' | '.join([*map(markdown, row[:4]), words])} |")
    return "\n".join([*lines, "", *(f"- {markdown(line)}" for line in attribution)]).rstrip() + "\n"

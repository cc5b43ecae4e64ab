"""What changed hands between two days: rows for a terminal, and the same as Markdown."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from whoheld.model import Control
from whoheld.publish.escaping import link, markdown
from whoheld.publish.rows import actor_name, first_report, in_transition, parties
from whoheld.publish.wording import place_name, source_lines, words
from whoheld.timeline import Timeline


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


def differences(timeline: Timeline, before: dt.date, after: dt.date, language: str = "en") -> list[Difference]:
    """The places that changed hands or status between two days, by name; places, actors and states named in a language."""
    found = []
    moving = {day: {c.place_id for c in timeline.controls if in_transition(c, day)} for day in (before, after)}
    for change in timeline.diff(before, after):
        told = change.after or change.before
        first = first_report(timeline.claims[claim] for claim in told.claims) if told else None
        found.append(
            Difference(
                place=place_name(timeline.places[change.place_id], language),
                before=_state(change.before, timeline, change.place_id in moving[before], language),
                after=_state(change.after, timeline, change.place_id in moving[after], language),
                since=change.after.valid_from.isoformat() if change.after else "",
                quote=first.evidence.quote if first else "",
                source_url=(first and link(first.article.url)) or "",
            )
        )
    return sorted(found)


def _state(control: Control | None, timeline: Timeline, moving: bool, language: str) -> str:
    if control is None:
        return words(language)["transition" if moving else "no_report"]
    return state(control, timeline, language)


def state(control: Control, timeline: Timeline, language: str = "en") -> str:
    """An interval in a few words: who, and the status where it is not simply held."""
    say = words(language)
    who = " / ".join(actor_name(actor, timeline.actors, language) for actor in parties(control)) or say["nobody"]
    return who if control.status.value == "held" else f"{say[control.status.value]}: {who}"


def as_markdown(
    table: Sequence[Difference], before: dt.date, after: dt.date, attribution: Iterable[str] = (), language: str = "en"
) -> str:
    """The differences as a Markdown document with a table.

    Args:
        table: the differences.
        before: the earlier day.
        after: the later day.
        attribution: a line for each source, put below.
        language: of the document.
    """
    say = words(language)
    lines = [f"# {say['changes'].format(first=before, last=after)}", "", say["count"].format(n=len(table)), ""]
    heads = [say[key] for key in ("place", "before", "after", "certain_since", "words")]
    lines += [f"| {' | '.join(heads)} |", "|---|---|---|---|---|"]
    for row in table:
        quote = f"“{markdown(row.quote)}”" + (f" ([{say['source']}](<{row.source_url}>))" if row.source_url else "")
        lines.append(f"| {' | '.join([*map(markdown, row[:4]), quote])} |")
    return "\n".join([*lines, "", *(f"- {markdown(line)}" for line in source_lines(attribution, language))]).rstrip() + "\n"

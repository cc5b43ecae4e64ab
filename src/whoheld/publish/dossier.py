"""All the evidence for one place on one page, ready to attach: HTML that needs nothing else, or Markdown."""

import base64
import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import Literal, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from whoheld.model import Claim, Control, Place, Relation
from whoheld.publish.differences import state
from whoheld.publish.escaping import link, markdown, visible
from whoheld.publish.manifest import About
from whoheld.publish.reasons import reasons
from whoheld.publish.rows import known_at
from whoheld.publish.wording import limit_lines, place_name, source_lines, words
from whoheld.timeline import Known, Timeline

_SAID = {Relation.GAINED: "gained", Relation.HOLDS: "holds", Relation.LOST: "lost", Relation.CONTESTED: "contests"}
"""Keys of the words for what a claim says of its actor."""


class Interval(NamedTuple):
    """One interval with the claims for it and against it, in the order of their publication."""

    control: Control
    who: str
    days: str
    support: Sequence[Claim]
    against: Sequence[Claim]


class Dossier(NamedTuple):
    """What is known of one place.

    Attributes:
        intervals: as known now, in time.
        background: claims that no interval rests on.
        denied: claims that a text denies.
        history: how the picture changed as reports came in: the day, and what was then said, in time.
        known_at: nothing published later is in it; None where everything is.
        language: that it is written in.
    """

    place: Place
    intervals: Sequence[Interval]
    background: Sequence[Claim]
    denied: Sequence[Claim]
    history: Sequence[tuple[str, str, str]]
    known_at: dt.date | None
    language: str


def dossier(timeline: Timeline, place: Place, language: str = "en") -> Dossier:
    """Gather the evidence for a place, told in ``en`` or ``ar``; quotes stay as they were written.

    Raises:
        UsageError: there are no words in the language.
    """
    controls = [control for control in timeline.controls if control.place_id == place.id]
    about = [claim for claim in timeline.claims.values() if claim.place.id == place.id]
    background = [claim for claim in timeline.background if claim.place.id == place.id]
    known = [row for row in timeline.bitemporal() if row.control.place_id == place.id]
    return Dossier(
        place=place,
        intervals=[_interval(control, timeline, language) for control in controls],
        background=_in_order(background),
        denied=_in_order(claim for claim in about if claim.modality.value == "denied"),
        history=[_version(row, timeline, language) for row in known],
        known_at=known_at(timeline),
        language=language,
    )


def render(found: Dossier, about: About, form: Literal["html", "md"]) -> str:
    """The dossier as a document.

    Args:
        found: the evidence.
        about: theatre, sources and version, as in the folder's manifest.
        form: ``html`` needs no other file and runs no script; ``md`` is CommonMark with tables.
    """
    css = (files("whoheld.publish") / "templates" / "dossier.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    template = _environment().get_template(f"dossier.{form}")
    return template.render(
        place=found.place,
        name=place_name(found.place, found.language),
        say=words(found.language),
        other_names=other_names(found.place, found.language),
        dossier=found,
        about=about,
        said=_SAID,
        css=Markup(css),  # noqa: S704 - our own file
        css_hash=digest,
    )


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("whoheld.publish"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        {"link": link, "md": markdown, "visible": visible, "why": reasons, "limits": limit_lines, "sources": source_lines}
    )
    return environment


def _interval(control: Control, timeline: Timeline, language: str) -> Interval:
    return Interval(
        control=control,
        who=state(control, timeline, language),
        days=days(control, language),
        support=_in_order(timeline.claims[claim] for claim in control.claims),
        against=_in_order(timeline.claims[claim] for claim in control.against),
    )


def days(control: Control, language: str = "en") -> str:
    """The days of an interval in words, imprecise ends as such."""
    say, first, last = words(language), control.valid_from_earliest, control.valid_from
    begin = say["from"].format(day=last)
    if first is None:
        begin = say["on_or_before"].format(day=last)
    elif first != last:
        begin = say["from_between"].format(first=first, last=last)
    if control.valid_to is None:
        return say["no_end"].format(begin=begin)
    if control.valid_to_latest != control.valid_to:
        return say["until_between"].format(begin=begin, first=control.valid_to, last=control.valid_to_latest)
    return say["until"].format(begin=begin, day=control.valid_to)


def _version(row: Known, timeline: Timeline, language: str) -> tuple[str, str, str]:
    since = words(language)["since"].format(day=row.known_from)
    known = f"{row.known_from} – {row.known_to}" if row.known_to else since
    return known, state(row.control, timeline, language), days(row.control, language)


def other_names(place: Place, language: str = "en") -> dict[str, str]:
    """The name shown in each further language, code -> name, each spelling once."""
    own = place_name(place, language)
    shown = {own: language} if place.name == own else {own: language, place.name: "en"}
    for code in sorted(place.names):
        shown.setdefault(next(iter(place.names[code]), own), code)
    return {code: name for name, code in shown.items() if name != own}


def _in_order(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: (claim.article.published or "9999", claim.id))

"""An edition: everything that one build publishes, as one folder that appears whole."""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import whoheld
from whoheld.geodata import Theatre
from whoheld.pipeline import Reading
from whoheld.publish import files
from whoheld.publish.manifest import About
from whoheld.publish.map import page
from whoheld.store import publish_folder
from whoheld.timeline import Timeline


class Look(NamedTuple):
    """How an edition looks.

    Attributes:
        title: of the page and the layers; the theatre's own where it is None.
        language: of the page's interface at first, ``en`` or ``ar``.
        evidence: whether the quotes go into the page.
        areas: whether estimated areas are drawn from the start.
        basemap: ``outline``, ``none`` or the address template of online tiles.
    """

    title: str | None = None
    language: str = "en"
    evidence: bool = True
    areas: bool = False
    basemap: str = "outline"


def publish(timeline: Timeline, reading: Reading, theatre: Theatre, out: Path, look: Look = Look()) -> None:  # noqa: B008 - immutable
    """Write the page, the layers, the claims, the issues and the manifest, all at once or not at all.

    Raises:
        UsageError: ``out`` holds something that whoheld did not publish, or another process is writing it.
    """
    about = describe(timeline, reading, theatre, look.title)
    sheet = page(
        timeline,
        title=look.title or theatre.file.title,
        attribution=theatre.file.attribution,
        language=look.language,
        evidence=look.evidence,
        areas=look.areas,
        basemap=look.basemap,
    )
    with publish_folder(out) as folder:
        files.write(timeline, folder, about, issues=(*reading.issues, *timeline.issues), page=sheet)


def describe(timeline: Timeline, reading: Reading, theatre: Theatre, title: str | None) -> About:
    """What the edition says of itself."""
    return About(
        theatre=theatre.id,
        title=title or theatre.file.title["en"],
        version=whoheld.__version__,
        as_of=files.newest_day(timeline.claims.values()),
        attribution=theatre.file.attribution,
        inputs=reading.inputs,
    )


def credited(theatre: Theatre, attribution: str | None) -> Theatre:
    """A theatre that names one source more, where there is one."""
    lines = (*theatre.file.attribution, *filter(None, [attribution]))
    return replace(theatre, file=theatre.file.model_copy(update={"attribution": lines}))

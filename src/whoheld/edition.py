"""An edition: everything that one build publishes, as one folder that appears whole."""

from pathlib import Path

import whoheld
from whoheld.geodata import Theatre
from whoheld.pipeline import Reading
from whoheld.publish import files
from whoheld.publish.manifest import About
from whoheld.publish.map import page
from whoheld.store import publish_folder
from whoheld.timeline import Timeline


def publish(timeline: Timeline, reading: Reading, theatre: Theatre, out: Path, *, title: str | None = None) -> None:
    """Write the page, the layers, the claims, the issues and the manifest, all at once or not at all.

    Raises:
        UsageError: ``out`` holds something that whoheld did not publish, or another process is writing it.
    """
    about = describe(timeline, reading, theatre, title)
    titles = theatre.file.title if title is None else title
    sheet = page(timeline, title=titles, attribution=theatre.file.attribution)
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

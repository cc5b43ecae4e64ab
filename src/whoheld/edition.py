"""An edition: everything that one build publishes, as one folder that appears whole."""

import datetime as dt
import math
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple
from zlib import ZLIB_RUNTIME_VERSION

import pyarrow.compute as pc

import whoheld
from whoheld import disclosure, pipeline
from whoheld.errors import UsageError
from whoheld.geodata import Theatre
from whoheld.interval import ALWAYS, Bounds
from whoheld.memo import Memo, program
from whoheld.model import Judgement
from whoheld.publish import files
from whoheld.publish.manifest import About, Files, Limits
from whoheld.publish.page import page
from whoheld.publish.sheets import sheets
from whoheld.reading import Progress, Reading, silent
from whoheld.redaction import Redaction
from whoheld.scope import Scope
from whoheld.store import publish_folder
from whoheld.timeline import Timeline


class Look(NamedTuple):
    """How an edition looks.

    Attributes:
        title: of the page and the layers; the theatre's own where it is None.
        language: of the page's interface at first, ``en`` or ``ar``; the reader's own where it is None.
        evidence: whether the quotes go into the page.
        areas: whether estimated areas are drawn from the start.
        basemap: ``outline``, ``none`` or the address template of online tiles.
        window: the days that the page and the layers are limited to.
    """

    title: str | None = None
    language: str | None = None
    evidence: bool = True
    areas: bool = False
    basemap: str = "outline"
    window: Bounds = ALWAYS


class Care(NamedTuple):
    """What is left out for the safety of others, and from which day it is looked at.

    Attributes:
        as_of: the day to which ``delay`` is counted back; the newest day of publication where it is None.
        delay: nothing newer than that is shown.
        cell_m: points are rounded to cells of that size; None leaves them exact.
        redaction: takes names out.
    """

    as_of: dt.date | None = None
    delay: dt.timedelta | None = None
    cell_m: int | None = None
    redaction: Redaction | None = None


class Memory(NamedTuple):
    """What is kept from one edition to the next; None is kept of one that is nobody's.

    Attributes:
        stories: of each place.
        sheets: of each place.
        packed: the page's evidence.
    """

    stories: Memo | None = None
    sheets: Memo | None = None
    packed: Memo | None = None

    @classmethod
    def of(cls, folder: Path) -> "Memory":
        """Kept in a folder."""
        on = f"{program()} pyarrow {version('pyarrow')} {ZLIB_RUNTIME_VERSION}"
        return cls(*(Memo(folder / f"{name}.arrow", on) for name in cls._fields))


def publish(  # noqa: PLR0913 - what is published, where, and how
    reading: Reading,
    scope: Scope,
    out: Path,
    *,
    judgements: Iterable[Judgement] = (),
    policy: Mapping[str, int] | None = None,
    look: Look = Look(),  # noqa: B008 - immutable
    care: Care = Care(),  # noqa: B008 - immutable
    memory: Memory = Memory(),  # noqa: B008 - immutable
    progress: Progress = silent,
) -> Timeline:
    """Write the page, layers, claims, issues and manifest, all at once or not at all; returns the timeline that they show.

    Args:
        reading: what the articles say.
        scope: as it was read in.
        out: the folder.
        judgements: a person's words.
        policy: numbers that go before the theatre's own.
        look: how it looks.
        care: what is left out.
        memory: keeps what need not be made again.
        progress: told of how many places are folded, and how many published.

    Raises:
        UsageError: ``out`` holds something that whoheld did not publish, another process is writing it, or a name that was to be
            redacted could not be.
    """
    as_of, until = _days(reading, care)
    if until:
        reading, judgements = disclosure.withheld(reading, until), list(judgements)
        judgements = disclosure.spoken_of(judgements, reading)
    theatre = scope.over(reading.theatres)
    given = pipeline.grounds(reading, scope, judgements=judgements, policy=policy or {})
    about, inputs = _about(reading, theatre, look, care, (as_of, until)), reading.inputs
    if care.cell_m:
        given = disclosure.coarsened(given, care.cell_m)
    if care.redaction:
        given, about = care.redaction.grounds(given, reading.articles), care.redaction.noun(about)
        inputs = Files(map(care.redaction.noun, inputs))
    timeline = pipeline.fold(given, memo=memory.stories, progress=progress)
    titles = {"en": about.title} if look.title or care.redaction else theatre.file.title
    first_day = theatre.file.first_day
    _write(timeline, about, inputs, titles, first_day, out, look, care.redaction, memory, progress)
    return timeline


def _about(reading: Reading, theatre: Theatre, look: Look, care: Care, days: tuple[dt.date | None, dt.date | None]) -> About:
    as_of, until = days
    return About(
        theatre=theatre.id,
        title=look.title or theatre.file.title["en"],
        version=whoheld.__version__,
        as_of=as_of,
        attribution=(*theatre.file.attribution, *reading.attribution),
        limits=Limits(until=until, cell_m=care.cell_m, redacted=care.redaction is not None, window=look.window),
    )


def _days(reading: Reading, care: Care) -> tuple[dt.date | None, dt.date | None]:
    """The day that is looked at, and the last whose news are shown where some are held back."""
    newest = pc.max(reading.articles.known()).as_py()
    as_of = care.as_of or (newest and dt.date.fromordinal(newest))
    if care.delay is None:
        return as_of, None
    if as_of is None:
        raise UsageError("no article has a date from which the delay could be counted: give --as-of")
    return as_of, as_of - dt.timedelta(math.ceil(care.delay / dt.timedelta(1)))


def _write(  # noqa: PLR0913, PLR0917 - what the files are made of
    timeline: Timeline,
    about: About,
    inputs: Files,
    titles: Mapping[str, str],
    first_day: dt.date,
    out: Path,
    look: Look,
    redaction: Redaction | None,
    memory: Memory,
    progress: Progress,
) -> None:
    pages = sheets(timeline, about.limits.window, memory.sheets, partial(progress, "publish"))
    progress("write", 0, 2)
    sheet = partial(
        page,
        timeline,
        title=titles,
        attribution=about.attribution,
        language=look.language,
        evidence=look.evidence,
        areas=look.areas,
        basemap=look.basemap,
        limits=about.limits,
        first_day=first_day,
        pages=pages,
        memo=memory.packed,
    )
    # The page is mostly compressed, and that beside the layers, which are mostly written.
    with publish_folder(out) as folder, ThreadPoolExecutor(1) as beside:
        files.write(timeline, folder, about, inputs=inputs, page=beside.submit(sheet).result, pages=pages)
        progress("write", 1, 2)
        if redaction:
            redaction.prove(folder)
    progress("write", 2, 2)

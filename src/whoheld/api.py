"""The library's face: what ``whoheld build`` does, as values."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

from whoheld import pipeline, timeline
from whoheld.model import Judgement
from whoheld.publish.frames import GeoDataFrame, controls
from whoheld.scope import AUTO, Scope


class Timeline(timeline.Timeline):
    """A timeline that also knows how to become a table with geometry."""

    def to_geodataframe(self) -> GeoDataFrame:
        """One row per interval and known time, in EPSG:4326, with the columns that every exported layer has."""
        return controls(self)


def build(
    articles: str | Path | Sequence[str | Path],
    theatre: str = AUTO,
    *,
    judgements: Sequence[Judgement] = (),
    known_at: dt.date | None = None,
) -> Timeline:
    """Read articles and fold what they say into a timeline.

    Args:
        articles: files, folders or globs: plain text, HTML, JSON Lines.
        theatre: id of the conflict, a folder of geodata; ``auto`` chooses for each article.
        judgements: a person's word on claims, which goes before the text.
        known_at: only what was published by this day; None for everything.

    Raises:
        UsageError: no such theatre, or nothing could be read.
    """
    scope = Scope.named(theatre)
    inputs = [articles] if isinstance(articles, str | Path) else list(articles)
    reading = pipeline.gather(inputs, scope)
    folded = pipeline.fold(pipeline.grounds(reading, scope, judgements=judgements), known_at)
    return Timeline(**{field.name: getattr(folded, field.name) for field in fields(folded)})

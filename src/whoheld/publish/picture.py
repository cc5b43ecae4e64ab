"""Pictures for people who do not open maps: one day as PNG or SVG, many days as a moving GIF or as numbered frames."""

import datetime as dt
import io
from collections.abc import Callable, Sequence
from pathlib import Path

from PIL import Image

from whoheld.errors import UsageError
from whoheld.publish.manifest import About
from whoheld.publish.plot import draw, reproducible
from whoheld.timeline import Timeline

_FRAME_MS, _LAST_MS = 400, 2000
_COLOURS = 128
_METADATA: dict[str, dict[str, str | None]] = {"png": {"Software": None}, "svg": {"Date": None, "Creator": "whoheld"}}
"""Neither the hour nor the library's version is written."""


def write_picture(timeline: Timeline, day: dt.date, about: About, path: Path, *, language: str = "en") -> None:
    """Write the map of one day as ``.png`` or ``.svg``.

    Raises:
        UsageError: another kind of file is asked for, or matplotlib is missing.
    """
    form = path.suffix.removeprefix(".").lower()
    if form not in _METADATA:
        raise UsageError(f"{path.name}: a picture of one day is a .png or a .svg")
    path.write_bytes(_rendered(timeline, day, about, form, language))


def write_film(  # noqa: PLR0913 - what a film is made of
    timeline: Timeline,
    days: Sequence[dt.date],
    about: About,
    path: Path,
    *,
    language: str = "en",
    drawn: Callable[[int], object] = lambda _: None,
) -> None:
    """Write the maps of many days, as a moving ``.gif``, or into a folder as ``0001.png``, ``0002.png``, … for a video program.

    ``drawn`` is told after each frame how many there are.

    Raises:
        UsageError: there is no day, the name is neither a ``.gif`` nor that of a folder, or matplotlib is missing.
    """
    if not days:
        raise UsageError("no day lies between the two dates")
    if path.suffix.lower() == ".gif":
        frames = []
        for number, day in enumerate(days, 1):
            frames.append(_rendered(timeline, day, about, "png", language))
            drawn(number)
        _write_gif(frames, path)
    elif path.suffix:
        raise UsageError(f"{path.name}: pictures of many days go into a .gif, or into a folder as numbered frames")
    else:
        path.mkdir(parents=True, exist_ok=True)
        for number, day in enumerate(days, 1):
            write_picture(timeline, day, about, path / f"{number:04}.png", language=language)
            drawn(number)


def every(first: dt.date, last: dt.date, step_days: int) -> list[dt.date]:
    """The days from the first to the last, both inclusive, in steps; the last is always among them."""
    days = [first + dt.timedelta(days=offset) for offset in range(0, (last - first).days + 1, step_days)]
    return [*days, last] if days and days[-1] != last else days


def _rendered(timeline: Timeline, day: dt.date, about: About, form: str, language: str) -> bytes:
    buffer = io.BytesIO()
    with reproducible():
        draw(timeline, day, about, language=language).savefig(buffer, format=form, metadata=_METADATA[form])
    return buffer.getvalue()


def _write_gif(frames: Sequence[bytes], path: Path) -> None:
    first, *others = (Image.open(io.BytesIO(frame)).convert("RGB").quantize(_COLOURS) for frame in frames)
    durations = [_FRAME_MS] * len(others) + [_LAST_MS]
    first.save(path, save_all=True, append_images=others, duration=durations, loop=0)

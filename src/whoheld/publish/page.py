"""The whole page in one file that asks the network for nothing.

Text of strangers reaches it inside one block of base64 only; everything else is our own text.
"""

import base64
import datetime as dt
import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from whoheld.errors import UsageError
from whoheld.memo import Kept, Memo
from whoheld.publish import script
from whoheld.publish.manifest import Limits
from whoheld.publish.payload import Labels, encode
from whoheld.timeline import Timeline

_OFFLINE = {"none", "outline"}
_LANGUAGES = {"en", "ar", None}
_TILES = re.compile(r"(https://[a-z0-9.-]+(?::\d+)?)/[\w{}/.?=&@-]*", re.ASCII)
_MAP = 'L.map("map_page", {zoomSnap: 0.25, zoomDelta: 1, attributionControl: false})'


def page(  # noqa: PLR0913 - the options of a page, all but the first by name
    timeline: Timeline,
    *,
    title: str | Mapping[str, str] = "",
    attribution: Sequence[str] = (),
    language: str | None = None,
    evidence: bool = True,
    areas: bool = False,
    basemap: str = "outline",
    limits: Limits = Limits(),  # noqa: B008 - immutable
    first_day: dt.date | None = None,
    pages: Kept | None = None,
    memo: Memo | None = None,
) -> str:
    """The whole of ``index.html``: one file, no request, the same characters for the same timeline.

    Args:
        timeline: what to show.
        title: the theatre or subject; a text, or one for each language code.
        attribution: sources and licences, a line each.
        language: of the interface at first, ``en`` or ``ar``; the reader's own without it.
        evidence: whether the quotes go into the page.
        areas: whether estimated areas are drawn from the start.
        basemap: ``outline``, ``none``, or the address template of online tiles (``https://host/{z}/{x}/{y}.png``), the one
            thing for which the page then may ask the network.
        limits: what is left out on purpose; stated on the page.
        first_day: of the slider, unless the limits say so; that of the first interval without it.
        pages: the timeline's sheets, where they are made already.
        memo: keeps packed evidence.

    Raises:
        UsageError: the base map is none of these, or the interface has no such language.
    """
    told = labels(title, attribution, language, evidence=evidence, areas=areas, basemap=basemap, limits=limits)
    told = replace(told, first_day=first_day)
    return _document(encode(timeline, told, pages, memo), "" if basemap in _OFFLINE else _host(basemap))


def _document(block: str, images_from: str) -> str:
    """The HTML around a block, which may load images from one host."""
    code, sheet = script.leaflet()
    styles, scripts = (sheet, script.style()), (code, script.script(), f'whoheld.start({_MAP}, "{named(block)}");')
    return "\n".join(
        [
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_policy(styles, scripts, images_from)}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>whoheld</title>',
            *_elements("style", styles),
            *_elements("script", scripts[:2]),
            '</head>\n<body>\n<main id="map_page" data-whoheld-page></main>',
            f'<script type="application/octet-stream" id="{named(block)}">{block}</script>',
            *_elements("script", scripts[2:]),
            "</body>\n</html>\n",
        ]
    )


def labels(  # noqa: PLR0913 - the options of a page
    title: str | Mapping[str, str],
    attribution: Sequence[str],
    language: str | None,
    *,
    evidence: bool,
    areas: bool,
    basemap: str,
    limits: Limits,
) -> Labels:
    """What a page or layer says of itself.

    Raises:
        UsageError: the interface has no such language.
    """
    if language not in _LANGUAGES:
        raise UsageError(f"the page speaks en (English) and ar (Arabic), not {language!r}")
    titles = {"en": title} if isinstance(title, str) else title
    tiles = None if basemap in _OFFLINE else basemap
    return Labels(titles, attribution, language, evidence, basemap == "outline", areas, tiles, limits)


def named(block: str) -> str:
    """What a block is called on the page."""
    return f"whoheld_{hashlib.sha256(block.encode()).hexdigest()[:16]}"


def _elements(kind: str, bodies: Sequence[str]) -> list[str]:
    return [f"<{kind}>{body}</{kind}>" for body in bodies]


def _policy(styles: Sequence[str], scripts: Sequence[str], images_from: str) -> str:
    """Lets run exactly the scripts and styles that are on the page."""
    rules = ["default-src 'none'"]
    for kind, bodies in (("script", scripts), ("style", styles)):
        hashes = (base64.b64encode(hashlib.sha256(body.encode()).digest()).decode() for body in bodies)
        quoted = (f"'sha256-{found}'" for found in hashes)
        rules.append(f"{kind}-src {' '.join(quoted)}")
    rules += [f"img-src {images_from}"] * bool(images_from)
    return "; ".join([*rules, "base-uri 'none'", "form-action 'none'"])


def _host(tiles: str) -> str:
    match = _TILES.fullmatch(tiles)
    if match is None:
        raise UsageError(f"the base map is 'outline', 'none' or an https address with {{z}}, {{x}} and {{y}}, not {tiles!r}")
    return match[1]

"""The map: a layer for any folium map, and the whole page in one file.

folium and branca compile what they print as templates a second time. So they get numbers, our own constants and one block of
base64; text of strangers reaches the page inside that block only.
"""

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence

import folium
from branca.element import Element, Figure, MacroElement
from folium.template import Template

from whoheld.errors import UsageError
from whoheld.publish import script
from whoheld.publish.manifest import Limits
from whoheld.publish.payload import Labels, encode
from whoheld.timeline import Timeline

_POLICY = "whoheld-policy"
_OFFLINE = {"none", "outline"}
_LANGUAGES = {"en", "ar", None}
_BLOCK = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)
_TILES = re.compile(r"(https://[a-z0-9.-]+(?::\d+)?)/[\w{}/.?=&@-]*", re.ASCII)


class ControlTimeline(MacroElement):
    """Who held what, when, as a layer with its slider, legend and evidence on a folium map.

    ``ControlTimeline(timeline).add_to(folium_map)``. Everything that it shows goes with the map that folium saves.

    Args:
        timeline: what to show.
        title: shown above the legend; a text, or one for each language code.
        attribution: sources and licences, a line each.
        language: of the interface at first, ``en`` or ``ar``; the reader's own without it.
        evidence: whether the quotes go into the page.
        areas: whether estimated areas are drawn from the start.
        basemap: ``outline`` for lines without country fills, else nothing is drawn below (a folium map brings its own).
        limits: what is left out on purpose; stated on the page.

    Raises:
        UsageError: the interface has no such language.
    """

    _template = Template(
        """
        {% macro header(this, kwargs) %}{% endmacro %}
        {% macro html(this, kwargs) %}
            <script type="application/octet-stream" id="{{ this.get_name() }}">{{ this.block }}</script>
        {% endmacro %}
        {% macro script(this, kwargs) %}
            whoheld.start({{ this._parent.get_name() }}, "{{ this.get_name() }}");
        {% endmacro %}
        """
    )

    def __init__(  # noqa: PLR0913 - the options of a layer, all but the first by name
        self,
        timeline: Timeline,
        *,
        title: str | Mapping[str, str] = "",
        attribution: Sequence[str] = (),
        language: str | None = None,
        evidence: bool = True,
        areas: bool = False,
        basemap: str = "none",
        limits: Limits = Limits(),  # noqa: B008 - immutable
    ) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        if language not in _LANGUAGES:
            raise UsageError(f"the page speaks en (English) and ar (Arabic), not {language!r}")
        titles = {"en": title} if isinstance(title, str) else title
        tiles = None if basemap in _OFFLINE else basemap
        labels = Labels(titles, attribution, language, evidence, basemap == "outline", areas, tiles, limits)
        self.block = encode(timeline, labels)
        self._name = "Whoheld"
        self._id = hashlib.sha256(self.block.encode()).hexdigest()[:16]

    def render(self, **kwargs: object) -> str:
        """Put our code into the page once, and this layer's data beside it."""
        header = _figure(self).header
        header.add_child(_constant(f"<style>{script.style()}</style>"), name="whoheld_style")
        header.add_child(_constant(f"<script>{script.script()}</script>"), name="whoheld_script")
        return str(super().render(**kwargs))  # type: ignore[no-untyped-call]


class _Sheet(folium.Map):
    """A folium map that loads nothing from anywhere, and fills the page's middle."""

    _template = Template(
        """
        {% macro header(this, kwargs) %}{% endmacro %}
        {% macro html(this, kwargs) %}<main id="{{ this.get_name() }}" data-whoheld-page></main>{% endmacro %}
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = L.map("{{ this.get_name() }}", {zoomSnap: 0.25, zoomDelta: 1, attributionControl: false});
        {% endmacro %}
        """
    )

    def __init__(self) -> None:
        super().__init__(tiles=None)
        self.default_js, self.default_css = [], []
        self._id = "page"
        code, style = script.leaflet()
        head = f"{_POLICY}<meta name='viewport' content='width=device-width, initial-scale=1'><title>whoheld</title>"
        header = _figure(self).header
        header.add_child(_constant(head), name="whoheld_head", index=0)
        header.add_child(_constant(f"<style>{style}</style>"), name="leaflet_style")
        header.add_child(_constant(f"<script>{code}</script>"), name="leaflet_script")


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

    Raises:
        UsageError: the base map is none of these, or the interface has no such language.
    """
    sheet = _Sheet()
    images_from = "" if basemap in _OFFLINE else _host(basemap)
    layer = ControlTimeline(
        timeline,
        title=title,
        attribution=attribution,
        language=language,
        evidence=evidence,
        areas=areas,
        basemap=basemap,
        limits=limits,
    )
    layer.add_to(sheet)
    return _guarded(_text(_figure(sheet)), images_from)


def _figure(element: Element) -> Figure:
    root = element.get_root()
    if not isinstance(root, Figure):
        raise UsageError("the layer is drawn as part of a folium map: add it to one")
    return root


def _text(root: Figure) -> str:
    return str(root.render()).replace("<html>", '<html lang="en">', 1)


def _constant(text: str) -> Element:
    """Our own text, which branca would otherwise read as a template."""
    return Element("{% raw %}" + text + "{% endraw %}")


def _guarded(text: str, images_from: str) -> str:
    """The page with a policy that lets run exactly the scripts and styles that are in it."""
    hashes: dict[str, list[str]] = {"script": [], "style": []}
    for kind, body in _BLOCK.findall(text):
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        hashes[kind].append(f"'sha256-{digest}'")
    rules = ["default-src 'none'", *(f"{kind}-src {' '.join(found)}" for kind, found in hashes.items())]
    rules += [f"img-src {images_from}"] * bool(images_from) + ["base-uri 'none'", "form-action 'none'"]
    return text.replace(_POLICY, f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(rules)}">', 1)


def _host(tiles: str) -> str:
    match = _TILES.fullmatch(tiles)
    if match is None:
        raise UsageError(f"the base map is 'outline', 'none' or an https address with {{z}}, {{x}} and {{y}}, not {tiles!r}")
    return match[1]

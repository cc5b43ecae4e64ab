"""The layer for any folium map.

folium and branca compile what they print as templates a second time. So they get numbers, our own constants and one block of
base64; text of strangers reaches the page inside that block only.
"""

from collections.abc import Mapping, Sequence

from branca.element import Element, Figure, MacroElement
from folium.template import Template

from whoheld.errors import UsageError
from whoheld.publish import script
from whoheld.publish.manifest import Limits
from whoheld.publish.page import labels, named
from whoheld.publish.payload import encode
from whoheld.timeline import Timeline


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
        told = labels(title, attribution, language, evidence=evidence, areas=areas, basemap=basemap, limits=limits)
        self.block = encode(timeline, told)
        self._name = "Whoheld"
        self._id = named(self.block).removeprefix("whoheld_")

    def render(self, **kwargs: object) -> str:
        """Put our code into the page once, and this layer's data beside it."""
        header = _figure(self).header
        header.add_child(_constant(f"<style>{script.style()}</style>"), name="whoheld_style")
        header.add_child(_constant(f"<script>{script.script()}</script>"), name="whoheld_script")
        return str(super().render(**kwargs))  # type: ignore[no-untyped-call]


def _figure(element: Element) -> Figure:
    root = element.get_root()
    if not isinstance(root, Figure):
        raise UsageError("the layer is drawn as part of a folium map: add it to one")
    return root


def _constant(text: str) -> Element:
    """Our own text, which branca would otherwise read as a template."""
    return Element("{% raw %}" + text + "{% endraw %}")

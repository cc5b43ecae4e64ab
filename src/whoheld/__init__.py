"""Who held which place, when, according to whom?

``build`` reads articles and returns a ``Timeline``; ``timeline.at(day)`` answers for a day, ``timeline.to_geodataframe()`` gives
the table that every exported layer is made of, and ``ControlTimeline(timeline).add_to(folium_map)`` draws it.
"""

from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["ControlTimeline", "Timeline", "__version__", "build"]

if TYPE_CHECKING:
    from whoheld.api import Timeline, build
    from whoheld.publish.map import ControlTimeline


def __getattr__(name: str) -> object:
    """Load the library's face on first use, so that the command line starts without GDAL."""
    if name in {"Timeline", "build"}:
        from whoheld import api  # noqa: PLC0415 - lazy on purpose

        return getattr(api, name)
    if name == "ControlTimeline":
        from whoheld.publish.map import ControlTimeline  # noqa: PLC0415 - lazy on purpose

        return ControlTimeline
    raise AttributeError(f"module 'whoheld' has no attribute {name!r}")

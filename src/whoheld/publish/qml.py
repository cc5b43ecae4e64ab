"""The QGIS style: what is known now, in the actors' colours, each row at its time in the Temporal Controller."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol
from xml.etree import ElementTree as ET

from whoheld.publish.escaping import printable

_SHAPES = {"held": "circle", "claimed": "circle", "contested": "diamond", "disputed": "triangle", "left": "cross2"}
"""Statuses are told apart by shape too, for readers who do not see the colours."""
_HOLLOW = {"claimed"}
_BEGIN_INCLUDED_END_EXCLUDED, _TWO_FIELDS = "0", "2"


class Styled(Protocol):
    """What is drawn in one way: a row, or all rows of one actor and status."""

    @property
    def actor(self) -> str | None: ...  # noqa: D102

    @property
    def actor_name(self) -> str | None: ...  # noqa: D102

    @property
    def status(self) -> str: ...  # noqa: D102

    @property
    def colour(self) -> str: ...  # noqa: D102


class Kind(NamedTuple):
    """All rows of one actor and status."""

    actor: str | None
    actor_name: str | None
    status: str
    colour: str


def style(table: Iterable[Styled]) -> str:
    """A layer style (QML) for any of the files that hold the rows; QGIS 3.14 and later."""
    root = ET.Element("qgis", version="3.28.0", styleCategories="Symbology|Temporal")
    _add_temporal(root)
    renderer = ET.SubElement(root, "renderer-v2", type="RuleRenderer", symbollevels="0", enableorderby="0", forceraster="0")
    rules = ET.SubElement(ET.SubElement(renderer, "rules", key="{whoheld}"), "rule", key="{now}", label="known now")
    rules.set("filter", '"known_to" IS NULL')
    symbols = ET.SubElement(renderer, "symbols")
    for number, (actor, name, status, colour) in enumerate(_kinds(table)):
        rule = ET.SubElement(rules, "rule", key=f"{{{number}}}", symbol=str(number), label=_label(f"{name}, {status}"))
        rule.set("filter", f'"actor" IS {_literal(actor)} AND "status" = {_literal(status)}')
        _add_symbol(symbols, str(number), colour, status)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode") + "\n"


def _kinds(table: Iterable[Styled]) -> list[tuple[str | None, str, str, str]]:
    kinds = {(row.actor, row.actor_name or "nobody alone", row.status, row.colour) for row in table}
    return sorted(kinds, key=lambda kind: (kind[1], kind[2], kind[0] or ""))


def _label(text: str) -> str:
    """The text as a legend shows it: a word joiner in ``[%``, after which QGIS would evaluate an expression."""
    return printable(text).replace("[%", "[\u2060%")


def _literal(text: str | None) -> str:
    """The text as a QGIS expression writes it."""
    if text is None:
        return "NULL"
    return "'" + printable(text).replace("\\", "\\\\").replace("'", "''") + "'"


def _add_temporal(root: ET.Element) -> None:
    temporal = ET.SubElement(root, "temporal", enabled="1", mode=_TWO_FIELDS, limitMode=_BEGIN_INCLUDED_END_EXCLUDED)
    for name, value in {"startField": "valid_from", "endField": "valid_to", "accumulate": "0", "fixedDuration": "0"}.items():
        temporal.set(name, value)
    for name in ("durationField", "startExpression", "endExpression"):
        temporal.set(name, "")
    temporal.set("durationUnit", "min")


def _add_symbol(symbols: ET.Element, name: str, colour: str, status: str) -> None:
    symbol = ET.SubElement(symbols, "symbol", type="marker", name=name, alpha="1", clip_to_extent="1", force_rhr="0")
    layer = ET.SubElement(symbol, "layer", {"class": "SimpleMarker", "enabled": "1", "locked": "0", "pass": "0"})
    options = ET.SubElement(layer, "Option", type="Map")
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    ink = f"{red},{green},{blue}"
    shown = {
        "name": _SHAPES.get(status, "circle"),
        "color": f"{ink},{0 if status in _HOLLOW else 255}",
        "outline_color": f"{ink},255" if status in _HOLLOW | {"left"} else "60,60,60,255",
        "outline_width": "0.6" if status in _HOLLOW | {"left"} else "0.2",
        "outline_width_unit": "MM",
        "size": "3",
        "size_unit": "MM",
    }
    for key, value in shown.items():
        ET.SubElement(options, "Option", type="QString", name=key, value=value)

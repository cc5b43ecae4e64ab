"""The layer for Google Earth: what is known now, a placemark with a time span for each interval, in its actor's colour."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from lxml import etree

from whoheld.publish.escaping import balloon, printable
from whoheld.publish.rows import COLUMNS, Row

_NAMESPACE = "http://www.opengis.net/kml/2.2"
_KML = f"{{{_NAMESPACE}}}"
_ICON = "https://maps.google.com/mapfiles/kml/shapes/placemark_circle.png"
_UNSURE_SCALE = "0.7"


def write_kml(table: Sequence[Row], path: Path, *, title: str, attribution: Iterable[str]) -> None:
    """KML 2.2 of the rows that no later report has replaced, in a folder for each actor.

    Args:
        table: the rows.
        path: the file; replaced.
        title: shown as the layer's name.
        attribution: one line per source, shown in the layer's description.
    """
    current = [row for row in table if row.known_to is None]
    root = etree.Element(f"{_KML}kml", nsmap={None: _NAMESPACE})
    document = _child(root, "Document")
    _text(document, "name", title)
    _text(document, "description", "<br>".join(balloon(line) for line in attribution))
    for style, colour in sorted({(_style(row), row.colour) for row in current}):
        _add_style(document, style, colour)
    for actor, found in groupby(sorted(current, key=_folder), key=_folder):
        folder = _child(document, "Folder")
        _text(folder, "name", actor or "contested, disputed or left")
        for row in found:
            _add_placemark(folder, row)
    path.write_bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True))


def _folder(row: Row) -> str:
    return row.actor_name or ""


def _style(row: Row) -> str:
    return f"{row.status}-{row.colour.removeprefix('#')}"


def _add_style(document: etree._Element, name: str, colour: str) -> None:
    icon = _child(_child(document, "Style", id=name), "IconStyle")
    red, green, blue = colour[1:3], colour[3:5], colour[5:7]
    _text(icon, "color", f"ff{blue}{green}{red}")
    _text(icon, "scale", "1" if name.startswith("held-") else _UNSURE_SCALE)
    _text(_child(icon, "Icon"), "href", _ICON)


def _add_placemark(folder: etree._Element, row: Row) -> None:
    placemark = _child(folder, "Placemark")
    _text(placemark, "name", row.name)
    _text(placemark, "description", _description(row))
    span = _child(placemark, "TimeSpan")
    _text(span, "begin", row.valid_from)
    if row.valid_to:
        _text(span, "end", row.valid_to)
    _text(placemark, "styleUrl", f"#{_style(row)}")
    extended = _child(placemark, "ExtendedData")
    for column in COLUMNS:
        if (value := getattr(row, column)) is not None:
            _text(_child(extended, "Data", name=column), "value", str(value))
    _text(_child(placemark, "Point"), "coordinates", f"{row.lon},{row.lat}")


def _description(row: Row) -> str:
    """What the balloon says, in HTML of which only the tags are ours."""
    who = balloon(row.actor_name or "nobody named") + (f" / {balloon(row.other_actors)}" if row.other_actors else "")
    days = f"{row.valid_from} – {row.valid_to or 'open'}"
    lines = [f"<b>{who}</b>: {row.status}, {days}", f'<q dir="auto">{balloon(row.quote)}</q>']
    lines.append(f"{row.n_claims} claims, {row.n_independent} independent, last reported {row.last_reported}")
    if row.source_url:
        lines.append(f'<a href="{balloon(row.source_url)}">{balloon(row.source_url)}</a>')
    return "<br>".join(lines)


def _child(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{_KML}{tag}", attributes)


def _text(parent: etree._Element, tag: str, text: str) -> None:
    _child(parent, tag).text = printable(text)

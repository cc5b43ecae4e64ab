"""The layer for Google Earth: what is known now, a placemark with a time span for each interval, in its actor's colour."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

from whoheld.publish.escaping import balloon, printable
from whoheld.publish.rows import COLUMNS, Row

_NAMESPACE = "http://www.opengis.net/kml/2.2"
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
    root = ET.Element("kml", xmlns=_NAMESPACE)
    document = ET.SubElement(root, "Document")
    _text(document, "name", title)
    _text(document, "description", "<br>".join(balloon(line) for line in attribution))
    for style, colour in sorted({(_style(row), row.colour) for row in current}):
        _add_style(document, style, colour)
    for actor in sorted({row.actor_name or "" for row in current}):
        folder = ET.SubElement(document, "Folder")
        _text(folder, "name", actor or "contested, disputed or left")
        for row in current:
            if (row.actor_name or "") == actor:
                _add_placemark(folder, row)
    ET.indent(root)
    path.write_bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")


def _style(row: Row) -> str:
    return f"{row.status}-{row.colour.removeprefix('#')}"


def _add_style(document: ET.Element, name: str, colour: str) -> None:
    icon = ET.SubElement(ET.SubElement(document, "Style", id=name), "IconStyle")
    red, green, blue = colour[1:3], colour[3:5], colour[5:7]
    _text(icon, "color", f"ff{blue}{green}{red}")
    _text(icon, "scale", "1" if name.startswith("held-") else _UNSURE_SCALE)
    _text(ET.SubElement(icon, "Icon"), "href", _ICON)


def _add_placemark(folder: ET.Element, row: Row) -> None:
    placemark = ET.SubElement(folder, "Placemark")
    _text(placemark, "name", row.name)
    span = ET.SubElement(placemark, "TimeSpan")
    _text(span, "begin", row.valid_from)
    if row.valid_to:
        _text(span, "end", row.valid_to)
    _text(placemark, "styleUrl", f"#{_style(row)}")
    _text(placemark, "description", _description(row))
    extended = ET.SubElement(placemark, "ExtendedData")
    for column in COLUMNS:
        if (value := getattr(row, column)) is not None:
            _text(ET.SubElement(extended, "Data", name=column), "value", str(value))
    _text(ET.SubElement(placemark, "Point"), "coordinates", f"{row.lon},{row.lat}")


def _description(row: Row) -> str:
    """What the balloon says, in HTML of which only the tags are ours."""
    who = balloon(row.actor_name or "nobody named") + (f" / {balloon(row.other_actors)}" if row.other_actors else "")
    days = f"{row.valid_from} – {row.valid_to or 'open'}"
    lines = [f"<b>{who}</b>: {row.status}, {days}", f'<q dir="auto">{balloon(row.quote)}</q>']
    lines.append(f"{row.n_claims} claims, {row.n_independent} independent, last reported {row.last_reported}")
    if row.source_url:
        lines.append(f'<a href="{balloon(row.source_url)}">{balloon(row.source_url)}</a>')
    return "<br>".join(lines)


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = printable(text)

"""The layer for Google Earth: what is known now, a placemark with a time span for each interval, in its actor's colour."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple

from whoheld.publish.escaping import balloon, xml
from whoheld.publish.rows import COLUMNS, Row

_ICON = "https://maps.google.com/mapfiles/kml/shapes/placemark_circle.png"
_UNSURE_SCALE = "0.7"


class Placemarks(NamedTuple):
    """The placemarks of one actor at one place.

    Attributes:
        folder: the actor's name, empty where nobody holds alone.
        styles: names of the styles that they use.
        text: KML.
    """

    folder: str
    styles: tuple[str, ...]
    text: str


def placemarks(rows: Iterable[Row]) -> list[Placemarks]:
    """The rows that no later report has replaced, by actor."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.known_to is None:
            found[row.actor_name or ""].append(row)
    return [
        Placemarks(folder, tuple(sorted(set(map(_style, own)))), "".join(map(_placemark, own))) for folder, own in found.items()
    ]


def write_kml(found: Iterable[Placemarks], path: Path, *, title: str, attribution: Iterable[str]) -> None:
    """KML 2.2 of placemarks, in a folder for each actor; until all are known they lie in a file of their own.

    Args:
        found: of all places, in their order.
        path: the file; replaced.
        title: shown as the layer's name.
        attribution: one line per source, shown in the layer's description.
    """
    styles: set[str] = set()
    with TemporaryFile(dir=path.parent) as heap, path.open("wb") as stream:
        parts: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for some in found:
            parts[some.folder].append((heap.tell(), heap.write(some.text.encode())))
            styles.update(some.styles)
        stream.write(_head(title, attribution, sorted(styles)).encode())
        for folder in sorted(parts):
            stream.write(f"<Folder>{_text('name', folder or 'contested, disputed or left')}\n".encode())
            for begin, size in parts[folder]:
                heap.seek(begin)
                stream.write(heap.read(size))
            stream.write(b"</Folder>\n")
        stream.write(b"</Document>\n</kml>\n")


def _head(title: str, attribution: Iterable[str], styles: Iterable[str]) -> str:
    told = f"{_text('name', title)}{_text('description', '<br>'.join(map(balloon, attribution)))}"
    begin = "<?xml version='1.0' encoding='utf-8'?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>\n"
    return "".join([begin, told, "\n", *map(_definition, styles)])


def _style(row: Row) -> str:
    return f"{row.status}-{row.colour.removeprefix('#')}"


def _definition(style: str) -> str:
    colour = style.rpartition("-")[2]
    red, green, blue = colour[:2], colour[2:4], colour[4:]
    scale = "1" if style.startswith("held-") else _UNSURE_SCALE
    icon = f"{_text('color', f'ff{blue}{green}{red}')}{_text('scale', scale)}<Icon>{_text('href', _ICON)}</Icon>"
    return f'<Style id="{style}"><IconStyle>{icon}</IconStyle></Style>\n'


def _placemark(row: Row) -> str:
    days = _text("begin", row.valid_from) + (_text("end", row.valid_to) if row.valid_to else "")
    data = "".join(_data(name, value) for name in COLUMNS if (value := getattr(row, name)) is not None)
    told = _text("name", row.name) + _text("description", _description(row))
    point = f"<Point>{_text('coordinates', f'{row.lon},{row.lat}')}</Point>"
    style = _text("styleUrl", f"#{_style(row)}")
    return f"<Placemark>{told}<TimeSpan>{days}</TimeSpan>{style}<ExtendedData>{data}</ExtendedData>{point}</Placemark>\n"


def _data(name: str, value: object) -> str:
    return f'<Data name="{name}">{_text("value", str(value))}</Data>'


def _description(row: Row) -> str:
    """What the balloon says, in HTML of which only the tags are ours."""
    who = balloon(row.actor_name or "nobody named") + (f" / {balloon(row.other_actors)}" if row.other_actors else "")
    days = f"{row.valid_from} – {row.valid_to or 'open'}"
    lines = [f"<b>{who}</b>: {row.status}, {days}", f'<q dir="auto">{balloon(row.quote)}</q>']
    lines.append(f"{row.n_claims} claims, {row.n_independent} independent, last reported {row.last_reported}")
    if row.source_url:
        lines.append(f'<a href="{balloon(row.source_url)}">{balloon(row.source_url)}</a>')
    return "<br>".join(lines)


def _text(tag: str, text: str) -> str:
    return f"<{tag}>{xml(text)}</{tag}>"

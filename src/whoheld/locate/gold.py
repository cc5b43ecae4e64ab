"""Labelled toponyms to measure locating against: Arabic tweets linked to OpenStreetMap, English news linked to GeoNames."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from whoheld.errors import DataError, UsageError
from whoheld.model import Mention

_KINDS = {
    "City/town": "settlement",
    "Neighborhood": "quarter",
    "District": "district",
    "Province": "province",
    "Country": "country",
}
_ROADS_AND_SIGHTS = "site"


class Labelled(NamedTuple):
    """A mention and where it truly lies.

    Attributes:
        kind: what the label says the place is; only for choosing what to measure, never told to locating.
        lon, lat: WGS 84 degrees.
    """

    mention: Mention
    kind: str
    lon: float
    lat: float


class GoldText(NamedTuple):
    """A text with the places that people found in it."""

    text: str
    labels: tuple[Labelled, ...]


def read(path: Path) -> Iterator[GoldText]:
    """The texts of a folder of IDRISI-D JSON Lines, one such file, or a Local-Global Lexicon XML.

    Raises:
        UsageError: there is nothing of these forms at the path.
        DataError: a record is not as its form wants it.
    """
    if path.is_dir():
        files = sorted(path.rglob("*.jsonl"))
        if not files:
            raise UsageError(f"{path}: no .jsonl file of labelled tweets lies in this folder")
        for file in files:
            yield from _idrisi(file)
    elif path.suffix == ".jsonl":
        yield from _idrisi(path)
    elif path.suffix == ".xml":
        yield from _lgl(path)
    else:
        raise UsageError(f"{path}: labelled toponyms are a folder of .jsonl files (IDRISI-D) or an .xml file (LGL)")


def _idrisi(path: Path) -> Iterator[GoldText]:
    with path.open(encoding="utf-8") as stream:
        for number, line in enumerate(stream, 1):
            try:
                tweet = json.loads(line)
                labels = tuple(_tweet_label(label) for label in tweet["location_mentions"] if label.get("osm_json"))
            except (KeyError, TypeError, ValueError) as error:
                raise DataError(f"not a labelled tweet: {error}", path=path, row=number) from error
            yield GoldText(tweet["text"], labels)


def _tweet_label(label: dict[str, object]) -> Labelled:
    spot = label["osm_json"]
    if not isinstance(spot, dict):
        raise TypeError("osm_json is not an object")
    mention = Mention.model_validate({"text": label["text"], "start": label["start_offset"], "end": label["end_offset"]})
    return Labelled(mention, _KINDS.get(str(label["type"]), _ROADS_AND_SIGHTS), float(spot["lon"]), float(spot["lat"]))


def _lgl(path: Path) -> Iterator[GoldText]:
    try:
        root = ET.parse(path).getroot()  # noqa: S314 - expat stops expanding entities in time, and fetches none
        for article in root.iter("article"):
            content = article.findtext("text") or ""
            spotted = (toponym for toponym in article.iter("toponym") if toponym.find("gaztag/lat") is not None)
            yield GoldText(content, tuple(_news_label(toponym) for toponym in spotted))
    except (ET.ParseError, ValueError) as error:
        raise DataError(f"not a Local-Global Lexicon: {error}", path=path) from error


def _news_label(toponym: ET.Element) -> Labelled:
    def read(tag: str) -> str:
        return toponym.findtext(tag) or ""

    mention = Mention(text=read("phrase"), start=int(read("start")), end=int(read("end")))
    code = read("gaztag/fcode")
    kind = "country" if code.startswith("PCL") else "province" if code == "ADM1" else "settlement"
    return Labelled(mention, kind, float(read("gaztag/lon")), float(read("gaztag/lat")))

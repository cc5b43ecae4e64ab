"""A small theatre on the Euphrates, for tests of locating."""

import datetime as dt
import hashlib
from pathlib import Path

from whoheld.gazetteer import Gazetteer
from whoheld.geodata import Theatre, TheatreFile
from whoheld.model import (
    Article,
    ArticleRef,
    Basis,
    Claim,
    Evidence,
    Extent,
    Mention,
    Modality,
    Party,
    Place,
    Relation,
    Telling,
    When,
)

FILE = TheatreFile(
    title={"en": "Valley"},
    bbox=(35.0, 31.0, 46.0, 38.0),
    countries=("SY", "IQ"),
    first_day=dt.date(2011, 1, 1),
    languages=("ar",),
)


def place(place_id: str, name: str, arabic: str, lon: float, lat: float, **more: object) -> Place:
    fields: dict[str, object] = {"kind": "settlement", "precision_m": 2000, "country": "SY", "parent": "valley:province"} | more
    return Place(
        id=f"valley:{place_id}",
        name=name,
        names={"en": (name,), "ar": tuple(arabic.split("|"))},
        lon=lon,
        lat=lat,
        source="test",
        **fields,
    )


PROVINCE = place("province", "Deir ez-Zor Governorate", "دير الزور", 40.1, 35.3, kind="province", precision_m=60_000, parent=None)
NORTH = place("north", "Raqqa Governorate", "الرقة", 39.0, 36.0, kind="province", precision_m=60_000, parent=None)
PLACES = (
    PROVINCE,
    NORTH,
    place("hajin", "Hajin", "هجين", 40.83, 34.69),
    place("shafah", "Ash-Sha'fah", "الشعفة", 40.89, 34.55),
    place("susah", "As-Susah", "السوسة", 40.98, 34.53),
    place("bukhater", "Al-Bukhater", "البوخاطر|البو خاطر", 40.97, 34.50),
    place("tahtani", "Al-Baghuz Tahtani", "الباغوز تحتاني", 40.98, 34.45),
    place("fawqani", "Al-Baghuz Fawqani", "الباغوز فوقاني", 40.95, 34.47),
    place("bukamal", "Abu Kamal", "البوكمال", 40.92, 34.45),
    place("sabkha_east", "Sabkha", "السبخة", 40.6, 35.0),
    place("sabkha_north", "Sabkha", "السبخة", 39.3, 35.9, parent="valley:north"),
    place("airport", "Tabqa Air Base", "مطار الطبقة", 38.57, 35.75, kind="airport", parent="valley:north"),
)
THEATRE = Theatre("valley", FILE, (), PLACES, Path())


def gazetteer() -> Gazetteer:
    return Gazetteer(PLACES, ())


def article(text: str) -> Article:
    sha = hashlib.sha256(text.encode()).hexdigest()
    return Article(id=sha[:16], text=text, language="ar", sha256=sha, source="dispatch.txt")


def mention(text: str, name: str, kind: str | None = None) -> Mention:
    start = text.index(name)
    return Mention(text=name, start=start, end=start + len(name), kind=kind)


def claim(text: str, name: str, kind: str = "settlement") -> Claim:
    said = article(text)
    reference = {key: getattr(said, key) for key in ("id", "url", "title", "published", "publisher", "language", "sha256")}
    return Claim(
        id=hashlib.sha256(f"{text}{name}".encode()).hexdigest()[:16],
        relation=Relation.HOLDS,
        actor=Party(id="SDF", text="قسد"),
        loser=None,
        place=mention(text, name, kind),
        extent=Extent.WHOLE,
        when=When(earliest=None, latest=None, basis=Basis.UNKNOWN),
        telling=Telling.STATE,
        modality=Modality.ASSERTED,
        speaker=None,
        evidence=Evidence(quote=text, start=0, end=len(text), prefix="", suffix=""),
        article=ArticleRef(**reference),
        rule="test",
    )

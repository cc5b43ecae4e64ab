"""A small made-up history: three towns, two of them in dispute between two dates, told in English and Arabic."""

import datetime as dt
import hashlib

from whoheld.interval import bounds
from whoheld.model import (
    Actor,
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
    claim_id,
)
from whoheld.publish.manifest import About

PLACES = {
    "syria:hajin": Place(
        id="syria:hajin", kind="settlement", name="Hajin", names={"en": ("Hajin",), "ar": ("هجين",)}, lon=40.83, lat=34.69,
        precision_m=2000, parent="syria:abu-kamal", country="SY", source="made up for tests",
    ),
    "syria:as-susah": Place(
        id="syria:as-susah", kind="settlement", name="As-Susah", names={"en": ("As-Susah",), "ar": ("السوسة",)}, lon=-0.12,
        lat=34.54, precision_m=2000, country="SY", population=1200, source="made up for tests",
    ),
    "geonames:99072": Place(
        id="geonames:99072", kind="settlement", name="Mosul", names={"en": ("Mosul",)}, lon=43.11889, lat=36.335,
        precision_m=3000, country="IQ", source="GeoNames",
    ),
}  # fmt: skip

ACTORS = {
    "SDF": Actor(id="SDF", names={"en": "Syrian Democratic Forces", "ar": "قوات سوريا الديمقراطية"}, colour="#DDAA33"),
    "ISIS": Actor(id="ISIS", names={"en": "Islamic State"}, colour="#555555", side="isis"),
    "SAA": Actor(id="SAA", names={"en": "Syrian Army"}),
}

ABOUT = About(
    theatre="syria",
    title="Test",
    version="0.1.0",
    as_of=dt.date(2019, 2, 10),
    attribution=("Places made up for tests, CC BY 4.0", "Reports: Example Agency"),
)


def make_claim(  # noqa: PLR0913 - whatever a test wants to differ, by name
    quote: str,
    *,
    place: str | None = "syria:hajin",
    relation: Relation = Relation.GAINED,
    actor: str | None = "SDF",
    actor_text: str | None = None,
    when: str | None = None,
    published: str | None = "2019-01-21",
    url: str | None = "https://example.org/news/1",
    telling: Telling = Telling.EVENT,
    publisher: str = "Example Agency",
    title: str = "A dispatch",
) -> Claim:
    """A located claim that an article consisting of the quote alone would make."""
    sha256 = hashlib.sha256(f"{quote}{published}{publisher}".encode()).hexdigest()
    stated = bounds(when or published) if when or published else None
    where = PLACES[place] if place else None
    mention = Mention(text=quote[:5], start=0, end=5, kind="settlement")
    if where:
        found = {"id": where.id, "name": where.name, "lon": where.lon, "lat": where.lat, "precision_m": where.precision_m}
        mention = mention.model_copy(update={**found, "reason": "exact name"})
    spans = ((0, len(quote)), (0, 5))
    return Claim(
        id=claim_id(sha256=sha256, spans=spans, relation=relation, actor=actor_text or actor, when=when),
        relation=relation,
        actor=Party(id=actor, text=actor_text or actor),
        loser=None,
        place=mention,
        extent=Extent.WHOLE,
        when=When(
            earliest=stated.earliest if stated and when else None,
            latest=stated.latest if stated else None,
            basis=Basis.STATED if when else Basis.PUBLISHED,
            text=when,
        ),
        telling=telling,
        modality=Modality.ASSERTED,
        speaker=None,
        evidence=Evidence(quote=quote, start=0, end=len(quote), prefix="", suffix=""),
        article=ArticleRef(
            id=sha256[:16], url=url, title=title, published=published, publisher=publisher, language="en", sha256=sha256
        ),
        rule="test",
    )


HISTORY = (
    make_claim("Hajin is held by ISIS", relation=Relation.HOLDS, actor="ISIS", telling=Telling.STATE, published="2018-11-01"),
    make_claim("Hajin fell to the SDF on 14 December", when="2018-12-14", published="2018-12-15"),
    make_claim("Hajin, سيطرت قسد على مدينة هجين", published="2019-01-21", url="https://example.org/خبر/2"),
    make_claim("=As-Susah is ISIS-held", place="syria:as-susah", relation=Relation.HOLDS, actor="ISIS", telling=Telling.STATE),
    make_claim("As-Susah was taken by the army", place="syria:as-susah", actor="SAA", when="2019-02-09", published="2019-02-10"),
    make_claim("Mosul, lost by ISIS", place="geonames:99072", relation=Relation.LOST, actor="ISIS", telling=Telling.BACKGROUND),
    make_claim("Kashmah, nobody knows where", place=None, url="javascript:alert(1)"),
)

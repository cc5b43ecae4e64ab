"""Small timelines for the page's tests: a valley in two languages, and text that means harm."""

import datetime as dt
import hashlib

from whoheld import timeline
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
)

ACTORS = {
    "SDF": Actor(id="SDF", names={"en": "Syrian Democratic Forces", "ar": "قوات سوريا الديمقراطية"}, colour="#4477aa"),
    "ISIS": Actor(id="ISIS", names={"en": "Islamic State", "ar": "تنظيم الدولة"}, colour="#ee6677"),
}


def place(place_id: str, lon: float, lat: float, kind: str = "settlement", **names: str) -> Place:
    """A place of a gazetteer; without names it is called as its id."""
    spellings = {language: (name,) for language, name in names.items()}
    shown = names.get("en", place_id)
    return Place(id=place_id, kind=kind, name=shown, names=spellings, lon=lon, lat=lat, precision_m=2000, source="made up")


PLACES = {
    found.id: found
    for found in (
        place("t:hajin", 40.83, 34.69, en="Hajin", ar="هجين"),
        place("t:susah", 40.95, 34.52, en="As-Susah", ar="السوسة"),
        place("t:shafah", 40.90, 34.57, en="Ash-Sha'fah", ar="الشعفة"),
        place("t:mosul", 43.12, 36.34, en="Mosul", ar="الموصل"),
        place("t:province", 40.14, 35.34, kind="province", en="Deir ez-Zor Governorate"),
    )
}


def claim(  # noqa: PLR0913 - whatever a test wants to differ, by name
    text: str,
    quote: str,
    mention: str,
    where: Place | None,
    *,
    actor: str,
    relation: Relation = Relation.GAINED,
    day: str | None = None,
    published: str = "2019-01-21",
    telling: Telling = Telling.EVENT,
    modality: Modality = Modality.ASSERTED,
    title: str = "A dispatch",
    url: str | None = "https://example.org/1",
    publisher: str = "Example Agency",
    language: str = "en",
) -> Claim:
    """A located claim whose evidence is the quote inside the text."""
    start, at = text.index(quote), text.index(mention)
    sha256 = hashlib.sha256((text + title).encode("utf-8", "surrogatepass")).hexdigest()
    said = bounds(day) if day else None
    until = bounds(published).latest
    found = {"id": where.id, "name": where.name, "lon": where.lon, "lat": where.lat, "precision_m": 2000} if where else {}
    end = start + len(quote)
    return Claim(
        id=hashlib.sha256(f"{sha256}{relation}{actor}{mention}".encode()).hexdigest()[:16],
        relation=relation,
        actor=Party(id=actor if actor in ACTORS else None, text=actor),
        loser=None,
        place=Mention(
            text=mention,
            start=at,
            end=at + len(mention),
            kind="settlement",
            reason="exact name" if where else "not found",
            **found,
        ),
        extent=Extent.WHOLE,
        when=When(
            earliest=said.earliest if said else None,
            latest=said.latest if said else until,
            basis=Basis.STATED if said else Basis.PUBLISHED,
            text=day,
        ),
        telling=telling,
        modality=modality,
        speaker=None,
        evidence=Evidence(
            quote=quote, start=start, end=end, prefix=text[max(start - 32, 0) : start], suffix=text[end : end + 32]
        ),
        article=ArticleRef(
            id=sha256[:16],
            url=url,
            title=title,
            published=published,
            publisher=publisher,
            language=language,
            sha256=sha256,
        ),
        rule="test",
    )


ARABIC = "دير الزور 🌍 - أعلنت مصادر محلية أن قوات سوريا الديمقراطية سيطرت على مدينة هجين بعد معارك عنيفة."
ARABIC_QUOTE = "سيطرت على مدينة هجين"

VALLEY = (
    claim("ISIS holds Hajin.", "ISIS holds Hajin", "Hajin", PLACES["t:hajin"], actor="ISIS", relation=Relation.HOLDS,
          telling=Telling.STATE, day="2018-09-10", published="2018-09-10"),
    claim(ARABIC, ARABIC_QUOTE, "هجين", PLACES["t:hajin"], actor="SDF", day="2018-12-14", published="2018-12-15", language="ar",
          publisher="وكالة", title="هجين"),
    claim("The town of As-Susah remains under ISIS.", "As-Susah remains under ISIS", "As-Susah", PLACES["t:susah"],
          actor="ISIS", relation=Relation.HOLDS, telling=Telling.STATE, day="2018-12-20", published="2018-12-20"),
    claim("SDF took As-Susah in January.", "SDF took As-Susah", "As-Susah", PLACES["t:susah"], actor="SDF", day="2019-01",
          published="2019-02-02"),
    claim("Fighting goes on inside Ash-Sha'fah.", "Fighting goes on inside Ash-Sha'fah", "Ash-Sha'fah", PLACES["t:shafah"],
          actor="ISIS", relation=Relation.CONTESTED, day="2018-12-28", published="2018-12-29"),
    claim("ISIS said it had retaken Ash-Sha'fah.", "retaken Ash-Sha'fah", "Ash-Sha'fah", PLACES["t:shafah"], actor="ISIS",
          day="2019-01-05", published="2019-01-06", modality=Modality.HEDGED),
    claim("ISIS, which lost Mosul in the past", "lost Mosul", "Mosul", PLACES["t:mosul"], actor="ISIS", relation=Relation.LOST,
          telling=Telling.BACKGROUND, published="2019-01-21"),
    claim("SDF holds Deir ez-Zor Governorate", "holds Deir ez-Zor Governorate", "Deir ez-Zor Governorate",
          PLACES["t:province"], actor="SDF", relation=Relation.HOLDS, telling=Telling.STATE, day="2019-01-01",
          published="2019-01-02"),
    claim("SDF took Kashmah, wherever it lies", "SDF took Kashmah", "Kashmah", None, actor="SDF", day="2019-01-02"),
)  # fmt: skip

HOSTILE = (
    "{{7*7}}",
    "{% if %}",
    "{# x #}",
    "{{ ''.__class__ }}",
    "</script><script>window.harmed=1</script>",
    "<!--<script>",
    "<img src=x onerror=window.harmed=1>",
    "${window.harmed=1}",
    "`;window.harmed=1;`",
    "a\u2028b\u2029c",
    "\u202eevil\u202c",
    "&amp;&lt;",
)


def hostile(texts: tuple[str, ...] = HOSTILE) -> timeline.Timeline:
    """Each text as the title, quote, place and actor of a claim of its own."""
    places, claims = {}, []
    for number, text in enumerate(texts):
        where = place(f"t:p{number}", 40 + number / 5, 35, en=text)
        places[where.id] = where
        sentence = f"before {text} after"
        claims.append(claim(sentence, text, text, where, actor=text, day="2019-01-02", title=text, publisher=text))
    return timeline.build(claims, places=places, actors=ACTORS)


def valley(known_at: dt.date | None = None) -> timeline.Timeline:
    """Five places of the lower Euphrates, three months."""
    return timeline.build(VALLEY, known_at=known_at, places=PLACES, actors=ACTORS)

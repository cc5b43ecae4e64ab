"""A small war with two sides, a handful of places, and articles about them."""

import hashlib
from collections.abc import Callable

from whoheld.model import Actor, Alias, Article, Claim, Place
from whoheld.text import key

PLACES = {
    "SY": [
        "Hajin",
        "Susah",
        "Palmyra",
        "Raqqa",
        "Hass",
        "Morek",
        "Idlib",
        "هجين",
        "السوسة",
        "الشعفة",
        "تدمر",
        "الرقة",
        "سراقب",
        "تلعفر",
    ],
    "YE": ["Aden", "Hodeidah", "Marib", "Taiz", "عدن", "الحديدة", "مأرب", "صنعاء", "حريب"],
    "SD": ["Khartoum", "Nyala", "الخرطوم", "نيالا", "الفاشر"],
    "UA": ["Kherson", "Lyman", "Bakhmut", "Robotyne"],
    "LY": ["Sirte", "Tarhuna", "سرت", "ترهونة"],
    "IQ": ["Mosul", "Ramadi", "الموصل", "الرمادي"],
}


class Toponyms:
    """Knows the places above, each in one country."""

    def __init__(self) -> None:
        self._country = {key(name): country for country, names in PLACES.items() for name in names}

    def kinds(self, name: str, /) -> frozenset[str]:
        return frozenset({"settlement"}) if name in self._country else frozenset()

    def lookup(self, name: str, /) -> tuple[Place, ...]:
        if name not in self._country:
            return ()
        country = self._country[name]
        return (Place(id=f"test:{name}", kind="settlement", name=name, lon=0, lat=0, precision_m=0, country=country, source="t"),)

    def capital(self, _code: str, /) -> Place | None:
        return None


def actor(name: str, kind: str, *aliases: tuple[str, str, str | None], countries: tuple[str, ...] = ()) -> Actor:
    spelled = tuple(Alias(text=text, language=language, gender=gender, countries=countries) for text, language, gender in aliases)
    return Actor(id=name, names={"en": aliases[0][0]}, aliases=spelled, kind=kind)


ACTORS = (
    actor(
        "ISIS",
        "armed_group",
        ("ISIS", "en", None),
        ("Islamic State", "en", None),
        ("داعش", "ar", "m"),
        ("تنظيم الدولة", "ar", "m"),
    ),
    actor("SDF", "armed_group", ("SDF", "en", None), ("Syrian Democratic Forces", "en", None), ("قسد", "ar", "f")),
    actor("SYRIA_GOV", "government", ("Syrian army", "en", None), ("قوات النظام", "ar", "f")),
    actor("SYRIA_ARMY_HERE", "army", ("the army", "en", None), ("الجيش", "ar", "m"), countries=("SY",)),
    actor("YEMEN_ARMY_HERE", "army", ("the army", "en", None), countries=("YE",)),
    actor(
        "HOUTHI",
        "armed_group",
        ("Houthis", "en", None),
        ("Houthi rebels", "en", None),
        ("الحوثيون", "ar", "p"),
        ("الحوثيين", "ar", "p"),
    ),
    actor("RSF", "armed_group", ("RSF", "en", None), ("Rapid Support Forces", "en", None), ("الدعم السريع", "ar", "f")),
    actor("SAF", "army", ("Sudanese army", "en", None), ("الجيش السوداني", "ar", "m")),
    actor(
        "UKRAINE",
        "government",
        ("Ukrainian forces", "en", None),
        ("Kyiv", "en", None),
        ("the government", "en", None),
        countries=("UA",),
    ),
    actor("RUSSIA", "government", ("Russian troops", "en", None), ("Russia", "en", None)),
)


def article(text: str, published: str | None = "2024-12-10") -> Article:
    arabic = any("\u0600" <= char <= "\u06ff" for char in text)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Article(
        id=sha256[:16], text=text, published=published, language="ar" if arabic else "en", sha256=sha256, source="test"
    )


Claims = Callable[..., tuple[Claim, ...]]


def said(claim: Claim) -> str:
    extent = "" if claim.extent == "whole" else f" {claim.extent}"
    return f"{claim.relation} {claim.actor.id or claim.actor.text or '-'} {claim.place.text}{extent}"

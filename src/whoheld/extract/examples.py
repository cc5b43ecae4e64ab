"""The example sentences of a language pack, run: what each trigger must find and what it must refuse."""

import hashlib
from collections.abc import Iterator, Sequence

from whoheld import lang
from whoheld.actors import Registry
from whoheld.extract.extractor import Extractor
from whoheld.lang import Pack
from whoheld.model import Article, Claim, Place
from whoheld.text import key


class _Listed:
    """The places that a pack lists for its examples."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = {key(name): name for name in names}

    def kinds(self, name: str, /) -> frozenset[str]:
        return frozenset({"settlement"}) if name in self._names else frozenset()

    def lookup(self, name: str, /) -> tuple[Place, ...]:
        if name not in self._names:
            return ()
        return (Place(id=f"example:{name}", kind="settlement", name=name, lon=0, lat=0, precision_m=0, source="example"),)

    def capital(self, _code: str, /) -> Place | None:
        return None


def failures(code: str) -> Iterator[str]:
    """One line for each example sentence of a pack that no longer holds."""
    pack = lang.pack(code)
    extractor = Extractor(Registry(()), _Listed(pack.example_places))
    for trigger in pack.trigger:
        for found in trigger.find:
            said = sorted(_said(claim) for claim in _claims(extractor, pack, found.text))
            if said != sorted(found.claims):
                yield f"{trigger.name}: {found.text!r} must say {list(found.claims)}, and says {said}"
        for text in trigger.refuse:
            if claims := [_said(claim) for claim in _claims(extractor, pack, text)]:
                yield f"{trigger.name}: {text!r} must say nothing, and says {claims}"


def _claims(extractor: Extractor, pack: Pack, text: str) -> tuple[Claim, ...]:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return extractor.extract(Article(id=sha256[:16], text=text, language=pack.code, sha256=sha256, source="example")).claims


def _said(claim: Claim) -> str:
    return f"{claim.relation} | {claim.actor.text or '-'} | {claim.place.text}"

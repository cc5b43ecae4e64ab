"""Actor phrases: names of the registry, armed nouns with or without a name, and phrases that point back."""

from collections.abc import Sequence

from whoheld.extract.phrase import MODIFIERS, Party, parted
from whoheld.extract.scan import Unit
from whoheld.lang import Pack

_QUALIFIERS = frozenset({"country", "allied", "adverb", "direction", "number", "backing", "gender"})


class PartyGrammar:
    """Reads actor phrases of one language."""

    def __init__(self, language: Pack) -> None:
        self._capitals = language.writing.capitals

    def at(self, units: Sequence[Unit], first: int) -> Party | None:
        """The actor phrase that begins at a unit, or None."""
        unit = units[first]
        if "actor" in unit.tags:
            return self._named(units, first, first)
        if "actor_anaphor" in unit.tags:
            return _party(units, first, first, first, anaphor=True)
        if self._capitals:
            return self._english(units, first)
        return self._construct(units, first) if "armed" in unit.tags else None

    def _named(self, units: Sequence[Unit], first: int, at: int) -> Party | None:
        """A name of the registry with the armed nouns around it ("ISIS fighters", "مقاتلو قسد")."""
        last = at
        while last + 1 < len(units) and not parted(units[last + 1].gap) and not units[last].possessive:
            following = units[last + 1]
            if self._capitals and following.gap == "-" and "allied" in following.tags:
                return self._backed(units, first, last + 1)
            again = "actor" in following.tags and bool(following.gap) and not following.reading.conjunction and following.gap != "-"
            if not (self._capitals and "armed" in following.tags and not following.gap) and not (again and _same(units[at], following)):
                break
            last += 1
        return _party(units, first, last, at)

    def _backed(self, units: Sequence[Unit], first: int, at: int) -> Party | None:
        """"Turkish-backed rebels" are the rebels; "HTS-led rebels" are those of HTS."""
        leads = units[at].entry("allied")
        for last in range(at + 1, min(at + 1 + MODIFIERS, len(units))):
            if units[last].gap:
                return None
            if "armed" in units[last].tags or "actor" in units[last].tags:
                named = first if leads and leads.value == "led" else last
                return _party(units, first, last, named)
        return None

    def _english(self, units: Sequence[Unit], first: int) -> Party | None:
        """An armed noun with what stands before it ("Somali soldiers", "clan militia")."""
        at = first
        while at < len(units) and at - first < MODIFIERS:
            unit = units[at]
            if at > first and unit.gap not in {"", "-"}:
                return None
            if "armed" in unit.tags:
                return self._whole(units, first, at)
            if not (unit.tags <= _QUALIFIERS and (unit.tags or unit.capital)) or unit.possessive and at == first and not unit.capital:
                return None
            at += 1
        return None

    def _whole(self, units: Sequence[Unit], first: int, at: int) -> Party:
        last = at
        while last + 1 < len(units) and not units[last + 1].gap and "armed" in units[last + 1].tags:
            last += 1
        return _party(units, first, last, -1)

    def _construct(self, units: Sequence[Unit], first: int) -> Party | None:
        """An armed noun, then the name or the adjectives that say whose it is."""
        at = first
        while at + 1 < len(units) and not parted(units[at + 1].gap):
            following = units[at + 1]
            if following.reading.conjunction or following.reading.preposition:
                break
            if "actor" in following.tags:
                return self._named(units, first, at + 1)
            qualifies = following.tags <= _QUALIFIERS | {"armed"} and (following.tags or following.word.startswith("ال") or set(following.gap) & set("«\"“("))
            if not qualifies or at - first >= MODIFIERS - 1:
                break
            at += 1
        return _party(units, first, at, -1)


def _same(one: Unit, other: Unit) -> bool:
    return bool({m.actor.id for m in one.meanings} & {m.actor.id for m in other.meanings})


def _party(units: Sequence[Unit], first: int, last: int, named: int, *, anaphor: bool = False) -> Party:
    meanings = units[named].meanings if named >= 0 else ()
    gender = next((m.alias.gender for m in meanings if m.alias.gender), None) or ""
    head = units[first].entry("gender")
    return Party(
        first,
        last,
        possessive=units[last].possessive,
        start=units[first].start,
        end=units[last].end,
        meanings=meanings,
        gender=gender or (head.value if head else ""),
        anaphor=anaphor,
    )

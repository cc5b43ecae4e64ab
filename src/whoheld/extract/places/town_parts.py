"""Shares of a part that towns are known by: of which town it is the text may say behind it («نصف الساحل الأيمن للموصل»)."""

from collections.abc import Sequence
from dataclasses import replace

from whoheld.extract.phrases.phrase import Name, Places, labelled
from whoheld.extract.places.names import NameGrammar
from whoheld.extract.places.openings import Opening
from whoheld.extract.places.unknown_names import Governor
from whoheld.extract.words.scan import Unit
from whoheld.model import Extent


def part_of_town(units: Sequence[Unit], first: int, opening: Opening, names: NameGrammar) -> Places | None:
    """The town of which a phrase tells a share of a part, or that part where no town is told; None where it tells no such."""
    at = opening.at
    if opening.extent is not Extent.PART or opening.kind or at >= len(units) or "part_name" not in units[at].tags:
        return None
    town = names.read(units, whose, Governor(item=True)) if (whose := _whose(units, at + 1)) else None
    if town is not None and town.name.known:
        return Places(first, town.last, names=[replace(town.name, extent=Extent.PART)])
    name = Name(units[at].start, units[at].stop, units[at].word, known=False, kind="quarter", extent=Extent.PART)
    return Places(first, at, names=[name])


def sided(units: Sequence[Unit], first: int, name: Name, last: int) -> bool:
    """Whether an adjective behind a town tells which side of it is meant («أحياء حلب الشرقية», «حلب الشرقية»)."""
    head, after = units[first].entry("head"), units[last + 1] if last + 1 < len(units) else None
    quarters = head is not None and head.value == "quarter" and head.tense == "many"
    town = head is None and name.known and name.kind == "settlement"
    return (quarters or town) and after is not None and "sided" in after.cues and not after.gap


def foremost(units: Sequence[Unit], first: int) -> bool:
    """Whether a superlative before the plural of quarters tells that only one of a town's is meant («أكبر أحياء درنة»)."""
    head, before = units[first].entry("head"), units[first - 1] if first and not units[first].gap else None
    quarters = head is not None and head.value == "quarter" and head.tense == "many"
    return quarters and before is not None and "apposing" in before.tags


def _whose(units: Sequence[Unit], at: int) -> int:
    """The unit of the town that "of" or «لـ» leads to, or 0."""
    after = units[at] if at < len(units) else None
    if after is None or after.gap:
        return 0
    led = after.reading.preposition == "to" or after.word.startswith("لل")
    return at if led else at + 1 if labelled(after, "from") and at + 1 < len(units) else 0


def some_parts(units: Sequence[Unit], first: int, opening: Opening) -> bool:
    """Whether an opening counts or tells only some of the parts of a town ("the eastern districts of", "five quarters of")."""
    if opening.kind not in {"quarter", "district"} or first == 0 or units[first].gap:
        return False
    before = units[first - 1]
    held = before.gap == "-" and "trigger" in before.tags  # "rebel-held districts of"
    return held or bool(before.tags & {"direction", "number", "quantity", "adverb"})

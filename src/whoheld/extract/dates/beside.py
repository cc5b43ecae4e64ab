"""Clauses that are told beside what somebody announced with a noun alone, so that they are neither his words nor of his day."""

from typing import TYPE_CHECKING

from whoheld.extract.dates.words import says
from whoheld.extract.phrases.phrase import parted

if TYPE_CHECKING:
    from whoheld.extract.sentence.line import Line


def beside_announced(line: "Line", at: int) -> int:
    """Where the clause of a unit opens in «أعلنت كييف تحرير خيرسون، بينما لا تزال ميليتوبول بيد الروس», or 0.

    With «إن» behind the verb of saying it may be told by who says the rest.
    """
    if not line.verb_first:
        return 0
    opens = next((n for n in range(at, 0, -1) if "when" in line.units[n].tags and parted(line.units[n].gap)), 0)
    if not opens or says(line.units, opens, "when") or any("report" in line.units[n].tags for n in range(opens, at)):
        return 0
    report = next((n for n in range(opens - 1, -1, -1) if "report" in line.units[n].tags), -1)
    announced = line.units[report + 1 : opens] if report >= 0 and line.told(report) else ()
    noun = any("trigger" in unit.tags for unit in announced)
    return opens if noun and not any("clausal" in unit.cues or "to" in unit.tags for unit in announced) else 0

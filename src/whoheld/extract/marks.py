"""Marks: the words around a trigger that change how it reads, from "failed to" to "no longer"."""

from dataclasses import dataclass

from whoheld.model import Relation

REFUSING = ("hypothesis", "plan", "attempt", "failure", "modal", "toward", "other_sense")
"""Classes of words under which nothing has happened; the class is the reason that is shown."""


@dataclass(slots=True)
class Marks:
    """What the words around a trigger make of it.

    Attributes:
        refusal: why it claims nothing, or empty.
        relation: what a light verb or a change of state makes of it, or None.
        background: told as having been before something else.
        ensued: told as what came next, in whatever tense («قبل أن يسيطر عليها الجيش»).
        negated, no_longer, now, became, still, returned: said so.
    """

    refusal: str = ""
    relation: Relation | None = None
    background: bool = False
    ensued: bool = False
    negated: bool = False
    no_longer: bool = False
    now: bool = False
    became: bool = False
    still: bool = False
    returned: bool = False

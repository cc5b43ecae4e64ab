"""Marks: the words around a trigger that change how it reads, from "failed to" to "no longer"."""

from dataclasses import dataclass

from whoheld.extract.words.scan import Unit
from whoheld.model import Relation

REFUSING = ("hypothesis", "plan", "attempt", "failure", "modal", "toward", "other_sense")
"""Classes of words under which nothing has happened; the class is the reason that is shown."""


@dataclass(slots=True)
class Marks:
    """What the words around a trigger make of it.

    Attributes:
        refusal: why it claims nothing, or empty; cause: the word that says so, where one does.
        relation: what a light verb or a change of state makes of it, or None.
        background: told as having been before something else.
        ensued: told as what came next, in whatever tense («قبل أن يسيطر عليها الجيش»).
        negated, no_longer, now, became, still, returned: said so.
    """

    refusal: str = ""
    cause: Unit | None = None
    relation: Relation | None = None
    background: bool = False
    ensued: bool = False
    negated: bool = False
    no_longer: bool = False
    now: bool = False
    became: bool = False
    still: bool = False
    returned: bool = False

    def refuse(self, reason: str, cause: Unit | None = None) -> None:
        """Notes why nothing is claimed; the first reason stays."""
        if reason and not self.refusal:
            self.refusal, self.cause = reason, cause

"""The nouns: article, claim, place, judgement, control. Frozen, and closed to unknown keys.

Bytes become an ``Article``; sentences of it become ``Claim``s; locating fills a claim's ``Mention``; the fold turns claims and
``Judgement``s into ``Control`` intervals. No stage alters what it was given.
"""

from whoheld.model.control import Control, Status
from whoheld.model.frozen import Frozen, PartialDate
from whoheld.model.judgement import Judgement, Statement
from whoheld.model.label import Called, Label, Labelled
from whoheld.model.report import (
    BY_HAND,
    Article,
    ArticleRef,
    Basis,
    Candidate,
    Claim,
    Evidence,
    Extent,
    Heading,
    Issue,
    Mention,
    Modality,
    Party,
    Relation,
    Review,
    Telling,
    When,
    claim_id,
    known_by,
)
from whoheld.model.theatre import Actor, Alias, Place, Policy

__all__ = [
    "BY_HAND",
    "Actor",
    "Alias",
    "Article",
    "ArticleRef",
    "Basis",
    "Called",
    "Candidate",
    "Claim",
    "Control",
    "Evidence",
    "Extent",
    "Frozen",
    "Heading",
    "Issue",
    "Judgement",
    "Label",
    "Labelled",
    "Mention",
    "Modality",
    "PartialDate",
    "Party",
    "Place",
    "Policy",
    "Relation",
    "Review",
    "Statement",
    "Status",
    "Telling",
    "When",
    "claim_id",
    "known_by",
]

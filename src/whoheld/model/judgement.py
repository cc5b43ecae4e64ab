"""What a person says of a claim."""

import datetime as dt
from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from whoheld.model.frozen import Frozen
from whoheld.model.report import Relation


class Statement(Frozen):
    """What a judgement judged, in the article's own words, so that it is found again when ids have changed.

    ``place_start`` is the place mention's first code point; ``article`` is the sha256 of the text, ``url`` its address.
    """

    relation: Relation
    actor: str | None
    place: str
    place_start: int
    article: str
    url: str | None


class Judgement(Frozen):
    """A person's word on one claim; a later one on the same claim replaces an earlier one.

    ``retract`` withdraws a whole article, whose id then stands in ``claim``, from the day of ``when`` on.
    ``withdraw`` takes back what was said before on the same claim.
    ``amend`` holds replacements for ``relation``, ``extent``, ``telling``, ``when``, ``actor`` or ``place``.
    ``quote`` and ``statement`` name what was judged by its words as well as by the claim's id.
    """

    claim: str
    action: Literal["accept", "reject", "amend", "retract", "withdraw"]
    amend: Mapping[str, object] = Field(default_factory=dict)
    who: str
    when: dt.datetime
    why: str = ""
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    statement: Statement | None = None

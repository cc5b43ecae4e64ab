"""Claims, places and actors as flat rows for SQL: one column a fact, names and aliases as JSON."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import pyarrow as pa

from whoheld.model import Actor, Claim, Place
from whoheld.publish.escaping import link, printable


class NounTable(NamedTuple):
    """A table of one noun.

    Attributes:
        name: of the table.
        columns: name -> SQL type, in the order of ``values``.
        values: the noun's row.
    """

    name: str
    columns: Mapping[str, str]
    values: Callable[[Any], list[object]]

    def record(self, noun: object) -> dict[str, object]:
        """The noun's row by its columns."""
        return dict(zip(self.columns, self.values(noun), strict=True))

    def schema(self) -> pa.Schema:
        """The columns of an Arrow table of texts; only tables of texts have one."""
        return pa.schema(dict.fromkeys(self.columns, pa.string()))


_NESTED = {"names", "aliases", "countries"}


def _claim(claim: Claim) -> list[object]:
    place, when, evidence, article, speaker = claim.place, claim.when, claim.evidence, claim.article, claim.speaker
    return _safe(
        claim.id, claim.relation.value, claim.actor.id, claim.actor.text,
        claim.loser.id if claim.loser else None, claim.loser.text if claim.loser else None,
        place.id, place.text, place.reason, claim.extent.value,
        when.earliest and when.earliest.isoformat(), when.latest and when.latest.isoformat(), when.basis.value, when.text,
        claim.telling.value, claim.modality.value, speaker.text if speaker else None,
        evidence.quote, evidence.prefix, evidence.suffix,
        article.id, article.title, link(article.url), article.published, article.publisher, article.language, claim.rule,
    )  # fmt: skip


def _place(place: Place) -> list[object]:
    return _safe(
        place.id, place.kind, place.name, _json(place.names), place.lon, place.lat, place.precision_m,
        place.parent, place.country, place.population, place.source,
    )  # fmt: skip


def _actor(actor: Actor) -> list[object]:
    aliases = [alias.model_dump(mode="json", exclude_defaults=True) for alias in actor.aliases]
    return _safe(
        actor.id, _json(actor.names), _json(aliases), actor.colour, actor.kind, actor.parent, actor.side,
        _json(actor.countries), actor.first_year, actor.last_year,
    )  # fmt: skip


def _safe(*values: object) -> list[object]:
    return [printable(value) if isinstance(value, str) else value for value in values]


def _json(value: object) -> str:
    return json.dumps(dict(value) if isinstance(value, Mapping) else value, ensure_ascii=False)


def parse(nouns: NounTable, row: Sequence[object]) -> dict[str, object]:
    """The fields of a place or actor from its row.

    Raises:
        ValueError: a column that should hold JSON does not.
    """
    fields = {name: value for name, value in zip(nouns.columns, row, strict=True) if value is not None}
    fields["id"] = fields.pop(next(iter(nouns.columns)), None)
    return {name: json.loads(str(value)) if name in _NESTED else value for name, value in fields.items()}


def _columns(names: str, **special: str) -> dict[str, str]:
    return {name: special.get(name, "TEXT") for name in names.split()}


CLAIMS = NounTable(
    "claims",
    _columns(
        "claim_id relation actor actor_text loser loser_text place_id place_text place_reason extent earliest latest basis"
        " when_text telling modality speaker quote prefix suffix article_id title url published publisher language rule",
        earliest="DATE",
        latest="DATE",
    ),
    _claim,
)

PLACES = NounTable(
    "places",
    _columns(
        "place_id kind name names lon lat precision_m parent country population source",
        lon="DOUBLE",
        lat="DOUBLE",
        precision_m="INTEGER",
        population="INTEGER",
    ),
    _place,
)

ACTORS = NounTable(
    "actors",
    _columns(
        "actor_id names aliases colour kind parent side countries first_year last_year",
        first_year="INTEGER",
        last_year="INTEGER",
    ),
    _actor,
)

"""How the columns of a table are to be read: one TOML file a kind of table, some of them ready in ``mappings/``."""

import datetime as dt
import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, model_validator

from whoheld.errors import DataError, UsageError
from whoheld.model import Frozen, Modality, Relation
from whoheld.text import key as folded

NOTHING = ("", "NA")
"""What a status column says where it says nothing."""

_SOME_DAY = dt.date(2022, 10, 31)
_READY = Path(__file__).parent / "mappings"

_Words = Annotated[str, Field(pattern=r"\S")]
"""Text with at least a word in it."""
_SAID = {
    "missing": "this key is missing",
    "extra_forbidden": "there is no such key",
    "string_pattern_mismatch": "it says nothing",
    "model_type": 'this is a table, as in { relation = "holds", actor = "…" }',
    "model_attributes_type": 'this is a table, as in { relation = "holds", actor = "…" }',
    "tuple_type": 'this is a list, as in ["…"]',
    "mapping_type": "this is a table with a name and a value a line",
    "dict_type": "this is a table with a name and a value a line",
    "string_type": "this is text, between quotation marks",
    "bool_parsing": "this is true or false",
    "bool_type": "this is true or false",
    "int_parsing": "this is a whole number",
    "int_type": "this is a whole number",
    "too_short": "this names nothing",
}
"""What is said of what is wrong with a key, for those who do not program."""

Kind = Literal[
    "settlement", "quarter", "district", "province", "region", "site", "airport", "base", "oil_field", "crossing", "dam", "camp"
]
"""What a place may be, as the theatres have it."""


def _pattern(value: str) -> str:
    try:
        groups = re.compile(value).groupindex
    except re.error as error:
        raise ValueError(f"not a pattern: {error}") from error
    if not {"actor", "date"} <= set(groups):
        raise ValueError("the pattern must name two groups, (?P<actor>…) and (?P<date>…)")
    return value


def _day_format(value: str) -> str:
    try:
        found = dt.datetime.strptime(_SOME_DAY.strftime(value), value).replace(tzinfo=dt.UTC)
    except ValueError as error:
        raise ValueError(f"{value!r} is no format of a day: {error}") from error
    if found.date() != _SOME_DAY:
        raise ValueError(f"{value!r} does not tell day, month and year")
    return value


def _folded(values: object) -> Any:  # noqa: ANN401 - not yet validated
    """The values of a status column as they are compared: their case, and space around them, say nothing."""
    if not isinstance(values, Mapping):
        return values
    folded = {key.strip().casefold(): rule for key, rule in values.items()}
    if "" in folded:
        raise ValueError("a cell without a word has no status, and is listed: it cannot claim anything")
    if len(folded) < len(values):
        raise ValueError(f"several of these are one value, once case is left aside: {', '.join(map(repr, values))}")
    return folded


def _link(value: str) -> str:
    if not value.casefold().startswith(("https://", "http://")):
        raise ValueError(f"{value!r} is no address: it begins with https:// or http://")
    return value


def _distinct(columns: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(columns)) < len(columns):
        raise ValueError("each status column is a source of its own: name it once")
    return columns


class Columns(Frozen):
    """The names of the table's columns.

    Attributes:
        reported: the day or instant from which the row was public.
        status: one or several columns, each a source of its own.
        id, name, lon, lat: the place; an id, or a name with a position.
        as_of: the day of which the status speaks, in one of the mapping's ``as_of_formats``.
        note: prose that tells dated changes.
        url: the link that the row gives as its source.
    """

    reported: str
    status: Annotated[tuple[str, ...], AfterValidator(_distinct)] = Field(min_length=1)
    id: str | None = None
    name: str | None = None
    lon: str | None = None
    lat: str | None = None
    as_of: str | None = None
    note: str | None = None
    url: str | None = None

    @model_validator(mode="after")
    def _places(self) -> "Columns":
        if self.id is None and None in (self.name, self.lon, self.lat):
            raise ValueError("a place needs a column id, or the three columns name, lon and lat")
        if "" in (*self.status, *self.model_dump(exclude={"status"}).values()):
            raise ValueError("a column without a name is none")
        return self


class PlaceRule(Frozen):
    """How a row's place gets its id: ``prefix`` and the table's own id, or the name with the position.

    Attributes:
        precision_m: how far the table's points may lie from the true centre.
        same_within_m: rows of one name no farther apart are one place; farther ones are homonyms.
    """

    prefix: _Words
    kind: Kind = "settlement"
    precision_m: int = Field(2000, ge=0)
    same_within_m: int = Field(5000, ge=0)


class StatusRule(Frozen):
    """What one value of a status column claims. A fight or a split names no actor."""

    relation: Relation
    actor: str | None = None
    modality: Modality = Modality.ASSERTED

    @model_validator(mode="after")
    def _whose(self) -> "StatusRule":
        if self.actor is None and self.relation is not Relation.CONTESTED:
            raise ValueError(f"{self.relation.value!r} needs an actor: who is it that {self.relation.value} the place?")
        return self


class NoteRule(Frozen):
    """A sentence of the prose that tells a dated change: a pattern with the groups ``actor`` and ``date``."""

    pattern: Annotated[str, AfterValidator(_pattern)]
    relation: Relation
    modality: Modality = Modality.ASSERTED


class TableMapping(Frozen):
    """Everything that is needed to read one kind of table.

    Attributes:
        publisher: whose voice the table is; ``sources`` gives each status column one of its own.
        theatre: whose actors and places it names, where the user does not say.
        url: the link of a row that has none.
        dense: the table repeats every status every day: only days on which a run begins or ends in some column become claims.
        revert_hours: a status taken back in less than so many hours, up to a year, was a slip of the table's own, and is listed.
        statuses: the value of a status column -> what it claims. Any other value is listed.
        actors: the words of ``note`` -> actor id.
    """

    title: _Words
    publisher: _Words
    theatre: str | None = None
    language: str = "en"
    url: Annotated[str, AfterValidator(_link)] | None = None
    attribution: str | None = None
    dense: bool = False
    revert_hours: int = Field(24, ge=0, le=24 * 365)
    columns: Columns
    place: PlaceRule
    as_of_formats: tuple[Annotated[str, AfterValidator(_day_format)], ...] = ()
    statuses: Annotated[Mapping[str, StatusRule], BeforeValidator(_folded)]
    sources: Mapping[str, str] = Field(default_factory=dict)
    actors: Mapping[str, str] = Field(default_factory=dict)
    notes: tuple[NoteRule, ...] = ()

    @model_validator(mode="after")
    def _together(self) -> "TableMapping":
        strange = sorted(set(self.sources) - set(self.columns.status))
        if strange:
            raise ValueError(f"sources.{strange[0]}: this is no status column; they are {', '.join(self.columns.status)}")
        if self.notes and not self.columns.note:
            raise ValueError("notes: there are patterns, but columns.note does not say in which column the prose stands")
        for words, actor in self.actors.items():
            if self.named(words) != actor:
                raise ValueError(f"actors.{words}: {actor} and {self.named(words)} have one name, once case is left aside")
        if self.notes and not self.actors:
            raise ValueError("notes: there are patterns, but [actors] does not say who the names are that they find")
        return self

    def named(self, words: str) -> str | None:
        """The actor that words of a note name, upper or lower case; None where the mapping does not say."""
        return self._named.get(folded(words))

    @cached_property
    def _named(self) -> Mapping[str, str]:
        return {folded(words): actor for words, actor in self.actors.items()}


def ready() -> tuple[str, ...]:
    """The names of the mappings that come with whoheld."""
    return tuple(sorted(found.stem for found in _READY.glob("*.toml")))


def load(file: str | Path) -> TableMapping:
    """A mapping from a TOML file, or by name one of those that come with whoheld.

    Raises:
        UsageError: there is no such file and no such ready mapping; the message lists those.
        DataError: the file is not as the schema wants it.
    """
    path = Path(file)
    if not path.suffix:
        path = _READY / f"{file}.toml"
    if not path.is_file():
        raise UsageError(f"there is no mapping {str(file)!r}; give a TOML file, or one of: {', '.join(ready())}")
    try:
        return TableMapping.model_validate(tomllib.loads(path.read_text("utf-8-sig")))
    except UnicodeDecodeError as error:
        raise DataError("cannot be read: it is not written in UTF-8: save it as UTF-8", path=path) from error
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"cannot be read as TOML: {error}", path=path) from error
    except ValidationError as error:
        strange = (detail for detail in error.errors() if detail["type"] == "extra_forbidden")
        detail = next(strange, error.errors()[0])
        said = _SAID.get(detail["type"], detail["msg"].removeprefix("Value error, "))
        raise DataError(": ".join(filter(None, (".".join(map(str, detail["loc"])), said))), path=path) from error


def require(mapping: TableMapping, file: str | Path, actors: Iterable[str], languages: Collection[str]) -> None:
    """See that a theatre has what the mapping names.

    Args:
        mapping: what has been read.
        file: where it has been read from.
        actors: the ids of the theatre's actors.
        languages: those of the theatre.

    Raises:
        DataError: it names an actor or a language that the theatre does not have.
    """
    named = {f"statuses.{status}": rule.actor for status, rule in mapping.statuses.items() if rule.actor}
    named |= {f"actors.{words}": actor for words, actor in mapping.actors.items()}
    known = frozenset(actors)
    for key, actor in named.items():
        if actor not in known:
            raise DataError(f"{key}: the theatre has no actor {actor!r}; it has {', '.join(sorted(known))}", path=file)
    if mapping.language not in languages:
        raise DataError(f"language: {mapping.language!r} is none of {', '.join(languages)}", path=file)

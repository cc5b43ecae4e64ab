"""Labels: what people found in a text, to measure extraction against."""

from pydantic import BaseModel, ConfigDict, Field

from whoheld.model.frozen import PartialDate
from whoheld.model.report import Relation


class _Open(BaseModel):
    """Frozen, and open to the further keys that whoever labels may want for himself."""

    model_config = ConfigDict(frozen=True)


class Label(_Open):
    """A claim that a person found in a text.

    Attributes:
        place: what those who label call the place; ``place_text`` is its mention, from ``place_start`` up to ``place_end``.
        start, end: the words that claim; offsets are code points.
        actor: an id or a name of ``actors.json``; ``actor_alt`` would be right too.
        loser: from whom the place was gained.
        date: a year, a month or a day; None where the text gives none.
        soft: borderline, so neither asked for nor wrong.
    """

    place: str
    place_text: str
    place_start: int = Field(ge=0)
    place_end: int = Field(ge=0)
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    actor: str
    actor_alt: tuple[str, ...] = ()
    relation: Relation
    loser: str | None = Field(None, alias="from")
    date: PartialDate | None = None
    soft: bool = False


class Labelled(_Open):
    """A labelled text; without claims it must be left alone.

    Attributes:
        conflict: the war that it is about, in the labeller's words.
    """

    id: str
    lang: str
    published: PartialDate | None = None
    conflict: str = ""
    claims: tuple[Label, ...]


class Called(_Open):
    """What labels call an actor: other names of it, and other actors that are right too."""

    aliases: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()

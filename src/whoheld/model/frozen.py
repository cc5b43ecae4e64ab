"""What all nouns have in common."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

from whoheld.interval import bounds


class Frozen(BaseModel):
    """Immutable, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def _partial(value: str) -> str:
    try:
        bounds(value)
    except ValueError as error:
        raise ValueError(f"{value!r} is no time that exists: write a day as 2019-01-20, or a month or year") from error
    return value


PartialDate = Annotated[str, AfterValidator(_partial)]
"""An ISO year, month or day: ``2019``, ``2019-01``, ``2019-01-21``."""

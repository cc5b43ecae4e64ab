"""``whoheld.toml``: what a work folder is about."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from pydantic import Field, ValidationError, field_validator

from whoheld.errors import DataError
from whoheld.geodata.files import first_fault
from whoheld.model import Frozen, Policy

NAME = "whoheld.toml"
_HEAD = "# What this work folder is about; numbers under [policy] go before the theatre's own, as in stale_after_days = 90."


class Settings(Frozen):
    """The settings of a work folder.

    Attributes:
        theatre: ids of theatres, parted by commas, or ``auto``.
        title: of the map; the theatre's own where it is None.
        policy: numbers that go before the theatre's.
    """

    theatre: str
    title: str | None = None
    policy: Mapping[str, int] = Field(default_factory=dict)

    @field_validator("policy")
    @classmethod
    def _known(cls, policy: Mapping[str, int]) -> Mapping[str, int]:
        Policy.model_validate(dict(policy))
        return policy


def read(folder: Path) -> Settings:
    """The settings of a work folder.

    Raises:
        DataError: the file is not as it should be.
    """
    path = folder / NAME
    try:
        return Settings.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"cannot be read: {error}", path=path) from error
    except ValidationError as error:
        raise DataError(first_fault(error), path=path) from error


def written(settings: Settings) -> str:
    """The settings as TOML, with a word on what may stand there."""
    lines = [_HEAD, f"theatre = {_quoted(settings.theatre)}"]
    lines += [f"title = {_quoted(settings.title)}"] if settings.title else []
    return "\n".join([*lines, "", "[policy]", *(f"{name} = {number}" for name, number in settings.policy.items()), ""])


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in escaped) + '"'

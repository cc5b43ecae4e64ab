"""Registering an actor that texts name and no theatre knows: a block at the end of the theatre's ``actors.toml``."""

import hashlib
import json
import re
from collections.abc import Container

from whoheld.errors import UsageError
from whoheld.text import key

_OTHER = re.compile(r"[^A-Z0-9]+")


def block(name: str, language: str, taken: Container[str] = ()) -> tuple[str, str]:
    """The id and the lines of an armed group.

    Args:
        name: as texts write it.
        language: of the name.
        taken: the ids that others have.

    Raises:
        UsageError: the name has no letters.
    """
    if not key(name):
        raise UsageError(f"{name!r} has no letters that a text could be searched for")
    actor, mark = _OTHER.sub("_", name.upper()).strip("_"), hashlib.sha256(key(name).encode()).hexdigest()[:8].upper()
    if not actor[:1].isalpha():
        actor = f"ACTOR_{mark}"
    if actor in taken:
        actor = f"{actor}_{mark}"
    spelt = json.dumps(name, ensure_ascii=False)
    return actor, f'\n[[actor]]\nid = "{actor}"\nnames = {{ {language} = {spelt} }}\nkind = "armed_group"\n'

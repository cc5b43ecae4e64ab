"""Look-up keys by the hundred thousand: the same keys as ``text.key``, from one pass over all names at once."""

import re
import zlib
from collections.abc import Sequence

from whoheld import text

_GAP = re.compile(r"(?:(?!\n)[\W_])+")
_EVERY_CHARACTER = "".join(chr(point) for point in range(0x20, 0x2100)) + "".join(chr(point) for point in range(0xFB50, 0xFF00))


def keys(names: Sequence[str]) -> list[str]:
    """``[text.key(name) for name in names]``, ten times as fast; a name without a letter gives an empty key."""
    if not names:
        return []
    lines = "\n".join(" ".join(name.split()) for name in names)
    bare = text.fold(lines).replace(text.IGNORED, "")
    return [line.strip() for line in _GAP.sub(" ", bare).split("\n")]


def squashed(key: str) -> str:
    """The key without its spaces: البو كمال and البوكمال are one."""
    return key.replace(" ", "")


def fold_version() -> str:
    """Changes whenever folding changes, so that no index built by another folding is read."""
    return f"{zlib.crc32(text.fold(_EVERY_CHARACTER).encode()):08x}"

"""Our browser code as one classic script: the ES modules of ``web/``, each after those that it imports."""

import re
from functools import cache
from pathlib import Path

WEB = Path(__file__).parents[1] / "web"
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([a-z_]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class)\b)", re.MULTILINE)
_COMMENT = re.compile(r"^[ ]*/\*\*(?:(?!\*/).)*\*/\n", re.MULTILINE | re.DOTALL)
_INDENT = re.compile(r"^[ ]+", re.MULTILINE)
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*\n?", re.MULTILINE)
_VENDORED = WEB / "vendor" / "leaflet-1.9.4"


@cache
def script() -> str:
    """The whole of it in one function's scope; ``window.whoheld`` is all that it leaves behind."""
    bodies = [_body(name) for name in _order("timeline.js")]
    return "(() => {\n'use strict';\n" + "\n".join(bodies) + "\n})();"


@cache
def style() -> str:
    """Our style sheet."""
    return (WEB / "timeline.css").read_text("utf-8")


@cache
def leaflet() -> tuple[str, str]:
    """The vendored Leaflet: script and style sheet."""
    code, sheet = (_VENDORED / name for name in ("leaflet.js", "leaflet.css"))
    return _SOURCE_MAP.sub("", code.read_text("utf-8")), sheet.read_text("utf-8")


def _order(entry: str, seen: tuple[str, ...] = ()) -> tuple[str, ...]:
    if entry in seen:
        return seen
    for imported in _IMPORT.findall((WEB / entry).read_text("utf-8")):
        seen = _order(imported, seen)
    return (*seen, entry)


def _body(name: str) -> str:
    text = (WEB / name).read_text("utf-8")
    return _INDENT.sub("", _EXPORT.sub("", _COMMENT.sub("", _IMPORT.sub("", text))))

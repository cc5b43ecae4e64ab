"""Bytes to text: strict UTF-8, then what the document or its header says, then a guess; damage is counted, never hidden."""

import re
from typing import NamedTuple

from whoheld.ingest.language import accented_share, known_share, letter_share
from whoheld.ingest.records import RefusedError

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
DAMAGE_FLAGGED = 0.01
"""Above this share of replacement characters a document is flagged."""

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_META = re.compile(
    rb"""(?:<meta[^<>]{0,200}?charset|<\?xml[^<>]{0,100}?encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,30})""", re.IGNORECASE
)
_META_WINDOW = 4096
_LATIN_LABELS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
_CONTROLS_ALLOWED = 0.001
_GUESS_SAMPLE = 200_000
_ACCENTS_IN_LATIN = 0.4
_KNOWN_IN_WIDE = 0.5


class Decoded(NamedTuple):
    """A text, the encoding that gave it, and the share of its characters that are replacements."""

    text: str
    encoding: str
    damage: float


def decode(data: bytes, *, charset: str | None = None, markup: bool = False) -> Decoded:
    r"""Decode a document; line ends become ``\n``, a byte order mark is dropped, nothing else is changed.

    Args:
        data: as stored.
        charset: what a protocol header said.
        markup: whether to look for a declaration inside.

    Raises:
        RefusedError: the bytes are no text.
    """
    text, encoding = _decode(data, [charset, _declared(data) if markup else None])
    if len(_CONTROLS.findall(text)) > max(_CONTROLS_ALLOWED * len(text), 1):
        raise RefusedError("binary", "these bytes are no text (a picture, an archive, a PDF?): save the article as text or HTML")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Decoded(text, encoding, text.count(REPLACEMENT) / max(len(text), 1))


def _decode(data: bytes, said: list[str | None]) -> tuple[str, str]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) if encoding == "utf-8" else 0 :].decode(encoding, "replace"), encoding
    for encoding in (*_wide(data), "utf-8", *filter(None, said)):
        text = _strictly(data, encoding)
        if text is not None:
            return text, encoding.lower()
    return _mostly_utf8(data) or _guess(data) or (data.decode("utf-8", "replace"), "utf-8")


def _wide(data: bytes) -> tuple[str, ...]:
    """UTF-16 without a mark shows by the zero bytes of its spaces and line ends, all on one side.

    A stray zero byte in other text would make signs of it that no language here writes.
    """
    if 0 not in data:
        return ()
    zeros = data[0::2].count(0), data[1::2].count(0)
    if min(zeros) > 0 or len(data) % 2:
        return ()
    encoding = "utf-16-be" if zeros[0] else "utf-16-le"
    return (encoding,) if known_share(data.decode(encoding, "replace")) >= _KNOWN_IN_WIDE else ()


def _declared(data: bytes) -> str | None:
    match = _META.search(data, 0, _META_WINDOW)
    return match.group(1).decode("ascii") if match else None


def _strictly(data: bytes, encoding: str) -> str | None:
    """The text if every byte has a meaning in this encoding and the letters look like a language."""
    try:
        text = data.decode(_LATIN_LABELS.get(encoding.lower(), encoding))
    except (LookupError, UnicodeError, ValueError):
        return None
    return text if encoding == "utf-8" or _plausible(text) else None


def _plausible(text: str) -> bool:
    """Whether a declared encoding may be true: Arabic or Russian bytes read as Latin are nearly all accented letters."""
    return letter_share(text) > 0 and accented_share(text) < _ACCENTS_IN_LATIN


def _mostly_utf8(data: bytes) -> tuple[str, str] | None:
    """UTF-8 with a few broken bytes, as a cut-off download leaves them."""
    text = data.decode("utf-8", "replace")
    damage = text.count(REPLACEMENT) / max(len(text), 1)
    sound = sum(char > "\x7f" for char in text) - text.count(REPLACEMENT)
    return (text, "utf-8") if damage <= DAMAGE_FLAGGED and sound > text.count(REPLACEMENT) else None


def _guess(data: bytes) -> tuple[str, str] | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - loads in 0.1 s, and few texts need a guess

    best = from_bytes(data[:_GUESS_SAMPLE]).best()
    return (data.decode(best.encoding, "replace"), best.encoding) if best else None

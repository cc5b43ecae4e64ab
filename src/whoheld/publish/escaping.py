"""Text of strangers, made safe for the one format that it goes into. The lossless text is in ``claims.jsonl``."""

import html
import re
from unicodedata import category
from urllib.parse import urlsplit

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKDOWN = re.compile(r"[\\`*_{}\[\]|~^$!]|^[#+=-]|^\d+(?=[.)])")
_HARMLESS = "\n\t\u200c\u200d"
_UNSAFE_IN_LINK = re.compile(r"[<>\s\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\\]")


def link(url: str | None) -> str | None:
    """The address, where it is a plain http or https link to a host; None for anything that a reader should not click."""
    if not url or _UNSAFE_IN_LINK.search(url):
        return None
    try:
        parts = urlsplit(url)
        has_port = parts.port is None or parts.port > 0
    except ValueError:
        return None
    named = parts.hostname and parts.username is None and parts.password is None
    return url if parts.scheme in {"http", "https"} and named and has_port else None


def cell(text: str) -> str:
    """The text as a spreadsheet shows it: what would start a formula gets an apostrophe before it."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def printable(text: str) -> str:
    """The text with the characters that XML 1.0 and C strings cannot carry shown as U+FFFD."""
    return _NOT_XML.sub("\ufffd", text)


def xml(text: str) -> str:
    """The text between two tags of XML; a carriage return, which readers would make a line end, is written as its number."""
    return html.escape(printable(text), quote=False).replace("\r", "&#13;")


def markdown(text: str) -> str:
    """The text on one line of Markdown, as itself: no markup, no HTML, no new cell."""
    line = html.escape(" ".join(visible(printable(text)).split()), quote=False)
    return _MARKDOWN.sub(_escape, line)


def visible(text: str) -> str:
    """The text with control and direction characters shown as ‹U+202E›, so that nothing reads other than it is stored.

    Line breaks, tabs and the joiners of Arabic script stay.
    """
    return "".join(char if char in _HARMLESS or category(char) not in {"Cc", "Cf"} else f"‹U+{ord(char):04X}›" for char in text)


def _escape(match: re.Match[str]) -> str:
    found = match.group()
    return f"{found}\\" if found.isdigit() else f"\\{found}"


def balloon(text: str) -> str:
    """The text for a Google Earth balloon, which reads HTML and replaces ``$[field]``."""
    return html.escape(printable(text)).replace("$", "&#36;")

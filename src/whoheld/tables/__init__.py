"""Tables of dated statuses, turned into claims whose evidence is the row itself."""

from whoheld.tables.doubts import KINDS as DOUBTS
from whoheld.tables.doubts import doubts
from whoheld.tables.importing import Imported, read
from whoheld.tables.mapping import TableMapping, load, ready, require

__all__ = ["DOUBTS", "Imported", "TableMapping", "doubts", "load", "read", "ready", "require"]

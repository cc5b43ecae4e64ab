"""Tables of dated statuses, turned into claims whose evidence is the row itself."""

from whoheld.tables.importing import Imported, read
from whoheld.tables.mapping import TableMapping, load, ready, require

__all__ = ["Imported", "TableMapping", "load", "read", "ready", "require"]

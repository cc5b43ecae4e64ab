"""What makes a command start fast."""

import gc
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from types import ModuleType

_COLLECTED_AFTER = (20_000, 50, 50)
"""Objects after which those are looked for that nobody needs; most of a build's live as long as it does."""


def load_edition() -> None:
    """Load what makes an edition, without what it can do without. Only for a process that is ours, and needs no data frame.

    Pandas takes half a second to load; and each round of the garbage collector would go through all modules and lexicons again.
    """
    gc.disable()
    _load_arrow_alone()
    import whoheld.edition
    import whoheld.processes  # noqa: F401

    gc.freeze()
    gc.set_threshold(*_COLLECTED_AFTER)
    gc.enable()


def _load_arrow_alone() -> None:
    """Pyarrow looks for pandas when it makes its first array."""
    refusing = _WithoutPandas()
    sys.meta_path.insert(0, refusing)
    try:
        import pyarrow as pa

        pa.array([0])
    finally:
        sys.meta_path.remove(refusing)


class _WithoutPandas(MetaPathFinder):
    def find_spec(self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> None:
        del path, target
        if fullname == "pandas":
            raise ModuleNotFoundError(fullname)

"""What makes a command start fast."""

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from types import ModuleType


def without_pandas() -> None:
    """Let pyarrow go without pandas: it looks for it when it makes its first array, and loading it takes half a second.

    Only for a process that is ours, and needs no data frame.
    """
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

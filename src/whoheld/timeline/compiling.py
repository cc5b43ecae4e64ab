"""The fold, compiled: the same functions, turned into machine code by numba when there is enough to fold."""

import hashlib
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any, NamedTuple

from platformdirs import user_cache_path

from whoheld.timeline import disputes, rows, segments, sharpen, turns, walk

_MODULES: tuple[ModuleType, ...] = (rows, segments, disputes, turns, sharpen, walk)
_WORTH_IT = 200_000
"""Observations. Loading what was compiled before takes a second, in which plain Python folds about a hundred thousand."""


class Fold(NamedTuple):
    """The two functions that others call, and whether they take arrays (else lists)."""

    walk: Callable[..., tuple[Any, Any, Any]]
    sharpen: Callable[..., None]
    takes_arrays: bool


def fold_of(observations: int) -> Fold:
    """The fold for so many observations: compiled where that is worth it and numba is there."""
    if observations >= _WORTH_IT and find_spec("numba"):
        return compiled()
    return Fold(walk.walk, sharpen.sharpen, takes_arrays=False)


@cache
def compiled() -> Fold:
    """The compiled fold. The first use on a machine compiles for about half a minute; later ones load what was kept."""
    import numba  # noqa: PLC0415 - an extra, and half a second to load

    settings: Any = numba.config
    kept, settings.CACHE_DIR = settings.CACHE_DIR, str(_folder(numba.__version__))
    try:
        names: dict[str, Any] = {}
        for module in _MODULES:
            names |= vars(module)
        for name, function in list(names.items()):
            if isinstance(function, FunctionType) and function.__module__ in {module.__name__ for module in _MODULES}:
                names[name] = numba.njit(cache=True, nogil=True)(FunctionType(function.__code__, names, name))
        names["lent"] = _lent()
    finally:
        settings.CACHE_DIR = kept
    return Fold(names["walk"], names["sharpen"], takes_arrays=True)


def _lent() -> Any:  # noqa: ANN401 - numba's
    """Gives an array whose references numba does not count, which otherwise takes four fifths of the time.

    That is safe where the array outlives all that is done with it, as what is handed to the fold does.
    """
    from numba.core import cgutils  # noqa: PLC0415
    from numba.extending import intrinsic  # noqa: PLC0415
    from numba.np.arrayobj import make_array  # noqa: PLC0415

    def uncounted(context: Any, builder: Any, signature: Any, values: Any) -> Any:  # noqa: ANN401
        array = make_array(signature.return_type)(context, builder, values[0])  # type: ignore[no-untyped-call]
        array.meminfo = cgutils.get_null_value(array.meminfo.type)  # type: ignore[no-untyped-call]
        return array._getvalue()  # noqa: SLF001 - numba offers no other way

    return intrinsic(lambda _, array: (array(array), uncounted))


def _folder(version: str) -> Path:
    """Where compiled code is kept: by all that it was made from, since each function holds those that it calls."""
    sources = hashlib.sha256(version.encode())
    for path in (__file__, *(module.__file__ for module in _MODULES)):
        sources.update(Path(str(path)).read_bytes())
    return user_cache_path("whoheld") / "compiled" / sources.hexdigest()[:16]

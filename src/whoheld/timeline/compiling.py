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

    walk: Callable[..., tuple[Any, Any]]
    sharpen: Callable[..., None]
    takes_arrays: bool


def fold_of(observations: int) -> Fold:
    """The fold for so many observations: compiled where that is worth it and numba is there."""
    if observations >= _WORTH_IT and find_spec("numba"):
        return compiled()
    return Fold(walk.walk, sharpen.sharpen, takes_arrays=False)


@cache
def compiled() -> Fold:
    """The compiled fold. The first use on a machine compiles for about a minute; later ones load what was kept."""
    import numba  # noqa: PLC0415 - an extra, and half a second to load

    settings: Any = numba.config
    kept, settings.CACHE_DIR = settings.CACHE_DIR, str(_folder(numba.__version__))
    try:
        names: dict[str, Any] = {}
        for module in _MODULES:
            names |= vars(module)
        for name, function in list(names.items()):
            if isinstance(function, FunctionType) and function.__module__ in {module.__name__ for module in _MODULES}:
                inline = function.__module__ != turns.__name__  # which, inlined into each other, would take minutes to compile
                compile_it = numba.njit(cache=True, nogil=True, forceinline=inline)
                names[name] = compile_it(FunctionType(function.__code__, names, name))
        names["lent"] = _lent()
        names |= {name: numba.njit(function, cache=True, nogil=True, forceinline=True) for name, function in _IN_ARRAYS.items()}
    finally:
        settings.CACHE_DIR = kept
    return Fold(names["walk"], names["sharpen"], takes_arrays=True)


def _lent() -> Any:  # noqa: ANN401 - numba's
    """Gives where an array's numbers lie in memory: neither its references nor its length go along from call to call.

    That takes a third of the time, and is safe where the array outlives all that is done with it, as what is handed to the
    fold does.
    """
    from numba.core import types  # noqa: PLC0415
    from numba.extending import intrinsic  # noqa: PLC0415
    from numba.np.arrayobj import make_array  # noqa: PLC0415

    def data(context: Any, builder: Any, signature: Any, values: Any) -> Any:  # noqa: ANN401
        return make_array(signature.args[0])(context, builder, values[0]).data  # type: ignore[no-untyped-call]

    return intrinsic(lambda _, array: (types.CPointer(array.dtype)(array), data))  # type: ignore[no-untyped-call]


def _put(column: Any, value: int) -> None:  # noqa: ANN401
    """Raises IndexError where there is no room."""
    at = column[0] + 1
    if at == column[1]:
        raise IndexError("no room")
    column[0] = at
    column[at] = value


def _count(column: Any) -> Any:  # noqa: ANN401
    return column[0] + 1


def _cut(column: Any, size: int) -> None:  # noqa: ANN401
    column[0] = size - 1


_IN_ARRAYS: dict[str, Callable[..., Any]] = {"put": _put, "count": _count, "cut": _cut}
"""What columns that grow are in arrays: the first two numbers say which is the last, and for how many there is room."""


def _folder(version: str) -> Path:
    """Where compiled code is kept: by all that it was made from, since each function holds those that it calls."""
    sources = hashlib.sha256(version.encode())
    for path in (__file__, *(module.__file__ for module in _MODULES)):
        sources.update(Path(str(path)).read_bytes())
    return user_cache_path("whoheld") / "compiled" / sources.hexdigest()[:16]

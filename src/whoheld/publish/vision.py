"""How different two colours look, to readers with any of the common kinds of colour vision."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

_Vector = NDArray[np.float64]

_VISIONS = np.array(
    [
        np.eye(3),
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    ]
)
"""Full colour vision, protanopia, deuteranopia and tritanopia as matrices of linear sRGB (Machado, Oliveira, Fernandes 2009)."""

_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
_WHITE = np.array([0.95047, 1.0, 1.08883])


@cache
def difference(one: str, other: str) -> float:
    """The distance in CIE L*a*b* (2 is just seen, 10 is plain at a glance) to the reader who tells the two apart least.

    Args:
        one: ``#rrggbb``.
        other: the same.
    """
    return float(np.linalg.norm(_seen(one) - _seen(other), axis=1).min())


def full_difference(one: str, other: str) -> float:
    """The same distance to a reader with full colour vision."""
    return float(np.linalg.norm((_seen(one) - _seen(other))[0]))


@cache
def _seen(colour: str) -> _Vector:
    """L*a*b* of a colour, a row for each kind of vision."""
    parts = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)  # noqa: PLR2004 - of the sRGB norm
    xyz = np.clip(_VISIONS @ linear, 0, 1) @ _XYZ.T / _WHITE
    root = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    light, green_red, blue_yellow = 116 * root[:, 1] - 16, 500 * (root[:, 0] - root[:, 1]), 200 * (root[:, 1] - root[:, 2])
    return np.stack([light, green_red, blue_yellow], axis=1)

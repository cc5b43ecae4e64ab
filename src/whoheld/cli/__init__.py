"""The command line: one subcommand per stage, ``build`` for all of them, and the questions that can be put to the result."""

import io
import sys

# Each module adds its own commands to the app; --help lists them in this order.
from whoheld.cli import building  # noqa: F401

# isort: split
from whoheld.cli import fetching  # noqa: F401

# isort: split
from whoheld.cli import stages  # noqa: F401

# isort: split
from whoheld.cli import importing  # noqa: F401

# isort: split
from whoheld.cli import reviewing  # noqa: F401

# isort: split
from whoheld.cli import judging  # noqa: F401

# isort: split
from whoheld.cli import answers  # noqa: F401

# isort: split
from whoheld.cli import pictures  # noqa: F401

# isort: split
from whoheld.cli import places  # noqa: F401

# isort: split
from whoheld.cli import reading  # noqa: F401

# isort: split
from whoheld.cli import checks  # noqa: F401
from whoheld.cli.app import app
from whoheld.cli.terminal import err, fail
from whoheld.errors import WhoheldError

_INTERRUPTED = 130
"""What the application makes of Ctrl-C."""


def main() -> None:
    """Run the program; what a user can mend ends in one sentence and exit status 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal may know fewer letters than an article
    try:
        app()
    except WhoheldError as error:
        fail(str(error))
    except OSError as error:
        fail(f"{error.filename or 'the system'}: {error.strerror or error}")
    except SystemExit as end:
        if end.code == _INTERRUPTED:
            err.print(
                "whoheld: interrupted; what was not finished is as it was before, the same command takes it up again", style="red"
            )
        raise

"""The command line: one subcommand per stage, ``build`` for all of them, and the questions that can be put to the result."""

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
from whoheld.cli.terminal import fail
from whoheld.errors import WhoheldError


def main() -> None:
    """Run the program; what a user can mend ends in one sentence and exit status 2."""
    try:
        app()
    except WhoheldError as error:
        fail(str(error))
    except BrokenPipeError:
        sys.exit(0)
    except OSError as error:
        fail(f"{error.filename or 'the system'}: {error.strerror or error}")
    except KeyboardInterrupt:
        fail("interrupted; nothing was published")

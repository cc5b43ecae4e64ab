"""``python -m whoheld``."""

from whoheld.cli import main

main()

"""``python -m whoheld``."""

from whoheld.cli import main

if __name__ == "__main__":  # processes that read articles load this module too
    main()

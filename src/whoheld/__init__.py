"""Who held which place, when, according to whom."""

__version__ = "0.1.0"

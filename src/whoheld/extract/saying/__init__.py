"""Who says so, and how far the text stands behind it."""

"""An edition: everything that one build publishes, written as one folder."""

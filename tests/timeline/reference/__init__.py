"""The fold told once more, slowly and over objects: what the one over columns must equal."""

"""The words of a text: letters written on them, the lexicon and the registry, sentences."""

"""What a text has spoken of so far: whom a pronoun means, and which town "the town" is."""

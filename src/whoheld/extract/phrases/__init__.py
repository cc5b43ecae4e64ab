"""What a noun phrase is, and the words by which its bounds and its sense are settled."""

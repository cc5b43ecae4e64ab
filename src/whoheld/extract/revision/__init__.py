"""What only the whole text decides of findings: who won, on which day, and what was told twice."""

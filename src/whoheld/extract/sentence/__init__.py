"""A sentence as the frame grammar walks it: its phrases, its clauses, and the frames that its triggers evoke."""

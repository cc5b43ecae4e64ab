"""What others see: one table of dated intervals in every format that map programs read, and the page."""

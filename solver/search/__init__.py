"""Ways to look for good rosters: each takes a search under way and leaves it no worse."""

"""One person's work as a line of days: the cheapest line under given prices, and what those prices prove."""

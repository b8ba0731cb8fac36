"""Cases of law as data: what is given, what is worked, and what the checker must say of it."""

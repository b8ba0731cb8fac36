"""What each kind of limit means, in plain Python: a second reading that knows nothing of OR-Tools."""

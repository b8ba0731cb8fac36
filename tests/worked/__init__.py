"""What was really worked, and what was known when."""

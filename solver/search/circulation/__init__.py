"""A line that one person walks round and round, decided as whole flows between the days of one week."""

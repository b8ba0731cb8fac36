"""Long tests are begun first; cases are drawn anew on a developer's machine, and alike in every run where ``CI`` is set."""

import os

import pytest
from hypothesis import settings

settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")

LONG = ("test_examples.py", "test_readme.py", "test_real_runs.py", "test_lines.py", "test_solve.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files of the longest tests: one left for the end would be run while the other processor rests."""
    items.sort(key=lambda one: one.path.name not in LONG or "slow" not in one.keywords)

"""Cases are drawn anew each time on a developer's machine, and alike in every run where ``CI`` is set."""

import os

from hypothesis import settings

settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")

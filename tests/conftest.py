"""What holds for all tests."""

import os

from hypothesis import settings

# Tests prove what is computed; how long it takes on a busy machine is for the benchmarks to tell. CI tries the same
# examples every time, so that it fails for what changed; elsewhere each run tries others.
settings.register_profile("furnish", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("furnish")

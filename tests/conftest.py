"""What holds for all tests."""

from hypothesis import settings

# Tests prove what is computed; how long it takes on a busy machine is for the benchmarks to tell.
settings.register_profile("furnish", deadline=None)
settings.load_profile("furnish")

"""Forty rooms furnished by the layout search: times, rules, papers, a comparison; `python -m benchmarks.layouts`."""

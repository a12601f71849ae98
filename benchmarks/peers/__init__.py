"""Other people's optimisers, each run by one small program in an environment of its own.

A program reads one question (JSON, one line; `cutting.nesting.foreign` says what is in it, `seconds` and `cores`
besides) and writes each better answer as a line. PackingSolver's is `cutting/nesting/packingsolver_child.py`.
"""

"""The cuts of a sheet in saw order, where the papers look for them; `cutting.sequence` makes them."""

from __future__ import annotations

from cutting.sequence import Kind, Step, saw_order, steps

__all__ = ["Kind", "Step", "saw_order", "steps"]

"""How a peer's program hears its question and gives its answers. Standard library only: peers have no numpy."""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Sequence
from typing import Any


class Desk:
    """One question, and the answers to it with the seconds since it was read."""

    def __init__(self) -> None:
        self.question: dict[str, Any] = json.loads(sys.stdin.readline())
        threading.Thread(target=_end_with_parent, daemon=True).start()
        self._start = time.monotonic()

    @property
    def late(self) -> bool:
        """Whether the time is up."""
        return time.monotonic() - self._start >= float(self.question["seconds"])

    def answer(self, sheets: Sequence[Any], bound: int = 0) -> None:
        """Tell a better packing: [board, copies, [[kind, x, y, turned], ...]] a sheet."""
        seconds = time.monotonic() - self._start
        print(json.dumps({"seconds": seconds, "sheets": sheets, "bound": bound}), flush=True)


def _end_with_parent() -> None:
    while os.read(0, 1):
        pass
    os._exit(1)

"""One line on the terminal that tells how far a search is; silent for anything under a second."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TextIO


@dataclass(slots=True)
class ProgressLine:
    """Shows a line at most five times a second and from the first second on; `close` ends it.

    On a terminal each line overwrites the one before; in a log file a line is written every ten seconds.
    """

    stream: TextIO
    clock: Callable[[], float] = time.monotonic
    started: float = field(init=False)
    shown: float = field(init=False, default=0.0)
    width: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self.started = self.clock()

    @property
    def seconds(self) -> float:
        """Seconds since the line was made."""
        return self.clock() - self.started

    def show(self, text: str) -> None:
        """Show `text` if it is time to."""
        now = self.seconds
        live = self.stream.isatty()
        if now < 1 or (self.shown and now - self.shown < (0.2 if live else 10)):
            return
        self.shown = now
        if live:
            self.stream.write("\r" + text.ljust(self.width))
            self.width = len(text)
        else:
            self.stream.write(text + "\n")
        self.stream.flush()

    def paper(self, name: str) -> None:
        """Tell which paper is being made; on a terminal each of them, since a few may take most of the time."""
        if self.stream.isatty():
            self.shown = 0.0
        self.show(f"writing {name}")

    def close(self) -> None:
        """Leave the terminal's line clean."""
        if self.width:
            self.stream.write("\r" + " " * self.width + "\r")
            self.stream.flush()
            self.width = 0

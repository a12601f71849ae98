"""When to stop searching: after seconds (people), after iterations (tests), or when somebody cancels."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field


def never() -> bool:
    """Nobody cancels."""
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A rule for stopping; the first of its limits that is reached counts.

    At least one plan is always made, unless it is not `plan_needed` because somebody else has made one: then a
    search may end without. On iterations alone a search is deterministic: it never looks at the clock.

    A search that has proved that no plan has fewer boards goes on for a larger offcut, for `polish` of its seconds or
    rounds.
    """

    seconds: float | None = None
    iterations: int | None = None
    polish: float = 0.2
    cancelled: Callable[[], bool] = never
    clock: Callable[[], float] = time.monotonic
    plan_needed: bool = True

    def begin(self, cores: int = 1) -> Watch:
        """Start counting now, for a search that may use so many cores."""
        return Watch(stop=self, started=self.clock(), cores=cores)


@dataclass(slots=True)
class Watch:
    """A running stop rule, and how many cores a search may use.

    A nester calls `step()` once per iteration and ends soon after `done()` is true.
    """

    stop: Stop
    started: float
    cores: int = 1
    iterations: int = field(default=0)

    def step(self) -> None:
        """Count one iteration: one complete plan tried, or as much work."""
        self.iterations += 1

    def done(self) -> bool:
        """Whether a limit is reached."""
        stop = self.stop
        if stop.iterations is not None and self.iterations >= stop.iterations:
            return True
        if stop.seconds is not None and self.seconds >= stop.seconds:
            return True
        return stop.cancelled()

    def spare(self) -> bool:
        """Whether a limit is reached and no first plan is needed: what is not ready yet may be given up."""
        return not self.stop.plan_needed and self.done()

    @property
    def seconds(self) -> float:
        """Seconds since the start."""
        return self.stop.clock() - self.started

"""What can be wrong with what people give us, told all at once, each fault with its place and a way out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault of an input: `where` is a path such as `walls[1].openings[0].width`, empty for the whole.

    `message` is a sentence with the numbers and a way out: "door (800 mm at 2600 mm) passes the end of
    wall 2 (3200 mm); move it or make it narrower".
    """

    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message


class FurnishError(Exception):
    """The root of every error this program raises on purpose."""


class InputError(FurnishError, ValueError):
    """Input that cannot be used. `faults` holds every fault found; `source` names the input."""

    def __init__(self, faults: Iterable[Fault], source: str = "") -> None:
        self.faults = tuple(faults)
        self.source = source
        super().__init__(str(self))

    def __str__(self) -> str:
        head = f"{self.source}: " if self.source else ""
        return "\n".join(f"{head}{fault}" for fault in self.faults)


class PlanError(FurnishError, RuntimeError):
    """A player produced a plan that the judge refuses: a defect of this program, never of the input."""


def sound_in(faults: Sequence[Fault]) -> Callable[[str], bool]:
    """A test of paths: whether what stands at, above and below a path has none of `faults`.

    Checks of what values mean ask it first, so that a length that was not even a number is not also said
    to be too short.
    """

    at = {fault.where for fault in faults}
    above = {outer for where in at for outer in _outers(where)}

    def sound(path: str) -> bool:
        return path not in above and at.isdisjoint(_outers(path))

    return sound


def _outers(path: str) -> list[str]:
    """A path and all that hold it: `walls[1].length` gives itself, `walls[1]` and `walls`."""
    return [path[:at] for at, letter in enumerate(path) if letter in ".["] + [path]

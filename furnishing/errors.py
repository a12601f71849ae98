"""What can be wrong with what people give us, told all at once, each fault with its place and a way out."""

from __future__ import annotations

from collections.abc import Iterable
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
    """Input that cannot be used. `faults` holds every fault found, in the order of the input; `source` its name."""

    def __init__(self, faults: Iterable[Fault], source: str = "") -> None:
        self.faults = tuple(faults)
        self.source = source
        super().__init__(str(self))

    def __str__(self) -> str:
        head = f"{self.source}: " if self.source else ""
        return "\n".join(f"{head}{fault}" for fault in self.faults)


class PlanError(FurnishError, RuntimeError):
    """A player produced a plan that the judge refuses: a defect of this program, never of the input."""

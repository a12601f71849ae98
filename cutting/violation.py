"""What the judge says about a plan that does not hold."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Violation:
    """One rule that a plan breaks: a stable `code`, the place, and a sentence with the numbers.

    `where` is a path in the plan such as `sheets[2].cuts.children[0]`; `pieces[3]` and `boards[0]` are
    places in the job.
    """

    code: str
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message

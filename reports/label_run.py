"""What is printed of the labels, and how: on which paper, from which position on, moved by how much, which of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from furnishing.errors import Fault, InputError
from reports.label_layouts import A4_3X8, LabelLayout


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelRun:
    """A run of labels: `skip` positions of the first page that are used already; `right` and `down` are the millimetres
    by which the printer must print further; `only` the ids to print again, each once (none: all labels).

    Raises InputError where no position of a page is left.
    """

    layout: LabelLayout = A4_3X8
    skip: int = 0
    right: float = 0.0
    down: float = 0.0
    only: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.skip < self.layout.count:
            least = f"a page of {self.layout.code} has {self.layout.count} labels; skip 0 to {self.layout.count - 1}"
            raise InputError((Fault("skip", f"{self.skip} positions cannot be skipped: {least}"),))


EVERY_LABEL: Final = LabelRun()
"""All labels on the usual sheets."""

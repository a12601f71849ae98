"""What a list of parts says once it is read: rows for the saw, with everything that labels want to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from cutting.part_lists.protocol import Column
from furnishing.errors import Fault
from furnishing.grain import Grain
from furnishing.parts import Edges
from furnishing.units import Length

NO_EDGES: Final = Edges()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRow:
    """One row of a list. `id` is its piece's; sizes stand as in the list; `number` is its row there.

    `grain` is None where the list leaves it open. `edges` hold band names. `extras` are cells of columns that
    have no meaning here, by column name.
    """

    number: int
    id: str
    length: Length
    width: Length
    quantity: int
    name: str = ""
    material: str = ""
    thickness: Length | None = None
    grain: Grain | None = None
    order: str = ""
    note: str = ""
    edges: Edges = NO_EDGES
    finished_length: Length | None = None
    finished_width: Length | None = None
    extras: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedBoard:
    """A board that the list itself names; `quantity` None: any number."""

    number: int
    length: Length
    width: Length
    quantity: int | None
    material: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartList:
    """A list as read. `layout` and `how` are for people; `said` are sentences about what was taken how.

    `aside` gives the rows that the list itself puts out of use, by reason; `bad` the faults of rows that were left
    out because the operator asked for it. `header` and `columns` say which column was taken for what.
    """

    layout: str
    how: str
    unit: str
    rows: tuple[PartRow, ...]
    boards: tuple[ListedBoard, ...] = ()
    saw: Mapping[str, Length] = field(default_factory=dict)
    aside: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    bad: tuple[Fault, ...] = ()
    said: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    columns: Mapping[Column, int] = field(default_factory=dict)

    @property
    def pieces(self) -> int:
        """All copies of all rows."""
        return sum(row.quantity for row in self.rows)

"""opcut: name, quantity, width, height, can_rotate; its width runs along the board's width, which we call length."""

from __future__ import annotations

from cutting.part_lists.columns import ColumnLayout
from cutting.part_lists.protocol import Column

LAYOUT = ColumnLayout(
    title="opcut",
    columns={
        Column.NAME: ("name",),
        Column.QUANTITY: ("quantity",),
        Column.LENGTH: ("width",),
        Column.WIDTH: ("height",),
        Column.TURN: ("can rotate",),
    },
    signature=frozenset({"name", "quantity", "width", "height", "can rotate"}),
)

"""CutList Optimizer: Length, Width, Qty, Material, Label, Enabled; material only where it is considered there."""

from __future__ import annotations

from cutting.part_lists.columns import ColumnLayout
from cutting.part_lists.protocol import Column

LAYOUT = ColumnLayout(
    title="CutList Optimizer",
    columns={
        Column.LENGTH: ("length",),
        Column.WIDTH: ("width",),
        Column.QUANTITY: ("qty",),
        Column.MATERIAL: ("material",),
        Column.NAME: ("label",),
        Column.ENABLED: ("enabled",),
        Column.GRAIN: ("grain direction",),
        Column.EDGE_TOP: ("top band",),
        Column.EDGE_LEFT: ("left band",),
        Column.EDGE_BOTTOM: ("bottom band",),
        Column.EDGE_RIGHT: ("right band",),
    },
    signature=frozenset({"length", "width", "qty", "label", "enabled"}),
)

"""MaxCut: a `Sep=,` line, then quoted cells with sizes such as "795 mm"; rows of the kind Input Panel are parts."""

from __future__ import annotations

from cutting.part_lists.columns import ColumnLayout
from cutting.part_lists.protocol import Column
from furnishing.grain import Grain

LAYOUT = ColumnLayout(
    title="MaxCut",
    columns={
        Column.KIND: ("type",),
        Column.NAME: ("name",),
        Column.LENGTH: ("length",),
        Column.WIDTH: ("width",),
        Column.QUANTITY: ("quantity",),
        Column.NOTE: ("notes",),
        Column.GRAIN: ("can rotate",),
        Column.MATERIAL: ("material",),
        Column.EDGE_BOTTOM: ("edging length 1",),
        Column.EDGE_TOP: ("edging length 2",),
        Column.EDGE_LEFT: ("edging width 1",),
        Column.EDGE_RIGHT: ("edging width 2",),
        Column.ORDER: ("group",),
        Column.ENABLED: ("include in optimization",),
    },
    signature=frozenset({"type", "name", "length", "width", "quantity", "can rotate"}),
    grains={"norotation": Grain.LENGTH, "allowrotation": Grain.FREE, "allowifnograin": None},
    kinds=frozenset({"input panel"}),
)

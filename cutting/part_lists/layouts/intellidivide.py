"""The sample workbook of intelliDivide: material codes, four edges, grain 0 (free), 1 (length) or 2 (width)."""

from __future__ import annotations

from cutting.part_lists.columns import ColumnLayout
from cutting.part_lists.protocol import Column
from furnishing.grain import Grain

LAYOUT = ColumnLayout(
    title="intelliDivide",
    columns={
        Column.ID: ("part id",),
        Column.NAME: ("description",),
        Column.MATERIAL: ("material code",),
        Column.LENGTH: ("length",),
        Column.WIDTH: ("width",),
        Column.THICKNESS: ("thickness",),
        Column.QUANTITY: ("quantity",),
        Column.GRAIN: ("grain",),
        Column.EDGE_BOTTOM: ("edge front",),
        Column.EDGE_TOP: ("edge back",),
        Column.EDGE_LEFT: ("edge left",),
        Column.EDGE_RIGHT: ("edge right",),
        Column.ORDER: ("customer order",),
        Column.NOTE: ("position/article",),
    },
    signature=frozenset({"part id", "material code", "length", "width", "quantity", "grain"}),
    grains={"0": Grain.FREE, "1": Grain.LENGTH, "2": Grain.WIDTH},
)

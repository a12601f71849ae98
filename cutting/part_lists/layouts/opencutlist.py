"""OpenCutList: `;` between cells named after its variables; cutting sizes are sawn, bounding sizes are finished."""

from __future__ import annotations

from cutting.part_lists.columns import ColumnLayout
from cutting.part_lists.protocol import Column

LAYOUT = ColumnLayout(
    title="OpenCutList",
    columns={
        Column.ID: ("number",),
        Column.NAME: ("name",),
        Column.QUANTITY: ("count",),
        Column.LENGTH: ("cutting length",),
        Column.WIDTH: ("cutting width",),
        Column.THICKNESS: ("bbox thickness", "cutting thickness"),
        Column.FINISHED_LENGTH: ("bbox length",),
        Column.FINISHED_WIDTH: ("bbox width",),
        Column.MATERIAL: ("material name",),
        Column.NOTE: ("description",),
        Column.ORDER: ("tags",),
        Column.EDGE_BOTTOM: ("edge ymin",),
        Column.EDGE_TOP: ("edge ymax",),
        Column.EDGE_LEFT: ("edge xmin",),
        Column.EDGE_RIGHT: ("edge xmax",),
    },
    signature=frozenset({"name", "count", "cutting length", "cutting width"}),
)

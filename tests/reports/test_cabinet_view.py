"""Cabinets in projection: what stands before is drawn later, and slanting parts are drawn as they are."""

from __future__ import annotations

import dataclasses

import pytest
from shapely import Polygon

from furnishing.cabinets.cabinet import Cabinet
from furnishing.parts import Box, Part, Section
from furnishing.units import mm
from reports.cabinet_view import cabinet_view, from_behind
from reports.drawing import Polyline
from tests.furnishing.builders import a_cabinet, a_catalogue, some_construction


def order(cabinet: Cabinet) -> list[str]:
    """The parts by the order in which they are drawn, those behind first."""
    drawn = from_behind([(part.box, part) for part in cabinet.parts])
    return [part.id.removeprefix(f"{cabinet.id}.") for _, part in drawn]


@pytest.mark.parametrize("kind", ["tall-oven", "tall-larder", "wall-doors"])
@pytest.mark.parametrize("back", ["grooved", "rebated", "applied"])
def test_a_back_in_its_grooves_is_drawn_before_top_and_right_side(kind: str, back: str) -> None:
    found = order(a_cabinet(kind, width=mm(600), rules=some_construction(back=back)))
    backs = [place for place, name in enumerate(found) if name.startswith("back")]
    assert max(backs) < min(found.index("top"), found.index("side.R"))


def test_a_door_is_drawn_last() -> None:
    assert order(a_cabinet("base-doors", width=mm(600)))[-1] == "door.1"


def faces(section: Section | None) -> list[Polyline]:
    """The faces of one board of 600 x 18 x 1000 mm, drawn to its section."""
    cabinet = a_cabinet("base-doors", width=mm(600))
    box = Box(0, 0, 0, mm(600), mm(18), mm(1000))
    door: Part = cabinet.part("K01.door.1")
    board = dataclasses.replace(door, box=box, section=section, bores=())
    drawing = cabinet_view(dataclasses.replace(cabinet, parts=(board,)), a_catalogue(), width=100.0, height=100.0)
    return [item for item in drawing.items if isinstance(item, Polyline)]


def area(line: Polyline) -> float:
    return Polygon(line.points).area


def test_a_slanting_door_is_drawn_with_its_true_outline() -> None:
    whole = faces(None)
    # Its left edge ends at 600 mm, its right one at 1000: a fifth of it is cut off.
    cut = faces(Section(axis=1, points=((0, 0), (mm(600), 0), (mm(600), mm(1000)), (0, mm(600)))))
    assert area(cut[-1]) == pytest.approx(area(whole[0]) * 0.8)
    assert len(cut[-1].points) == 4
    assert len(cut) == 3


def test_a_section_that_fills_its_box_is_drawn_like_the_box() -> None:
    box = ((0, 0), (mm(600), 0), (mm(600), mm(1000)), (0, mm(1000)))
    drawn = faces(Section(axis=1, points=box))
    assert sorted(round(area(face), 6) for face in drawn) == sorted(round(area(face), 6) for face in faces(None))

"""A finished part as DXF: outline, holes, grooves and cut-outs on layers that the mapping file names.

x and y as in `furnishing.machining`, the upper face as it is seen; work in the other face stands at the same x and y,
as one looks through the part, on layers with the prefix for the back. Holes in edges are lines as long as they are
deep, as high above the underside (z) as they are; their layer tells diameter and depth.
"""

from __future__ import annotations

import io
from typing import Final

from ezdxf.document import Drawing
from ezdxf.layouts.layout import Modelspace

from furnishing.machining import Drilling, Face, Milling, drillings, millings, upper_face
from furnishing.parts import Part
from furnishing.units import Length, show
from reports.machine.contours import contours
from reports.machine.dxf import DXF_NAMES, MILLIMETRES, VERSIONS, without_times
from reports.machine.dxf_layers import Layers, standard_layers

TEXT: Final = 12.0
BELOW: Final = 30.0
"""Millimetres below the part where its title stands."""

_Point = tuple[float, float]


def part_dxf(part: Part, layers: Layers | None = None, version: str = "R2000") -> bytes:
    """One part as DXF; ValueError for a version that is not in `VERSIONS`."""
    if version not in VERSIONS:
        raise ValueError(f"{version!r} is not written; use one of {', '.join(VERSIONS)}")
    with without_times():
        document = Drawing.new(DXF_NAMES[version])
        if version != "R12":
            document.units = MILLIMETRES
        sheet = _Sheet(document, layers or standard_layers(), part)
        shape = contours(part)
        for ring in (*shape.outer, *shape.holes):
            sheet.line("outline", [(_mm(x), _mm(y)) for x, y in ring])
        for hole in drillings(part):
            sheet.hole(hole)
        for cut in millings(part):
            sheet.cut(cut)
        sheet.titles()
        text = io.StringIO()
        document.write(text)
        return document.encode(text.getvalue())


class _Sheet:
    """A drawing being made; layers are added when they are first used."""

    def __init__(self, document: Drawing, layers: Layers, part: Part) -> None:
        self.document, self.layers, self.part = document, layers, part
        self.space: Modelspace = document.modelspace()
        self.upper = upper_face(part)
        self.notes: list[str] = []

    def _layer(self, use: str, *, back: bool = False, **sizes: Length) -> str:
        name = self.layers.layer(use, back=back, **sizes)
        if name not in self.document.layers:
            self.document.layers.add(name, color=self.layers.colors[use])
        return name

    def line(self, use: str, points: list[_Point], *, back: bool = False, **sizes: Length) -> None:
        """A closed line."""
        layer = {"layer": self._layer(use, back=back, **sizes)}
        if self.document.dxfversion == DXF_NAMES["R12"]:
            self.space.add_polyline2d(points, close=True, dxfattribs=layer)
        else:
            self.space.add_lwpolyline(points, close=True, dxfattribs=layer)

    def hole(self, hole: Drilling) -> None:
        """A circle; a hole in an edge is a line from the edge to its tip."""
        if hole.face in {Face.A, Face.B}:
            back = hole.face is not self.upper
            if hole.through:
                layer = self._layer("drill_through", diameter=hole.diameter, back=back)
            else:
                layer = self._layer("drill", diameter=hole.diameter, depth=hole.depth, back=back)
            self.space.add_circle((_mm(hole.x), _mm(hole.y)), _mm(hole.diameter) / 2, dxfattribs={"layer": layer})
            return
        height = hole.y if self.upper is Face.A else self.part.thickness - hole.y
        layer = self._layer("edge_drill", diameter=hole.diameter, depth=hole.depth)
        start, end = self._into(hole.face, hole.x, hole.depth)
        self.space.add_line((*start, _mm(height)), (*end, _mm(height)), dxfattribs={"layer": layer})

    def _into(self, face: Face, place: Length, depth: Length) -> tuple[_Point, _Point]:
        """From an edge at a place along it inwards."""
        long, wide = self.part.length, self.part.width
        start, way = {
            Face.LEFT: ((0, place), (1, 0)),
            Face.RIGHT: ((long, place), (-1, 0)),
            Face.BOTTOM: ((place, 0), (0, 1)),
            Face.TOP: ((place, wide), (0, -1)),
        }[face]
        end = (start[0] + way[0] * depth, start[1] + way[1] * depth)
        return (_mm(start[0]), _mm(start[1])), (_mm(end[0]), _mm(end[1]))

    def cut(self, cut: Milling) -> None:
        """A groove as its rectangle; what goes through is in the outline; what is in an edge is told in words."""
        if cut.through:
            return
        if cut.face not in {Face.A, Face.B}:
            size = f"{show(cut.dx)} x {show(cut.dy)} x {show(cut.depth)}"
            self.notes.append(f"{cut.face.value} edge: {cut.purpose} {size} from {show(cut.x)}, height {show(cut.y)}")
            return
        low, high = (_mm(cut.x), _mm(cut.y)), (_mm(cut.x + cut.dx), _mm(cut.y + cut.dy))
        ring = [low, (high[0], low[1]), high, (low[0], high[1])]
        back = cut.face is not self.upper
        self.line("groove", ring, back=back, width=min(cut.dx, cut.dy), depth=cut.depth)

    def titles(self) -> None:
        """Id, size and upper face below the part, and what stands in no other layer."""
        part = self.part
        size = f"{show(part.length)} x {show(part.width)} x {show(part.thickness)}"
        if part.section is not None and part.section.axis in part.axes:
            self.notes.append("sloping edge, see the part drawing")
        layer = self._layer("text")
        for i, words in enumerate([f"{part.id} {size}, face {self.upper.value} up", *self.notes]):
            text = self.space.add_text(words, height=TEXT, dxfattribs={"layer": layer})
            text.set_placement((0.0, -BELOW - i * TEXT * 1.6))


def _mm(length: Length) -> float:
    return length / 1000

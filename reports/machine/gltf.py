"""A furnished room as glTF 2.0 (GLB): a node for each cabinet, under it one for each part, named by its id.

Metres, y up. What parts have in common (shape and finish) is stored once. Colours are those of the finishes.
"""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Sequence
from typing import Any, Final

from furnishing.parts import Part
from furnishing.room import Room
from reports.machine.solids import Face, faces
from reports.project import Project
from reports.symbols import BARE, colours

GENERATOR: Final = "Furnish"
METRE: Final = 1_000_000
MAGIC, JSON_CHUNK, BINARY_CHUNK = 0x46546C67, 0x4E4F534A, 0x004E4942
FLOATS, SHORTS, INTEGERS = 5126, 5123, 5125
VERTICES, INDICES = 34962, 34963
GLASS: Final = (0.75, 0.88, 0.9, 0.35)

_Record = dict[str, Any]


def glb(project: Project) -> bytes:
    """The design of a project; ValueError where it has none."""
    design = project.design
    if design is None:
        raise ValueError(f"{project.name} has no design, so there is nothing to show")
    model = _Model({code: colour for code, (colour, _) in colours(project.catalogue).items()})
    placements = {each.cabinet: each for each in design.layout.placements}
    roots = []
    for cabinet in design.cabinets:
        placed = placements.get(cabinet.id)
        node: _Record = {"name": cabinet.id, "children": [model.part(part) for part in cabinet.parts]}
        if placed is not None:
            node |= _stand(design.room, placed.wall, placed.offset, placed.out, placed.elevation)
        roots.append(model.node(node))
    return model.written(project.name, roots)


def _stand(room: Room, wall: int, offset: int, out: int, elevation: int) -> _Record:
    """Where a cabinet stands: its lower left back corner, turned about the upright with its wall."""
    x, y = room.on_wall(wall, offset, out)
    (x0, y0), (x1, y1) = room.corners[wall : wall + 2]
    half = math.atan2(y1 - y0, x1 - x0) / 2
    turn = [0.0, round(math.sin(half), 9), 0.0, round(math.cos(half), 9)]
    return {"translation": [_metres(x), _metres(elevation), _metres(-y)], "rotation": turn}


class _Model:
    """A model being written: its tables so far, and the bytes of its buffer."""

    def __init__(self, looks: dict[str, str]) -> None:
        self.looks = looks
        self.nodes: list[_Record] = []
        self.meshes: list[_Record] = []
        self.materials: list[_Record] = []
        self.accessors: list[_Record] = []
        self.views: list[_Record] = []
        self.buffer = bytearray()
        self._known: dict[object, int] = {}
        self._finishes: dict[str, int] = {}

    def node(self, record: _Record) -> int:
        """The number of a new node; an empty list of children is not allowed and left away."""
        self.nodes.append({key: value for key, value in record.items() if value != []})
        return len(self.nodes) - 1

    def part(self, part: Part) -> int:
        """The node of a part within its cabinet."""
        box = part.box
        at = [_metres(box.x), _metres(box.z), _metres(box.y)]
        return self.node({"name": part.id, "mesh": self._mesh(part), "translation": at})

    def _mesh(self, part: Part) -> int:
        shape = faces(part)
        key = (shape, part.material)
        if key not in self._known:
            self._known[key] = len(self.meshes)
            attributes = self._vertices(shape)
            count = sum(3 * len(triangles) for _, triangles in shape)
            indices = self._indices(range(count))
            primitive = {"attributes": attributes, "indices": indices, "material": self._material(part)}
            self.meshes.append({"primitives": [primitive]})
        return self._known[key]

    def _material(self, part: Part) -> int:
        code = part.material
        if code not in self._finishes:
            self._finishes[code] = len(self.materials)
            colour = GLASS if part.bought else (*_linear(self.looks.get(code, BARE)), 1.0)
            look: _Record = {"baseColorFactor": list(colour), "metallicFactor": 0.0, "roughnessFactor": 0.8}
            record: _Record = {"name": code, "pbrMetallicRoughness": look}
            self.materials.append(record | ({"alphaMode": "BLEND"} if part.bought else {}))
        return self._finishes[code]

    def _vertices(self, shape: Sequence[Face]) -> dict[str, int]:
        spots, normals = [], []
        for normal, triangles in shape:
            length = math.hypot(*normal)
            unit = tuple(round(each / length, 6) for each in normal)
            for triangle in triangles:
                spots += [tuple(_metres(each) for each in spot) for spot in triangle]
                normals += [unit] * 3
        low, high = ([f(spot[i] for spot in spots) for i in range(3)] for f in (min, max))
        # Readers compare the limits with the numbers as stored.
        limits = {"min": list(_stored(low)), "max": list(_stored(high))}
        return {
            "POSITION": self._accessor(_packed(spots), VERTICES, FLOATS, len(spots), "VEC3", **limits),
            "NORMAL": self._accessor(_packed(normals), VERTICES, FLOATS, len(normals), "VEC3"),
        }

    def _indices(self, indices: Sequence[int]) -> int:
        kind, letter = (SHORTS, "H") if len(indices) < 65_535 else (INTEGERS, "I")
        data = struct.pack(f"<{len(indices)}{letter}", *indices)
        return self._accessor(data, INDICES, kind, len(indices), "SCALAR")

    def _accessor(self, data: bytes, target: int, kind: int, count: int, shape: str, **limits: list[float]) -> int:
        """The number of a new accessor over bytes put at the end of the buffer, which is kept to words of 4."""
        self.views.append({"buffer": 0, "byteOffset": len(self.buffer), "byteLength": len(data), "target": target})
        self.buffer += data + bytes(-len(data) % 4)
        view = len(self.views) - 1
        record: _Record = {"bufferView": view, "componentType": kind, "count": count, "type": shape}
        self.accessors.append(record | limits)
        return len(self.accessors) - 1

    def written(self, name: str, roots: list[int]) -> bytes:
        """The file: a head, the tables as JSON, the buffer."""
        tables: _Record = {
            "asset": {"version": "2.0", "generator": GENERATOR},
            "scene": 0,
            "scenes": [{"name": name, "nodes": roots}],
            "nodes": self.nodes,
            "meshes": self.meshes,
            "materials": self.materials,
            "accessors": self.accessors,
            "bufferViews": self.views,
            "buffers": [{"byteLength": len(self.buffer)}],
        }
        text = json.dumps(
            {key: value for key, value in tables.items() if value}, ensure_ascii=False, separators=(",", ":")
        )
        words = text.encode()
        words += b" " * (-len(words) % 4)
        chunks = struct.pack("<II", len(words), JSON_CHUNK) + words
        chunks += struct.pack("<II", len(self.buffer), BINARY_CHUNK) + bytes(self.buffer)
        return struct.pack("<III", MAGIC, 2, 12 + len(chunks)) + chunks


def _packed(vectors: Sequence[Sequence[float]]) -> bytes:
    return struct.pack(f"<{3 * len(vectors)}f", *(each for vector in vectors for each in vector))


def _stored(vector: Sequence[float]) -> tuple[float, ...]:
    return struct.unpack("<3f", struct.pack("<3f", *vector))


def _linear(colour: str) -> tuple[float, ...]:
    """A colour `#rrggbb` (sRGB, IEC 61966-2-1) as the linear numbers that glTF wants."""
    shares = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return tuple(round(each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4, 6) for each in shares)


def _metres(length: float) -> float:
    return length / METRE

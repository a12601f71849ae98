"""Rooms as files: format `furnish-room/1`, read strictly and written in one canonical form.

docs/room.md lists the fields. A room file may carry the style it was made for.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from furnishing.errors import Fault, sound_in
from furnishing.json_text import JsonValue, to_json
from furnishing.reading import ABSURD, Fields, open_record
from furnishing.room import (
    Hinge,
    Obstacle,
    ObstacleKind,
    Opening,
    OpeningKind,
    PointKind,
    Room,
    Slope,
    Swing,
    Wall,
    WallPoint,
)
from furnishing.room_checks import check_room
from furnishing.style import Style
from furnishing.style_file import style_from, style_record
from furnishing.units import Length, from_length, mm

FORMAT: Final = "furnish-room/1"
CEILINGS: Final = (mm(1500), mm(6000))
WALLS: Final = (mm(100), mm(30_000))
MOST_WALLS: Final = 200
STEEPEST_TURN: Final = 175


@dataclass(frozen=True, slots=True)
class RoomFile:
    """What a room file holds: the room, the style if it carries one, and the unit its lengths are written in."""

    room: Room
    style: Style | None = None
    unit: str = "mm"


def read_room(text: str | bytes, source: str = "") -> RoomFile:
    """The room, and the style, of a room file; InputError with every fault."""
    fields = open_record(text, FORMAT, source)
    unit = fields.read_unit()
    room = Room(
        name=fields.text("name"),
        ceiling=fields.length("ceiling", least=CEILINGS[0], most=CEILINGS[1]),
        walls=tuple(_wall(each) for each in fields.records("walls", most=MOST_WALLS)),
        obstacles=tuple(_obstacle(each) for each in fields.records("obstacles", default=(), most=1000)),
        slopes=tuple(_slope(each) for each in fields.records("slopes", default=(), most=MOST_WALLS)),
    )
    inline = fields.optional_record("style")
    style = None if inline is None else style_from(inline)
    fields.faults.extend(check_room(room, unit, sound_in(tuple(fields.faults))))
    if style is not None and style.wall is not None and room.walls and style.wall >= len(room.walls):
        known = f"the room has walls 0 to {len(room.walls) - 1}, counted from 0 as in walls[0]"
        fields.faults.append(Fault("style.wall", f"there is no wall {style.wall}; {known}"))
    fields.finish()
    return RoomFile(room, style, unit)


def _wall(fields: Fields) -> Wall:
    return Wall(
        measured=fields.lengths("length", least=WALLS[0], most=WALLS[1]),
        turn=fields.number("turn", Decimal(90), least=-STEEPEST_TURN, most=STEEPEST_TURN),
        openings=tuple(_opening(each) for each in fields.records("openings", default=(), most=100)),
        points=tuple(_point(each) for each in fields.records("points", default=(), most=1000)),
    )


def _opening(fields: Fields) -> Opening:
    return Opening(
        kind=fields.choice("kind", OpeningKind),
        offset=fields.length("offset", least=0),
        width=fields.length("width"),
        height=fields.length("height"),
        sill=fields.length("sill", 0, least=0),
        swing=fields.choice("swing", Swing, Swing.IN).value,
        hinge=fields.choice("hinge", Hinge, Hinge.LEFT).value,
    )


def _point(fields: Fields) -> WallPoint:
    return WallPoint(
        kind=fields.choice("kind", PointKind),
        offset=fields.length("offset", least=0),
        height=fields.length("height", least=0),
    )


def _obstacle(fields: Fields) -> Obstacle:
    return Obstacle(
        kind=fields.choice("kind", ObstacleKind),
        x=fields.length("x", least=-ABSURD),
        y=fields.length("y", least=-ABSURD),
        length=fields.length("length"),
        width=fields.length("width"),
        height=fields.length("height"),
        z=fields.length("z", 0, least=0),
        round=fields.boolean("round", False),
    )


def _slope(fields: Fields) -> Slope:
    return Slope(
        wall=fields.integer("wall"),
        knee=fields.length("knee", least=0),
        angle=fields.number("angle", least=1, most=89),
    )


def write_room(file: RoomFile) -> str:
    """A room file as canonical JSON, which reads back equal; fields that hold their default are left out."""
    unit, room = file.unit, file.room
    record: dict[str, JsonValue] = {
        "format": FORMAT,
        "unit": unit,
        "name": room.name,
        "ceiling": from_length(room.ceiling, unit),
        "walls": [_wall_record(wall, unit) for wall in room.walls],
    }
    if room.obstacles:
        record["obstacles"] = [_obstacle_record(obstacle, unit) for obstacle in room.obstacles]
    if room.slopes:
        record["slopes"] = [
            {"wall": slope.wall, "knee": from_length(slope.knee, unit), "angle": slope.angle} for slope in room.slopes
        ]
    if file.style is not None:
        record["style"] = style_record(file.style, unit)
    return to_json(record)


def _wall_record(wall: Wall, unit: str) -> JsonValue:
    lengths = [from_length(length, unit) for length in wall.measured]
    record: dict[str, JsonValue] = {"length": lengths if len(lengths) > 1 else lengths[0]}
    if wall.turn != 90:
        record["turn"] = wall.turn
    if wall.openings:
        record["openings"] = [_opening_record(opening, unit) for opening in wall.openings]
    if wall.points:
        record["points"] = [
            {
                "kind": point.kind.value,
                "offset": from_length(point.offset, unit),
                "height": from_length(point.height, unit),
            }
            for point in wall.points
        ]
    return record


def _opening_record(opening: Opening, unit: str) -> JsonValue:
    record: dict[str, JsonValue] = {"kind": opening.kind.value}
    sizes = ("offset", opening.offset), ("width", opening.width), ("height", opening.height)
    record |= {name: from_length(size, unit) for name, size in sizes}
    if opening.sill:
        record["sill"] = from_length(opening.sill, unit)
    if opening.kind is OpeningKind.DOOR or opening.swing != "in":
        record["swing"] = str(opening.swing)
    if opening.kind is OpeningKind.DOOR or opening.hinge != "left":
        record["hinge"] = str(opening.hinge)
    return record


def _obstacle_record(obstacle: Obstacle, unit: str) -> JsonValue:
    sizes: tuple[tuple[str, Length], ...] = (
        ("x", obstacle.x),
        ("y", obstacle.y),
        ("length", obstacle.length),
        ("width", obstacle.width),
        ("height", obstacle.height),
    )
    record: dict[str, JsonValue] = {"kind": obstacle.kind.value}
    record |= {name: from_length(size, unit) for name, size in sizes}
    if obstacle.z:
        record["z"] = from_length(obstacle.z, unit)
    if obstacle.round:
        record["round"] = True
    return record

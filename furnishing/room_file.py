"""Rooms as files: format `furnish-room/1`, read strictly and written in one canonical form.

docs/room.md lists the fields. A room file may carry the style it was made for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from furnishing.errors import Fault, InputError, sound_in
from furnishing.json_text import JsonValue, to_json
from furnishing.layout.placement import Layout
from furnishing.layout_file import layout_from, layout_records
from furnishing.order import NO_ORDER, Order, order_record, read_order
from furnishing.programme import Programme
from furnishing.programme_file import programme_from, programme_record
from furnishing.reading import ABSURD, Fields, open_record
from furnishing.room import (
    METRE,
    Diagonal,
    Hinge,
    Obstacle,
    ObstacleKind,
    Opening,
    OpeningKind,
    PointKind,
    Room,
    Sash,
    Slope,
    Swing,
    Wall,
    WallPoint,
)
from furnishing.room_checks import check_room
from furnishing.rooms.diagonals import turns_from
from furnishing.style import Style
from furnishing.style_file import style_from, style_record
from furnishing.units import Length, from_length, mm, show

FORMAT: Final = "furnish-room/1"
CEILINGS: Final = (mm(1500), mm(6000))
WALLS: Final = (mm(100), mm(30_000))
MOST_WALLS: Final = 200
STEEPEST_TURN: Final = 175
STEEPEST_LEAN: Final = 20
"""A wall that leans by more than one part in so many is no wall out of plumb."""

PLUMB_OVER: Final = (mm(500), mm(6000))
"""Over which height a lean may be measured."""


@dataclass(frozen=True, slots=True)
class RoomFile:
    """What a room file holds: the room, the unit of its lengths, and what it carries beside: the style, the order,
    what is wanted of the room, and the layout that was chosen for it."""

    room: Room
    style: Style | None = None
    unit: str = "mm"
    order: Order = NO_ORDER
    programme: Programme | None = None
    layout: Layout | None = None


@dataclass(frozen=True, slots=True)
class ReadRoom:
    """A room as far as its file could be read: `file` is whole where there are no `faults`.

    What could not be read is replaced with something harmless, so that the rest can be drawn.
    """

    file: RoomFile
    faults: tuple[Fault, ...] = ()


def read_room(text: str | bytes, source: str = "") -> RoomFile:
    """The room, and the style, of a room file; InputError with every fault."""
    found = room_as_read(text, source)
    if found.faults:
        raise InputError(found.faults, source)
    return found.file


def room_as_read(text: str | bytes, source: str = "") -> ReadRoom:
    """The room of a file with every fault; InputError only where the file is no room file at all."""
    fields = open_record(text, FORMAT, source)
    unit = fields.read_unit()
    room = Room(
        name=fields.text("name"),
        ceiling=fields.length("ceiling", least=CEILINGS[0], most=CEILINGS[1]),
        walls=tuple(_wall(each) for each in fields.records("walls", most=MOST_WALLS)),
        obstacles=tuple(_obstacle(each) for each in fields.records("obstacles", default=(), most=1000)),
        slopes=tuple(_slope(each) for each in fields.records("slopes", default=(), most=MOST_WALLS)),
        diagonals=tuple(_diagonal(each) for each in fields.records("diagonals", default=(), most=1000)),
    )
    inline = fields.optional_record("style")
    style = None if inline is None else style_from(inline)
    wanted = fields.optional_record("programme")
    programme = None if wanted is None else programme_from(wanted)
    layout = layout_from(fields, room.walls)
    room = _turned(room, fields)
    fields.faults.extend(check_room(room, unit, sound_in(tuple(fields.faults))))
    if style is not None and style.wall is not None and room.walls and style.wall >= len(room.walls):
        known = f"the room has walls 0 to {len(room.walls) - 1}, counted from 0 as in walls[0]"
        fields.faults.append(Fault("style.wall", f"there is no wall {style.wall}; {known}"))
    order = read_order(fields.optional_record("order"))
    fields.refuse_unknown()
    return ReadRoom(RoomFile(room, style, unit, order, programme, layout), tuple(fields.faults))


def _turned(room: Room, fields: Fields) -> Room:
    """The room with the turns that its diagonals tell; as it is where a length or a turn could not be read."""
    walls, sound = room.walls, sound_in(tuple(fields.faults))
    needed = ("diagonals", *(f"walls[{i}].{name}" for i in range(len(walls)) for name in ("length", "turn", "corner")))
    if not all(map(sound, needed)):
        return room
    found = turns_from([wall.length for wall in walls], [wall.turn for wall in walls], room.diagonals, fields.unit)
    fields.faults.extend(found.faults)
    turned = tuple(replace(wall, turn=turn) for wall, turn in zip(walls, found.turns, strict=True))
    return replace(room, walls=turned)


def _wall(fields: Fields) -> Wall:
    lean, over = _lean(fields)
    return Wall(
        measured=fields.lengths("length", least=WALLS[0], most=WALLS[1]),
        turn=_turn(fields),
        openings=tuple(_opening(each) for each in fields.records("openings", default=(), most=100)),
        points=tuple(_point(each) for each in fields.records("points", default=(), most=1000)),
        lean=lean,
        lean_over=over,
    )


def _turn(fields: Fields) -> Decimal:
    """The turn at the end of a wall, given as such or as the corner measured inside the room."""
    if not fields.has("corner"):
        return fields.number("turn", Decimal(90), least=-STEEPEST_TURN, most=STEEPEST_TURN)
    corner = fields.number("corner", least=180 - STEEPEST_TURN, most=180 + STEEPEST_TURN)
    if fields.has("turn"):
        given = fields.number("turn", least=-STEEPEST_TURN, most=STEEPEST_TURN)
        fields.fault("corner", f"turn ({given:f}) tells this corner already; give one of them")
    return 180 - corner


def _lean(fields: Fields) -> tuple[Length, Length]:
    over = fields.length("lean_over", METRE, least=PLUMB_OVER[0], most=PLUMB_OVER[1])
    lean = fields.length("lean", 0, least=-ABSURD)
    if abs(lean) * STEEPEST_LEAN > over:
        most, unit = f"{show(over // STEEPEST_LEAN, fields.unit)} {fields.unit}", fields.unit
        fields.fault(
            "lean",
            f"{show(lean, unit)} {unit} over {show(over, unit)} {unit} is more than a wall leans ({most}); measure"
            " again, or tell it as a slope",
        )
        return 0, over
    return lean, over


def _diagonal(fields: Fields) -> Diagonal:
    return Diagonal(
        start=fields.integer("from", most=MOST_WALLS),
        end=fields.integer("to", most=MOST_WALLS),
        length=fields.length("length", least=WALLS[0], most=WALLS[1] * 2),
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
        sash=fields.choice("sash", Sash, Sash.FIXED),
        leaves=fields.integer("leaves", 1, least=1, most=2),
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
        name=fields.text("name", ""),
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
        "walls": _wall_records(room, unit),
    }
    if room.diagonals:
        record["diagonals"] = [
            {"from": each.start, "to": each.end, "length": from_length(each.length, unit)} for each in room.diagonals
        ]
    if room.obstacles:
        record["obstacles"] = [_obstacle_record(obstacle, unit) for obstacle in room.obstacles]
    if room.slopes:
        record["slopes"] = [
            {"wall": slope.wall, "knee": from_length(slope.knee, unit), "angle": slope.angle} for slope in room.slopes
        ]
    if file.order != NO_ORDER:
        record["order"] = order_record(file.order)
    if file.style is not None:
        record["style"] = style_record(file.style, unit)
    if file.programme is not None:
        record["programme"] = programme_record(file.programme, unit)
    if file.layout is not None:
        record["layout"] = layout_records(file.layout, unit)
    return to_json(record)


def _wall_records(room: Room, unit: str) -> list[JsonValue]:
    """The walls, without the turns that diagonals tell; with them where a diagonal leaves open which way they turn."""
    walls = room.walls
    found = turns_from([wall.length for wall in walls], [Decimal(90)] * len(walls), room.diagonals)
    told = {wall for wall in found.derived if found.turns[wall] == walls[wall].turn}
    return [_wall_record(wall, unit, turn=index not in told) for index, wall in enumerate(walls)]


def _wall_record(wall: Wall, unit: str, *, turn: bool) -> JsonValue:
    lengths = [from_length(length, unit) for length in wall.measured]
    record: dict[str, JsonValue] = {"length": lengths if len(lengths) > 1 else lengths[0]}
    if turn and wall.turn != 90:
        record["turn"] = wall.turn
    if wall.lean:
        record["lean"] = from_length(wall.lean, unit)
    if wall.lean_over != METRE:
        record["lean_over"] = from_length(wall.lean_over, unit)
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
    if opening.sash is not Sash.FIXED:
        record["sash"] = opening.sash.value
    if opening.leaves != 1:
        record["leaves"] = opening.leaves
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
    if obstacle.name:
        record["name"] = obstacle.name
    return record

"""What should be looked at in cabinets that can be made: warnings of the trade, each with its numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.fittings import RAIL
from furnishing.cabinets.kind import Zone
from furnishing.cabinets.registry import kind_of
from furnishing.catalogue import Catalogue, StockBoard
from furnishing.construction import Construction
from furnishing.grain import Grain
from furnishing.issues import Issue, Level
from furnishing.parts import Part
from furnishing.room import Room
from furnishing.style import Style
from furnishing.units import MICROMETRES, Length, show


def look_over(
    room: Room, style: Style, cabinets: Sequence[Cabinet], catalogue: Catalogue, rules: Construction
) -> Iterator[Issue]:
    """Every finding over the cabinets of one design."""
    for cabinet in cabinets:
        for part in cabinet.parts:
            yield from larger_than_board(part, catalogue)
            yield from sagging(part, cabinet, rules)
            yield from wide_door(part, rules)
    zones = {kind_of(cabinet.kind).zone for cabinet in cabinets}
    if Zone.BASE in zones:
        yield Issue(
            code="worktop-not-included",
            level=Level.INFO,
            message="the base units come without a worktop",
            fix="order the worktop apart, measured once the units stand",
        )
    if Zone.TALL in zones:
        yield from _tall(room, style, rules)
    yield from shallow(style, cabinets, rules)


def _tall(room: Room, style: Style, rules: Construction) -> Iterator[Issue]:
    if style.tall_height > rules.anchor_from_height:
        yield Issue(
            code="wall-anchor-needed",
            level=Level.INFO,
            message=f"units of {show(style.tall_height)} mm can fall over; wall anchors are in the hardware list",
            fix="fix every tall unit to the wall before it is filled",
        )
    room_above = room.ceiling - rules.tip_play
    if style.tall_height**2 + style.tall_depth**2 > room_above**2:
        size = f"{show(style.tall_height)} x {show(style.tall_depth)} mm"
        yield Issue(
            code="cannot-be-tipped",
            level=Level.WARNING,
            message=f"tall units of {size} cannot be set upright under a ceiling of {show(room.ceiling)} mm",
            where="style.tall_height",
            fix="make them lower or assemble them standing",
        )


def shallow(style: Style, cabinets: Sequence[Cabinet], rules: Construction) -> Iterator[Issue]:
    """Units with a rail in which clothes on hangers would stand against the doors."""
    behind = rules.back_groove_from_rear + style.back_thickness
    depths = {
        cabinet.carcass_depth - behind
        for cabinet in cabinets
        if any(item.code == RAIL for item in cabinet.hardware) and cabinet.carcass_depth - behind < rules.hang_depth
    }
    for depth in sorted(depths):
        missing = show(rules.hang_depth - depth)
        yield Issue(
            code="too-shallow-to-hang",
            level=Level.WARNING,
            message=f"clothes hang in {show(depth)} mm of depth and need {show(rules.hang_depth)} mm",
            where="style.tall_depth",
            fix=f"make the tall units {missing} mm deeper, or wish for units with shelves",
        )


def larger_than_board(part: Part, catalogue: Catalogue) -> Iterator[Issue]:
    """A part that no stocked board of its material can hold, trims and grain respected."""
    boards = catalogue.boards_of(part.material)
    if any(_fits(part, board, catalogue) for board in boards):
        return
    largest = max(boards, key=lambda board: (board.length * board.width, board.code), default=None)
    has = f"the largest is {show(largest.length)} x {show(largest.width)} mm" if largest else "there is none"
    yield Issue(
        code="part-larger-than-board",
        level=Level.ERROR,
        message=(
            f"{part.id} ({show(part.cut_length)} x {show(part.cut_width)} mm) fits no board of {part.material}: {has}"
        ),
        where=part.id,
        fix="make the cabinet smaller or add a larger board to the catalogue",
    )


def _fits(part: Part, board: StockBoard, catalogue: Catalogue) -> bool:
    saw = catalogue.saw
    length = board.length - saw.trim_left - saw.trim_right
    width = board.width - saw.trim_bottom - saw.trim_top
    straight = part.cut_length <= length and part.cut_width <= width
    turned = part.cut_width <= length and part.cut_length <= width
    return {Grain.LENGTH: straight, Grain.WIDTH: turned, Grain.FREE: straight or turned}[part.grain]


def sagging(part: Part, cabinet: Cabinet, rules: Construction) -> Iterator[Issue]:
    """A shelf that bends more than the limit under its load: 5 w L^4 / (384 E I), ends free, without creep."""
    if part.role not in {"shelf", "fixed-shelf"}:
        return
    span = _clear_span(part, cabinet)
    kind = kind_of(cabinet.kind)
    load = rules.tall_shelf_load if kind.zone is Zone.TALL else rules.base_shelf_load
    load = rules.book_shelf_load if kind.books else load
    sag = shelf_sag(span, part.thickness, load, rules)
    limit = Decimal(span) / rules.sag_limit
    if sag > limit:
        millimetre = MICROMETRES["mm"]
        yield Issue(
            code="shelf-sags",
            level=Level.WARNING,
            message=(
                f"{part.id} spans {show(span)} mm and bends {sag / millimetre:.1f} mm under {load} kg/m2; "
                f"{limit / millimetre:.1f} mm is the limit"
            ),
            where=part.id,
            fix="choose narrower units or thicker carcass boards",
        )


def shelf_sag(span: Length, thickness: Length, load: Decimal, rules: Construction) -> Decimal:
    """How far a shelf bends at mid-span, micrometres. The depth cancels out: load (kg/m2) and stiffness share it."""
    metre = Decimal(MICROMETRES["m"])
    pressure = load * rules.gravity
    stiffness = rules.board_modulus * Decimal(10) ** 6 * (thickness / metre) ** 3 / 12
    return 5 * pressure * (span / metre) ** 4 / (384 * stiffness) * metre


def _clear_span(shelf: Part, cabinet: Cabinet) -> Length:
    """The longest stretch of a shelf between its ends and the partitions that carry it."""
    marks = [shelf.box.x, shelf.box.x + shelf.box.dx]
    for part in cabinet.parts:
        if part.role == "partition" and part.box.z + part.box.dz == shelf.box.z:
            marks += [part.box.x, part.box.x + part.box.dx]
    marks.sort()
    return max(end - start for start, end in zip(marks[::2], marks[1::2], strict=True))


def wide_door(part: Part, rules: Construction) -> Iterator[Issue]:
    """A hinged door wider than hinges should carry."""
    if part.role == "door" and part.width > rules.door_width_most:
        yield Issue(
            code="door-wide",
            level=Level.WARNING,
            message=(
                f"{part.id} is {show(part.width)} mm wide, more than {show(rules.door_width_most)} mm; "
                f"it has {rules.hinges_for_width} hinge more"
            ),
            where=part.id,
            fix="choose a narrower unit, or one wide enough for two doors",
        )

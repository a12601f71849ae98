"""Units before doors, passages and windows, and in the way of their leaves and sashes."""

from __future__ import annotations

from collections.abc import Iterator

from furnishing.issues import Level
from furnishing.room import Opening, OpeningKind, Sash
from furnishing.rooms.swings import swing
from furnishing.rules.rule import Finding, Numbers, RuleFamily, rule
from furnishing.rules.scene import Scene, Unit
from furnishing.units import Length, show


def _openings(scene: Scene, *kinds: OpeningKind) -> Iterator[tuple[int, Opening]]:
    for index, wall in enumerate(scene.room.walls):
        for opening in wall.openings:
            if opening.kind in kinds:
                yield index, opening


def _covered(unit: Unit, opening: Opening) -> Length:
    """How much of the width of an opening of its own wall a unit stands before."""
    return max(min(unit.right, opening.end) - max(unit.left, opening.offset), 0)


@rule(
    RuleFamily.GEOMETRY,
    Level.ERROR,
    code="unit-before-door",
    title="A unit stands before a door or a passage",
    source="HM",
    numbers=("cover_least",),
    fix="move the unit beside the door",
)
def unit_before_door(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Units that cover some of the clear width of a door of their wall, below its top."""
    for wall, opening in _openings(scene, OpeningKind.DOOR, OpeningKind.PASSAGE):
        for unit in scene.on_wall(wall):
            covered = _covered(unit, opening)
            if covered >= numbers.length("cover_least") and unit.overlaps(opening.sill, opening.top):
                what = f"{opening.kind.value} of {show(opening.width)} mm at {show(opening.offset)} mm"
                yield Finding(unit.id, f"covers {show(covered)} mm of the {what} on wall {wall + 1}")


@rule(
    RuleFamily.GEOMETRY,
    Level.WARNING,
    code="unit-before-window",
    title="A unit stands before a window",
    source="KD",
    numbers=("cover_least",),
    fix="put a lower unit there, or move it beside the window",
)
def unit_before_window(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Units that rise above the sill of a window of their wall and cover some of its width."""
    for wall, opening in _openings(scene, OpeningKind.WINDOW):
        for unit in scene.on_wall(wall):
            covered = _covered(unit, opening)
            if covered >= numbers.length("cover_least") and unit.overlaps(opening.sill, opening.top):
                over = min(unit.top, opening.top) - max(unit.bottom, opening.sill)
                says = f"hides {show(covered)} x {show(over)} mm of the window at {show(opening.offset)} mm"
                yield Finding(unit.id, f"{says} on wall {wall + 1}")


@rule(
    RuleFamily.GEOMETRY,
    Level.ERROR,
    code="room-door-hits-unit",
    title="A door of the room opens into a unit",
    source="HM",
    numbers=("hit_area",),
    fix="move the unit, hang the door on its other side, or let it open out",
)
def room_door_hits_unit(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The floor that a door sweeps over against every unit lower than the door."""
    for wall, opening in _openings(scene, OpeningKind.DOOR):
        swept = swing(scene.room, wall, opening)
        if swept.is_empty:
            continue
        for unit in scene.near(swept):
            if not unit.overlaps(opening.sill, opening.top):
                continue
            area = _square_cm(swept.intersection(unit.shape).area)
            if area > numbers.number("hit_area") * 10_000:
                what = f"the door of {show(opening.width)} mm on wall {wall + 1}"
                yield Finding(unit.id, f"{what} sweeps over {area} cm2 of {unit.id}")


@rule(
    RuleFamily.GEOMETRY,
    Level.ERROR,
    code="sash-hits-unit",
    title="A window that opens into the room hits a unit",
    source="HM",
    numbers=("hit_area", "worktop_thickness"),
    fix="choose a lower unit, or move it away from the window",
)
def sash_hits_unit(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The floor that a sash sweeps over against units that, with a worktop on them, rise above its sill."""
    top = numbers.length("worktop_thickness")
    for wall, opening in _openings(scene, OpeningKind.WINDOW):
        if opening.sash is not Sash.TURN:
            continue
        swept = swing(scene.room, wall, opening)
        for unit in scene.near(swept):
            over = top if unit.stands and unit.top < opening.sill + top else 0
            if not unit.overlaps(opening.sill - over, opening.top):
                continue
            area = _square_cm(swept.intersection(unit.shape).area)
            if area > numbers.number("hit_area") * 10_000:
                says = f"the sash with its sill at {show(opening.sill)} mm sweeps over {area} cm2 of {unit.id}"
                yield Finding(unit.id, f"{says}, {show(unit.top + over)} mm high with its worktop")


@rule(
    RuleFamily.GEOMETRY,
    Level.ERROR,
    code="hung-over-opening",
    title="A hung unit has no wall behind it",
    source="G",
    numbers=("cover_least",),
    fix="move the unit to where its hangers find a wall",
)
def hung_over_opening(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Hung units whose upper edge, where the hangers are, lies before an opening."""
    for wall, opening in _openings(scene, *OpeningKind):
        for unit in scene.on_wall(wall):
            covered = _covered(unit, opening)
            if not unit.stands and covered >= numbers.length("cover_least") and opening.sill < unit.top <= opening.top:
                what = f"{opening.kind.value} that reaches {show(opening.top)} mm"
                says = f"hangs at {show(unit.top)} mm with {show(covered)} mm before the {what}"
                yield Finding(unit.id, f"{says} on wall {wall + 1}")


def _square_cm(area: float) -> int:
    """Square micrometres as whole square centimetres."""
    return round(area / 10**8)

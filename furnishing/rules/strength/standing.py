"""Units that could fall, bow or come off the wall, and rails that bend."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from furnishing.cabinets.cabinet import Use
from furnishing.cabinets.kind import Zone
from furnishing.hardware_file import named_pack
from furnishing.issues import Level
from furnishing.rules.machining.boards import part_weight
from furnishing.rules.rule import Finding, Numbers, RuleFamily, rule
from furnishing.rules.scene import Scene, Unit
from furnishing.units import MICROMETRES, show

FAMILY = RuleFamily.STRENGTH


def weight_of(unit: Unit, scene: Scene) -> Decimal:
    """The weight of the boards of a unit, in kg."""
    parts = (part for part in unit.cabinet.parts if not part.bought)
    return sum((part_weight(part, scene.catalogue) for part in parts), start=Decimal(0))


@rule(
    FAMILY,
    Level.INFO,
    code="wall-anchor-needed",
    title="A unit can fall over and is fixed to the wall",
    source="STURDY, G",
    fix="fix every tall unit to the wall before it is filled",
    quoted=True,
)
def wall_anchor_needed(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Tall units above `anchor_from_height` of the construction method."""
    least = scene.construction.anchor_from_height
    heights = [unit.cabinet.height for unit in scene.units if unit.kind.zone is Zone.TALL]
    highest = max(heights, default=0)
    if highest > least:
        says = f"units of {show(highest)} mm can fall over; wall anchors are in the hardware list"
        yield Finding("style.tall_height", says)


@rule(
    FAMILY,
    Level.WARNING,
    code="drawers-tip-unit",
    title="A unit with drawers could be pulled over",
    source="G, STURDY",
    numbers=("tip_drawers", "tip_slender", "tip_height"),
    fix="fix it to the wall in any case, and choose runners that let only one drawer out",
)
def drawers_tip_unit(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Slender units on the floor with many drawers, in the scope of the law on clothing storage by their height."""
    for unit in scene.units:
        count = sum(front.opens.value == "pull" for front in unit.cabinet.fronts)
        slender = Decimal(unit.cabinet.depth) / unit.cabinet.height
        if unit.stands and count >= numbers.number("tip_drawers") and slender < numbers.number("tip_slender"):
            if unit.cabinet.height < numbers.length("tip_height"):
                continue
            size = f"{show(unit.cabinet.height)} mm high and {show(unit.cabinet.depth)} deep"
            says = f"has {count} drawers and is {size}, a share of {slender:.2f}"
            yield Finding(unit.id, f"{says}; below {numbers.number('tip_slender')} open drawers pull it over")


@rule(
    FAMILY,
    Level.WARNING,
    code="tall-without-shelf",
    title="The sides of a tall unit bow without a fixed shelf",
    source="CC check 3",
    numbers=("free_side_most",),
    fix="fix one shelf, or add a partition",
)
def tall_without_shelf(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The longest free stretch of the sides between boards that are fixed to them."""
    most = numbers.length("free_side_most")
    held = ("bottom", "top", "fixed-shelf", "stretcher", "rail", "valance", "drawer-shelf")
    for unit in scene.units:
        sides = unit.of_role("side")
        if unit.kind.zone is not Zone.TALL or not sides:
            continue
        marks = sorted({part.box.z for part in unit.of_role(*held)})
        free = max((high - low for low, high in pairwise(marks)), default=unit.cabinet.height)
        if free > most:
            yield Finding(unit.id, f"has sides free over {show(free)} mm; up to {show(most)} mm they stay straight")


@rule(
    FAMILY,
    Level.WARNING,
    code="hangers-overloaded",
    title="A hung unit may be heavier than its hangers carry",
    source="G",
    numbers=("hanger_carries", "hung_load"),
    fix="hang it on a rail, or part it into two units",
)
def hangers_overloaded(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Boards and what is kept on every lying board, by the number of hangers of the unit."""
    for unit in scene.units:
        code = named_pack(unit.construction.hardware_pack).hanger.code
        count = sum(item.quantity for item in unit.cabinet.hardware if item.code == code)
        if unit.stands or not count:
            continue
        square = Decimal(MICROMETRES["m"]) ** 2
        boards = unit.of_role("bottom", "shelf", "fixed-shelf")
        area = sum((Decimal(part.box.dx) * part.box.dy / square for part in boards), start=Decimal(0))
        total = weight_of(unit, scene) + area * numbers.number("hung_load")
        carries = numbers.number("hanger_carries") * count
        if total > carries:
            says = f"weighs {total:.0f} kg when full, with {numbers.number('hung_load')} kg/m2 on its boards"
            yield Finding(unit.id, f"{says}; {count} hangers carry {carries} kg")


@rule(
    FAMILY,
    Level.WARNING,
    code="rail-long",
    title="A hanging rail bends without a support in the middle",
    source="G",
    numbers=("rail_free_most",),
    fix="add a support in the middle or a partition",
)
def rail_long(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Rails longer than one that carries clothes, in units that order no middle support."""
    most = numbers.length("rail_free_most")
    for unit in scene.units:
        rails = named_pack(unit.construction.hardware_pack).rails
        held = any(item.code == rails.middle for item in unit.cabinet.hardware)
        longest = max((item.length or 0 for item in unit.cabinet.hardware if item.code == rails.code), default=0)
        if longest > most and not held:
            says = (
                f"has a rail of {show(longest)} mm without a middle support; full of clothes it holds {show(most)} mm"
            )
            yield Finding(unit.id, says)


@rule(
    FAMILY,
    Level.WARNING,
    code="worktop-end-open",
    title="The worktop over an appliance has nothing to rest on",
    source="HM",
    numbers=("open_end_most",),
    fix="put an end panel or a unit on the open side of the appliance",
)
def worktop_end_open(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Places for machines without a carcass and without a neighbour, further from a wall than the worktop carries."""
    most = numbers.length("open_end_most")
    for unit in scene.units:
        if not unit.has(Use.DISHWASHER, Use.WASHER) or unit.of_role("side"):
            continue
        for word, beside, gap in zip(("left", "right"), scene.beside(unit), scene.to_wall(unit), strict=True):
            if beside is None and (gap is None or gap > most):
                says = f"the worktop over {show(unit.cabinet.width)} mm rests on nothing on the {word}"
                yield Finding(unit.id, f"{says}; {show(most)} mm from a wall it needs no support")


@rule(
    FAMILY,
    Level.WARNING,
    code="worktop-joint-over-appliance",
    title="A worktop is joined over a machine, where nothing carries it",
    source="HM",
    fix="choose longer worktops, or part the run so that the joint lies over a cabinet",
)
def worktop_joint_over_appliance(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Joints between the pieces of a worktop over places for machines without a carcass."""
    machines = [unit for unit in scene.units if unit.has(Use.DISHWASHER, Use.WASHER) and not unit.of_role("side")]
    for top in scene.units:
        starts = sorted(part.box.x for part in top.of_role("worktop"))[1:]
        for at in (top.left + start for start in starts):
            for unit in machines:
                if unit.row == top.row and unit.left < at < unit.right:
                    says = f"is joined {show(at - unit.left)} mm into {unit.id}, {show(unit.cabinet.width)} mm wide"
                    yield Finding(top.id, says)

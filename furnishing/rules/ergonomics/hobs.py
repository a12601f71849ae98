"""Hobs and hoods: heights over them, and what stands beside and behind them."""

from __future__ import annotations

from collections.abc import Iterator

from furnishing.cabinets.cabinet import Use
from furnishing.cabinets.kind import Zone
from furnishing.issues import Level
from furnishing.room import PointKind, Sash
from furnishing.rules.ergonomics.worktop import apart, hung_over, worktop_stretch
from furnishing.rules.rule import Finding, Numbers, RuleFamily, rule
from furnishing.rules.scene import Scene, Unit
from furnishing.units import show

FAMILY = RuleFamily.ERGONOMICS


@rule(
    FAMILY,
    Level.ERROR,
    code="hood-too-low",
    title="A hood hangs too near above a hob",
    source="bashny",
    numbers=("worktop_thickness", "hood_electric", "hood_gas"),
    fix="hang the hood higher, as its maker and that of the hob say",
)
def hood_too_low(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """From the worktop to the hood: more over gas, which a hob has where a cock is behind it."""
    for hood, hob in hung_over(scene):
        if not hood.has(Use.HOOD) or not hob.has(Use.HOB):
            continue
        gas = gas_behind(scene, hob)
        need = numbers.length("hood_gas" if gas else "hood_electric")
        gap = hood.bottom - hob.top - numbers.length("worktop_thickness")
        if gap < need:
            word = "gas" if gas else "an electric hob"
            says = f"hangs {show(gap)} mm above {hob.id}; over {word} {show(need)} mm are needed"
            yield Finding(hood.id, says)


def gas_behind(scene: Scene, hob: Unit) -> bool:
    """Whether a hob burns gas: its kind needs it, or a cock is in the wall behind it."""
    points = scene.room.walls[hob.wall].points
    near = any(point.kind is PointKind.GAS and hob.left <= point.offset <= hob.right for point in points)
    return (near and hob.at_wall) or "gas" in hob.kind.needs


@rule(
    FAMILY,
    Level.INFO,
    code="hob-without-hood",
    title="No hood hangs over a hob",
    source="HM",
    fix="hang a hood over it, or choose a hob that draws the air down",
)
def hob_without_hood(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Hobs with nothing for the air above them."""
    covered = {below.id for unit, below in hung_over(scene) if unit.has(Use.HOOD)}
    for unit in scene.units:
        if unit.has(Use.HOB) and unit.id not in covered:
            says = f"its hob {show(unit.cabinet.width)} mm wide at {show(unit.left)} mm has no hood over it"
            yield Finding(unit.id, says)


@rule(
    FAMILY,
    Level.WARNING,
    code="hood-narrow",
    title="A hood is narrower than the hob below it",
    source="HM",
    fix="choose a hood as wide as the hob",
)
def hood_narrow(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The widths of hood and hob units."""
    for hood, hob in hung_over(scene):
        if hood.has(Use.HOOD) and hob.has(Use.HOB) and hood.cabinet.width < hob.cabinet.width:
            size = f"{show(hood.cabinet.width)} mm wide over a hob unit of {show(hob.cabinet.width)} mm"
            yield Finding(hood.id, f"is {size} ({hob.id})")


@rule(
    FAMILY,
    Level.WARNING,
    code="hob-near-tall",
    title="A hob stands too near to a tall unit",
    source="HM, KD",
    numbers=("tall_electric", "tall_gas"),
    fix="put a base unit between the two",
)
def hob_near_tall(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Along one wall, more for gas."""
    for hob in (unit for unit in scene.units if unit.has(Use.HOB)):
        need = numbers.length("tall_gas" if gas_behind(scene, hob) else "tall_electric")
        for tall in (unit for unit in scene.near(hob.shape.buffer(need)) if unit.kind.zone is Zone.TALL):
            gap = apart(hob, tall)
            if gap is not None and gap < need:
                says = f"stands {show(gap)} mm from {tall.id}, which is tall; {show(need)} mm are needed"
                yield Finding(hob.id, says)


@rule(
    FAMILY,
    Level.WARNING,
    code="hob-set-down",
    title="There is no room beside a hob to put a pan down",
    source="KD",
    numbers=("hob_side_least",),
    fix="put a unit with a worktop on that side of the hob",
)
def hob_set_down(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The worktop on each side of every hob; the rim of the hob unit itself is not counted."""
    least = numbers.length("hob_side_least")
    for unit in scene.units:
        if not unit.has(Use.HOB):
            continue
        for side, word in enumerate(("left", "right")):
            free = worktop_stretch(scene, unit, side, least)
            if free < least:
                says = f"has {show(free)} mm of worktop on its {word}; {show(least)} mm hold a pan"
                yield Finding(unit.id, says)


@rule(
    FAMILY,
    Level.WARNING,
    code="hob-beside-sink",
    title="Hob and sink stand side by side",
    source="petrvykydal, KD",
    numbers=("hob_sink_least", "hob_sink_ideal"),
    fix="put a unit with a worktop between them",
)
def hob_beside_sink(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Along one wall."""
    least = numbers.length("hob_sink_least")
    for hob in (unit for unit in scene.units if unit.has(Use.HOB)):
        for sink in scene.near(hob.shape.buffer(least)):
            if sink.has(Use.SINK):
                gap = apart(hob, sink)
                if gap is not None and gap < least:
                    says = f"stands {show(gap)} mm from the sink {sink.id}; {show(least)} mm are the least"
                    yield Finding(hob.id, f"{says} and {numbers.mm('hob_sink_ideal')} the best")


@rule(
    FAMILY,
    Level.WARNING,
    code="hob-before-window",
    title="A hob stands before a window that opens",
    source="HM",
    fix="move the hob beside the window: draught blows flames out, and steam meets the curtains",
)
def hob_before_window(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Hobs below windows whose sash moves."""
    for unit in scene.units:
        for opening in scene.room.walls[unit.wall].openings:
            covered = min(unit.right, opening.end) - max(unit.left, opening.offset)
            if unit.at_wall and unit.has(Use.HOB) and covered > 0 and opening.sash is not Sash.FIXED:
                says = f"its hob stands over {show(covered)} mm of the window at {show(opening.offset)} mm"
                yield Finding(unit.id, f"{says}, which opens")

"""Worktops, hobs, hoods and sinks: heights, and the room to put things down."""

from __future__ import annotations

from collections.abc import Iterator

from furnishing.cabinets.cabinet import Use
from furnishing.cabinets.kind import Family, Zone
from furnishing.issues import Level
from furnishing.room import OpeningKind, PointKind, Sash
from furnishing.rules.rule import Finding, Numbers, RuleFamily, rule
from furnishing.rules.scene import Scene, Unit
from furnishing.units import Length, show

FAMILY = RuleFamily.ERGONOMICS


def carries_worktop(unit: Unit) -> bool:
    """Whether a worktop of a kitchen or bath lies on it."""
    own = unit.kind.own_height is not None
    return unit.kind.zone is Zone.BASE and not own and unit.kind.family in {Family.KITCHEN, Family.BATH}


def worktop_stretch(scene: Scene, unit: Unit, side: int, enough: Length) -> Length:
    """How far the worktop goes on beyond one end of a unit (0 left, 1 right): over units beside it that carry it.

    Looked at only until it is `enough`.
    """
    found, at = 0, unit
    while found < enough:
        near = scene.beside(at)[side]
        if near is None or not (carries_worktop(near) or near.closes) or near.top != unit.top:
            return found
        found, at = found + near.cabinet.width, near
    return found


def apart(one: Unit, other: Unit) -> Length | None:
    """How far units of one row are from each other along it; None of different rows."""
    if one.row != other.row:
        return None
    return max(one.left - other.right, other.left - one.right, 0)


@rule(
    FAMILY,
    Level.INFO,
    code="worktop-height",
    title="The worktop is lower or higher than usual",
    source="AU, UK, IT kitchen standards",
    numbers=("worktop_thickness", "worktop_low", "worktop_high", "sideboard_most"),
    fix="change the height of the base units or of the plinth",
)
def worktop_height(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The upper face of the worktop on kitchen base units."""
    low, high, thick = (numbers.length(each) for each in ("worktop_low", "worktop_high", "worktop_thickness"))
    for unit in scene.units:
        at = unit.top + thick
        if carries_worktop(unit) and not low <= at <= high and unit.top > numbers.length("sideboard_most"):
            says = f"the worktop lies {show(at)} mm high with {show(thick)} mm of its own"
            yield Finding(unit.id, f"{says}; {show(low)} to {show(high)} mm are usual")


@rule(
    FAMILY,
    Level.INFO,
    code="worktop-for-user",
    title="The worktop does not suit the elbow of its user",
    source="G",
    numbers=("worktop_thickness", "elbow", "below_elbow_least", "below_elbow_most"),
    fix="change the height of the base units, or the height of the elbow in the rules",
)
def worktop_for_user(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The worktop against the elbow of the one who works at it; off until somebody measures theirs."""
    elbow = numbers.length("elbow")
    low, high = elbow - numbers.length("below_elbow_most"), elbow - numbers.length("below_elbow_least")
    for unit in scene.units:
        at = unit.top + numbers.length("worktop_thickness")
        if carries_worktop(unit) and not low <= at <= high:
            says = f"the worktop lies {show(at)} mm high; an elbow at {show(elbow)} mm wants"
            yield Finding(unit.id, f"{says} {show(low)} to {show(high)} mm")


@rule(
    FAMILY,
    Level.WARNING,
    code="worktop-gap",
    title="Hung units come too near to the worktop, or hang too high above it",
    source="bashny, HB, CN",
    numbers=("worktop_thickness", "gap_least", "gap_most"),
    fix="hang the units higher or lower",
)
def worktop_gap(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The clear height between worktop and hung kitchen units; hoods have a rule of their own."""
    least, most = numbers.length("gap_least"), numbers.length("gap_most")
    for unit, below in _hung_over(scene):
        if unit.has(Use.HOOD) or below.has(Use.HOB) or not carries_worktop(below):
            continue
        gap = unit.bottom - below.top - numbers.length("worktop_thickness")
        if not least <= gap <= most:
            says = f"hangs {show(gap)} mm above the worktop; {show(least)} to {show(most)} mm are usual"
            yield Finding(unit.id, says)


def _hung_over(scene: Scene) -> Iterator[tuple[Unit, Unit]]:
    """Hung units and the base units below them."""
    for unit in scene.units:
        if not unit.stands and not unit.closes:
            for below in scene.below(unit):
                if below.kind.zone is Zone.BASE:
                    yield unit, below


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
    for hood, hob in _hung_over(scene):
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
    covered = {below.id for unit, below in _hung_over(scene) if unit.has(Use.HOOD)}
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
    for hood, hob in _hung_over(scene):
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
    code="sink-set-down",
    title="There is no room beside a sink to put dishes down",
    source="KD",
    numbers=("sink_side_least",),
    fix="put a unit with a worktop beside the sink",
)
def sink_set_down(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The worktop on the better side of every sink."""
    least = numbers.length("sink_side_least")
    for unit in scene.units:
        if not unit.has(Use.SINK) or unit.kind.family is not Family.KITCHEN:
            continue
        free = max(worktop_stretch(scene, unit, side, least) for side in (0, 1))
        if free < least:
            says = f"has {show(free)} mm of worktop on its better side; {show(least)} mm hold the dishes"
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


@rule(
    FAMILY,
    Level.WARNING,
    code="tap-before-window",
    title="A tap is in the way of a window that opens inwards",
    source="HM",
    numbers=("worktop_thickness", "tap_height"),
    fix="choose a tap that folds down, or move the sink beside the window",
)
def tap_before_window(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Sinks below windows that turn or tip in, with a sill lower than a tap is high."""
    tap = numbers.length("tap_height")
    for unit in scene.units:
        if not unit.has(Use.SINK) or not unit.at_wall:
            continue
        for opening in scene.room.walls[unit.wall].openings:
            moves = opening.kind is OpeningKind.WINDOW and opening.sash in {Sash.TURN, Sash.TILT}
            over = unit.top + numbers.length("worktop_thickness") + tap
            if moves and opening.offset < unit.right and unit.left < opening.end and opening.sill < over:
                says = f"its tap reaches {show(over)} mm, {show(tap)} above the worktop"
                yield Finding(unit.id, f"{says}; the window above opens inwards from {show(opening.sill)} mm")


@rule(
    FAMILY,
    Level.INFO,
    code="worktop-short",
    title="No stretch of worktop is long enough to work at",
    source="KD",
    numbers=("worktop_stretch",),
    fix="put sink, hob and tall units so that one stretch between them is longer",
)
def worktop_short(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The longest run of worktop without sink or hob, in rooms that have one of them."""
    if not any(unit.has(Use.HOB, Use.SINK) and unit.kind.family is Family.KITCHEN for unit in scene.units):
        return
    longest = 0
    for units in scene.runs.values():
        run, at = 0, -1
        for unit in units:
            if not carries_worktop(unit) or unit.has(Use.HOB, Use.SINK):
                run = 0 if unit.stands else run
                continue
            run = run + unit.cabinet.width if unit.left == at else unit.cabinet.width
            at = unit.right
            longest = max(longest, run)
    least = numbers.length("worktop_stretch")
    if longest < least:
        yield Finding("", f"the longest free worktop is {show(longest)} mm; {show(least)} mm are wanted to work at")

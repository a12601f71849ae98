"""Worktops, hobs, hoods and sinks: heights, and the room to put things down."""

from __future__ import annotations

from collections.abc import Iterator

from furnishing.cabinets.cabinet import Use
from furnishing.cabinets.kind import Family, Zone
from furnishing.issues import Level
from furnishing.room import OpeningKind, Sash
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
    for unit, below in hung_over(scene):
        if unit.has(Use.HOOD) or below.has(Use.HOB) or not carries_worktop(below):
            continue
        gap = unit.bottom - below.top - numbers.length("worktop_thickness")
        if not least <= gap <= most:
            says = f"hangs {show(gap)} mm above the worktop; {show(least)} to {show(most)} mm are usual"
            yield Finding(unit.id, says)


def hung_over(scene: Scene) -> Iterator[tuple[Unit, Unit]]:
    """Hung units and the base units below them."""
    for unit in scene.units:
        if not unit.stands and not unit.closes:
            for below in scene.below(unit):
                if below.kind.zone is Zone.BASE:
                    yield unit, below


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

"""What a planner looks at along a run: widths, fillers, reveals, steps, ends and handles."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator

from furnishing.cabinets.kind import Zone
from furnishing.issues import Level
from furnishing.rooms.truth import SQUARE, out_of_true
from furnishing.rules.ergonomics.worktop import carries_worktop
from furnishing.rules.rule import Finding, Numbers, RuleFamily, rule
from furnishing.rules.scene import Scene, Unit
from furnishing.style import FrontLook, Overlay
from furnishing.units import Length, show

FAMILY = RuleFamily.TRADE


def _fillers(scene: Scene) -> Iterator[Unit]:
    return (unit for unit in scene.units if unit.closes and unit.of_role("filler"))


@rule(
    FAMILY,
    Level.INFO,
    code="odd-width",
    title="Units have widths that are no standard ones",
    source="AU, UK, IT kitchen standards",
    fix="nothing where they are made to measure; else choose standard widths and a filler",
)
def odd_width(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Widths that the kind of a unit does not list."""
    odd = [unit for unit in scene.units if not unit.closes and unit.cabinet.width not in unit.kind.widths]
    nearest = {}
    for unit in odd:
        wide = unit.cabinet.width
        nearest[wide] = min(unit.kind.widths, key=lambda each: (abs(each - wide), each))
    told = ", ".join(f"{show(wide)} mm (nearest {show(near)} mm)" for wide, near in sorted(nearest.items()))
    for unit in odd:
        yield Finding(unit.id, f"widths that are no standard ones: {told}")


@rule(
    FAMILY,
    Level.WARNING,
    code="filler-narrow",
    title="A filler is too narrow to be scribed and fixed",
    source="PCS",
    fix="choose a narrower unit beside it, or widen one and leave the filler out",
)
def filler_narrow(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Fillers against `filler_least` of the construction method."""
    least = scene.construction.filler_least
    for unit in _fillers(scene):
        if unit.cabinet.width < least:
            yield Finding(unit.id, f"is {show(unit.cabinet.width)} mm wide; from {show(least)} mm it can be scribed")


@rule(
    FAMILY,
    Level.WARNING,
    code="filler-over-limit",
    title="A filler is so wide that another unit would fit",
    source="CC",
    fix="put a unit there, or widen the others",
)
def filler_over_limit(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Fillers against `filler_most` of the construction method."""
    most = scene.construction.filler_most
    for unit in _fillers(scene):
        if unit.cabinet.width > most:
            yield Finding(unit.id, f"is {show(unit.cabinet.width)} mm wide; up to {show(most)} mm are filled")


@rule(
    FAMILY,
    Level.WARNING,
    code="reveal-range",
    title="The gaps between fronts are out of range",
    source="CC",
    numbers=("gap_least", "gap_most"),
    fix="choose another gap; narrow ones rub, wide ones show the carcass",
)
def reveal_range(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The gap that the style asks for between fronts."""
    least, most, gap = numbers.length("gap_least"), numbers.length("gap_most"), scene.style.front_gap
    if any(unit.cabinet.fronts for unit in scene.units) and not least <= gap <= most:
        says = f"fronts are {show(gap)} mm apart; {show(least)} to {show(most)} mm work"
        yield Finding("style.front_gap", says)


@rule(
    FAMILY,
    Level.WARNING,
    code="scribe-used-up",
    title="A wall is further out of true than the filler beside it can take up",
    source="woodweb, petrocoms",
    numbers=("scribe_left", "square_within"),
    fix="make the filler wider, or true the wall",
)
def scribe_used_up(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """What fillers at walls lose to a wall out of plumb and a corner out of square."""
    keep = numbers.length("scribe_left")
    for unit in _fillers(scene):
        true = out_of_true(scene.room, unit.wall, height=unit.top, depth=unit.cabinet.depth)
        walls = (scene.room.walls[unit.wall - 1], scene.room.walls[unit.wall])
        losses = (true.left + true.left_gap, true.right + true.right_gap)
        for gap, loss, wall in zip(scene.to_wall(unit), losses, walls, strict=True):
            # A corner far from square is meant to be so, and planned for.
            if abs(wall.turn - SQUARE) > numbers.number("square_within"):
                continue
            if gap is not None and gap <= scene.construction.filler_least and unit.cabinet.width - loss < keep:
                says = f"is {show(unit.cabinet.width)} mm wide and the wall beside it {show(loss)} mm out of true"
                yield Finding(unit.id, f"{says}; {show(keep)} mm must be left to fix it")


def _steps(scene: Scene) -> Iterator[tuple[Unit, Unit]]:
    for one, other in scene.pairs_beside():
        if carries_worktop(one) and carries_worktop(other):
            yield one, other


@rule(
    FAMILY,
    Level.WARNING,
    code="worktop-steps",
    title="Base units side by side are of different heights",
    source="G",
    fix="give both the same height, or plan two worktops",
)
def worktop_steps(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Neighbours that would share a worktop."""
    for one, other in _steps(scene):
        if one.top != other.top:
            says = f"{one.id} is {show(one.top)} mm high and {other.id} beside it {show(other.top)} mm"
            yield Finding(one.id, f"{says}, so that the worktop steps by {show(abs(one.top - other.top))} mm")


@rule(
    FAMILY,
    Level.WARNING,
    code="fronts-step",
    title="Base units side by side are of different depths",
    source="G",
    fix="give both the same depth",
)
def fronts_step(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Neighbours whose fronts are not in one plane."""
    for one, other in _steps(scene):
        step = abs(one.cabinet.depth - other.cabinet.depth)
        if step and not (one.kind.corner or other.kind.corner):
            says = f"{one.id} is {show(one.cabinet.depth)} mm deep and {other.id} beside it"
            yield Finding(one.id, f"{says} {show(other.cabinet.depth)} mm: {show(step)} mm of its side are seen")


def _nearest(places: list[Length], at: Length) -> Length:
    """How far the nearest of sorted places is from one."""
    index = bisect(places, at)
    return min(abs(at - each) for each in places[max(index - 1, 0) : index + 1])


@rule(
    FAMILY,
    Level.INFO,
    code="joints-not-aligned",
    title="The joints of hung units are not over those of the base units",
    source="KD",
    numbers=("joint_play",),
    fix="give hung and base units the same widths where it can be done",
)
def joints_not_aligned(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Ends of hung units over a run of base units."""
    play = numbers.length("joint_play")
    for (wall, _), units in scene.runs.items():
        low = sorted({end for unit in units if unit.kind.zone is Zone.BASE for end in (unit.left, unit.right)})
        high = sorted({end for unit in units if not unit.stands for end in (unit.left, unit.right)})
        if not low or not high:
            continue
        off = [end for end in high if low[0] < end < low[-1] and _nearest(low, end) > play]
        if off:
            first: Length = off[0]
            says = f"{len(off)} of {len(high)} joints of hung units on wall {wall + 1} are not over joints below"
            yield Finding(f"walls[{wall}]", f"{says}, the first at {show(first)} mm")


@rule(
    FAMILY,
    Level.INFO,
    code="end-without-panel",
    title="The carcass of an end unit is seen in another finish than the fronts",
    source="CC",
    numbers=("seen_gap",),
    fix="put an end panel in the finish of the fronts there",
)
def end_without_panel(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Ends of runs without neighbour, panel or wall, where carcass and fronts differ."""
    gap = numbers.length("seen_gap")
    if scene.style.carcass_finish == scene.style.front_finish:
        return
    for unit in scene.units:
        if unit.closes or not unit.cabinet.fronts or not unit.of_role("side"):
            continue
        for beside, wall in zip(scene.beside(unit), scene.to_wall(unit), strict=True):
            if beside is None and (wall is None or wall > gap):
                size = f"{show(unit.cabinet.depth)} x {show(unit.cabinet.height)} mm"
                finish = scene.style.carcass_finish
                yield Finding(unit.id, f"a side of {size} is seen in {finish}, the finish of the carcass")


@rule(
    FAMILY,
    Level.INFO,
    code="no-handles",
    title="Fronts have nothing to take hold of",
    source="G",
    fix="choose a handle, a handleless profile or a J-grip, or plan push-open fittings",
)
def no_handles(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Styles without a handle whose fronts have no grip of their own."""
    style = scene.style
    count = sum(len(unit.cabinet.fronts) for unit in scene.units)
    if count and not style.handle and style.front not in {FrontLook.J_GRIP, FrontLook.PROFILE}:
        word = "inset " if style.overlay is Overlay.INSET else ""
        yield Finding("style.handle", f"{count} {word}fronts have neither handle nor grip")


@rule(
    FAMILY,
    Level.INFO,
    code="worktop-not-included",
    title="Base units come without a worktop",
    source="G",
    fix="order the worktop apart, measured once the units stand",
    quoted=True,
)
def worktop_not_included(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Base units in a design that has no worktop."""
    bare = [unit for unit in scene.units if unit.kind.zone is Zone.BASE and carries_worktop(unit)]
    if bare and not any(unit.of_role("worktop") for unit in scene.units):
        yield Finding("", "the base units come without a worktop")

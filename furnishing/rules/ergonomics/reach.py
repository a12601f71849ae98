"""Heights of what people reach for: hung units, ovens, rails, drawers, screens, knees and toes."""

from __future__ import annotations

from collections.abc import Iterator

from furnishing.cabinets.cabinet import Opens, Use
from furnishing.cabinets.kind import Family, Zone
from furnishing.issues import Level
from furnishing.rules.rule import Finding, Numbers, RuleFamily, rule
from furnishing.rules.scene import Scene
from furnishing.units import show

FAMILY = RuleFamily.ERGONOMICS
HANGING = (Use.HANG_LONG, Use.HANG_SHORT)


@rule(
    FAMILY,
    Level.WARNING,
    code="hung-in-the-way",
    title="A hung unit over a way is at the height of a head",
    source="G",
    numbers=("head_free", "hung_depth_free"),
    fix="hang it higher, or put a base unit below it",
)
def hung_in_the_way(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Deep hung units with nothing below them."""
    free = numbers.length("head_free")
    for unit in scene.units:
        if unit.stands or unit.bottom >= free or unit.cabinet.depth <= numbers.length("hung_depth_free"):
            continue
        if not scene.below(unit):
            says = f"hangs {show(unit.bottom)} mm high and stands out {show(unit.cabinet.depth)} mm over free floor"
            yield Finding(unit.id, f"{says}; heads need {show(free)} mm")


@rule(
    FAMILY,
    Level.INFO,
    code="hung-high",
    title="The lowest shelf of a hung unit is out of reach",
    source="ozmgths",
    numbers=("reach_most",),
    fix="hang the unit lower, or keep in it what is seldom needed",
)
def hung_high(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The bottoms of hung units against the reach of an adult."""
    most = numbers.length("reach_most")
    for unit in scene.units:
        if not unit.stands and unit.bottom > most:
            says = f"begins {show(unit.bottom)} mm high; adults reach {show(most)} mm without a stool"
            yield Finding(unit.id, says)


def _high(use: Use, name: str, scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    most = numbers.length("floor_most")
    for unit in scene.units:
        for space in unit.spaces(use):
            low = unit.bottom + space.box.z
            if low > most:
                yield Finding(unit.id, f"its {name} stands {show(low)} mm high; hot dishes want {show(most)} at most")


@rule(
    FAMILY,
    Level.WARNING,
    code="oven-high",
    title="An oven is so high that hot trays are lifted past the shoulder",
    source="G",
    numbers=("floor_most",),
    fix="build the oven in lower",
)
def oven_high(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The floor of every oven."""
    return _high(Use.OVEN, "oven", scene, numbers)


@rule(
    FAMILY,
    Level.WARNING,
    code="microwave-high",
    title="A microwave is so high that hot dishes are lifted past the eyes",
    source="G",
    numbers=("floor_most",),
    fix="build the microwave in lower",
)
def microwave_high(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The floor of every microwave."""
    return _high(Use.MICROWAVE, "microwave", scene, numbers)


@rule(
    FAMILY,
    Level.WARNING,
    code="rail-high",
    title="A hanging rail is out of reach",
    source="hua0575",
    numbers=("user_height", "rail_over_user"),
    fix="hang the rail lower, or fit one that comes down",
)
def rail_high(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Rails against the height of who uses them and what an arm reaches above."""
    most = numbers.length("user_height") + numbers.length("rail_over_user")
    for unit in scene.units:
        for space in unit.spaces(*HANGING):
            at = unit.bottom + space.box.z + space.box.dz - unit.construction.rail_below_top
            if at > most:
                says = f"its rail is {show(at)} mm high; {numbers.mm('user_height')} of height reach {show(most)} mm"
                yield Finding(unit.id, says)


@rule(
    FAMILY,
    Level.WARNING,
    code="hang-low",
    title="Clothes on a rail touch the floor of their bay",
    source="GB3327-82",
    numbers=("long_least", "short_least"),
    fix="take out the shelf or drawers below, or make the unit higher",
)
def hang_low(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """From the underside of a rail to the floor of its bay."""
    for unit in scene.units:
        for space in unit.spaces(*HANGING):
            need = numbers.length("long_least" if space.use is Use.HANG_LONG else "short_least")
            free = space.box.dz - unit.construction.rail_below_top
            if free < need:
                word = "long" if space.use is Use.HANG_LONG else "short"
                says = f"{word} clothes hang in {show(free)} mm below their rail; {show(need)} mm are needed"
                yield Finding(unit.id, says)


@rule(
    FAMILY,
    Level.WARNING,
    code="too-shallow-to-hang",
    title="Clothes on hangers stand against the doors",
    source="GB practice",
    fix="make the tall units deeper, or wish for units with shelves",
    quoted=True,
)
def too_shallow_to_hang(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The depth of bays with a rail against `hang_depth` of the construction method."""
    for unit in scene.units:
        need = unit.construction.hang_depth
        deep = min((space.box.dy for space in unit.spaces(*HANGING)), default=need)
        if deep < need:
            missing = show(need - deep)
            says = f"clothes hang in {show(deep)} mm of depth and need {show(need)} mm"
            fix = f"make the tall units {missing} mm deeper, or wish for units with shelves"
            yield Finding("style.tall_depth", says, fix=fix)


@rule(
    FAMILY,
    Level.WARNING,
    code="drawer-high",
    title="Nobody looks into a drawer so high",
    source="GB3327-82",
    numbers=("drawer_edge_most",),
    fix="put the drawers lower, or doors there",
)
def drawer_high(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The upper edges of drawers, inner ones too."""
    most = numbers.length("drawer_edge_most")
    for unit in scene.units:
        for space in unit.spaces(Use.DRAWER):
            at = unit.bottom + space.box.z + space.box.dz
            if at > most:
                says = f"has a drawer whose upper edge is {show(at)} mm high; people look into {show(most)} mm"
                yield Finding(unit.id, says)


@rule(
    FAMILY,
    Level.INFO,
    code="drawer-low",
    title="A drawer begins so low that it gathers dust",
    source="GB3327-82",
    numbers=("drawer_low_least",),
    fix="choose a higher plinth",
)
def drawer_low(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The lower edges of drawer fronts above the floor."""
    least = numbers.length("drawer_low_least")
    for unit in scene.units:
        lows = [unit.bottom + part.box.z for part in unit.of_role("drawer-front")]
        if unit.stands and lows and min(lows) < least:
            says = f"its lowest drawer begins {show(min(lows))} mm above the floor; {show(least)} mm are the least"
            yield Finding(unit.id, says)


@rule(
    FAMILY,
    Level.WARNING,
    code="knees-narrow",
    title="There is too little room for knees",
    source="NKBA",
    numbers=("knees_wide", "knees_deep", "knees_high"),
    fix="choose a wider or deeper desk, or a smaller pedestal",
)
def knees_narrow(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The clear space below desks."""
    need = tuple(numbers.length(each) for each in ("knees_wide", "knees_deep", "knees_high"))
    for unit in scene.units:
        for space in unit.spaces(Use.KNEES):
            found = (space.box.dx, space.box.dy, space.box.dz)
            if any(one < other for one, other in zip(found, need, strict=True)):
                sizes = " x ".join(show(each) for each in found)
                yield Finding(unit.id, f"knees have {sizes} mm; they need {' x '.join(show(each) for each in need)} mm")


@rule(
    FAMILY,
    Level.INFO,
    code="screen-height",
    title="A television on a low board is not at the height of the eyes",
    source="G",
    numbers=("screen_foot", "screen_height", "centre_low", "centre_high"),
    fix="choose a higher or lower board, or hang the television on the wall",
)
def screen_height(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The middle of a usual screen that stands on the board."""
    foot, high = numbers.length("screen_foot"), numbers.length("screen_height")
    low, top = numbers.length("centre_low"), numbers.length("centre_high")
    for unit in scene.units:
        if unit.kind.family is not Family.LIVING or unit.kind.zone is not Zone.BASE:
            continue
        centre = unit.top + foot + high // 2
        if not low <= centre <= top:
            says = f"the middle of a screen {show(high)} mm high is at {show(centre)} mm"
            yield Finding(unit.id, f"{says}; seated people look at {show(low)} to {show(top)} mm")


@rule(
    FAMILY,
    Level.INFO,
    code="plinth-height",
    title="A plinth is lower or higher than usual",
    source="IT, AU, UK kitchen standards",
    numbers=("plinth_least", "plinth_most"),
    fix="change the height of the plinth",
)
def plinth_height(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The height of plinth boards of units with fronts; no plinth at all is a choice."""
    least, most = numbers.length("plinth_least"), numbers.length("plinth_most")
    high = scene.style.plinth_height
    units = [unit for unit in scene.units if unit.of_role("plinth", "kick") and unit.cabinet.fronts]
    if units and high and not least <= high <= most:
        says = f"plinths are {show(high)} mm high; {show(least)} to {show(most)} mm are usual"
        yield Finding("style.plinth_height", says)


@rule(
    FAMILY,
    Level.INFO,
    code="toe-space",
    title="Toes strike the plinth",
    source="CC",
    numbers=("toe_depth",),
    fix="set the plinth back further",
)
def toe_space(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """How far plinths of base units stand back behind the fronts that people work at."""
    least = numbers.length("toe_depth")
    for unit in scene.units:
        if unit.kind.zone is not Zone.BASE or unit.kind.family is not Family.KITCHEN or unit.kind.corner:
            continue
        moving = [front for front in unit.cabinet.fronts if front.opens is not Opens.FIXED]
        for part in unit.of_role("plinth", "kick") if moving else ():
            deep = unit.cabinet.depth - part.box.y - part.box.dy
            if deep < least:
                yield Finding(unit.id, f"its plinth is set back {show(deep)} mm; toes need {show(least)} mm")
                break

"""The wood that grooves and notches leave."""

from __future__ import annotations

from collections.abc import Iterator

from furnishing.issues import Level
from furnishing.joinery.places import ends, normal
from furnishing.rules.machining.boards import sawn
from furnishing.rules.rule import Finding, Numbers, RuleFamily, rule
from furnishing.rules.scene import Scene
from furnishing.units import show

FAMILY = RuleFamily.MACHINING


@rule(
    FAMILY,
    Level.WARNING,
    code="groove-near-edge",
    title="A groove leaves too little wood to an edge",
    source="G",
    numbers=("lip_least",),
    fix="move the groove in from the edge, or make it a rebate",
)
def groove_near_edge(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The lip between a groove and the edge that it runs along; a rebate has none."""
    least = numbers.length("lip_least")
    for part in sawn(scene):
        body, thin = ends(part.box), normal(part)
        for groove in part.grooves:
            gap = ends(groove.box)
            across = min(
                (axis for axis in range(3) if axis != thin), key=lambda axis: (gap[axis][1] - gap[axis][0], axis)
            )
            lips = (gap[across][0] - body[across][0], body[across][1] - gap[across][1])
            lip = min((each for each in lips if each > 0), default=least)
            if lip < least and groove.purpose != "connector":
                says = f"the groove for the {groove.purpose} leaves {show(lip)} mm to the edge"
                yield Finding(part.id, f"{says}; {show(least)} mm hold")


@rule(
    FAMILY,
    Level.WARNING,
    code="groove-deep",
    title="A groove leaves too little wood below it",
    source="G",
    numbers=("below_groove",),
    fix="make the groove flatter or the board thicker",
)
def groove_deep(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The wood between the bottom of a groove and the far face."""
    least = numbers.length("below_groove")
    for part in sawn(scene):
        for groove in part.grooves:
            rest = part.thickness - groove.depth
            if rest < least and groove.purpose != "connector":
                says = (
                    f"the groove for the {groove.purpose} is {show(groove.depth)} mm deep in {show(part.thickness)} mm"
                )
                yield Finding(part.id, f"{says} and leaves {show(rest)} mm; {show(least)} mm hold")


@rule(
    FAMILY,
    Level.WARNING,
    code="notch-weak",
    title="A cut-out leaves too little of its board",
    source="HM",
    numbers=("beside_notch", "beside_cut_out"),
    fix="make the cut-out smaller or the board larger",
)
def notch_weak(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The strips of a board that stay beside a cut-out."""
    for part in sawn(scene):
        least = numbers.length("beside_cut_out" if part.role == "worktop" else "beside_notch")
        body, thin = ends(part.box), normal(part)
        for notch in part.notches:
            gap = ends(notch.box)
            flat = [axis for axis in range(3) if axis != thin]
            rests = [gap[axis][0] - body[axis][0] for axis in flat] + [body[axis][1] - gap[axis][1] for axis in flat]
            rest = min((each for each in rests if each > 0), default=least)
            if rest < least:
                says = f"the cut-out for {notch.purpose} leaves a strip of {show(rest)} mm"
                yield Finding(part.id, f"{says}; {show(least)} mm hold")

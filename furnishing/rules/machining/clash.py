"""Holes against holes, grooves, edges and boards, as `furnishing.joinery.clashes` finds them with limits of its own."""

from __future__ import annotations

from collections.abc import Iterator

from furnishing.issues import Level
from furnishing.rules.rule import Check, Finding, Numbers, Rule, RuleFamily, rule
from furnishing.rules.scene import Scene

_CLASHES = (
    (
        "hole-off-part",
        Level.ERROR,
        "A hole does not begin on its part",
        "report it, with style and size of the cabinet",
    ),
    (
        "hole-near-edge",
        Level.WARNING,
        "A hole leaves too little wood to an edge",
        "move the fitting away from the edge",
    ),
    ("hole-too-deep", Level.ERROR, "A hole is too deep for its board", "take a thicker board or a flatter fitting"),
    ("hole-in-groove", Level.ERROR, "A hole runs into a groove", "move the fitting, or choose another back"),
    ("hole-in-notch", Level.ERROR, "A hole runs into a notch", "move the fitting away from the notch"),
    ("hole-twice", Level.ERROR, "A hole is drilled twice", "report it, with style and size of the cabinet"),
    ("holes-meet", Level.ERROR, "Two holes meet", "move one of the fittings"),
    ("holes-near", Level.WARNING, "Two holes leave too little wood between them", "move one of the fittings"),
    ("hinge-blocked", Level.ERROR, "A shelf or drawer is in the way of a hinge", "move the shelf or the hinge"),
    ("hinges-near", Level.ERROR, "Two hinges of one upright are too near each other", "move one of the hinges"),
)


def _of(code: str) -> Check:
    """The check that tells the clashes of one code."""

    def check(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
        for issue in scene.clashes:
            if issue.code == code:
                yield Finding(issue.where, issue.message, fix=issue.fix)

    return check


def _rule(code: str, level: Level, title: str, fix: str) -> Rule:
    made = rule(RuleFamily.MACHINING, level, code=code, title=title, source="CC, Grass, G (machining.json)", fix=fix)
    return made(_of(code))


(
    hole_off_part,
    hole_near_edge,
    hole_too_deep,
    hole_in_groove,
    hole_in_notch,
    hole_twice,
    holes_meet,
    holes_near,
    hinge_blocked,
    hinges_near,
) = (_rule(*each) for each in _CLASHES)

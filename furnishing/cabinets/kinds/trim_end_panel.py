"""An end panel: a board of the fronts' finish that hides the side of a run, from the floor to its top."""

from __future__ import annotations

from dataclasses import replace

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.kind import Family, Kind, Making, Parameter, Span, Zone
from furnishing.cabinets.panels import Lie, Surface, panel
from furnishing.errors import Fault, InputError
from furnishing.parts import Box
from furnishing.units import Length, mm, show


def build(making: Making) -> Cabinet:
    """One board at the end that is seen; what its place is wider stays free for packing."""
    size, thick = making.size, _thickness(making)
    part = panel(
        making,
        suffix="panel",
        role="end-panel",
        name="End panel",
        box=Box(0 if making.word("hand") == "left" else size.width - thick, 0, 0, thick, size.depth, size.height),
        lie=Lie.STANDING,
        surface=Surface.FRONT,
    )
    return assembled(making, [replace(part, scribe=making.count("allowance"))])


def _thickness(making: Making) -> Length:
    """That of the fronts where it fits, else the thickest board of their finish that does."""
    style, width = making.style, making.size.width
    if style.front_thickness <= width:
        return style.front_thickness
    fitting = [each.thickness for each in making.catalogue.materials if each.finish == style.front_finish]
    fitting = [thickness for thickness in fitting if thickness <= width]
    if not fitting:
        message = f"no board in the finish {style.front_finish!r} is {show(width)} mm thick or less"
        raise InputError([Fault("style.front_finish", f"{message}; make the place of the end panel wider")])
    return max(fitting)


KIND = Kind(
    code="trim-end-panel",
    name="End panel",
    help="Hides the side of a run, flush with its fronts.",
    zone=Zone.END,
    widths=(mm(16), mm(18), mm(19), mm(25)),
    width=Span(mm(16), mm(50)),
    height=Span(mm(300), mm(2750)),
    depth=Span(mm(200), mm(1000)),
    build=build,
    family=Family.TRIM,
    parameters=(
        Parameter(
            name="hand", help="The end of the run it hides", unit="word", default="left", options=("left", "right")
        ),
        Parameter(
            name="allowance",
            help="Left on at the rear edge, to be scribed to a wall out of true",
            unit="um",
            least=0,
            most=mm(100),
            default=0,
        ),
    ),
)

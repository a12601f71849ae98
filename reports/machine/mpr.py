"""woodWOP MPR: a drilled part as programs in text, one for each face that must lie on top.

The finished part lies with its underside at z = 0, its lower left corner at the origin, x along its length. The first
program has the face that shows x and y unmirrored on top and drills the edges too; the second one, where the other
face has work, is for the part turned over its long edge: its y runs from the other edge. No machine has read one yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from furnishing.issues import Issue, Level
from furnishing.machining import Drilling, Face, Milling, drillings, millings, upper_face
from furnishing.parts import Part
from furnishing.units import Length, show
from reports.machine.contours import Contours, Ring, contours

VERSION: Final = "4.0 Alpha"
ENCODING: Final = "cp1252"
"""What woodWOP reads; the lines end in CR LF."""

INTO: Final = {Face.LEFT: "XP", Face.RIGHT: "XM", Face.BOTTOM: "YP", Face.TOP: "YM"}
"""The way a drill goes into each edge."""

_Macro = tuple[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """The text of one program and which face of the part lies on top."""

    upper: Face
    content: bytes


def programs(part: Part) -> tuple[tuple[Program, ...], tuple[Issue, ...]]:
    """The programs of a part, none where only the saw works on it, and what none of them does."""
    upper = upper_face(part)
    lower = Face.B if upper is Face.A else Face.A
    holes, cuts, shape = drillings(part), millings(part), contours(part)
    worked = {hole.face for hole in holes} | {cut.face for cut in cuts if cut.face in {Face.A, Face.B}}
    first = worked - {lower} or shape.holes or not shape.rectangular(part)
    found = []
    if first:
        macros = [*_routed(shape), *_drilled(part, holes, upper, turned=False), *_grooves(part, cuts, upper)]
        found.append(_program(part, upper, macros, shape))
    if lower in worked:
        macros = [*_drilled(part, holes, lower, turned=True), *_grooves(part, cuts, lower, turned=True)]
        found.append(_program(part, lower, macros, None))
    return tuple(found), tuple(_left_out(part, cuts))


def _left_out(part: Part, cuts: tuple[Milling, ...]) -> list[Issue]:
    """Work that these programs do not do."""
    said = [f"{cut.purpose} in the {cut.face.value} edge" for cut in cuts if cut.face in INTO]
    if part.section is not None and part.section.axis in part.axes:
        said.append("a sloping edge")
    fix = "do it on another machine, after the part drawing"
    return [
        Issue(code="mpr-left-out", level=Level.INFO, where=part.id, message=f"no MPR program makes {each}", fix=fix)
        for each in sorted(set(said))
    ]


def _program(part: Part, upper: Face, macros: list[_Macro], shape: Contours | None) -> Program:
    size = {"L": part.length, "W": part.width, "T": part.thickness}
    lines = ["[H", f'VERSION="{VERSION}"', 'MAT="HOMAG"', 'INCH="0"', 'VIEW="NOMIRROR"']
    axes = zip("XYZ", size.values(), strict=True)
    lines += [*(f"_BS{axis}={show(length)}" for axis, length in axes), "", "[001"]
    for name, length in size.items():
        lines += [f'{name}="{show(length)}"', 'KM=""']
    lines.append("")
    if shape is not None:
        for number, ring in enumerate(_rings(shape), 1):
            lines += [*_contour(number, ring), ""]
    body: list[_Macro] = [
        (
            "100 \\WerkStck\\",
            (("LA", "L"), ("BR", "W"), ("DI", "T"), ("FNX", "0"), ("FNY", "0"), ("AX", "0"), ("AY", "0")),
        ),
        ("101 \\Kommentar\\", (("KM", f"{part.id} face {upper.value} on top"),)),
        *macros,
    ]
    for name, values in body:
        lines += [f"<{name}", *(f'{key}="{value}"' for key, value in values), ""]
    lines += ["!", ""]
    return Program(upper=upper, content="\r\n".join(lines).encode(ENCODING, errors="replace"))


def _drilled(part: Part, holes: tuple[Drilling, ...], upper: Face, *, turned: bool) -> list[_Macro]:
    """Holes in the upper face, and in the program of the part as it lies first those in its edges."""
    found: list[_Macro] = []
    for hole in holes:
        if hole.face is upper:
            mode = "LSL" if hole.through else "LS"
            y = part.width - hole.y if turned else hole.y
            values = {"XA": hole.x, "YA": y, "TI": hole.depth, "DU": hole.diameter}
            found.append(("102 \\BohrVert\\", (*_lengths(values), ("BM", mode), ("AN", "1"))))
        elif hole.face in INTO and not turned:
            found.append(_edge_hole(part, hole, upper))
    return found


def _edge_hole(part: Part, hole: Drilling, upper: Face) -> _Macro:
    height = hole.y if upper is Face.A else part.thickness - hole.y
    x, y = {
        Face.LEFT: (0, hole.x),
        Face.RIGHT: (part.length, hole.x),
        Face.BOTTOM: (hole.x, 0),
        Face.TOP: (hole.x, part.width),
    }[hole.face]
    values = {"XA": x, "YA": y, "ZA": height, "TI": hole.depth, "DU": hole.diameter}
    return ("103 \\BohrHoriz\\", (*_lengths(values), ("BM", INTO[hole.face]), ("AN", "1")))


def _grooves(part: Part, cuts: tuple[Milling, ...], upper: Face, *, turned: bool = False) -> list[_Macro]:
    """Grooves in the upper face along their middle, as saws and cutters take them."""
    found: list[_Macro] = []
    for cut in cuts:
        if cut.face is not upper or cut.through:
            continue
        y = part.width - cut.y - cut.dy if turned else cut.y
        if cut.dx >= cut.dy:
            start, end, wide = (cut.x, y + cut.dy // 2), (cut.x + cut.dx, y + cut.dy // 2), cut.dy
        else:
            start, end, wide = (cut.x + cut.dx // 2, y), (cut.x + cut.dx // 2, y + cut.dy), cut.dx
        values = {"XA": start[0], "YA": start[1], "XE": end[0], "YE": end[1], "NB": wide, "TI": cut.depth}
        found.append(("109 \\Nuten\\", (*_lengths(values), ("RK", "NOWRK"), ("MV", "GL"))))
    return found


def _rings(shape: Contours) -> tuple[Ring, ...]:
    """The outlines, then the cut-outs, as they are numbered."""
    return (*shape.outer, *shape.holes)


def _contour(number: int, ring: Ring) -> list[str]:
    """A closed line: a start point, and a straight line to every further corner and back."""
    lines = [f"]{number}"]
    for element, (x, y) in enumerate((*ring, ring[0])):
        lines += [f"$E{element}", "KL" if element else "KP", f"X={show(x)}", f"Y={show(y)}"]
        lines += [] if element else ["Z=0", "KO=00"]
        lines.append("")
    return lines[:-1]


def _routed(shape: Contours) -> list[_Macro]:
    """Cutters round every line that the saw does not make: outside of the outline, inside of cut-outs."""
    found: list[_Macro] = []
    straight = len(shape.outer) == 1 and len(shape.outer[0]) == 4 and _square(shape.outer[0])
    for number, ring in enumerate(_rings(shape), 1):
        inner = number > len(shape.outer)
        if inner or not straight:
            # Counter-clockwise: what is kept lies to the left of the outline and to the right of a cut-out.
            side = "WRKL" if inner else "WRKR"
            ends = (("EA", f"{number}:0"), ("EE", f"{number}:{len(ring)}"))
            found.append(("105 \\Konturfraesen\\", (*ends, ("RK", side), ("ZA", "0"))))
    return found


def _square(ring: Ring) -> bool:
    return len({x for x, _ in ring}) == 2 and len({y for _, y in ring}) == 2


def _lengths(values: dict[str, Length]) -> tuple[tuple[str, str], ...]:
    return tuple((key, show(value)) for key, value in values.items())

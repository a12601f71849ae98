"""Parts against boards, saws and edge banders: too large, too small, too heavy, too thick for the band."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from furnishing.catalogue import Catalogue, StockBoard
from furnishing.grain import Grain
from furnishing.issues import Level
from furnishing.parts import Part
from furnishing.rules.rule import Finding, Numbers, RuleFamily, rule
from furnishing.rules.scene import Scene
from furnishing.units import MICROMETRES, Length, show

FAMILY = RuleFamily.MACHINING


def sawn(scene: Scene) -> Iterator[Part]:
    """All parts that go to the saw."""
    return (part for unit in scene.units for part in unit.cabinet.parts if not part.bought)


def part_weight(part: Part, catalogue: Catalogue) -> Decimal:
    """The weight of a part from the density of its board, in kg."""
    cubic_metres = Decimal(part.length) * part.width * part.thickness / Decimal(MICROMETRES["m"]) ** 3
    return cubic_metres * catalogue.material(part.material).density


@rule(
    FAMILY,
    Level.ERROR,
    code="part-larger-than-board",
    title="No board can hold a part",
    source="CC",
    fix="make the cabinet smaller or add a larger board to the catalogue",
)
def part_larger_than_board(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Parts against every stocked board of their material, trims and grain respected."""
    fitting: dict[tuple[object, ...], bool] = {}
    for part in sawn(scene):
        boards = scene.catalogue.boards_of(part.material)
        key = (part.material, part.cut_length, part.cut_width, part.grain)
        if key not in fitting:
            fitting[key] = any(_fits(part, board, scene.catalogue) for board in boards)
        if fitting[key]:
            continue
        largest = max(boards, key=lambda board: (board.length * board.width, board.code), default=None)
        has = f"the largest is {show(largest.length)} x {show(largest.width)} mm" if largest else "there is none"
        size = f"{show(part.cut_length)} x {show(part.cut_width)} mm"
        yield Finding(part.id, f"{size} fit no board of {part.material}: {has}")


def _fits(part: Part, board: StockBoard, catalogue: Catalogue) -> bool:
    saw = catalogue.saw
    length = board.length - saw.trim_left - saw.trim_right
    width = board.width - saw.trim_bottom - saw.trim_top
    straight = part.cut_length <= length and part.cut_width <= width
    turned = part.cut_width <= length and part.cut_length <= width
    return {Grain.LENGTH: straight, Grain.WIDTH: turned, Grain.FREE: straight or turned}[part.grain]


@rule(
    FAMILY,
    Level.INFO,
    code="part-small",
    title="A part is too small to be held at the saw",
    source="FW",
    numbers=("saw_least",),
    fix="cut it from a rest by hand, or make it in one piece with its neighbour",
)
def part_small(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Parts narrower than a panel saw takes."""
    least = numbers.length("saw_least")
    small = [part for part in sawn(scene) if min(part.cut_length, part.cut_width) < least]
    narrow = show(min((min(part.cut_length, part.cut_width) for part in small), default=least))
    for part in small:
        yield Finding(part.id, f"parts down to {narrow} mm are under the {show(least)} mm a saw holds safely")


@rule(
    FAMILY,
    Level.INFO,
    code="band-on-small-part",
    title="A part is too small for the edge bander",
    source="G",
    numbers=("band_width_least", "band_length_least"),
    fix="band a wider strip and cut it afterwards, or band it by hand",
)
def band_on_small_part(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Banded edges shorter, or on parts narrower, than the bander transports."""
    wide, long = numbers.length("band_width_least"), numbers.length("band_length_least")
    small: list[tuple[Length, Part]] = []
    for part in sawn(scene):
        along = part.edges.bottom or part.edges.top
        across = part.edges.left or part.edges.right
        edges = ((along, part.cut_length, part.cut_width), (across, part.cut_width, part.cut_length))
        if any(band and (edge < long or beside < wide) for band, edge, beside in edges):
            small.append((min(part.cut_length, part.cut_width), part))
    least = show(min((size for size, _ in small), default=0))
    need = f"an edge bander needs {show(long)} mm of edge and {show(wide)} mm beside it"
    for _, part in small:
        yield Finding(part.id, f"banded parts down to {least} mm are small; {need}")


@rule(
    FAMILY,
    Level.INFO,
    code="part-heavy",
    title="A part is too heavy for one person",
    source="G",
    numbers=("one_person",),
    fix="plan two people for cutting and mounting it",
)
def part_heavy(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Weight of each part by the density of its board."""
    most = numbers.number("one_person")
    heavy = [(weight, part) for part in sawn(scene) if (weight := part_weight(part, scene.catalogue)) > most]
    heaviest = max((weight for weight, _ in heavy), default=most)
    for _, part in heavy:
        yield Finding(part.id, f"parts of up to {heaviest:.0f} kg; one person lifts {most} kg")


@rule(
    FAMILY,
    Level.WARNING,
    code="coil-narrow",
    title="An edge band is too narrow for its board",
    source="G",
    numbers=("coil_more",),
    fix="add a wider coil of this band to the catalogue",
)
def coil_narrow(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Coils against the thickness of the parts they go on."""
    more = numbers.length("coil_more")
    for part in sawn(scene):
        for code in sorted({each for each in part.edges.codes if each is not None}):
            band = scene.catalogue.band(code)
            if band.width < part.thickness + more:
                need = f"{show(part.thickness)} mm board and {show(more)} mm for trimming"
                yield Finding(part.id, f"the coil of {code} is {show(band.width)} mm wide for a {need}")


FRONTS = frozenset({"door", "drawer-front", "flap", "false-front", "sliding-door"})
BOARDS = frozenset({"side", "bottom", "top", "shelf", "fixed-shelf"})


@rule(
    FAMILY,
    Level.WARNING,
    code="edge-raw",
    title="An edge that is seen has no band",
    source="CN",
    fix="give the style, the role or the part a band for edges that are seen",
)
def edge_raw(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """All edges of fronts, and the front edges of boards inside; of slanting parts and around corners none."""
    for part in sawn(scene):
        if part.section is not None or part.notches or (part.grooves and part.role in FRONTS):
            continue
        edges: tuple[str | None, ...] = part.edges.codes if part.role in FRONTS else ()
        # The width of such boards runs into the room, and their lower edge is the front one.
        edges = (part.edges.bottom,) if part.role in BOARDS and part.axes[1] == 1 else edges
        raw = sum(code is None for code in edges)
        if raw:
            yield Finding(part.id, f"shows {raw} raw {'edge' if raw == 1 else 'edges'} of {len(edges)}")

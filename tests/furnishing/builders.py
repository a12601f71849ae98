"""Small rooms, styles and a catalogue for tests, and strategies that make many of them."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.kind import Choice, Kind, Size, Span, Zone
from furnishing.cabinets.registry import kind_of, kinds
from furnishing.catalogue import (
    Band,
    Catalogue,
    Finish,
    Labour,
    Material,
    Saw,
    StockBoard,
)
from furnishing.catalogue_file import default_catalogue
from furnishing.construction import Construction, default_construction
from furnishing.grain import BoardGrain
from furnishing.money import Money
from furnishing.parts import Box
from furnishing.room import Obstacle, ObstacleKind, Opening, OpeningKind, PointKind, Room, Slope, Wall, WallPoint
from furnishing.style import Style, Wish
from furnishing.units import Length, mm, show

STYLE_SIZES = {Zone.BASE: (Span(mm(720), mm(1000)), Span(mm(400), mm(700)))} | {
    Zone.TALL: (Span(mm(1500), mm(2400)), Span(mm(400), mm(700)))
}
"""Between which heights and depths the styles of `styles()` lie."""


def fits_every_style(kind: Kind) -> bool:
    """Whether a run along one wall can hold a kind whatever the style of `styles()`."""
    if kind.zone not in STYLE_SIZES or kind.corner:
        return False
    height, depth = STYLE_SIZES[kind.zone]
    inside = ((kind.height, height), (kind.depth, depth))
    return all(span.least <= size.least and size.most <= span.most for span, size in inside)


WALL_KINDS = tuple(kind for kind in kinds() if fits_every_style(kind))


def euros(amount: str) -> Money:
    """An amount in the currency of the test catalogue."""
    return Money.of(amount, "EUR")


def a_catalogue(**changes: Any) -> Catalogue:
    """White without grain and oak with, at 16, 18 and 19 mm, as 8 mm backs and worktops; bands of 0.8, 1 and 2 mm."""
    finishes = (
        Finish(code="white", name="White", colour="#ffffff", grain=BoardGrain.NONE),
        Finish(code="oak", name="Oak", colour="#c8a26a", grain=BoardGrain.LENGTH),
    )
    materials = tuple(
        Material(
            code=f"{finish.code}-{thick}",
            name=finish.name,
            finish=finish.code,
            thickness=mm(thick),
            density=Decimal(650),
        )
        for finish in finishes
        for thick in (3, 8, 16, 18, 19, 38)
    )
    plain = Catalogue(
        name="Tests",
        currency="EUR",
        vat_percent=Decimal(20),
        finishes=finishes,
        materials=materials,
        boards=tuple(
            StockBoard(code=f"B-{each.code}", material=each.code, length=mm(2800), width=mm(2070), price=euros("48.5"))
            for each in materials
        ),
        bands=tuple(
            Band(
                code=f"{finish.code}-{thick}{wide}",
                name=f"{finish.name} band",
                finish=finish.code,
                thickness=mm(thick),
                width=mm(wide[1:] or 23),
                price=euros("0.6"),
            )
            for finish in finishes
            for wide in ("", "-45")
            for thick in ("0.8", "1", "2")
        ),
        hardware=default_catalogue().hardware,
        labour=Labour(
            hourly_rate=euros("40"),
            minutes_per_sheet=Decimal(10),
            minutes_per_part=Decimal(2),
            minutes_per_band_metre=Decimal(1),
            minutes_per_cabinet=Decimal(30),
        ),
        saw=Saw(
            kerf=mm(4),
            trim_left=mm(10),
            trim_right=mm(10),
            trim_bottom=mm(10),
            trim_top=mm(10),
            max_stages=3,
            first_cut="any",
        ),
    )
    return dataclasses.replace(plain, **changes)


def a_style(**changes: Any) -> Style:
    """White carcasses, oak fronts, 2 mm bands where they show, one base unit wished for."""
    plain = Style(
        name="Oak and white",
        carcass_finish="white",
        front_finish="oak",
        back_finish="white",
        carcass_thickness=mm(18),
        front_thickness=mm(18),
        back_thickness=mm(8),
        band_visible=mm(2),
        band_hidden=0,
        base_height=mm(820),
        base_depth=mm(560),
        tall_height=mm(2200),
        tall_depth=mm(580),
        plinth_height=mm(100),
        front_gap=mm(3),
        wishes=(Wish(kind="base-doors", width=mm(600)),),
        handle="knob",
    )
    return dataclasses.replace(plain, **changes)


def some_construction(**changes: Any) -> Construction:
    """The rules that come with the program, with some of them changed."""
    return dataclasses.replace(default_construction(), **changes)


def a_cabinet(
    kind: str, *, width: Length, style: Style | None = None, rules: Construction | None = None, **choices: Choice
) -> Cabinet:
    """One cabinet of a kind, as high and deep as its style says."""
    style = style or a_style()
    return made(kind_of(kind), size_of(kind_of(kind), width, style), style, rules, **choices)


def size_of(kind: Kind, width: Length, style: Style) -> Size:
    """The outer size of a kind in a style."""
    stand = kind.stands(style)
    return Size(width=width, height=within(stand.height, kind.height), depth=within(stand.depth, kind.depth))


def within(length: Length, span: Span) -> Length:
    """The length, or the end of the span that it lies beyond."""
    return min(max(length, span.least), span.most)


def made(kind: Kind, size: Size, style: Style, rules: Construction | None = None, **choices: Choice) -> Cabinet:
    """One cabinet of a kind and size."""
    return kind.make("K01", size, style, a_catalogue(), rules or default_construction(), choices=choices)


def a_room(*walls: Wall, ceiling: int = 2600, **changes: Any) -> Room:
    """A room of these walls, or 4 x 3 m."""
    plain = Room(name="Room", ceiling=mm(ceiling), walls=walls or rectangle(4000, 3000))
    return dataclasses.replace(plain, **changes)


def rectangle(length: int, width: int, *openings: Opening) -> tuple[Wall, ...]:
    """Four walls; the openings are in the first."""
    first, *others = (Wall(measured=(mm(each),)) for each in (length, width, length, width))
    return (dataclasses.replace(first, openings=openings), *others)


def a_door(offset: int, width: int = 900, swing: str = "in", hinge: str = "left") -> Opening:
    """A door of 2010 mm."""
    return Opening(kind=OpeningKind.DOOR, offset=mm(offset), width=mm(width), height=mm(2010), swing=swing, hinge=hinge)


def a_window(offset: int, width: int = 1000, sill: int = 900) -> Opening:
    """A window of 1200 mm."""
    return Opening(kind=OpeningKind.WINDOW, offset=mm(offset), width=mm(width), height=mm(1200), sill=mm(sill))


def a_pillar(x: int, y: int, size: int = 300) -> Obstacle:
    """A square pillar from floor to ceiling."""
    return Obstacle(kind=ObstacleKind.PILLAR, x=mm(x), y=mm(y), length=mm(size), width=mm(size), height=mm(2600))


def parts_table(cabinet: Cabinet) -> str:
    """All that belongs to a cabinet, as text for people who review a change."""
    lines = [
        f"{cabinet.id} {cabinet.kind} {show(cabinet.width)} x {show(cabinet.height)} x {show(cabinet.depth)} mm",
        "",
        f"{'part':24}{'finished':>22}{'cut':>18}  {'grain':8}{'material':10}{'edges b t l r':28}  place",
    ]
    for part in cabinet.parts:
        finished = " x ".join(show(size) for size in (part.length, part.width, part.thickness))
        cut = f"{show(part.cut_length)} x {show(part.cut_width)}"
        edges = " ".join(code or "-" for code in part.edges.codes)
        box = part.box
        place = " ".join(show(at) for at in (box.x, box.y, box.z))
        lines.append(f"{part.id:24}{finished:>22}{cut:>18}  {part.grain.value:8}{part.material:10}{edges:28}  {place}")
        lines += [_taken(f"groove for the {groove.purpose}", groove.box) for groove in part.grooves]
        lines += [_taken(f"notch for {notch.purpose}", notch.box) for notch in part.notches]
        if part.section is not None:
            corners = "  ".join(f"{show(u)} {show(v)}" for u, v in part.section.points)
            lines.append(f"    drawn out along {'xyz'[part.section.axis]}: {corners}")
    lines.append("")
    lines += [f"{front.part} opens {front.opens.value}" for front in cabinet.fronts]
    for item in cabinet.hardware:
        lines.append(f"{item.quantity:4} {item.code}{f' {show(item.length)} mm' if item.length else ''}")
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _taken(what: str, box: Box) -> str:
    """The wood that a groove or a notch takes away: its sizes and its place."""
    sizes = " x ".join(show(size) for size in (box.dx, box.dy, box.dz))
    return f"    {what}: {sizes} at {' '.join(show(place) for place in (box.x, box.y, box.z))}"


@st.composite
def rooms(draw: st.DrawFn) -> Room:
    """Rectangular and L-shaped rooms with doors, windows, passages, pillars, beams and slopes."""
    length, width = draw(st.integers(1200, 6000)), draw(st.integers(1200, 5000))
    if draw(st.booleans()):
        sides, turns = [length, width, length, width], [90] * 4
    else:
        cut_x, cut_y = draw(st.integers(200, length - 600)), draw(st.integers(200, width - 600))
        sides = [length, width - cut_y, cut_x, cut_y, length - cut_x, width]
        turns = [90, 90, -90, 90, 90, 90]
    walls = [
        Wall(measured=(mm(side),), turn=Decimal(turn), openings=draw(_openings(side)))
        for side, turn in zip(sides, turns, strict=True)
    ]
    obstacles = [
        Obstacle(
            kind=draw(st.sampled_from(ObstacleKind)),
            x=mm(draw(st.integers(0, length))),
            y=-mm(draw(st.integers(100, width))),
            length=mm(size := draw(st.integers(50, 500))),
            width=mm(size),
            height=mm(draw(st.integers(300, 2600))),
            z=mm(draw(st.sampled_from((0, 150, 1000, 2100)))),
            round=draw(st.booleans()),
        )
        for _ in range(draw(st.integers(0, 3)))
    ]
    slopes = [
        Slope(
            wall=draw(st.integers(0, len(walls) - 1)),
            knee=mm(draw(st.integers(700, 2500))),
            angle=Decimal(draw(st.integers(15, 75))),
        )
        for _ in range(draw(st.integers(0, 1)))
    ]
    ceiling = draw(st.sampled_from((2100, 2400, 2600)))
    return a_room(*walls, ceiling=ceiling, obstacles=tuple(obstacles), slopes=tuple(slopes))


@st.composite
def _openings(draw: st.DrawFn, side: int) -> tuple[Opening, ...]:
    """At most one opening in each half of a wall."""
    found = []
    for start in (0, side // 2):
        if side < 1000 or not draw(st.booleans()):
            continue
        width = draw(st.integers(300, side // 2))
        kind = draw(st.sampled_from(OpeningKind))
        found.append(
            Opening(
                kind=kind,
                offset=mm(start + draw(st.integers(0, side // 2 - width))),
                width=mm(width),
                height=mm(1200),
                sill=mm(draw(st.sampled_from((0, 500, 900)))) if kind is OpeningKind.WINDOW else 0,
                swing=draw(st.sampled_from(("in", "out", "none"))),
                hinge=draw(st.sampled_from(("left", "right"))),
            )
        )
    return tuple(found)


@st.composite
def wishes(draw: st.DrawFn) -> tuple[Wish, ...]:
    """One to six wishes of every kind, with and without widths and counts."""
    found = []
    for _ in range(draw(st.integers(1, 6))):
        kind = draw(st.sampled_from(WALL_KINDS))
        least, most = (within(mm(width), kind.width) // mm(1) for width in (400, 900))
        width = mm(draw(st.integers(least, most))) if draw(st.booleans()) else None
        found.append(Wish(kind=kind.code, width=width, count=draw(st.sampled_from((1, 1, 2, None)))))
    return tuple(found)


@st.composite
def styles(draw: st.DrawFn) -> Style:
    """Styles whose sizes every kind can be made in, to the tenth of a millimetre."""
    return a_style(
        carcass_finish=draw(st.sampled_from(("white", "oak"))),
        carcass_thickness=mm(draw(st.sampled_from((16, 18, 19)))),
        front_thickness=mm(draw(st.sampled_from((16, 18, 19)))),
        back_thickness=mm(draw(st.sampled_from((3, 8)))),
        band_visible=mm(draw(st.sampled_from(("0", "0.8", "1", "2")))),
        band_hidden=mm(draw(st.sampled_from(("0", "0.8", "1")))),
        base_height=draw(st.integers(7200, 10000)) * 100,
        base_depth=draw(st.integers(4000, 7000)) * 100,
        tall_height=draw(st.integers(15000, 24000)) * 100,
        tall_depth=draw(st.integers(4000, 7000)) * 100,
        plinth_height=mm(draw(st.sampled_from((0, 60, 100, 150)))),
        front_gap=mm(draw(st.sampled_from(("2", "3", "3.3", "4")))),
        handle=draw(st.sampled_from(("", "knob"))),
    )


def a_gable(knee: int = 1100, angle: int = 42) -> Room:
    """A room under two slopes."""
    slopes = tuple(Slope(wall=wall, knee=mm(knee), angle=Decimal(angle)) for wall in (0, 2))
    return a_room(*rectangle(5000, 3800), ceiling=2480, slopes=slopes)


def with_points(*points: tuple[PointKind, int, int]) -> Room:
    """A room with these points on its first wall: kind, offset and height in millimetres."""
    first = dataclasses.replace(
        rectangle(4000, 3000)[0],
        points=tuple(WallPoint(kind=kind, offset=mm(offset), height=mm(height)) for kind, offset, height in points),
    )
    return a_room(first, *rectangle(4000, 3000)[1:])

"""A furnished kitchen made by hand, with all a paper can meet: doors, drawers, a tall unit, a window, points."""

from __future__ import annotations

import datetime
from decimal import Decimal

from cutting.pieces import Board, CutJob, Piece, Saw, Trim
from furnishing import catalogue as goods
from furnishing.cabinets.cabinet import Cabinet, Front, HardwareItem, Opens
from furnishing.design import Design
from furnishing.grain import BoardGrain, Grain
from furnishing.issues import Issue, Level
from furnishing.layout.placement import Layout, Placement
from furnishing.parts import Box, Edges, Groove, Part
from furnishing.room import (
    Obstacle,
    ObstacleKind,
    Opening,
    OpeningKind,
    PointKind,
    Room,
    Slope,
    Wall,
    WallPoint,
)
from furnishing.style import Style, Wish
from furnishing.units import mm
from reports.project import Project
from tests.reports.kitchen_goods import T, a_kitchen_catalogue
from tests.reports.shelf_plan import shelves

PLINTH = mm(100)


class _Maker:
    """Makes the parts of one cabinet, so that each is a line to read."""

    def __init__(self, cabinet: str) -> None:
        self.cabinet, self.parts = cabinet, list[Part]()

    def part(self, suffix: str, role: str, material: str, size: tuple[int, int], *, box: Box, edges: Edges) -> None:
        bands = [mm(1) if code else 0 for code in edges.codes]
        is_front = role in ("door", "drawer front")
        groove = Groove(box=Box(box.x, mm(10), box.z, mm(9), mm(8), box.dz), depth=mm(9), width=mm(8), purpose="back")
        self.parts.append(
            Part(
                id=f"{self.cabinet}.{suffix}",
                cabinet=self.cabinet,
                role=role,
                name=role.capitalize(),
                material=material,
                length=size[0],
                width=size[1],
                thickness=mm(8) if role == "back" else T,
                cut_length=size[0] - bands[2] - bands[3],
                cut_width=size[1] - bands[0] - bands[1],
                grain=Grain.LENGTH if is_front else Grain.FREE,
                edges=edges,
                box=box,
                grooves=(groove,) if role == "side" else (),
            )
        )


ROUND_OAK = Edges(bottom="ABS-OAK-1", top="ABS-OAK-1", left="ABS-OAK-1", right="ABS-OAK-1")
FRONT_WHITE = Edges(bottom="ABS-WHITE-1")


def a_cabinet(name: str, kind: str, size: tuple[int, int, int], fronts: tuple[tuple[str, Opens, Box], ...]) -> Cabinet:
    """A carcass on a plinth with the given fronts; lengths in micrometres."""
    width, height, depth = size
    maker = _Maker(name)
    carcass = depth - T
    for suffix, x in (("side.L", 0), ("side.R", width - T)):
        maker.part(
            suffix,
            "side",
            "WHITE-18",
            (height - PLINTH, carcass),
            box=Box(x, 0, PLINTH, T, carcass, height - PLINTH),
            edges=FRONT_WHITE,
        )
    inner = width - 2 * T
    for suffix, z in (("bottom", PLINTH), ("top", height - T)):
        maker.part(suffix, suffix, "WHITE-18", (inner, carcass), box=Box(T, 0, z, inner, carcass, T), edges=FRONT_WHITE)
    board = (inner - mm(2), carcass - mm(20))
    maker.part(
        "shelf.1", "shelf", "WHITE-18", board, box=Box(T + mm(1), mm(18), height // 2, *board, T), edges=FRONT_WHITE
    )
    back = (height - PLINTH - mm(18), inner + mm(18))
    maker.part(
        "back", "back", "WHITE-8", back, box=Box(mm(9), mm(10), PLINTH + mm(9), back[1], mm(8), back[0]), edges=Edges()
    )
    maker.part(
        "plinth", "plinth", "OAK-18", (width, PLINTH), box=Box(0, depth - mm(68), 0, width, T, PLINTH), edges=Edges()
    )
    for suffix, opens, box in fronts:
        role = "drawer front" if opens is Opens.PULL else "door"
        size = (box.dx, box.dz) if opens is Opens.PULL else (box.dz, box.dx)
        maker.part(suffix, role, "OAK-18", size, box=box, edges=ROUND_OAK)
    doors = sum(opens is not Opens.PULL for _, opens, _ in fronts)
    hardware = [HardwareItem(code="LEG-100", quantity=4)]
    if doors:
        hardware.append(HardwareItem(code="HINGE-110", quantity=doors * (2 if height < mm(1000) else 5)))
    if len(fronts) > doors:
        hardware.append(HardwareItem(code="RUNNER-500", quantity=len(fronts) - doors))
    if kind == "wardrobe":
        hardware.append(HardwareItem(code="RAIL", quantity=1, length=inner - mm(6)))
    return Cabinet(
        id=name,
        kind=kind,
        name={"base_doors": "Base unit with doors", "drawers": "Drawer base", "wardrobe": "Tall wardrobe"}[kind],
        width=width,
        height=height,
        depth=depth,
        carcass_depth=carcass,
        parts=tuple(maker.parts),
        fronts=tuple(Front(f"{name}.{suffix}", opens) for suffix, opens, _ in fronts),
        hardware=tuple(hardware),
    )


def _front(x: int, z: int, width: int, height: int, depth: int) -> Box:
    return Box(mm(x), mm(depth - 18), mm(z), mm(width), mm(18), mm(height))


def _filler(name: str, width: int, height: int) -> Cabinet:
    maker = _Maker(name)
    box = Box(0, mm(542), 0, width, T, height)
    maker.part("filler", "filler", "OAK-18", (height, width), box=box, edges=Edges())
    return Cabinet(
        id=name,
        kind="filler",
        name="Filler",
        width=width,
        height=height,
        depth=mm(560),
        carcass_depth=mm(542),
        parts=tuple(maker.parts),
        fronts=(),
        hardware=(),
    )


def some_cabinets() -> tuple[Cabinet, ...]:
    """Filler, two doors, three drawers, one door, a tall wardrobe, filler."""
    pair = (
        ("door.L", Opens.LEFT, _front(2, 102, 397, 716, 580)),
        ("door.R", Opens.RIGHT, _front(401, 102, 397, 716, 580)),
    )
    drawers = (
        ("front.1", Opens.PULL, _front(2, 102, 596, 285, 580)),
        ("front.2", Opens.PULL, _front(2, 390, 596, 285, 580)),
        ("front.3", Opens.PULL, _front(2, 678, 596, 140, 580)),
    )
    single = (("door", Opens.LEFT, _front(2, 102, 446, 716, 580)),)
    tall = (
        ("door.L", Opens.LEFT, _front(2, 102, 447, 1996, 600)),
        ("door.R", Opens.RIGHT, _front(451, 102, 447, 1996, 600)),
    )
    return (
        _filler("F01", mm(38), mm(820)),
        a_cabinet("K01", "base_doors", (mm(800), mm(820), mm(580)), pair),
        a_cabinet("K02", "drawers", (mm(600), mm(820), mm(580)), drawers),
        a_cabinet("K03", "base_doors", (mm(450), mm(820), mm(580)), single),
        a_cabinet("K04", "wardrobe", (mm(900), mm(2100), mm(600)), tall),
        _filler("F02", mm(62), mm(2100)),
    )


def a_kitchen_room(*, slope: bool = False) -> Room:
    """An L-shaped room: a window over the run, a door, a passage, a radiator, a pipe, sockets, water and waste."""
    window = Opening(kind=OpeningKind.WINDOW, offset=mm(300), width=mm(1200), height=mm(1100), sill=mm(1000))
    door = Opening(kind=OpeningKind.DOOR, offset=mm(1300), width=mm(880), height=mm(2050), hinge="right")
    out = Opening(kind=OpeningKind.DOOR, offset=mm(200), width=mm(800), height=mm(2050), hinge="right", swing="out")
    passage = Opening(kind=OpeningKind.PASSAGE, offset=mm(400), width=mm(1000), height=mm(2200))
    points = (
        WallPoint(kind=PointKind.SOCKET, offset=mm(1650), height=mm(1150)),
        WallPoint(kind=PointKind.SOCKET, offset=mm(1750), height=mm(1150)),
        WallPoint(kind=PointKind.SWITCH, offset=mm(2250), height=mm(1100)),
        WallPoint(kind=PointKind.WATER, offset=mm(560), height=mm(500)),
        WallPoint(kind=PointKind.WASTE, offset=mm(700), height=mm(400)),
    )
    return Room(
        name="Galley kitchen",
        ceiling=mm(2600),
        walls=(
            Wall(measured=(mm(2850), mm(2856)), openings=(window,), points=points),
            Wall(measured=(mm(3000),), openings=(door,)),
            Wall(measured=(mm(1500),), openings=(out,)),
            Wall(measured=(mm(1000),), turn=Decimal(-90)),
            Wall(measured=(mm(1350),)),
            Wall(measured=(mm(2000),), openings=(passage,)),
        ),
        obstacles=(
            Obstacle(
                kind=ObstacleKind.RADIATOR,
                x=mm(1500),
                y=mm(-2960),
                length=mm(700),
                width=mm(80),
                height=mm(600),
                z=mm(100),
            ),
            Obstacle(
                kind=ObstacleKind.PIPE, x=mm(20), y=mm(-1960), length=mm(80), width=mm(80), height=mm(2600), round=True
            ),
        ),
        slopes=(Slope(wall=5, knee=mm(1800), angle=Decimal(30)),) if slope else (),
    )


def a_kitchen_design(*, slope: bool = False) -> Design:
    """The kitchen with its cabinets in one run on the first wall."""
    placements, offset = [], 0
    for cabinet in some_cabinets():
        placements.append(
            Placement(
                cabinet=cabinet.id,
                kind=cabinet.kind,
                wall=0,
                offset=offset,
                elevation=0,
                width=cabinet.width,
                height=cabinet.height,
                depth=cabinet.depth,
            )
        )
        offset += cabinet.width
    style = Style(
        name="Oak and white",
        carcass_finish="white",
        front_finish="oak",
        back_finish="white",
        carcass_thickness=T,
        front_thickness=T,
        back_thickness=mm(8),
        band_visible=mm(1),
        band_hidden=0,
        base_height=mm(820),
        base_depth=mm(580),
        tall_height=mm(2100),
        tall_depth=mm(600),
        plinth_height=PLINTH,
        front_gap=mm(2),
        wishes=(Wish(kind="base_doors"),),
        discount_percent=Decimal(5),
    )
    issues = (
        Issue(
            code="worktop-not-included",
            level=Level.INFO,
            message="the worktop is not part of this design",
            fix="order it from the stonemason",
        ),
        Issue(
            code="filler-wide",
            level=Level.WARNING,
            message="the filler F02 is 62 mm wide; 25 to 60 mm look better",
            where="walls[0]",
        ),
    )
    return Design(
        room=a_kitchen_room(slope=slope),
        style=style,
        layout=Layout(placements=tuple(placements)),
        cabinets=some_cabinets(),
        issues=issues,
    )


def a_kitchen_job(design: Design, catalogue: goods.Catalogue) -> CutJob:
    """A piece for each part, a board for each material."""
    trim = mm(10)
    return CutJob(
        pieces=tuple(
            Piece(id=part.id, length=part.cut_length, width=part.cut_width, grain=part.grain, material=part.material)
            for part in design.parts
        ),
        boards=tuple(
            Board(
                code=board.code,
                length=board.length,
                width=board.width,
                cost=board.price.amount,
                grain=BoardGrain.LENGTH,
                material=board.material,
            )
            for board in catalogue.boards
        ),
        saw=Saw(kerf=mm(4), trim=Trim(left=trim, right=trim, bottom=trim, top=trim)),
    )


def a_kitchen(*, name: str = "Galley kitchen", customer: str = "Famille Lefèvre", slope: bool = False) -> Project:
    """The whole kitchen, designed, cut and priced."""
    design, catalogue = a_kitchen_design(slope=slope), a_kitchen_catalogue()
    job = a_kitchen_job(design, catalogue)
    return Project(
        name=name,
        customer=customer,
        date=datetime.date(2025, 3, 14),
        version="1",
        job=job,
        result=shelves(job),
        design=design,
        catalogue=catalogue,
    )

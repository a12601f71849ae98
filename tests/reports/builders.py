"""Small hand-made projects for the tests of papers: every number can be followed by hand."""

from __future__ import annotations

import datetime
from decimal import Decimal

from cutting.pieces import Board, CutJob, Direction, Piece, Rect, Saw, Trim
from cutting.plan import CutPlan, CutResult, Node, Sheet, Status, Unplaced
from furnishing import catalogue as goods
from furnishing.cabinets.cabinet import Cabinet, Front, HardwareItem, Opens
from furnishing.design import Design
from furnishing.grain import BoardGrain, Grain
from furnishing.issues import Issue, Level
from furnishing.layout.placement import Layout, Placement
from furnishing.money import Money
from furnishing.parts import Box, Edges, Part
from furnishing.room import Opening, OpeningKind, Room, Wall
from furnishing.style import Style, Wish
from furnishing.units import mm
from reports.project import Project

TRIM = Trim(left=mm(10), right=mm(10), bottom=mm(10), top=mm(10))
SAW = Saw(kerf=mm(4), trim=TRIM)
DATE = datetime.date(2025, 3, 14)


def leaf(
    x: int, y: int, length: int, width: int, piece: str | None = None, *, turned: bool = False, offcut: bool = False
) -> Node:
    """A leaf of a tree of cuts, in millimetres; waste unless it is a piece or an offcut."""
    rect = Rect(mm(x), mm(y), mm(length), mm(width))
    return Node(rect=rect, piece=piece, turned=turned, offcut=offcut)


def divided(direction: Direction, rect: tuple[int, int, int, int], *children: Node) -> Node:
    """A node of a tree of cuts, in millimetres."""
    x, y, length, width = rect
    return Node(rect=Rect(mm(x), mm(y), mm(length), mm(width)), direction=direction, children=children)


def a_tree() -> Node:
    """Two strips and an offcut on a 2800 x 2070 board; the second strip holds a turned piece with a recut."""
    rip, cross = Direction.LENGTH, Direction.WIDTH
    shelf = divided(
        rip, (728, 573, 540, 594), leaf(728, 573, 540, 563, "K01.shelf", turned=True), leaf(728, 1140, 540, 27)
    )
    lower = divided(
        cross,
        (10, 10, 2780, 559),
        leaf(10, 10, 720, 559, "K01.side.L"),
        leaf(734, 10, 720, 559, "K01.side.R"),
        leaf(1458, 10, 564, 559, "K01.bottom"),
        leaf(2026, 10, 764, 559),
    )
    upper = divided(cross, (10, 573, 2780, 594), leaf(10, 573, 714, 594, "K01.door"), shelf, leaf(1272, 573, 1518, 594))
    return divided(rip, (10, 10, 2780, 2050), lower, upper, leaf(10, 1171, 2780, 889, offcut=True))


def a_back_tree() -> Node:
    """One back panel on a 2800 x 2070 board, and two offcuts."""
    strip = divided(
        Direction.WIDTH,
        (10, 10, 2780, 584),
        leaf(10, 10, 704, 584, "K01.back"),
        leaf(718, 10, 2072, 584, offcut=True),
    )
    return divided(Direction.LENGTH, (10, 10, 2780, 2050), strip, leaf(10, 598, 2780, 1462, offcut=True))


def some_pieces() -> tuple[Piece, ...]:
    """The six pieces of one base cabinet, in two materials."""

    def piece(name: str, length: int, width: int, grain: Grain, material: str = "W18") -> Piece:
        return Piece(
            id=f"K01.{name}", length=mm(length), width=mm(width), grain=grain, material=material, order="O-2025-17"
        )

    return (
        piece("side.L", 720, 559, Grain.LENGTH),
        piece("side.R", 720, 559, Grain.LENGTH),
        piece("bottom", 564, 559, Grain.LENGTH),
        piece("door", 714, 594, Grain.LENGTH),
        piece("shelf", 563, 540, Grain.FREE),
        piece("back", 704, 584, Grain.FREE, "H3"),
    )


def a_job() -> CutJob:
    """The pieces of one cabinet, with a board for each of the two materials."""
    return CutJob(
        pieces=some_pieces(),
        boards=(
            Board(
                code="W18-2800",
                length=mm(2800),
                width=mm(2070),
                cost=Decimal("48.50"),
                grain=BoardGrain.LENGTH,
                material="W18",
            ),
            Board(code="H3-2800", length=mm(2800), width=mm(2070), cost=Decimal("21.00"), material="H3"),
        ),
        saw=SAW,
    )


def a_result(job: CutJob) -> CutResult:
    """The two sheets that cut `a_job()`."""
    pieces = {piece.id: piece for piece in job.pieces}
    plan = CutPlan(
        sheets=(
            Sheet.from_tree("W18-2800", a_tree(), pieces, material="W18"),
            Sheet.from_tree("H3-2800", a_back_tree(), pieces, material="H3"),
        )
    )
    return CutResult(
        plan=plan,
        cost=Decimal("69.50"),
        bound=Decimal(2),
        bound_is_cost=False,
        status=Status.OPTIMAL,
        seconds=0.1,
        seed=0,
        nesters=("shelves", "shelves"),
    )


def eur(amount: str) -> Money:
    """Euros."""
    return Money.of(amount, "EUR")


def a_catalogue() -> goods.Catalogue:
    """Two materials, two bands, two articles."""
    return goods.Catalogue(
        name="Workshop",
        currency="EUR",
        vat_percent=Decimal(21),
        finishes=(
            goods.Finish(code="oak", name="Natural oak", colour="#c8a46e", grain=BoardGrain.LENGTH),
            goods.Finish(code="white", name="White", colour="#f4f3ef", grain=BoardGrain.NONE),
        ),
        materials=(
            goods.Material(code="W18", name="Oak chipboard 18", finish="oak", thickness=mm(18), density=Decimal(680)),
            goods.Material(code="H3", name="White hardboard 3", finish="white", thickness=mm(3), density=Decimal(850)),
        ),
        boards=(
            goods.StockBoard(code="W18-2800", material="W18", length=mm(2800), width=mm(2070), price=eur("48.50")),
            goods.StockBoard(code="H3-2800", material="H3", length=mm(2800), width=mm(2070), price=eur("21.00")),
        ),
        bands=(
            goods.Band(code="OAK1", name="Oak 1 mm", finish="oak", thickness=mm(1), width=mm(23), price=eur("0.80")),
            goods.Band(
                code="OAK04", name="Oak 0.4 mm", finish="oak", thickness=mm("0.4"), width=mm(23), price=eur("0.45")
            ),
        ),
        hardware=(
            goods.HardwareArticle(code="HINGE", name="Hinge 110", unit="piece", price=eur("2.40")),
            goods.HardwareArticle(code="LEG", name="Leg 100", unit="piece", price=eur("0.60")),
        ),
        labour=goods.Labour(
            hourly_rate=eur("45.00"),
            minutes_per_sheet=Decimal(12),
            minutes_per_part=Decimal("1.5"),
            minutes_per_band_metre=Decimal("0.8"),
            minutes_per_cabinet=Decimal(35),
        ),
        saw=goods.Saw(
            kerf=mm(4),
            trim_left=mm(10),
            trim_right=mm(10),
            trim_bottom=mm(10),
            trim_top=mm(10),
            max_stages=3,
            first_cut="any",
        ),
    )


def some_parts() -> tuple[Part, ...]:
    """The parts behind `some_pieces()`, bands included: a base cabinet 600 wide with one door, 100 above the floor."""
    pieces = {piece.id: piece for piece in some_pieces()}
    front = Edges(bottom="OAK1")
    around = Edges(bottom="OAK1", top="OAK1", left="OAK04", right="OAK1")

    def part(role: str, name: str, size: tuple[int, int, int], edges: Edges, box: tuple[int, ...]) -> Part:
        piece = pieces[f"K01.{name}"]
        return Part(
            id=piece.id,
            cabinet="K01",
            role=role,
            name=role.capitalize(),
            material=piece.material,
            length=mm(size[0]),
            width=mm(size[1]),
            thickness=mm(size[2]),
            cut_length=piece.length,
            cut_width=piece.width,
            grain=piece.grain,
            edges=edges,
            box=Box(*(mm(number) for number in box)),
        )

    return (
        part("side", "side.L", (720, 560, 18), front, (0, 0, 100, 18, 560, 720)),
        part("side", "side.R", (720, 560, 18), front, (582, 0, 100, 18, 560, 720)),
        part("bottom", "bottom", (564, 560, 18), front, (18, 0, 100, 564, 560, 18)),
        part("door", "door", (716, 596, 18), around, (2, 562, 102, 596, 18, 716)),
        part("shelf", "shelf", (563, 540, 18), Edges(), (18, 10, 450, 563, 540, 18)),
        part("back", "back", (704, 584, 3), Edges(), (8, 8, 108, 584, 3, 704)),
    )


def a_design() -> Design:
    """One base cabinet on the first wall of a room of 3 by 2.5 metres with a door and a window."""
    style = Style(
        name="Oak",
        carcass_finish="oak",
        front_finish="oak",
        back_finish="white",
        carcass_thickness=mm(18),
        front_thickness=mm(18),
        back_thickness=mm(3),
        band_visible=mm(1),
        band_hidden=0,
        base_height=mm(820),
        base_depth=mm(580),
        tall_height=mm(2100),
        tall_depth=mm(600),
        plinth_height=mm(100),
        front_gap=mm(2),
        wishes=(Wish(kind="base_doors"),),
    )
    door = Opening(kind=OpeningKind.DOOR, offset=mm(2000), width=mm(800), height=mm(2000))
    window = Opening(kind=OpeningKind.WINDOW, offset=mm(700), width=mm(900), height=mm(1200), sill=mm(900))
    room = Room(
        name="Pantry",
        ceiling=mm(2500),
        walls=(
            Wall(measured=(mm(3000),), openings=(door,)),
            Wall(measured=(mm(2500),), openings=(window,)),
            Wall(measured=(mm(3000),)),
            Wall(measured=(mm(2500),)),
        ),
    )
    cabinet = Cabinet(
        id="K01",
        kind="base_doors",
        name="Base cabinet with a door",
        width=mm(600),
        height=mm(820),
        depth=mm(580),
        carcass_depth=mm(560),
        parts=some_parts(),
        fronts=(Front("K01.door", Opens.LEFT),),
        hardware=(HardwareItem(code="HINGE", quantity=2), HardwareItem(code="LEG", quantity=4)),
    )
    placement = Placement(
        cabinet="K01",
        kind="base_doors",
        wall=0,
        offset=mm(100),
        elevation=0,
        width=mm(600),
        height=mm(820),
        depth=mm(580),
    )
    issue = Issue(code="wall-rest", level=Level.INFO, message="1300 mm of wall 1 stay free", where="walls[0]")
    return Design(room=room, style=style, layout=Layout(placements=(placement,)), cabinets=(cabinet,), issues=(issue,))


def a_project(*, name: str = "Pantry", customer: str = "Sanne de Boer") -> Project:
    """One cabinet, designed, cut from two boards of two materials."""
    job = a_job()
    return Project(
        name=name,
        customer=customer,
        date=DATE,
        version="1",
        job=job,
        result=a_result(job),
        design=a_design(),
        catalogue=a_catalogue(),
    )


def an_operators_project() -> Project:
    """A list of panels without a design: six shelves from three equal boards, and one piece that fits none."""
    pieces = (
        Piece(id="P1", length=mm(900), width=mm(400), quantity=6),
        Piece(id="P2", length=mm(3100), width=mm(400)),
    )
    board = Board(code="MDF", length=mm(1000), width=mm(1000))
    saw = Saw(kerf=mm(4))
    tree = divided(
        Direction.LENGTH,
        (0, 0, 1000, 1000),
        divided(Direction.WIDTH, (0, 0, 1000, 400), leaf(0, 0, 900, 400, "P1"), leaf(904, 0, 96, 400)),
        divided(Direction.WIDTH, (0, 404, 1000, 400), leaf(0, 404, 900, 400, "P1"), leaf(904, 404, 96, 400)),
        leaf(0, 808, 1000, 192),
    )
    sheet = Sheet.from_tree("MDF", tree, {piece.id: piece for piece in pieces}, copies=3)
    lost = Unplaced(
        id="P2",
        quantity=1,
        reason="no-board-long-enough",
        message="P2 (3100 x 400 mm) is longer than every board (1000 mm); order a longer board or divide the piece",
    )
    result = CutResult(
        plan=CutPlan(sheets=(sheet,), unplaced=(lost,)),
        cost=Decimal(3),
        bound=Decimal(3),
        bound_is_cost=False,
        status=Status.INCOMPLETE,
        seconds=0.1,
        seed=0,
    )
    return Project(
        name="Shelves",
        customer="",
        date=DATE,
        version="1",
        job=CutJob(pieces=pieces, boards=(board,), saw=saw),
        result=result,
    )

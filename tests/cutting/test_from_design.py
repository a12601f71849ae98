"""From the parts of a design to pieces, boards and saw."""

from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace
from typing import cast

from cutting.from_design import cut_job
from cutting.pieces import FirstCut, Follow, Trim
from furnishing.catalogue import Catalogue, Finish, Labour, Material, Saw, StockBoard
from furnishing.design import Design
from furnishing.grain import BoardGrain, Grain
from furnishing.money import Money
from furnishing.parts import Box, Edges, Part
from furnishing.units import mm

FREE = Money.of(0, "EUR")


def a_part(name: str, material: str, grain: Grain = Grain.LENGTH) -> Part:
    """A side of 720 x 560 whose band takes 1 mm off its cut width."""
    return Part(
        id=name,
        cabinet="K03",
        role="side",
        name="Side",
        material=material,
        length=mm(720),
        width=mm(560),
        thickness=mm(18),
        cut_length=mm(720),
        cut_width=mm(559),
        grain=grain,
        edges=Edges(bottom="B1"),
        box=Box(0, 0, 0, mm(18), mm(560), mm(720)),
    )


def a_design(*parts: Part) -> Design:
    """Nothing of a design but its parts."""
    return cast("Design", SimpleNamespace(parts=parts))


CATALOGUE = Catalogue(
    name="Shop",
    currency="EUR",
    vat_percent=Decimal(20),
    finishes=(
        Finish(code="oak", name="Oak", colour="#aa8855", grain=BoardGrain.LENGTH),
        Finish(code="white", name="White", colour="#ffffff", grain=BoardGrain.NONE),
    ),
    materials=tuple(
        Material(code=code, name=code, finish=finish, thickness=mm(18), density=Decimal(650))
        for code, finish in (("OAK18", "oak"), ("WHITE18", "white"))
    ),
    boards=(
        StockBoard(code="W", material="WHITE18", length=mm(2800), width=mm(2070), price=Money.of("48.50", "EUR")),
        StockBoard(code="O", material="OAK18", length=mm(2440), width=mm(1220), price=Money.of(90, "EUR"), quantity=7),
    ),
    bands=(),
    hardware=(),
    labour=Labour(
        hourly_rate=FREE,
        minutes_per_sheet=Decimal(0),
        minutes_per_part=Decimal(0),
        minutes_per_band_metre=Decimal(0),
        minutes_per_cabinet=Decimal(0),
    ),
    saw=Saw(
        kerf=mm(4),
        trim_left=mm(10),
        trim_right=mm(11),
        trim_bottom=mm(12),
        trim_top=mm(13),
        max_stages=3,
        first_cut="length",
    ),
)


def test_each_part_is_a_piece_of_its_cut_size_that_keeps_its_id() -> None:
    (piece,) = cut_job(a_design(a_part("K03.side.L", "OAK18")), CATALOGUE).pieces
    assert (piece.id, piece.length, piece.width, piece.quantity) == ("K03.side.L", mm(720), mm(559), 1)
    assert (piece.material, piece.grain) == ("OAK18", Grain.LENGTH)


def test_a_part_of_a_plain_finish_may_be_turned() -> None:
    (piece,) = cut_job(a_design(a_part("K03.side.L", "WHITE18")), CATALOGUE).pieces
    assert piece.grain is Grain.FREE


def test_boards_are_those_of_the_materials_used() -> None:
    (board,) = cut_job(a_design(a_part("a", "OAK18"), a_part("b", "OAK18")), CATALOGUE).boards
    assert (board.code, board.material, board.length, board.width) == ("O", "OAK18", mm(2440), mm(1220))
    assert (board.quantity, board.cost, board.grain) == (7, Decimal("90.00"), BoardGrain.LENGTH)


def test_the_saw_is_that_of_the_workshop() -> None:
    saw = cut_job(a_design(a_part("a", "OAK18")), CATALOGUE).saw
    assert saw.trim == Trim(left=mm(10), right=mm(11), bottom=mm(12), top=mm(13))
    assert (saw.kerf, saw.max_stages, saw.first_cut) == (mm(4), 3, FirstCut.LENGTH)


def a_front(
    name: str, place: int, at: tuple[int, int], *, material: str = "OAK18", cabinet: str = "K1", level: bool = False
) -> Part:
    """A front of 596 x 280 at (x, z) of its cabinet, in one group with all others; its grain runs up unless `level`."""
    x, z = (mm(each) for each in at)
    return replace(
        a_part(name, material, Grain.LENGTH if level else Grain.WIDTH),
        cabinet=cabinet,
        axes=(0, 2),
        box=Box(x, 0, z, mm(596), mm(18), mm(280)),
        grain_group="A",
        grain_place=place,
    )


def only_set(*parts: Part) -> tuple[Follow, tuple[tuple[str, ...], ...]]:
    (found,) = cut_job(a_design(*parts), CATALOGUE).sets
    assert found.id == "A"
    return found.follow, found.rows


def test_a_stack_with_upright_grain_follows_along_it_in_the_order_of_its_places() -> None:
    low, high = a_front("low", 1, (0, 0)), a_front("high", 2, (0, 283))
    assert only_set(high, low) == (Follow.ALONG, (("low", "high"),))


def test_a_stack_with_level_grain_follows_across_it() -> None:
    low, high = a_front("low", 1, (0, 0), level=True), a_front("high", 2, (0, 283), level=True)
    assert only_set(low, high) == (Follow.ACROSS, (("low", "high"),))


def test_fronts_beside_each_other_follow_across_upright_grain_even_from_cabinet_to_cabinet() -> None:
    one, two = a_front("left", 1, (0, 0)), a_front("right", 2, (0, 0), cabinet="K2")
    assert only_set(two, one) == (Follow.ACROSS, (("left", "right"),))
    level = [replace(each, grain=Grain.LENGTH) for each in (one, two)]
    assert only_set(*level) == (Follow.ALONG, (("left", "right"),))


def test_stacks_beside_each_other_are_rows_that_show_the_picture_and_not_its_mirror_image() -> None:
    fronts = [
        a_front(f"{cabinet}.{name}", place, (0, z), cabinet=cabinet)
        for cabinet, first in (("K1", 1), ("K2", 3))
        for name, place, z in (("low", first, 0), ("high", first + 1, 283))
    ]
    assert only_set(*fronts) == (Follow.ALONG, (("K1.high", "K1.low"), ("K2.high", "K2.low")))
    level = [replace(each, grain=Grain.LENGTH) for each in fronts]
    assert only_set(*level) == (Follow.ACROSS, (("K1.low", "K1.high"), ("K2.low", "K2.high")))


def test_where_no_grain_shows_and_where_a_part_is_alone_there_is_no_set() -> None:
    plain = [a_front(f"front{place}", place, (0, 283 * place), material="WHITE18") for place in (1, 2)]
    assert cut_job(a_design(*plain, a_front("alone", 1, (0, 0))), CATALOGUE).sets == ()

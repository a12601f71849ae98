"""From a design to the saw: every part is a piece that keeps the part's id."""

from __future__ import annotations

from cutting.grain_sets import grain_sets
from cutting.pieces import Board, CutJob, FirstCut, Piece, Saw, Trim
from furnishing import catalogue as shop
from furnishing.catalogue import Catalogue
from furnishing.design import Design
from furnishing.grain import BoardGrain, Grain
from furnishing.parts import Part


def cut_job(design: Design, catalogue: Catalogue) -> CutJob:
    """The pieces of all parts at their cut sizes, the boards of the materials they use, the workshop's saw.

    Parts of one grain group are a matched set where their finish shows a grain.
    """
    used = dict.fromkeys(part.material for part in design.parts)
    return CutJob(
        pieces=tuple(_piece(part, catalogue) for part in design.parts),
        boards=tuple(_board(stock, catalogue) for material in used for stock in catalogue.boards_of(material)),
        saw=_saw(catalogue.saw),
        sets=grain_sets(part for part in design.parts if not _plain(part, catalogue)),
    )


def _board_grain(material: str, catalogue: Catalogue) -> BoardGrain:
    return catalogue.finish(catalogue.material(material).finish).grain


def _plain(part: Part, catalogue: Catalogue) -> bool:
    return _board_grain(part.material, catalogue) is BoardGrain.NONE


def _piece(part: Part, catalogue: Catalogue) -> Piece:
    """Where the finish shows no grain the part may be turned, whatever the cabinet asked for."""
    plain = _plain(part, catalogue)
    return Piece(
        id=part.id,
        length=part.cut_length,
        width=part.cut_width,
        grain=Grain.FREE if plain else part.grain,
        material=part.material,
    )


def _board(stock: shop.StockBoard, catalogue: Catalogue) -> Board:
    return Board(
        code=stock.code,
        length=stock.length,
        width=stock.width,
        quantity=stock.quantity,
        cost=stock.price.amount,
        grain=_board_grain(stock.material, catalogue),
        material=stock.material,
    )


def _saw(saw: shop.Saw) -> Saw:
    return Saw(
        kerf=saw.kerf,
        trim=Trim(left=saw.trim_left, right=saw.trim_right, bottom=saw.trim_bottom, top=saw.trim_top),
        max_stages=saw.max_stages,
        first_cut=FirstCut(saw.first_cut),
    )

"""What papers are made of: a solved cut job and, where there is one, the design and catalogue behind it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from cutting.pieces import Board, CutJob, Piece
from cutting.plan import CutResult, Sheet
from cutting.sets import set_places
from furnishing.cabinets.cabinet import Cabinet
from furnishing.catalogue import Band, Catalogue
from furnishing.design import Design
from furnishing.order import NO_ORDER, Order
from furnishing.parts import Part
from furnishing.units import Length
from reports.places import letters
from reports.text.locale import METRIC_ENGLISH, Locale
from reports.text.names import named, part_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Everything the papers of one project are made of; an operator's list has no design and no catalogue.

    The id of a piece is the id of its part. `version` is printed on every page. `locale` is the language and the
    units of all papers.
    """

    name: str
    customer: str
    date: datetime.date
    version: str
    job: CutJob
    result: CutResult
    design: Design | None = None
    catalogue: Catalogue | None = None
    listed: tuple[Part, ...] = ()
    """Without a design: what an operator's list says of its pieces, as parts of no cabinet; thickness 0: not known."""
    locale: Locale = METRIC_ENGLISH
    order: Order = NO_ORDER
    """What is known of the order beside its customer's name: address, number, country, delivery and fitting."""

    @property
    def title(self) -> str:
        """The project as title blocks name it: its number, where it has one, and its name."""
        return f"{self.order.number} · {self.name}" if self.order.number else self.name

    def part(self, part_id: str) -> Part | None:
        """The part with this id, None where the project has none."""
        parts = self.design.parts if self.design else self.listed
        return next((part for part in parts if part.id == part_id), None)

    @property
    def parts(self) -> dict[str, Part]:
        """Parts by id; without a design those of an operator's list. Build it once before a loop."""
        return {part.id: part for part in (self.design.parts if self.design else self.listed)}

    def knows_finished(self, part: Part, piece: Piece) -> bool:
        """Whether a part's finished sizes are known: a list without thicknesses knows them only where it has bands."""
        return part.thickness > 0 or (part.length, part.width) != (piece.length, piece.width)

    @property
    def pieces(self) -> dict[str, Piece]:
        """Pieces of the job by id. Build it once before a loop."""
        return {piece.id: piece for piece in self.job.pieces}

    def piece(self, piece_id: str) -> Piece:
        """The piece with this id; KeyError where there is none."""
        return self.pieces[piece_id]

    @property
    def cabinets(self) -> dict[str, Cabinet]:
        """Cabinets by id; empty without a design."""
        return {cabinet.id: cabinet for cabinet in self.design.cabinets} if self.design else {}

    def cabinet(self, cabinet_id: str) -> Cabinet | None:
        """The cabinet with this id, None where the project has none."""
        return self.cabinets.get(cabinet_id)

    def board(self, sheet: Sheet) -> Board:
        """The board that a sheet is cut from; KeyError where the job has none of that code and material."""
        for board in self.job.boards:
            if board.code == sheet.board and board.material == sheet.material:
                return board
        for board in self.job.boards:
            if board.code == sheet.board:
                return board
        raise KeyError(sheet.board)

    def material_name(self, code: str) -> str:
        """How people call a material: its catalogue name, else its code; empty for the one unnamed material."""
        for material in self.catalogue.materials if self.catalogue else ():
            if material.code == code:
                return self.goods_name(material.name)
        return code

    def thickness(self, code: str) -> Length:
        """How thick the boards of a material are; 0 where no catalogue says it."""
        materials = self.catalogue.materials if self.catalogue else ()
        return next((material.thickness for material in materials if material.code == code), 0)

    def goods_name(self, own: str) -> str:
        """The name of a material, a band or an article in the language of the papers, where that has words for it."""
        return named(self.locale.words, "goods", own)

    def finish_name(self, code: str) -> str:
        """The name of a finish in the language of the papers; its code where no catalogue has it."""
        finishes = self.catalogue.finishes if self.catalogue else ()
        own = next((finish.name for finish in finishes if finish.code == code), code)
        return named(self.locale.words, "finishes", own)

    def cabinet_name(self, own: str) -> str:
        """The name of a cabinet in the language of the papers, where that has words for it."""
        return named(self.locale.words, "kinds", own)

    @property
    def matched(self) -> dict[str, str]:
        """For each piece in a matched set its place there in words: `set A 2/3`. Build it once before a loop.

        Sets that a design names after their first piece are counted in letters, as their names would be long.
        """
        places, pieces = set_places(self.job), self.pieces
        names = {
            each.id: letters(number) if each.id in pieces else each.id for number, each in enumerate(self.job.sets)
        }
        return {
            piece: self.locale.text("labels.set", set=names[name], number=number, of=of)
            for piece, (name, number, of) in places.items()
        }

    def part_name(self, part: Part) -> str:
        """The name of a part in the language of the papers, where that has words for it."""
        return part_name(self.locale.words, part)

    def band(self, code: str) -> Band | None:
        """The edge band with this code, None where the catalogue has none."""
        bands = self.catalogue.bands if self.catalogue else ()
        return next((band for band in bands if band.code == code), None)

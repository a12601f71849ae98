"""The rows of the cut list: every part with what is sawn, what is finished, how it lies, and where it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import chain, repeat

from cutting.pieces import Piece, Rect
from cutting.sequence import saw_order
from furnishing.grain import Grain
from furnishing.joinery.banding import cut_formula
from furnishing.outline import second_cut
from furnishing.parts import Edges, Part
from furnishing.units import Length
from reports.diagrams import patterns
from reports.project import Project
from reports.quantities import band_metres
from reports.saw_lines import panel_names
from reports.second_cuts import second_cut_words
from reports.text.locale import Locale


class Work(StrEnum):
    """What is done to a part after the saw: the flag for the machine, or for the bench."""

    DRILL = "drill"
    GROOVE = "groove"
    NOTCH = "notch"
    SECOND_CUT = "second_cut"


@dataclass(frozen=True, slots=True, kw_only=True)
class CutRow:
    """One part id. Finished sizes and thickness are None where no design says them; `sheets` counts from 1."""

    number: int
    id: str
    name: str
    cabinet: str
    material: str
    material_name: str
    thickness: Length | None
    quantity: int
    finished_length: Length | None
    finished_width: Length | None
    cut_length: Length
    cut_width: Length
    grain: Grain
    edges: Edges
    sheets: tuple[int, ...]
    strips: tuple[str, ...] = ()
    """The strips that it is cut from, by their names on the diagrams: `S2`."""
    work: tuple[Work, ...] = ()
    order: str = ""
    length_from: str = ""
    width_from: str = ""
    """How the cut sizes come about: `597 - 2 - 2 = 593`."""
    second_cut: str = ""
    """What is cut after it is sawn to size: slanting edges, bevels, notches."""
    inner_bands: str = ""
    """Bands on edges that are none of its rectangle's, with their lengths."""
    matched: str = ""
    """Its place in a matched set: `set A 2/3`."""

    @property
    def remarks(self) -> str:
        """What no column tells."""
        return " · ".join(each for each in (self.matched, self.second_cut, self.inner_bands) if each)

    @property
    def cut_area(self) -> int:
        """Square micrometres of all copies."""
        return self.quantity * self.cut_length * self.cut_width


@dataclass(frozen=True, slots=True, kw_only=True)
class CutTotals:
    """Parts, square micrometres as cut, metres of each band (overlength included, by code)."""

    parts: int
    area: int
    bands: tuple[tuple[str, Decimal], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CutList:
    """Rows by material, and within it in the order in which the saw cuts them; what is on no sheet comes last.

    `missing` has a sentence for every piece that the plan could not place.
    """

    rows: tuple[CutRow, ...]
    totals: CutTotals
    missing: tuple[str, ...] = ()


def cut_list(project: Project) -> CutList:
    """The cut list of a project, with or without a design."""
    sheets, strips, order = _places(project)
    materials = {material: i for i, material in enumerate(project.job.materials)}
    last = len(order)
    pieces = sorted(project.job.pieces, key=lambda each: (materials[each.material], order.get(each.id, last)))
    parts = project.parts
    matched = project.matched
    rows = tuple(
        replace(
            _row(i, piece, parts.get(piece.id), sheets.get(piece.id, ()), project),
            matched=matched.get(piece.id, ""),
            strips=strips.get(piece.id, ()),
        )
        for i, piece in enumerate(pieces, 1)
    )
    totals = CutTotals(
        parts=sum(row.quantity for row in rows),
        area=sum(row.cut_area for row in rows),
        # A list has several copies of a piece; a design has each part on its own.
        bands=tuple(
            band_metres(
                chain(*(repeat(parts[e.id], e.quantity) for e in pieces if e.id in parts)), project.design
            ).items()
        ),
    )
    missing = tuple(f"{each.quantity} x {each.id}: {each.message}" for each in project.result.plan.unplaced)
    return CutList(rows=rows, totals=totals, missing=missing)


def by_cabinet(listed: CutList, project: Project) -> tuple[tuple[str, tuple[CutRow, ...]], ...]:
    """The same rows by cabinet, or by order where no design says cabinets, in the order of the design or the list."""
    place = {id: number for number, id in enumerate(project.parts or project.pieces)}
    groups: dict[str, list[CutRow]] = {name: [] for name in project.cabinets}
    for row in sorted(listed.rows, key=lambda row: place.get(row.id, len(place))):
        groups.setdefault(row.cabinet, []).append(row)
    return tuple((name, tuple(rows)) for name, rows in groups.items() if rows)


def _places(
    project: Project,
) -> tuple[Mapping[str, tuple[int, ...]], Mapping[str, tuple[str, ...]], Mapping[str, int]]:
    """For each piece id the sheets it is on, numbered as on the diagrams, its strips, its place in saw order."""
    on: defaultdict[str, dict[int, None]] = defaultdict(dict)
    strips: defaultdict[str, dict[str, None]] = defaultdict(dict)
    order: dict[str, int] = {}
    first = 1
    for sheet in patterns(project):
        numbers = dict.fromkeys(range(first, first + sheet.copies))
        first += sheet.copies
        names = panel_names(sheet, project.job.saw)
        rects = [rect for rect, name in names.items() if name.startswith("S")]
        for placed in saw_order(sheet, project.job.saw):
            on[placed.id] |= numbers
            strips[placed.id] |= {names[rect]: None for rect in rects if _within(placed.rect, rect)}
            order.setdefault(placed.id, len(order))
    return (
        {each: tuple(found) for each, found in on.items()},
        {each: tuple(found) for each, found in strips.items()},
        order,
    )


def _within(one: Rect, other: Rect) -> bool:
    return (
        other.x <= one.x
        and other.y <= one.y
        and one.x + one.length <= other.x + other.length
        and one.y + one.width <= other.y + other.width
    )


def _row(index: int, piece: Piece, part: Part | None, sheets: tuple[int, ...], project: Project) -> CutRow:
    finished = part if part and project.knows_finished(part, piece) else None
    return CutRow(
        number=index,
        id=piece.id,
        name=project.part_name(part) if part else "",
        cabinet=part.cabinet if part else piece.order,
        material=piece.material,
        material_name=project.material_name(piece.material),
        thickness=(part.thickness or None) if part else None,
        quantity=piece.quantity,
        finished_length=finished.length if finished else None,
        finished_width=finished.width if finished else None,
        cut_length=piece.length,
        cut_width=piece.width,
        grain=piece.grain,
        edges=part.edges if part else Edges(),
        sheets=sheets,
        work=work(part) if part else (),
        order=piece.order,
        inner_bands=inner_band_words(part, project.locale) if part else "",
        second_cut=second_cut_words(part, project.locale),
        length_from=_formula(finished, "length", project),
        width_from=_formula(finished, "width", project),
    )


def work(part: Part) -> tuple[Work, ...]:
    """What is done to a part after the saw and beside its bands, by its data."""
    found = {
        Work.DRILL: bool(part.bores),
        Work.GROOVE: bool(part.grooves),
        Work.NOTCH: bool(part.notches),
        Work.SECOND_CUT: second_cut(part) is not None,
    }
    return tuple(kind for kind, wanted in found.items() if wanted)


def inner_band_words(part: Part, locale: Locale) -> str:
    """The bands on edges that are none of a part's rectangle's, with their lengths; empty where it has none."""
    told = ", ".join(f"{code} {locale.sized(length)}" for code, length in part.inner_bands)
    return locale.text("cut_list.inner_bands", bands=told) if told else ""


def _formula(part: Part | None, axis: str, project: Project) -> str:
    if part is None or project.design is None or project.catalogue is None:
        return ""
    construction = project.design.construction_of(part.cabinet)
    return cut_formula(part, axis, project.catalogue, construction, project.locale.length)

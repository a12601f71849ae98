"""What the labels say: one for each piece that comes off the saw, in saw order, with where the piece goes next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cutting.pieces import Board, Piece
from cutting.plan import Placed
from cutting.sequence import saw_order
from furnishing.catalogue import Band
from furnishing.grain import BoardGrain, Grain
from furnishing.outline import second_cut
from furnishing.parts import Edges, Part
from furnishing.units import from_length
from reports.cut_rows import inner_band_words
from reports.diagrams import patterns
from reports.drawing import Point
from reports.project import Project
from reports.second_cuts import second_cut_words
from reports.text.locale import Locale


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What stands on one label. `grain` is the direction of the grain on the part as drawn, None for no grain.

    `outline` are the corners of a part that is no rectangle, as shares of its length and width; `thicknesses` those of
    its bands whose code does not say it.
    """

    id: str
    name: str
    cut: str
    finished: str
    material: str
    next: str
    foot: tuple[str, ...]
    edges: Edges
    grain: Grain | None
    second_cut: str = ""
    outline: tuple[Point, ...] = ()
    thicknesses: Mapping[str, str] = field(default_factory=dict)


def label_texts(project: Project) -> Iterator[Label]:
    """What the labels say, in the order of the saw: sheet by sheet, each copy of a sheet for itself."""
    parts, pieces, cabinets = project.parts, project.pieces, project.cabinets
    total, number, matched = project.result.plan.boards, 0, project.matched
    # Sheets are numbered like the diagrams: equal ones follow each other.
    for sheet in patterns(project):
        order = saw_order(sheet, project.job.saw)
        for _ in range(sheet.copies):
            number += 1
            for placed in order:
                part = parts.get(placed.id)
                names = [matched[placed.id]] if placed.id in matched else []
                names += [project.part_name(part)] if part and part.name else []
                names += (
                    [project.cabinet_name(cabinets[part.cabinet].name)] if part and part.cabinet in cabinets else []
                )
                lying = _grain(pieces[placed.id], project.board(sheet), placed)
                yield _label(
                    project,
                    pieces[placed.id],
                    part,
                    name=", ".join(dict.fromkeys(names)),
                    grain=lying,
                    place=project.locale.text("labels.sheet", number=number, total=total),
                )


def _grain(piece: Piece, board: Board, placed: Placed) -> Grain | None:
    """Which way the grain runs on a piece as it was cut; None where neither piece nor board has one."""
    if piece.grain is not Grain.FREE:
        return piece.grain
    if board.grain is BoardGrain.LENGTH:
        return Grain.WIDTH if placed.turned else Grain.LENGTH
    return None


def _label(project: Project, piece: Piece, part: Part | None, *, name: str, grain: Grain | None, place: str) -> Label:
    room = project.design.room.name if project.design else ""
    owner = dict.fromkeys(word for word in (piece.order, project.customer) if word)
    where = dict.fromkeys(word for word in (project.name, room) if word)
    locale = project.locale
    cut = locale.size(piece.length, piece.width)
    inner = inner_band_words(part, locale) if part else ""
    return Label(
        id=piece.id,
        name=name,
        cut=locale.text("labels.cut", size=cut),
        finished=_finished(part, locale) if part and project.knows_finished(part, piece) else "",
        material=project.material_name(piece.material),
        next=_next(part, locale) if part else "",
        foot=(" · ".join(owner), " · ".join((*where, place))),
        edges=part.edges if part else Edges(),
        grain=grain,
        second_cut=" · ".join(each for each in (second_cut_words(part, locale), inner) if each),
        outline=_outline(part),
        thicknesses=_thicknesses(part, project) if part else {},
    )


def _thicknesses(part: Part, project: Project) -> dict[str, str]:
    locale, bands = project.locale, (project.band(code) for code in dict.fromkeys(part.edges.codes) if code)
    return {band.code: locale.sized(band.thickness) for band in bands if band and not _says(band)}


def _says(band: Band) -> bool:
    """Whether the code of a band tells its thickness, as `white-abs-0.8` does."""
    return str(from_length(band.thickness, "mm")) in re.findall(r"\d+(?:\.\d+)?", band.code)


def _outline(part: Part | None) -> tuple[Point, ...]:
    cut = second_cut(part) if part else None
    if part is None or cut is None or not cut.slants:
        return ()
    return tuple((x / part.length, y / part.width) for x, y in cut.points)


def stations(part: Part) -> tuple[str, ...]:
    """Where a part goes from the saw, by what its data says: `second_cut` to its true outline, `banding`, `machining`,
    and `assembly` in a cabinet."""
    shaped = second_cut(part) is not None
    banded = any(part.edges.codes) or bool(part.inner_bands)
    machined = bool(part.bores or part.grooves or part.notches)
    found = {"second_cut": shaped, "banding": banded, "machining": machined, "assembly": bool(part.cabinet)}
    return tuple(station for station, wanted in found.items() if wanted)


def _next(part: Part, locale: Locale) -> str:
    # All parts end in assembly: that is told only where nothing comes before it.
    every = stations(part)
    told = every[:-1] if every[:-1] and every[-1] == "assembly" else every
    way = "\u00a0› ".join(locale.text(f"labels.station_{station}") for station in told)
    return locale.text("labels.next", way=way) if way else ""


def _finished(part: Part, locale: Locale) -> str:
    sizes = (part.length, part.width, *((part.thickness,) if part.thickness else ()))
    return locale.text("labels.finished", size=locale.size(*sizes))

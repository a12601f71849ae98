"""The cabinets of a quote: each with a small picture, its key dimensions, its place and what it takes of the price."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from furnishing.cabinets.cabinet import Cabinet, Opens
from furnishing.catalogue import Catalogue
from furnishing.design import Design
from furnishing.layout.placement import Placement
from furnishing.money import Money
from reports.cabinet_view import cabinet_view
from reports.drawing import VISIBLE, Anchor, Drawing, Item, Line, Stroke, Text, moved
from reports.page import A4_PORTRAIT
from reports.pricing import Quote
from reports.project import Project
from reports.quantities import is_assembled
from reports.render.fonts import text_width
from reports.tables import GREY, Flow
from reports.text.locale import Locale
from reports.wrapping import fitted, shortened

PICTURE: Final = (30.0, 22.0)
"""Millimetres of a picture."""

_WORDS: Final = PICTURE[0] + 6.0
_AMOUNT: Final = 34.0
_HIGH, _LOW, _LINE = 25.0, 12.0, 5.2
_HEAD: Final = 6.0
_WIDTH: Final = A4_PORTRAIT.body_width
_ROOM: Final = _WIDTH - _WORDS - _AMOUNT
_FAINT: Final = Stroke(0.13, "#9a9a9a")


def cabinet_rows(flow: Flow, found: Quote, project: Project, design: Design) -> None:
    """A row for each cabinet and each filler, and the sum of all, which is the net total exactly."""
    pictures: dict[object, Drawing] = {}
    placements = {each.cabinet: each for each in design.layout.placements}
    flow.need(_HEAD + _HIGH)
    _head(flow, project.locale, found.net.currency)
    rows = tuple(zip(design.cabinets, (share.net for share in found.shares), strict=True))
    for number, (cabinet, net) in enumerate(rows):
        told = _told(cabinet, placements.get(cabinet.id), project.locale)
        high = _HIGH if is_assembled(cabinet) else _LOW + _LINE * (len(told) - 1)
        # The last row goes with the sum: alone on a page it would sum up nothing that is seen.
        kept = 9.0 if number == len(rows) - 1 else 0.0
        if flow.left_over < high + kept:
            flow.turn()
            _head(flow, project.locale, found.net.currency)
        picture = _picture(cabinet, project.catalogue, pictures) if is_assembled(cabinet) else None
        flow.put(_row(cabinet, net, project, told, picture, high), high)
    _sum(flow, project.locale.text("quote.all_cabinets"), project.locale.amount(found.net))


def _head(flow: Flow, locale: Locale, currency: str) -> None:
    flow.put(
        (
            Text(_WORDS, 1.6, locale.text("quote.cabinet_and_sizes", unit=locale.unit), 8.0, colour=GREY),
            Text(_WIDTH, 1.6, locale.text("quote.net_currency", currency=currency), 8.0, Anchor.END, colour=GREY),
            Line((0.0, 0.0), (_WIDTH, 0.0), VISIBLE),
        ),
        _HEAD,
    )


def _sum(flow: Flow, words: str, amount: str) -> None:
    flow.put(
        (
            Line((0.0, 7.0), (_WIDTH, 7.0), VISIBLE),
            Text(_WORDS, 2.0, words, 11.0, bold=True),
            Text(_WIDTH, 2.0, amount, 11.0, Anchor.END, bold=True),
        ),
        8.0,
    )


def _picture(cabinet: Cabinet, catalogue: Catalogue | None, drawn: dict[object, Drawing]) -> Drawing | None:
    """The picture of a cabinet, drawn once for all that look alike."""
    if catalogue is None:
        return None
    looks = tuple((part.box, part.material, part.notches) for part in cabinet.parts)
    if looks not in drawn:
        drawn[looks] = cabinet_view(cabinet, catalogue, width=PICTURE[0], height=PICTURE[1])
    return drawn[looks]


def _row(
    cabinet: Cabinet, net: Money, project: Project, told: Sequence[str], picture: Drawing | None, high: float
) -> tuple[Item, ...]:
    """One row as a figure: the picture, the name with sizes and place below it, the price; a faint line under it."""
    locale = project.locale
    items: list[Item] = []
    if picture is not None:
        items += moved(picture.items, (PICTURE[0] - picture.width) / 2, (high - picture.height) / 2)
    title = f"{cabinet.id} · {project.cabinet_name(cabinet.name)}"
    size = fitted(title, 11.0, _ROOM, bold=True, smallest=9.0)
    base = high - (7.0 if is_assembled(cabinet) else 5.0)
    items.append(Text(_WORDS, base, shortened(title, size, _ROOM, bold=True), size, bold=True))
    for number, line in enumerate(told, 1):
        small = fitted(line, 10.0, _ROOM, smallest=8.0)
        items.append(Text(_WORDS, base - _LINE * number, shortened(line, small, _ROOM), small))
    items.append(Text(_WIDTH, base, locale.amount(net), 11.0, Anchor.END))
    items.append(Line((_WORDS, 0.0), (_WIDTH, 0.0), _FAINT))
    return tuple(items)


def _told(cabinet: Cabinet, place: Placement | None, locale: Locale) -> tuple[str, ...]:
    """Sizes and fronts, and place; of what is not assembled in one line if there is room."""
    size = locale.size(cabinet.width, cabinet.height, cabinet.depth)
    where = "" if place is None else _place(place, locale)
    if not is_assembled(cabinet):
        line = " · ".join(each for each in (size, where) if each)
        return (line,) if text_width(line, 8.0) <= _ROOM else (size, where)
    drawers = sum(front.opens is Opens.PULL for front in cabinet.fronts)
    doors = len(cabinet.fronts) - drawers
    fronts = [locale.text("quote.doors", n=doors)] if doors else []
    fronts += [locale.text("quote.drawers", n=drawers)] if drawers else []
    return tuple(each for each in (", ".join((size, *fronts)), where) if each)


def _place(place: Placement, locale: Locale) -> str:
    """On which wall a cabinet stands, how far from its left end, and how high it hangs, or how far off it it stands."""
    left = locale.sized(place.offset)
    if place.out:
        return locale.text("quote.place_free", wall=place.wall + 1, left=left, out=locale.sized(place.out))
    if not place.elevation:
        return locale.text("quote.place", wall=place.wall + 1, left=left)
    return locale.text("quote.place_hung", wall=place.wall + 1, left=left, floor=locale.sized(place.elevation))

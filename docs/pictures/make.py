"""Draw the pictures of the README and the page of the cabinet kinds: `make pictures`, after a change to any of them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import sample_rooms
from furnishing.cabinets.kind import Family, Kind, Size
from furnishing.cabinets.registry import kinds
from furnishing.catalogue_file import default_catalogue
from furnishing.construction import default_construction
from furnishing.design import design
from furnishing.room_file import read_room
from furnishing.style_file import shipped_style
from furnishing.units import show
from reports.cabinet_view import cabinet_view
from reports.drawing import Drawing, Item, Rectangle, Stroke, Text, in_a_row, moved
from reports.render.svg import svg
from reports.room_drawings import elevation_figures, plan_figure
from web.commands.kinds import values_of

FOLDER: Final = Path(__file__).parent
PAGE: Final = FOLDER.parent / "kinds.md"
HALF: Final = 90.0
"""Millimetres of one view of a cabinet."""
WIDTH, HEIGHT, EDGE = 300.0, 176.0, 8.0
"""Millimetres of a picture, and of white along its edges."""


def pictures() -> dict[str, bytes]:
    """Every picture by its file name."""
    found = {"galley_kitchen.svg": svg(furnished_room("galley_kitchen")).encode()}
    return found | {f"kinds/{kind.code}.svg": svg(kind_picture(kind)).encode() for kind in kinds()}


def kind_picture(kind: Kind) -> Drawing:
    """A kind at its middle standard width in the first shipped style: closed, and without its fronts."""
    catalogue, style = default_catalogue(), shipped_style("oak-kitchen")
    stand = kind.stands(style)
    size = Size(width=kind.widths[len(kind.widths) // 2], height=stand.height, depth=stand.depth)
    cabinet = kind.make("K01", size, style, catalogue, default_construction())
    fronts = frozenset(id for front in cabinet.fronts for id in (front.part, *front.others))
    views = [cabinet_view(cabinet, catalogue, width=HALF, height=HALF)]
    if fronts:
        views.append(cabinet_view(cabinet, catalogue, width=HALF, height=HALF, without=fronts))
    return in_a_row(views, EDGE, kind.name)


def kinds_page() -> str:
    """The page that lists all kinds by family, with pictures, sizes and parameters."""
    lines = [
        "# Cabinet kinds",
        "",
        "Made by `make pictures`; do not edit. Pictures show each kind at its middle standard width, closed and",
        "without its fronts; sizes in mm, heights of standing units from the floor. `furnish kinds` lists the same.",
    ]
    for family in Family:
        listed = [kind for kind in kinds() if kind.family is family]
        lines += ["", f"## {family.value.capitalize()}"] if listed else []
        for kind in listed:
            lines += ["", *_kind_lines(kind)]
    return "\n".join(lines) + "\n"


def _kind_lines(kind: Kind) -> list[str]:
    spans = (("width", kind.width), ("height", kind.height), ("depth", kind.depth))
    sizes = ", ".join(f"{name} {show(span.least)} to {show(span.most)}" for name, span in spans)
    widths = ", ".join(show(width) for width in kind.widths)
    needs = f" Needs {', '.join(kind.needs)}." if kind.needs else ""
    lines = [
        f"### {kind.name} (`{kind.code}`)",
        "",
        f"![{kind.name}](pictures/kinds/{kind.code}.svg)",
        "",
        f"{kind.help}{needs} Zone `{kind.zone.value}`; {sizes}; standard widths {widths}.",
    ]
    if kind.parameters:
        lines += ["", "| parameter | what it decides | values |", "| --- | --- | --- |"]
        lines += [f"| `{each.name}` | {each.help} | {values_of(each)} |" for each in kind.parameters]
    return lines


def furnished_room(name: str) -> Drawing:
    """Plan and elevation of the first furnished wall side by side on white, under the name of the room."""
    file, catalogue = read_room(sample_rooms.text(name)), default_catalogue()
    if file.style is None:
        raise ValueError(f"the sample room {name} has no style")
    made = design(file.room, file.style, catalogue)
    units = sum(bool(cabinet.fronts) for cabinet in made.cabinets)
    words = f"{units} units, {len(made.parts)} parts: drawn by Furnish from {name}.json"
    items: list[Item] = [
        Rectangle(0.0, 0.0, WIDTH, HEIGHT, Stroke(0.3, "#d5d8d3"), "#ffffff"),
        Text(EDGE, HEIGHT - 13.0, file.room.name, 18.0, bold=True),
        Text(EDGE, HEIGHT - 20.5, words, 11.0, colour="#555555"),
    ]
    room = HEIGHT - 2 * EDGE - 12.0
    narrow = 0.37 * (WIDTH - 3 * EDGE)
    wide = WIDTH - 3 * EDGE - narrow
    places = (
        (EDGE, narrow, plan_figure(made, catalogue, narrow, room, dimensions=False).drawing),
        (2 * EDGE + narrow, wide, elevation_figures(made, catalogue, wide, room)[0].drawing),
    )
    for left, width, drawing in places:
        items += moved(drawing.items, left + (width - drawing.width) / 2, EDGE + 0.3 * (room - drawing.height))
    return Drawing(width=WIDTH, height=HEIGHT, items=tuple(items), title=f"{file.room.name}: plan and elevation")


if __name__ == "__main__":
    for name, data in pictures().items():
        (FOLDER / name).parent.mkdir(exist_ok=True)
        (FOLDER / name).write_bytes(data)
    PAGE.write_text(kinds_page(), encoding="utf-8")

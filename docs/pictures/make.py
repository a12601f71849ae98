"""Draw the pictures of the README from the sample rooms: `make pictures`, after a change to drawings or samples."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import sample_rooms
from furnishing.catalogue_file import default_catalogue
from furnishing.design import design
from furnishing.room_file import read_room
from reports.drawing import Drawing, Item, Rectangle, Stroke, Text, moved
from reports.render.svg import svg
from reports.room_drawings import elevation_figures, plan_figure

FOLDER: Final = Path(__file__).parent
WIDTH, HEIGHT, EDGE = 300.0, 176.0, 8.0
"""Millimetres of a picture, and of white along its edges."""


def pictures() -> dict[str, bytes]:
    """Every picture by its file name."""
    return {"galley_kitchen.svg": svg(furnished_room("galley_kitchen")).encode()}


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
        (FOLDER / name).write_bytes(data)

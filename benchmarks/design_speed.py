"""How long `design()` takes with machining and rules, from 20 cabinets to 1,000: `python -m benchmarks.design_speed`.

The room is one long straight wall; time must grow no faster than the number of cabinets.
"""

from __future__ import annotations

import dataclasses
import time

from furnishing.catalogue_file import default_catalogue
from furnishing.design import design
from furnishing.room import Room, Wall
from furnishing.style import Style, Wish
from furnishing.style_file import shipped_style
from furnishing.units import mm

KINDS = ("base-drawers", "base-doors", "base-sink", "base-hob", "base-pullout")
COUNTS = (20, 100, 300, 1000)


def a_run(count: int) -> tuple[Room, Style]:
    """A room with a wall for `count` cabinets of five kinds in turn, and the style that wishes for them."""
    wishes = tuple(
        Wish(kind=KINDS[number % len(KINDS)], width=mm(200 if KINDS[number % len(KINDS)] == "base-pullout" else 600))
        for number in range(count)
    )
    length = sum(wish.width or 0 for wish in wishes) + mm(100)
    walls = tuple(Wall(measured=(each,)) for each in (length, mm(4000), length, mm(4000)))
    room = Room(name="Long wall", walls=walls, ceiling=mm(2600))
    return room, dataclasses.replace(shipped_style("oak-kitchen"), wishes=wishes, wall=0)


def main() -> None:
    """Print seconds and milliseconds a cabinet for each count."""
    catalogue = default_catalogue()
    print("cabinets   parts   bores   issues   seconds   ms a cabinet")
    for count in COUNTS:
        room, style = a_run(count)
        start = time.perf_counter()
        made = design(room, style, catalogue)
        seconds = time.perf_counter() - start
        bores = sum(len(part.bores) for part in made.parts)
        units = len(made.cabinets)
        print(f"{units:8}{len(made.parts):8}{bores:8}{len(made.issues):9}{seconds:10.2f}{1000 * seconds / units:15.1f}")


if __name__ == "__main__":
    main()

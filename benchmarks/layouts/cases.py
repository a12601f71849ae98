"""The rooms of the layout search, each with what is wanted of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import sample_rooms
from benchmarks.layouts import kitchen_designer
from benchmarks.layouts.generated import PROGRAMMES, generated
from furnishing.catalogue_file import default_catalogue
from furnishing.layout.pins import Edit, settled
from furnishing.layout.search import Task
from furnishing.levels import levels
from furnishing.programme import Programme
from furnishing.programme_file import shipped_programme
from furnishing.room import Room
from furnishing.room_file import read_room
from furnishing.style import Style
from furnishing.style_file import shipped_style
from web.commands.layout import suggested


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A room, what is wanted of it, and what it is furnished with."""

    name: str
    room: Room
    programme: Programme
    style: Style
    edits: tuple[Edit, ...] = ()

    @property
    def task(self) -> Task:
        """What is searched."""
        return Task(
            room=self.room,
            programme=self.programme,
            style=self.style,
            catalogue=default_catalogue(),
            construction=levels(self.style).project,
            pins=settled(self.edits),
        )


@cache
def cases() -> tuple[Case, ...]:
    """Sample rooms, the examples of kitchen-designer, generated rooms."""
    found = [_sample(name) for name in sample_rooms.names()]
    found += [_example(name) for name in kitchen_designer.examples()]
    found += [_generated(number) for number in range(len(PROGRAMMES))]
    return tuple(found)


def _sample(name: str) -> Case:
    file = read_room(sample_rooms.text(name))
    programme = file.programme or shipped_programme(suggested(file.room.name))
    return Case(name=name, room=file.room, programme=programme, style=file.style or shipped_style(programme.style))


def _example(name: str) -> Case:
    wanted = kitchen_designer.programme(name)
    return Case(
        name=f"kitchen-designer {name}",
        room=kitchen_designer.room(name),
        programme=wanted,
        style=shipped_style(wanted.style),
        edits=kitchen_designer.pins(name),
    )


def _generated(number: int) -> Case:
    programme, room = shipped_programme(PROGRAMMES[number]), generated(number)
    return Case(name=f"generated {number + 1}", room=room, programme=programme, style=shipped_style(programme.style))

"""The first page: what this is, the sample rooms, and the way in with one's own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from flask import Blueprint, Response, abort, render_template

import sample_rooms
from furnishing.catalogue_file import default_catalogue
from furnishing.design import design
from furnishing.errors import Fault
from furnishing.room_file import read_room
from furnishing.style_file import shipped_style, style_names
from furnishing.units import show
from web.pages.plans import furnished_wall
from web.site import site

pages = Blueprint("start", __name__)


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample room as listed."""

    name: str
    title: str
    walls: int
    ceiling: str


@cache
def samples() -> tuple[Sample, ...]:
    """All sample rooms; they come with the program and do not change while it runs."""
    rooms = ((name, read_room(sample_rooms.text(name), name).room) for name in sample_rooms.names())
    return tuple(Sample(name, room.name, len(room.walls), show(room.ceiling)) for name, room in rooms)


@pages.get("/")
def start() -> str:
    """The start page."""
    return start_page()


def start_page(upload_faults: tuple[Fault, ...] = (), upload_name: str = "") -> str:
    """The start page, with what is wrong with an uploaded file."""
    return render_template(
        "start.html",
        samples=samples(),
        upload_faults=upload_faults,
        upload_name=upload_name,
        largest=site().config.largest_upload // 1024,
    )


@pages.get("/samples/<name>.svg")
def thumbnail(name: str) -> Response:
    """The furnished wall of a sample room."""
    if name not in sample_rooms.names():
        abort(404)
    response = Response(_thumbnail(name), mimetype="image/svg+xml")
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response


@cache
def _thumbnail(name: str) -> str:
    file = read_room(sample_rooms.text(name), name)
    catalogue = default_catalogue()
    made = design(file.room, file.style or shipped_style(style_names()[0]), catalogue)
    return furnished_wall(made, catalogue)

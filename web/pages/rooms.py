"""The form of a room, from nothing, a sample, a file or a design; every press of a button keeps what was typed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flask import Blueprint, abort, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

import sample_rooms
from furnishing.design import design
from furnishing.errors import Fault, InputError
from furnishing.json_text import parse_json, to_json
from furnishing.programme_file import programme_names
from furnishing.room_file import RoomFile, read_room, room_as_read, write_room
from furnishing.style import Style
from furnishing.style_file import shipped_style, style_names
from reports.render.svg import svg
from reports.room_fault import fault_drawing, shows
from web.answer import Refused
from web.commands.layout import suggested
from web.forms.controls import Section
from web.forms.form import added, label, posted, removed, restored, shown, summary
from web.forms.names import Json
from web.forms.room_form import blank, from_file, to_file
from web.pages.plans import room_plan
from web.pages.programmes import programme_choices
from web.pages.start import start_page
from web.site import site

pages = Blueprint("rooms", __name__)


@dataclass(frozen=True, slots=True)
class Undo:
    """A row just removed, as the page offers it back."""

    path: str
    row: str
    label: str


@pages.get("/rooms/new")
def new() -> str:
    """An empty form, or that of a sample room."""
    name = request.args.get("sample", "")
    if not name:
        return _page(blank(site().form(4), default_style()))
    if name not in sample_rooms.names():
        abort(404)
    file = read_room(sample_rooms.text(name), name)
    return _page(_values(file), laid_out=file.layout is not None)


@pages.get("/designs/<key>/edit")
def edit(key: str) -> str:
    """The form of a design, with what was wrong with it if it could not be made."""
    stored = site().store.find(key)
    if stored is None:
        abort(404)
    known = site().calculations.known(key)
    faults = known.faults if isinstance(known, Refused) else ()
    return _page(_values(read_room(stored.text)), faults, before=key)


@pages.post("/rooms")
def submit() -> Response | str | tuple[str, int]:
    """What the pressed button says: design it, add or remove a row, put one back, or draw the plan again."""
    pressed, _, path = request.form.get("do", "").partition(":")
    if pressed == "sample":
        if path not in sample_rooms.names():
            abort(404)
        return _kept(read_room(sample_rooms.text(path), path))
    walls = len({name.split(".")[0] for name in request.form if name.startswith("walls[")})
    group = site().form(walls)
    values = posted(group, request.form)
    before = request.form.get("before", "")
    if pressed == "add":
        return _page(added(group, values, path), before=before, touched=path)
    if pressed == "remove":
        changed, row = removed(group, values, path)
        undo = Undo(path, row, label(group, path)) if row else None
        return _page(changed, before=before, undo=undo, touched=path.rpartition("[")[0])
    if pressed == "undo":
        back = request.form.get("undo_path", "")
        return _page(restored(group, values, back, _row()), before=before, touched=back.rpartition("[")[0])
    try:
        file = read_room(to_json(to_file(values)))
        if pressed == "layouts":
            return _to_layouts(file)
        if pressed != "redraw" and file.style is not None:
            design(file.room, file.style, site().catalogue)
    except InputError as error:
        return _page(values, error.faults, before=before), 200 if pressed == "redraw" else 422
    return _page(values, before=before) if pressed == "redraw" else _kept(file, before)


@pages.post("/rooms/upload")
def upload() -> Response | tuple[str, int]:
    """A room file from the reader's disk becomes a design."""
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        return start_page((Fault("", "no file was chosen; choose one first"),)), 422
    name = sent.filename[:80]
    try:
        file = read_room(sent.read())
    except InputError as error:
        return start_page(error.faults, name), 422
    if file.style is None:
        file = replace(file, style=default_style())
    return _kept(file)


def _kept(file: RoomFile, before: str = "") -> Response:
    key = site().store.keep(file)
    return redirect(url_for("designs.show_design", key=key, before=before if before != key and before else None), 303)


def _to_layouts(file: RoomFile) -> Response:
    """On to the layouts, with what is wanted; the form always sends a style."""
    key = site().store.keep(replace(file, style=file.style or default_style()))
    name = request.form.get("programme", "")
    wanted = name if name in programme_names() else suggested(file.room.name)
    return redirect(url_for("layouts.show_layouts", key=key, programme=wanted), 303)


def _values(file: RoomFile) -> dict[str, Json]:
    text = write_room(replace(file, style=file.style or default_style(), unit="mm"))
    return from_file(site().form(len(file.room.walls)), parse_json(text))


def default_style() -> Style:
    """The style of a room that brings none."""
    return shipped_style(style_names()[0])


def _row() -> Json:
    try:
        return parse_json(request.form.get("undo_row", ""))
    except InputError:
        return None


def _page(
    values: dict[str, Json],
    faults: tuple[Fault, ...] = (),
    *,
    before: str = "",
    undo: Undo | None = None,
    touched: str = "",
    laid_out: bool = False,
) -> str:
    """The form; `before` is the design it was opened from, `touched` the list where a row came or went.

    What was `laid_out` unit by unit is furnished anew by the form, and the page says so.
    """
    stored = site().store.find(before)
    known = read_room(stored.text) if stored else None
    plan = _plan(values) or _failing(values, faults)
    group = site().form(len(values.get("walls") or ()))
    section: Section = shown(group, values, faults)
    return render_template(
        "room.html",
        form=section,
        summary=summary(group, values, faults),
        count=len(faults),
        plan=plan or (_plan(_values(known)) if known else None),
        plan_is_old=plan is None,
        before=before if known else "",
        laid_out=laid_out or (known is not None and known.layout is not None),
        undo=undo,
        touched=touched,
        programmes=programme_choices(),
        wanted=request.form.get("programme") or suggested(str(values.get("name", ""))),
    )


def _plan(values: dict[str, Json]) -> Markup | None:
    """The plan of the room as typed, where its walls can be drawn; what is wrong with it is told elsewhere."""
    try:
        file = read_room(
            to_json({name: each for name, each in to_file(values).items() if name not in ("style", "order")})
        )
    except InputError:
        return None
    # Made by our own renderer, which escapes every text.
    return Markup(room_plan(file.room, default_style()))  # noqa: S704


def _failing(values: dict[str, Json], faults: tuple[Fault, ...]) -> Markup | None:
    """Where the room as typed fails, each fault by its number in the list; None without faults or walls."""
    try:
        room = room_as_read(to_json(to_file(values))).file.room
    except InputError:
        return None
    if not shows(room, faults):
        return None
    # Made by our own renderer, which escapes every text.
    return Markup(svg(fault_drawing(room, faults, width=100.0, words=False)))  # noqa: S704

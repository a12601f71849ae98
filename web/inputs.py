"""What a command is given by name becomes values; the faults of all its files are told together."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TypeVar

import sample_rooms
from cutting.files import read_job
from cutting.pieces import CutJob
from furnishing.catalogue import Catalogue
from furnishing.catalogue_file import default_catalogue, read_catalogue
from furnishing.construction import Construction, method_names, read_construction, shipped_method
from furnishing.design import Design, design
from furnishing.errors import Fault, InputError
from furnishing.room_file import RoomFile, read_room
from furnishing.rules.book import RuleBook, default_book, read_book
from furnishing.settings import Layer
from furnishing.settings_file import read_company
from furnishing.style import Style
from furnishing.style_file import read_style, shipped_style, style_names
from reports.render.svg import svg
from reports.room_fault import fault_drawing, shows
from web.disk import is_there, read_input, write_folder
from web.line import style_for
from web.ptx_input import ptx_file, the_job

Value = TypeVar("Value")


class Faults:
    """Gathers what several readers refuse, so that people mend everything in one go."""

    def __init__(self) -> None:
        self._errors: list[InputError] = []

    def gather(self, read: Callable[[], Value]) -> Value | None:
        """What `read` makes, or None where it refused."""
        try:
            return read()
        except InputError as error:
            self._errors.append(error)
            return None

    def finish(self) -> None:
        """Raise everything that was gathered, if there is anything, as one error."""
        if len(self._errors) == 1:
            raise self._errors[0]
        if self._errors:
            raise InputError(
                Fault(f"{error.source}: {fault.where}" if fault.where else error.source, fault.message)
                for error in self._errors
                for fault in error.faults
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Furnished:
    """Everything that a room is furnished from; `file` carries the style that was chosen."""

    file: RoomFile
    style: Style
    catalogue: Catalogue
    construction: Construction | None = None
    company: Layer | None = None
    rules: RuleBook | None = None


def furnished(given: argparse.Namespace) -> Furnished:
    """The room, style, catalogue and construction that a command names; each may be a file or one that we ship.

    Where the room cannot be, a drawing of where it fails is left in the folder `out`, if one was named.
    """
    faults = Faults()
    file = faults.gather(lambda: _room(given.room, getattr(given, "out", None)))
    style = faults.gather(lambda: _style(given.style)) if given.style is not None else None
    bought = faults.gather(lambda: catalogue_of(given.catalogue))
    method = faults.gather(lambda: construction_of(given.construction)) if given.construction is not None else None
    company = faults.gather(lambda: company_of(given.company))
    rules = faults.gather(lambda: rules_of(given.rules)) if getattr(given, "rules", None) is not None else None
    if file is not None and file.style is None and given.style is None:
        known = ", ".join(style_names())
        fault = Fault("style", f"the room carries no style; add one, or give --style with a file or one of {known}")
        faults.gather(lambda: _refuse(fault, given.room))
    faults.finish()
    chosen = style or (file.style if file else None)
    if file is None or chosen is None or bought is None:
        raise InputError([Fault("", "the input could not be read")], given.room)
    return Furnished(
        file=replace(file, style=chosen),
        style=chosen,
        catalogue=bought,
        construction=method,
        company=company,
        rules=rules,
    )


def designed(given: Furnished, source: str) -> Design:
    """The design of a room; what is wrong with it is told of the file that was named."""
    try:
        return design(
            given.file.room,
            style_for(given.style, given.file.layout),
            given.catalogue,
            given.construction,
            given.company,
            given.rules,
            given.file.layout,
        )
    except InputError as error:
        raise InputError(error.faults, error.source or source) from None


def construction_of(name: str) -> Construction:
    """The construction method in a file, or the one that we ship under this name."""
    if not is_there(name) and name in method_names():
        return shipped_method(name)
    return read_construction(read_input(name), name)


def rules_of(path: str | None) -> RuleBook:
    """The rules of a workshop in a file, laid over those that come along; without one those."""
    return default_book() if path is None else read_book(read_input(path), path)


def company_of(path: str | None) -> Layer | None:
    """The settings of a company in a file; without one named, in `furnish/company.json` of the user's settings."""
    home = os.environ.get("XDG_CONFIG_HOME") or Path("~/.config").expanduser()
    usual = Path(home) / "furnish" / "company.json"
    if path is None and not is_there(str(usual)):
        return None
    found = str(usual) if path is None else path
    return Layer(Path(found).name, read_company(read_input(found), found))


FAULT_DRAWING: Final = "room-fault.svg"


def _room(room: str, out: str | None) -> RoomFile:
    text = room_text(room)
    try:
        return read_room(text, room)
    except InputError as error:
        if out is not None and shows(text, error.faults):
            drawing = svg(fault_drawing(text, error.faults)).encode()
            write_folder(out, [(FAULT_DRAWING, drawing)])
            print(f"furnish: where the room fails is drawn in {Path(out) / FAULT_DRAWING}", file=sys.stderr)
        raise


def room_text(room: str) -> bytes:
    """The text of a room file, or of the sample room with this name where there is no such file."""
    if not is_there(room) and room in sample_rooms.names():
        return sample_rooms.text(room).encode()
    try:
        return read_input(room)
    except InputError:
        if is_there(room) or Path(room).suffix or "/" in room:
            raise
        known = ", ".join(sample_rooms.names())
        raise InputError([Fault("", f"there is no such file, and the sample rooms are {known}")], room) from None


def catalogue_of(path: str | None) -> Catalogue:
    """The catalogue in a file, or the one that we ship."""
    return default_catalogue() if path is None else read_catalogue(read_input(path), path)


def job_of(path: str) -> CutJob:
    """The cut job in a file."""
    if path.lower().endswith((".csv", ".tsv", ".xlsx")):
        message = (
            "this is a list of parts; make a job of it first: furnish cut LIST --save-job JOB.json --plan PLAN.json"
        )
        raise InputError([Fault("", message)], path)
    file = ptx_file(path)
    return read_job(read_input(path), path) if file is None else the_job(file, path).job


def _style(name: str) -> Style:
    if not is_there(name) and name in style_names():
        return shipped_style(name)
    return read_style(read_input(name), name)


def _refuse(fault: Fault, source: str) -> None:
    raise InputError([fault], source)

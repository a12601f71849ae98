"""`furnish layout`: several ranked layouts for a room, each with its score, its price and its reasons."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from furnishing.cabinets.registry import kinds
from furnishing.construction import Construction
from furnishing.design import Design, design
from furnishing.errors import Fault, InputError
from furnishing.layout.answer import Answer, answers
from furnishing.layout.judged import FEW
from furnishing.layout.pins import Edit, Forbid, Keep, settled
from furnishing.layout.search import Standing, Task
from furnishing.layout.steps import after
from furnishing.layout.wanting import why_fewer
from furnishing.levels import levels
from furnishing.programme import Programme
from furnishing.programme_file import programme_names, read_programme, shipped_programme
from furnishing.room_file import RoomFile
from furnishing.units import show, to_length
from reports.render.svg import svg
from reports.room_drawings import elevation_figures, plan_figure
from web import summary
from web.disk import is_there, may_write_folder, read_input, write_folder
from web.inputs import Furnished, furnished
from web.interrupt import Interrupt

UNFINISHED = (
    "the search was ended after {seen} structures, before its usual end: `furnish make --layout` does not stop there "
    "and may number its layouts otherwise"
)

FEW_BEST = 5
"""As many layouts as the command shows when nobody says otherwise: their numbers are those of this list."""


def run(given: argparse.Namespace) -> int:
    """Print the layouts, the best first; 1 where there is none."""
    if given.out:
        may_write_folder(given.out)
    read = furnished(given)
    started = time.monotonic()
    edits = edits_of(given, read)
    task = task_of(given, read, edits)
    last = _searched(given, task, edits)
    found = answers(last.best, task)
    took = time.monotonic() - started
    if given.json:
        print(json.dumps([_record(each) for each in found], indent=2))
    else:
        _tell(found, read.file.room.name, took)
    notes = list(why_fewer(task)) if len(found) < min(given.alternatives, FEW) else []
    if not last.done:
        notes.append(UNFINISHED.format(seen=last.seen))
    for note in notes:
        # What a program reads stays one list of layouts.
        print(f"   {note}", file=sys.stderr if given.json else sys.stdout)
    if given.out:
        files = [file for each in found for file in _drawings(each, read)]
        written = write_folder(given.out, files)
        if not given.json:
            print(f"\ndrawings in {given.out}: {', '.join(written.names)}")
    return int(not found)


def _searched(given: argparse.Namespace, task: Task, edits: Sequence[Edit]) -> Standing:
    """Where the search stands at its end, by itself, by the clock of --seconds or after --iterations structures."""
    began, seconds = time.monotonic(), given.seconds

    def is_over(share: float) -> bool:
        return interrupt() or (seconds is not None and time.monotonic() >= began + share * seconds)

    with Interrupt() as interrupt:
        return after(
            task,
            edits,
            count=given.alternatives,
            stop=lambda: is_over(1),
            halfway=lambda: is_over(0.5),
            rounds=given.iterations,
            thorough=given.thorough,
        )


def without_layout(given: argparse.Namespace) -> None:
    """InputError for each option that chooses a layout where none is asked for by its number."""
    said = (("--programme", given.programme), ("--pin", given.pin), ("--thorough", given.thorough))
    message = "it chooses among layouts; say which one with --layout N as well"
    faults = [Fault(option, message) for option, value in said if value]
    if given.layout is None and faults:
        raise InputError(faults)


def design_of_layout(given: argparse.Namespace, read: Furnished) -> Design:
    """The design of one layout by its number in the list of `furnish layout`."""
    edits = edits_of(given, read)
    task = task_of(given, read, edits)
    last = after(task, edits, count=max(given.layout, FEW_BEST), thorough=given.thorough)
    found = answers(last.best, task)
    if given.layout > len(found):
        message = f"there are {len(found)} layouts; choose one of them, or see `furnish layout {given.room}`"
        raise InputError([Fault("--layout", message)], given.room)
    return designed_as(found[given.layout - 1], read)


def task_of(given: argparse.Namespace, read: Furnished, edits: Sequence[Edit]) -> Task:
    """What is to be searched: the room with the programme named, the one it carries, or the one its name suggests."""
    return Task(
        room=read.file.room,
        programme=wanted_of(given.programme, read.file),
        style=read.style,
        catalogue=read.catalogue,
        construction=_construction(read),
        pins=settled(edits),
    )


def edits_of(given: argparse.Namespace, read: Furnished) -> list[Edit]:
    """What is fixed, in the order in which it was said; InputError with the faults of all pins."""
    walls, edits, faults = read.file.room.walls, list[Edit](), list[Fault]()
    for text in given.pin:
        try:
            edit = pin_of(text, len(walls))
        except InputError as error:
            faults += error.faults
            continue
        if isinstance(edit, Keep) and edit.end > walls[edit.wall].length:
            end, length = show(edit.end), show(walls[edit.wall].length)
            faults.append(Fault(f"--pin {text}", f"it ends at {end} mm, and wall {edit.wall + 1} is {length} mm long"))
        edits.append(edit)
    if faults:
        raise InputError(faults)
    return edits


def pin_of(text: str, walls: int) -> Edit:
    """A pin as it is written on the command line: `empty@4`, or `base-sink@1:1200:600`; walls count from 1.

    A fourth number is how far a unit of an island stands off its wall.
    """
    kind, _, place = text.partition("@")
    try:
        wall, *sizes = place.split(":")
        number = int(wall)
        lengths = [to_length(Decimal(each), "mm") for each in sizes] or [0, 0]
        offset, width, out = lengths if len(lengths) == 3 else (*lengths, 0)
    except (ValueError, ArithmeticError):
        raise _bad_pin(
            text, "it is not written like base-sink@1:1200:600, base-drawers@3:1500:800:2181 or empty@4"
        ) from None
    if not 1 <= number <= walls:
        raise _bad_pin(text, f"there is no wall {number}; this room has walls 1 to {walls}")
    if kind == "empty" and not sizes:
        return Forbid(wall=number - 1)
    known = {each.code: each for each in kinds()}
    if kind not in known or not sizes:
        raise _bad_pin(text, f"there is no cabinet kind {kind!r} with a place; use {', '.join(known)}")
    if not known[kind].width.holds(width):
        span = known[kind].width
        raise _bad_pin(text, f"{kind} is made {show(span.least)} to {show(span.most)} mm wide")
    return Keep(kind=kind, wall=number - 1, offset=offset, width=width, out=out)


def _bad_pin(text: str, message: str) -> InputError:
    return InputError([Fault(f"--pin {text}", message)])


def _construction(read: Furnished) -> Construction:
    return levels(read.style, read.construction, read.company).project


def wanted_of(name: str | None, file: RoomFile) -> Programme:
    """The programme named, else the one that a room carries, else the one that its name suggests."""
    return file.programme if name is None and file.programme is not None else programme_of(name, file.room.name)


def programme_of(name: str | None, room: str) -> Programme:
    """The programme of a file or a name; without one, that which the name of the room suggests."""
    if name is None:
        return shipped_programme(suggested(room))
    if not is_there(name) and name in programme_names():
        return shipped_programme(name)
    if not is_there(name) and not name.endswith(".json"):
        known = ", ".join(programme_names())
        raise InputError([Fault("", f"there is no such file, and the programmes are {known}")], name)
    return read_programme(read_input(name), name)


SUGGESTED = (
    ("gas", "kitchen-gas"),
    ("kitchen", "kitchen"),
    ("studio", "kitchen-small"),
    ("living", "tv"),
    ("hall", "hallway"),
    ("wall of books", "bookcase"),
    ("study", "study"),
    ("bath", "bathroom"),
    ("child", "wardrobe-child"),
)
"""Words of room names, and the programme that they suggest."""


def suggested(room: str) -> str:
    """The name of the programme that fits a room's name best; a wardrobe where nothing is known."""
    return next((programme for word, programme in SUGGESTED if word in room.lower()), "wardrobe")


def _tell(found: tuple[Answer, ...], room: str, took: float) -> None:
    print(f"{room}: {len(found)} layouts in {took:.1f} s")
    for each in found:
        print(f"\n{each.number}  {each.score.total:.1f} points, about {each.price} net\n   {each.title}")
        for sign, reasons in (("+", each.reasons_for), ("-", each.reasons_against), ("!", each.near_limits)):
            for reason in reasons:
                print(f"   {sign} {reason}")
        for left in each.left_out:
            print(f"   - left out: {left.what}; {left.why}. It would take {left.way}")
        spare = ", ".join(f"wall {each.wall + 1} {show(each.shorter)} mm" for each in each.tolerance)
        print(f"   fits as long as walls are not shorter than measured by more than: {spare}")
        terms = ((term.name, f"{term.value:.1f} of {term.points:g}") for term in each.score.terms)
        print(summary.table(list(terms), left=2))


def _record(each: Answer) -> dict[str, object]:
    return {
        "number": each.number,
        "title": each.title,
        "score": each.score.total,
        "terms": [
            {"name": term.name, "points": round(term.value, 3), "of": term.points, "help": term.help}
            for term in each.score.terms
        ],
        "price": {"amount": str(each.price.amount), "currency": each.price.currency},
        "for": list(each.reasons_for),
        "against": list(each.reasons_against),
        "near_limits": list(each.near_limits),
        "left_out": [{"what": left.what, "why": left.why, "way": left.way} for left in each.left_out],
        "tolerance_mm": {str(tolerance.wall): show(tolerance.shorter) for tolerance in each.tolerance},
        "placements": [
            {
                "id": place.cabinet,
                "kind": place.kind,
                "wall": place.wall,
                **{
                    name: float(Decimal(getattr(place, name)) / 1000)
                    for name in ("offset", "elevation", "width", "height", "depth", "out")
                },
                "choices": dict(place.choices),
            }
            for place in each.layout.placements
        ],
    }


def _drawings(answer: Answer, read: Furnished) -> list[tuple[str, bytes]]:
    made = designed_as(answer, read)
    name = f"layout-{answer.number}"
    files = [(f"{name}-plan.svg", svg(plan_figure(made, read.catalogue).drawing).encode())]
    for figure in elevation_figures(made, read.catalogue):
        files.append((f"{name}-{figure.name}.svg", svg(figure.drawing).encode()))
    return files


def designed_as(answer: Answer, read: Furnished) -> Design:
    """The cabinets of an answer."""
    style = replace(read.style, wishes=())
    return design(read.file.room, style, read.catalogue, read.construction, read.company, layout=answer.layout)

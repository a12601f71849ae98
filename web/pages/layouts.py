"""Layouts for a room as cards: what is wanted beside them, pins as buttons, and the one that is taken.

All of a page is in its address: what is wanted, and the pins in the order in which they were set. So a step taken
back is a link, a page can be kept, and no script is needed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from furnishing.errors import Fault, InputError
from furnishing.programme import Programme, Purpose
from furnishing.programme_file import programme_names, read_programme, shipped_programme, write_programme
from furnishing.room_file import RoomFile, read_room
from web.answer import Refused
from web.commands.layout import suggested
from web.forms.controls import Section
from web.forms.form import posted, shown, summary
from web.forms.names import Json
from web.forms.programme_form import programme_form, programme_text, programme_values
from web.layouts import Found, Layouts
from web.pages.programmes import programme_choices
from web.pinned import MOST, pin_from, pin_words
from web.site import site
from web.store import Stored

pages = Blueprint("layouts", __name__, url_prefix="/designs/<key>/layouts")

State = Sequence[tuple[str, str]]
"""Names and values of an address, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is wanted as typed: its values, and the programme that they come to, None where something is wrong."""

    name: str
    purpose: Purpose
    values: dict[str, Json]
    programme: Programme | None
    faults: tuple[Fault, ...] = ()
    asked: bool = True

    @property
    def section(self) -> Section:
        """The form with what was typed and the faults at their fields."""
        return shown(programme_form(self.purpose), self.values, self.faults)


@dataclass(frozen=True, slots=True)
class Pinned:
    """A pin as the page tells it. `back` is the address as it was before this pin was set."""

    words: str
    back: str


@pages.get("")
def show_layouts(key: str) -> str | tuple[str, int]:
    """The layouts for what the address wants; the form alone where it says nothing yet."""
    stored = _stored(key)
    file = read_room(stored.text)
    wanted = _wanted(file)
    pins = _pins(len(file.room.walls))
    found = _found(stored, wanted, pins) if wanted.asked and wanted.programme is not None else None
    faults = (*wanted.faults, *(found.faults if isinstance(found, Refused) else ()))
    state = _state(wanted)
    page = render_template(
        "layouts.html",
        key=key,
        room=file.room,
        wanted=wanted,
        form=replace(wanted.section, faults=()),
        faults=summary(programme_form(wanted.purpose), wanted.values, faults),
        found=found if isinstance(found, Found) else None,
        state=state,
        pins=pins,
        pinned=_pinned(key, state, pins, len(file.room.walls)),
        here=_address(key, state, pins),
        without_pins=_address(key, state, ()),
        programmes=programme_choices(),
        most=MOST,
    )
    return (page, 422) if faults else page


@pages.post("")
def take(key: str) -> Response:
    """Keep the chosen layout with its room as a design of its own, which goes on to papers."""
    stored = _stored(key)
    file = read_room(stored.text)
    wanted = _wanted(file)
    if wanted.programme is None:
        abort(400)
    found = _found(stored, wanted, _pins(len(file.room.walls)))
    card = found.card(request.form.get("layout", "")) if isinstance(found, Found) else None
    if card is None:
        # The program has changed since the page was drawn: what it finds now is shown instead.
        return redirect(request.full_path, 303)
    chosen = replace(file, programme=wanted.programme, layout=card.layout)
    return redirect(url_for("designs.show_design", key=site().store.keep(chosen)), 303)


def _stored(key: str) -> Stored:
    stored = site().store.find(key)
    if stored is None:
        abort(404)
    return stored


def _found(stored: Stored, wanted: Wanted, pins: tuple[str, ...]) -> Layouts:
    if wanted.programme is None:
        raise ValueError("a programme with faults is not searched for")
    text, searches = write_programme(wanted.programme), site().searches
    before = searches.known(_name(stored, text, pins[:-1])) if pins else None
    memory = before.memory if isinstance(before, Found) else None
    return searches.answer(_name(stored, text, pins), stored.text, text, pins, memory)


def _name(stored: Stored, programme: str, pins: tuple[str, ...]) -> str:
    return hashlib.sha256("\n".join((stored.key, programme, *pins)).encode()).hexdigest()


def _wanted(file: RoomFile) -> Wanted:
    """What the address wants: fields as typed, or a programme by name; else what the room asks for by itself."""
    if request.args.get("purpose") in list(Purpose):
        return _typed(Purpose(request.args["purpose"]))
    name = request.args.get("programme", "")
    asked = name in programme_names()
    programme = shipped_programme(name) if asked else file.programme or shipped_programme(suggested(file.room.name))
    return Wanted(
        name=programme.name,
        purpose=programme.purpose,
        values=programme_values(programme),
        programme=programme,
        asked=asked,
    )


def _typed(purpose: Purpose) -> Wanted:
    values = posted(programme_form(purpose), request.args)
    name = request.args.get("name", "")[:200] or purpose.value.capitalize()
    try:
        programme = read_programme(programme_text(name, purpose, values))
    except InputError as error:
        return Wanted(name=name, purpose=purpose, values=values, programme=None, faults=error.faults)
    return Wanted(name=name, purpose=purpose, values=values, programme=programme)


def _state(wanted: Wanted) -> State:
    """The fields of the form as an address has them; a box that is not ticked sends nothing."""
    section = wanted.section
    fields = (*section.fields, *(each for below in section.lists for row in below.sections for each in row.fields))
    texts = [(each.path, each.text) for each in fields if each.text]
    return [("purpose", wanted.purpose.value), ("name", wanted.name), *texts]


def _pins(walls: int) -> tuple[str, ...]:
    """The pins of the address, each once, in their order; 400 for one that is none of ours."""
    given = tuple(dict.fromkeys(request.args.getlist("pin")))
    if len(given) > MOST or any(pin_from(each, walls) is None for each in given):
        abort(400)
    return given


def _pinned(key: str, state: State, pins: tuple[str, ...], walls: int) -> tuple[Pinned, ...]:
    return tuple(
        Pinned(pin_words(edit), _address(key, state, tuple(other for other in pins if other != text)))
        for text in pins
        if (edit := pin_from(text, walls)) is not None
    )


def _address(key: str, state: State, pins: tuple[str, ...]) -> str:
    return f"{url_for('layouts.show_layouts', key=key)}?{urlencode([*state, *(('pin', each) for each in pins)])}"

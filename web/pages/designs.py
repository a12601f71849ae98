"""A finished design: what it looks like, what it costs, what to mend, and its papers."""

from __future__ import annotations

import hashlib
import mimetypes
import re
from dataclasses import dataclass

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from furnishing.issues import Level
from furnishing.json_text import parse_json
from furnishing.money import Money
from furnishing.units import show
from reports.papers import archive as pack
from reports.text.languages import SOURCE, Units, languages
from reports.text.locale import METRIC_ENGLISH, Locale
from reports.text.words import Words
from web.answer import ROOM, Answer, Made, Picture, Refused
from web.forms.controls import anchor, places
from web.forms.names import nearest
from web.forms.room_form import from_file
from web.pages.tables import cuts_of, parts_of
from web.site import site
from web.store import Stored

pages = Blueprint("designs", __name__, url_prefix="/designs/<key>")

UNITS = {
    Units.MILLIMETRES.value: "mm",
    Units.INCHES.value: "inches, 1/64",
    Units.INCHES_32.value: "inches, 1/32",
    Units.INCHES_16.value: "inches, 1/16",
}

WORDS = {
    "pdf": "PDF",
    "svg": "SVG drawing",
    "csv": "CSV",
    "xlsx": "Excel",
    "json": "JSON",
    "txt": "text",
    "html": "page",
    "ptx": "PTX",
    "dxf": "DXF",
    "glb": "3D model",
}


@dataclass(frozen=True, slots=True)
class Change:
    """What the last change did to the price."""

    words: str
    before: str


@dataclass(frozen=True, slots=True)
class Finding:
    """An issue as shown: `link` is where it can be mended, empty where no field of the form is to blame."""

    level: str
    message: str
    fix: str
    link: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A file to download; `read` by people, or else by other programs."""

    name: str
    read: bool
    kind: str
    size: str


@pages.get("")
def show_design(key: str) -> str | AnyResponse:
    """The page of a design."""
    stored, locale = _stored(key), _locale()
    found = _answer(stored)
    if isinstance(found, Refused):
        return redirect(url_for("rooms.edit", key=key), 303)
    levels = list(Level)
    issues = sorted(
        found.project.design.issues if found.project.design else (), key=lambda each: levels.index(each.level)
    )
    places_of = _places(stored)
    return render_template(
        "design.html",
        key=key,
        project=found.project,
        quote=found.quote,
        change=_change(found, request.args.get("before", "")),
        issues=tuple(
            Finding(each.level.value, each.message, each.fix, _link(key, each.where, places_of)) for each in issues
        ),
        unplaced=found.project.result.plan.unplaced,
        pictures=found.room,
        sheets=found.sheets,
        cabinets=tuple(parts_of(found.project)),
        cuts=tuple(cuts_of(found.project)),
        papers=tuple(_paper(name, content) for name, content in found.papers if _is_listed(name)),
        show=show,
        locale=locale,
        spoken=_spoken(locale),
        languages=tuple((each, Words(each).text("language.name")) for each in languages()),
        units=UNITS,
    )


@pages.get("/papers/<path:name>")
def paper(key: str, name: str) -> AnyResponse:
    """One paper, to be saved under its own name."""
    content = _made(key).paper(name)
    if content is None:
        abort(404)
    return _download(content, name.rpartition("/")[2], mimetypes.guess_type(name)[0] or "application/octet-stream")


@pages.get("/papers.zip")
def archive(key: str) -> AnyResponse:
    """All papers and the room itself as one ZIP, the same bytes each time."""
    made = _made(key)
    return _download(pack(made.papers), f"{_slug(made.project.name)}.zip", "application/zip")


@pages.get("/room.json")
def room(key: str) -> AnyResponse:
    """The room and its style, to be kept, sent or changed by hand."""
    return _download(_stored(key).text.encode(), "room.json", "application/json")


@pages.get("/drawings/<any(room, sheets):group>/<int:number>.svg")
def drawing(key: str, group: str, number: int) -> Response:
    """One drawing by itself, as large as the window."""
    made = _made(key)
    pictures: tuple[Picture, ...] = made.room if group == "room" else made.sheets
    if not 1 <= number <= len(pictures):
        abort(404)
    return Response(pictures[number - 1].svg, mimetype="image/svg+xml")


def _stored(key: str) -> Stored:
    stored = site().store.find(key)
    if stored is None:
        abort(404)
    return stored


def _locale() -> Locale:
    """The language and the units that the address asks for; 404 for those that there are none of."""
    language, units = request.args.get("language", SOURCE), request.args.get("units", Units.MILLIMETRES.value)
    if language not in languages() or units not in UNITS:
        abort(404)
    return Locale(language=language, units=Units(units))


def _spoken(locale: Locale) -> dict[str, str]:
    """What the addresses of papers carry; nothing for English millimetres."""
    return {} if locale == METRIC_ENGLISH else {"language": locale.language, "units": locale.units.value}


def _answer(stored: Stored) -> Answer:
    locale = _locale()
    key = "?".join((stored.key, *_spoken(locale).values()))
    return site().calculations.answer(key, stored.text, stored.date, locale)


def _made(key: str) -> Made:
    found = _answer(_stored(key))
    if isinstance(found, Refused):
        abort(404)
    return found


def _change(made: Made, before: str) -> Change | None:
    """The step in price from the design that this one was changed from, if that is still in memory."""
    earlier = site().calculations.known(before)
    if not isinstance(earlier, Made) or earlier.quote.gross.currency != made.quote.gross.currency:
        return None
    step = made.quote.gross - earlier.quote.gross
    if step.amount == 0:
        return Change("the same price as before", before)
    words = "more" if step.amount > 0 else "less"
    return Change(f"{Money.of(abs(step.amount), step.currency)} {words} than before", before)


def _places(stored: Stored) -> tuple[str, ...]:
    value = parse_json(stored.text)
    walls = value.get("walls", []) if isinstance(value, dict) else []
    group = site().form(len(walls))
    return tuple(each for each in places(group, from_file(group, value)) if each)


def _link(key: str, where: str, known: tuple[str, ...]) -> str:
    place = nearest(where, known)
    return url_for("rooms.edit", key=key, _anchor=anchor(place)) if place else ""


def _paper(name: str, content: bytes) -> Paper:
    ending = name.rpartition(".")[2]
    return Paper(
        name, ending in ("pdf", "csv", "xlsx"), WORDS.get(ending, "file"), f"{max(1, round(len(content) / 1024)):,} KiB"
    )


def _is_listed(name: str) -> bool:
    """Whether a file has a link of its own: the room has another one, files of single parts are in the ZIP."""
    return name != ROOM and not name.startswith("machine/parts/")


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "papers"


def _download(content: bytes, name: str, kind: str) -> AnyResponse:
    response = Response(content, mimetype=kind)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    response.headers["Cache-Control"] = "private, no-cache"
    response.set_etag(_tag(content))
    return response.make_conditional(request)


def _tag(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:32]

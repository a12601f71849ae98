"""The first verb: a room, a style and a catalogue become cabinets with all their parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.kind import Kind, Size, Span, Zone
from furnishing.cabinets.registry import kind_of, kinds
from furnishing.catalogue import Catalogue
from furnishing.catalogue_checks import check_style
from furnishing.construction import Construction, default_construction
from furnishing.errors import Fault, InputError
from furnishing.issues import Issue
from furnishing.layout.placement import Layout, Placement
from furnishing.layout.run import layout, zoned
from furnishing.parts import Part
from furnishing.rebuild import rebuild
from furnishing.room import Room
from furnishing.rules import look_over
from furnishing.style import Style
from furnishing.units import Length, show


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """A furnished room: `cabinets` in the order of the layout's placements (fillers are cabinets of one part)."""

    room: Room
    style: Style
    layout: Layout
    cabinets: tuple[Cabinet, ...]
    issues: tuple[Issue, ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        """All parts of all cabinets."""
        return tuple(part for cabinet in self.cabinets for part in cabinet.parts)


def design(room: Room, style: Style, catalogue: Catalogue, construction: Construction | None = None) -> Design:
    """Furnish `room` in `style` with what `catalogue` has, built by the workshop's rules.

    Raises InputError with all faults of the style: kinds and finishes that do not exist, sizes in which a
    kind cannot be made; or of the catalogue, where it lacks hardware that is needed. What could not be
    placed, and what should be looked at, comes back as issues; an issue of level error says that the design
    must not go to the saw.
    """
    rules = construction or default_construction()
    faults = [*check_style(style, catalogue), *check_wishes(room, style)]
    faults += [] if faults else _unbuildable(style, catalogue, rules)
    if faults:
        raise InputError(faults)
    arranged = layout(room, style, rules)
    cabinets = tuple(_cabinet(placement, arranged, style, catalogue, rules) for placement in arranged.placements)
    missing = _missing_articles(cabinets, catalogue)
    if missing:
        raise InputError(missing)
    issues = [
        *arranged.issues,
        *(issue for cabinet in cabinets for issue in rebuild(cabinet, catalogue, rules)),
        *look_over(room, style, cabinets, catalogue, rules),
    ]
    return Design(room=room, style=style, layout=arranged, cabinets=cabinets, issues=tuple(issues))


def check_wishes(room: Room, style: Style, path: str = "style") -> tuple[Fault, ...]:
    """What a style wishes for that no kind can be: unknown kinds, sizes out of range, a wall that is not there."""
    faults: list[Fault] = []
    if style.wall is not None and not 0 <= style.wall < len(room.walls):
        message = f"there is no wall {style.wall}; this room has walls 0 to {len(room.walls) - 1}"
        faults.append(Fault(f"{path}.wall", message))
    known = {kind.code: kind for kind in kinds() if kind.zone is not Zone.END}
    for index, wish in enumerate(style.wishes):
        kind = known.get(wish.kind)
        where = f"{path}.wishes[{index}]"
        if kind is None:
            faults.append(Fault(f"{where}.kind", f"there is no cabinet kind {wish.kind!r}; use {', '.join(known)}"))
            continue
        if wish.width is not None:
            faults += _span_fault(f"{where}.width", wish.width, kind.width, kind)
        zone = zoned(style)[kind.zone]
        faults += _span_fault(f"{path}.{kind.zone.value}_height", zone.height, kind.height, kind)
        faults += _span_fault(f"{path}.{kind.zone.value}_depth", zone.depth, kind.depth, kind)
    return tuple(dict.fromkeys(faults))


def _span_fault(where: str, length: Length, span: Span, kind: Kind) -> Iterator[Fault]:
    if not span.holds(length):
        limits = f"{show(span.least)} to {show(span.most)} mm"
        yield Fault(where, f"{kind.code} is made in {limits}, not {show(length)} mm; choose a size within")


def _unbuildable(style: Style, catalogue: Catalogue, rules: Construction) -> list[Fault]:
    """Faults that show only when a unit is made: each kind wished for, at its narrowest, on trial."""
    faults: list[Fault] = []
    for wish in style.wishes:
        kind = kind_of(wish.kind)
        zone = zoned(style)[kind.zone]
        size = Size(width=wish.width or kind.widths[0], height=zone.height, depth=zone.depth)
        try:
            kind.make("trial", size, style, catalogue, rules)
        except InputError as error:
            faults += error.faults
    return list(dict.fromkeys(faults))


def _missing_articles(cabinets: tuple[Cabinet, ...], catalogue: Catalogue) -> list[Fault]:
    """Hardware that the cabinets need and the catalogue does not have, so that no quote leaves it out."""
    known = {article.code for article in catalogue.hardware}
    needed = {item.code: cabinet.id for cabinet in reversed(cabinets) for item in cabinet.hardware}
    return [
        Fault("catalogue.hardware", f"{needed[code]} needs the article {code!r}; add it with its price")
        for code in sorted(needed.keys() - known)
    ]


def _cabinet(
    placement: Placement, arranged: Layout, style: Style, catalogue: Catalogue, rules: Construction
) -> Cabinet:
    size = Size(width=placement.width, height=placement.height, depth=placement.depth)
    kind = kind_of(placement.kind)
    choices = {}
    if any(parameter.name == "scribe" for parameter in kind.parameters):
        joined = any(other.offset == placement.offset + placement.width for other in arranged.placements)
        choices["scribe"] = 1 if joined else 2
    return kind.make(placement.cabinet, size, style, catalogue, rules, choices=choices)

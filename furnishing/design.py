"""The first verb: a room, a style and a catalogue become cabinets with all their parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.kind import Kind, Size, Span, Zone
from furnishing.cabinets.registry import kind_of, kinds
from furnishing.catalogue import Catalogue
from furnishing.catalogue_checks import check_style
from furnishing.construction import Construction, default_construction
from furnishing.errors import Fault, InputError
from furnishing.fitting.checked import out_of_room
from furnishing.fitting.room_envelope import envelope_of
from furnishing.grain_groups import matched
from furnishing.issues import Issue
from furnishing.layout.beside import beside, free_behind
from furnishing.layout.placement import Layout, Placement
from furnishing.layout.run import layout as run_of_wishes
from furnishing.layout.run import zoned
from furnishing.layout.scribing import scribe_allowance
from furnishing.levels import Levels, choice_faults, levels, part_faults, thickness_faults
from furnishing.parts import Part
from furnishing.rebuild import rebuild
from furnishing.room import Room
from furnishing.rules.book import RuleBook
from furnishing.rules.look import look_over
from furnishing.settings import Layer
from furnishing.style import Style, Wish
from furnishing.units import Length, show


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """A furnished room: `cabinets` in the order of the layout's placements (fillers are cabinets of one part).

    `construction` is that of the project; `others` those of cabinets that a wish builds otherwise, by id.
    """

    room: Room
    style: Style
    layout: Layout
    cabinets: tuple[Cabinet, ...]
    issues: tuple[Issue, ...]
    construction: Construction = field(default_factory=default_construction)
    others: Mapping[str, Construction] = field(default_factory=dict)

    def construction_of(self, cabinet: str) -> Construction:
        """How the cabinet with this id is built."""
        return self.others.get(cabinet, self.construction)

    @property
    def parts(self) -> tuple[Part, ...]:
        """All parts of all cabinets that are sawn."""
        return tuple(part for cabinet in self.cabinets for part in cabinet.parts if not part.bought)


def design(
    room: Room,
    style: Style,
    catalogue: Catalogue,
    construction: Construction | None = None,
    company: Layer | None = None,
    book: RuleBook | None = None,
    layout: Layout | None = None,
    *,
    bare: bool = False,
) -> Design:
    """Furnish `room` in `style` with what `catalogue` has, built by the workshop's rules.

    `construction` is a method that outranks those which style and company name; their other values hold over it.
    `book` holds the numbers and levels of the rules that the design is looked over by, else those that come along.
    `layout` is one that a search has chosen; without it the wishes of the style stand on one wall. A `bare` design is
    for pictures: its cabinets have no bands, holes and fittings, and nobody has looked it over.

    Raises InputError with all faults of the style: kinds and finishes that do not exist, sizes in which a
    kind cannot be made; or of the catalogue, where it lacks hardware that is needed. What could not be
    placed, and what should be looked at, comes back as issues; an issue of level error says that the design
    must not go to the saw.
    """
    levelled = levels(style, construction, company)
    faults = list(check_style(style, catalogue))
    if layout is None:
        faults += check_wishes(room, style)
        faults += [] if faults else _unbuildable(style, catalogue, levelled)
    if faults:
        raise InputError(faults)
    rules = levelled.project
    arranged = run_of_wishes(room, style, rules) if layout is None else layout
    notes: list[Issue] = []
    built = [
        (_cabinet(placement, arranged, room, style, catalogue, own, notes, bare=bare), own)
        for placement in arranged.placements
        for own in (levelled.of_wish(style, placement.wish),)
    ]
    cabinets = tuple(cabinet for cabinet, _ in built)
    if style.match_grain:
        cabinets = matched(cabinets, arranged.placements, catalogue)
    missing = _missing_articles(cabinets, catalogue)
    if missing:
        raise InputError(missing)
    others = {cabinet.id: own for cabinet, own in built if own != rules}
    issues = [*arranged.issues, *notes]
    if not bare:
        issues += [issue for cabinet, own in built for issue in rebuild(cabinet, catalogue, own)]
        issues += look_over(room, style, arranged, cabinets, catalogue, rules, book, others)
    return Design(
        room=room,
        style=style,
        layout=arranged,
        cabinets=cabinets,
        issues=tuple(issues),
        construction=rules,
        others=others,
    )


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
        if style.fitted and kind.zone is Zone.TALL and not kind.fits:
            fitting = ", ".join(each.code for each in kinds() if each.fits and each.zone is Zone.TALL)
            message = f"{kind.code} cannot be cut to a slope or around a pillar; use {fitting}, or leave fitted out"
            faults.append(Fault(f"{where}.kind", message))
        if wish.width is not None:
            faults += _span_fault(f"{where}.width", wish.width, kind.width, kind)
        faults += choice_faults(wish, kind, where)
        if kind.corner or kind.zone not in zoned(style):
            message = f"a run along one wall holds no {kind.name.lower()}; wish for units that stand side by side"
            faults.append(Fault(f"{where}.kind", message))
            continue
        zone = zoned(style)[kind.zone]
        faults += _span_fault(f"{path}.{kind.zone.value}_height", zone.height, kind.height, kind)
        faults += _span_fault(f"{path}.{kind.zone.value}_depth", zone.depth, kind.depth, kind)
    return tuple(dict.fromkeys(faults))


def _span_fault(where: str, length: Length, span: Span, kind: Kind) -> Iterator[Fault]:
    if not span.holds(length):
        limits = f"{show(span.least)} to {show(span.most)} mm"
        yield Fault(where, f"{kind.code} is made in {limits}, not {show(length)} mm; choose a size within")


def _unbuildable(style: Style, catalogue: Catalogue, levelled: Levels, path: str = "style") -> list[Fault]:
    """Faults that show only when a unit is made: each kind wished for, at its narrowest and widest, on trial."""
    faults: list[Fault] = []
    for index, wish in enumerate(style.wishes):
        kind, rules = kind_of(wish.kind), levelled.of_wish(style, index)
        zone = zoned(style)[kind.zone]
        made = []
        for width in (wish.width,) if wish.width else _trial_widths(kind, wish):
            size = Size(width=width, height=zone.height, depth=zone.depth)
            try:
                made.append(kind.make("trial", size, style, catalogue, rules, choices=dict(wish.choices)))
            except InputError as error:
                faults += error.faults
        if made:
            faults += [*part_faults(wish, made, f"{path}.wishes[{index}]"), *thickness_faults(rules, made)]
    return list(dict.fromkeys(faults))


def _trial_widths(kind: Kind, wish: Wish) -> tuple[Length, ...]:
    """The narrowest; also the widest where a wish names parts, since some are there only in wide units."""
    return tuple(dict.fromkeys((kind.widths[0], kind.widths[-1]))) if wish.parts else kind.widths[:1]


def _missing_articles(cabinets: tuple[Cabinet, ...], catalogue: Catalogue) -> list[Fault]:
    """Hardware that the cabinets need and the catalogue does not have, so that no quote leaves it out."""
    known = {article.code for article in catalogue.hardware}
    needed = {item.code: cabinet.id for cabinet in reversed(cabinets) for item in cabinet.hardware}
    return [
        Fault("catalogue.hardware", f"{needed[code]} needs the article {code!r}; add it with its price")
        for code in sorted(needed.keys() - known)
    ]


def _cabinet(
    placement: Placement,
    arranged: Layout,
    room: Room,
    style: Style,
    catalogue: Catalogue,
    rules: Construction,
    notes: list[Issue],
    *,
    bare: bool,
) -> Cabinet:
    size = Size(width=placement.width, height=placement.height, depth=placement.depth)
    kind = kind_of(placement.kind)
    wished = () if placement.wish is None else style.wishes[placement.wish].choices
    choices = {**dict(wished), **dict(placement.choices)}
    if any(parameter.name == "scribe" for parameter in kind.parameters):
        end = placement.offset + placement.width
        row = (placement.wall, placement.out)
        joined = any(other.offset == end and (other.wall, other.out) == row for other in arranged.placements)
        choices["scribe"] = 1 if joined else 2
    if any(parameter.name == "allowance" for parameter in kind.parameters):
        at_left = choices.get("scribe") == 1
        choices["allowance"] = scribe_allowance(room, placement, rear="scribe" not in choices, at_left=at_left)
    left, right = beside(placement, arranged.placements, room, rules)
    envelope = envelope_of(room, placement, rules) if style.fitted and kind.fits else None
    cabinet = kind.make(
        placement.cabinet,
        size,
        style,
        catalogue,
        rules,
        choices=choices,
        left=left,
        right=right,
        free_behind=free_behind(placement, arranged.placements, rules),
        hung=placement.elevation > 0,
        envelope=envelope,
        notes=notes,
        bare=bare,
    )
    if envelope is not None:
        notes += out_of_room(room, placement, cabinet, rules)
    return cabinet

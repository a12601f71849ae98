"""What a person has fixed: units that stay where they are, walls that stay empty; and the edits that say so.

An edit is a value that holds all it says, so a list of edits is the whole memory: the last one taken off, the
search gives what it gave before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from furnishing.cabinets.kind import Zone
from furnishing.cabinets.registry import kind_of
from furnishing.layout.legs import End, Span, without
from furnishing.layout.placement import Layout, Placement
from furnishing.layout.slots import Option, Slot
from furnishing.units import Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep:
    """A unit of a kind and width that stands at an offset on a wall, or `out` off it, whatever else changes."""

    kind: str
    wall: int
    offset: Length
    width: Length
    out: Length = 0

    @property
    def end(self) -> Length:
        """Its right end on the wall."""
        return self.offset + self.width

    def holds(self, placement: Placement) -> bool:
        """Whether a placement is this very unit."""
        return (placement.kind, placement.wall, placement.offset, placement.width, placement.out) == (
            self.kind,
            self.wall,
            self.offset,
            self.width,
            self.out,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Forbid:
    """A wall on which nothing may stand."""

    wall: int


Edit = Keep | Forbid


@dataclass(frozen=True, slots=True, kw_only=True)
class Pins:
    """What a list of edits comes to: units kept, by wall and offset, and walls kept empty."""

    keeps: tuple[Keep, ...] = ()
    forbidden: frozenset[int] = frozenset()

    def on(self, wall: int) -> tuple[Keep, ...]:
        """The units kept on one wall, from left to right."""
        return tuple(each for each in self.keeps if each.wall == wall and not each.out)

    @property
    def island(self) -> tuple[Keep, ...]:
        """The units kept that stand free in the room, from left to right."""
        return tuple(each for each in self.keeps if each.out)

    def agree(self, placements: Sequence[Placement]) -> bool:
        """Whether all units kept are there, and nothing on walls that are to stay empty."""
        kept = all(any(each.holds(placement) for placement in placements) for each in self.keeps)
        return kept and all(each.wall not in self.forbidden or each.out for each in placements)


def settled(edits: Sequence[Edit]) -> Pins:
    """The pins of a list of edits; a unit kept replaces those kept before whose place it takes."""
    keeps: list[Keep] = []
    forbidden = set()
    for edit in edits:
        if isinstance(edit, Forbid):
            forbidden.add(edit.wall)
            continue
        keeps = [each for each in keeps if not _over(each, edit)]
        keeps.append(edit)
    return Pins(
        keeps=tuple(sorted(keeps, key=lambda each: (each.wall, each.offset, each.kind))),
        forbidden=frozenset(forbidden),
    )


def _over(one: Keep, other: Keep) -> bool:
    """Whether two units take the same place of a wall, both standing or both hung."""
    hung = [kind_of(each.kind).zone is Zone.WALL for each in (one, other)]
    same = (one.wall, one.out, hung[0]) == (other.wall, other.out, hung[1])
    return same and one.offset < other.end and other.offset < one.end


def keep(layout: Layout, cabinet: str) -> Keep:
    """The edit that keeps a unit of a layout; KeyError where it has none with this id."""
    for each in layout.placements:
        if each.cabinet == cabinet:
            return Keep(kind=each.kind, wall=each.wall, offset=each.offset, width=each.width, out=each.out)
    raise KeyError(cabinet)


def move(layout: Layout, cabinet: str, offset: Length, wall: int | None = None) -> Keep:
    """The edit that moves a unit along its wall, or to another, at which it then stands."""
    found = keep(layout, cabinet)
    return replace(found, offset=offset) if wall is None else replace(found, offset=offset, wall=wall, out=0)


def swap(layout: Layout, cabinet: str, kind: str) -> Keep:
    """The edit that puts another kind in the place of a unit."""
    return replace(keep(layout, cabinet), kind=kind)


def widen(layout: Layout, cabinet: str, width: Length) -> Keep:
    """The edit that changes the width of a unit; its left end stays, its neighbours make room."""
    return replace(keep(layout, cabinet), width=width)


ROLES = {
    "base-sink": "sink",
    "base-appliance": "dishwasher",
    "base-hob": "hob",
    "base-oven": "oven",
    "base-pullout": "pullout",
    "tall-fridge": "fridge",
    "tall-oven": "oven",
    "tall-larder": "larder",
    "tall-broom": "broom",
    "tall-bookcase": "shelf",
    "tall-bookcase-doors": "shelf",
    "tall-bookcase-crown": "shelf",
    "tall-wardrobe": "wardrobe",
    "tall-wardrobe-stacked": "wardrobe",
    "tall-wardrobe-sliding": "wardrobe",
    "low-tv": "low",
    "hall-shoes": "shoes",
    "hall-shoes-tilted": "shoes",
    "hall-seat": "seat",
    "base-desk": "desk",
    "base-vanity": "vanity",
}
"""What units of these kinds are for; all others hold things."""


def standing(keeps: Sequence[Keep]) -> tuple[Keep, ...]:
    """Those that stand on the floor of a run: neither hung, nor in its corner, nor trims."""
    kinds = [(each, kind_of(each.kind)) for each in keeps]
    return tuple(each for each, kind in kinds if kind.zone in {Zone.BASE, Zone.TALL} and not kind.corner)


def pinned_spans(spans: Mapping[Zone, tuple[Span, ...]], keeps: Sequence[Keep]) -> dict[Zone, tuple[Span, ...]]:
    """Spans with the places of kept units cut out, each a span of its own; nothing of another zone stands there."""
    found = dict(spans)
    for each in keeps:
        own = kind_of(each.kind).zone
        free = any(span.start <= each.offset and each.end <= span.end for span in found[own])
        found = {zone: without(others, each.offset, each.end) for zone, others in found.items()}
        if free:
            place = Span(start=each.offset, end=each.end, left=End.FLUSH, right=End.FLUSH)
            found[own] = tuple(sorted((*found[own], place), key=lambda span: span.start))
    return found


def pinned_slots(slots: Sequence[Slot], keeps: Sequence[Keep]) -> tuple[tuple[Slot, ...], tuple[Slot, ...]]:
    """Slots that kept units fill, at their places, and further slots for the kept units that no slot asks for."""
    waiting = list(keeps)
    found = []
    for slot in slots:
        taken = next((each for each in waiting if not slot.many and _takes(slot, each)), None)
        if taken is None:
            found.append(slot)
            continue
        waiting.remove(taken)
        found.append(replace(_slot(taken, slot.role), worth=slot.worth))
    return tuple(found), tuple(_slot(each, ROLES.get(each.kind, "storage")) for each in waiting)


def _takes(slot: Slot, kept: Keep) -> bool:
    kinds = {option.kind for option in slot.options}
    return slot.role not in {"storage", ""} and kept.kind in kinds


def _slot(kept: Keep, role: str) -> Slot:
    option = Option(kept.kind, kind_of(kept.kind).zone, kept.width)
    return Slot(role=role, options=(option,), at=kept.offset, worth=0)

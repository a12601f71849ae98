"""Hinges: cups in the door, plates on the upright behind its hinged edge, clear of shelves and drawers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from furnishing.cabinets.cabinet import Cabinet, Front, Opens
from furnishing.cabinets.making import Making
from furnishing.catalogue import Catalogue
from furnishing.hardware import Arm, Hinges
from furnishing.hardware_file import hardware_pack
from furnishing.joinery.places import PANELS, STANDING, Ends, Point, ends, normal
from furnishing.joinery.work import Work, moved, suffix
from furnishing.parts import Part
from furnishing.units import MICROMETRES, Length

SWUNG: Final = frozenset({Opens.LEFT, Opens.RIGHT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A front that swings: its parts, and their common extent."""

    front: Front
    parts: tuple[Part, ...]
    x: tuple[Length, Length]
    y: tuple[Length, Length]
    z: tuple[Length, Length]

    @property
    def reach(self) -> Ends:
        """From where to where it reaches along each axis."""
        return (self.x, self.y, self.z)


def hang(cabinet: Cabinet, making: Making) -> Cabinet:
    """The cabinet with its doors hung. A door with no upright behind its hinged edge stays without hinges."""
    rules, work = hardware_pack(making).hinges, Work()
    parts = {part.id: part for part in cabinet.parts}
    taken: dict[tuple[str, int], list[Length]] = {}
    for front in cabinet.fronts:
        if front.opens in SWUNG and parts[front.part].role != MACHINE_FRONT:
            _Door(cabinet, making, rules, work, leaf_of(front, parts), taken).make()
    return work.done(cabinet)


def leaf_of(front: Front, parts: dict[str, Part]) -> Leaf:
    """A front with all its parts."""
    own = tuple(parts[id] for id in (front.part, *front.others))
    reach = [ends(part.box) for part in own]
    x, y, z = ((min(each[axis][0] for each in reach), max(each[axis][1] for each in reach)) for axis in range(3))
    return Leaf(front=front, parts=own, x=x, y=y, z=z)


def weight(leaf: Leaf, catalogue: Catalogue, rules: Hinges) -> Decimal:
    """Kilograms of a front with its handle; what is no material of the catalogue weighs as glass."""
    known = {material.code: material.density for material in catalogue.materials}
    boards = sum(part.box.volume * known.get(part.material, rules.glass_density) for part in leaf.parts)
    return boards / Decimal(MICROMETRES["m"]) ** 3 + rules.handle_weight


def hinge_count(height: Length, width: Length, kilograms: Decimal, rules: Hinges) -> int:
    """Hinges of one door: the first band of the chart that covers its height and its weight, more where it is wide."""
    fitting = (band.count for band in rules.counts if height <= band.height and kilograms <= band.weight)
    return next(fitting, rules.above) + (rules.wide_more if width > rules.wide_from else 0)


def arm_for(overlay: Length, rules: Hinges) -> Arm:
    """The hinge for a door that covers its upright by so much, the nearest one where none is made for it."""

    def missed(arm: Arm) -> Length:
        return max(arm.overlay_least - overlay, overlay - arm.overlay_most, 0)

    return min(rules.arms, key=missed)


class _Door:
    """One door being hung."""

    def __init__(
        self,
        cabinet: Cabinet,
        making: Making,
        rules: Hinges,
        work: Work,
        leaf: Leaf,
        taken: dict[tuple[str, int], list[Length]],
    ) -> None:
        self.cabinet, self.making, self.rules, self.work, self.leaf = cabinet, making, rules, work, leaf
        self.taken = taken
        self.out = normal(leaf.parts[0])
        self.across = 1 - self.out
        self.back = leaf.reach[self.out][0]
        # As one stands before a door in the plane of x its left edge is the low one; a door in the plane of y, as the
        # second one of a corner, looks to the right, and its left edge is the one nearer to the room.
        self.low = (leaf.front.opens is Opens.LEFT) == (self.out == 1)
        self.edge = leaf.reach[self.across][0 if self.low else 1]
        self.inward = 1 if self.low else -1

    def make(self) -> None:
        """Choose number, heights and hinge; drill both parts; order."""
        width = self.leaf.reach[self.across][1] - self.leaf.reach[self.across][0]
        height = self.leaf.z[1] - self.leaf.z[0]
        kilograms = weight(self.leaf, self.making.catalogue, self.rules)
        count = hinge_count(height, width, kilograms, self.rules)
        needed = hinge_count(height, 0, kilograms, self.rules)
        uprights = self._uprights()
        panel = None if uprights else self._panel()
        end = min(self.rules.end, height // 4)
        blocked = self._blocked(uprights)
        # The ends first, so that what a wide door has more finds its place between them.
        for place, number in enumerate(sorted(range(count), key=lambda each: (0 < each < count - 1, each))):
            wanted = self.leaf.z[0] + end + number * (height - 2 * end) // max(1, count - 1)
            wanted -= wanted % MICROMETRES["mm"] - self.leaf.z[0] % MICROMETRES["mm"]
            z = _nearest(wanted, blocked, (self.leaf.z[0] + end // 2, self.leaf.z[1] - end // 2), self.rules.clear // 4)
            # A low door has no room for the one more of a wide one; that it is too wide the rules tell.
            if place >= needed and any(low < z < high for low, high in blocked):
                continue
            upright = next((each for each in uprights if self._carries(each, z)), None)
            cup = self._part_at(z)
            fixing = f"{suffix(self.leaf.parts[0])}.hinge.{number + 1}"
            if cup is not None and upright is not None:
                self._cup(cup, z, fixing)
                self._plate(upright, z, fixing)
            elif cup is not None and panel is not None:
                self._cup(cup, z, fixing)
                self._parallel_plate(panel, z, fixing)
            # The next hinge of this door keeps clear of this one.
            blocked.append((z - 2 * self.rules.clear, z + 2 * self.rules.clear))

    def _uprights(self) -> list[Part]:
        """Uprights behind the hinged edge, those that the door covers most first."""
        found = []
        for part in self.cabinet.parts:
            if part.role not in STANDING or normal(part) != self.across or part.role == "spacer":
                continue
            if part.box.z < self.leaf.z[1] and self.leaf.z[0] < part.box.z + part.box.dz:
                overlay = self._overlay(part)
                start, end = ends(part.box)[self.out]
                inset = start < self.back and self.leaf.reach[self.out][1] <= end
                low = min(arm.overlay_least for arm in self.rules.arms)
                if (end <= self.back or inset) and low <= overlay <= part.thickness:
                    found.append((-overlay, part.id, part))
        return [part for _, _, part in sorted(found, key=lambda each: each[:2])]

    def _overlay(self, upright: Part) -> Length:
        """How far the door covers an upright; below 0 where it stands beside it."""
        low, high = ends(upright.box)[self.across]
        return high - self.edge if self.low else self.edge - low

    def _carries(self, upright: Part, z: Length) -> bool:
        half = self.rules.plate_apart
        return upright.box.z + half <= z <= upright.box.z + upright.box.dz - half

    def _part_at(self, z: Length) -> Part | None:
        """The part of the front at its hinged edge at a height: of framed fronts the stile."""
        at = self.edge + self.inward * self.rules.centre
        for part in self.leaf.parts:
            low, high = ends(part.box)[self.across]
            if low <= at <= high and part.box.z <= z <= part.box.z + part.box.dz:
                return part
        return None

    def _blocked(self, uprights: list[Part]) -> list[tuple[Length, Length]]:
        """Heights that no hinge may take: beside shelves and drawers, and where a plate is behind the same board."""
        clear, found = self.rules.clear, []
        names = {each.id for each in uprights}
        faces = {self._face(each) for each in uprights}
        for part in self.cabinet.parts:
            if part.role in IN_THE_WAY and part.id not in names and self._reaches(part):
                low, high = ends(part.box)[self.across]
                near = low if self.low else high
                if any(abs(near - face) <= self.rules.beside for face in faces):
                    found.append((part.box.z - clear, part.box.z + part.box.dz + clear))
        for upright in uprights:
            for z in self.taken.get((upright.id, -self.inward), ()):
                found.append((z - 2 * self.rules.plate_apart, z + 2 * self.rules.plate_apart))
        return found

    def _reaches(self, part: Part) -> bool:
        """Whether a board comes so far forward that a closed hinge could meet it."""
        return ends(part.box)[self.out][1] > self.back - self.rules.arm

    def _panel(self) -> Part | None:
        """A panel parallel to the door, whose free edge lies behind the hinged edge: that of a blind corner."""
        for part in self.cabinet.parts:
            behind = normal(part) == self.out and ends(part.box)[self.out][1] <= self.back
            if part.role in PANELS and behind and self._overlay(part) > 0:
                return part
        return None

    def _cup(self, door: Part, z: Length, fixing: str) -> None:
        rules = self.rules
        at = self._point(self.edge + self.inward * rules.centre, ends(door.box)[self.out][0], z)
        cup(self.work, door, at, (self.out, 1), (self.across, self.inward), rules, fixing)

    def _point(self, along: Length, out: Length, z: Length) -> Point:
        return (along, out, z) if self.out == 1 else (out, along, z)

    def _face(self, upright: Part) -> Length:
        """The face of an upright that its door swings past."""
        return ends(upright.box)[self.across][1 if self.low else 0]

    def _plate(self, upright: Part, z: Length, fixing: str) -> None:
        rules = self.rules
        inset = ends(upright.box)[self.out][1] > self.back
        # Measured from the rear of the door, so that an upright set back by a little carries the plate all the same.
        behind = rules.plate_front + (rules.inset_more if inset else self.making.construction.bumper)
        at = self._point(self._face(upright), self.back - behind, z)
        plate(self.work, upright, at, (self.across, -self.inward), rules, fixing)
        self.taken.setdefault((upright.id, self.inward), []).append(z)
        arm = arm_for(self._overlay(upright), rules)
        self.work.order(arm.code)
        self.work.order(arm.plate)

    def _parallel_plate(self, panel: Part, z: Length, fixing: str) -> None:
        """A plate on the rear of a panel, as far from its free edge as others from the front."""
        rules = self.rules
        at = self._point(self._face(panel) - self.inward * rules.plate_front, ends(panel.box)[self.out][0], z)
        plate(self.work, panel, at, (self.out, 1), rules, fixing)
        self.work.order(rules.blind)
        self.work.order(rules.special_plate)


Way = tuple[int, int]
"""An axis of the cabinet and a sense along it."""


def cup(work: Work, door: Part, at: Point, drill: Way, inward: Way, rules: Hinges, fixing: str) -> None:
    """A cup and its two side holes in the rear of a door; `inward` is the way from the hinged edge."""
    work.bore(door, at, *drill, rules.cup, "hinge-cup", fixing)
    beside = moved(at, inward[0], inward[1] * rules.behind)
    for up in (-rules.apart // 2, rules.apart - rules.apart // 2):
        work.bore(door, moved(beside, 2, up), *drill, rules.side, "hinge-side", fixing)


def plate(work: Work, board: Part, at: Point, drill: Way, rules: Hinges, fixing: str) -> None:
    """The two holes of a plate, above and below its middle."""
    for up in (-rules.plate_apart // 2, rules.plate_apart // 2):
        work.bore(board, moved(at, 2, up), *drill, rules.plate, "hinge-plate", fixing)


MACHINE_FRONT: Final = "appliance-front"
"""The role of a front that hangs on a built-in machine and takes no hinges of ours."""

IN_THE_WAY: Final = frozenset(
    {"shelf", "fixed-shelf", "shoe-shelf", "bottom", "top", "stretcher", "valance", "rail", "drawer-side", "spacer"}
)


def _nearest(
    wanted: Length, blocked: list[tuple[Length, Length]], within: tuple[Length, Length], less: Length
) -> Length:
    """The height nearest to the wanted one that is not blocked; the wanted one where all are.

    Where shelves stand close, each of the blocked stretches may be shorter by `less` at both ends.
    """
    found = _free(wanted, blocked, within)
    if found is None:
        found = _free(wanted, [(low + less, high - less) for low, high in blocked], within)
    return wanted if found is None else found


def _free(wanted: Length, blocked: list[tuple[Length, Length]], within: tuple[Length, Length]) -> Length | None:
    places = {wanted, *(edge for span in blocked for edge in span)}
    free = [
        place
        for place in places
        if within[0] <= place <= within[1] and not any(low < place < high for low, high in blocked)
    ]
    return min(free, key=lambda place: (abs(place - wanted), place), default=None)

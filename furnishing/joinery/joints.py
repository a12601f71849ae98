"""Joints: where the end of one part stands against the face of another, both are drilled for the same fixings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.making import Making, Neighbour
from furnishing.hardware import Drill, Pack, Pattern
from furnishing.hardware_file import hardware_pack
from furnishing.joinery.places import DRAWER_ENDS, Contact, Point, along, contacts, ends, inside, spans
from furnishing.joinery.work import Work, moved, suffix
from furnishing.parts import Box, Groove
from furnishing.units import MICROMETRES, Length

FROM_OUTSIDE: Final = frozenset({"confirmat", "screw"})
"""Joints whose head lies in the far face of the board, which must be free there."""

SEEN: Final = frozenset({"desk-top"})
"""Roles in whose faces no head of a screw may show."""

UPPER: Final = frozenset({"top", "stretcher"})
"""Roles whose cams lie in the upper face, out of sight; those of other lying parts lie underneath."""


def join(cabinet: Cabinet, making: Making) -> Cabinet:
    """The cabinet with every structural contact joined as its construction method and hardware pack say."""
    pack, work = hardware_pack(making), Work()
    found = contacts(cabinet)
    facing = _facing(found)
    for number, contact in enumerate(found):
        opposed = facing.get(number)
        kind = pack.joints.drawer if contact.end.role in DRAWER_ENDS else making.construction.joint
        if kind in FROM_OUTSIDE and (opposed is not None or contact.face.role in SEEN):
            kind = pack.joints.hidden
        # Of two joints that meet in one board the later one moves, and so does one end of a very short board.
        later = opposed is not None and opposed < number
        short = contact.sense < 0 and _length(contact) < SHORT
        shift = pack.joints.offset * 3 // 2 if short else pack.joints.offset if later else 0
        _Joint(work, making, pack, contact, cabinet).make(kind, shift)
    return work.done(cabinet)


SHORT: Final = 90 * MICROMETRES["mm"]
"""In shorter boards the fixings of both ends could meet."""


def _length(contact: Contact) -> Length:
    low, high = ends(contact.end.box)[contact.axis]
    return high - low


def _facing(found: tuple[Contact, ...]) -> dict[int, int]:
    """For each contact that has another one behind the same board: its number."""
    by_face: dict[tuple[str, int], list[int]] = {}
    for number, contact in enumerate(found):
        by_face.setdefault((contact.face.id, contact.axis), []).append(number)
    pairs: dict[int, int] = {}
    for numbers in by_face.values():
        for place, one in enumerate(numbers):
            for other in numbers[place + 1 :]:
                if found[one].sense != found[other].sense and _overlap(found[one], found[other]):
                    pairs.setdefault(one, other)
                    pairs.setdefault(other, one)
    return pairs


def _overlap(one: Contact, other: Contact) -> bool:
    """Whether the ends of two parts lie opposite each other, at least in part."""
    a, b = ends(one.end.box), ends(other.end.box)
    return all(a[axis][0] < b[axis][1] and b[axis][0] < a[axis][1] for axis in range(3) if axis != one.axis)


class _Joint:
    """One contact being joined."""

    def __init__(self, work: Work, making: Making, pack: Pack, contact: Contact, cabinet: Cabinet) -> None:
        self.work, self.making, self.pack, self.contact, self.cabinet = work, making, pack, contact, cabinet
        self.name = f"{suffix(contact.end)}-{suffix(contact.face)}"
        self.count = 0
        low, high = ends(contact.face.box)[contact.axis]
        self.behind = high - low

    def make(self, kind: str, shift: Length) -> None:
        """Drill and order this joint as a confirmat, cam, dowel, lamello or screw."""
        pack = self.pack
        makers: dict[str, tuple[Callable[[Length], None], Pattern, Length]] = {
            "confirmat": (self._confirmat, pack.confirmat.pattern, pack.confirmat.length),
            "dowel": (self._dowel, pack.dowel.pattern, pack.dowel.length),
            "lamello": (self._slot, pack.connector.pattern, pack.connector.depth),
            "screw": (self._screw, pack.screw.pattern, pack.screw.pilot.depth),
        }
        reach = pack.cam.reach + pack.cam.diameter if kind == "cam" else makers[kind][2]
        for low, high in self._solid(reach):
            if kind == "cam":
                self._cams(low, high, shift)
                continue
            maker, pattern, _ = makers[kind]
            for place in along(low, high, pattern, from_high=self.contact.line == 1, shift=shift):
                if self._holds(place, reach):
                    maker(place)

    def _solid(self, reach: Length) -> tuple[tuple[Length, Length], ...]:
        """The long stretches of the line; slivers between a groove and an end hold nothing."""
        found = spans(self.contact, reach)
        longest = max((high - low for low, high in found), default=0)
        return tuple((low, high) for low, high in found if 3 * (high - low) >= longest)

    def _holds(self, place: Length, reach: Length) -> bool:
        at = self.contact.point(place)
        deep = moved(at, self.contact.axis, self.contact.sense * reach)
        return inside(self.contact.face, at) and inside(self.contact.end, at) and inside(self.contact.end, deep)

    def _next(self) -> str:
        self.count += 1
        return f"{self.name}.{self.count}"

    def _into_end(self, at: Point, drill: Drill, purpose: str, fixing: str) -> None:
        self.work.bore(self.contact.end, at, self.contact.axis, self.contact.sense, drill, purpose, fixing)

    def _into_face(self, at: Point, drill: Drill, purpose: str, fixing: str) -> None:
        self.work.bore(self.contact.face, at, self.contact.axis, -self.contact.sense, drill, purpose, fixing)

    def _through_face(self, at: Point, diameter: Length, purpose: str, fixing: str) -> None:
        """A through hole, drilled from the far face, where the head lies."""
        contact = self.contact
        mouth = moved(at, contact.axis, -contact.sense * self.behind)
        drill = Drill(diameter=diameter, depth=0)
        self.work.bore(contact.face, mouth, contact.axis, contact.sense, drill, purpose, fixing)

    def _confirmat(self, place: Length) -> None:
        item, at, fixing = self.pack.confirmat, self.contact.point(place), self._next()
        pilot = Drill(diameter=item.pilot, depth=item.length - self.behind + item.play)
        self._through_face(at, item.clearance, "confirmat", fixing)
        self._into_end(at, pilot, "confirmat", fixing)
        self.work.order(item.code)
        if self._seen():
            self.work.order(item.cap)

    def _seen(self) -> bool:
        """Whether the head of a screw lies in the outer face of a side that nothing stands beside."""
        contact = self.contact
        if contact.face.role != "side" or contact.axis != 0:
            return False
        return (self.making.left if contact.sense > 0 else self.making.right) is Neighbour.OPEN

    def _screw(self, place: Length) -> None:
        item, at, fixing = self.pack.screw, self.contact.point(place), self._next()
        self._through_face(at, item.clearance, "screw", fixing)
        self._into_end(at, item.pilot, "screw", fixing)
        self.work.order(item.code)

    def _dowel(self, place: Length) -> None:
        item, at, fixing = self.pack.dowel, self.contact.point(place), self._next()
        step = MICROMETRES["mm"]
        face = min(item.face_depth, self.behind * item.share // 100 // step * step)
        self._into_face(at, Drill(diameter=item.diameter, depth=face), "dowel", fixing)
        rest = Drill(diameter=item.diameter, depth=item.length - face + item.play)
        self._into_end(at, rest, "dowel", fixing)
        self.work.order(item.code)

    def _slot(self, place: Length) -> None:
        """A slot in each part, one behind the other across the plane of contact."""
        item, contact = self.pack.connector, self.contact
        for part, sense in ((contact.end, contact.sense), (contact.face, -contact.sense)):
            start, size = list(contact.point(place)), [0, 0, 0]
            start[contact.axis] -= item.depth if sense < 0 else 0
            start[contact.line] -= item.length // 2
            start[contact.across] -= item.width // 2
            size[contact.axis], size[contact.line], size[contact.across] = item.depth, item.length, item.width
            slot = Groove(box=Box(*start, *size), depth=item.depth, width=item.width, purpose="connector")
            self.work.grooves.setdefault(part.id, []).append(slot)
        self.work.order(item.code)

    def _cams(self, low: Length, high: Length, shift: Length) -> None:
        """Cams along one stretch, each with a dowel one step further inside; a single cam has one on either side."""
        item, front_high = self.pack.cam, self.contact.line == 1
        places = along(low, high, item.pattern, from_high=front_high, shift=shift)
        middle = (low + high) // 2
        cams = [place for place in places if self._holds(place, item.reach)]
        taken = list(cams)
        for place in cams:
            self._cam(place)
        for place in cams:
            inward = 1 if place < middle else -1
            for way in (1, -1) if len(cams) == 1 else (inward,):
                dowel = place + way * item.beside
                room = low + self.pack.dowel.pattern.margin <= dowel <= high - self.pack.dowel.pattern.margin
                apart = all(abs(dowel - other) >= item.beside // 2 for other in taken)
                if room and apart and self._holds(dowel, self.pack.dowel.length):
                    taken.append(dowel)
                    self._dowel(dowel)

    def _cam(self, place: Length) -> None:
        item, contact, fixing = self.pack.cam, self.contact, self._next()
        at, end = contact.point(place), contact.end
        body = next((each for each in item.depths if end.thickness <= each.thickness), item.depths[-1])
        upward = _cam_above(contact, self.cabinet.width)
        centre = list(moved(at, contact.axis, contact.sense * item.reach))
        low, high = ends(end.box)[contact.across]
        centre[contact.across] = high if upward else low
        mouth = (centre[0], centre[1], centre[2])
        drill = Drill(diameter=item.diameter, depth=body.depth)
        self.work.bore(end, mouth, contact.across, -1 if upward else 1, drill, "cam", fixing)
        self._into_end(at, Drill(diameter=item.channel, depth=item.reach), "cam-bolt", fixing)
        self._into_face(at, item.thread, "cam-bolt", fixing)
        self.work.order(body.code)
        self.work.order(item.bolt)


def _cam_above(contact: Contact, width: Length) -> bool:
    """Whether a cam lies in the face with the higher coordinate: the one that is seen less."""
    end = contact.end
    if contact.across == 2:
        return end.role in UPPER
    if contact.across == 0:
        return end.box.x * 2 + end.box.dx < width
    # Boards across have their cams inside a drawer, or at the rear.
    return end.role == "drawer-back"

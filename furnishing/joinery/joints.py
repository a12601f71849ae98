"""Joints: where the end of one part stands against the face of another, both are drilled for the same fixings."""

from __future__ import annotations

from typing import Final

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.making import Making, Neighbour
from furnishing.hardware import Pack, Pattern
from furnishing.hardware_file import hardware_pack
from furnishing.joinery.fixings import Fixing, cam, confirmat, dowel, screw
from furnishing.joinery.places import DRAWER_ENDS, Contact, along, contacts, ends, inside, spans
from furnishing.joinery.sight import cam_upward
from furnishing.joinery.work import Work, moved, suffix
from furnishing.parts import Box, Groove
from furnishing.units import MICROMETRES, Length

FROM_OUTSIDE: Final = frozenset({"confirmat", "screw"})
"""Joints whose head lies in the far face of the board, which must be free there."""

SEEN: Final = frozenset({"desk-top"})
"""Roles in whose faces no head of a screw may show."""


def join(cabinet: Cabinet, making: Making) -> Cabinet:
    """The cabinet with every structural contact joined as its construction method and hardware pack say."""
    pack, work = hardware_pack(making), Work()
    inset = making.construction.back == "inset"
    found = tuple(each for each in contacts(cabinet) if inset or each.end.role != "back")
    facing = _facing(found)
    for number, contact in enumerate(found):
        opposed = facing.get(number)
        kind = pack.joints.drawer if contact.end.role in DRAWER_ENDS else making.construction.joint
        if kind in FROM_OUTSIDE and (opposed is not None or contact.face.role in SEEN):
            kind = pack.joints.hidden
        if kind == "cam" and _length(contact) < SHORT:
            kind = "dowel"
        # Of two joints that meet in one board the later one moves, and so does one end of a very short board.
        later = opposed is not None and opposed < number
        short = contact.sense < 0 and _length(contact) < SHORT
        shift = pack.joints.offset * 3 // 2 if short else pack.joints.offset if later else 0
        _Joint(work, making, pack, contact, cabinet).make(kind, shift)
    return work.done(cabinet)


SHORT: Final = 90 * MICROMETRES["mm"]
"""In shorter boards the fixings of both ends could meet, and there is no room for two cams."""


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


MOVES: Final = tuple(move * MICROMETRES["mm"] for move in (0, 16, -16, 24, -24, 32, -32, 8, -8, 48, -48))
"""How far a fixing may be moved along its line where another one is in its way: half steps of System 32 first."""


class _Joint:
    """One contact being joined."""

    def __init__(self, work: Work, making: Making, pack: Pack, contact: Contact, cabinet: Cabinet) -> None:
        self.work, self.making, self.pack, self.contact, self.cabinet = work, making, pack, contact, cabinet
        self.name = f"{suffix(contact.end)}-{suffix(contact.face)}"
        self.count = 0

    def make(self, kind: str, shift: Length) -> None:
        """Drill and order this joint as a confirmat, cam, dowel, lamello or screw."""
        pack = self.pack
        patterns: dict[str, tuple[Pattern, Length]] = {
            "confirmat": (pack.confirmat.pattern, pack.confirmat.length),
            "cam": (pack.cam.pattern, pack.cam.reach + pack.cam.diameter),
            "dowel": (pack.dowel.pattern, pack.dowel.length),
            "lamello": (pack.connector.pattern, pack.connector.depth),
            "screw": (pack.screw.pattern, pack.screw.pilot.depth),
        }
        pattern, reach = patterns[kind]
        for low, high in self._solid(reach):
            places = along(low, high, pattern, from_high=self.contact.line == 1, shift=shift)
            if kind == "cam":
                self._cams(places, low, high)
                continue
            for place in places:
                if not self._holds(place, reach):
                    continue
                if kind == "lamello":
                    self._slot(place)
                else:
                    self._fix(kind, place, (low + pattern.margin, high - pattern.margin))

    def _plan(self, kind: str, place: Length) -> Fixing:
        if kind == "confirmat":
            return confirmat(self.contact, place, self.pack, capped=self._seen())
        if kind == "cam":
            return cam(self.contact, place, self.pack, upward=cam_upward(self.contact, self.cabinet, self.making))
        return dowel(self.contact, place, self.pack) if kind == "dowel" else screw(self.contact, place, self.pack)

    def _fix(self, kind: str, place: Length, room: tuple[Length, Length], *, must: bool = True) -> Length | None:
        """Drill a fixing at a place, or as near to it as nothing is in its way; where it came to stand.

        Where there is no room it stays where it was wanted and the clash is told later, or it is left out where it may.
        """
        for move in MOVES:
            plan = self._plan(kind, place + move)
            inside_room = move == 0 or room[0] <= place + move <= room[1]
            if inside_room and self.work.clear(hole for hole, _ in plan.holes):
                return self._drill(plan, place + move)
        return self._drill(self._plan(kind, place), place) if must else None

    def _drill(self, plan: Fixing, place: Length) -> Length:
        self.count += 1
        for hole, purpose in plan.holes:
            self.work.bore(*hole, purpose, f"{self.name}.{self.count}")
        for code in plan.articles:
            self.work.order(code)
        return place

    def _solid(self, reach: Length) -> tuple[tuple[Length, Length], ...]:
        """The long stretches of the line; slivers between a groove and an end hold nothing."""
        found = spans(self.contact, reach)
        longest = max((high - low for low, high in found), default=0)
        return tuple((low, high) for low, high in found if 3 * (high - low) >= longest)

    def _holds(self, place: Length, reach: Length) -> bool:
        at = self.contact.point(place)
        deep = moved(at, self.contact.axis, self.contact.sense * reach)
        return inside(self.contact.face, at) and inside(self.contact.end, at) and inside(self.contact.end, deep)

    def _seen(self) -> bool:
        """Whether the head of a screw lies in the outer face of a side that nothing stands beside."""
        contact = self.contact
        if contact.face.role != "side" or contact.axis != 0:
            return False
        return (self.making.left if contact.sense > 0 else self.making.right) is Neighbour.OPEN

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

    def _cams(self, places: tuple[Length, ...], low: Length, high: Length) -> None:
        """Cams along one stretch, each with a dowel one step further inside; a single cam has one on either side."""
        item, margin = self.pack.cam, self.pack.dowel.pattern.margin
        room = (low + item.pattern.margin, high - item.pattern.margin)
        wanted = [place for place in places if self._holds(place, item.reach)]
        cams = [at for place in wanted if (at := self._fix("cam", place, room)) is not None]
        taken = list(cams)
        for place in cams:
            inward = 1 if 2 * place < low + high else -1
            for way in (1, -1) if len(cams) == 1 else (inward,):
                beside = place + way * item.beside
                apart = all(abs(beside - other) >= item.beside // 2 for other in taken)
                if apart and low + margin <= beside <= high - margin and self._holds(beside, self.pack.dowel.length):
                    self._fix("dowel", beside, (beside, beside), must=False)
                    taken.append(beside)

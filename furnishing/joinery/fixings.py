"""One fixing at one place of a contact: which holes it needs in both parts, and what is bought for it."""

from __future__ import annotations

from dataclasses import dataclass

from furnishing.hardware import Code, Drill, Pack
from furnishing.joinery.places import Contact, Point, ends
from furnishing.joinery.work import Hole, moved
from furnishing.units import MICROMETRES, Length


@dataclass(frozen=True, slots=True)
class Fixing:
    """Holes, each with its purpose, and the articles they are for."""

    holes: tuple[tuple[Hole, str], ...]
    articles: tuple[Code, ...]


def thickness(contact: Contact) -> Length:
    """The thickness of the board whose face is met."""
    low, high = ends(contact.face.box)[contact.axis]
    return high - low


def _into_end(contact: Contact, at: Point, diameter: Length, depth: Length) -> Hole:
    return (contact.end, at, contact.axis, contact.sense, Drill(diameter=diameter, depth=depth))


def _into_face(contact: Contact, at: Point, drill: Drill) -> Hole:
    return (contact.face, at, contact.axis, -contact.sense, drill)


def _through_face(contact: Contact, at: Point, diameter: Length) -> Hole:
    """A through hole, drilled from the far face, where the head lies."""
    mouth = moved(at, contact.axis, -contact.sense * thickness(contact))
    return (contact.face, mouth, contact.axis, contact.sense, Drill(diameter=diameter, depth=0))


def confirmat(contact: Contact, place: Length, pack: Pack, *, capped: bool = False) -> Fixing:
    """Clearance through the face, pilot in the end."""
    item, at = pack.confirmat, contact.point(place)
    pilot = item.length - thickness(contact) + item.play
    holes = (_through_face(contact, at, item.clearance), _into_end(contact, at, item.pilot, pilot))
    return Fixing(tuple((hole, "confirmat") for hole in holes), (item.code, item.cap) if capped else (item.code,))


def screw(contact: Contact, place: Length, pack: Pack) -> Fixing:
    """Clearance through the face, pilot in the end."""
    item, at = pack.screw, contact.point(place)
    pilot = _into_end(contact, at, item.pilot.diameter, item.pilot.depth)
    holes = (_through_face(contact, at, item.clearance), pilot)
    return Fixing(tuple((hole, "screw") for hole in holes), (item.code,))


def dowel(contact: Contact, place: Length, pack: Pack) -> Fixing:
    """A blind hole in each part, as deep in the face as its board allows."""
    item, at, step = pack.dowel, contact.point(place), MICROMETRES["mm"]
    face = min(item.face_depth, thickness(contact) * item.share // 100 // step * step)
    holes = (
        _into_face(contact, at, Drill(diameter=item.diameter, depth=face)),
        _into_end(contact, at, item.diameter, item.length - face + item.play),
    )
    return Fixing(tuple((hole, "dowel") for hole in holes), (item.code,))


def cam(contact: Contact, place: Length, pack: Pack, *, upward: bool) -> Fixing:
    """The cam in a face of the end part, the channel of its bolt in the end, the bolt's thread in the other face.

    `upward`: the cam lies in the face of the end part with the higher coordinate.
    """
    item, at, end = pack.cam, contact.point(place), contact.end
    body = next((each for each in item.depths if end.thickness <= each.thickness), item.depths[-1])
    centre = list(moved(at, contact.axis, contact.sense * item.reach))
    low, high = ends(end.box)[contact.across]
    centre[contact.across] = high if upward else low
    mouth = (centre[0], centre[1], centre[2])
    drill = Drill(diameter=item.diameter, depth=body.depth)
    return Fixing(
        (
            ((end, mouth, contact.across, -1 if upward else 1, drill), "cam"),
            (_into_end(contact, at, item.channel, item.reach), "cam-bolt"),
            (_into_face(contact, at, item.thread), "cam-bolt"),
        ),
        (body.code, item.bolt),
    )

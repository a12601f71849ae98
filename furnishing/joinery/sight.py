"""Which of the two faces of a board people see less: there the bodies of cams are sunk."""

from __future__ import annotations

from typing import Final

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.making import Making
from furnishing.joinery.places import Contact, ends
from furnishing.parts import Part

LIDS: Final = frozenset({"top", "stretcher"})
"""What closes a carcass above: their upper faces are outside."""


def cam_upward(contact: Contact, cabinet: Cabinet, making: Making) -> bool:
    """Whether the cam of a contact lies in the face of its end part with the higher coordinate, which is seen less."""
    end = contact.end
    if contact.across == 2:
        return _above(end, cabinet, making)
    if contact.across == 0:
        # Those of uprights lie inside, towards the middle of the cabinet.
        return end.box.x * 2 + end.box.dx < cabinet.width
    # Boards across have their cams inside a drawer, or at the rear.
    return end.role == "drawer-back"


def _above(board: Part, cabinet: Cabinet, making: Making) -> bool:
    """Whether the upper face of a lying board is seen less than its lower one.

    Outer faces under a worktop, on the floor, on another box or above the eye are not seen at all, so they come before
    inner ones; those that are open to the room come last. Of two inner faces the one that is turned away from the eye.
    """
    eye = making.construction.eye_height
    foot = making.style.wall_elevation if making.hung else 0
    low, high = ends(board.box)[2]
    if board.role == "bottom":
        return making.hung and low == 0
    if board.role in LIDS:
        closed = high < cabinet.height or making.worktop or board.role == "stretcher"
        return closed or foot + high > eye
    return foot + (low + high) // 2 > eye

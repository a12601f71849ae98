"""Mirror images of rooms: what stands left in one stands right in the other, and walls count the other way round."""

from __future__ import annotations

from dataclasses import replace

from furnishing.room import Obstacle, Opening, Room, Wall

SIDES = {"left": "right", "right": "left"}


def mirrored(room: Room) -> Room:
    """The mirror image of a room; wall j of it is wall -j of the room, so that the first wall stays the first.

    The mirror image of a mirror image is the room, but for its diagonals, which its turns hold already.
    """
    count = len(room.walls)
    span = room.walls[0].length
    return replace(
        room,
        walls=tuple(_wall(room.walls[-number % count], room.walls[(-number - 1) % count]) for number in range(count)),
        obstacles=tuple(_obstacle(each, span) for each in room.obstacles),
        slopes=tuple(replace(each, wall=-each.wall % count) for each in room.slopes),
        diagonals=(),
    )


def mirrored_wall(room: Room, wall: int) -> int:
    """The number that a wall of a room has in its mirror image."""
    return -wall % len(room.walls)


def _wall(wall: Wall, before: Wall) -> Wall:
    openings = (_opening(each, wall) for each in wall.openings)
    points = (replace(each, offset=wall.length - each.offset) for each in wall.points)
    return replace(
        wall,
        turn=before.turn,
        openings=tuple(sorted(openings, key=lambda each: each.offset)),
        points=tuple(sorted(points, key=lambda each: (each.offset, each.height, each.kind))),
    )


def _opening(opening: Opening, wall: Wall) -> Opening:
    hinge = SIDES.get(opening.hinge, opening.hinge)
    return replace(opening, offset=wall.length - opening.end, hinge=hinge)


def _obstacle(obstacle: Obstacle, span: int) -> Obstacle:
    return replace(obstacle, x=span - obstacle.x - obstacle.length)

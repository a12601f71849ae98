"""`furnish rooms`: the sample rooms that come with the program."""

from __future__ import annotations

import argparse

import sample_rooms
from furnishing.room_file import read_room
from web.summary import table


def run(_: argparse.Namespace) -> int:
    """List them by name."""
    rows = [(name, read_room(sample_rooms.text(name), name).room.name) for name in sample_rooms.names()]
    print(table(rows, left=2))
    print("\nMake one with: furnish make NAME --out DIR")
    return 0

"""What `furnish layout` may be told, and `furnish make` of a layout. Nothing here imports anything heavy."""

from __future__ import annotations

import argparse

from web.argument_types import positive, seconds


def layout_options(parser: argparse.ArgumentParser) -> None:
    """How many layouts, how long to look for them, and where they go."""
    programme_options(parser)
    parser.add_argument("--alternatives", type=positive, default=5, metavar="N", help="at most so many; default 5")
    parser.add_argument(
        "--seconds",
        type=seconds,
        metavar="S",
        help="search at most so long; else until enough was looked at, some two to five seconds",
    )
    parser.add_argument("--iterations", type=positive, metavar="N", help="look at no more structures than these")
    parser.add_argument("--json", action="store_true", help="as JSON, for programs")
    parser.add_argument("--out", metavar="DIR", help="write plan and elevations of each layout here (SVG)")
    parser.epilog = (
        "examples:\n  furnish layout u_kitchen --alternatives 3 --out out/layouts\n"
        "  furnish layout u_kitchen --pin base-sink@1:1200:600 --pin empty@4\n"
        "Walls count from 1, offsets and widths are millimetres from the left end of the wall."
    )


def programme_options(parser: argparse.ArgumentParser) -> None:
    """What a room is to hold, and what of a layout is to stay."""
    parser.add_argument(
        "--programme",
        metavar="P.json",
        help="what is wanted: a file (docs/layout.md) or a name that comes along; else what the room file holds",
    )
    parser.add_argument(
        "--pin",
        action="append",
        default=[],
        metavar="PIN",
        help="keep a unit, KIND@WALL:OFFSET:WIDTH, or of an island with how far it stands off the wall, "
        "KIND@WALL:OFFSET:WIDTH:OFF; or leave a wall empty, empty@WALL; may be repeated",
    )
    parser.add_argument(
        "--thorough",
        action="store_true",
        help="look at everything, for up to some minutes; the numbers of layouts are those of a "
        "list that was made so too",
    )

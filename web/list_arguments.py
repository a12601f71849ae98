"""What `furnish cut` may be told about a list of parts. Nothing here imports more than argparse."""

from __future__ import annotations

import argparse
from typing import Final

EXAMPLES: Final = """\
  furnish cut parts.csv --board 2800x2070 --plan plan.json
  furnish cut parts.xlsx --board white-18:2800x2070@42.50 --board oak-18:2800x2070@61,grain --plan plan.json
  furnish cut parts.csv --columns length=L,width=B,quantity=Stk --plan plan.json"""


def list_options(parser: argparse.ArgumentParser) -> None:
    """The options for a list of parts; a cut job says all of this itself. See docs/part_lists.md."""
    group = parser.add_argument_group("for a list of parts (CSV, TSV, XLSX; docs/part_lists.md)")
    group.add_argument(
        "--board",
        action="append",
        default=[],
        metavar="[MATERIAL:]LxW[@PRICE][,grain][,qty=N]",
        help="a board to cut from, for one material or for all; may be given again",
    )
    group.add_argument("--kerf", metavar="SIZE", help="the width of the blade's cut; default the catalogue's saw")
    group.add_argument(
        "--trim", metavar="SIZE", help="cut off every raw edge, kerf included: one figure, or left,right,bottom,top"
    )
    group.add_argument(
        "--catalogue",
        metavar="CAT.json",
        help="boards by material code, and the saw; without it the one that comes along",
    )
    group.add_argument(
        "--columns", metavar="MEANING=NAME,...", help="which column means what, by its name or #1, #2; it is remembered"
    )
    group.add_argument("--forget", action="store_true", help="forget what --columns said of lists with this header")
    group.add_argument(
        "--sizes",
        choices=("cut", "finished"),
        default="cut",
        help="what the sizes in the list are; from finished sizes the edge bands are taken off; default cut",
    )
    group.add_argument(
        "--band",
        action="append",
        default=[],
        metavar="NAME=THICKNESS",
        help="how thick an edge band is; may be given again",
    )
    group.add_argument("--grain", choices=("length", "width", "free"), help="how rows lie that say nothing of grain")
    group.add_argument("--unit", choices=("mm", "cm", "m", "in"), help="the unit of sizes without one")
    group.add_argument("--decimal", choices=("point", "comma"), help="the decimal sign of the list")
    group.add_argument("--encoding", metavar="NAME", help="how the text is encoded, such as cp1251")
    group.add_argument("--sheet", metavar="NAME", help="the sheet of a workbook; default the first")
    group.add_argument("--skip-bad-rows", action="store_true", help="go on without the rows that cannot be used")
    group.add_argument("--save-job", metavar="JOB.json", help="write the cut job that was read")

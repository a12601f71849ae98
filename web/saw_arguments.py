"""What the command line says of the saw's papers: for which saw, and how labels are printed. Nothing here is heavy."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reports.choices import Choices


def saw_options(parser: argparse.ArgumentParser) -> None:
    """Options about step lists, diagrams and labels."""
    parser.add_argument(
        "--saw",
        choices=("beam", "table"),
        help="number the cuts for this saw and list steps for it alone; default: diagrams of a beam saw, both lists",
    )
    parser.add_argument(
        "--own-pages",
        action="store_true",
        help="a page of the diagrams for each pattern; default: small boards share one",
    )
    parser.add_argument(
        "--labels",
        default="3x8",
        metavar="LAYOUT",
        help="sheets (3x8, 2x4, L7159 to L7173), rolls (roll, roll-70x70, roll-62x29) or a size such as 80x45",
    )
    parser.add_argument(
        "--skip", type=_count, default=0, metavar="N", help="label positions of the first page that are used already"
    )
    parser.add_argument(
        "--offset",
        type=_offset,
        default=(0.0, 0.0),
        metavar="R,D",
        help="mm by which labels must be printed further to the right and down, such as 1,-0.5",
    )
    parser.add_argument(
        "--label", action="append", default=[], metavar="ID", help="print only the label of this part again; repeat it"
    )


def choices_of(given: argparse.Namespace) -> Choices:
    """What is chosen of the papers; InputError for labels that cannot be printed so."""
    from reports.choices import USUAL, Choices  # noqa: PLC0415
    from reports.label_layouts import layout_of  # noqa: PLC0415
    from reports.label_run import LabelRun  # noqa: PLC0415
    from reports.saw_lines import SawKind  # noqa: PLC0415

    right, down = given.offset
    return Choices(
        saws=(SawKind(given.saw),) if given.saw else USUAL.saws,
        share=not given.own_pages,
        labels=LabelRun(
            layout=layout_of(given.labels), skip=given.skip, right=right, down=down, only=tuple(given.label)
        ),
    )


def _count(text: str) -> int:
    if not text.isdecimal() or len(text) > 3:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of labels; use 0, 1, 2 ...")
    return int(text)


def _offset(text: str) -> tuple[float, float]:
    parts = text.split(",")
    try:
        right, down = (float(part) for part in parts)
    except ValueError:
        message = f"{text!r} is no offset; use two numbers in mm with a comma between them, such as 1,-0.5"
        raise argparse.ArgumentTypeError(message) from None
    if not (abs(right) <= 20 and abs(down) <= 20):
        raise argparse.ArgumentTypeError(f"{text!r} moves labels by more than 20 mm; measure again")
    return right, down

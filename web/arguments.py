"""What `furnish` may be asked on the command line. Nothing here imports anything heavy."""

from __future__ import annotations

import argparse
from typing import Any, Final

from reports.text.languages import SOURCE, Units, languages
from web.argument_types import date, money, overruled, port, positive, seconds, seed
from web.layout_arguments import layout_options, programme_options
from web.list_arguments import EXAMPLES as LISTS
from web.list_arguments import list_options
from web.order_arguments import order_options, price_options
from web.saw_arguments import saw_options

EXAMPLES = """\
examples:
  furnish rooms                                   list the sample rooms
  furnish kinds                                   list the cabinet kinds and what they can be told
  furnish methods                                 list the construction methods and what differs
  furnish layout galley_kitchen                   several layouts for a room, ranked, with reasons
  furnish make galley_kitchen --out out/kitchen   the whole line: papers, diagrams, labels, quote
  furnish design my_room.json --job job.json      cabinets and parts, and the list for the saw
  furnish cut job.json --seconds 30 --plan plan.json
  furnish cut parts.csv --board 2800x2070 --plan plan.json   a list of parts instead of a job
  furnish cut job.json --former plan.json --plan new.json   after a small edit, keep what can be kept
  furnish check galley_kitchen                    what the rules find in a room
  furnish check job.json plan.json                judge any plan, whoever made it
  furnish report job.json plan.json --out out/saw
  furnish machine job.json plan.json --out out/saw     PTX for the saw, DXF of every sheet
  furnish serve                                   the same in a browser, at http://127.0.0.1:8000

exit codes: 0 done, also when Ctrl-C has ended a search early; 1 done, but something must be mended before it goes to
the saw; 2 the input cannot be used; 130 stopped by Ctrl-C with nothing written
"""

AIMS: Final = ("balanced", "least-material", "fewest-boards", "fastest-sawing", "fewest-patterns", "largest-offcut")
"""The aims of `cutting.alternatives`, as they are written on the command line."""


def arguments() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="furnish",
        description="From a room to a sawn, labelled, priced set of panels.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, help="print the version and leave")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _design(_command(commands, "design", "furnish a room and list its cabinets, parts and issues"))
    _layout(_command(commands, "layout", "find several layouts for a room, ranked, with price and reasons"))
    _cut(_command(commands, "cut", "lay the pieces of a cut job on boards"))
    _check(_command(commands, "check", "judge a cut plan against its job"))
    _report(_command(commands, "report", "write the papers of a cut plan"))
    _machine(_command(commands, "machine", "write a cut plan as files for saws, routers and edge banders"))
    _make(_command(commands, "make", "the whole line: from a room to all its papers"))
    _serve(_command(commands, "serve", "open the web pages on this machine"))
    _command(commands, "rooms", "list the sample rooms that come with the program")
    _kinds(_command(commands, "kinds", "list the cabinet kinds with their sizes and parameters"))
    _rules(_command(commands, "rules", "list the rules that designs are looked over by"))
    _methods(_command(commands, "methods", "list the construction methods and what differs between them"))
    return parser


def _command(commands: Any, name: str, summary: str) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = commands.add_parser(
        name,
        help=summary,
        description=f"{summary[0].upper()}{summary[1:]}.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    return made


def _room(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("room", metavar="ROOM", help="a room file (JSON), or the name of a sample room")
    _furnishing(parser)


def _furnishing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--style", metavar="STYLE.json", help="a style file; it replaces the style in the room file")
    parser.add_argument("--catalogue", metavar="CAT.json", help="a catalogue; without it the one that comes along")
    parser.add_argument(
        "--construction",
        metavar="METHOD",
        help="how the workshop builds: a method of `furnish methods`, or a file; it outranks that of the style",
    )
    parser.add_argument(
        "--company",
        metavar="COMPANY.json",
        help="what the company does otherwise; without it furnish/company.json of your settings, if it is there",
    )
    parser.add_argument("--rules", metavar="RULES.json", help="rules that are off, of another level, or other numbers")


def _limits(parser: argparse.ArgumentParser, default: str) -> None:
    parser.add_argument("--seconds", type=seconds, metavar="S", help=f"search at most so long; default {default}")
    parser.add_argument("--iterations", type=positive, metavar="N", help="search so many rounds, whatever the clock")
    parser.add_argument("--seed", type=seed, default=0, metavar="N", help="seed of the search; default %(default)s")


def _papers(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--out", required=True, metavar="DIR", help="the folder for the papers, made where missing; or one FILE.zip"
    )
    order_options(parser)
    parser.add_argument("--date", type=date, metavar="YYYY-MM-DD", help="the date on the papers; default today")
    spoken = ", ".join(languages())
    parser.add_argument(
        "--language", choices=languages(), default=SOURCE, metavar="LANG", help=f"of the papers: {spoken}"
    )
    parser.add_argument(
        "--units",
        choices=tuple(each.value for each in Units),
        default=Units.MILLIMETRES.value,
        metavar="UNITS",
        help="of the papers: mm, or in (inches to 1/64), in/32, in/16; default %(default)s",
    )
    saw_options(parser)


def _design(parser: argparse.ArgumentParser) -> None:
    _room(parser)
    parser.add_argument("--job", metavar="JOB.json", help="write the cut job of the room's parts here")
    _override(parser)
    parser.epilog = "example: furnish design galley_kitchen --job job.json"


def _layout(parser: argparse.ArgumentParser) -> None:
    _room(parser)
    layout_options(parser)


def _cut(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "job", metavar="JOB", help="a cut job (JSON, docs/cutjob.md) or a list of parts (CSV, TSV, XLSX)"
    )
    parser.add_argument("--plan", required=True, metavar="PLAN.json", help="write the cut plan here")
    _limits(parser, "10")
    parser.add_argument("--cores", type=positive, metavar="N", help="processor cores to use; default all")
    parser.add_argument(
        "--former", metavar="PLAN.json", help="a plan from before the job was edited; keep what can be kept of it"
    )
    parser.add_argument(
        "--objective",
        type=_objective,
        metavar="AIM",
        help="compare several plans and write the best for: " + ", ".join(AIMS),
    )
    parser.add_argument(
        "--saw-hour",
        type=money,
        metavar="MONEY",
        help="what an hour at the saw costs, in the currency of the boards; default a share of the dearest board",
    )
    parser.add_argument(
        "--explain",
        action="store_true",
        help="say what grain and matched sets cost, and what one more board size or a smaller trim would save",
    )
    list_options(parser)
    parser.epilog = (
        "examples:\n  furnish cut job.json --seconds 30 --seed 1 --plan plan.json\n"
        f"  furnish cut job.json --objective balanced --explain --plan plan.json\n{LISTS}\nCtrl-C keeps the best plan."
    )


def _plan(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "job", metavar="JOB", help="a cut job (see docs/cutjob.md), or a PTX file that holds a plan too"
    )
    parser.add_argument("plan", metavar="PLAN.json", nargs="?", help="a cut plan for it; none beside a PTX file")


def _check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "job",
        metavar="ROOM|JOB",
        help="a room (file or sample) to look over by the rules; a cut job (docs/cutjob.md); a PTX file with a plan",
    )
    parser.add_argument(
        "plan", metavar="PLAN.json", nargs="?", help="a cut plan for the job; none beside a room or PTX"
    )
    _furnishing(parser)
    parser.epilog = (
        "examples:\n  furnish check galley_kitchen\n  furnish check job.json plan.json\n  furnish check saw.ptx\n"
        "exit codes: 0 the plan holds or the room has no error, 1 it does not or has, 2 the input cannot be used"
    )


def _report(parser: argparse.ArgumentParser) -> None:
    _plan(parser)
    _papers(parser)
    parser.epilog = "example: furnish report job.json plan.json --out out/saw"


def _machine(parser: argparse.ArgumentParser) -> None:
    _plan(parser)
    parser.add_argument("--out", required=True, metavar="DIR", help="the folder for the files; made where missing")
    parser.add_argument("--customer", default="", metavar="NAME", help="the customer named in the files")
    parser.add_argument("--date", type=date, metavar="YYYY-MM-DD", help="the date in the files; default today")
    parser.add_argument(
        "--profile",
        default="generic-1.21",
        metavar="P",
        help="who reads the saw file: a name, or a profile file of yours",
    )
    parser.add_argument("--layers", metavar="LAYERS.json", help="names of DXF layers, see docs/machine_files.md")
    parser.add_argument("--dxf", choices=("R12", "R2000"), default="R2000", help="version of DXF; default %(default)s")
    parser.epilog = (
        "examples:\n  furnish machine job.json plan.json --out out/saw\n"
        "  furnish machine job.json plan.json --profile cadmatic-4 --out out/saw\n"
        "No file is called compatible with a machine that has not read it: try one board first."
    )


def _make(parser: argparse.ArgumentParser) -> None:
    _room(parser)
    _papers(parser)
    price_options(parser)
    _limits(parser, "a fixed number of rounds, so that papers repeat to the byte")
    _override(parser)
    parser.add_argument(
        "--layout", type=positive, metavar="N", help="take layout N of `furnish layout` instead of the style's wishes"
    )
    programme_options(parser)
    parser.epilog = "example: furnish make galley_kitchen --out out/kitchen --customer 'A. Jansen' --date 2026-03-01"


def _kinds(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", nargs="?", metavar="KIND", help="only this kind")
    parser.add_argument("--json", action="store_true", help="as JSON, for programs")
    parser.epilog = "example: furnish kinds tall-wardrobe"


def _override(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--override",
        action="append",
        default=[],
        type=overruled,
        metavar='CODE="reason"',
        help="release the design although this error stands; the reason is recorded in release.json",
    )


def _rules(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rules", metavar="RULES.json", help="with the rules of this file laid over ours")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as JSON, for programs")
    form.add_argument("--markdown", action="store_true", help="as the page docs/rules.md")
    parser.epilog = "example: furnish rules --json"


def _methods(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "method", nargs="?", metavar="METHOD", help="one method or file: all its values, each with its origin"
    )
    parser.add_argument("--json", action="store_true", help="as JSON, for programs")
    parser.epilog = "example: furnish methods cn-three-in-one"


def _serve(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on; default %(default)s")
    parser.add_argument("--port", type=port, default=8000, help="the port to listen on; default %(default)s")
    parser.add_argument(
        "--instance",
        default="var/web",
        metavar="DIR",
        help="the folder for designs and the secret; default %(default)s",
    )
    parser.add_argument(
        "--name", action="append", default=[], metavar="HOST", help="a further host name the pages may be reached by"
    )


def _objective(text: str) -> str:
    if text not in AIMS:
        raise argparse.ArgumentTypeError(f"{text!r} is not known; use one of {', '.join(AIMS)}")
    return text


class _Version(argparse.Action):
    """Prints the version; looks it up only when asked, because that reads the installed packages."""

    def __init__(self, option_strings: list[str], dest: str, help: str) -> None:
        super().__init__(option_strings, dest, nargs=0, help=help, default=argparse.SUPPRESS)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

        try:
            number = version("furnish")
        except PackageNotFoundError:
            number = "(source tree, not installed)"
        print(f"furnish {number}")
        parser.exit()

"""The command line: reads the arguments, runs one command, tells every fault in one way.

This module and `web.arguments` import nothing heavy, so that `furnish --help` answers at once; the module of a
command is imported when that command runs, and only `furnish serve` brings Flask.
"""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Sequence
from importlib import import_module

from furnishing.errors import FurnishError, InputError
from web.arguments import arguments

DONE, WANTING, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run `furnish` and return its exit code: 0 done, 1 done but not fit for the saw, 2 the input cannot be used."""
    parser = arguments()
    try:
        given = parser.parse_args(argv)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else BAD_INPUT
    warnings.showwarning = _warn
    try:
        code: int = import_module(f"web.commands.{given.command}").run(given)
        sys.stdout.flush()
    except InputError as error:
        return _refuse(error)
    except FurnishError as error:
        print(f"furnish: {error}", file=sys.stderr)
        print("furnish: this is a defect of the program and not of your files; please report it", file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:
        # Whoever read our output has gone (`furnish ... | head`): nothing is left to say, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WANTING
    except KeyboardInterrupt:
        print("\nfurnish: stopped; nothing was written", file=sys.stderr)
        return INTERRUPTED
    return code


def _warn(message: Warning | str, *_: object, **__: object) -> None:
    """Tell a warning in the words of this program, without the line of code that gave it."""
    for line in str(message).splitlines():
        print(f"furnish: {line}", file=sys.stderr)


def _refuse(error: InputError) -> int:
    """Tell every fault on its own line, then how many there were."""
    for line in str(error).splitlines():
        print(f"furnish: {line}", file=sys.stderr)
    if len(error.faults) > 1:
        print(f"furnish: {len(error.faults)} faults; nothing was made", file=sys.stderr)
    return BAD_INPUT


if __name__ == "__main__":
    sys.exit(main())

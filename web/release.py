"""The release of a design on the command line: what stands in its way is told, and how to overrule it."""

from __future__ import annotations

import argparse
import sys

from furnishing.design import Design
from furnishing.release import Override, Release, release
from web import summary


def released_by(made: Design, given: argparse.Namespace) -> Release:
    """The release that the arguments ask for; InputError for overrides that overrule nothing."""
    return release(made.issues, [Override(code, reason) for code, reason in given.override])


def refuse(released: Release) -> int:
    """Tell what keeps a design from the saw; the exit code for it."""
    codes = sorted({issue.code for issue in released.blocked})
    print(f"furnish: not released to the saw, since {len(released.blocked)} errors stand:", file=sys.stderr)
    print(summary.issues(released.blocked), file=sys.stderr)
    options = " ".join(f'--override {code}="reason"' for code in codes)
    print(f"furnish: mend them, or overrule them, which is recorded: {options}", file=sys.stderr)
    return 1

"""The release of a design to the saw: refused while an error stands, unless somebody overrules it and says why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from furnishing.errors import Fault, InputError
from furnishing.issues import Issue, Level
from furnishing.json_text import to_json

FORMAT: Final = "furnish-release/1"


@dataclass(frozen=True, slots=True)
class Override:
    """All errors of one code are overruled, for a reason."""

    code: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What keeps a design from the saw (`blocked`), and what somebody has overruled, each with the reason."""

    blocked: tuple[Issue, ...]
    overruled: tuple[tuple[Issue, str], ...]

    @property
    def given(self) -> bool:
        """Whether the design may go to the saw."""
        return not self.blocked


def release(issues: Iterable[Issue], overrides: Sequence[Override] = ()) -> Release:
    """Decide on the issues of a design.

    Raises InputError for an override without a reason, for a code twice, and for a code of which no error stands: an
    override that is no longer needed must not stay to hide the next error.
    """
    errors = [issue for issue in issues if issue.level is Level.ERROR]
    standing = {issue.code for issue in errors}
    faults = []
    for number, each in enumerate(overrides):
        if each.code not in standing:
            has = ", ".join(sorted(standing)) or "none"
            message = f"no error {each.code!r} stands in this design, so nothing is overruled; errors here: {has}"
            faults.append(Fault("--override", message))
        elif not each.reason.strip() or not each.reason.isprintable():
            message = f"{each.code} is overruled without a reason; say why on one line, as in {each.code}='agreed'"
            faults.append(Fault("--override", message))
        if each.code in {other.code for other in overrides[:number]}:
            faults.append(Fault("--override", f"{each.code} is overruled twice; keep one reason"))
    if faults:
        raise InputError(faults)
    reasons = {each.code: each.reason for each in overrides}
    return Release(
        blocked=tuple(issue for issue in errors if issue.code not in reasons),
        overruled=tuple((issue, reasons[issue.code]) for issue in errors if issue.code in reasons),
    )


def write_release(found: Release, *, project: str, version: str, date: str) -> str:
    """The record of what was overruled, as a file: it stays beside the papers."""
    rows = [
        {
            "code": issue.code,
            "places": list(issue.places or ((issue.where,) if issue.where else ())),
            "message": issue.message,
            "reason": reason,
        }
        for issue, reason in found.overruled
    ]
    return to_json({"format": FORMAT, "project": project, "version": version, "date": date, "overruled": rows})

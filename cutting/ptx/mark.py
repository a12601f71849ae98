"""The note by which a PTX file of ours is known again, with what no record of the format can carry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from cutting.pieces import FirstCut, Saw

_MARK: Final = re.compile(
    r"Furnish 1: stages (\d{1,9}|any), first cut (length|width|any), book (\d{1,9}|none)", re.ASCII
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The limits of the saw that a plan was made for."""

    max_stages: int | None
    first_cut: FirstCut
    book_height: int | None


def mark_of(saw: Saw) -> str:
    """The text of the note."""
    stages = "any" if saw.max_stages is None else saw.max_stages
    book = "none" if saw.book_height is None else saw.book_height
    return f"Furnish 1: stages {stages}, first cut {saw.first_cut.value}, book {book}"


def read_mark(text: str) -> Mark | None:
    """What a note says; None where it is not ours."""
    found = _MARK.fullmatch(text)
    if found is None:
        return None
    stages, first, book = found.groups()
    return Mark(
        max_stages=None if stages == "any" else max(1, int(stages)),
        first_cut=FirstCut(first),
        book_height=None if book == "none" else max(1, int(book)),
    )

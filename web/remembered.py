"""What `--columns` said of earlier lists: a small file beside the user's other settings, by the lists' headers."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final, TypeAlias

from cutting.part_lists import Column
from furnishing.errors import InputError
from furnishing.json_text import to_json
from furnishing.reading import open_record
from web.disk import is_there, read_input, write_file

COLUMNS_FORMAT: Final = "furnish-columns/1"
MOST: Final = 200
"""So many headers are kept; the oldest goes first."""

Remembered: TypeAlias = Mapping[tuple[str, ...], Mapping[Column, str]]


def place() -> Path:
    """The file; its folder follows the XDG rule for settings."""
    home = os.environ.get("XDG_CONFIG_HOME", "")
    folder = Path(home) if Path(home).is_absolute() else Path("~/.config").expanduser()
    return folder / "furnish" / "columns.json"


def recall() -> Remembered:
    """What was said of which header; InputError where the file cannot be used, nothing where there is none."""
    path = str(place())
    if not is_there(path):
        return {}
    fields = open_record(read_input(path), COLUMNS_FORMAT, path)
    found: dict[tuple[str, ...], dict[Column, str]] = {}
    for entry in fields.records("lists"):
        names = tuple(each.text("name", default="", most=10_000) for each in entry.records("header"))
        said = {each.choice("meaning", Column): each.text("column") for each in entry.records("columns")}
        found[names] = said
    fields.finish()
    return found


def keep(remembered: Remembered) -> str:
    """Write what is remembered; a sentence where that is not possible, which stops nobody from cutting."""
    file, entries = place(), list(remembered.items())[-MOST:]
    text = to_json(
        {
            "format": COLUMNS_FORMAT,
            "lists": [
                {
                    "header": [{"name": name} for name in header],
                    "columns": [{"meaning": meaning.value, "column": name} for meaning, name in said.items()],
                }
                for header, said in entries
            ],
        }
    )
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_file(str(file), text.encode())
    except (OSError, InputError) as error:
        return f"the columns could not be remembered ({error})"
    return ""

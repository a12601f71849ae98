"""Designs as files, each named by the SHA-256 of its own canonical text: the same room is always the same design."""

from __future__ import annotations

import datetime
import hashlib
import re
from dataclasses import dataclass, replace
from pathlib import Path

from furnishing.room_file import RoomFile, write_room
from web.disk import write_file

_KEY = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Stored:
    """A kept design: its room file, and the day it was first kept, which stands on its papers."""

    key: str
    text: str
    date: datetime.date


@dataclass(frozen=True, slots=True)
class Store:
    """The folder of designs. Two threads that keep the same design write the same bytes under the same name."""

    folder: Path

    def keep(self, file: RoomFile) -> str:
        """Keep a room and its style, in millimetres; returns its key."""
        text = write_room(replace(file, unit="mm")).encode()
        key = hashlib.sha256(text).hexdigest()
        place = self._place(key)
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            write_file(str(place), text)
        return key

    def find(self, key: str) -> Stored | None:
        """The design with this key; None where there is none, or where the text is no key at all."""
        if not _KEY.fullmatch(key):
            return None
        place = self._place(key)
        try:
            text = place.read_text(encoding="utf-8")
            day = datetime.datetime.fromtimestamp(place.stat().st_mtime, datetime.UTC).date()
        except FileNotFoundError:
            return None
        return Stored(key, text, day)

    def _place(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.json"

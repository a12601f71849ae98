"""What the pages of one application share: its settings, designs, calculations and catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app

from furnishing.cabinets.kind import Zone
from furnishing.cabinets.registry import kinds
from furnishing.catalogue import Catalogue
from furnishing.catalogue_file import default_catalogue
from web.answer import Answer, answer
from web.calculations import Calculations
from web.config import Config
from web.forms.controls import Group
from web.forms.room_form import room_form
from web.layouts import Layouts, layouts
from web.store import Store


@dataclass(frozen=True, slots=True)
class Site:
    """Kept once per application; everything in it may be used from many threads."""

    config: Config
    store: Store
    calculations: Calculations[Answer]
    searches: Calculations[Layouts]
    catalogue: Catalogue

    def form(self, walls: int) -> Group:
        """The room form for a room of so many walls."""
        wanted = {kind.code: kind.name for kind in kinds() if kind.zone is not Zone.END}
        return room_form(self.catalogue, wanted, walls)


def open_site(app: Flask, config: Config) -> Site:
    """Make the site of an application."""
    store = Store(config.instance / "designs")
    made = Site(config, store, Calculations(answer, config), Calculations(layouts, config), default_catalogue())
    app.extensions["furnish"] = made
    return made


def site() -> Site:
    """The site of the application that serves this request."""
    return cast(Site, current_app.extensions["furnish"])

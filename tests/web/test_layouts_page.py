"""Layouts as cards: what is wanted stands in the address, pins are links, one layout is taken on to its papers."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

from flask.testing import FlaskClient

from web.app import create_app
from web.config import Config

Made = Callable[[str], str]


def cards(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return unescape(answer.text)


def test_the_cards_show_drawings_prices_points_and_reasons(client: FlaskClient, made: Made) -> None:
    page = cards(client, f"{made('bedroom')}/layouts?programme=wardrobe")
    assert page.count('<article class="panel layout"') >= 3
    assert page.count("net, estimated") >= 3
    assert "of 100 points" in page
    assert 'class="reasons' in page


def test_a_pinned_unit_stands_in_the_address_and_can_be_let_go(client: FlaskClient, made: Made) -> None:
    address = f"{made('bedroom')}/layouts"
    pin = re.findall(r'name="pin" value="([^"]+)">Keep', cards(client, f"{address}?programme=wardrobe"))[0]
    pinned = client.get(address, query_string={"programme": "wardrobe", "pin": pin})
    assert pinned.status_code == 200
    assert "Undo the last" in pinned.text


def test_a_layout_that_is_taken_goes_on_to_a_design_with_papers(client: FlaskClient, made: Made, token: str) -> None:
    address = f"{made('bedroom')}/layouts?programme=wardrobe"
    layout = re.findall(r'name="layout" value="([^"]+)"', cards(client, address))[0]
    answer = client.post(address, data={"csrf_token": token, "layout": layout})
    assert answer.status_code == 303
    assert client.get(answer.headers["Location"]).status_code == 200


def test_a_page_shows_the_same_layouts_where_the_steps_to_it_are_forgotten(
    client: FlaskClient, made: Made, tmp_path: Path
) -> None:
    address = f"{made('bedroom')}/layouts?programme=wardrobe"
    for _ in range(2):
        pins = re.findall(r'name="pin" value="([^"]+)">Keep', cards(client, address))
        address += "&" + urlencode([("pin", pins[0])])
    shown = re.findall(r'name="layout" value="([^"]+)"', cards(client, address))
    fresh = create_app(Config(instance=tmp_path, workers=0, patience=120, largest_upload=64 * 1024)).test_client()
    found = re.search(r'name="csrf_token" value="([^"]+)"', fresh.get("/").text)
    assert found is not None
    fresh.post("/rooms", data={"csrf_token": found[1], "do": "sample:bedroom"})
    assert re.findall(r'name="layout" value="([^"]+)"', cards(fresh, address)) == shown
    assert shown

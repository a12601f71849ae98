"""The form of a room that cannot be shows where it fails, by the numbers of its list."""

from __future__ import annotations

from flask.testing import FlaskClient

WALLS = (4000, 3000, 4150, 3000)


def posted(token: str, **changes: str) -> dict[str, str]:
    """A rectangle that does not close, as a browser sends it."""
    values = {"csrf_token": token, "do": "redraw", "name": "Kitchen", "ceiling": "2500"}
    for number, length in enumerate(WALLS):
        values |= {f"walls[{number}].length": str(length), f"walls[{number}].turn": "90"}
    return values | changes


def test_where_the_room_fails_stands_in_place_of_the_plan(client: FlaskClient, token: str) -> None:
    page = client.post("/rooms", data=posted(token)).text
    assert "150 mm open" in page
    assert "As it was before the last change" not in page


def test_a_room_that_closes_shows_its_plan(client: FlaskClient, token: str) -> None:
    page = client.post("/rooms", data=posted(token, **{"walls[2].length": "4000"})).text
    assert "mm open" not in page
    assert "Plan of Kitchen" in page


def test_diagonals_may_be_typed(client: FlaskClient, token: str) -> None:
    diagonal = {"diagonals[0].from": "0", "diagonals[0].to": "2", "diagonals[0].length": "5100"}
    page = client.post("/rooms", data=posted(token, **{"walls[2].length": "4000"}, **diagonal)).text
    assert "Plan of Kitchen" in page
    assert 'name="diagonals[0].length"' in page

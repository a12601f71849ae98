"""The pages as a browser without scripts meets them, and as people with bad intentions do."""

from __future__ import annotations

import io
import json
import stat
import zipfile
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web.builders import ROOM, changed
from web.app import create_app
from web.config import Config, secret
from web.security import HEADERS

Made = Callable[[str], str]

FILLED = {
    "name": "Typed room",
    "ceiling": "2500",
    **{f"walls[{i}].length": length for i, length in enumerate(("2400", "2000", "2400", "2000"))},
    **{f"walls[{i}].turn": "90" for i in range(4)},
    **{f"style.{name}": str(value) for name, value in ROOM["style"].items() if name != "wishes"},
    "style.wishes[0].kind": "base-doors",
    "style.wishes[0].count": "2",
}


def send(client: FlaskClient, token: str, do: str = "design", **fields: str) -> TestResponse:
    """Press a button of the room form with all fields filled but for those given."""
    return client.post("/rooms", data={"csrf_token": token, "do": do, **FILLED, **fields})


def test_every_answer_carries_the_security_headers(client: FlaskClient, made: Made) -> None:
    design = made("hallway")
    for address in (
        "/",
        "/rooms/new",
        "/samples/hallway.svg",
        "/static/furnish.css",
        design,
        f"{design}/edit",
        f"{design}/room.json",
        f"{design}/papers.zip",
        f"{design}/papers/01-quote.pdf",
        f"{design}/drawings/room/1.svg",
        "/nothing",
        "/rooms",
    ):
        answer = client.get(address)
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS, address
        answer.close()
    assert "script" not in HEADERS["Content-Security-Policy"]
    assert "unsafe" not in HEADERS["Content-Security-Policy"]


def test_no_page_holds_a_script_or_a_style(client: FlaskClient, made: Made) -> None:
    for address in ("/", "/rooms/new", "/rooms/new?sample=attic", made("hallway")):
        page = client.get(address).text
        assert "<script" not in page
        assert "<style" not in page
        assert " style=" not in page


def test_cookies_are_kept_from_scripts_and_other_sites(client: FlaskClient) -> None:
    cookie = client.get("/").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


@pytest.mark.parametrize("address", ["/rooms", "/rooms/upload"])
def test_a_form_without_its_token_is_refused(client: FlaskClient, address: str) -> None:
    answer = client.post(address, data={"do": "design"})
    assert answer.status_code == 400
    assert "This form cannot be taken" in answer.text


def test_the_secret_is_random_kept_and_for_its_owner_alone(tmp_path: Path) -> None:
    first, second = secret(tmp_path / "one"), secret(tmp_path / "two")
    assert first != second
    assert secret(tmp_path / "one") == first
    assert stat.S_IMODE((tmp_path / "one" / "secret").stat().st_mode) == 0o600
    assert [each.name for each in (tmp_path / "one").iterdir()] == ["secret"]


def test_an_empty_secret_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").touch()
    with pytest.raises(ValueError, match="too short"):
        create_app(Config(instance=tmp_path))


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example"])
def test_other_host_names_are_not_answered(client: FlaskClient, host: str) -> None:
    answer = client.get("/", headers={"Host": host})
    assert answer.status_code == 400
    assert answer.headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]


@pytest.mark.parametrize(
    "key", ["0" * 64, "0" * 63, "A" * 64, "..", "%2e%2e%2fsecret", "0" * 64 + "\n", "x" * 5000, "é" * 64]
)
def test_an_unknown_design_is_a_page_in_plain_words(client: FlaskClient, key: str) -> None:
    answer = client.get(f"/designs/{key}")
    assert answer.status_code == 404
    assert "There is nothing here" in answer.text


@pytest.mark.parametrize("name", ["../secret", "%2e%2e/secret", "no.pdf", "01-quote.pdf/x"])
def test_an_unknown_paper_is_not_found(client: FlaskClient, made: Made, name: str) -> None:
    assert client.get(f"{made('hallway')}/papers/{name}").status_code == 404


def test_too_large_an_upload_is_refused(client: FlaskClient, token: str) -> None:
    file = (io.BytesIO(b" " * 200_000), "room.json")
    answer = client.post("/rooms/upload", data={"csrf_token": token, "file": file})
    assert answer.status_code == 413
    assert "That is too large" in answer.text


def test_an_uploaded_room_becomes_a_design(client: FlaskClient, token: str) -> None:
    file = (io.BytesIO(json.dumps(ROOM).encode()), "room.json")
    answer = client.post("/rooms/upload", data={"csrf_token": token, "file": file})
    assert answer.status_code == 303
    assert "Small kitchen" in client.get(answer.headers["Location"]).text


def test_a_bad_upload_is_told_with_all_its_paths(client: FlaskClient, token: str) -> None:
    room = changed(changed(ROOM, "ceiling", -1), "walls.1.length", "wide")
    file = (io.BytesIO(json.dumps(room).encode()), "<img src=x>.json")
    answer = client.post("/rooms/upload", data={"csrf_token": token, "file": file})
    assert answer.status_code == 422
    assert "<code>ceiling</code>" in answer.text
    assert "<code>walls[1].length</code>" in answer.text
    assert "<img src=x>" not in answer.text


def test_a_filled_form_becomes_a_design_under_the_same_address_each_time(client: FlaskClient, token: str) -> None:
    first, second = send(client, token), send(client, token)
    assert first.status_code == 303
    assert first.headers["Location"] == second.headers["Location"]
    assert "Typed room" in client.get(first.headers["Location"]).text


def test_a_mistake_stands_at_its_field_and_what_was_typed_is_kept(client: FlaskClient, token: str) -> None:
    answer = send(client, token, **{"walls[1].length": "wide", "name": "Kept <b>name</b>", "style.base_depth": "9999"})
    assert answer.status_code == 422
    page = unescape(answer.text)
    assert 'value="wide"' in page
    assert 'aria-describedby="walls-1-length-fault' in page
    assert 'href="#walls-1-length"' in page
    assert 'id="style-base_depth-fault"' in page
    assert "Kept &lt;b&gt;name&lt;/b&gt;" in answer.text


def test_a_fault_of_the_design_stands_at_its_field_too(client: FlaskClient, token: str) -> None:
    answer = send(client, token, **{"style.wishes[0].width": "5000"})
    assert answer.status_code == 422
    assert 'id="style-wishes-0-width-fault"' in answer.text


def test_rows_come_and_go_by_buttons_alone(client: FlaskClient, token: str) -> None:
    page = send(client, token, "add:walls[1].openings", name="Still here").text
    assert 'name="walls[1].openings[0].width"' in page
    assert "Still here" in page
    page = send(client, token, "remove:walls[3]").text
    assert 'name="walls[3].length"' not in page
    assert "Wall 4 is removed" in page


def test_a_removed_row_can_be_put_back(client: FlaskClient, token: str) -> None:
    row = json.dumps({"length": [1234], "turn": 90, "openings": [], "points": []})
    page = send(client, token, "undo", undo_path="walls[0]", undo_row=row).text
    assert 'name="walls[0].length" value="1234"' in page
    assert 'name="walls[4].length"' in page


@pytest.mark.parametrize("do", ["", "fly", "add:", "add:style", "remove:name", "remove:walls[99]", "add:" + "a." * 999])
def test_a_button_nobody_drew_changes_nothing(client: FlaskClient, token: str, do: str) -> None:
    assert send(client, token, do).status_code in (200, 303)


@pytest.mark.parametrize(
    "fields",
    [
        {"walls[9999].length": "1"},
        {"walls[0].length": "1" * 100_000},
        {"walls[0].openings": "text"},
        {"style": "text"},
        {"name": "\0\u202e\ud7ff"},
        {"style.wall": "-1"},
        {"style.wishes[0].count": "9" * 40},
        {"undo_row": "[" * 10_000},
    ],
)
def test_hostile_fields_get_an_answer_and_no_breakdown(client: FlaskClient, token: str, fields: dict[str, str]) -> None:
    assert send(client, token, **fields).status_code in (303, 413, 422)


@pytest.mark.parametrize("name", ["<script>x()</script>", "{{ 7 * 7 }}", '"><img src=x onerror=y>', "厨房 Küche кухня"])
def test_a_name_is_shown_as_it_is_and_never_run(client: FlaskClient, token: str, name: str) -> None:
    answer = client.get(send(client, token, name=name).headers["Location"])
    assert answer.status_code == 200
    assert "<script" not in answer.text
    assert "<img src=x" not in answer.text
    assert name in unescape(answer.text)


def test_a_design_shows_price_drawings_and_papers(client: FlaskClient, made: Made) -> None:
    page = client.get(made("hallway")).text
    assert 'id="price"' in page
    assert page.count("<svg") >= 3
    assert "01-quote.pdf" in page
    assert "Show all 30 parts" in page or "parts</summary>" in page


def test_papers_come_as_files_and_the_archive_holds_them_all(client: FlaskClient, made: Made) -> None:
    design = made("hallway")
    quote = client.get(f"{design}/papers/01-quote.pdf")
    assert quote.data.startswith(b"%PDF-")
    assert quote.headers["Content-Disposition"] == "attachment; filename=01-quote.pdf"
    archive = client.get(f"{design}/papers.zip")
    with zipfile.ZipFile(io.BytesIO(archive.data)) as bundle:
        assert bundle.read("01-quote.pdf") == quote.data
        assert {each.date_time for each in bundle.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_second_server_makes_the_same_archive(app: Flask, client: FlaskClient, made: Made) -> None:
    design = made("hallway")
    other = create_app(app.extensions["furnish"].config).test_client()
    assert other.get(f"{design}/papers.zip").data == client.get(f"{design}/papers.zip").data


def test_an_unchanged_paper_is_not_sent_twice(client: FlaskClient, made: Made) -> None:
    address = f"{made('hallway')}/papers/01-quote.pdf"
    tag = client.get(address).headers["ETag"]
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304


def test_a_changed_design_says_what_the_change_did_to_the_price(client: FlaskClient, token: str) -> None:
    before = send(client, token).headers["Location"]
    client.get(before)
    after = send(client, token, before=before.rpartition("/")[2], **{"style.wishes[0].count": "1"}).headers["Location"]
    assert "less than before" in client.get(after).text


def test_the_form_of_a_design_is_the_room_that_was_typed(client: FlaskClient, token: str) -> None:
    page = client.get(send(client, token).headers["Location"] + "/edit").text
    assert 'name="walls[0].length" value="2400"' in page


def test_the_form_says_that_it_furnishes_anew_what_was_placed_one_by_one(client: FlaskClient, made: Made) -> None:
    laid_out, wished = made("kitchen_with_island"), made("hallway")
    assert "furnishes it anew" in client.get(f"{laid_out}/edit").text
    assert "furnishes it anew" in client.get("/rooms/new?sample=kitchen_with_island").text
    assert "furnishes it anew" not in client.get(f"{wished}/edit").text


def test_a_get_does_not_change_anything(client: FlaskClient) -> None:
    assert client.get("/rooms").status_code == 405


def test_papers_come_in_the_language_and_the_units_that_are_chosen(
    client: FlaskClient, made: Callable[[str], str]
) -> None:
    address = made("study").partition("?")[0]
    page = client.get(f"{address}?language=de&units=in/32")
    assert page.status_code == 200
    assert '<option value="de" lang="de" selected>Deutsch</option>' in page.text
    assert "papers/01-quote.pdf?language=de&amp;units=in/32" in page.text
    listed = client.get(f"{address}/papers/03-cut-list.csv?language=de&units=in/32").text
    assert "Fertiglänge Zoll" in listed


@pytest.mark.parametrize("asked", ["language=xx", "units=cubits", "language=../en"])
def test_languages_and_units_that_there_are_none_of_are_not_found(
    client: FlaskClient, made: Callable[[str], str], asked: str
) -> None:
    address = made("study").partition("?")[0]
    assert client.get(f"{address}?{asked}").status_code == 404

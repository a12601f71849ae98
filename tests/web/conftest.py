"""The pages for tests: calculated in the request itself, in a folder of their own."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from web.app import create_app
from web.config import Config


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """One application for all tests, as for all people: its designs do not depend on who asked first."""
    folder = tmp_path_factory.mktemp("instance")
    return create_app(Config(instance=folder, workers=0, patience=120, largest_upload=64 * 1024))


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def token(client: FlaskClient) -> str:
    """The token that the forms of this client carry."""
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/").text)
    assert found is not None
    return found[1]


@pytest.fixture
def made(client: FlaskClient, token: str) -> Callable[[str], str]:
    """The address of the design of a sample room."""

    def make(sample: str) -> str:
        answer = client.post("/rooms", data={"csrf_token": token, "do": f"sample:{sample}"})
        assert answer.status_code == 303
        return answer.headers["Location"]

    return make

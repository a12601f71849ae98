"""The Flask application: its settings, its pages, and what it says when something goes wrong."""

from __future__ import annotations

import logging
from datetime import timedelta

from flask import Flask, Response, render_template, request, url_for
from flask_wtf.csrf import CSRFError, CSRFProtect
from werkzeug.exceptions import HTTPException, SecurityError

from web.calculations import BusyError, FailedError, PendingError
from web.config import Config, secret
from web.pages import designs, layouts, rooms, start
from web.security import secure
from web.site import open_site

log = logging.getLogger(__name__)

TITLES = {
    400: ("This cannot be answered", "The request is not one that these pages send. Go back and try again."),
    404: ("There is nothing here", "The address may be mistyped, or the design was made on another machine."),
    405: ("This cannot be opened directly", "The address only takes what a form sends. Begin at the start page."),
    413: ("That is too large", "A room file has a few kilobytes. Is it the right file?"),
}

PENDING = {
    "designs": ("Your design is being made", "The cabinets are being laid out and the boards divided."),
    "layouts": ("Layouts are being looked for", "Hundreds of arrangements are tried and the best are drawn."),
}


def create_app(config: Config) -> Flask:
    """The pages, ready to serve. `config.instance` is made where it is missing."""
    app = Flask(__name__, instance_path=str(config.instance.absolute()))
    app.config.update(
        SECRET_KEY=secret(config.instance),
        MAX_CONTENT_LENGTH=config.largest_upload,
        MAX_FORM_MEMORY_SIZE=config.largest_upload,
        MAX_FORM_PARTS=10_000,
        TRUSTED_HOSTS=list(config.hosts),
        SESSION_COOKIE_NAME="furnish",
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_HTTPONLY=True,
        PERMANENT_SESSION_LIFETIME=timedelta(days=7),
        SEND_FILE_MAX_AGE_DEFAULT=3600,
        # A form may lie open over the weekend; its token is good for as long as its session.
        WTF_CSRF_TIME_LIMIT=None,
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    CSRFProtect(app)
    secure(app)
    open_site(app, config)
    for module in (start, rooms, layouts, designs):
        app.register_blueprint(module.pages)
    _register_messages(app)
    return app


def _register_messages(app: Flask) -> None:
    app.register_error_handler(CSRFError, _stale)
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(SecurityError, _foreign)
    app.register_error_handler(PendingError, _pending)
    app.register_error_handler(BusyError, _busy)
    app.register_error_handler(FailedError, _failed)
    app.register_error_handler(Exception, _broken)


def _message(status: int, title: str, text: str, *, again: int = 0) -> Response:
    actions = ({"href": url_for("start.start"), "label": "Go to the start page"},)
    page = render_template("message.html", title=title, text=text, actions=actions, again=again)
    response = Response(page, status)
    if again:
        response.headers["Retry-After"] = str(again)
    return response


def _refused(error: HTTPException) -> Response:
    status = error.code or 500
    if status < 400:
        return Response(status=status)
    title, text = TITLES.get(status, ("This cannot be answered", "Go back and try again."))
    response = _message(status, title, text)
    if error.get_response().headers.get("Allow"):
        response.headers["Allow"] = error.get_response().headers["Allow"]
    return response


def _foreign(_: SecurityError) -> Response:
    """A host name that is not ours: no address can be built for it, so no page can be drawn."""
    text = "These pages do not answer to this host name; start the server with --name to add it.\n"
    return Response(text, 400, mimetype="text/plain")


def _stale(_: CSRFError) -> Response:
    text = (
        "The page was open too long, or cookies are off. Go back, load the page again, and press the button once more."
    )
    return _message(400, "This form cannot be taken", text)


def _pending(_: PendingError) -> Response:
    title, text = PENDING["layouts" if request.blueprint == "layouts" else "designs"]
    return _message(202, title, f"{text} This page looks again by itself.", again=2)


def _busy(_: BusyError) -> Response:
    return _message(503, "Many designs are waiting", "This page tries again by itself in a few seconds.", again=5)


def _failed(error: FailedError) -> Response:
    log.error("a calculation failed: %s", error)
    text = f"{str(error)[:1].upper()}{str(error)[1:]}. Try a smaller room or fewer cabinets."
    return _message(500, "This design could not be made", text)


def _broken(error: Exception) -> Response:
    log.exception("a page failed", exc_info=error)
    text = "Something in the program is broken; your input is not to blame. The log of the server says more."
    return _message(500, "That is our mistake", text)

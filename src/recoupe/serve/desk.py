"""What every page is made with: the shelf, the words, the templates, and the assets."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from importlib import resources
from typing import Any
from urllib.parse import quote, unquote

from jinja2 import ChoiceLoader, Environment, PackageLoader
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from recoupe.judge.make import LETTERS
from recoupe.report.render import _environment
from recoupe.report.safe import shown
from recoupe.report.words import Words
from recoupe.serve.jobs import Jobs
from recoupe.serve.settings import Settings
from recoupe.serve.shelf import Opened, Shelf
from recoupe.serve.views import matter_key, relinked
from recoupe.serve.words import DeskWords, chosen
from recoupe.types import Judgement

UI, BY = "recoupe_ui", "recoupe_by"
ASSETS = {
    "report.css": ("recoupe.report", "templates/style.css", "text/css"),
    "desk.css": ("recoupe.serve", "static/desk.css", "text/css"),
    "icon.svg": ("recoupe.serve", "static/icon.svg", "image/svg+xml"),
    "desk.js": ("recoupe.serve", "static/desk.js", "text/javascript"),
}
HEADING = re.compile(r"(</?h)([23])\b")
SECTIONS = (
    "relations", "matters", "said", "figures", "promises", "timeline", "events", "origins", "remarks", "names",
    "method",
)  # fmt: skip


class Desk:
    """One running reading room."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.shelf = Shelf(settings.places)
        self.jobs = Jobs()

    def ui(self, request: Request) -> str:
        """The reader's interface language."""
        return chosen(request.cookies.get(UI), request.headers.get("accept-language", ""), self.settings.ui)

    def by(self, request: Request) -> str:
        """The name the reader signs with."""
        return unquote(request.cookies.get(BY, "")) or self.settings.by

    async def show(
        self, request: Request, template: str, opened: Opened | None = None, status: int = 200, **more: Any
    ) -> Response:
        """A page; made in a thread, because a large dossier takes a while."""
        html = await run_in_threadpool(self.page, request, template, opened, **more)
        return HTMLResponse(html, status)

    def page(self, request: Request, template: str, opened: Opened | None, **more: Any) -> str:
        """The page's HTML."""
        ui = self.ui(request)
        base = f"/d/{quote(opened.key)}/" if opened else "/"
        here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        values: dict[str, Any] = {
            "ui": ui,
            "t": Words(ui),
            "d": DeskWords(ui),
            "opened": opened,
            "v": opened.views(ui) if opened else None,
            "base": base,
            "here": here,
            "csrf": request.state.csrf,
            "by": self.by(request),
            "settings": self.settings,
            "sections": SECTIONS,
            "letters": LETTERS,
            "asset": asset_address,
            "matter_key": matter_key,
            "target": (lambda judgement: target(opened, ui, judgement)) if opened else None,
            "many": len(self.shelf.paths()) > 1 or self.shelf.folder is not None,
            **more,
        }
        html = environment().get_template(f"desk/{template}").render(values)
        return relinked(html, base) if opened else html


@cache
def environment() -> Environment:
    """The report's templates and filters, with the reading room's own templates beside them."""
    report = _environment()
    loaders = [PackageLoader("recoupe.serve"), report.loader]
    made = report.overlay(loader=ChoiceLoader([loader for loader in loaders if loader is not None]))
    made.filters["marked"] = marked
    made.filters["raised"] = raised
    made.filters["quoted"] = lambda text: quote(str(text), safe="")
    return made


def raised(html: str) -> Markup:
    """A section of the report as a page: its headings one level up. All text in it is escaped already."""
    return Markup(HEADING.sub(lambda match: f"{match[1]}{int(match[2]) - 1}", html))  # noqa: S704


def marked(text: str) -> Markup:
    """A search snippet: what stands between the two marks is what was found."""
    parts = text.replace("\x03", "\x02").split("\x02")
    out = [Markup("<mark>{}</mark>").format(shown(p)) if n % 2 else shown(p) for n, p in enumerate(parts)]
    return Markup("").join(out)


@cache
def asset(name: str) -> tuple[bytes, str]:
    """An asset's bytes and type; raises KeyError when there is none."""
    package, path, kind = ASSETS[name]
    return resources.files(package).joinpath(path).read_bytes(), kind


@cache
def asset_address(name: str) -> str:
    """Where an asset is, its content in the address, so that a browser may keep it."""
    return f"/static/{name}?v={hashlib.sha256(asset(name)[0]).hexdigest()[:10]}"


def target(opened: Opened, ui: str, judgement: Judgement) -> dict[str, str]:
    """What a decision is about: some of its words, and its page."""
    views, ident = opened.views(ui), judgement.about
    if ident in views.passages:
        return {"words": views.passages[ident].statement.anchor.exact[:160], "href": f"s/{ident}"}
    if ident in views.cards:
        card = views.cards[ident]
        return {"words": f"{card.left.account.name} — {card.right.account.name}", "href": f"pair/{ident}"}
    if ident in views.entities:
        return {"words": views.entities[ident].named, "href": f"name/{ident}"}
    for account in views.accounts:
        if account.document.id == ident:
            return {"words": account.name, "href": f"text/{account.number}"}
    found = next((s for s in opened.found.statements if s.id == ident), None)
    if found is not None:
        return {"words": found.anchor.exact[:160], "href": f"s/{ident}"}
    entity = next((e for e in opened.found.entities if e.id == ident), None)
    return {"words": entity.named if entity else ident, "href": ""}


def desk_of(request: Request) -> Desk:
    """The reading room a request came to."""
    desk: Desk = request.app.state.desk
    return desk


def back_to(asked: str, otherwise: str) -> str:
    """Where to go after a form; only an address of this application is followed."""
    sound = asked.startswith("/") and not asked.startswith(("//", "/\\")) and asked.isprintable()
    return asked if sound and "\\" not in asked else otherwise

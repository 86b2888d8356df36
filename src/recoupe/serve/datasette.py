"""A Datasette plugin, the second door to a dossier: ids lead to their passage in its account.

Datasette loads it by itself where both are installed (the entry point `datasette`), and does with every other
database what it does without it. It only reads.
"""

from __future__ import annotations

import re
import sqlite3
from typing import Any
from urllib.parse import quote

from datasette import Forbidden, NotFound, Response, hookimpl
from jinja2 import DictLoader, Environment
from markupsafe import Markup, escape

from recoupe.report.safe import shown
from recoupe.store.connect import APPLICATION_ID

AROUND = 400
STATEMENT = re.compile(r"[a-z]-[0-9a-f]{12}")
PLACE = r"/(?P<database>[^/]+)/-/passage/(?P<ident>[a-z]-[0-9a-f]{12})$"
COLUMNS = {"id", "left", "right", "left_id", "right_id", "about", "member"}
CSP = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

PASSAGE = """SELECT s.kind, s."start" AS first, s."end" AS last, d.text, d.lang, d.outlet, d.published, d.title, d.path
FROM statement s JOIN document d ON d.id = s.document WHERE s.id = :id"""
LINKS = """SELECT l.relation, CASE WHEN l.left_id = :id THEN l.right_id ELSE l.left_id END AS other, o.exact,
(SELECT group_concat(sentence, ' ') FROM reason WHERE link = l.position) AS why
FROM link l JOIN statement o ON o.id = CASE WHEN l.left_id = :id THEN l.right_id ELSE l.left_id END
WHERE :id IN (l.left_id, l.right_id) ORDER BY l.position"""
JUDGED = "SELECT made_at, made_by, decision, note FROM judgement WHERE about = :id ORDER BY position"

PAGES = Environment(autoescape=True, loader=DictLoader({"passage": """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>{{ ident }}</title>
<link rel="stylesheet" href="{{ style }}">
<main><p><a href="{{ back }}">{{ database }}</a></p>
<h1>{{ row.kind }} {{ ident }}</h1>
<p>{{ shown(row.outlet or row.path) }}, {{ shown(row.published or 'undated') }}: {{ shown(row.title or '') }}</p>
<blockquote lang="{{ row.lang }}">{{ shown(before) }}<mark>{{ shown(exact) }}</mark>{{ shown(after) }}</blockquote>
{% if links %}<h2>Related</h2><ul>{% for link in links %}
<li>{{ link.relation }}: <a href="{{ link.other }}">« {{ shown(link.exact) }} »</a> {{ shown(link.why or '') }}</li>
{% endfor %}</ul>{% endif %}
{% if judged %}<h2>Decisions</h2><ul>{% for one in judged %}
<li>{{ one.made_at }}, {{ shown(one.made_by) }}: {{ one.decision }} {{ shown(one.note or '') }}</li>
{% endfor %}</ul>{% endif %}</main>"""}))  # fmt: skip


def is_dossier(db: sqlite3.Connection) -> bool:
    """Whether the database is marked as a dossier."""
    return bool(db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID)


@hookimpl
def render_cell(value: Any, column: str, database: str, datasette: Any) -> Any:
    """The id of a statement as a link to its passage, in a dossier."""

    async def cell() -> Markup | None:
        if column not in COLUMNS or not isinstance(value, str) or not STATEMENT.fullmatch(value):
            return None
        if not await datasette.get_database(database).execute_fn(is_dossier):
            return None
        place = datasette.urls.path(f"/{quote(database)}/-/passage/{value}")
        return Markup('<a href="{}">{}</a>').format(escape(place), value)

    return cell


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    """The page of one passage."""
    return [(PLACE, passage)]


async def passage(request: Any, datasette: Any) -> Any:
    """The passage in its account, with what it is related to and what was decided about it."""
    database, ident = request.url_vars["database"], request.url_vars["ident"]
    if database not in datasette.databases:
        raise NotFound("There is no such database.")
    if not await datasette.permission_allowed(request.actor, "view-database", database, default=True):
        raise Forbidden("view-database")
    db = datasette.get_database(database)
    if not await db.execute_fn(is_dossier):
        raise NotFound("This is no dossier.")
    row = (await db.execute(PASSAGE, {"id": ident})).first()
    if row is None:
        raise NotFound("No passage has this id.")
    links, judged = [(await db.execute(query, {"id": ident})).rows for query in (LINKS, JUDGED)]
    text, first, last = row["text"], row["first"], row["last"]
    page = PAGES.get_template("passage").render(
        ident=ident, row=dict(row), database=database, links=[dict(one) for one in links],
        judged=[dict(one) for one in judged], shown=shown, before=text[max(0, first - AROUND) : first],
        exact=text[first:last], after=text[last : last + AROUND], back=datasette.urls.database(database),
        style=datasette.urls.path("/-/static/app.css"),
    )  # fmt: skip
    return Response.html(page, headers={"Content-Security-Policy": CSP, "X-Content-Type-Options": "nosniff"})

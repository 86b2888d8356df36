"""The OpenAPI document of the API, made from the same models that check what is sent and what is exported."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from recoupe import __version__
from recoupe.export.contract import ROWS, AnyRow, JudgementRow
from recoupe.judge.make import DECISIONS, LONGEST

TYPES = tuple(ROWS)
LONG = 10_000_000
KEY = {"name": "key", "in": "path", "required": True, "schema": {"type": "string"}, "description": "of a dossier"}
IDENT = {"name": "ident", "in": "path", "required": True, "schema": {"type": "string"}}
Spec = dict[str, Any]


class JudgementIn(BaseModel):
    """A decision to add; `about` is the id of a row, or of the judgement an `undo` takes back."""

    model_config = ConfigDict(extra="forbid")
    about: str = Field(max_length=200)
    decision: str = Field(json_schema_extra={"enum": list(DECISIONS)})
    value: dict[str, Any] = Field(default_factory=dict, json_schema_extra={"additionalProperties": True})
    note: str = Field("", max_length=LONGEST)
    by: str = Field("", max_length=200)


class AccountIn(BaseModel):
    """An account to add: its words, or, where the server allows it, its address."""

    model_config = ConfigDict(extra="forbid")
    text: str = Field("", max_length=LONG)
    url: str | None = Field(None, max_length=2000)
    title: str | None = Field(None, max_length=1000)
    outlet: str | None = Field(None, max_length=300)
    published: str | None = Field(None, max_length=40)
    lang: str | None = Field(None, max_length=8)


class ErrorOut(BaseModel):
    """What went wrong."""

    error: str
    message: str


def _answer(about: str, schema: Spec) -> Spec:
    return {"description": about, "content": {"application/json": {"schema": schema}}}


def _object(**properties: Spec) -> Spec:
    return {"type": "object", "required": list(properties), "properties": properties}


def _ref(name: str) -> Spec:
    return {"$ref": f"#/components/schemas/{name}"}


def _get(about: str, schema: Spec, *parameters: Spec, errors: tuple[int, ...] = (404,)) -> Spec:
    return {
        "summary": about,
        "parameters": list(parameters),
        "responses": {"200": _answer("OK", schema), **_errors(errors)},
    }


def _errors(codes: tuple[int, ...]) -> Spec:
    every = sorted({*codes, 401, 413, 421})
    plain = {"content": {"text/plain": {"schema": {"type": "string"}}}}
    said = {"401": "a token is needed", "413": "too large", "421": "another host"}
    return {
        str(code): {"description": said[str(code)], **plain}
        if str(code) in said
        else _answer("error", _ref("ErrorOut"))
        for code in every
    }


def _post(about: str, body: str, status: str, schema: Spec, *parameters: Spec) -> Spec:
    token = {"name": "X-CSRF-Token", "in": "header", "required": False, "schema": {"type": "string"}}
    return {
        "summary": about,
        "parameters": [*parameters, token],
        "requestBody": {"required": True, "content": {"application/json": {"schema": _ref(body)}}},
        "responses": {status: _answer("done", schema), **_errors((400, 403, 404, 415))},
    }


def _query(name: str, schema: Spec) -> Spec:
    return {"name": name, "in": "query", "required": False, "schema": schema}


@cache
def document() -> Spec:
    """The whole document (OpenAPI 3.1)."""
    text, whole = {"type": "string"}, {"type": "integer", "minimum": 0}
    row, judgement, job = _ref("Row"), _ref("JudgementRow"), _ref("Job")
    listed: Spec = {"type": "array", "items": row}
    hit = _object(document=text, title=text, outlet=text, snippet=text)
    limit = {"type": "integer", "minimum": 0, "maximum": 5000}
    paging = (_query("offset", whole | {"maximum": 999_999_999}), _query("limit", limit))
    of_type = _query("type", {"type": "string", "enum": list(TYPES)})
    two: Spec = _object(row=row, judgements={"type": "array", "items": judgement})
    base = "/api/dossiers/{key}"
    judged = _get("every decision", _object(judgements={"type": "array", "items": judgement}), KEY)
    paths: Spec = {
        "/api/session": {"get": _get("the token a POST carries", _object(csrf=text), errors=())},
        "/api/dossiers": {"get": _get("every dossier", _object(dossiers={"type": "array", "items": text}), errors=())},
        base: {
            "get": _get("one dossier in figures", _object(dossier=text, title=text, counts={"type": "object"}), KEY)
        },
        f"{base}/rows": {
            "get": _get("rows", _object(total=whole, rows=listed), KEY, of_type, *paging, errors=(400, 404))
        },
        f"{base}/rows/{{ident}}": {"get": _get("one row", two, KEY, IDENT)},
        f"{base}/search": {
            "get": _get(
                "accounts with the words", _object(hits={"type": "array", "items": hit}), KEY, _query("q", text)
            )
        },
        f"{base}/judgements": {
            "get": judged,
            "post": _post("add a decision", "JudgementIn", "201", judgement, KEY),
        },
        f"{base}/accounts": {"post": _post("add an account", "AccountIn", "202", job, KEY)},
        "/api/jobs/{ident}": {"get": _get("how far work is", job, IDENT)},
    }
    about = "Dossiers of several press accounts of one story: what they say, word by word, and what people decided."
    return {
        "openapi": "3.1.0",
        "info": {"title": "recoupe", "version": __version__, "description": about},
        "paths": paths,
        "components": {"schemas": _schemas()},
    }


def _schemas() -> Spec:
    template = "#/components/schemas/{model}"
    made = TypeAdapter(AnyRow).json_schema(by_alias=True, ref_template=template)
    schemas: Spec = made.pop("$defs")
    schemas["Row"] = made
    for model in (JudgementIn, AccountIn, ErrorOut, JudgementRow):
        own = model.model_json_schema(ref_template=template)
        schemas |= own.pop("$defs", {})
        schemas[model.__name__] = own
    text, whole = {"type": "string"}, {"type": "integer", "minimum": 0}
    problems = {"type": "array", "items": {"type": "object"}}
    schemas["Job"] = _object(
        id=text, dossier=text, state=text, done=whole, total=whole, message=text, problems=problems
    )
    return schemas

"""`recoupe diff`: what changed in the statements from one account, or version of an article, to another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.options import KINDS, AsJson, Dossier, Kind, Ui, choice, usage
from recoupe.cli.out import as_json, lines, plain, talk
from recoupe.cli.view import Filter, dated
from recoupe.cli.words import word
from recoupe.types import Document, Json
from recoupe.types import Dossier as Loaded

if TYPE_CHECKING:
    from recoupe.compare.difference import Difference

Account = Annotated[str | None, typer.Argument(help=word("help.diff_account"), metavar="ACCOUNT", show_default=False)]
SIGNS = {"removed": "-", "added": "+", "changed": "~"}
SHOWN = 5


def diff(
    dossier: Dossier,
    before: Account = None,
    after: Account = None,
    kind: Kind = None,
    json: AsJson = False,
    ui: Ui = None,
) -> None:
    """Print what was removed, added or changed; without accounts, from each version of an article to the next."""
    from recoupe.compare.difference import difference
    from recoupe.store import load

    choice("kind", kind, KINDS)
    loaded = load(dossier)
    bare = as_json(json)
    for one, other in _pairs(loaded, before, after):
        result = difference(loaded, one.id, other.id)
        found = [d for d in result.found if kind in {None, d.statement.kind}]
        if bare:
            lines(_row(d) for d in found)
            continue
        print(plain(f"{dated(loaded, one.id)} ({one.path}) -> {dated(loaded, other.id)} ({other.path})"))
        for one_line in (line for d in found for line in _block(d)):
            print(f"  {one_line}")
        talk(word("say.diff_done", changes=len(found), same=result.unchanged))


def _pairs(dossier: Loaded, before: str | None, after: str | None) -> list[tuple[Document, Document]]:
    from recoupe.read.versions import versions

    if before is not None and after is not None:
        return [(_account(dossier, before), _account(dossier, after))]
    if before is None:
        groups = versions(dossier.documents)
        pairs = [pair for group in groups for pair in pairwise(group)]
        if pairs or len(dossier.documents) == 2:
            return pairs or [(dossier.documents[0], dossier.documents[1])]
    raise usage("diff_which")


def _account(dossier: Loaded, name: str) -> Document:
    asked = Filter(document=name)
    found = [document for document in dossier.documents if asked.is_document(dossier, document.id)]
    exact = [document for document in found if name in {document.id, document.path}]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if found:
        raise usage("many_ids", ident=name, found=", ".join(document.id for document in found[:SHOWN]))
    raise usage("no_id", path="DOSSIER", ident=name)


def _row(found: Difference) -> dict[str, Json]:
    from recoupe.export.rows import statement_row

    return {
        "change": found.change,
        "kind": found.statement.kind,
        "fields": list(found.fields),
        "before": statement_row(found.before) if found.before else None,
        "after": statement_row(found.after) if found.after else None,
    }


def _block(found: Difference) -> Iterator[str]:
    what = f"{SIGNS[found.change]} {found.statement.kind}"
    if found.before is None or found.after is None:
        yield plain(f"{what} « {found.statement.anchor.exact} » {found.statement.id}")
        return
    yield plain(f"{what} « {found.before.anchor.exact} » {found.before.id}")
    if "words" in found.fields:
        yield plain(f"    -> « {found.after.anchor.exact} » {found.after.id}")
    old, new = found.before.body.row(found.before), found.after.body.row(found.after)
    for field in found.fields:
        one, other = _short(old.get(field)), _short(new.get(field))
        if field != "words" and one != other:
            yield plain(f"    {field}: {one} -> {other}")


def _short(value: Json) -> str:
    if isinstance(value, dict):
        return str(value.get("text") or value.get("named") or value.get("value") or "…")
    if isinstance(value, list):
        return ", ".join(_short(one) for one in value) or "–"
    return "–" if value is None else str(value)

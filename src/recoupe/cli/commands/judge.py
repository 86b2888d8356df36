"""`recoupe judge`: what people decided about a dossier, and one more decision."""

from __future__ import annotations

import datetime as dt
import json as json_
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from recoupe.cli.options import AsJson, Dossier, Ui, usage
from recoupe.cli.out import as_json, lines, plain, talk
from recoupe.cli.screen import table
from recoupe.cli.user import user
from recoupe.cli.words import word
from recoupe.types import Dossier as Loaded
from recoupe.types import Json, Judgement


def judge(
    dossier: Dossier,
    about: Annotated[str | None, typer.Argument(help=word("help.about"), metavar="ID", show_default=False)] = None,
    decision: Annotated[
        str | None, typer.Argument(help=word("help.decision"), metavar="DECISION", show_default=False)
    ] = None,
    values: Annotated[
        list[str] | None, typer.Argument(help=word("help.values"), metavar="NAME=VALUE", show_default=False)
    ] = None,
    note: Annotated[str, typer.Option(help=word("help.note"), metavar="TEXT", show_default=False)] = "",
    by: Annotated[str | None, typer.Option(help=word("help.by"), metavar="NAME", show_default=False)] = None,
    take: Annotated[Path | None, typer.Option(help=word("help.take"), metavar="FILE", show_default=False)] = None,
    json: AsJson = False,
    ui: Ui = None,
) -> None:
    """List the decisions; with an id and a decision, add one; with `--take`, add those of an export."""
    from recoupe.store import judgements

    if take is not None:
        _take(dossier, take)
    elif about is not None and decision is not None:
        _add(dossier, about, Judgement(_now(), by or user(), about, decision, note, dict(_values(values or ()))))
    elif about is not None:
        raise usage("no_decision", ident=about)
    else:
        _list(judgements(dossier), json)


def _now() -> str:
    return dt.datetime.now().astimezone().isoformat(timespec="microseconds")


def _values(texts: Iterable[str]) -> Iterable[tuple[str, Json]]:
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals:
            raise usage("bad_value", value=text)
        structured = value.startswith("[") or value in ("true", "false")
        try:
            yield name, json_.loads(value) if structured else int(value) if name == "step" else value
        except ValueError as err:
            raise usage("bad_value", value=text) from err


def _add(path: Path, about: str, judgement: Judgement) -> None:
    from dataclasses import replace

    from recoupe.judge import judged, make
    from recoupe.store import judge as add
    from recoupe.store import load

    found = load(path, corrected=False)
    now = judged(found)
    made = make(found, now, replace(judgement, about=_ident(path, about, found, now)))
    add(path, made)
    talk(word("say.judged", decision=made.decision, ident=made.about, judgement=made.id))


def _ident(path: Path, about: str, found: Loaded, now: Loaded) -> str:
    """The id that begins so; one that nothing has may be that of two statements nobody related yet."""
    every: list[str] = []
    for one in (found, now):
        every += [statement.id for statement in one.statements] + [link.id for link in one.links]
        every += [entity.id for entity in one.entities] + [document.id for document in one.documents]
        every += [origin.id for origin in one.origins] + [made.id for made in one.judgements]
    begun = list(dict.fromkeys(ident for ident in every if ident.startswith(about)))
    if len(begun) > 1 and about not in begun:
        raise usage("many_ids", ident=about, found=", ".join(begun[:5]))
    return about if about in begun or not begun else begun[0]


def _take(path: Path, file: Path) -> None:
    """The decisions of an export that are not there yet, as they were made."""
    from recoupe.errors import SetupError
    from recoupe.export.contract import JudgementRow
    from recoupe.store import judge as add
    from recoupe.store import judgements

    known = {judgement.id for judgement in judgements(path)}
    added = 0
    try:
        for line in file.read_text("utf-8").splitlines():
            row = json_.loads(line)
            if row.get("type") != "judgement":
                continue
            told = JudgementRow.model_validate(row)
            made = Judgement(
                told.at, told.by, told.about, told.decision, told.note, told.value, told.was, told.place
            )  # fmt: skip
            if made.id not in known:
                add(path, made)
                known.add(made.id)
                added += 1
    except (OSError, ValueError, AttributeError) as err:
        why = f"{file} is no export in lines of JSON ({plain(str(err))[:200]})."
        raise SetupError("not-an-export", why, "Make one with `recoupe export DOSSIER -o FILE`.") from err
    talk(word("say.taken", count=added, path=path))


def _list(found: list[Judgement], json: bool) -> None:
    from recoupe.export.rows import judgement_row
    from recoupe.judge import standing

    if as_json(json):
        lines(judgement_row(judgement) for judgement in found)
        return
    if not found:
        talk(word("say.no_judgement"))
        return
    holds = {judgement.id for judgement in standing(found)}
    columns = (
        "id",
        word("word.when"),
        word("word.who"),
        word("word.decision"),
        word("word.about"),
        word("word.detail"),
    )
    rows = [
        (
            j.id,
            j.made_at[:16].replace("T", " "),
            j.made_by,
            j.decision if j.id in holds or j.decision == "undo" else f"({j.decision})",
            j.about,
            " · ".join(filter(None, (_told(j.value), f"← {_told(j.was)}" if j.was else "", j.note))),
        )
        for j in found
    ]
    table(columns, rows, flexible=(2, 5))


def _told(value: object) -> str:
    return " ".join(f"{k}={v}" for k, v in dict(value).items() if k != "place") if value else ""  # type: ignore[call-overload]

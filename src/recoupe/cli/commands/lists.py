"""`recoupe kinds`, `languages`, `schema`, `version`: what this recoupe knows."""

from __future__ import annotations

from recoupe import __version__
from recoupe.cli.options import AsJson, Ui
from recoupe.cli.out import as_json, lines, write
from recoupe.cli.screen import table
from recoupe.cli.words import word
from recoupe.lang import LANGUAGES

NAMES = {"en": "English", "fr": "français"}


def kinds(json: AsJson = False, ui: Ui = None) -> None:
    """Every kind, in the order they are looked for."""
    from recoupe.kinds.registry import kinds as known

    if as_json(json):
        lines({"kind": kind.name, "about": word(f"kind.{kind.name}"), "after": [*kind.after]} for kind in known())
        return
    rows = [(kind.name, word(f"kind.{kind.name}")) for kind in known()]
    table((word("word.kind"), word("word.about")), rows, flexible=(1,))


def languages(json: AsJson = False, ui: Ui = None) -> None:
    """Every language an account can be in."""
    if as_json(json):
        lines({"code": code, "name": NAMES.get(code, code)} for code in LANGUAGES)
        return
    table((word("word.code"), word("word.language")), [(code, NAMES.get(code, code)) for code in LANGUAGES])


def schema(ui: Ui = None) -> None:
    """The JSON Schema of one line of `export --format jsonl`."""
    import json

    from recoupe.export.contract import json_schema

    write([json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"], None)


def version(ui: Ui = None) -> None:
    """The version of this recoupe."""
    print(f"recoupe {__version__}")

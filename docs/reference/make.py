"""Make the pages of this folder from the code; `--check` says instead which of them are out of date."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ["LC_ALL"] = "C"
ARGS, sys.argv = sys.argv[1:], sys.argv[:1]

import typer.main  # noqa: E402

from recoupe.cli.main import app  # noqa: E402
from recoupe.cli.words import word  # noqa: E402
from recoupe.export import FORMATS  # noqa: E402
from recoupe.export.contract import ROWS, json_schema  # noqa: E402
from recoupe.store.connect import schema  # noqa: E402

HERE = Path(__file__).parent
MADE = "<!-- Made by docs/reference/make.py: change the code, then run `make docs`. -->\n\n"
ENDINGS = """| exit code | meaning |
|---|---|
| 0 | done |
| 1 | failed: one line on standard error says why and what to do |
| 2 | wrong command line |
| 3 | done, with problems: an account could not be read or analysed; the others were |
| 130 | stopped at the keyboard; nothing half-written is left |

Data goes to standard output, talk to standard error. `show`, `compare`, `kinds` and `languages` print for a person on
a terminal and lines of JSON in a pipe; `--json` asks for lines of JSON anywhere. `-` is standard input, or output.
"""


def commands() -> str:
    """Every command with its arguments and options."""
    group: Any = typer.main.get_command(app)
    out = [MADE, "# Commands\n\n", ENDINGS]
    for name, command in _commands(group):
        out.append(f"\n## recoupe {name}\n\n{command.help}\n\n| | |\n|---|---|\n")
        for parameter in command.params:
            if parameter.name != "help":
                out.append(f"| {_usage(parameter)} | {parameter.help}{_extra(parameter)} |\n")
    out.append("\n## Formats of `recoupe export`\n\n| format | what it is |\n|---|---|\n")
    out += [f"| `{name}` | {word(f'format.{name}')} |\n" for name in FORMATS]
    return "".join(out)


def _commands(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """Each command by its whole name, then the commands inside it."""
    for name, command in group.commands.items():
        yield before + name, command
        yield from _commands(command, f"{before}{name} ") if hasattr(command, "commands") else ()


def _usage(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return f"`{parameter.metavar}`"
    metavar = "" if parameter.is_flag else f" {parameter.metavar}"
    return "`" + f"{', '.join(sorted(parameter.opts, key=len))}{metavar}".replace("|", "\\|") + "`"


def _extra(parameter: Any) -> str:
    if parameter.required:
        return " **Required.**"
    if parameter.default in {None, False}:
        return ""
    return f" Default: `{parameter.default}`."


def contract() -> str:
    """The fields of every row type."""
    out = [
        MADE,
        "# The public contract\n\n`recoupe export DOSSIER --format jsonl` prints one JSON object a line, in UTF-8: the "
        "documents in the order they were given, then the statements by document and place, then entities, links, "
        "origins and issues; sorted by `type` and then `id`, two exports of the same accounts are the same bytes, in "
        "whatever order the accounts were given. Offsets count Unicode code points of the document's `text`. "
        "`recoupe schema` prints its "
        "JSON Schema (draft 2020-12).\n",
    ]
    definitions = json_schema()["$defs"]
    for name, model in ROWS.items():
        out.append(f"\n## {name}\n\n{model.__doc__}\n\n| field | value |\n|---|---|\n")
        out += [
            f"| `{field}` | {_type(value)} |\n" for field, value in definitions[model.__name__]["properties"].items()
        ]
    return "".join(out)


def _type(value: dict[str, Any]) -> str:
    about = f": {value['description']}" if "description" in value else ""
    if "$ref" in value:
        return {"Span": "`{start, end, text}`", "Name": "`{document, start, end, text}`"}.get(
            value["$ref"].rsplit("/", 1)[-1], "`{named, kind}`"
        )
    if "const" in value:
        return f"`{value['const']}`"
    if "enum" in value:
        return " \\| ".join(f"`{item}`" for item in value["enum"]) + about
    if "anyOf" in value:
        return " \\| ".join(_type(item) for item in value["anyOf"]) + about
    if value.get("type") == "array":
        return f"list of {_type(value['items'])}"
    return f"{value['type']}{about}"


def pages() -> dict[str, str]:
    """Every page of this folder by its name."""
    return {
        "commands.md": commands(),
        "contract.md": contract(),
        "dossier.md": f"{MADE}# The dossier file\n\nOne SQLite file; why it is one is told in "
        f"[storage.md](../why/storage.md). This is its layout.\n\n```sql\n{schema()}```\n",
    }


def main() -> int:
    """Write the pages, or name those that differ and end with 1."""
    stale = [name for name, text in pages().items() if not _same(HERE / name, text)]
    if "--check" in ARGS:
        print(*stale, sep="\n")
        return int(bool(stale))
    for name in stale:
        (HERE / name).write_text(pages()[name], "utf-8")
    return 0


def _same(path: Path, text: str) -> bool:
    return path.exists() and path.read_text("utf-8") == text


if __name__ == "__main__":
    sys.exit(main())

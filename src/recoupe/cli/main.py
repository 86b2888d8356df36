"""The command `recoupe`: its commands, and what each way of ending looks like.

Exit codes: 0 done, 1 failed, 2 wrong command line, 3 done with problems, 130 stopped at the keyboard.
"""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from recoupe import __version__
from recoupe.cli import words
from recoupe.cli.commands import (
    compare,
    corpus,
    diff,
    explain,
    export,
    judge,
    lists,
    report,
    run,
    serve,
    show,
    verify,
    watch,
)
from recoupe.cli.options import USAGE, Ui
from recoupe.cli.out import plain, talk
from recoupe.errors import RecoupeError

STOPPED = 130

app = typer.Typer(
    name="recoupe",
    help=words.word("help.app"),
    no_args_is_help=True,
    add_completion=False,
    # Plain help starts twice as fast as boxes do, and a screen reader can read it.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"recoupe {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=words.word("help.version"))
    ] = False,
    ui: Ui = None,
) -> None:
    """What stands before the command."""


for name, command in (
    ("run", run.run),
    ("watch", watch.watch),
    ("show", show.show),
    ("explain", explain.explain),
    ("compare", compare.compare),
    ("diff", diff.diff),
    ("judge", judge.judge),
    ("report", report.report),
    ("serve", serve.serve),
    ("export", export.export),
    ("verify", verify.verify),
    ("kinds", lists.kinds),
    ("languages", lists.languages),
    ("schema", lists.schema),
    ("version", lists.version),
):
    app.command(name, help=words.word(f"help.{name}"))(command)

app.add_typer(corpus.app, name="corpus")


def main() -> None:
    """Run one command and end the process with its exit code; an error is one clear line, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    sys.exit(_ending())


def _ending() -> int:
    try:
        app(prog_name="recoupe")
    except SystemExit as end:
        if end.code == STOPPED:
            talk(words.word("say.stopped"))
        return _flushed(end.code if isinstance(end.code, int) else int(bool(end.code)))
    except RecoupeError as err:
        own = words.by_code("error", err.code)
        talk(f"{words.word('word.error')}: {plain(f'{own} [{err.message}]' if own else str(err))}")
        return 2 if err.code == USAGE else 1
    except KeyboardInterrupt:
        talk(words.word("say.stopped"))
        return STOPPED
    except Exception as err:
        if os.environ.get("RECOUPE_DEBUG"):
            raise
        what = plain(f"{type(err).__name__}: {err}")
        sentence = f"{words.word('say.unexpected', what=what)} {words.word('say.unexpected_remedy')}"
        talk(f"{words.word('word.error')}: {sentence}")
        return 1
    return _flushed(0)


def _flushed(code: int) -> int:
    """The exit code once standard output is out; a reader that went away (`| head`) is no error to speak of."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return code or 1
    return code


if __name__ == "__main__":
    main()

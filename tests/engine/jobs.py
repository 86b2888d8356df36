"""Work for the engines' tests, imported by their workers."""

import os
import signal
import time
from pathlib import Path

from recoupe.errors import SetupError


def upper(data):
    return data.upper()


def dies_once(data):
    """Dies the first time it meets data that names a file which is not there yet."""
    mark = Path(data.decode())
    if mark.name.startswith("die") and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return data


def dies_of_it(data):
    if b"poison" in data:
        os.kill(os.getpid(), signal.SIGKILL)
    return data


def refuses(data):
    raise SetupError("no-model", "there is no model.", "Install one.")


def who(data):
    time.sleep(0.05)
    return str(os.getpid()).encode()


def analyse_or_die(data):
    """The real work, but an article that holds the word « poison » kills its process."""
    if b"poison" in data:
        os.kill(os.getpid(), signal.SIGKILL)
    from recoupe.engine.analyse import analyse

    return analyse(data)

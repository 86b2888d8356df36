"""Who sits at the keyboard."""

from __future__ import annotations

import getpass


def user() -> str:
    """The login name; empty when the system knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""

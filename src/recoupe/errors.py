"""Every error recoupe raises on purpose, with a code and a remedy.

    RecoupeError
    ├── InputError     this document cannot be used; the run goes on and keeps an `issue` row
    └── SetupError     nothing can go on: a missing model, an unreadable dossier, a wrong option

`code` is stable and machine-readable (`empty-file`, `not-text`, `no-model`…); `remedy` says what to do next.
"""

from __future__ import annotations


class RecoupeError(Exception):
    """An error with a stable code, one clear sentence, and what to do about it."""

    def __init__(self, code: str, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


class InputError(RecoupeError):
    """One document cannot be used; the rest of the run goes on."""


class SetupError(RecoupeError):
    """The run cannot go on."""

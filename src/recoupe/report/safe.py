"""Making foreign text safe to show, and the hashes of the page's content security policy."""

from __future__ import annotations

import base64
import hashlib
import re

from markupsafe import Markup, escape

# Bidirectional controls reorder what a reader sees; other controls hide or break it. Both are shown by their code.
CONTROL = re.compile(
    "[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff]"
)
UNSAFE_KEY = re.compile(r"[^A-Za-z0-9_-]")


def shown(text: str) -> Markup:
    """`text` escaped for HTML, its invisible controls replaced by their visible code point."""
    parts: list[Markup] = []
    last = 0
    for match in CONTROL.finditer(text):
        parts.append(escape(text[last : match.start()]))
        parts.append(Markup('<span class="ctl">U+{:04X}</span>').format(ord(match[0])))
        last = match.end()
    parts.append(escape(text[last:]))
    return Markup("").join(parts)


def visible(value: object) -> object:
    """Any text written to the page without its controls; what `shown` made stays as it is."""
    return CONTROL.sub("\ufffd", value) if type(value) is str else value


def plain(text: str) -> str:
    """`text` on one line without controls, for attributes and titles."""
    return " ".join(CONTROL.sub("\ufffd", text).split())


def key(ident: str) -> str:
    """An id that can stand in an `id` attribute and after `#`; ids made by recoupe are left as they are."""
    return UNSAFE_KEY.sub("_", ident)


def policy(script: str, *styles: str) -> str:
    """The content security policy that lets this script run and these styles show, and nothing else load."""
    shown = " ".join(f"'{_hash(style)}'" for style in styles)
    return f"default-src 'none'; style-src {shown}; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

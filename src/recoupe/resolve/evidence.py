"""What an account itself shows of whether a name is a person's, whatever the model took it for."""

from __future__ import annotations

import regex

from recoupe.resolve import genders
from recoupe.resolve.clusters import Cluster
from recoupe.types import Mention

# « à Brec », *in Hexmoor*, « la Norvane », *the Rangers*: people have neither a place's preposition nor an article.
_THING = regex.compile(
    r"(?:\b(?:in|at|near|outside|across|à|en|dans|vers|la|les|le|the|au|aux|chez)\s|\bl['’])$", regex.I
)
_PARTICLE = regex.compile(r"^(?:Le|La|Les|The|L['’])\b")


def is_person(cluster: Cluster) -> bool:
    """A title, an office beside it, a first name, or a family name used alone beside the full one."""
    if any(m.gender or m.form == "role" for m in cluster.mentions):
        return True
    alone = any(" " not in m.anchor.exact for m in cluster.names) and any(" " in m.anchor.exact for m in cluster.names)
    return alone or genders.of_name(cluster.best(), cluster.document.lang if cluster.document else "en") is not None


def is_thing(cluster: Cluster) -> bool:
    """A known name, or one with an article or a preposition of place before it."""
    return bool(cluster.known()) or any(_placed(m) for m in cluster.names)


def _placed(mention: Mention) -> bool:
    return _THING.search(mention.anchor.prefix) is not None or _PARTICLE.match(mention.anchor.exact) is not None

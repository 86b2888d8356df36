"""Names by description: offices and parts in events, bodies, groups of people, places said by what they are."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.annotate.naming.bodies import bodies
from recoupe.annotate.naming.groups import groups
from recoupe.annotate.naming.offices import offices
from recoupe.annotate.naming.places import places
from recoupe.annotate.naming.scene import scene
from recoupe.annotate.naming.view import View, words
from recoupe.types import Mention


def descriptions(view: View, names: Sequence[Mention]) -> list[Mention]:
    """The descriptions of one account, given its proper names; some contain a name, some stand beside one.

    In an English headline every noun takes a capital, so none is read there; « l'État » in « chef de l'État » is no
    body of the story.
    """
    seen = scene(view, names)
    found = [*offices(seen), *bodies(seen), *groups(seen), *places(seen)]
    shouted = view.lang == "en"
    held = [mention.anchor for _, mention in found if mention.form == "role"]
    capital = words(view.lang, "bodies", "capital")
    return [
        mention
        for head, mention in found
        if head not in seen.spans.inside
        and not (shouted and view.headline(mention.anchor.start))
        and not (mention.anchor.exact in capital and any(office.contains(mention.anchor) for office in held))
    ]

"""The committing words of a language, arranged for looking lemmas up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from recoupe.kinds.commitment.body import Firmness
from recoupe.lang import entries, table


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words by what they do; `verbs`, `announcing` and `settled` give the firmness the word alone is worth."""

    verbs: Mapping[str, Firmness]
    infinitive_only: frozenset[str]
    announcing: Mapping[str, Firmness]
    settled: Mapping[str, Firmness]
    duties: Mapping[str, Firmness]
    measures: frozenset[str]
    gatherings: frozenset[str]
    held: frozenset[str]
    states: frozenset[str]
    acts: frozenset[str]
    auxiliary: frozenset[str]
    pronouns: frozenset[str]
    things: frozenset[str]
    calendar: frozenset[str]
    participants: frozenset[str]
    bodies: frozenset[str]
    everybody: frozenset[str]
    standing: frozenset[str]
    promises: frozenset[str]
    calls: frozenset[str]
    intentions: Mapping[str, Firmness]
    refusals: frozenset[str]
    coming: frozenset[str]
    deadlines: frozenset[str]
    announcements: frozenset[str]
    no: frozenset[str]
    told: frozenset[str]
    answers: frozenset[str]
    asking: frozenset[str]
    outside: frozenset[str]
    setting: frozenset[str]
    giving: frozenset[str]
    gathering_verbs: frozenset[str]
    before: frozenset[str]
    present_only: frozenset[str]
    people: frozenset[str]
    nature: frozenset[str]
    change: frozenset[str]
    ready: frozenset[str]
    gerund: frozenset[str]
    attributive: frozenset[str]
    exclude: frozenset[str]
    first: frozenset[str]
    saying: frozenset[str]
    forecasts: frozenset[str]
    notices: frozenset[str]
    standing_for: frozenset[str]
    aims: frozenset[str]


@cache
def lexicon(lang: str) -> Lexicon:
    """The committing words of `lang`; raises SetupError for a language without them."""
    rows = entries(lang, "commitments")

    def words(kind: str) -> frozenset[str]:
        return frozenset(word for row in rows if row["kind"] == kind for word in row["words"])

    def firmness(kind: str) -> Mapping[str, Firmness]:
        found: dict[str, Firmness] = {}
        for row in rows:
            if row["kind"] == kind:
                for word in row["words"]:
                    found.setdefault(word, row["firmness"])
        return MappingProxyType(found)

    head = table(lang, "commitments")
    return Lexicon(
        verbs=firmness("verb"),
        infinitive_only=frozenset(w for row in rows if row.get("infinitive_only") for w in row["words"]),
        announcing=firmness("announce"),
        settled=firmness("set"),
        duties=firmness("duty"),
        measures=words("measure"),
        gatherings=words("gathering"),
        held=words("held"),
        states=words("state"),
        acts=words("act"),
        auxiliary=frozenset(head["auxiliary"]),
        pronouns=frozenset(head["pronouns"]),
        things=frozenset(head["things"]),
        calendar=frozenset(head["calendar"]),
        participants=frozenset(table(lang, "events")["participants"]),
        bodies=frozenset(head["bodies"]),
        everybody=frozenset(head["everybody"]),
        standing=frozenset(head["standing"]),
        promises=frozenset(word for row in rows if row.get("promise") for word in row["words"]),
        calls=words("call"),
        intentions=firmness("intention"),
        refusals=words("refusal"),
        coming=words("coming"),
        deadlines=words("deadline"),
        announcements=words("announcement"),
        no=frozenset(head["no"]),
        told=frozenset(head["told"]),
        answers=words("answer"),
        asking=frozenset(head["asking"]),
        outside=frozenset(head["outside"]),
        setting=words("setting") | words("giving"),
        giving=words("giving"),
        gathering_verbs=words("gather"),
        before=frozenset(head["before"]),
        present_only=frozenset(word for row in rows if row.get("present_only") for word in row["words"]),
        people=_people(lang),
        nature=frozenset(head["nature"]),
        change=words("change"),
        ready=words("ready"),
        gerund=frozenset(word for row in rows if row.get("gerund") for word in row["words"]),
        attributive=words("attributive"),
        exclude=words("exclude"),
        first=frozenset(head["first"]),
        saying=frozenset(head["saying"]),
        forecasts=words("forecast"),
        notices=frozenset(head["notices"]),
        standing_for=frozenset(head["standing_for"]),
        aims=frozenset(head["aims"]),
    )


def _people(lang: str) -> frozenset[str]:
    """Nouns for people by office, trade or group, as the tables of roles and groups have them."""
    roles = (word for row in entries(lang, "roles") for word in row.get("heads", ()))
    groups = (word for row in entries(lang, "groups") for word in row.get("heads", ()))
    return frozenset(roles) | frozenset(groups)

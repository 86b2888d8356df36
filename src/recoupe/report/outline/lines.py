"""The lines of each part: words, who says them, in which account and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from recoupe.report.outline.blocks import Block, Heading, Items, Para, Run, Runs, Table
from recoupe.report.outline.texts import Places
from recoupe.report.page import Page
from recoupe.report.view.book import Passage
from recoupe.report.view.promises import Promise
from recoupe.report.view.relations import Card, Told
from recoupe.report.view.remarks import Remark
from recoupe.report.words import Words

MARKS = {"fr": ("«\u00a0", "\u00a0»")}


class Lines:
    """The blocks of every part of one report."""

    def __init__(self, page: Page, words: Words) -> None:
        self.page, self.t = page, words
        self.places = Places(page.accounts)

    def words(self, passage: Passage) -> Runs:
        """A passage's words in quotation marks; what is short stands among the words around it."""
        lang = passage.account.lang
        opened, closed = MARKS.get(lang, ("“", "”"))
        if passage.short:
            inner: Runs = (
                Run(passage.before, lang),
                Run(passage.statement.anchor.exact, lang, bold=True),
                Run(passage.after, lang),
            )
        else:
            inner = (Run(" […] ".join(passage.parts), lang),)
        return (Run(opened, lang), *inner, Run(closed, lang))

    def quoted(self, passage: Passage) -> Runs:
        """A passage's words and where they stand."""
        return (*self.words(passage), Run(" "), self.places.of(passage))

    def places_of(self, passages: Iterable[Passage]) -> Runs:
        """Where each of several passages stands."""
        return tuple(
            chain.from_iterable(((Run(", "),) if n else ()) + (self.places.of(p),) for n, p in enumerate(passages))
        )

    @staticmethod
    def joined(rows: Sequence[Runs]) -> Runs:
        """Several lines in one cell."""
        return tuple(chain.from_iterable(((Run("\n"),) if n else ()) + tuple(row) for n, row in enumerate(rows)))

    def _badges(self, passage: Passage) -> str:
        return "".join(f" · {badge.label}" for badge in passage.badges)

    def _chain(self, passage: Passage) -> Runs:
        names = " ← ".join(voice.name for voice in passage.chain)
        return (Run(names, passage.account.lang, bold=True),) if names else (Run(self.t("voice.account")),)

    def _source(self, source: str, passage: Passage, own: str) -> Runs:
        return (Run(source, passage.account.lang),) if source else (Run(self.t(own), italic=True, soft=True),)

    def accounts(self) -> Iterator[Block]:
        """Who reports, when, in which language."""
        rows = []
        for a in self.page.accounts:
            told = f" · {a.published} · {self.t.label('language', a.lang)}\n"
            rows.append((Run(f"{a.number}. {a.name}", bold=True), Run(told), Run(a.title, a.lang)))
        if rows:
            yield Items(tuple(rows))

    def relations(self) -> Iterator[Block]:
        """Every pair of passages under its relation, with the reasons."""
        for group in self.page.groups:
            yield Heading(3, (Run(f"{group.sign} {group.label} ({len(group.cards)})"),))
            if not group.cards:
                yield Para((Run(self.t("relations.none"), italic=True),))
                continue
            yield Para((Run(group.help),), "note")
            for card in group.cards:
                yield from self._card(card)

    def _card(self, card: Card) -> Iterator[Block]:
        said = [f"{card.sign} {card.label}"]
        said += [self.t("relations.inside")] * card.inside + [self.t("relations.person")] * card.person
        yield Heading(4, (Run(" · ".join([*said, card.matter] if card.matter else said)),))
        for passage in (card.left, card.right):
            a = passage.account
            by = Run(f"\n{a.name}, {a.short} · ")
            yield Para((*self.quoted(passage), by, *self._chain(passage), Run(self._badges(passage))), "quote")
        rows = [self._told(reason) for reason in card.reasons]
        if card.also:
            rows.append((Run(self.t("relations.also") + " "), *self.places_of(card.also)))
        if rows:
            yield Items(tuple(rows))

    def _told(self, reason: Told) -> Runs:
        runs: list[Run] = [Run(reason.sentence)]
        for text, mark, lang in reason.passages:
            opened, closed = MARKS.get(lang, ("“", "”"))
            place = self.places.marked(mark)
            runs += [Run(f" {opened}{text}{closed} ", lang), *([place] if place else [])]
        return tuple(runs)

    def said(self) -> Iterator[Block]:
        """Who said what, by speaker."""
        for speaker in self.page.speakers:
            yield Heading(3, (Run(speaker.name, speaker.lang), Run(f" · {speaker.label}", soft=True)))
            rows = []
            for row in speaker.said:
                p = row.passage
                told = [", ".join(held.account.name for held in row.passages), row.form_label]
                told += [" ← ".join(v.name for v in p.chain)] if len(p.chain) > 1 else []
                told += [f"{self.t('said.via')} {p.via}"] if p.via else []
                also: Runs = (Run(", "), *self.places_of(row.passages[1:])) if len(row.passages) > 1 else ()
                rows.append((*self.quoted(p), *also, Run(" — " + " · ".join(told) + self._badges(p), soft=True)))
            yield Items(tuple(rows))

    def figures(self) -> Iterator[Block]:
        """Figures of one thing together, then those given once."""
        several = [group for group in self.page.figures if len(group.figures) > 1]
        once = [group for group in self.page.figures if len(group.figures) == 1]
        named = [((Run(g.named, g.lang) if g.named else Run(self.t("figures.alone"))), g.figures) for g in several]
        if once:
            named.append((Run(self.t("figures.other")), tuple(group.figures[0] for group in once)))
        heads = ("figures.value", "page.words", "figures.moment", "page.source", "page.account")
        for title, figures in named:
            yield Heading(3, (title,))
            rows = []
            for f in figures:
                source = self._source(f.source, f.passage, "figures.own")
                value, when = (Run(f.value, bold=True),), (Run(f.passage.when),)
                words = (*self.quoted(f.passage), Run(self._badges(f.passage)))
                rows.append((value, words, when, source, (Run(f.passage.account.name),)))
            yield Table(tuple(self.t(head) for head in heads), tuple(rows))

    def promises(self) -> Iterator[Block]:
        """Who is bound to what, by when, and what became of it."""
        heads = ("promises.who", "promises.what", "promises.due", "promises.firmness", "promises.became", "page.source")
        rows = tuple(self._promise(promise) for promise in self.page.promises)
        if rows:
            yield Table(tuple(self.t(head) for head in (*heads, "page.account")), rows)

    def _promise(self, p: Promise) -> tuple[Runs, ...]:
        lang = p.passage.account.lang
        silent = {"italic": True, "soft": True}
        who = Run(p.who, lang) if p.who else Run(self.t("promises.no_who"), **silent)  # type: ignore[arg-type]
        due: Runs = (Run(p.due),) if p.due else (Run(self.t("promises.no_due"), italic=True, soft=True),)
        if not p.due and p.due_words:
            due = (Run(p.due_words, lang), Run(" " + self.t("promises.unplaced"), soft=True))
        became = " ".join([p.status] * bool(p.status) + [f"{card.sign} {card.label}" for card in p.became])
        words = (*self.quoted(p.passage), Run(self._badges(p.passage)))
        source = self._source(p.source, p.passage, "promises.own")
        ended = Run(became or self.t("promises.nothing_more"), soft=not became)
        return (who,), words, due, (Run(p.firmness_label),), (ended,), source, (Run(p.passage.account.name),)

    def timeline(self) -> Iterator[Block]:
        """Dated moments in order, then the times no day was found for."""
        for moment in self.page.timeline.moments:
            yield Heading(3, (Run(moment.when),))
            rows: list[Runs] = [(Run(f"{self.t('time.published')} {a.name}", soft=True),) for a in moment.published]
            for row in moment.rows:
                p, held = row.passage, ", ".join(one.account.name for one in row.passages)
                ended = " ".join([row.status] * bool(row.status) + [f"{c.sign} {c.label}" for c in row.became[:3]])
                told = f" — {held}{self._badges(p)}{f' · {ended}' if ended else ''}"
                rows.append((Run(f"{p.kind_label} ", soft=True), *self.quoted(p), Run(told)))
            yield Items(tuple(rows))
        undated = (("unresolved", self.page.timeline.unresolved), ("vague", self.page.timeline.vague))
        for name, found in undated:
            if found:
                yield Heading(3, (Run(self.t(f"time.{name}_title")),))
                yield Items(tuple((*self.quoted(r.passage), Run(f" — {r.why}", soft=True)) for r in found))

    def events(self) -> Iterator[Block]:
        """What happened, by the accounts."""
        heads = ("events.class", "page.words", "events.actors", "events.recipients", "figures.moment", "page.account")
        rows = []
        for e in self.page.events:
            p, lang = e.passage, e.passage.account.lang
            actors, recipients = (Run(", ".join(names), lang) for names in (e.actors, e.recipients))
            words = (*self.quoted(p), Run(self._badges(p)))
            rows.append(((Run(e.label),), words, (actors,), (recipients,), (Run(p.when),), (Run(p.account.name),)))
        if rows:
            yield Table(tuple(self.t(head) for head in heads), tuple(rows))

    def origins(self) -> Iterator[Block]:
        """What rests on one source, shared ones only."""
        for source in self.page.origins:
            if not source.shared:
                continue
            yield Heading(3, (Run(source.named), Run(f" · {source.why}", soft=True)))
            if source.accounts:
                yield Para((Run(", ".join(a.name for a in source.accounts)),))
            rows: list[Runs] = [(Run(r.sentence),) for r in source.reasons if r.code in {"copied", "translated"}]
            for same in source.wordings:
                held = ", ".join(p.account.name for p in same)
                rows.append((*self.words(same[0]), Run(" "), *self.places_of(same), Run(f" — {held}", soft=True)))
            yield Items(tuple(rows))

    def remarks(self, rows: Sequence[Remark]) -> Iterator[Block]:
        """Loaded words, or faults."""
        if rows:
            told = ((r, Run(f" — {r.why} · {r.passage.account.name}", soft=True)) for r in rows)
            yield Items(tuple((*self.quoted(r.passage), why) for r, why in told))

    def problems(self) -> Iterator[Block]:
        """What could not be read, and why."""
        rows = []
        for p in self.page.problems:
            where, place = p.account.name if p.account else p.where, self.places.marked(p.mark)
            words: Runs = (Run(p.message), *((Run(" "), place) if place else ()))
            rows.append(((Run(f"{p.stage} · {p.severity}"),), words, (Run(where),)))
        yield Table(tuple(self.t(f"problems.{head}") for head in ("stage", "what", "where")), tuple(rows))

    def names(self) -> Iterator[Block]:
        """Everybody and everything under all their names."""
        rows = []
        for n in self.page.names:
            surfaces = (((Run(" · "),) if k else ()) + (Run(s.text, s.lang),) for k, s in enumerate(n.surfaces))
            rows.append(((Run(n.named, bold=True),), (Run(n.label),), tuple(chain.from_iterable(surfaces))))
        if rows:
            yield Table(tuple(self.t(f"names.{head}") for head in ("named", "type", "also")), tuple(rows))

    def texts(self) -> Iterator[Block]:
        """Every account whole."""
        return self.places.texts(self.page.passages)

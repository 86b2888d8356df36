"""The markup of many kinds of site, written for this measure, each around any article."""

# ruff: noqa: D102, D103, SIM905
from __future__ import annotations

import datetime as dt
import html
import json
from collections.abc import Callable
from dataclasses import dataclass

from texts import Article

MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "en": "January February March April May June July August September October November December".split(),
}
WORDS = {
    "fr": {
        "share": "Partager sur Facebook", "more": "Lire aussi", "news": "Recevez notre lettre du matin",
        "cookie": "Nous utilisons des cookies pour mesurer l'audience. Tout accepter. Continuer sans accepter.",
        "comment": "Encore une promesse qui ne sera pas tenue, comme toujours avec eux !", "by": "Par",
        "published": "Publié le", "updated": "Mis à jour le", "credit": "Crédit photo : La Vigie / archives",
        "caption": "La digue, vue du port, après la tempête.", "foot": "Mentions légales. Tous droits réservés.",
        "nav": "Accueil Politique Économie Sports Culture Abonnez-vous", "home": "La Vigie de l'Ouest",
        "other": "Grève des bacs : ce que l'on sait de la journée de samedi", "tags": "digue, port, travaux",
    },
    "en": {
        "share": "Share this on Facebook", "more": "Read more", "news": "Sign up to our morning newsletter",
        "cookie": "We use cookies to measure our audience. Accept all. Manage my choices.",
        "comment": "Yet another promise that nobody is ever going to keep, as usual with them!", "by": "By",
        "published": "Published", "updated": "Updated", "credit": "Photograph: The Lookout / archive",
        "caption": "The sea wall seen from the harbour after the storm.", "foot": "Terms. All rights reserved.",
        "nav": "Home Politics Business Sport Culture Subscribe", "home": "The Western Lookout",
        "other": "Ferry strike: what we know about services on Saturday", "tags": "sea wall, harbour, works",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """A page and what should be read in it; `published` is None where the page gives no date at all."""

    name: str
    markup: str
    article: Article
    published: dt.date | None


class Site:
    """The pieces a template is put together from."""

    def __init__(self, article: Article) -> None:
        self.a = article
        self.w = WORDS[article.lang]

    @property
    def title(self) -> str:
        return html.escape(self.a.title)

    @property
    def iso(self) -> str:
        return self.a.published.isoformat()

    @property
    def later(self) -> dt.datetime:
        return self.a.published + dt.timedelta(days=3, hours=2)

    def paragraphs(self, tag: str = "p", cls: str = "") -> str:
        mark = f' class="{cls}"' if cls else ""
        return "\n".join(f"<{tag}{mark}>{html.escape(text, quote=False)}</{tag}>" for text in self.a.paragraphs)

    def day(self, moment: dt.datetime | None = None) -> str:
        m = moment or self.a.published
        month = MONTHS[self.a.lang][m.month - 1]
        first = "1er" if m.day == 1 else str(m.day)
        return f"{first} {month} {m.year}" if self.a.lang == "fr" else f"{month} {m.day}, {m.year}"

    def moment(self) -> str:
        m = self.a.published
        return f"{self.day()} à {m:%Hh%M}" if self.a.lang == "fr" else f"{self.day()} {m:%H:%M}"

    def url(self, dated: bool = False) -> str:
        return f"https://site.example/{f'{self.a.day:%Y/%m/%d}/' if dated else ''}story-{self.a.number}"

    def head(self, extra: str = "", canonical: bool = True, dated: bool = False) -> str:
        link = f'<link rel="canonical" href="{self.url(dated)}">' if canonical else ""
        return (
            f'<!DOCTYPE html><html lang="{self.a.lang}"><head><meta charset="utf-8"><title>{self.title} - '
            f'{self.w["home"]}</title><meta property="og:site_name" content="{self.w["home"]}">{extra}{link}</head>'
        )

    def top(self) -> str:
        items = "".join(f'<li><a href="/{n}">{name}</a></li>' for n, name in enumerate(self.w["nav"].split()))
        return f'<div id="cookie-banner" role="dialog"><p>{self.w["cookie"]}</p></div><nav><ul>{items}</ul></nav>'

    def related(self, dated: bool = False) -> str:
        when = "<time datetime='2025-12-24T08:00:00+00:00'>24/12/2025</time>" if dated else ""
        links = "".join(f'<li><a href="/r{n}">{self.w["other"]}</a>{when}</li>' for n in range(3))
        return f'<aside class="related"><h3>{self.w["more"]}</h3><ul>{links}</ul></aside>'

    def share(self) -> str:
        return f'<div class="share-bar social"><a href="#">{self.w["share"]}</a><a href="#">X</a></div>'

    def figure(self) -> str:
        return f'<figure><img src="i.jpg"><figcaption>{self.w["caption"]} {self.w["credit"]}</figcaption></figure>'

    def foot(self) -> str:
        return (
            f'<section id="comments" class="comments"><div class="comment"><p>{self.w["comment"]}</p></div></section>'
            f'<div class="newsletter"><p>{self.w["news"]}</p></div><footer><p>{self.w["foot"]}</p></footer>'
            "</body></html>"
        )


def meta(name: str, value: str, key: str = "property") -> str:
    return f'<meta {key}="{name}" content="{value}">'


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def broadsheet(s: Site) -> str:
    """A national daily: JSON-LD, an update, captions, a related block in the middle of the article."""
    data = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": s.a.title, "datePublished": s.iso,
        "dateModified": s.later.isoformat(), "author": {"@type": "Person", "name": s.a.author},
    }  # fmt: skip
    body = s.paragraphs(cls="article__paragraph").split("\n")
    return (
        f'{s.head(ld(data))}<body>{s.top()}<main><article class="article"><header><h1>{s.title}</h1>'
        f'<p class="byline">{s.w["by"]} {s.a.author}</p></header>{s.figure()}{"".join(body[:2])}{s.related()}'
        f"{''.join(body[2:])}{s.share()}</article></main>{s.foot()}"
    )


def graph(s: Site) -> str:
    """A site whose plug-in writes one JSON-LD graph for everything on the page."""
    data = {
        "@graph": [
            {"@type": "WebSite", "name": s.w["home"]},
            {"@type": "WebPage", "datePublished": s.iso, "url": s.url()},
            {"@type": ["Article", "BlogPosting"], "headline": s.a.title, "datePublished": s.iso},
        ]
    }
    return (
        f'{s.head(ld(data))}<body class="single post">{s.top()}<article class="post hentry"><h1 class="entry-title">'
        f'{s.title}</h1><div class="entry-content">{s.paragraphs()}</div>{s.share()}</article>{s.related(True)}'
        f"{s.foot()}"
    )


def blog(s: Site) -> str:
    """A blog engine's theme: published and updated time elements, tags, a sidebar."""
    return (
        f'{s.head()}<body>{s.top()}<div id="content"><article class="post"><header class="entry-header"><h1>{s.title}'
        f'</h1><time class="entry-date published" datetime="{s.iso}">{s.day()}</time></header>'
        f'<div class="entry-content">{s.paragraphs()}</div><footer class="entry-meta">{s.w["tags"]}</footer></article>'
        f'</div><div id="secondary" class="sidebar widget-area">{s.related()}</div>{s.foot()}'
    )


def regional(s: Site) -> str:
    """A regional daily: Open Graph times, a paywall hint, the date in words too."""
    extra = meta("article:published_time", s.iso) + meta("article:modified_time", s.later.isoformat())
    return (
        f"{s.head(extra)}<body>{s.top()}<div class='page'><div class='main-content'><h1>{s.title}</h1>"
        f'<div class="infos">{s.w["published"]} {s.moment()} - {s.w["updated"]} {s.day(s.later)}</div>{s.figure()}'
        f'<div class="texte" itemprop="articleBody">{s.paragraphs()}</div>{s.share()}</div>{s.related(True)}</div>'
        f"{s.foot()}"
    )


def broadcaster(s: Site) -> str:
    """A public broadcaster: nested divisions, a video player's words, a meta date under its own name."""
    extra = meta("date", s.a.published.isoformat(), "name")
    return (
        f'{s.head(extra)}<body>{s.top()}<div id="app"><div><div role="main"><h1>{s.title}</h1><div class="player">'
        f"<p>00:00 / 02:31</p></div><div><div class='richtext'>{s.paragraphs()}</div></div></div></div></div>"
        f"{s.related(True)}{s.foot()}"
    )


def agency(s: Site) -> str:
    """A news agency: no JSON-LD, a date line before the text, a time element."""
    return (
        f'{s.head()}<body>{s.top()}<main><article><h1>{s.title}</h1><time datetime="{s.iso}">{s.moment()}</time>'
        f'<section class="body">{s.paragraphs()}</section></article></main>{s.foot()}'
    )


def microdata(s: Site) -> str:
    """An older content system: schema.org microdata on divisions."""
    return (
        f'{s.head()}<body itemscope itemtype="https://schema.org/NewsArticle">{s.top()}<h1 itemprop="headline">'
        f'{s.title}</h1><meta itemprop="datePublished" content="{s.iso}"><meta itemprop="dateModified" '
        f'content="{s.later.isoformat()}"><div itemprop="articleBody">{s.paragraphs()}</div>{s.share()}{s.related()}'
        f"{s.foot()}"
    )


def table(s: Site) -> str:
    """A site of the nineties: a layout of tables, line breaks for paragraphs, the date in words."""
    body = "<br><br>\n".join(html.escape(text, quote=False) for text in s.a.paragraphs)
    return (
        f"{s.head(canonical=False)}<body><table><tr><td width=150>{s.w['nav'].replace(' ', '<br>')}</td><td>"
        f"<h1>{s.title}</h1><font size=2>{s.w['published']} {s.moment()}</font><br><br>{body}</td></tr></table>"
        f"{s.foot()}"
    )


def address(s: Site) -> str:
    """A site that gives its date nowhere but in the address."""
    return (
        f"{s.head(dated=True)}<body>{s.top()}<main><article><h1>{s.title}</h1>{s.paragraphs()}</article></main>"
        f"{s.related()}{s.foot()}"
    )


def visible(s: Site) -> str:
    """A small weekly: the date only in words under the title."""
    return (
        f"{s.head()}<body>{s.top()}<article><h1>{s.title}</h1><p class='meta'>{s.w['by']} {s.a.author} | "
        f"{s.w['published']} {s.day()}</p>{s.paragraphs()}</article>{s.related()}{s.foot()}"
    )


def undated(s: Site) -> str:
    """A page with no date of its own, beside related articles and comments that have theirs."""
    return f"{s.head()}<body>{s.top()}<article><h1>{s.title}</h1>{s.paragraphs()}</article>{s.related(True)}{s.foot()}"


def dublin(s: Site) -> str:
    """An institution: Dublin Core metadata, headings inside the text."""
    extra = meta("DC.date.issued", s.a.day.isoformat(), "name")
    return f"{s.head(extra)}<body>{s.top()}<div class='content'><h1>{s.title}</h1>{s.paragraphs()}</div>{s.foot()}"


def magazine(s: Site) -> str:
    """A magazine: drop caps, a pull quote that repeats nothing, links inside paragraphs."""
    body = s.paragraphs().split("\n")
    first = body[0].replace("<p>", '<p class="dropcap">')
    linked = [
        text.replace(" a ", ' <a href="/t">a</a> ', 1).replace(" the ", ' <a href="/t">the</a> ', 1)
        for text in body[1:]
    ]
    data = {"@type": "ReportageNewsArticle", "datePublished": s.iso, "publisher": {"name": s.w["home"]}}
    return (
        f"{s.head(ld([data]))}<body>{s.top()}<main><article><h1>{s.title}</h1>{s.figure()}{first}{''.join(linked)}"
        f"</article></main>{s.related()}{s.foot()}"
    )


def live(s: Site) -> str:
    """A page of a mobile front end: the article in sections, a newsletter box and share bars between them."""
    body = s.paragraphs().split("\n")
    extra = meta("og:article:published_time", s.iso)
    box = f'<div class="newsletter-box"><p>{s.w["news"]}</p><form><input><button>OK</button></form></div>'
    return (
        f"{s.head(extra)}<body>{s.top()}<main><article><h1>{s.title}</h1><section>{''.join(body[:3])}</section>{box}"
        f"<section>{''.join(body[3:])}</section>{s.share()}</article></main>{s.foot()}"
    )


def reader(s: Site) -> str:
    """What a browser's reader view saves: a bare article, the time kept as an element."""
    return (
        f"{s.head()}<body><div class='reader'><a href='{s.url()}'>site.example</a><h1>{s.title}</h1><div>{s.a.author}"
        f"</div><article><time datetime='{s.iso}'></time>{s.paragraphs()}</article></div></body></html>"
    )


def conflicted(s: Site) -> str:
    """A page whose meta date is its publication and whose address keeps the day of a first draft."""
    extra = meta("article:published_time", s.iso)
    draft = f'<link rel="canonical" href="https://site.example/2018/02/03/story-{s.a.number}">'
    return (
        f"{s.head(extra + draft, canonical=False)}<body>{s.top()}<article><h1>{s.title}</h1>{s.paragraphs()}</article>"
        f"{s.foot()}"
    )


def cards(s: Site) -> str:
    """A site whose teasers are articles too, with times, before and after the article, whose own date is in words."""
    when = '<time datetime="2025-12-24T08:00">24/12</time>'
    card = f'<article class="x1"><a href="/r"><h2>{s.w["other"]}</h2></a>{when}</article>'
    return (
        f"{s.head()}<body>{s.top()}<header>{card}</header><main><article><h1>{s.title}</h1><p class='meta'>"
        f"{s.w['published']} {s.moment()}</p>{s.paragraphs()}</article>{card}{card}</main>{s.foot()}"
    )


def spip(s: Site) -> str:
    """A small French-style content system: a cartouche under the title, the hour in the element alone."""
    return (
        f"{s.head()}<body class='page_article'>{s.top()}<div class='main'><div class='wrapper'><div class='content' "
        f"id='content'><div class='cartouche'><h1 class='surtitre'>{s.title}</h1><p class='info-publi'>"
        f"{s.w['published']} <time pubdate='pubdate' datetime='{s.a.published:%Y-%m-%dT%H:%M:%S%z}'>{s.day()}</time> "
        f"{s.w['by']} <span class='auteurs'>{s.a.author}</span></p></div><div class='texte surlignable'>"
        f"{s.paragraphs()}</div></div></div></div>{s.related(True)}{s.foot()}"
    )


def amp(s: Site) -> str:
    """A stripped page for telephones: custom elements, advertisements between paragraphs."""
    data = {"@type": "NewsArticle", "datePublished": s.iso, "author": [{"name": s.a.author}]}
    advert = "<amp-ad width=300 height=250 type='x'><div placeholder>Publicité / Advertisement</div></amp-ad>"
    body = advert.join(s.paragraphs().split("\n"))
    return (
        f"{s.head(ld(data))}<body><amp-sidebar><ul><li>{s.w['nav']}</li></ul></amp-sidebar><article><h1>{s.title}</h1>"
        f"<amp-social-share type='x'></amp-social-share>{body}</article>{s.foot()}"
    )


def mailed(s: Site) -> str:
    """A page whose program writes dates as mail does."""
    extra = meta("pubdate", f"{s.a.published:%a, %d %b %Y %H:%M:%S %z}", "name")
    return f"{s.head(extra)}<body>{s.top()}<article><h1>{s.title}</h1>{s.paragraphs()}</article>{s.related()}{s.foot()}"


def compact(s: Site) -> str:
    """A page whose date is digits alone, as some statistics systems want it."""
    extra = meta("date", f"{s.a.day:%Y%m%d}", "name")
    return f"{s.head(extra)}<body>{s.top()}<article><h1>{s.title}</h1>{s.paragraphs()}</article>{s.related()}{s.foot()}"


def commented(s: Site) -> str:
    """JSON-LD between CDATA marks, with the site's own founding date beside the article's."""
    data = [
        {"@type": "NewsMediaOrganization", "name": s.w["home"], "foundingDate": "1944-12-18"},
        {"@type": "OpinionNewsArticle", "datePublished": s.iso, "headline": s.a.title},
    ]
    block = f'<script type="application/ld+json">//<![CDATA[\n{json.dumps(data)}\n//]]></script>'
    return f"{s.head(block)}<body>{s.top()}<main><article><h1>{s.title}</h1>{s.paragraphs()}</article></main>{s.foot()}"


def updated(s: Site) -> str:
    """A page that states its last change and not its publication: it has no date of publication."""
    extra = meta("article:modified_time", s.later.isoformat())
    return f"{s.head(extra)}<body>{s.top()}<article><h1>{s.title}</h1>{s.paragraphs()}</article>{s.related()}{s.foot()}"


def numeric(s: Site) -> str:
    """A page whose only date is in digits, in the order of its language."""
    m = s.a.published
    day = f"{m:%d/%m/%Y}" if s.a.lang == "fr" else f"{m:%Y-%m-%d}"
    return (
        f"{s.head()}<body>{s.top()}<article><h1>{s.title}</h1><p class='date'>{s.w['published']} {day}</p>"
        f"{s.paragraphs()}</article>{s.related()}{s.foot()}"
    )


Template = Callable[[Site], str]
TEMPLATES: tuple[Template, ...] = (
    broadsheet, graph, blog, regional, broadcaster, agency, microdata, table, address, visible, undated, dublin,
    magazine, live, reader, conflicted, cards, spip, amp, mailed, compact, commented, updated, numeric,
)  # fmt: skip

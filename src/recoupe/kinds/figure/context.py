"""Numbers that count nothing: ages, dates, ranks, routes, scores, telephone numbers, idioms."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from recoupe.kinds.figure.lexicon import FLAGS, SPACE, Lexicon, anywhere, lexicon
from recoupe.kinds.figure.numerals import Numeral

YEARS = (1500, 2100)
OLDEST = 115
SMALL = 1000
VOTE_WITHIN = 70
LIST_GAP = re.compile(r"\s*(?:,|et|ou|and|or|à|to|-|–)?\s*(?:et|and|ou|or)?\s*")
ADDRESSES = re.compile(r"https?://\S+|www\.\S+|[\w.+-]+@\S+\.\w+|[#@]\w+", re.IGNORECASE)
ADDRESS_SIGNS = re.compile(r"[@#]|://|www\.", re.IGNORECASE)
FIRST_DIGIT = re.compile(r"(?<!\d)\d")
MASKS = re.compile(
    r"(?<![\d.,])\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}(?![\d,])"  # dates in digits
    r"|(?<!\d)(?:\+\d{2,3}[\s.-]?(?:\(0\))?\d?|0\d)(?:[\s.-]\d{2}){4}(?!\d)"  # French telephone numbers
    r"|\(?\b\d{3}\)?[\s.-]\d{3}-\d{4}\b|\+\d{1,3}(?:[\s.-]\d{2,4}){3,5}"
    r"|(?<!\d)(?<!\d[\s.-])0\d{2,4}[\s.-]\d{3}[\s.-]\d{3,4}\b"
    r"|\b\d{1,2}:\d{2}(?::\d{2})?\b|\b\d{1,2}\s?h\s?\d{0,2}\b|\b\d+/\d+\b|\b\d{1,2}(?:[.]\d{1,2}){2,}\b",
    re.IGNORECASE,
)
CALLED = re.compile(
    r"\b(?:call|dial|phone|composez le"
    r"|(?:appel|contact|joindre|joignable|télépho|compos|numéro)\w*[^.!?\n]{0,40}\b(?:le|au))\s$",
    re.IGNORECASE,
)
CALL = re.compile(r"\d{2,5}\b(?:[\s.-]\d{2,4}\b)*")
UNIT_LETTERS = re.compile(r"(?:km(?:/h|²)?|kg|cm|mm|m²|ha|[kMG]Wh?|kph|mph|pc|pct|lbs?|ft|oz|(?<=\d\d)[CF])(?![^\W_])")
TITLED = re.compile(r"(?<![^\W_])(?:[a-zà-ÿ]+|L[ea]s?|The)[\s\u00a0]$")
OF_A_NAME = re.compile(r"[\s\u00a0](?:de[\s\u00a0]|of[\s\u00a0])?[A-ZÀ-Ý]")
ITEM = re.compile(r"\d{1,2}[.)]\s")


def masked(text: str) -> list[tuple[int, int]]:
    """The passages in which digits are an address, a date, a telephone number, a clock or the number of an item."""
    found = [match.span() for match in ADDRESSES.finditer(text)] if ADDRESS_SIGNS.search(text) else []
    for digit in FIRST_DIGIT.finditer(text):
        at = digit.start()
        for start in (at - 1, at) if at and text[at - 1] in "+(" else (at,):
            if match := MASKS.match(text, start):
                found.append(match.span())
        if (match := CALL.match(text, at)) and CALLED.search(text, max(0, at - 60), at):
            found.append(match.span())
        if not text[text.rfind("\n", 0, at) + 1 : at].strip() and (match := ITEM.match(text, at)):
            found.append(match.span())
    return found


def idioms(text: str, lex: Lexicon) -> list[tuple[int, int]]:
    """The set phrases in which a number word counts nothing."""
    return [found.span() for found in anywhere(_idiom(lex.lang), text)]


@cache
def _idiom(lang: str) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon(lang).counting['idiom'].pattern}", FLAGS)


def ages(text: str, numbers: list[Numeral], lex: Lexicon) -> frozenset[int]:
    """The places in the list of the numbers that are ages or lengths of time.

    A list passes it back: in « 24, 32 et 47 ans » all three are ages.
    """
    out: set[int] = set()
    duration = rf"(?:{lex.words_link}{SPACE}?)?{lex.counting['duration'].pattern}"
    follow = re.compile(
        rf"{SPACE}?(?:{lex.counting['age'].pattern}|{duration})|-?(?:year|month|week|day|hour)s?-", FLAGS
    )
    for i in range(len(numbers) - 1, -1, -1):
        end = numbers[i].end
        small = numbers[i].value <= OLDEST and not numbers[i].scaled and text[numbers[i].start - 1] not in "$€£"
        listed = small and i + 1 in out and LIST_GAP.fullmatch(text[end : numbers[i + 1].start])
        if listed or follow.match(text, end):
            out.add(i)
    return frozenset(out)


def apposed_age(text: str, numeral: Numeral) -> bool:
    """*John Smith, 42,* and « Marie (31) »: a small bare number between a name and a comma or bracket."""
    if numeral.how != "digits" or not 1 <= numeral.value <= OLDEST:
        return False
    before, after = text[max(0, numeral.start - 30) : numeral.start], text[numeral.end : numeral.end + 2]
    name = re.search(r"[^\W\d_]{2,}\.?,\s$", before) and re.match(r"[,.;)]|$|\s[–—―]", after)
    bracket = re.search(r"[A-ZÀ-Ý][\w'’-]+\s\($", before) and after[:1] == ")"
    aged = re.search(r"\b(?:aged?|âgée?s? de)\s$", before, FLAGS)
    return bool(name or bracket or aged)


def joined_to(text: str, numeral: Numeral, lex: Lexicon) -> bool:
    """A hyphen joins the number to what it counts: *a 10-mile queue*, *a three-judge panel*."""
    return lex.counting["joined_to"].match(text, numeral.end) is not None


def glued(text: str, numeral: Numeral, lex: Lexicon) -> bool:
    """Part of a longer word or code: « G7 », « 3e », *two-state*, « Covid-19 »; but *a 10-mile queue* measures."""
    before, after = text[max(0, numeral.start - 2) : numeral.start], text[numeral.end : numeral.end + 3]
    hyphened = re.match(r"[-‑]\w|[’']\w{2}", after) and not joined_to(text, numeral, lex)
    if hyphened or re.match(r"(?:er|re|e|è|es|ers|ères?|è?me|st|nd|rd|th|s)\b|[½¼¾⅓]", after):
        return True
    if re.search(r"\w[-‑/]\Z|\d[.,:/]\Z|[#°º/]\s?\Z|\w\Z", before):
        return True
    if numeral.how == "digits" and re.match(r"0\d", text[numeral.start : numeral.end]):
        return True
    if numeral.how != "digits" or UNIT_LETTERS.match(text, numeral.end):
        return False
    return bool(re.match(r"[/:]\d|[.,]\d|[^\W\d_]", after))


@cache
def _label_words(lang: str) -> tuple[re.Pattern[str], ...]:
    """What stands before a label; a month before and after it; a street; a clock."""
    words = {name: pattern.pattern for name, pattern in lexicon(lang).counting.items()}
    return (
        re.compile(
            rf"(?:(?<!\w)(?:{words['label']})[\s\u00a0]?|\b{words['month']}[\s\u00a0])\Z",
            FLAGS,
        ),
        re.compile(
            rf"(?:st|nd|rd|th|er)?[\s\u00a0](?:of[\s\u00a0])?{words['month']}|[\s\u00a0]?{words['clock']}",
            FLAGS,
        ),
        re.compile(rf",?[\s\u00a0]{words['street']}"),
    )


def labels(text: str, numeral: Numeral, lex: Lexicon) -> bool:
    """The number names a thing: « acte 14 », *Flight 370*, « numéro deux », a street number, a day of a month."""
    leading, following, street = _label_words(lex.lang)
    after = text[numeral.end : numeral.end + 30]
    return bool(
        leading.search(text[max(0, numeral.start - 30) : numeral.start])
        or following.match(after)
        or street.match(after)
    )


def ballot(text: str, left: Numeral, right: Numeral, lex: Lexicon) -> bool:
    """*voted 218-211 to impeach*, « adopté par 52 contre 48 »: the two sides of a vote, each of which counts."""
    if left.scaled or right.scaled or text[left.end : right.start].strip() not in {"-", "–", "to", "à", "contre"}:
        return False
    if max(left.value, right.value) >= SMALL or "[" in text[left.end : right.end + 1]:
        return False
    return lex.counting["vote"].search(text, max(0, left.start - VOTE_WITHIN), left.start) is not None


def score(text: str, left: Numeral, right: Numeral) -> bool:
    """« 3-1 », « 38 - 17 », *3 to 1*: a spaced hyphen, or a first number not below the second, is no interval."""
    gap = text[left.end : right.start]
    if left.how != right.how or left.scaled or right.scaled:
        return False
    if gap in {" - ", " – "}:
        return left.how == "digits" and max(left.value, right.value) < SMALL
    said = gap.strip() in {"à", "to"} and max(left.value, right.value) <= 30
    return (gap in {"-", "–"} or said) and left.value >= right.value


def year_like(text: str, numeral: Numeral) -> bool:
    """Four digits without a thousands mark that a calendar could hold."""
    words = text[numeral.start : numeral.end]
    return words.isdigit() and len(words) == 4 and Decimal(YEARS[0]) <= numeral.value <= Decimal(YEARS[1])


def named(text: str, numeral: Numeral) -> bool:
    """A small number in digits right after a capitalised word: « Radio 4 », *Nord Stream 2*."""
    before = text[max(0, numeral.start - 30) : numeral.start]
    small = numeral.how == "digits" and not numeral.scaled and numeral.value < SMALL and numeral.comparator is None
    return small and not numeral.joined and bool(re.search(r"(?<![.!?]\s)\b[A-ZÀ-Ý][\w'’-]*[\s\u00a0]$", before))


def titled(text: str, numeral: Numeral) -> bool:
    """A number word with a capital, between one without and a name: « le Quinze de France », *the Six Nations*."""
    if numeral.how != "spelled" or not text[numeral.start].isupper():
        return False
    opens = TITLED.search(text, max(0, numeral.start - 12), numeral.start) is not None
    return opens and OF_A_NAME.match(text, numeral.end) is not None


def bare(text: str, numeral: Numeral, bounded: bool, lex: Lexicon) -> bool:
    """A number with no noun or unit after it may still count: « dont 5 000 à Paris », « 15 ont été jugés ».

    « les deux », *the 12*, a number after a name (« Boeing 737 ») and a small one alone in brackets do not.
    """
    if bounded:
        return True
    before = text[max(0, numeral.start - 30) : numeral.start]
    if re.search(rf"(?<!\w){lex.counting['keep_bare_before'].pattern}[\s\u00a0]$", before, FLAGS):
        return True
    pronoun = re.search(rf"(?<!\w){lex.counting['pronoun_before'].pattern}[\s\u00a0]?$", before, FLAGS)
    if numeral.how == "spelled":
        after = text[numeral.end : numeral.end + 20]
        return not pronoun and bool(re.match(rf"[\s\u00a0]{lex.counting['keep_bare_after'].pattern}\b", after, FLAGS))
    words = text[numeral.start : numeral.end]
    if words.lstrip("+-−").isdigit() and numeral.value < SMALL:
        article = re.search(rf"(?<!\w){lex.counting['article_before'].pattern}[\s\u00a0]?$", before, FLAGS)
        aged = numeral.value <= OLDEST and re.match(
            rf"[\s\u00a0]{lex.counting['age_after'].pattern}", text[numeral.end : numeral.end + 20], FLAGS
        )
        if aged or article or before.endswith("(") or named(text, numeral) or lex.counting["old"].search(before):
            return False
        return not re.match(r"\s*(?:\n|$)", text[numeral.end : numeral.end + 3])
    return True

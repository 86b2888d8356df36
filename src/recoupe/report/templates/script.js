"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const show = (id, on) => {
    const box = $("show-" + id);
    if (box) box.checked = on;
    $(id).classList.toggle("off", !on);
  };
  for (const box of document.querySelectorAll("[id^=show-]")) {
    show(box.id.slice(5), box.checked);
    box.addEventListener("change", () => show(box.id.slice(5), box.checked));
  }
  for (const box of document.querySelectorAll("[id^=mark-]")) {
    const put = () => document.querySelector(".columns").classList.toggle(box.id.replace("mark-", "no-"), !box.checked);
    put();
    box.addEventListener("change", put);
  }

  // A link into a text that is not shown, or into a closed part, opens it first.
  const reveal = (id) => {
    const target = id && $(id);
    if (!target) return null;
    const text = target.closest("article.text");
    if (text) show(text.id, true);
    for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    return target;
  };
  const light = (ids) => {
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    for (const id of ids) for (const piece of document.querySelectorAll(`#${CSS.escape(id)},[data-of=${CSS.escape(id)}]`)) piece.classList.add("lit");
  };
  const follow = () => {
    const target = reveal(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest(".body")) light([target.id]);
    target.scrollIntoView({block: "center"});
  };
  addEventListener("hashchange", follow);
  if (location.hash) follow();

  // A click on a marked passage goes to its line.
  for (const text of document.querySelectorAll(".text")) {
    text.addEventListener("click", (event) => {
      if (event.target.closest("a") || String(getSelection())) return;
      const mark = event.target.closest("[data-card]");
      if (mark && $(mark.dataset.card)) location.hash = mark.dataset.card;
    });
  }

  // Both passages of a relation, side by side.
  for (const card of document.querySelectorAll(".card")) {
    const ids = ["s-" + card.dataset.left, "s-" + card.dataset.right];
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = document.body.dataset.pair;
    button.addEventListener("click", () => {
      const texts = ids.map((id) => $(id).closest(".text"));
      for (const text of document.querySelectorAll("article.text")) show(text.id, texts.includes(text));
      light(ids);
      $("texts").querySelector(".columns").scrollIntoView({block: "start"});
      for (const id of ids) {
        const column = $(id).closest(".text");
        column.scrollTop += $(id).getBoundingClientRect().top - column.getBoundingClientRect().top - column.clientHeight / 3;
      }
      texts[0].focus({preventScroll: true});
    });
    card.querySelector(".why").append(button);
  }

  // Which passages of two texts belong together, by relation.
  let joined = null;
  const partners = () => {
    if (joined) return joined;
    joined = new Map();
    for (const card of document.querySelectorAll(".card")) {
      const keys = [card.dataset.left, card.dataset.right, ...(card.dataset.also || "").split(" ").filter(Boolean)];
      const relation = [...card.classList].find((name) => name !== "card");
      for (const key of keys) {
        if (!joined.has(key)) joined.set(key, []);
        joined.get(key).push({keys, relation, sign: card.dataset.sign});
      }
    }
    return joined;
  };
  // A passage in several relations shows the first of these.
  const weight = ["contradicts", "changed", "scope", "agrees", "unsure"];
  const columns = document.querySelector(".columns"), box = $("line-up"), said = $("lined");
  const shownTexts = () => [...document.querySelectorAll("article.text")].filter((text) => text.offsetParent !== null);
  const matched = (text, other) => [...text.querySelectorAll(".k[id]")].flatMap((mark) => (partners().get(mark.id.slice(2)) || []).flatMap(({keys, relation, sign}) =>
    keys.filter((key) => "s-" + key !== mark.id).map((key) => $("s-" + key)).filter((twin) => twin && other.contains(twin)).map((twin) => ({mark, twin, relation, sign}))));

  // The longest run of pairs that come in one order in both texts: only those can stand on one line.
  const inOrder = (pairs, place) => {
    const best = [];
    pairs.forEach((pair, n) => {
      best[n] = {length: 1, before: -1};
      for (let m = 0; m < n; m++) {
        const before = pairs[m];
        if (before.mark !== pair.mark && place(before.twin) < place(pair.twin) && best[m].length >= best[n].length) best[n] = {length: best[m].length + 1, before: m};
      }
    });
    let at = best.reduce((top, entry, n) => (top < 0 || entry.length > best[top].length ? n : top), -1);
    const run = [];
    for (; at >= 0; at = best[at].before) run.unshift(pairs[at]);
    return run;
  };
  const loose = () => {
    columns.classList.remove("lined");
    for (const mark of columns.querySelectorAll(".linked")) mark.classList.remove("linked", "contradicts", "changed", "scope", "agrees", "unsure");
    for (const paragraph of columns.querySelectorAll(".body p")) paragraph.style.marginTop = "";
  };
  const lineUp = () => {
    loose();
    said.textContent = "";
    if (!box.checked) return;
    const [left, right, ...more] = shownTexts();
    if (!right || more.length || Math.abs(left.offsetTop - right.offsetTop) > 4) { said.textContent = said.dataset.two; return; }
    columns.classList.add("lined");
    const pairs = matched(left, right);
    for (const {mark, twin, relation, sign} of [...pairs].sort((a, b) => weight.indexOf(a.relation) - weight.indexOf(b.relation))) {
      for (const end of [mark, twin]) if (!end.classList.contains("linked")) { end.classList.add("linked", relation); end.dataset.sign = sign; }
    }
    const order = new Map([...right.querySelectorAll(".k[id]")].map((mark, n) => [mark, n]));
    const run = inOrder(pairs, (mark) => order.get(mark));
    for (const {mark, twin} of run) {
      const gap = mark.getBoundingClientRect().top - twin.getBoundingClientRect().top;
      const late = (gap > 0 ? twin : mark).closest("p");
      const now = parseFloat(getComputedStyle(late).marginTop) || 0;
      late.style.marginTop = now + Math.abs(gap) + "px";
    }
    said.textContent = said.dataset.told.replace("{n}", run.length);
  };
  box.addEventListener("change", lineUp);
  for (const control of document.querySelectorAll("[id^=show-]")) control.addEventListener("change", lineUp);
  addEventListener("resize", () => { if (box.checked) lineUp(); });
  document.querySelector(".lining").hidden = false;
  document.querySelector(".keys").hidden = false;

  // Keys work while a text has the focus, so that they never get in the way of a reader's own.
  for (const text of document.querySelectorAll("article.text")) {
    text.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !["n", "p", "Enter"].includes(event.key)) return;
      if (event.key === "Enter" && event.target !== text) return;
      const marks = [...text.querySelectorAll(".k[id]")].filter((mark) => partners().has(mark.id.slice(2)));
      const now = marks.findIndex((mark) => mark.classList.contains("lit"));
      if (event.key === "Enter") { if (now >= 0) location.hash = marks[now].dataset.card; return; }
      const next = marks[event.key === "n" ? now + 1 : now < 0 ? marks.length - 1 : now - 1];
      if (!next) return;
      event.preventDefault();
      const twins = partners().get(next.id.slice(2)).flatMap(({keys}) => keys.map((key) => "s-" + key));
      light([next.id, ...twins]);
      for (const id of [next.id, ...twins]) { const mark = $(id); if (mark && mark.offsetParent !== null) mark.scrollIntoView({block: "nearest"}); }
    });
  }

  // Filter every line of the report by words, account and relation.
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const all = $("find-all"), account = $("find-account"), relation = $("find-relation"), told = $("find-all-count");
  let every = null;
  const gather = () => [...document.querySelectorAll("main .card,main .lines>li,main tbody tr")].map((row) => ({
    row,
    text: fold(row.textContent),
    accounts: new Set([...row.querySelectorAll("a[href^='#t-']")].map((link) => link.hash.slice(1))),
    places: new Set([...row.querySelectorAll("a[href^='#s-']")].map((link) => $(link.hash.slice(1))?.closest(".text")?.id)),
    relations: [row.matches(".card") ? [...row.classList].find((name) => name !== "card") : "", ...[...row.querySelectorAll(".sign")].map((sign) => sign.classList[1])],
  }));
  const filterAll = () => {
    every ||= gather();
    const words = fold(all.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const entry of every) {
      const on = words.every((word) => entry.text.includes(word)) && (!account.value || entry.accounts.has(account.value) || entry.places.has(account.value)) && (!relation.value || entry.relations.includes(relation.value));
      entry.row.classList.toggle("out", !on);
      shown += on;
    }
    const free = !words.length && !account.value && !relation.value;
    for (const section of document.querySelectorAll(".teller,.origin,.counted-group")) section.classList.toggle("out", !free && !section.querySelector("li:not(.out),tr:not(.out) td"));
    told.textContent = free ? "" : told.dataset.told.replace("{n}", shown).replace("{of}", every.length);
  };
  for (const control of [all, account, relation]) control.addEventListener("input", filterAll);
  document.querySelector(".everything").hidden = false;

  // Filter who said what.
  const find = $("find"), kind = $("find-kind"), count = $("find-count");
  if (find && kind && count) {
    let rows = null;
    const filter = () => {
      rows ||= [...document.querySelectorAll(".teller")].map((s) => [s, [...s.querySelectorAll("li")].map((li) => [li, fold(s.querySelector("h3").textContent + " " + li.textContent)])]);
      let shown = 0;
      for (const [speaker, lines] of rows) {
        let any = false;
        for (const [line, text] of lines) {
          const on = (!kind.value || speaker.dataset.kind === kind.value) && text.includes(fold(find.value));
          line.hidden = !on;
          any ||= on;
          shown += on;
        }
        speaker.hidden = !any;
      }
      count.textContent = count.dataset.told.replace("{n}", shown);
    };
    find.addEventListener("input", filter);
    kind.addEventListener("input", filter);
    find.closest(".filter").hidden = false;
  }

  const closed = [];
  addEventListener("beforeprint", () => { for (const box of document.querySelectorAll("details:not([open])")) { box.open = true; closed.push(box); } });
  addEventListener("afterprint", () => { while (closed.length) closed.pop().open = false; });
})();

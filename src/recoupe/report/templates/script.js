"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const show = (id, on) => { const box = $("show-" + id); if (box) box.checked = on; };

  // A link into a text that is not shown, or into a closed part, opens it first.
  const reveal = (id) => {
    const target = id && $(id);
    if (!target) return null;
    const text = target.closest("article.text");
    if (text) show(text.id, true);
    for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    return target;
  };
  const follow = () => { const target = reveal(decodeURIComponent(location.hash.slice(1))); if (target) target.scrollIntoView({block: "center"}); };
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
  const light = (ids) => {
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    for (const id of ids) for (const piece of document.querySelectorAll(`#${id},[data-of=${id}]`)) piece.classList.add("lit");
  };
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

  // Filter who said what.
  const find = $("find"), kind = $("find-kind"), count = $("find-count");
  if (find && kind && count) {
    const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    const rows = [...document.querySelectorAll(".teller")].map((s) => [s, [...s.querySelectorAll("li")].map((li) => [li, fold(s.querySelector("h3").textContent + " " + li.textContent)])]);
    const filter = () => {
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
    document.querySelector(".filter").hidden = false;
    filter();
  }

  const closed = [];
  addEventListener("beforeprint", () => { for (const box of document.querySelectorAll("details:not([open])")) { box.open = true; closed.push(box); } });
  addEventListener("afterprint", () => { while (closed.length) closed.pop().open = false; });
})();
